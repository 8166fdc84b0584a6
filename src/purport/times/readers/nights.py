"""Reads nights and parts of days."""

from datetime import date, timedelta

from purport.model.time import TimeSpan
from purport.times.clocks import minutes_of, on_days
from purport.times.lexicon import AFTERNOON, EVENING, MORNING
from purport.times.readers.base import Found, Reading, dates, minute
from purport.times.readers.dates import day_before, month_first

__all__ = [
    "day_night",
    "night",
    "night_before_day",
    "night_between",
    "night_between_days",
    "night_between_month_first",
    "night_onto",
    "part",
    "part_alone",
]

# The hour from which a part of the day can be spoken of as past.
_BEGINS = {MORNING: 0, AFTERNOON: 11, EVENING: 16}


def _night_of(last: date, basis: str) -> Reading | None:
    return dates(last - timedelta(1), last, "night", basis)


def night_onto(found: Found) -> Reading | None:
    """«у ніч на 5 березня (з 19:40 4 березня)»."""
    last = found.resolved("day1")
    if last is None:
        return None
    basis = found.basis(found.day("day1"))
    minutes = minutes_of(found.words("clock1")) if found.has("clock1") else None
    if minutes is None:
        return _night_of(last, basis)
    first = found.resolved("day2") or (last - timedelta(1) if minutes >= 12 * 60 else last)
    moments = on_days(minutes, minutes, first, None)
    if moments is None or moments[0].date() > last:
        return None
    return Reading(TimeSpan(minute(moments[0]), last.isoformat(), zone=found.zone(), grain="night", basis=basis))


def night_between(found: Found) -> Reading | None:
    """«у ніч з 17 на 18 квітня», "the night of 5-6 April"."""
    last, number = found.resolved("day1"), found.value("first")
    if last is None or number is None:
        return None
    return dates(day_before(last, number), last, "night", found.basis(found.day("day1")))


def night_between_days(found: Found) -> Reading | None:
    """«в ночь с 31 мая на 1 июня»."""
    first, last = found.resolved("day1"), found.resolved("day2")
    basis = found.basis(found.day("day1"), found.day("day2"))
    return dates(first, last, "night", basis)


def night_between_month_first(found: Found) -> Reading | None:
    """ "the night of April 5-6"."""
    first, last, basis = month_first(found)
    return dates(first, last, "night", basis)


def night_before_day(found: Found) -> Reading | None:
    """«ночью 16 ноября», "overnight into Friday": also the evening before; "night of April 5": also the next day."""
    day = found.resolved("day1")
    if day is None:
        return None
    basis = found.basis(found.day("day1"))
    english = found.match["link"].startswith("o")
    return dates(day, day + timedelta(1), "night", basis) if english else _night_of(day, basis)


def day_night(found: Found) -> Reading | None:
    """«сьогодні вночі»: the evening before and the day; "Friday night": that day and the next, if over."""
    day, words = found.resolved("day1"), found.words("noun")
    if day is None:
        return None
    basis = found.basis(found.day("day1"))
    if words[0].letter == "N" or not words[0].text.isascii():
        return _night_of(day, basis)
    over = found.anchor is None or found.anchor.day > day
    return dates(day, day + timedelta(1) if over else day, "night", basis)


def night(found: Found) -> Reading | None:
    """ "overnight": the evening before the publication and its day."""
    return _night_of(found.anchor.day, found.anchor.basis) if found.anchor else None


def part(found: Found) -> Reading | None:
    """ "on Friday morning", "this morning"."""
    day = found.resolved("day1") if found.has("day1") else found.here()
    return dates(day, day, "part", found.basis(found.day("day1")))


def part_alone(found: Found) -> Reading | None:
    """«вечером»: the last evening that had begun when it was told."""
    start = found.match.start()
    if found.anchor is None or (start and found.lexemes[start - 1].letter == "F"):
        return None  # «с Днем»
    begun = found.anchor.local(None).hour >= _BEGINS[found.words("part")[0].value]
    day = found.anchor.day - timedelta(0 if begun else 1)
    return dates(day, day, "part", found.anchor.basis)
