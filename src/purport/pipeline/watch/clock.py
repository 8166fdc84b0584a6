"""Time, as an argument: the world's own, or one that a test turns as fast as it likes."""

import queue
from datetime import UTC, datetime
from typing import Protocol, TypeVar

__all__ = ["Clock", "RealClock"]

T = TypeVar("T")


class Clock(Protocol):
    """Tells the time, and waits."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        ...

    def wait(self, inbox: "queue.SimpleQueue[T]", seconds: float, *, busy: bool) -> T | None:
        """What comes in first, or None after so many seconds; `busy`: something is sure to come."""
        ...


class RealClock:
    """The world's time."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def wait(self, inbox: "queue.SimpleQueue[T]", seconds: float, *, busy: bool) -> T | None:
        """What comes in first, or None after so many seconds."""
        del busy
        try:
            return inbox.get(timeout=max(0.0, seconds))
        except queue.Empty:
            return None
