"""From what writes into a file to what is sent as it is made: the longest answer takes the memory of a few pieces."""

import io
from collections.abc import Callable, Iterator
from queue import Full, Queue
from threading import Event, Thread
from typing import BinaryIO, cast

from fastapi.responses import StreamingResponse

__all__ = ["download"]

_PIECE = 64 * 1024
_PIECES = 4  # that wait to be sent
_LOOK = 0.5  # seconds between two looks at whether anybody still reads


class _GoneError(Exception):
    """Nobody reads any more."""


class _Pipe(io.RawIOBase):
    """A file whose pieces another thread takes out; an empty piece is its end, an error is what ended it."""

    def __init__(self) -> None:
        self._pieces: Queue[bytes | Exception] = Queue(_PIECES)
        self._left = Event()
        self._held = bytearray()

    def write(self, data: object) -> int:
        """Hold the bytes, and hand them on where they are enough for a piece."""
        piece = cast("bytes", data)
        self._held += piece
        if len(self._held) >= _PIECE:
            self._put(bytes(self._held))
            self._held.clear()
        return len(piece)

    def fill(self, writes: Callable[[BinaryIO], object]) -> None:
        """Write all of it; runs in a thread of its own."""
        try:
            writes(cast("BinaryIO", self))
            self._put(bytes(self._held))
            self._put(b"")
        except _GoneError:
            return
        except Exception as error:
            self._pieces.put(error)

    def pieces(self) -> Iterator[bytes]:
        """What was written, as it comes; who stops reading stops the writing."""
        try:
            while piece := self._pieces.get():
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            self._left.set()

    def _put(self, piece: bytes) -> None:
        while not self._left.is_set():
            try:
                self._pieces.put(piece, timeout=_LOOK)
            except Full:
                continue
            return
        raise _GoneError


def download(writes: Callable[[BinaryIO], object], media: str, name: str) -> StreamingResponse:
    """An answer that `writes` makes while it is sent; a browser keeps it as a file of this name."""

    def made() -> Iterator[bytes]:
        pipe = _Pipe()
        Thread(target=pipe.fill, args=(writes,), daemon=True).start()
        yield from pipe.pieces()

    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(made(), media_type=media, headers=headers)
