"""Reads hours."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from purport.model.time import Grain, TimeSpan
from purport.times.clocks import has_meridiem, minutes_of, on_days, without_day
from purport.times.lexemes import Lexeme
from purport.times.readers.base import Found, Reading, dates, minute, moments_of

__all__ = ["as_of_clock", "as_of_day", "at_clock", "between", "day_as_of", "in_brackets", "since_clock", "until_clock"]

_NIGHT = {"n", "N"}
# A blank, perhaps a line break, and a bracket.
_BRACKET = 3
_WITH_MINUTES = re.compile(r"\d[.:]\d")


def _placed(found: Found, first: int, last: int, *, cut: bool = False) -> tuple[tuple[datetime, datetime] | None, str]:
    """The moments of two clock times with the days named around them, and what anchors them.

    `cut`: the day behind them is not theirs.
    """
    groups = ("day1", "day2", "day4" if cut or found.has("day4") else "day3")
    days = [found.day(group) for group in groups]
    lead, middle, behind = (found.resolved(group) for group in groups)
    basis = found.basis(*days)
    if lead and found.letter("lead") in _NIGHT:
        return _in_night(first, last, lead), basis
    if lead and found.letter("tail") in _NIGHT:
        over = found.letter("tail") == "n" and found.words("tail")[0].text.isascii()
        return _in_night(first, last, lead + timedelta(1 if over else 0)), basis
    if lead or middle or behind:
        return on_days(first, last, lead or middle, behind), basis
    if any(days):
        return None, basis
    near = _placed_near(found, first, last)
    if near:
        return near, "inherited"
    return (without_day(first, last, found.anchor, found.zone()) if found.anchor else None), basis


def _placed_near(found: Found, first: int, last: int) -> tuple[datetime, datetime] | None:
    """The moments on the day that was just told, unless that would be after the publication."""
    if found.near is None:
        return None
    day = found.near.day
    moments = _in_night(first, last, day) if found.near.night else on_days(first, last, day, None)
    return moments if moments and (found.anchor is None or moments[0] <= found.anchor.local(found.zone())) else None


def _in_night(first: int, last: int, day: date) -> tuple[datetime, datetime] | None:
    """Hours of the night that ends on `day`."""
    start = day - timedelta(1) if first >= 12 * 60 else day
    return on_days(first, last, start, None)


def between(found: Found) -> Reading | None:
    """ "from 13.20 to 14.50 on 3 May"."""
    one, two = found.words("clock1"), found.words("clock2")
    first, last = minutes_of(one, two if has_meridiem(two) else ()), minutes_of(two)
    if first is None or last is None or not _is_hours(found, one):
        return None
    end = _end_of_brackets(found)
    moments, basis = _placed(found, first, last, cut=end is not None)
    reading = moments_of(found, moments, _grain(one), basis)
    return reading._replace(end=end) if reading else None


def _end_of_brackets(found: Found) -> int | None:
    """«08.01.2023 (14.00-18.00), 09.01.2023»: the day behind the brackets belongs to what follows."""
    behind, clock = found.words("day3"), found.words("clock2")
    bracket = bool(behind) and ")" in found.view.plain[clock[-1].end : behind[0].start]
    return found.match.end("clock2") if bracket else None


def _is_hours(found: Found, one: Sequence[Lexeme]) -> bool:
    """Whether two pairs of figures can be nothing else: "from", a day, a zone or a colon says so."""
    separator = found.match["sep"]
    if separator == "A" and not found.has("open"):
        return False
    said = any(found.has(group) for group in ("open", "zone1", "zone2", "day1", "day2", "day3", "lead", "tail"))
    return said or ":" in one[0].text or (has_meridiem(one) and separator != "A")


def at_clock(found: Found) -> Reading | None:
    """ "around 13.10", "3 a.m. on Friday"."""
    words = found.words("clock1")
    minutes = minutes_of(words)
    if minutes is None or not _is_hour(found, words):
        return None
    moments, basis = _placed(found, minutes, minutes)
    return moments_of(found, moments, _grain(words), basis)


def _grain(words: Sequence[Lexeme]) -> Grain:
    return "minute" if _WITH_MINUTES.search(words[0].text) else "hour"


def _is_hour(found: Found, words: Sequence[Lexeme]) -> bool:
    """Whether figures are a clock time: "at" or "about" before them, a colon, zone, day or half of the day says so."""
    prefix = found.match["pre"].rstrip("t")[-1:]
    if any(lexeme.letter == "u" for lexeme in words):
        return prefix in {"O", "Q"} or len(words) > 2 or found.has("zone1")
    if words[0].letter == "#":
        return prefix in {"O", "Q"}
    groups = ("zone1", "day1", "day2") if words[0].letter == "c" else ("zone1", "day1", "day2", "lead", "tail")
    said = any(found.has(group) for group in groups)
    return said or prefix in {"O", "Q"} or ":" in words[0].text or has_meridiem(words)


def since_clock(found: Found) -> Reading | None:
    """ "from 18:00 on 3 October": to the end of that day, or of the next if it was told then."""
    minutes = minutes_of(found.words("clock1"))
    moments, basis = _placed(found, minutes, minutes) if minutes is not None else (None, "")
    if moments is None:
        return None
    start, here = moments[0], found.here()
    end = here if here and here - start.date() == timedelta(1) else start.date()
    return Reading(TimeSpan(minute(start), end.isoformat(), zone=found.zone(), grain="minute", basis=basis))


def until_clock(found: Found) -> Reading | None:
    """«до дев'ятої ранку», "until 18:00": that day up to then."""
    words = found.words("clock1")
    minutes = minutes_of(words)
    if minutes is None or not (has_meridiem(words) or ":" in words[0].text):
        return None
    moments, basis = _placed(found, minutes, minutes)
    if moments is None:
        return None
    end = moments[0]
    day = end.date() - timedelta(0 if end.time() != time() else 1)
    return Reading(TimeSpan(day.isoformat(), minute(end), zone=found.zone(), grain=_grain(words), basis=basis))


