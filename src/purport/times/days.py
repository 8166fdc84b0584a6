"""Days that words name, and the moment that they are told from."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from purport.errors import MalformedError, UsageError
from purport.model.ports import Hints
from purport.times.lexemes import Lexeme, as_day_and_month

__all__ = ["Anchor", "Day", "anchor_of", "read_day"]

_CURE = "give ISO 8601 or null"
_FUTURE = timedelta(days=31)
_DIRECTIONS = {"L": "last", "X": "next", "H": "this"}
# Telling a time from a year outside these is a mistake, and would run over the calendar's ends.
_YEARS = range(1900, 2200)


class Anchor(NamedTuple):
    """The moment of publication: its day in the publisher's zone, and the moment where the hour is known."""

    day: date
    moment: datetime | None
    basis: str
    zone: ZoneInfo

    def local(self, zone: str | None) -> datetime:
        """The moment on the clocks of `zone`; the day's last minute where the hour is not known."""
        if self.moment is None:
            return datetime.combine(self.day, time(23, 59))
        return self.moment.astimezone(ZoneInfo(zone) if zone else self.zone).replace(tzinfo=None)


def anchor_of(hints: Hints) -> Anchor | None:
    """The anchor that the hints give; None where the time of publication is not known."""
    zone = _zone(hints.zone or "UTC")
    if not hints.published:
        return None
    try:
        moment = datetime.fromisoformat(hints.published)
    except ValueError as error:
        raise MalformedError("no time of publication", about=hints.published, cure=_CURE) from error
    if moment.year not in _YEARS:
        raise MalformedError("no year to publish in", about=hints.published, cure=_CURE)
    if "T" not in hints.published and " " not in hints.published:
        return Anchor(moment.date(), None, "published", zone)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return Anchor(aware.astimezone(zone).date(), aware, "published", zone)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError("no such time zone", about=name, cure="use an IANA name, as Europe/Kyiv") from error


class Day(NamedTuple):
    """A day as words give it: a date, maybe without its year; a weekday; or so many days from the anchor."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    direction: str = ""
    offset: int | None = None
    years_back: int | None = None

    @property
    def dated(self) -> bool:
        """Whether a day of the month is named."""
        return self.day is not None

    def resolve(self, anchor: Anchor | None) -> date | None:
        """The day; None where it needs an anchor and there is none, or does not exist."""
        if self.day is not None and self.month is not None:
            return self._date(anchor)
        if anchor is None:
            return None
        if self.offset is not None:
            return anchor.day + timedelta(self.offset)
        return self._weekday(anchor.day) if self.weekday is not None else None

    def _date(self, anchor: Anchor | None) -> date | None:
        assert self.day is not None  # noqa: S101
        assert self.month is not None  # noqa: S101
        if self.year is not None:
            return _real(self.year, self.month, self.day)
        if anchor is None:
            return None
        if self.years_back is not None:
            return _real(anchor.day.year - self.years_back, self.month, self.day)
        years = range(anchor.day.year + 1, anchor.day.year - 5, -1)
        dates = (_real(year, self.month, self.day) for year in years)
        return next((d for d in dates if d and d <= anchor.day + _FUTURE), None)

    def _weekday(self, today: date) -> date:
        assert self.weekday is not None  # noqa: S101
        back = (today.weekday() - self.weekday) % 7
        if self.direction == "next":
            return today + timedelta(7 - back)
        return today - timedelta(back or (7 if self.direction == "last" else 0))


def _real(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def read_day(lexemes: Sequence[Lexeme]) -> Day:
    """The day that words of one expression name together; a date outweighs its weekday."""
    found = Day()
    for lexeme in lexemes:
        if lexeme.letter in {"D", "d", "c"}:
            return _figures(lexeme)
        if lexeme.letter in _DIRECTIONS:
            found = found._replace(direction=_DIRECTIONS[lexeme.letter])
        elif lexeme.letter in {"R", "U"}:
            found = _year_word(found, lexeme)
        else:
            found = _with(found, lexeme)
    return found


def _with(found: Day, lexeme: Lexeme) -> Day:
    match lexeme.letter:
        case "#":
            return found._replace(day=lexeme.value)
        case "M":
            return found._replace(month=lexeme.value)
        case "Y":
            return found._replace(year=lexeme.value)
        case "W":
            return found._replace(weekday=lexeme.value)
        case "J":
            return found._replace(offset=lexeme.value)
        case _:
            return found


def _figures(lexeme: Lexeme) -> Day:
    if lexeme.letter == "D":
        full = date.fromordinal(lexeme.value)
        return Day(full.day, full.month, full.year)
    day, month = as_day_and_month(lexeme)
    return Day(day, month)


def _year_word(found: Day, lexeme: Lexeme) -> Day:
    """«16 ноября т.г.», "26 April last year"."""
    if (lexeme.letter == "R" and lexeme.value == 1) or found.direction == "this":
        return found._replace(years_back=0)
    return found._replace(years_back=1) if found.direction == "last" else found
