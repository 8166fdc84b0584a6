"""What an archive is divided into: files, and of large ones ranges, each read by one worker at a time."""

import io
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from msgspec import Struct

from purport.errors import PurportError, UnreadableError
from purport.model.canonical import digest

__all__ = ["Kind", "LostError", "Unit", "open_unit", "units"]

RANGE = 256 << 20
"""Bytes of a WARC file that one worker reads: some minutes of work, so that what a kill undoes is no more."""

_PACKAGES = {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "http": "aiohttp", "https": "aiohttp"} | (
    dict.fromkeys(("az", "abfs", "abfss"), "adlfs")
)
"""What fsspec needs for addresses."""
_KNOWN = "https://filesystem-spec.readthedocs.io"

Kind = Literal["warc", "documents", "parquet", "other"]


class LostError(Exception):
    """A file cannot be got at now, as where its store does not answer: no fault of what is in it, and worth a retry."""


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
    with _told(given):
        system, path = _located(given)
        found = sorted(system.glob(path) if _is_pattern(path) else [path])
        files = [file for one in found for file in (sorted(system.find(one)) if _is_folder(system, one) else [one])]
        files = [file for file in files if not any(part.startswith(".") for part in file.split("/"))]
        if not files:
            raise UnreadableError("no file", about=given, cure="check the path")
        for file in files:
            yield from _of_file(system, file)


def _located(url: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it. Raises UnreadableError."""
    from fsspec.core import split_protocol, url_to_fs

    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        package = _PACKAGES.get(split_protocol(url)[0])
        cure = f"pip install {package}" if package else "install it"
        raise UnreadableError(f"needs a package more: {_first_line(error)}", about=url, cure=cure) from error
    except ValueError as error:
        raise UnreadableError(_first_line(error).lower(), about=url, cure=f"what is known: {_KNOWN}") from error
    return system, path


@contextmanager
def _told(about: str) -> Iterator[None]:
    """What a file system fails with, as the error that it is. Each has errors of its own beside those of the system."""
    try:
        yield
    except PurportError:
        raise
    except FileNotFoundError as error:
        raise UnreadableError("no such file, or no answer", about=about, cure="check the path") from error
    except OSError as error:
        reason = (error.strerror or _first_line(error)).lower()
        raise UnreadableError(reason, about=about, cure="check the path and its permissions") from error
    except Exception as error:
        reason = f"{type(error).__name__}: {_first_line(error)}"
        raise UnreadableError(reason, about=about, cure="check the address and what it asks for") from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "")[:200]


def _is_pattern(path: str) -> bool:
    return any(char in path for char in "*?[")


def _is_folder(system: Any, path: str) -> bool:
    """A web server has no folders: what ends with a slash is a page that lists files."""
    return path.endswith("/") or bool(system.info(path)["type"] == "directory")


def _of_file(system: Any, file: str) -> Iterator[Unit]:
    url, size = system.unstrip_protocol(file), system.size(file)
    if size is None:
        raise UnreadableError("its server does not tell its size", about=url, cure="download it")
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
    """The unit's file, open for reading at any place; it raises LostError where it cannot be got at any more."""
    try:
        system, path = _located(unit.url)
        return _Lasting(system.open(path, "rb"))
    except Exception as error:
        raise LostError(f"{type(error).__name__}: {_first_line(error)}") from error


class _Lasting(io.RawIOBase):
    """A file of a file system that may fail in mid-file, in ways that are not to be taken for damage to the file."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            read = self._stream.read(len(buffer))
        except Exception as error:
            raise LostError(f"{type(error).__name__}: {_first_line(error)}") from error
        buffer[: len(read)] = read
        return len(read)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return int(self._stream.seek(offset, whence))

    def tell(self) -> int:
        return int(self._stream.tell())

    def close(self) -> None:
        self._stream.close()
        super().close()
