"""When a claim can be about: a core in which it is likely, an outer span beyond which it is not, in local minutes.

Minutes count from 1970-01-01 00:00 of the time local to the event, as claims tell it. The moment of publication closes
a span: what has been told has happened.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from purport.model import TimeSpan

__all__ = ["DAY", "LONGEST", "UNDATED", "Rank", "Window", "date_text", "day_of", "moment_of", "night_of", "window_of"]

HOUR, DAY = 60, 24 * 60
LONGEST = 45  # days: what is told of a longer span is compared at its beginning and on its last day only
UNDATED = -1  # the day of what has no window
_EPOCH = date(1970, 1, 1).toordinal()
_ZONE = timezone(timedelta(hours=3))  # Moscow and Kyiv within an hour: publication only closes a span
_DUSK, _NIGHTFALL, _SUNRISE, _NOON = 18 * HOUR, 23 * HOUR, 8 * HOUR, 12 * HOUR
_LOOSEST: "Rank" = 4
_LOOSE = 2 * DAY  # what is told without a time happened so long before it was told, at most
_SLACK = 3 * HOUR  # clocks, zones and delays of posting
_LIVE = 6 * HOUR  # who tells of what is seen or heard tells it so soon

Rank = Literal[0, 1, 2, 3, 4]
"""How firmly a window is told: 0 by hours, 1 as a night, 2 by a date, 3 by several days, 4 not at all."""


class Window(Struct, frozen=True, gc=False):
    """`start` to `end` is the outer span, `core_start` to `core_end` the core; all inclusive."""

    start: int
    end: int
    core_start: int
    core_end: int
    rank: Rank

    @property
    def is_loose(self) -> bool:
        """Whether no time is told, so that only publication bounds it."""
        return self.rank == _LOOSEST

    def meets(self, other: "Window") -> bool:
        """Whether both can be about one moment."""
        return self.start <= other.end and other.start <= self.end

    def meets_core(self, other: "Window") -> bool:
        """Whether the cores meet: no fringe is needed to make one of the two."""
        return self.core_start <= other.core_end and other.core_start <= self.core_end

    def holds(self, other: "Window") -> bool:
        """Whether the other's core lies within this span's core."""
        return self.core_start <= other.core_start and other.core_end <= self.core_end

    def within(self, other: "Window") -> "Window":
        """As much of this as lies within another that it meets; of its core too, where that meets it."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        core_start, core_end = max(self.core_start, start), min(self.core_end, end)
        if core_start > core_end:
            core_start, core_end = start, end
        return Window(start, end, core_start, core_end, self.rank)

    def narrowed(self, other: "Window") -> "Window":
        """What two windows that meet leave open: the firmer of them; of two as firm, what they share."""
        if self.rank != other.rank:
            return self if self.rank < other.rank else other
        start, end = max(self.start, other.start), min(self.end, other.end)
        core_start, core_end = max(self.core_start, other.core_start), min(self.core_end, other.core_end)
        if core_start > core_end:
            core_start, core_end = start, end
        return Window(start, end, core_start, core_end, self.rank)


def night_of(window: Window) -> int:
    """The day, counted from 1970-01-01, at whose noon the night begins in which a window lies for the most part."""
    return ((window.core_start + window.core_end) // 2 - DAY // 2 - 1) // DAY


def day_of(minute: int) -> int:
    """The day, counted from 1970-01-01, of a minute."""
    return minute // DAY


def date_text(minute: int) -> str:
    """The date of a minute, as claims write it."""
    return date.fromordinal(_EPOCH + minute // DAY).isoformat()


def window_of(time: TimeSpan | None, published: str | None, *, live: bool = False) -> Window | None:
    """The window of a claim's time, closed by its publication; None where nothing tells.

    `live`: what is told while it happens, and where no hours are told, happened not long before.
    """
    told = moment_of(published) if published else None
    if told is None:
        return _told(time.start, time.end) if time else None
    window = (
        _closed(_told(time.start, time.end), told) if time else Window(told - _LOOSE, told, told - DAY, told, _LOOSEST)
    )
    return _near(window, told) if live and window.rank else window


@lru_cache(maxsize=1 << 14)
def moment_of(published: str) -> int:
    """The last minute, local, at which something was published: a bare date lasts to its end."""
    if len(published) == len("2024-04-05"):
        return _days(published) * DAY + DAY - 1
    moment = datetime.fromisoformat(published)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    local = moment.astimezone(_ZONE)
    return (local.toordinal() - _EPOCH) * DAY + local.hour * HOUR + local.minute


@lru_cache(maxsize=1 << 14)
def _told(start: str, end: str) -> Window:
    if "T" in start or "T" in end:
        first = _minute(start) if "T" in start else _days(start) * DAY
        last = _minute(end) if "T" in end else _days(end) * DAY + DAY - 1
        return Window(first, last, first, last, 0)
    first_day, last_day = _days(start), _days(end)
    if last_day == first_day:
        return Window(first_day * DAY, last_day * DAY + DAY - 1, first_day * DAY, last_day * DAY + DAY - 1, 2)
    if last_day == first_day + 1:
        first, last = first_day * DAY, last_day * DAY
        return Window(first + _DUSK, last + _NOON, first + _NIGHTFALL, last + _SUNRISE, 1)
    first, last = first_day * DAY, last_day * DAY + DAY - 1
    return Window(first, last, first, last, 3)


def _closed(window: Window, told: int) -> Window:
    """The window up to the moment of telling, where that lies within it."""
    told += _SLACK
    if not window.start < told < window.end:
        return window
    core_end = min(window.core_end, told)
    core_start = min(window.core_start, core_end)
    return Window(window.start, told, core_start, core_end, window.rank)


def _near(window: Window, told: int) -> Window:
    """The window with its core in the hours before the telling, where that holds them."""
    core_start, core_end = max(window.core_start, told - _LIVE), min(window.core_end, told)
    return Window(window.start, window.end, core_start, core_end, window.rank) if core_start <= core_end else window


def _minute(text: str) -> int:
    return _days(text[:10]) * DAY + int(text[11:13]) * HOUR + int(text[14:16])


def _days(text: str) -> int:
    return date.fromisoformat(text).toordinal() - _EPOCH
