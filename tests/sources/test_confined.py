"""What a file makes of the process that reads it, it makes of that process alone."""

import os
from pathlib import Path

import pytest

from purport.errors import InputError, MalformedError, TooLargeError, UnreadableError
from purport.sources import confined as confining
from purport.sources.confined import confined

TASKS = {
    "well": "def read(data):\n    yield from data.decode().split()",
    "refuses": "from purport.errors import UnreadableError\ndef read(data):\n    yield 1\n"
    "    raise UnreadableError('locked', cure='unlock it')",
    "breaks": "def read(data):\n    raise KeyError('x')\n    yield",
    "ends": "import os\ndef read(data):\n    yield 1\n    os._exit(9)",
    "waits": "import time\ndef read(data):\n    time.sleep(60)\n    yield",
    "grows": "def read(data):\n    yield len(b'x' * (8 << 30))",
    "digs": "def read(data):\n    yield from read(data)",
}


@pytest.fixture(autouse=True)
def _tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules that read in one of these ways, where a process finds them."""
    (tmp_path / "tasks").mkdir()
    for name, text in TASKS.items():
        (tmp_path / "tasks" / f"task_{name}.py").write_text(text)
    places = [str(tmp_path / "tasks"), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(places))  # an empty place would be the folder one is in


def _refused(name: str) -> InputError:
    with pytest.raises(InputError) as caught:
        list(confined(f"task_{name}", b"", "file", "save it as text"))
    return caught.value


def test_what_is_read_comes_back_in_order() -> None:
    assert list(confined("task_well", "two drones впали".encode(), "file", "")) == ["two", "drones", "впали"]


def test_a_refusal_keeps_its_kind_and_its_cure_and_is_about_the_file() -> None:
    error = _refused("refuses")
    assert (type(error), error.reason, error.about, error.cure) == (UnreadableError, "locked", "file", "unlock it")


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("breaks", MalformedError, "KeyError"),
        ("ends", MalformedError, "came to no end (9)"),
        ("grows", TooLargeError, "MemoryError"),
        ("digs", TooLargeError, "RecursionError"),
    ],
)
def test_whatever_befalls_the_process_is_one_error(name: str, kind: type[InputError], told: str) -> None:
    error = _refused(name)
    assert type(error) is kind
    assert told in error.reason
    assert (error.about, error.cure) == ("file", "save it as text")


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confining, "MAX_CONFINED_SECONDS", 1)
    assert isinstance(_refused("waits"), TooLargeError)


def test_no_module_is_taken_from_the_folder_where_somebody_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "msgspec.py").write_text("raise SystemExit('taken from here')")
    monkeypatch.chdir(tmp_path / "here")
    assert list(confined("task_well", b"two", "file", "")) == ["two"]
