"""Time that is turned by hand, or runs as fast as it can; kept in a file, so that it outlives whoever is killed."""

import queue
import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

START = datetime(2024, 4, 5, 0, 0, tzinfo=UTC)
DAY = 24 * 3600.0
_PATIENCE = 60.0  # seconds until an answer that has not come in never will


class FastClock:
    """A clock that jumps to whatever is waited for. At `end` (seconds after START) it calls `ended`, once and again."""

    def __init__(self, path: Path, end: float = DAY) -> None:
        self._path = path
        self.end = end
        self.ended: Callable[[], None] = lambda: None
        self.at_each: Callable[[float], None] = lambda _now: None
        if not path.exists():
            self.turn(0.0)

    @property
    def seconds(self) -> float:
        return seconds_in(self._path)

    def turn(self, seconds: float) -> None:
        self._path.write_bytes(struct.pack("<d", seconds))

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def wait(self, inbox: "queue.SimpleQueue[T]", seconds: float, *, busy: bool) -> T | None:
        if busy:
            return inbox.get(timeout=_PATIENCE)
        try:
            return inbox.get_nowait()
        except queue.Empty:
            self.turn(min(self.end, self.seconds + max(0.0, seconds)))
        self.at_each(self.seconds)
        if self.seconds >= self.end:
            self.ended()
        return None


def seconds_in(path: Path) -> float:
    data = path.read_bytes() if path.exists() else b""
    return struct.unpack("<d", data)[0] if len(data) == 8 else 0.0
