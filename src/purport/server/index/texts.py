"""Columns of JSON without an object for each value: every value is a text of one width, taken by its number."""

from collections.abc import Iterable

import msgspec
import numpy as np

from purport.server.index.codes import Array

__all__ = ["Texts", "ids_of", "listed", "numbers_of"]

_HEX = np.frombuffer(b"0123456789abcdef", np.uint8)
_ID = np.frombuffer(b'"i0123456789abcdef",', np.uint8)


class Texts:
    """Values as JSON, padded with blanks, which JSON allows between values, and each with its comma."""

    def __init__(self, values: Iterable[object]) -> None:
        self._texts = np.array([msgspec.json.encode(value) + b"," for value in values] or [b""])
        width = self._texts.dtype.itemsize
        self._texts = np.char.ljust(self._texts, width)

    def taken(self, codes: Array) -> bytes:
        """The values of these numbers, as a list."""
        return listed(self._texts[codes].tobytes())


def listed(told: bytes) -> bytes:
    """A list of what ends in commas, and in blanks."""
    return b"[%b]" % told.rstrip(b" ,")


def numbers_of(values: Array) -> bytes:
    """Whole numbers as a list; -1 is null."""
    unique, codes = np.unique(values, return_inverse=True)
    return Texts(None if value == -1 else value for value in unique.tolist()).taken(codes)


def ids_of(keys: Array) -> bytes:
    """The ids of incidents, by their keys, as a list."""
    told = np.broadcast_to(_ID, (len(keys), len(_ID))).copy()
    digits = keys.astype(">u8").view(np.uint8).reshape(-1, 8)
    told[:, 2:18:2] = _HEX[digits >> 4]
    told[:, 3:18:2] = _HEX[digits & 15]
    return listed(told.tobytes())
