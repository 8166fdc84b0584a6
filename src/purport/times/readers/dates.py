"""Reads days and ranges of days."""

from calendar import monthrange
from datetime import date, timedelta

from purport.times.days import read_day
from purport.times.readers.base import Found, Reading, dates

__all__ = [
    "dates_between",
    "dates_month_first",
    "day_before",
    "days_between",
    "month_first",
    "one_day",
    "since_day",
    "weekend",
]


def one_day(found: Found) -> Reading | None:
    """ "on Friday", "26 May 2023"; a year told with the next date is this one's too."""
    day = found.day("day1")
    ahead = found.value("ahead")
    if day and day.dated and day.year is None and ahead is not None:
        day = day._replace(year=ahead)
    on = day.resolve(found.anchor) if day else None
    early = "E" in found.before("day1")
    return dates(on, on, "part" if early else "day", found.basis(day))


def dates_between(found: Found) -> Reading | None:
    """ "5-6 April", «с 7 по 13 октября»; "5 and 20 May" are two days and no range."""
    last, number = found.resolved("day1"), found.value("first")
    first = day_before(last, number) if last and number is not None else None
    if first is None or last is None or (found.match["sep"] == "A" and last - first != timedelta(1)):
        return None
    return dates(first, last, "range", found.basis(found.day("day1")))


def dates_month_first(found: Found) -> Reading | None:
    """ "April 5-6, 2023"."""
    first, last, basis = month_first(found)
    if first is None or last is None or (found.match["sep"] == "A" and last - first != timedelta(1)):
        return None
    return dates(first, last, "range", basis)


def days_between(found: Found) -> Reading | None:
    """ "Monday to Wednesday", "30 December to 5 January 2024"."""
    one, two = found.day("day1"), found.day("day2")
    if found.match["sep"] == "A" and not found.has("open"):
        return None
    if one and two and one.dated and two.dated and one.year is None:
        one = one._replace(year=two.year)
    first, last = one.resolve(found.anchor) if one else None, two.resolve(found.anchor) if two else None
    return dates(first, last, "range", found.basis(one, two))


def since_day(found: Found) -> Reading | None:
    """ "since Thursday": up to the day of publication, where that is known and later."""
    first = found.resolved("day1")
    if first is None:
        return None
    last = max(first, found.anchor.day) if found.anchor else first
    return dates(first, last, "range" if last > first else "day", found.basis(found.day("day1")))


def weekend(found: Found) -> Reading | None:
    """The last Saturday and Sunday that have begun."""
    if found.anchor is None:
        return None
    saturday = found.anchor.day - timedelta((found.anchor.day.weekday() - 5) % 7)
    if "X" in found.match[0]:
        saturday += timedelta(7)
    return dates(saturday, saturday + timedelta(1), "range", found.anchor.basis)


def day_before(last: date, number: int) -> date | None:
    """The day with that number in the month of `last`, or in the month before."""
    month = last.replace(day=1) if number <= last.day else last.replace(day=1) - timedelta(1)
    return month.replace(day=number) if number <= monthrange(month.year, month.month)[1] else None


def month_first(found: Found) -> tuple[date | None, date | None, str]:
    """Both days of "April 5-6, 2023"."""
    first, number, year = read_day(found.words("first")), found.value("second"), found.value("year")
    if year is not None:
        first = first._replace(year=year)
    second = first._replace(day=number)
    return first.resolve(found.anchor), second.resolve(found.anchor), found.basis(first)
