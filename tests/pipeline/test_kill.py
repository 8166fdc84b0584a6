"""Killed at any moment, the book is whole, and the same command completes it."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from purport.exports import write_jsonl
from purport.ledger import open_ledger
from tests.pipeline.fakes import document, document_with, write_lines

ROOT = Path(__file__).resolve().parents[2]
READER = """
import sys
import time
from purport.pipeline import read, run
from tests.pipeline.fakes import DroneCounter, stages

class Slow(DroneCounter):
    def __call__(self, document):
        time.sleep(0.0005)
        return super().__call__(document)

run.BATCH_DOCUMENTS = 7
print("reading", flush=True)
read([sys.argv[1]], sys.argv[2], stages=stages(Slow()))
"""
RUNS = 6


def start(lines: Path, book: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", READER, lines, book], cwd=ROOT, stdout=subprocess.PIPE)


def exported(book: Path) -> bytes:
    with open_ledger(book, create=False) as ledger, book.with_suffix(".jsonl").open("wb+") as out:
        write_jsonl(ledger.readings(), out)
        out.seek(0)
        return out.read()


def sums(book: Path) -> dict[str, int]:
    connection = sqlite3.connect(book)
    tables = ("documents", "versions", "extractions", "claims", "claim_places", "claim_sources", "failures")
    found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    return found


def test_a_reading_killed_again_and_again_ends_as_one_that_was_not(tmp_path: Path) -> None:
    chance = random.Random(20240405)  # noqa: S311
    posts = [
        document(f"d{n}", f"Over Sumy {n} drones, the army said, {n + 1} drones", url=f"https://t.me/x/{n}")
        for n in range(400)
    ]
    edited = [document_with(post, post.text + " and 5 drones") for post in posts[::20]]
    lines = write_lines(tmp_path / "in.jsonl", *posts, *edited)
    with start(lines, tmp_path / "calm.db") as calm:
        assert calm.wait(60) == 0
    killed = 0
    for _ in range(RUNS):
        with start(lines, tmp_path / "rough.db") as rough:
            assert rough.stdout
            rough.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.35))
            rough.send_signal(signal.SIGKILL)
            killed += rough.wait(60) == -signal.SIGKILL
        if _has_tables(tmp_path / "rough.db"):
            sums(tmp_path / "rough.db")
    with start(lines, tmp_path / "rough.db") as last:
        assert last.wait(60) == 0
    assert killed >= RUNS // 2, "too few kills came in time for the test to mean anything"
    assert exported(tmp_path / "rough.db") == exported(tmp_path / "calm.db")
    assert sums(tmp_path / "rough.db") == sums(tmp_path / "calm.db")


def _has_tables(book: Path) -> bool:
    if not book.exists():
        return False
    connection = sqlite3.connect(book)
    number: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.close()
    return number > 0
