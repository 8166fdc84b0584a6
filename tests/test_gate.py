"""The gate itself: what is skipped where nothing may be."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPING = """
import pytest

def test_alone():
    pytest.skip("no browser")
"""
SKIPPING_WHOLE = """
import pytest

pytest.skip("no server", allow_module_level=True)
"""


def run(folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    shutil.copy(Path(__file__).with_name("conftest.py"), folder)
    bare = {name: value for name, value in os.environ.items() if name not in {"PURPORT_CI", "PYTEST_ADDOPTS"}}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, env=bare | variables, cwd=folder, check=False)


@pytest.mark.parametrize(("tests", "why"), [(SKIPPING, "no browser"), (SKIPPING_WHOLE, "no server")])
def test_a_skip_fails_in_the_gate_and_nowhere_else(tmp_path: Path, tests: str, why: str) -> None:
    (tmp_path / "test_it.py").write_text(tests, encoding="utf-8")
    elsewhere, gate = run(tmp_path, {}), run(tmp_path, {"PURPORT_CI": "1"})
    assert "1 skipped" in elsewhere.stdout
    assert gate.returncode != 0
    assert why in gate.stdout
    assert "skipped where PURPORT_CI forbids it" in gate.stdout
