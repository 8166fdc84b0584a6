"""What the readers share: a match with what is needed to read it, and the spans they make."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from purport.model.time import Grain, TimeSpan
from purport.model.view import View
from purport.times.days import Anchor, Day, read_day
from purport.times.lexemes import Lexeme

__all__ = ["Found", "Reading", "Recent", "dates", "minute", "moments_of"]


class Recent(NamedTuple):
    """The day that was told last, and where its words ended."""

    day: date
    night: bool
    end: int


class Reading(NamedTuple):
    """A span for the words of the match, or for the part of it from `start` to `end` (indexes of lexemes)."""

    span: TimeSpan
    start: int | None = None
    end: int | None = None


class Found(NamedTuple):
    """A match of a rule, with what is needed to read it. `near`: the day told shortly before; `told`: told at all."""

    match: re.Match[str]
    lexemes: Sequence[Lexeme]
    view: View
    anchor: Anchor | None
    near: Recent | None
    told: Recent | None

    def words(self, group: str) -> Sequence[Lexeme]:
        """The lexemes of a group; none where it matched nothing or the rule has none of that name."""
        if group not in self.match.re.groupindex or self.match[group] is None:
            return ()
        return self.lexemes[self.match.start(group) : self.match.end(group)]

    def has(self, group: str) -> bool:
        """Whether the group matched anything."""
        return bool(self.words(group))

    def day(self, group: str) -> Day | None:
        """The day that a group names."""
        words = self.words(group)
        return read_day(words) if words else None

    def resolved(self, group: str) -> date | None:
        """The date that a group names, if it can be known."""
        day = self.day(group)
        return day.resolve(self.anchor) if day else None

    def letter(self, group: str) -> str:
        """The last letter of a group, or nothing."""
        words = self.words(group)
        return words[-1].letter if words else ""

    def here(self) -> date | None:
        """The day of publication."""
        return self.anchor.day if self.anchor else None

    def before(self, group: str) -> str:
        """The letters of the match before a group."""
        return self.match[0][: self.match.start(group) - self.match.start()]

    def basis(self, *days: Day | None) -> str:
        """What anchors the days: the words alone where they name a year."""
        if any(day and day.year is not None for day in days) or self.anchor is None:
            return "words"
        return self.anchor.basis

    def value(self, group: str) -> int | None:
        """The value of a group's first word."""
        words = self.words(group)
        return words[0].value if words else None

    def zone(self) -> str | None:
        """The zone that the words name; "local time" names none."""
        named = (words[0].zone for group in ("zone1", "zone2") if (words := self.words(group)))
        return next(named, None) or None


def dates(first: date | None, last: date | None, grain: Grain, basis: str) -> Reading | None:
    """The span of whole days; None where an end is not known or before the start."""
    if first is None or last is None or first > last:
        return None
    return Reading(TimeSpan(first.isoformat(), last.isoformat(), grain=grain, basis=basis))


def minute(moment: datetime) -> str:
    """A local date-time as a span has it."""
    return moment.isoformat(timespec="minutes")


def moments_of(found: Found, moments: tuple[datetime, datetime] | None, grain: Grain, basis: str) -> Reading | None:
    """The span of two moments in the zone that the words name."""
    if moments is None:
        return None
    start, end = moments
    return Reading(TimeSpan(minute(start), minute(end), zone=found.zone(), grain=grain, basis=basis))
