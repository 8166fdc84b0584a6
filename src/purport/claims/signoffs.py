"""Sources that govern more than a sentence: signed, linked or in brackets at the end of a paragraph."""

import re
from itertools import takewhile

from purport.claims.attribution import joined
from purport.claims.marks import Mark, Marks
from purport.claims.registry import Register
from purport.claims.segments import Sentence
from purport.claims.speakers import SPEAKERS, Speakers
from purport.claims.syntax import pattern
from purport.model import Attribution, Source, View

__all__ = ["SignOffs", "Signed"]

_BRACKETS = re.compile(r"\(\s*([A-Z][^()]{1,40}?)\s*\)")
_VIA = pattern(r"\s<via>\s")
_OUTLETS = re.compile(r"(?:\(\s*[A-Z][^()]{1,40}?\s*\)\s*)+\.?$")
_OUTLET = re.compile(r"(?:[A-Z][\w.'’&-]*|of|the|and|de|[-–])(?: (?:[A-Z][\w.'’&-]*|of|the|and|de|[-–]))*")
_LINK = pattern(r"\[\W*<source_link>\W*\]\(https?://t\.me/(?:s/)?([A-Za-z]\w+)", re.IGNORECASE)
_DASH = re.compile(r"(?:^|[\s.,!])[-–—]\s*")
_ANY_DASH = re.compile(r"[-–—](?<![^\s.,!].)")  # the same where none before it is told, which is sooner found
_FEW_WORDS = re.compile(r"(?:[\w.'’]+\s+){0,4}")
_GOES_TO = pattern(r"\w <goes_to> $")
_OBLIQUE = pattern(r"\b<oblique>\s$")
_ABOUT = pattern(r"\s(?:<oblique>|<signed_when>)\s")
_NAMES = re.compile(r"(?:\W*[A-ZА-ЯІЇЄҐ\d][\w'’-]*)*\W*")  # what may stand behind a speaker in a signature
_NAME_LAST = re.compile(r"\s((?:[A-ZА-ЯІЇЄҐ][\w'’-]+\s+)[A-ZА-ЯІЇЄҐ][\w'’-]+)\W*$")
_HEADING = 70  # code points of the longest line that is a heading
_CLOSING = 3  # code points behind a verb of saying that closes a heading: "The General Staff confirms."
_HEAD = 40  # code points at the start of a heading in which its speaker stands
_NUMBER = 16  # code points of a number, at most

Signed = tuple[int, int, tuple[Attribution, ...]]
"""A stretch of a post, and who signs it."""


