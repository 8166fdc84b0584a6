"""Finds expressions of time and anchors them."""

from collections.abc import Iterator
from datetime import date

import msgspec

from purport.model.ports import Hints, TimeMention
from purport.model.view import View
from purport.times.days import Anchor, anchor_of
from purport.times.grammar import CORE, rules_for
from purport.times.lexemes import Lexeme, letters, scan
from purport.times.lexicon import load
from purport.times.readers import READERS, Found, Reading, Recent

__all__ = ["Times"]

# How far behind the words of a day its hours may be told, in code points.
_NEAR = 150
# A dateline stands within so many code points from the start, with no more than so many beside it on its line.
_HEAD, _LINE_REST = 300, 25


class Times:
    """The finder of times: a grammar over words of time in English, Ukrainian and Russian. It holds no state."""

    def find(self, view: View, hints: Hints) -> list[TimeMention]:
        """Mentions in order of start, none overlapping another.

        Where nobody says when it was published, a dateline with a full date among the first lines anchors what is told
        (basis "dateline"); without one, what needs an anchor is left out. Raises UsageError for a zone that does not
        exist, and MalformedError for a time of publication that is none.
        """
        lexicon = load()
        lexemes = scan(view, lexicon)
        anchor = anchor_of(hints)
        found = list(_Reader(view, lexemes, anchor).mentions())
        told = None if anchor else _dateline(view, found, lexicon.datelines)
        if told is None:
            return found
        day = anchor_of(msgspec.structs.replace(hints, published=told))
        return list(_Reader(view, lexemes, day._replace(basis="dateline") if day else None).mentions())


def _dateline(view: View, found: list[TimeMention], words: frozenset[str]) -> str | None:
    """The day of the first full date that heads the text: on a line of its own, or behind "published"."""
    for mention in found:
        if mention.start > _HEAD:
            return None
        if mention.span.basis != "words" or mention.span.grain not in {"day", "minute", "hour"}:
            continue
        before = view.folded[: mention.start].rstrip(" :").rsplit(" ", 1)[-1]
        if before in words or _stands_alone(view, mention):
            return mention.span.start[:10]
    return None


def _stands_alone(view: View, mention: TimeMention) -> bool:
    first = max((at for at in view.breaks if at < mention.start), default=0)
    last = min((at for at in view.breaks if at >= mention.end), default=len(view.plain))
    return last - first - (mention.end - mention.start) <= _LINE_REST


class _Reader:
    """One pass over the lexemes of one text."""

    def __init__(self, view: View, lexemes: list[Lexeme], anchor: Anchor | None) -> None:
        self._view = view
        self._lexemes = lexemes
        self._letters = letters(lexemes)
        self._anchor = anchor
        self._told: Recent | None = None

    def mentions(self) -> Iterator[TimeMention]:
        """Every mention from left to right."""
        at, total = 0, len(self._letters)
        while at < total:
            end = self._letters.find(" ", at)
            stop = total if end < 0 else end
            if CORE.search(self._letters, at, stop):
                yield from self._run(at, stop)
            at = stop + 1

    def _run(self, at: int, stop: int) -> Iterator[TimeMention]:
        """The mentions among words that stand together."""
        while at < stop:
            found = self._first(at, stop)
            if found is None:
                at += 1
                continue
            reading, behind = found
            yield self._mention(reading, at, behind)
            at = behind

    def _first(self, at: int, stop: int) -> tuple[Reading, int] | None:
        """The first rule that makes sense of the words from `at` on, and the index behind them."""
        near = self._near(self._lexemes[at].start)
        for name, rule in rules_for(self._letters[at:stop]):
            match = rule.match(self._letters, at, stop)
            if match is None or match.end() == at:
                continue
            reading = READERS[name](Found(match, self._lexemes, self._view, self._anchor, near, self._told))
            if reading:
                return reading, reading.end or match.end()
        return None

    def _near(self, start: int) -> Recent | None:
        told = self._told
        if told is None or start - told.end > _NEAR:
            return None
        return None if any(self._view.breaks.get(i, 0) > 1 for i in range(told.end, start)) else told

    def _mention(self, reading: Reading, at: int, stop: int) -> TimeMention:
        start, end = self._lexemes[at].start, self._lexemes[stop - 1].end
        span, plain = reading.span, self._view.plain
        if plain.count("(", start, end) > plain.count(")", start, end) and plain[end : end + 1] == ")":
            end += 1
        if span.basis != "as-of" and span.grain in {"day", "part", "night"}:
            self._told = Recent(date.fromisoformat(span.end[:10]), span.grain == "night", end)
        return TimeMention(start, end, span)
