"""When the sources published anything, so that silence is seen."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from purport.server.index.codes import Array
from purport.server.index.view import View

__all__ = ["Feed", "date_of", "feeds", "published_within"]

_FEEDS = 12
_BEFORE = 1 << 31  # days before 1970 count as well
_EPOCH = date(1970, 1, 1).toordinal()


class Feed(Struct, frozen=True):
    """A source, and the spells of days in which it published."""

    source: str
    days: list[tuple[str, str]]


class _Published(NamedTuple):
    """How many documents a source published on a day, by `keys` that tell both, in their order; `sums`: all before.

    `days` and `documents`: the same of all sources.
    """

    keys: Array
    sums: Array
    days: Array
    documents: Array


def published_within(view: View, first: int, last: int) -> tuple[Array, Array]:
    """The days, from the first to the last, on which documents were published, and how many."""
    known = _published(view)
    begin, end = np.searchsorted(known.days, [first, last + 1])
    return known.days[begin:end], known.documents[begin:end]


def feeds(view: View, first: int, last: int, gap: int) -> list[Feed]:
    """The busiest sources from the first day to the last; `gap`: days of silence that still part nothing."""
    known = _published(view)
    sources = np.arange(len(view.sources.values))
    begins, ends = (np.searchsorted(known.keys, _keys(sources, np.int64(day))) for day in (first, last + 1))
    counts = known.sums[ends] - known.sums[begins]
    busiest = np.argsort(-counts, kind="stable")[:_FEEDS].tolist()
    return [
        Feed(view.sources.values[code], _spells(_days(known.keys[begins[code] : ends[code]]), gap))
        for code in busiest
        if counts[code]
    ]


def _published(view: View) -> _Published:
    found: _Published | None = view.derived.get("published")
    if found is None:
        told = view.publications
        keys, counts = np.unique(_keys(told.source, told.day.astype(np.int64)), return_counts=True)
        days, documents = np.unique(told.day, return_counts=True)
        found = _Published(keys, np.concatenate([[0], np.cumsum(counts)]), days, documents)
        view.derived.put("published", found)
    return found


def _keys(sources: Array, days: Array | np.int64) -> Array:
    found: Array = (sources.astype(np.int64) << 32) + days + _BEFORE
    return found


def _days(keys: Array) -> Array:
    found: Array = (keys & 0xFFFFFFFF) - _BEFORE
    return found


def _spells(days: Array, gap: int) -> list[tuple[str, str]]:
    """Of days in their order."""
    breaks = np.flatnonzero(np.diff(days) > gap + 1)
    firsts, lasts = days[np.r_[0, breaks + 1]], days[np.r_[breaks, len(days) - 1]]
    return [(date_of(first), date_of(last)) for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)]


@lru_cache(maxsize=1 << 16)
def date_of(day: int) -> str:
    """The date of a day, counted from 1970."""
    return date.fromordinal(_EPOCH + day).isoformat()
