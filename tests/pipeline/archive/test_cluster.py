"""The same on a Ray cluster of two nodes, of which one is killed."""

import subprocess
import sys
from pathlib import Path

from tests.pipeline.archive.crawl import crawl, rows
from tests.pipeline.archive.test_run import TABLES, finished

# Ray's own processes outlive a test's: the cluster has a process to itself, which ends with all of them.
_SCRIPT = """
import os, subprocess, sys, time
from pathlib import Path
from ray.cluster_utils import Cluster

given, to, kill = sys.argv[1], Path(sys.argv[2]), sys.argv[3] == "kill"
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
second = cluster.add_node(num_cpus=1)
cluster.wait_for_nodes()
command = [sys.executable, "-m", "purport", "archive", given, "--to", str(to), "--on", "ray"]
run = subprocess.Popen(command, env={**os.environ, "RAY_ADDRESS": cluster.address})
while kill and run.poll() is None and not list(to.glob(".units/*.json")):
    time.sleep(0.05)
if kill:
    cluster.remove_node(second, allow_graceful=False)
status = run.wait(timeout=200)
cluster.shutdown()
sys.exit(status)
"""


def test_a_node_that_dies_changes_nothing(tmp_path: Path) -> None:
    crawl(tmp_path / "in", files=4, pages=30)
    finished("archive", tmp_path / "in", "--to", tmp_path / "alone")
    command = [sys.executable, "-c", _SCRIPT, str(tmp_path / "in"), str(tmp_path / "cluster"), "kill"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    for table in TABLES:
        assert rows(tmp_path / "cluster", table) == rows(tmp_path / "alone", table)
