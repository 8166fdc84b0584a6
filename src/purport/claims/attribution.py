"""Words of attribution in one sentence: who speaks, and what of the sentence is what is said."""

import re
from dataclasses import dataclass

from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.speakers import SPEAKERS, Speakers
from purport.claims.syntax import pattern
from purport.model import Attribution, View

__all__ = ["Listener", "Voice"]

_SAYING = ("say", "according", "citing")
_NEAR = 90  # code points between a speaker and its verb: an apposition may stand between ("X, the governor of Y, said")
_FOLLOWING = 60  # code points behind "according to" and "citing" in which the speaker is named
_INVERTED = 50  # the same behind a verb: "said Golubev"
_PRONOUN = pattern(r"\b<pronoun>\s*(?:<before_saying> )?$")
_CARRIES = pattern(r"\b<adding>\b")
_PARTED = re.compile(r"[.!?;:\"»”]")
_CONTENT = pattern(r"[.;:\"»”]|, (?!<another_speaker> )|\b<that>\b")
_JOINED = pattern(r"[\s,]*<joins_speakers>?\s*[\w' ]{0,24}")
_TITLE = pattern(r" |<possessive> ")
_CLOSED = re.compile(r"\W*(?:[,.;!?)]|$)")
_QUOTED = ('"', "”", "»", '",', "”,", "»,")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, nearest to the event first, and the stretch `start:end` of the sentence that is what they say.

    `cue_start:cue_end` are the words of attribution. `leads`: they stand before what is said.
    """

    chain: tuple[Attribution, ...]
    start: int
    end: int
    cue_start: int
    cue_end: int
    leads: bool


class Listener:
    """Hears the voices of a document, one sentence after the other: "he" is who spoke last."""

    def __init__(self, view: View, marks: Marks, speakers: Speakers) -> None:
        self._view, self._marks, self._speakers = view, marks, speakers
        self._last: Attribution | None = None

    def voices(self, part: Sentence) -> list[Voice]:
        """The voices of the next sentence, in order of their verbs."""
        found: list[Voice] = []
        for cue in self._marks.cues(part.start, part.end, *_SAYING):
            voice = self._citing(part, cue, found) if cue.label == "citing" else self._voice(part, cue)
            if voice is not None:
                found.append(voice)
        return found

    def subject(self, part: Sentence, verb: Mark) -> tuple[Attribution, ...]:
        """Who does what a verb says: the speaker in front of it; empty where nobody known stands there."""
        found = self._speakers.chain(self._preceding(part, verb), "said") or self._pronoun(part, verb)
        return found[:1]

    def _voice(self, part: Sentence, cue: Mark) -> Voice | None:
        speakers = self._named(part, cue)
        chain = self._speakers.chain(speakers, cue.label) or self._pronoun(part, cue)
        if not chain:
            return None
        self._last = chain[0] if chain[0].source.kind != "platform" else self._last
        first = min([cue.start, *(s.start for s in speakers)])
        last = max([cue.end, *(s.end for s in speakers)])
        chain += self._speakers.platform(max(part.start, first - 80), min(part.end, last + 60), chain)
        before = max((s.end for s in speakers if s.end <= cue.start), default=cue.start)
        if self._marks.within(before, cue.start, "trigger"):
            first = cue.start  # "Russia struck Kyiv, saying …": what lies between is told, not who tells it
        first = self._with_title(first)
        leads = self._leads(part, first, last)
        start, end = (last, part.end) if leads else (part.start, part.end)
        return Voice(chain, start, end, first, last, leads)

    def _citing(self, part: Sentence, cue: Mark, voices: list[Voice]) -> Voice | None:
        """ "RIA reported, citing the ministry": the cited one stands nearer to the event than who cites it."""
        cited = self._speakers.chain(self._following(part, cue.end, _FOLLOWING), "citing")
        if not cited:
            return None
        if voices:
            citer = voices.pop()
            named = {a.source.name for a in cited}
            chain = (*cited, *(a for a in citer.chain if a.source.name not in named))
            return Voice(chain, citer.start, citer.end, citer.cue_start, part.end, citer.leads)
        return Voice(cited, part.start, part.end, cue.start, part.end, leads=False)

    # speakers beside a verb

    def _named(self, part: Sentence, cue: Mark) -> list[Mark]:
        """The speakers of a verb of saying, by name or function; none where a pronoun is its subject."""
        if cue.label == "according":
            return self._following(part, cue.end, _FOLLOWING)
        if self._says_pronoun(part, cue):
            return []
        return self._preceding(part, cue) or self._inverted(part, cue)

    def _preceding(self, part: Sentence, verb: Mark) -> list[Mark]:
        """The last speakers before a verb, close enough and with no other verb of saying between."""
        start = max(part.start, verb.start - _NEAR)
        barrier = max([o.end for o in self._marks.cues(start, verb.start, *_SAYING)], default=part.start)
        found = self._marks.within(start, verb.start, *SPEAKERS)
        found = [s for s in found if s.start >= barrier and s.end <= verb.start and not self._is_parted(s, verb)]
        return found[-3:]

    def _is_parted(self, speaker: Mark, verb: Mark) -> bool:
        """Whether an event or a closed quotation between speaker and verb shows that they do not belong together."""
        between = self._view.plain[speaker.end : verb.start]
        if _PARTED.search(between):
            return True
        return "," not in between[-3:] and bool(self._marks.within(speaker.end, verb.start, "trigger"))

    def _inverted(self, part: Sentence, cue: Mark) -> list[Mark]:
        """Speakers behind a verb: "said Golubev", «повідомив Прокудін»."""
        found = self._following(part, cue.end, _INVERTED)
        return [s for s in found if not self._marks.within(cue.end, s.start, "trigger")]

    def _following(self, part: Sentence, at: int, room: int) -> list[Mark]:
        """The speakers right behind words, the first of them and those that are joined to it."""
        found = self._marks.within(at, min(part.end, at + room), *SPEAKERS)
        if not found or _CONTENT.search(self._view.plain[at : found[0].start]):
            return []
        kept = [found[0]]
        for mark in found[1:]:
            if not _JOINED.fullmatch(self._view.plain[kept[-1].end : mark.start]):
                break
            kept.append(mark)
        return kept

    def _pronoun(self, part: Sentence, cue: Mark) -> tuple[Attribution, ...]:
        """ "he said", "adding that": who spoke last."""
        if self._last is None:
            return ()
        return (self._last,) if self._says_pronoun(part, cue) or _CARRIES.match(self._view.folded, cue.start) else ()

    def _says_pronoun(self, part: Sentence, cue: Mark) -> bool:
        return bool(_PRONOUN.search(self._view.folded[max(part.start, cue.start - 20) : cue.start]))

    # the words of attribution

    def _with_title(self, first: int) -> int:
        """The start of words of attribution, with the place or side that a title begins with: "Krasnodar mayor …"."""
        beside = self._marks.within(first - 40, first, "place", "side")
        return min([first, *(m.start for m in beside if _TITLE.fullmatch(self._view.plain[m.end : first]))])

    def _leads(self, part: Sentence, first: int, last: int) -> bool:
        """Whether what is said stands behind the words of attribution: not where they close a sentence or a clause."""
        plain = self._view.plain
        if plain[part.start : first].rstrip().endswith(_QUOTED):
            return False
        if not self._marks.within(part.start, first, "trigger"):
            return True
        for aside in self._marks.within(last, part.end, "time", "source"):
            if aside.start - last < 6:
                last = aside.end
        return _CLOSED.match(plain[last : part.end]) is None
