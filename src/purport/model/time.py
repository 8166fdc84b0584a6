"""When: a closed interval of local dates or date-times, with its grain and basis."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from msgspec import Struct, field

__all__ = ["Grain", "TimeSpan"]

Grain = Literal["minute", "hour", "part", "night", "day", "week", "month", "year", "range"]

_FORM = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")


class TimeSpan(Struct, frozen=True, gc=False, omit_defaults=True):
    """The closed interval in which a source puts what it tells.

    `start` and `end` are `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, local to the event; `zone` is the IANA name of that local
    time, None where it is not known. `grain` is the unit the words speak in ("part": a part of a day); `basis` says
    what anchored them: "words" (a full date is in the text), "published" (relative to the time of publication),
    "dateline" (relative to the date at the head of the text), "as-of" (the state at a moment that the words name),
    "inherited" (told earlier in the document).
    """

    start: str
    end: str
    zone: str | None = None
    grain: Grain | None = field(default=None, name="x_grain")
    basis: str | None = field(default=None, name="x_basis")

    def __post_init__(self) -> None:
        self.bounds()

    def bounds(self) -> tuple[datetime, datetime]:
        """First and last minute, local; a bare date runs from 00:00 to 23:59."""
        return _bounds(self.start, self.end)

    def days(self) -> tuple[date, date]:
        """First and last day."""
        first, last = self.bounds()
        return first.date(), last.date()

    def overlaps(self, other: "TimeSpan") -> bool:
        """Whether some minute lies in both (zones are not compared)."""
        mine, theirs = self.bounds(), other.bounds()
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]


@lru_cache(maxsize=256)
def _bounds(start: str, end: str) -> tuple[datetime, datetime]:
    """What is told of one event is told at one time, again and again."""
    for told in (start, end):
        if not _FORM.fullmatch(told):
            raise ValueError(f"not a local ISO 8601 date or date-time to the minute: {told!r}")
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    if "T" not in end:
        last = last.replace(hour=23, minute=59)
    if first > last:
        raise ValueError(f"a time span ends ({end}) before it starts ({start})")
    return first, last
