"""When the sources published anything, so that silence is seen."""

from datetime import date
from functools import lru_cache

import numpy as np
from msgspec import Struct

from purport.server.index.codes import Array
from purport.server.index.view import View

__all__ = ["Feed", "date_of", "feeds", "published_within"]

_FEEDS = 12
_EPOCH = date(1970, 1, 1).toordinal()


class Feed(Struct, frozen=True):
    """A source, and the spells of days in which it published."""

    source: str
    days: list[tuple[str, str]]


def published_within(view: View, first: int, last: int) -> tuple[Array, Array]:
    """The days on which documents were published, from the first to the last, and by whom."""
    days, sources = _by_day(view)
    begin, end = np.searchsorted(days, [first, last + 1])
    return days[begin:end], sources[begin:end]


def feeds(view: View, days: Array, sources: Array, gap: int) -> list[Feed]:
    """The busiest sources; `gap`: days of silence that still part nothing."""
    counts = np.bincount(sources, minlength=1)
    busiest = np.argsort(-counts, kind="stable")[:_FEEDS].tolist()
    return [Feed(view.sources.values[code], _spells(days[sources == code], gap)) for code in busiest if counts[code]]


def _by_day(view: View) -> tuple[Array, Array]:
    found: tuple[Array, Array] | None = view.derived.get("published")
    if found is None:
        order = np.argsort(view.publications.day, kind="stable")
        found = view.publications.day[order], view.publications.source[order]
        view.derived.put("published", found)
    return found


def _spells(days: Array, gap: int) -> list[tuple[str, str]]:
    """Of days in their order, of which each may come more than once."""
    breaks = np.flatnonzero(np.diff(days) > gap + 1)
    firsts, lasts = days[np.r_[0, breaks + 1]], days[np.r_[breaks, len(days) - 1]]
    return [(date_of(first), date_of(last)) for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)]


@lru_cache(maxsize=1 << 16)
def date_of(day: int) -> str:
    """The date of a day, counted from 1970."""
    return date.fromordinal(_EPOCH + day).isoformat()
