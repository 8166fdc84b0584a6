"""Hours: the day that a clock time falls on."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from purport.times.days import Anchor
from purport.times.lexemes import Lexeme
from purport.times.lexicon import AFTERNOON, EVENING, NIGHT

__all__ = ["has_meridiem", "minutes_of", "on_days", "without_day"]

_NOON = 12 * 60
_EVENING_HOUR = 8 * 60
# A report may name the end of its own window and yet be sent a little sooner.
_GRACE = timedelta(minutes=45)


def has_meridiem(lexemes: Sequence[Lexeme]) -> bool:
    """Whether the words say which half of the day they mean."""
    return any(lexeme.letter in "pnqu" or lexeme.text.endswith(("m", ".")) for lexeme in lexemes)


def minutes_of(lexemes: Sequence[Lexeme], like: Sequence[Lexeme] = ()) -> int | None:
    """Minutes since midnight; a bare hour takes its half of the day from `like`. None where there is no such hour."""
    first = lexemes[0]
    minutes = first.value * 60 if first.letter == "#" else first.value
    if len(lexemes) == 1 and first.letter == "#":
        other = minutes_of(like) if like else None
        if other is None:
            return None
        minutes += _NOON if other >= _NOON and minutes < _NOON and minutes + _NOON <= other else 0
    part = next((_part(lexeme) for lexeme in lexemes[1:] if lexeme.letter in "pnq"), 0)
    if part in {AFTERNOON, EVENING} and minutes < _NOON:
        minutes += _NOON
    if part == NIGHT and _EVENING_HOUR <= minutes <= _NOON:
        minutes = (minutes + _NOON) % (2 * _NOON)
    return minutes if minutes <= 2 * _NOON else None


def _part(lexeme: Lexeme) -> int:
    return AFTERNOON if lexeme.letter == "q" else lexeme.value


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def on_days(first: int, last: int, start: date | None, end: date | None) -> tuple[datetime, datetime] | None:
    """From minute `first` to minute `last`, where one day is known: the other follows, over midnight if need be."""
    over = timedelta(1 if last < first else 0)
    start_day = start or (end - over if end else None)
    end_day = end or (start + over if start else None)
    if start_day is None or end_day is None:
        return None
    begin, finish = _at(start_day, first), _at(end_day, last)
    return (begin, finish) if begin <= finish else None


def without_day(first: int, last: int, anchor: Anchor, zone: str | None) -> tuple[datetime, datetime] | None:
    """From minute `first` to minute `last` on the last day on which that was over when it was told."""
    now = anchor.local(zone)
    end = now.date() if _at(now.date(), last) <= now + _GRACE else now.date() - timedelta(1)
    return on_days(first, last, None, end)