class SignOffs:
    """Finds who stands behind a post or a paragraph as a whole.

    `is_digest`: what stands in brackets at the end of a paragraph is an outlet, whoever has heard of it.
    """

    def __init__(
        self, view: View, marks: Marks, speakers: Speakers, register: Register, *, is_digest: bool = False
    ) -> None:
        self._view, self._marks, self._speakers, self._register = view, marks, speakers, register
        self._is_digest = is_digest

    def of_post(self, signed: list[Signed]) -> tuple[Attribution, ...]:
        """The source that signs a post first, else the channel that it links to."""
        return next((chain for _, _, chain in signed), ()) or self._linked()

    def of_paragraphs(self, parts: list[Sentence]) -> dict[int, tuple[Attribution, ...]]:
        """The outlets in brackets at the ends of paragraphs, as digests of the news name them."""
        paragraphs: dict[int, list[Sentence]] = {}
        for part in parts:
            paragraphs.setdefault(part.paragraph, []).append(part)
        return {number: self._bracketed(inside) for number, inside in paragraphs.items()}

    def _bracketed(self, inside: list[Sentence]) -> tuple[Attribution, ...]:
        words = self._view.plain[inside[0].start : inside[-1].end]
        tail = _OUTLETS.search(words) if ")" in words[-3:] else None
        names = [n.strip() for told in _BRACKETS.findall(tail[0]) for n in _VIA.split(told)] if tail else []
        known = {name: self._register.publisher(name) for name in names}
        if not any(known.values()) and not (self._is_digest and all(map(_OUTLET.fullmatch, names))):
            return ()  # initials and asides stand in brackets too
        sources = [known[name] or Source(name, "media") for name in names]
        return tuple(Attribution(s, "bracketed") for s in sources if not self._speakers.is_publisher(s))

    def signature(self, part: Sentence, parts: list[Sentence]) -> Signed | None:
        """What a sentence of a post signs: a heading what follows it, a name behind a dash what its paragraph says."""
        heading = [m for m in self._marks.within(part.start, part.end, *SPEAKERS) if self._heads(part, m)]
        dash = None if heading else self._dash(part)
        chain = self._speakers.chain(heading[:3], "sign-off") if dash is None else self._signers(dash, part.end)
        if not chain:
            return None
        start = next(p.start for p in parts if p.paragraph == part.paragraph)
        return (part.end, parts[-1].end, chain) if dash is None else (start, dash, chain)

    def _signers(self, dash: int, end: int) -> tuple[Attribution, ...]:
        """Who signs behind a dash: who is named there, by a name that stands last the holder of the function before."""
        marks = self._named(dash, end)
        name = _NAME_LAST.search(self._view.plain, marks[-1].end, end)
        if name is None:
            return self._cited_first(marks[:3])
        roles = [Mark(name.start(1), name.end(1), "person", name[1], m.label) for m in marks if m.type == "role"]
        chain = self._speakers.chain(roles[:1], "sign-off")
        citing = self._marks.cues(marks[0].end, name.start(1), "citing")
        citers = [m for m in marks if citing and m.end <= citing[0].start]
        return joined(chain, self._speakers.chain(citers, "sign-off"))

    def _cited_first(self, marks: list[Mark]) -> tuple[Attribution, ...]:
        """The chain of those who sign, with whom they cite before them: "— CNN, citing officials"."""
        citing = self._marks.cues(marks[0].end, marks[-1].start, "citing")
        if not citing:
            return self._speakers.chain(marks, "sign-off")
        cited = [m for m in marks if m.start > citing[0].start]
        citers = [m for m in marks if m.start < citing[0].start]
        return (*self._speakers.chain(cited, "citing"), *self._speakers.chain(citers, "sign-off"))

    def _named(self, start: int, end: int) -> list[Mark]:
        """The speakers of a stretch, up to words that tell of whom or what they speak: "X on Y's plan"."""
        marks = self._marks.within(start, end, *SPEAKERS)
        by_name = marks and marks[0].type != "role"
        about = _ABOUT.search(self._view.folded, marks[0].end, end) if by_name else None
        if about and not self._marks.cues(about.start(), about.end(), "citing"):
            end = about.start()
        return list(
            takewhile(lambda m: m.start < end and not _OBLIQUE.search(self._view.folded[start : m.start]), marks)
        )

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
        opening = part.index == 0 and mark.start - part.start < _HEAD
        titled = part.index == 0 and bool(self._marks.cues(part.start, mark.start, "title"))
        says = any(part.end - c.end < _CLOSING for c in self._marks.cues(mark.end, part.end, "say"))
        return titled or (part.heading and mark.start - part.start < _HEAD) or (opening and says)

    def _dash(self, part: Sentence) -> int | None:
        """Where the dash stands behind which a speaker closes a sentence; None where none does.

        A number there counts who is no speaker, a verb tells what is no signature.
        """
        if not _ANY_DASH.search(self._view.plain, max(0, part.start - 1), part.end):
            return None
        for dash in reversed(list(_DASH.finditer(self._view.plain, max(0, part.start - 2), part.end))):
            named = self._named(dash.end(), part.end)
            if named and self._opens(dash.end(), named[0].start):
                return dash.start() if self._is_signature(part, dash, named) else None
        return None

    def _opens(self, dash: int, named: int) -> bool:
        """Whether a signature begins behind a dash: a title may stand before who signs, nothing else."""
        few = _FEW_WORDS.fullmatch(self._view.plain, dash, named)
        return few is not None and not _GOES_TO.search(self._view.folded[dash:named])

    def _is_signature(self, part: Sentence, dash: re.Match[str], named: list[Mark]) -> bool:
        """Whether speakers behind a dash close their sentence, but for the rest of a name and what it is about."""
        first, tail = named[0], self._view.folded[named[-1].end : part.end]
        source = self._register.source(first.label)
        if source is not None and source.kind == "state" and first.start > dash.end():
            return False  # "peace is what Russia wants" goes on behind its dash
        if self._view.plain[part.start : dash.start()].rstrip("* ").endswith(":"):
            return False  # an item of a list that tells who has an office
        if _NAMES.fullmatch(self._view.plain, part.start, dash.start()):
            return False  # the same: "Jane Doe - minister"
        if self._is_counted(dash.start()) or self._marks.within(dash.end(), named[-1].end, "trigger"):
            return False
        return bool(_ABOUT.match(tail) or _NAMES.fullmatch(self._view.plain, named[-1].end, part.end))

    def _is_counted(self, dash: int) -> bool:
        """Whether a number stands right before a dash: «двоє – офіцери»."""
        return any(m.end >= dash for m in self._marks.within(dash - _NUMBER, dash, "quantity"))
