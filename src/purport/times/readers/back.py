"""Reads "two weeks ago", "last week", "in September"."""

from calendar import monthrange
from datetime import date, timedelta

from purport.model.time import Grain
from purport.times.days import Anchor
from purport.times.lexicon import DAYS, HOURS, MONTHS, WEEKS, YEARS
from purport.times.readers.base import Found, Reading, dates, moments_of

__all__ = ["ago", "last_units", "month", "months", "week_day", "within_units", "year"]

_SHORT = frozenset({"jan", "mar", "apr", "jun", "jul", "sep", "dec"})  # names of people and of things, too
_GRAINS: dict[int, Grain] = {HOURS: "hour", DAYS: "day", WEEKS: "week", MONTHS: "month", YEARS: "year"}
_LENGTHS = {DAYS: 1, WEEKS: 7, MONTHS: 30, YEARS: 365}


def ago(found: Found) -> Reading | None:
    """ "two weeks ago" from the publication; "two weeks earlier" from the day told before."""
    earlier = found.match["way"] == "v"
    base = found.told.day if earlier and found.told else (found.anchor.day if found.anchor else None)
    unit, count = _unit(found), found.value("count") or 1
    if base is None or _is_vague(found) or _goes_on(found):
        return None
    if unit == HOURS:
        return None if earlier else _hours_ago(found, count)
    basis = "inherited" if earlier and found.told else found.basis()
    if unit in {MONTHS, YEARS}:
        return _calendar(base, unit, count, basis)
    day = base - timedelta(count * (7 if unit == WEEKS else 1))
    return dates(day, day, _GRAINS[unit], basis)


def _is_vague(found: Found) -> bool:
    """«днів тому» without a number."""
    unit = found.words("unit")[0]
    return not found.has("count") and (unit.letter == "m" or (unit.letter == "R" and unit.value == 2))


def _goes_on(found: Found) -> bool:
    """ "the year before winter": a preposition, and no time by itself."""
    way = found.words("way")[0]
    return way.letter == "v" and way.value == 1 and found.view.plain[way.end : way.end + 1] == " "


def _hours_ago(found: Found, count: int) -> Reading | None:
    if found.anchor is None or found.anchor.moment is None:
        return None
    moment = found.anchor.local(None) - timedelta(hours=count)
    return moments_of(found, (moment, moment), "hour", found.anchor.basis)


def _unit(found: Found) -> int:
    word = found.words("unit")[0]
    return YEARS if word.letter == "R" else word.value


def _calendar(base: date, unit: int, back: int, basis: str) -> Reading | None:
    """The calendar's week, month or year that lies `back` before that of `base`."""
    if unit == WEEKS:
        monday = base - timedelta(base.weekday() + 7 * back)
        return dates(monday, monday + timedelta(6), "week", basis)
    if unit == MONTHS:
        months = base.year * 12 + base.month - 1 - back
        return _whole_month(months // 12, months % 12 + 1, basis)
    return dates(date(base.year - back, 1, 1), date(base.year - back, 12, 31), "year", basis)


def _whole_month(year: int, month: int, basis: str) -> Reading | None:
    return dates(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", basis)


def last_units(found: Found) -> Reading | None:
    """ "last week", "this month", "the past 24 hours"."""
    unit, count, way = _unit(found), found.value("count"), found.words("way")[0]
    if found.anchor is None:
        return None
    if count is None and unit in {WEEKS, MONTHS, YEARS} and way.value == 0:
        if way.letter == "H":
            return _so_far(_calendar(found.anchor.day, unit, 0, found.anchor.basis), found.anchor.day)
        return _calendar(found.anchor.day, unit, 1, found.anchor.basis)
    if way.letter == "H" or (count is None and (unit == HOURS or found.letter("unit") == "m")):
        return None
    return _rolling(found.anchor, unit, count or 1)


def _so_far(reading: Reading | None, today: date) -> Reading | None:
    """What has passed of a span: of "this week", the days up to today."""
    if reading is None or reading.span.end <= today.isoformat():
        return reading
    return dates(date.fromisoformat(reading.span.start), today, reading.span.grain or "range", reading.span.basis or "")


def week_day(found: Found) -> Reading | None:
    """ "on Tuesday last week": that day of the calendar's week."""
    day, way = found.day("day1"), found.words("way")[0]
    if found.anchor is None or _unit(found) != WEEKS or day is None or day.weekday is None:
        return None
    today = found.anchor.day
    on = today - timedelta(today.weekday() - day.weekday + (7 if way.letter == "L" else 0))
    return dates(on, on, "day", found.anchor.basis)


def _rolling(anchor: Anchor, unit: int, count: int) -> Reading | None:
    """So many units back from the day of publication, in whole days."""
    days = -(-count // 24) if unit == HOURS else count * _LENGTHS[unit]
    return dates(anchor.day - timedelta(days), anchor.day, "day" if days == 1 else "range", anchor.basis)


def within_units(found: Found) -> Reading | None:
    """«за добу», "in 24 hours": only the day before; "in three days" may lie ahead."""
    unit, count, way = _unit(found), found.value("count"), found.words("way")[0]
    whole = count is None and unit in {DAYS, WEEKS} and way.letter == "B" and found.letter("unit") not in {"e", "m"}
    if found.anchor is None or not (whole or (unit == HOURS and count == 24)):
        return None
    return _rolling(found.anchor, unit, count or 1)


def month(found: Found) -> Reading | None:
    """ "in September 2022"; a month's name alone needs a preposition or a year, a short one ("Mar") the year."""
    number, named = found.value("month"), _named_year(found)
    if number is None or (named is None and not set(found.match["pre"]) & set("OBEvLHXF")):
        return None
    if named is None and found.words("month")[0].text.rstrip(".") in _SHORT:
        return None
    if named is not None:
        return _whole_month(named, number, "words")
    if found.anchor is None:
        return None
    return _whole_month(_nearest_year(found.anchor, number, "L" in found.match["pre"]), number, found.anchor.basis)


def months(found: Found) -> Reading | None:
    """ "from April to July 2022"."""
    first, last, named = found.value("month"), found.value("last"), _named_year(found)
    if first is None or last is None or (named is None and found.anchor is None):
        return None
    year = named if named is not None or found.anchor is None else _nearest_year(found.anchor, last, over=False)
    if year is None:
        return None
    start = date(year - 1 if first > last else year, first, 1)
    basis = "words" if named is not None else found.basis()
    return dates(start, date(year, last, monthrange(year, last)[1]), "range", basis)


def _named_year(found: Found) -> int | None:
    """The year told with a month, or with the next one («у квітні та травні 2022 року»)."""
    words = (*found.words("year"), *found.words("ahead"))
    return next((word.value for word in words if word.letter == "Y"), None)


def _nearest_year(anchor: Anchor, number: int, over: bool) -> int:
    """The year of the last month of that number that has begun, or with `over`, that has ended."""
    today = anchor.day
    return today.year if number < today.month or (number == today.month and not over) else today.year - 1


def year(found: Found) -> Reading | None:
    """ "in 2022"."""
    number = found.value("year") or found.value("year_word")
    return dates(date(number, 1, 1), date(number, 12, 31), "year", "words") if number else None
