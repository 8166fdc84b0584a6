"""Dates as people and programs write them in tables."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from purport.sources.asked import DayOrder
from purport.sources.dates import from_iso, from_mail, from_unix

__all__ = ["looks_dated", "moment", "order_of"]

_CLOCK = r"(?:[T,\s]+(?P<clock>\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
_DOTTED = re.compile(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}){_CLOCK}")
_SLASHED = re.compile(rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year>\d{{4}}){_CLOCK}")
_ISO = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_CLOCK}")
_TIME = re.compile(r"(?P<clock>\d{1,2}:\d\d(?::\d\d)?)")
# Seconds since 1970, of 2001 and later, and thousandths of them.
_SECONDS, _THOUSANDTHS = re.compile(r"\d{10}(?:\.0)?"), re.compile(r"\d{13}")
_HALF_DAY = 12


def moment(told: str, time: str, zone: str | None, order: DayOrder | None) -> str | None:
    """The moment that a cell tells, as ISO 8601 with an offset, or as a bare date; None where it tells none.

    `time`: the clock of a column beside it. What has no offset is in `zone`; without one, its day is all that is known.
    """
    told = told.strip()
    found = _ISO.fullmatch(told) or _DOTTED.fullmatch(told) or (_SLASHED.fullmatch(told) if order else None)
    if found:
        return _local(found, time.strip(), zone, order)
    if _SLASHED.fullmatch(told):
        return None
    if _SECONDS.fullmatch(told):
        return from_unix(told.partition(".")[0])
    if _THOUSANDTHS.fullmatch(told):
        return from_unix(int(told) // 1000)
    return from_iso(told) or from_mail(told)


def looks_dated(told: str) -> bool:
    """Whether a cell tells a date, in whatever order."""
    return moment(told, "", None, "dmy") is not None or moment(told, "", None, "mdy") is not None


def order_of(cells: Iterable[str]) -> DayOrder | None:
    """The order of day and month that these dates show: one of the two numbers is no month; None where none is."""
    for cell in cells:
        found = _SLASHED.fullmatch(cell.strip())
        if found and int(found["first"]) > _HALF_DAY:
            return "dmy"
        if found and int(found["second"]) > _HALF_DAY:
            return "mdy"
    return None


def _local(found: re.Match[str], time: str, zone: str | None, order: DayOrder | None) -> str | None:
    parts = found.groupdict()
    if "first" in parts:
        day, month = (parts["first"], parts["second"]) if order == "dmy" else (parts["second"], parts["first"])
    else:
        day, month = parts["day"], parts["month"]
    beside = _TIME.fullmatch(time)
    clock = parts["clock"] or (beside["clock"] if beside else None)
    try:
        on = date(int(parts["year"]), int(month), int(day))
        if clock is None or zone is None:
            return on.isoformat()
        when = datetime.combine(on, datetime.strptime(_whole(clock, parts["half"]), "%H:%M:%S").time())
        return when.replace(tzinfo=ZoneInfo(zone)).isoformat()
    except (ValueError, OverflowError):
        return None


def _whole(clock: str, half: str | None) -> str:
    """The clock with its seconds, of 24 hours."""
    hour, _, rest = clock.partition(":")
    number = int(hour)
    if half:
        number = number % _HALF_DAY + (_HALF_DAY if half[0] in "Pp" else 0)
    return f"{number:02}:{rest if ':' in rest else rest + ':00'}"
