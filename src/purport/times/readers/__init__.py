"""One reader for each rule of the grammar: what it matched, to the span that the words mean."""

from collections.abc import Callable

from purport.times.readers import back, dates, hours, nights
from purport.times.readers.base import Found, Reading, Recent

__all__ = ["READERS", "Found", "Reading", "Recent"]

READERS: dict[str, Callable[[Found], Reading | None]] = {
    "week_day": back.week_day,
    "as_of_clock": hours.as_of_clock,
    "as_of_day": hours.as_of_day,
    "night_onto": nights.night_onto,
    "between": hours.between,
    "day_as_of": hours.day_as_of,
    "in_brackets": hours.in_brackets,
    "since_clock": hours.since_clock,
    "until_clock": hours.until_clock,
    "at_clock": hours.at_clock,
    "night_between": nights.night_between,
    "night_between_days": nights.night_between_days,
    "night_between_month_first": nights.night_between_month_first,
    "night_before_day": nights.night_before_day,
    "day_night": nights.day_night,
    "night": nights.night,
    "part_day": nights.part,
    "day_part": nights.part,
    "dates": dates.dates_between,
    "dates_month_first": dates.dates_month_first,
    "days": dates.days_between,
    "weekend": dates.weekend,
    "ago": back.ago,
    "last_units": back.last_units,
    "within_units": back.within_units,
    "since_day": dates.since_day,
    "day": dates.one_day,
    "months": back.months,
    "month": back.month,
    "year": back.year,
    "part": nights.part_alone,
}
