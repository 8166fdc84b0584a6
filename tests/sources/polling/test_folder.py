"""A folder: what is complete, once; what is not, not yet; and no link."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

from purport.sources.polling import FileMark, Folder, Poll


class Ledger:
    """What was read."""

    def __init__(self) -> None:
        self.files: set[FileMark] = set()

    def known(self, names: Sequence[str]) -> set[FileMark]:
        return {one for one in self.files if one.name in names}

    def keep(self, poll: Poll) -> list[str]:
        self.files |= set(poll.files)
        return [document.text for document in poll.documents]


def put(folder: Path, name: str, text: str, age: float = 60.0) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_each_file_is_read_once(tmp_path: Path) -> None:
    book = Ledger()
    folder = Folder(tmp_path, book.known, 10)
    put(tmp_path, "a.txt", "One drone.")
    put(tmp_path, "under/b.txt", "Two drones.")
    assert book.keep(folder.poll("")) == ["One drone.", "Two drones."]
    assert book.keep(folder.poll("")) == []
    assert book.keep(Folder(tmp_path, book.known, 10).poll("")) == []
    put(tmp_path, "a.txt", "Three drones.")
    assert book.keep(folder.poll("")) == ["Three drones."]


def test_a_file_that_is_being_written_waits(tmp_path: Path) -> None:
    book = Ledger()
    folder = Folder(tmp_path, book.known, 3600)
    put(tmp_path, "a.txt", "One", age=0)
    assert book.keep(folder.poll("")) == []
    put(tmp_path, "a.txt", "One drone", age=0)
    assert book.keep(folder.poll("")) == []
    assert book.keep(folder.poll("")) == ["One drone"]


def test_names_of_the_unfinished_and_links_are_left_alone(tmp_path: Path) -> None:
    inner = tmp_path / "watched"
    inner.mkdir()
    secret = put(tmp_path, "secret.txt", "A secret.")
    (inner / "link.txt").symlink_to(secret)
    (inner / "linked").symlink_to(tmp_path)
    os.mkfifo(inner / "pipe")
    for name in (".hidden", "a.txt.part", "b.tmp", "c~", "d.crdownload"):
        put(inner, name, "No.")
    poll = Folder(inner, Ledger().known, 10).poll("")
    assert (poll.documents, poll.files, poll.failure) == ((), (), None)


def test_what_cannot_be_read_is_told_once_and_the_rest_is_read(tmp_path: Path) -> None:
    book = Ledger()
    folder = Folder(tmp_path, book.known, 10)
    (tmp_path / "a.bin").write_bytes(b"\x00\x01\x02" * 100)
    os.utime(tmp_path / "a.bin", (1, 1))
    put(tmp_path, "b.txt", "Two drones.")
    poll = folder.poll("")
    assert book.keep(poll) == ["Two drones."]
    assert len(poll.errors) == 1
    assert folder.poll("").errors == ()


def test_many_files_come_in_parts(tmp_path: Path) -> None:
    book = Ledger()
    folder = Folder(tmp_path, book.known, 10)
    for number in range(120):
        put(tmp_path, f"{number:03}.txt", f"{number} drones.")
    polls = [folder.poll("") for _ in range(1)]
    texts = book.keep(polls[0])
    assert polls[0].more
    while polls[-1].more:
        polls.append(folder.poll(""))
        texts += book.keep(polls[-1])
    assert texts == [f"{number} drones." for number in range(120)]


def test_a_folder_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    poll = Folder(tmp_path / "none", Ledger().known, 10).poll("7")
    assert poll.failure is not None
    assert poll.failure.retry
    assert poll.cursor == "7"
