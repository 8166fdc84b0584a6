import gzip
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from purport.errors import InputError, MalformedError, TooLargeError, UnreadableError
from purport.model import Document
from purport.sources import opening, read_bytes, read_path, read_paths
from tests.sources.helpers import read

LINE = '{{"id": "{}", "source": "s", "language": "en", "text": "Two drones fell."}}\n'


def _read(path: Path) -> tuple[list[Document], list[InputError]]:
    errors: list[InputError] = []
    return list(read_path(path, on_error=errors.append)), errors


def test_a_folder_is_read_in_order_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text("Two drones fell.")
    (tmp_path / "a.jsonl").write_text(LINE.format("x") + "broken\n" + LINE.format("y"))
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / ".hidden").write_text("Nobody reads this.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("Nobody reads this.")
    (tmp_path / "d.txt").write_bytes(b"")
    (tmp_path / "e.txt").write_text("Three fell.")
    documents, errors = _read(tmp_path)
    assert [d.id for d in documents] == ["x", "y", "two", "e"]
    assert [e.about for e in errors] == [f"{tmp_path / 'a.jsonl'}:2", str(tmp_path / "c.png"), str(tmp_path / "d.txt")]
    assert [type(e) for e in errors] == [MalformedError, UnreadableError, MalformedError]


def test_without_a_listener_the_first_error_is_raised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fine words.")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n")
    flow = read_path(tmp_path)
    assert next(flow).id == "a"
    with pytest.raises(UnreadableError, match="picture"):
        next(flow)
    with pytest.raises(MalformedError):
        list(read_bytes(b"", name="nothing"))


def test_missing_paths_and_empty_folders_are_told(tmp_path: Path) -> None:
    errors: list[InputError] = []
    assert not list(read_paths([tmp_path / "none.txt", tmp_path], on_error=errors.append))
    assert [type(e) for e in errors] == [UnreadableError, UnreadableError]
    assert errors[0].about == str(tmp_path / "none.txt")
    assert "no such file" in errors[0].reason
    assert all(e.cure for e in errors)


def test_links_in_circles_end_and_nothing_is_read_twice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Two drones fell.")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to("self")
    (tmp_path / "twin").symlink_to(tmp_path / "in")
    documents, errors = _read(tmp_path)
    assert [d.id for d in documents] == ["a"]
    assert [Path(e.about).name for e in errors] == ["self"]


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found: list[InputError] = []
    reader = threading.Thread(target=lambda: found.extend(_read(tmp_path)[1] + _read(Path(os.devnull))[1]), daemon=True)
    reader.start()
    reader.join(5)
    assert not reader.is_alive()
    assert [type(e) for e in found] == [UnreadableError, UnreadableError]


def test_what_the_system_forbids_is_told_and_may_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text("Two drones fell.")
    monkeypatch.setattr(opening, "_open_regular", forbid)
    _, errors = _read(tmp_path / "a.txt")
    assert errors[0].reason == "permission denied"
    assert errors[0].retry


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "z.txt").write_text("Two drones fell.")
    listdir = os.listdir

    def closed(path: Path) -> list[str]:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", closed)
    documents, errors = _read(tmp_path)
    assert [d.id for d in documents] == ["z"]
    assert errors[0].about == str(tmp_path / "closed")


def test_gzip_is_undone_and_the_id_is_that_of_the_file_inside(tmp_path: Path) -> None:
    (tmp_path / "post.txt.gz").write_bytes(gzip.compress(b"Two drones fell."))
    (tmp_path / "more.jsonl.gz").write_bytes(gzip.compress(LINE.format("x").encode() * 3))
    documents, errors = _read(tmp_path)
    assert [d.id for d in documents] == ["x", "x", "x", "post"]
    assert not errors


def test_a_cut_off_gzip_gives_what_it_holds_and_one_error() -> None:
    noise = "".join(LINE.format(f"{n * 7919 % 10007}-{n * n % 9973}") for n in range(20000))
    documents, errors = read(gzip.compress(noise.encode())[:-500], "a.gz")
    assert len(documents) > 10000
    assert [type(e) for e in errors] == [MalformedError]
    assert "gzip" in errors[0].reason


def test_gzip_bombs_end_early() -> None:
    start = LINE.format("x").encode()
    flood = gzip.compress(start + (b" " * 999 + b"\n") * 40_000)
    documents, errors = read(flood)
    assert (len(documents), [type(e) for e in errors]) == (1, [TooLargeError])
    one_line = gzip.compress(start + b"{" + b'"a": 1, ' * 5_000_000)
    documents, errors = read(one_line)
    assert (len(documents), [type(e) for e in errors]) == (1, [TooLargeError])


def test_json_lines_are_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w") as file:
        file.writelines(LINE.format(n) for n in range(1000))
        file.write("broken")
    flow = read_path(path)
    assert [next(flow).id for _ in range(100)] == [str(n) for n in range(100)]
    flow.close()  # type: ignore[attr-defined]


def test_parsers_are_loaded_only_when_such_a_file_comes() -> None:
    code = (
        "import sys; from purport.sources import read_bytes\n"
        "list(read_bytes(b'Two drones fell.', name='a'))\n"
        'list(read_bytes(b\'{"id": "a", "text": "x"}\', name=\'a\'))\n'
        "print(sorted(m for m in ('lxml', 'trafilatura', 'feedparser', 'resiliparse') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