def as_of_clock(found: Found) -> Reading | None:
    """«станом на 08:30 4 жовтня».

    Without a day: that of a date right before it, else the publication's, else the one told last. «На 16:00» is one
    only where a sentence begins with it.
    """
    minutes, onto = minutes_of(found.words("clock1")), found.words("onto")
    if minutes is None or (_is_onto(onto) and not found.view.plain[onto[0].start].isupper()):
        return None
    day = found.resolved("day1") if found.has("day1") else _right_before(found)
    if day is None and not found.has("day1"):
        if found.anchor is not None:
            return moments_of(found, without_day(minutes, minutes, found.anchor, found.zone()), "minute", "as-of")
        day = found.told.day if found.told else None
    return moments_of(found, on_days(minutes, minutes, day, None), "minute", "as-of")


def _is_onto(words: Sequence[Lexeme]) -> bool:
    return len(words) == 1 and words[0].letter == "G"


def _right_before(found: Found) -> date | None:
    told = found.told
    return told.day if told and found.lexemes[found.match.start()].start - told.end <= _BRACKET else None


def as_of_day(found: Found) -> Reading | None:
    """«по состоянию на 4 октября»."""
    if found.has("clock1"):
        return as_of_clock(found)
    day = found.resolved("day1")
    return dates(day, day, "day", "as-of")


def day_as_of(found: Found) -> Reading | None:
    """«18.02.23 (10.00)»: the hour in brackets is the report's, so that the day alone is read here."""
    day = found.resolved("day1")
    reading = dates(day, day, "day", "words") if _bracketed(found) else None
    return reading._replace(end=found.match.end("day1")) if reading else None


def in_brackets(found: Found) -> Reading | None:
    """The «(10.00)» behind a date."""
    return as_of_clock(found) if _bracketed(found) and _right_before(found) else None


def _bracketed(found: Found) -> bool:
    clock, text = found.words("clock1"), found.view.folded
    return text[clock[0].start - 1 : clock[0].start] == "(" and text[clock[-1].end : clock[-1].end + 1] == ")"
