"""The files of a folder, in an order that never changes, each once, whatever links lead where."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from purport.errors import InputError, UnreadableError
from purport.sources.folders import without_furniture

__all__ = ["walk"]


def walk(path: Path, report: Callable[[InputError], None]) -> Iterator[Path]:
    """The path itself if it is no folder, else every file under it, sorted; names that begin with a dot are skipped.

    So is what a Telegram export holds besides messages. Folders are entered once each, so a link to a folder above does
    no harm. Folders that cannot be listed, or hold nothing, are reported.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir, False where the folder above is closed
        yield path
        return
    found = False
    for file in _under(path, report):
        found = True
        yield file
    if not found:
        report(
            UnreadableError(
                "no file in this folder", about=str(path), cure="files whose names begin with a dot are not read"
            )
        )


def _under(top: Path, report: Callable[[InputError], None]) -> Iterator[Path]:
    entered: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir, False where the folder above is closed
            yield path
            continue
        try:
            status = path.stat()
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))  # noqa: PTH208 - names alone are needed
        except OSError as error:
            report(
                UnreadableError((error.strerror or str(error)).lower(), about=str(path), cure="check its permissions")
            )
            continue
        if (status.st_dev, status.st_ino) not in entered:
            entered.add((status.st_dev, status.st_ino))
            waiting.extend(path / name for name in reversed(without_furniture(path, names)))
