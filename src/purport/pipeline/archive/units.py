"""What an archive is divided into: files, and of large ones ranges, each read by one worker at a time."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from purport.errors import UnreadableError
from purport.model.canonical import digest

__all__ = ["Kind", "Unit", "open_unit", "units"]

RANGE = 256 << 20
"""Bytes of a WARC file that one worker reads: some minutes of work, so that what a kill undoes is no more."""

Kind = Literal["warc", "documents", "parquet", "other"]


class Unit(Struct, frozen=True):
    """The records of the file at `url` that begin at the byte `start` or behind it, and before `end`, if there is one.

    Only WARC files are divided: of another kind a unit is the whole file.
    """

    url: str
    size: int
    kind: Kind
    start: int = 0
    end: int | None = None

    @property
    def id(self) -> str:
        """The same for the same range of a file of the same size, so that a run can go on where another stopped."""
        return digest("u", 1, self)


def units(inputs: Iterable[str]) -> list[Unit]:
    """The units of files, folders and patterns, local or at the addresses of an object store, each once.

    Raises UnreadableError where one names nothing.
    """
    return list(dict.fromkeys(unit for one in inputs for unit in _of_input(one)))


def _of_input(given: str) -> Iterator[Unit]:
    from fsspec.core import url_to_fs

    system, path = url_to_fs(given)
    try:
        found = sorted(system.glob(path) if _is_pattern(path) else [path])
        files = [file for one in found for file in (sorted(system.find(one)) if system.isdir(one) else [one])]
        files = [file for file in files if not any(part.startswith(".") for part in file.split("/"))]
        if not files:
            raise UnreadableError("no file", about=given, cure="check the path")
        for file in files:
            yield from _of_file(system, file)
    except OSError as error:
        raise UnreadableError((error.strerror or str(error)).lower(), about=given, cure="check the path") from error


def _is_pattern(path: str) -> bool:
    return any(char in path for char in "*?[")


def _of_file(system: Any, file: str) -> Iterator[Unit]:
    url, size = system.unstrip_protocol(file), system.size(file)
    with system.open(file, "rb") as stream:
        kind = _kind(stream.read(1024))
    if kind != "warc" or size <= RANGE:
        yield Unit(url, size, kind)
        return
    for start in range(0, size, RANGE):
        yield Unit(url, size, kind, start, min(start + RANGE, size))


def _kind(head: bytes) -> Kind:
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 64)
        except zlib.error:
            return "other"
    if head.startswith(b"WARC/"):
        return "warc"
    return "documents" if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") else "other"


def open_unit(unit: Unit) -> Any:
    """The unit's file, open for reading at any place. Raises UnreadableError."""
    from fsspec.core import url_to_fs

    try:
        system, path = url_to_fs(unit.url)
        return system.open(path, "rb")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableError(reason, about=unit.url, cure="check the path and its permissions") from error
