"""Sources that govern more than a sentence: signed, linked or in brackets at the end of a paragraph."""

import re

from purport.claims.marks import Mark, Marks
from purport.claims.registry import Register
from purport.claims.segments import Sentence
from purport.claims.speakers import SPEAKERS, Speakers
from purport.claims.syntax import pattern
from purport.model import Attribution, Source, View

__all__ = ["SignOffs"]

_BRACKETS = re.compile(r"\(\s*([A-Z][^()]{1,40}?)\s*\)")
_OUTLETS = re.compile(r"(?:\(\s*[A-Z][^()]{1,40}?\s*\)\s*)+\.?$")
_LINK = pattern(r"\[\W*<source_link>\W*\]\(https?://t\.me/(?:s/)?([A-Za-z]\w+)", re.IGNORECASE)
_DASHED = re.compile(r"(?:^|[\s.,!])[-–—]\s*(?:[\w.'’]+\s+){0,4}$")
_HEADING = 70  # code points of the longest line that is a heading
_HEAD = 40  # code points at the start of a heading in which its speaker stands
_NUMBER = 16  # code points of a number, at most
_TAIL = 25  # code points behind a signature, at most


class SignOffs:
    """Finds who stands behind a post or a paragraph as a whole."""

    def __init__(self, view: View, marks: Marks, speakers: Speakers, register: Register) -> None:
        self._view, self._marks, self._speakers, self._register = view, marks, speakers, register

    def of_post(self, parts: list[Sentence]) -> tuple[Attribution, ...]:
        """The source that a post names in a heading or behind a dash, else the channel that it links to."""
        return self._signed(parts) or self._linked()

    def of_paragraphs(self, parts: list[Sentence]) -> dict[int, tuple[Attribution, ...]]:
        """The outlets in brackets at the ends of paragraphs, as digests of the news name them."""
        paragraphs: dict[int, list[Sentence]] = {}
        for part in parts:
            paragraphs.setdefault(part.paragraph, []).append(part)
        return {number: self._bracketed(inside) for number, inside in paragraphs.items()}

    def _bracketed(self, inside: list[Sentence]) -> tuple[Attribution, ...]:
        words = self._view.plain[inside[0].start : inside[-1].end]
        tail = _OUTLETS.search(words) if ")" in words[-3:] else None
        names = [name.strip() for name in _BRACKETS.findall(tail[0])] if tail else []
        known = {name: self._register.publisher(name) for name in names}
        if not any(known.values()):
            return ()  # initials and asides stand in brackets too
        sources = [known[name] or Source(name, "media") for name in names]
        return tuple(Attribution(s, "bracketed") for s in sources if not self._speakers.is_publisher(s))

    def _signed(self, parts: list[Sentence]) -> tuple[Attribution, ...]:
        for part in parts:
            marks = self._marks.within(part.start, part.end, *SPEAKERS)
            for i, mark in enumerate(marks):
                if self._heads(part, mark) or self._signs(part, mark):
                    chain = self._speakers.chain(_from(marks, i)[:3], "sign-off")
                    if chain:
                        return chain
        return ()

    def _linked(self) -> tuple[Attribution, ...]:
        link = _LINK.search(self._view.text)
        if link is None:
            return ()
        source = self._register.publisher(link[1], f"t.me/{link[1]}") or Source(link[1], "channel")
        return () if self._speakers.is_publisher(source) else (Attribution(source, "link"),)

    def _heads(self, part: Sentence, mark: Mark) -> bool:
        """Whether a speaker stands in a heading, as whose words follow below it."""
        if part.end - part.start > _HEADING or part.triggers:
            return False
        titled = part.index == 0 and bool(self._marks.cues(part.start, mark.start, "title"))
        return titled or (part.heading and mark.start - part.start < _HEAD)

    def _signs(self, part: Sentence, mark: Mark) -> bool:
        """Whether a speaker stands behind a dash at the end of a sentence."""
        before = self._view.plain[max(0, part.start - 2, mark.start - 40) : mark.start]
        closes = part.end - mark.end < _TAIL and not self._marks.within(mark.end, part.end, "trigger")
        dashed = _DASHED.search(before) if closes else None
        return dashed is not None and not self._is_counted(mark.start - len(dashed[0]))

    def _is_counted(self, dash: int) -> bool:
        """Whether a number stands right before a dash: «двоє – офіцери»."""
        return any(m.end >= dash for m in self._marks.within(dash - _NUMBER, dash, "quantity"))


def _from(marks: list[Mark], i: int) -> list[Mark]:
    """The marks from the start of the one at `i` on; several may start there."""
    return [m for m in marks if m.start >= marks[i].start]
