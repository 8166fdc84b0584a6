"""Files and bytes, opened so that nothing hangs, nothing floods the memory, and every failure is an InputError."""

import gzip
import hashlib
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from purport.errors import MalformedError, TooLargeError, UnreadableError
from purport.sources.limits import HEAD, MAX_INFLATION, MAX_LINE, MIB

__all__ = ["Blob", "open_bytes", "open_file", "open_seekable", "open_stream", "sha256"]

_GZIP = b"\x1f\x8b"
_SPLIT = "split it into smaller files"


class Blob:
    """One file, or bytes that are as good as one, gzip already undone.

    `name` is what errors are about; `stem` is the file's name without its folder and its ending. `url` is where it was
    fetched, and `charset` what the server said of its encoding, where that is known. All methods raise InputError only.
    """

    url: str | None = None
    charset: str | None = None

    def __init__(self, stream: BinaryIO, name: str, size: int, *, packed: bool) -> None:
        self.name = name
        self.stem = _stem(name)
        self._stream = stream
        self._size = size
        self._packed = packed

    def head(self) -> bytes:
        """The first bytes, at most HEAD of them; less where the rest is broken."""
        parts: list[bytes] = []
        wanted = HEAD
        try:
            with _foreign(self.name):
                while wanted and (part := self._stream.read1(wanted)):  # type: ignore[attr-defined]
                    parts.append(part)
                    wanted -= len(part)
        except MalformedError:
            if not parts:
                raise
        with _foreign(self.name):
            self._stream.seek(0)
        return b"".join(parts)

    def whole(self, limit: int, what: str) -> bytes:
        """All bytes; raises TooLargeError where there are more than `limit`, which is what a `what` may have."""
        if not self._packed and self._size > limit:
            raise self._too_large(limit, what)
        with _foreign(self.name):
            data = self._stream.read(limit + 1)
        if len(data) > limit:
            raise self._too_large(limit, what)
        return data

    def seekable(self) -> BinaryIO:
        """The stream itself, for a reader that goes to and fro in it."""
        return self._stream

    def _too_large(self, limit: int, what: str) -> TooLargeError:
        return TooLargeError(f"larger than the {limit // MIB} MiB that {what} may have", about=self.name, cure=_SPLIT)

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Each line that is not blank, with its number from 1 on; None stands for one that is longer than MAX_LINE."""
        number = total = 0
        while True:
            number += 1
            line, length = self._line()
            if not length:
                return
            total += length
            self._check_inflation(total)
            if line is None or line.strip():
                yield number, line

    def _line(self) -> tuple[bytes | None, int]:
        with _foreign(self.name):
            line = self._stream.readline(MAX_LINE + 1)
            length = len(line)
            if length <= MAX_LINE:
                return line, length
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(MIB)
                length += len(line)
                self._check_inflation(length)
        return None, length

    def _check_inflation(self, total: int) -> None:
        if self._packed and total > MAX_LINE + MAX_INFLATION * self._size:
            raise TooLargeError(
                f"unpacks to more than {MAX_INFLATION} times its size, as archives made to flood a disk do",
                about=self.name,
                cure="unpack it yourself if you trust it",
            )


def open_bytes(data: bytes, name: str, *, url: str | None = None, charset: str | None = None) -> Blob:
    """Bytes as if they were the file `name`, fetched at an address in the encoding that the server named."""
    blob = _blob(io.BytesIO(data), name, len(data))
    blob.url, blob.charset = url, charset
    return blob


@contextmanager
def open_stream(stream: BinaryIO, name: str) -> Iterator[Blob]:
    """A stream that somebody else has opened and will close; its bytes are taken as they come."""
    yield Blob(stream, name, 0, packed=False)


def open_seekable(stream: BinaryIO, name: str, size: int) -> Blob:
    """A stream of `size` bytes that somebody else has opened and will close, and that can be read from any place."""
    return _blob(stream, name, size)


@contextmanager
def open_file(path: Path) -> Iterator[Blob]:
    """A regular file. Raises UnreadableError for what is missing, forbidden, or no file.

    Pipes and devices are never waited for.
    """
    with _foreign(str(path)):
        stream = _open_regular(path)
    with stream:
        yield _blob(stream, str(path), os.fstat(stream.fileno()).st_size)


def _open_regular(path: Path) -> BinaryIO:
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait forever; on regular files it means nothing.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise UnreadableError("a folder, no file", about=str(path), cure="name the files in it")
    raise UnreadableError("a pipe or a device, no file", about=str(path), cure="save its contents to a file first")


def _blob(stream: BinaryIO, name: str, size: int) -> Blob:
    packed = stream.read(2) == _GZIP
    stream.seek(0)
    if not packed:
        return Blob(stream, name, size, packed=False)
    return Blob(gzip.GzipFile(fileobj=stream, mode="rb"), name, size, packed=True)  # type: ignore[arg-type]


@contextmanager
def _foreign(name: str) -> Iterator[None]:
    """The one seam at which errors of the system and of gzip become ours."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise MalformedError(f"broken gzip file: {error}", about=name, cure="download or pack it again") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableError(reason, about=name, cure="check the path and its permissions", retry=True) from error


def _stem(name: str) -> str:
    base = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    base = base.removesuffix(".gz") or base
    return Path(base).stem or base or "document"


def sha256(data: bytes) -> str:
    """The hash that a document keeps of the bytes it was read from, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
