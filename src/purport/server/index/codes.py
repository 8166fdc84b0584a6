"""Values as small numbers, in the order in which they first come."""

from collections.abc import Hashable, Iterable
from hashlib import blake2b
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

__all__ = ["Array", "Codes", "Keys", "key_of", "keys_of"]

Array = npt.NDArray[Any]
V = TypeVar("V", bound=Hashable)
_HEX = 17  # a letter and 16 hexadecimal digits: the ids that Purport makes


class Codes(Generic[V]):
    """Values of one column and their numbers; a value's number never changes."""

    def __init__(self, first: Iterable[V] = ()) -> None:
        self.values: list[V] = []
        self._known: dict[V, int] = {}
        for value in first:
            self(value)

    def __call__(self, value: V) -> int:
        """The number of a value, which is new where nobody has asked for it."""
        found = self._known.get(value)
        if found is None:
            found = self._known[value] = len(self.values)
            self.values.append(value)
        return found

    def __len__(self) -> int:
        return len(self.values)


class Keys:
    """Ids as numbers from 0 on: by the million, in 12 bytes each."""

    def __init__(self) -> None:
        self._sorted = np.empty(0, np.uint64)
        self._codes = np.empty(0, np.int32)

    def __len__(self) -> int:
        return len(self._sorted)

    @property
    def columns(self) -> tuple[Array, Array]:
        """The keys, sorted, and the number of each."""
        return self._sorted, self._codes

    @columns.setter
    def columns(self, told: tuple[Array, Array]) -> None:
        self._sorted, self._codes = told

    def codes(self, keys: Array) -> Array:
        """The numbers of keys; new ones are given to those that are new."""
        fresh = np.unique(keys[~self._has(keys)])
        if len(fresh):
            numbers = np.arange(len(self._sorted), len(self._sorted) + len(fresh), dtype=np.int32)
            at = np.searchsorted(self._sorted, fresh)
            self._sorted, self._codes = np.insert(self._sorted, at, fresh), np.insert(self._codes, at, numbers)
        found: Array = self._codes[np.searchsorted(self._sorted, keys)]
        return found

    def known(self, keys: Array) -> Array:
        """The numbers of those keys that have one."""
        there = keys[self._has(keys)]
        found: Array = self._codes[np.searchsorted(self._sorted, there)]
        return found

    def _has(self, keys: Array) -> Array:
        if not len(self._sorted):
            return np.zeros(len(keys), np.bool_)
        at = np.minimum(np.searchsorted(self._sorted, keys), len(self._sorted) - 1)
        found: Array = self._sorted[at] == keys
        return found


def key_of(id_: str) -> int:
    """64 bits that stand for an id, whatever its form."""
    if len(id_) == _HEX:
        try:
            return int(id_[1:], 16)
        except ValueError:
            pass
    return int.from_bytes(blake2b(id_.encode(), digest_size=8).digest(), "big")


def keys_of(ids: list[str]) -> Array:
    """The keys of many ids."""
    return np.fromiter(map(key_of, ids), np.uint64, len(ids))
