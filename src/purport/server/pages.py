"""Lists in pages."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import UNSET, Struct, UnsetType

from purport.server.cursor import cursor_of

__all__ = ["MOST_COUNTED", "Listed", "listed"]

T = TypeVar("T")

MOST_COUNTED = 10_000
"""Items of a list that are counted one by one."""


class Listed(Struct, Generic[T], frozen=True):
    """A page: `next` is the cursor of the one behind it, `total` how many there are; `truncated`: or more."""

    items: Sequence[T]
    next: str | None
    total: int
    truncated: bool | UnsetType = UNSET


def listed(items: Sequence[T], total: int, position: object, *, more: bool = False) -> Listed[T]:
    """A page whose last item stands at a position; None where no other page follows it.

    `more`: there are more than `total`, which nobody has counted.
    """
    cursor = None if position is None else cursor_of(position)
    return Listed(items, cursor, min(total, MOST_COUNTED), True if more or total > MOST_COUNTED else UNSET)
