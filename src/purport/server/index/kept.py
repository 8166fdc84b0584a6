"""What has been worked out is kept for whoever asks the same again, as long as there is room."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

__all__ = ["Kept", "bytes_in"]


def bytes_in(value: Any) -> int:
    """Bytes that an array, or a collection of arrays, takes; of anything else, what it takes at least."""
    if isinstance(value, dict):
        return sum(map(bytes_in, value.values()))
    if isinstance(value, tuple):
        return sum(map(bytes_in, value))
    size: int = getattr(value, "nbytes", 0)
    return size + _AROUND


_AROUND = 200  # bytes of Python's own for each


class Kept:
    """Values by what they answer, those asked for last; `most` bounds the sum of their sizes. None is never kept."""

    def __init__(self, most: int, size: Callable[[Any], int] = bytes_in) -> None:
        self._most = most
        self._size = size
        self._used = 0
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Any:
        """What is kept; None where nothing is."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            return None

    def put(self, key: Hashable, value: Any) -> None:
        """Keep it; those that nobody has asked for longest go."""
        with self._lock:
            if key in self._values:
                self._used -= self._size(self._values.pop(key))
            self._values[key] = value
            self._used += self._size(value)
            while self._used > self._most and self._values:
                self._used -= self._size(self._values.popitem(last=False)[1])
