"""The whole of an archive, on one machine."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import write_table

from purport.pipeline.archive.worker import accounts
from tests.pipeline.archive.crawl import crawl, rows

TABLES = ("documents", "claims", "failures")


def run(*arguments: str | Path) -> "subprocess.Popen[str]":
    """`purport archive` in a process of its own."""
    command = [sys.executable, "-m", "purport", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(*arguments: str | Path) -> str:
    process = run(*arguments)
    out, err = process.communicate(timeout=240)
    assert process.returncode == 0, err
    return out


def test_a_crawl_becomes_tables_and_then_a_ledger(tmp_path: Path) -> None:
    crawl(tmp_path / "in")
    told = finished("archive", tmp_path / "in", "--to", tmp_path / "out")
    assert [" ".join(line.split()) for line in told.splitlines()] == [
        "48 records in 2 parts",
        "8 16.7% read, with their claims",
        "40 83.3% irrelevant",
        "24 50.0% no page: requests, pictures, answers that found nothing",
        "16 33.3% no word of war in the bytes",
        "0 0.0% failed",
        f"8 documents, {len(rows(tmp_path / 'out', 'claims'))} claims",
    ]
    read = finished("--ledger", tmp_path / "book.db", "claims", tmp_path / "out", "--format", "jsonl")
    ids = {json.loads(line)["id"] for line in read.splitlines() if '"quote"' in line}
    assert len(ids) == len(set(rows(tmp_path / "out", "claims")))
    assert "2 of them by an earlier run" in finished("archive", tmp_path / "in", "--to", tmp_path / "out")


def test_parquet_is_read_as_lines_are(tmp_path: Path) -> None:
    texts = [f"Russian drones attacked Odesa and {n} people were injured, the governor said." for n in range(2, 8)]
    records = [{"id": str(n), "source": "a paper", "text": text} for n, text in enumerate(texts)]
    write_table(pa.Table.from_pylist(records), tmp_path / "dump.parquet")
    (tmp_path / "dump.jsonl").write_text("\n".join(map(json.dumps, records)))
    for form in ("parquet", "jsonl"):
        finished("archive", tmp_path / f"dump.{form}", "--to", tmp_path / form)
    assert rows(tmp_path / "parquet", "claims") == rows(tmp_path / "jsonl", "claims") != []


def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    crawl(tmp_path / "in", files=4, pages=12)
    finished("archive", tmp_path / "in", "--to", tmp_path / "whole")
    killed = 0
    while len(accounts(tmp_path / "out")) < 4 and killed < 2:
        done = len(accounts(tmp_path / "out"))
        process = run("archive", tmp_path / "in", "--to", tmp_path / "out")
        _wait(lambda done=done, process=process: len(accounts(tmp_path / "out")) > done or process.poll() is not None)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        killed += 1
    assert killed
    finished("archive", tmp_path / "in", "--to", tmp_path / "out")
    for table in TABLES:
        assert rows(tmp_path / "out", table) == rows(tmp_path / "whole", table)


def _wait(is_so: "object", seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)
