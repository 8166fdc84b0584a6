"""The incidents in time: a bar for each night or month, and which feeds told anything then."""

from functools import lru_cache
from typing import Literal

import numpy as np
from msgspec import UNSET, Struct, UnsetType

from purport.model.claim import KINDS
from purport.server.index.codes import Array
from purport.server.index.columns import NEVER, STANCES
from purport.server.index.feeds import Feed, date_of, feeds, published_within
from purport.server.index.filtering import mask_of, more_of
from purport.server.index.view import View
from purport.server.query import Filters

__all__ = ["Bin", "By", "Coverage", "Timeline", "timeline"]

By = Literal["night", "month"]

_MOST_NIGHTS = 400
"""From more than that on, months are told where nothing else was asked for."""
_NIGHTS_LONG, _MONTH_LONG = 2 * 24 * 60, 31 * 24 * 60
_GAPS = {"night": 1, "month": 7}  # days of silence that still part nothing
_HELD = [STANCES.index(stance) for stance in ("asserted", "unverified")]
_ATTACK, _STOPPED, _HIT = (KINDS.index(kind) for kind in ("attack", "interception", "impact"))


class Bin(Struct, frozen=True):
    """A night, by its last date, or a month. Weapons: stopped, through, and launched without a word of what became.

    What is part of a whole that is told is not counted beside it; of a whole that tells less than its parts, they are.
    """

    start: str
    end: str
    stopped: int
    through: int
    unknown: int
    incidents: int
    contradicted: int


class Coverage(Struct, frozen=True):
    """How many documents were published then."""

    start: str
    end: str
    documents: int


class Timeline(Struct, frozen=True):
    """`undated`: of those asked for, how many tell no time, or one too long for a bar.

    `truncated`: more claims hold the words that were asked for than were looked at.
    """

    by: By
    bins: list[Bin]
    undated: int
    coverage: list[Coverage]
    sources: list[Feed]
    truncated: Literal[True] | UnsetType = UNSET


def timeline(view: View, filters: Filters, by: Literal["night", "month", "auto"]) -> Timeline:
    """The incidents asked for, in time."""
    columns, mask = view.columns, mask_of(view, filters)
    asked = np.flatnonzero(mask)
    told = asked[_timed(view)[asked]]
    length = columns.ends[told].astype(np.int64) - columns.starts[told]
    nights = columns.night[told]
    grain = by if by != "auto" else _grain(nights[length <= _NIGHTS_LONG])
    fits = length <= (_NIGHTS_LONG if grain == "night" else _MONTH_LONG)
    shown, undated = told[fits], len(asked) - np.count_nonzero(fits)
    if not len(shown):
        return Timeline(grain, [], int(undated), [], [], more_of(view, filters))
    bins = _bin_of(nights[fits] + 1, grain)
    first, last = int(bins.min()), int(bins.max())
    dates = [_dates(number, grain) for number in range(first, last + 1)]
    span = _starts(first, grain), _starts(last + 1, grain) - 1
    days, published = published_within(view, *span)
    documents = np.bincount(_bin_of(days, grain) - first, published, len(dates)).astype(np.int64)
    figures = _figures(view, mask, shown, bins - first, len(dates))
    return Timeline(
        grain,
        [Bin(*ends, *told) for ends, told in zip(dates, zip(*figures, strict=True), strict=True)],
        int(undated),
        [Coverage(*ends, number) for ends, number in zip(dates, documents.tolist(), strict=True)],
        feeds(view, *span, _GAPS[grain]),
        more_of(view, filters),
    )


def _timed(view: View) -> Array:
    """Which incidents tell a time and a night."""
    found: Array | None = view.derived.get("timed")
    if found is None:
        found = (view.columns.starts != NEVER) & (view.columns.night != NEVER)
        view.derived.put("timed", found)
    return found


def _grain(nights: Array) -> By:
    return "night" if not len(nights) or nights.max() - nights.min() < _MOST_NIGHTS else "month"


def _figures(view: View, mask: Array, shown: Array, bins: Array, number: int) -> list[list[int]]:
    """Stopped, through, unknown, incidents and contradicted of each bin."""
    left, kinds = _left(view, mask, shown), view.columns.kind[shown]
    sides = len(view.names.attackers)
    spots = bins.astype(np.int64) * sides + view.columns.attacker[shown]
    launched, stopped, through = (
        np.bincount(spots, left * (kinds == kind), number * sides).reshape(number, sides)
        for kind in (_ATTACK, _STOPPED, _HIT)
    )
    unknown = np.maximum(launched - stopped - through, 0)
    parents = view.parents[shown]
    tops = (parents < 0) | ~mask[parents]
    told = (
        stopped.sum(1),
        through.sum(1),
        unknown.sum(1),
        np.bincount(bins, tops, number),
        np.bincount(bins, view.columns.contradictions[shown] > 0, number),
    )
    return [column.astype(np.int64).tolist() for column in told]


def _left(view: View, mask: Array, shown: Array) -> Array:
    """The numbers of incidents, of a whole what its parts do not have already."""
    numbers, parts, wholes, told = _numbers(view)
    counts = mask[parts]
    has = np.bincount(wholes[counts], told[counts], len(view))
    left: Array = np.maximum(numbers[shown] - has[shown], 0)
    return left


def _numbers(view: View) -> tuple[Array, Array, Array, Array]:
    """The number of each incident, a hit without one is one; which parts have some, their wholes, and their numbers."""
    found: tuple[Array, Array, Array, Array] | None = view.derived.get("numbers")
    if found is None:
        columns = view.columns
        number = np.where(columns.best >= 0, columns.best, columns.exactly)
        number = np.where(number < 0, columns.kind == _HIT, number) * np.isin(columns.stance, _HELD)
        parts = np.flatnonzero((view.parents >= 0) & (number > 0))
        found = number, parts, view.parents[parts], number[parts]
        view.derived.put("numbers", found)
    return found


def _bin_of(days: Array, grain: By) -> Array:
    """The bins of days: the days themselves, or the months counted from 1970."""
    if grain == "night" or not len(days):
        return days
    first = days.min()
    months = np.arange(first, days.max() + 1).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    found: Array = months[days - first]
    return found


def _starts(number: int, grain: By) -> int:
    """The first day of a bin."""
    if grain == "night":
        return number
    return int(np.datetime64(number, "M").astype("datetime64[D]").astype(np.int64))


@lru_cache(maxsize=1 << 14)
def _dates(number: int, grain: By) -> tuple[str, str]:
    return date_of(_starts(number, grain)), date_of(_starts(number + 1, grain) - 1)
