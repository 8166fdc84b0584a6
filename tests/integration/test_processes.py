"""The shipped stages in processes of their own: killed, two at once, and as the demo runs them."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.integration.conftest import ROOT, archive, command, lines, run

SIZE = 450
KILLS = 2


@pytest.fixture(scope="module")
def posts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("archive") / "posts.jsonl", SIZE)


@pytest.fixture(scope="module")
def calm(posts: Path) -> list[str]:
    """The claims of the posts, straight from the file."""
    return sorted(map(repr, lines(run("claims", posts, "--format", "jsonl").stdout)))


def kept(book: Path) -> list[str]:
    return sorted(map(repr, lines(run("export", "jsonl", "--ledger", book).stdout)))


def versions(book: Path) -> int:
    """How many documents have been kept so far; none where the ledger is still being made."""
    if not book.exists():
        return 0
    connection = sqlite3.connect(book, timeout=5)
    try:
        number: int = connection.execute("SELECT count(*) FROM versions").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()
    return number


def test_a_reading_that_is_killed_is_completed_by_the_next(posts: Path, calm: list[str], tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    for _ in range(KILLS):
        before = versions(book)
        with subprocess.Popen(command("read", posts, "--ledger", book, "--quiet")) as process:
            while process.poll() is None and versions(book) == before:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        assert before < versions(book) < SIZE
    done = run("read", posts, "--ledger", book)
    assert done.returncode == 0
    assert f"{SIZE} documents (" in done.stderr.decode()
    assert kept(book) == calm


def test_two_readings_at_once_keep_each_document_once(posts: Path, calm: list[str], tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    both = [
        subprocess.Popen(command("read", posts, "--ledger", book), stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    told = [process.communicate(timeout=60)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    new = [int(line.split("(")[1].split(" new")[0]) for line in told]
    assert sum(new) == versions(book) == SIZE, told
    assert kept(book) == calm


def test_a_broken_file_costs_no_more_than_itself(tmp_path: Path) -> None:
    posts = archive(tmp_path / "posts.jsonl", 3)
    posts.write_bytes(posts.read_bytes() + b'{"id": "cut o')
    (tmp_path / "empty.html").touch()
    done = run("read", tmp_path, "--ledger", tmp_path / "book.db")
    assert done.returncode == 0
    told = done.stderr.decode()
    assert "3 documents (3 new, 0 changed, 0 known)" in told
    assert f"skipped {posts}:4: broken JSON" in told
    assert f"skipped {tmp_path / 'empty.html'}: empty" in told


def test_the_demo_runs_from_files_to_the_ledger(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    demo = ["sh", str(ROOT / "tools" / "demo.sh"), str(Path(sys.executable).parent)]
    surroundings = {name: value for name, value in os.environ.items() if name != "PURPORT_LEDGER"}
    ran = subprocess.run(demo, capture_output=True, text=True, check=False, cwd=tmp_path, env=surroundings)
    assert ran.returncode == 0, ran.stderr
    for words in ("WHEN", "WORDS", "TITLE OR FIRST WORDS", "KIND", "What to try next"):
        assert words in ran.stdout
    assert "0 skipped; ledger: demo-out/night.db" in ran.stderr
