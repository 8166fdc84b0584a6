"""A folder that other programs write into: each file once, when it is complete."""

import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from purport.errors import InputError, TooLargeError, UnreadableError
from purport.model import Document
from purport.sources.limits import MIB
from purport.sources.polling.port import FileMark, Poll, failed
from purport.sources.reading import read_path

__all__ = ["Folder"]

_AT_ONCE = 50  # files of one poll, so that what a kill can lose stays small
_LARGEST = 64 * MIB  # of one file: its documents are held at once
_UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".swp", "~")

Known = Callable[[Sequence[str]], set[FileMark]]
"""Those files of these names that were read already."""


class Folder:
    """Looks through a folder and those in it. Links are not followed, since who writes there is not trusted.

    A file is complete when it was the same at the last look too, or has not changed for `settle` seconds; names that
    begin with a dot, or end as unfinished downloads do, are left alone. What was read and changes is read again.
    `now` is the clock that files are dated by, in seconds since 1970.
    """

    def __init__(self, path: Path, known: Known, settle: float, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._path = path
        self._known = known
        self._settle = settle
        self._looked: dict[str, FileMark] = {}
        self.host = f"folder {path}"
        self.pause = 0.0

    def poll(self, cursor: str) -> Poll:
        """Look once."""
        try:
            there = {mark.name: mark for mark in _files(self._path)}
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            cure = "check the folder and its permissions"
            return failed(cursor, UnreadableError(reason, about=str(self._path), cure=cure, retry=True))
        known = self._known(list(there)) if there else set()
        fresh = {name: mark for name, mark in there.items() if mark not in known}
        complete = [mark for mark in fresh.values() if self._is_complete(mark)]
        self._looked = {name: mark for name, mark in fresh.items() if mark not in complete[:_AT_ONCE]}
        return self._read(cursor, complete)

    def _is_complete(self, mark: FileMark) -> bool:
        return self._looked.get(mark.name) == mark or self._now() - mark.modified / 1e9 >= self._settle

    def _read(self, cursor: str, complete: list[FileMark]) -> Poll:
        errors: list[InputError] = []
        documents: list[Document] = []
        taken: list[FileMark] = []
        for mark in complete[:_AT_ONCE]:
            found = self._documents(mark, errors)
            if _mark(self._path, self._path / mark.name) == mark:  # else somebody wrote while it was read
                documents += found
                taken.append(mark)
        more = len(complete) > _AT_ONCE
        return Poll(
            cursor=cursor, documents=tuple(documents), errors=tuple(errors), files=tuple(taken), more=more, whole=True
        )

    def _documents(self, mark: FileMark, errors: list[InputError]) -> list[Document]:
        path = self._path / mark.name
        if mark.size > _LARGEST:
            cure = "read it with `purport read`"
            errors.append(TooLargeError(f"larger than {_LARGEST // MIB} MiB", about=str(path), cure=cure))
            return []
        return list(read_path(path, on_error=errors.append))


def _files(top: Path) -> Iterator[FileMark]:
    """The regular files under a folder, in an order that never changes. Raises OSError where it cannot be listed."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        for name in sorted(os.listdir(folder)):  # noqa: PTH208 - names alone are needed
            if name.startswith(".") or name.endswith(_UNFINISHED):
                continue
            path = folder / name
            mark = _mark(top, path)
            if mark is not None:
                yield mark
            elif path.is_dir() and not path.is_symlink():
                waiting.append(path)


def _mark(top: Path, path: Path) -> FileMark | None:
    """A regular file as it is; None where it is none, or is there no more."""
    try:
        status = path.lstat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return FileMark(str(path.relative_to(top)), status.st_size, status.st_mtime_ns)
