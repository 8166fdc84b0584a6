"""Words of attribution in one sentence: who speaks, and what of the sentence is what is said."""

import re
from dataclasses import dataclass, replace

from purport.claims.antecedents import Antecedents
from purport.claims.marks import Mark, Marks
from purport.claims.mediums import Mediums
from purport.claims.segments import Sentence
from purport.claims.speakers import SPEAKERS, Speakers
from purport.claims.syntax import pattern
from purport.model import Attribution, View

__all__ = ["Listener", "Voice", "joined"]

_SAYING = ("say", "according", "citing")
_NEAR = 90  # code points between a speaker and its verb: an apposition may stand between ("X, the governor of Y, said")
_FOLLOWING = 60  # code points behind "according to" and "citing" in which the speaker is named
_INVERTED = 50  # the same behind a verb: "said Golubev"
_OPENING = 50  # code points at the start of a sentence in which its subject stands
_PRONOUN = pattern(r"\b(<pronoun>)\s*(?:<before_saying> )?$")
_CARRIES = pattern(r"\b<adding>\b")
_BESIDES = pattern(r"<besides>")
_NOUN = pattern(r"\b<determiner>(?: \w+)?\s$")
_NOUN_OR_VERB = pattern(r"<saying_or_noun>")
_PARTED = re.compile(r"[.!?;:\"»”]")
_CONTENT = pattern(r"[.;:\"»”]|, (?!<another_speaker> )|\b<that>\b")
_JOINED = pattern(r"[\s,]*<joins_speakers>?\s*[\w' ]{0,24}")
_TITLE = pattern(r" |<possessive> ")
_CLOSED = re.compile(r"\W*(?:[,.;!?)]|$)")
_OWN_WORDS = pattern(r", <background_clause>\b")
_OUTLETS = frozenset({"media", "agency"})
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


@dataclass(frozen=True, slots=True)
class _Citation:
    """Who is cited, by words `start:end`, and who cites them, as far as that stands before these words."""

    cited: list[Mark]
    citers: list[Mark]
    chain: tuple[Attribution, ...]
    start: int
    end: int


class Listener:
    """Hears the voices of a document, one sentence after the other: "he" is who spoke last."""

    def __init__(self, view: View, marks: Marks, speakers: Speakers) -> None:
        self._view, self._marks, self._speakers = view, marks, speakers
        self._mediums = Mediums(view, marks)
        self._before = Antecedents()

    def voices(self, part: Sentence) -> list[Voice]:
        """The voices of the next sentence, in order of their verbs."""
        found: list[Voice] = []
        citation: _Citation | None = None
        cited_to = part.start
        for cue in self._cues(part):
            if cue.label == "citing":
                citation = self._citing(part, cue, found)
                cited_to = citation.end if citation else cue.end
            elif cue.start >= cited_to:
                voice = self._voice(part, cue, found, citation)
                found += [voice] if voice else []
                citation = None if voice else citation
        if citation is not None:
            found.append(self._by_citation(part, citation))
        if not found:
            self._note_subject(part)
        return [v for v in found if len(found) == 1 or not _is_medium(v)]

    def _cues(self, part: Sentence) -> list[Mark]:
        """The words of saying of a sentence, without those that are part of a name ("the United States")."""
        cues = self._marks.cues(part.start, part.end, *_SAYING)
        named = self._marks.within(part.start, part.end, *SPEAKERS)
        return [c for c in cues if not any(m.start <= c.start and c.end <= m.end for m in named)]

    def subject(self, part: Sentence, verb: Mark) -> tuple[Attribution, ...]:
        """Who does what a verb says: the speaker in front of it; empty where nobody known stands there."""
        found = self._speakers.chain(self._preceding(part, verb), "said") or self._pronoun(part, verb)
        return found[:1]

    def _voice(self, part: Sentence, cue: Mark, found: list[Voice], citation: _Citation | None) -> Voice | None:
        if self._is_noun(part, cue):
            return None
        speakers = self._named(part, cue)
        if citation is not None:
            speakers = [s for s in speakers if s not in citation.cited] or citation.citers
        chain = self._speakers.chain(speakers, cue.label) or self._pronoun(part, cue)
        if self._goes_on(cue) and found:
            speakers, chain = [], found[-1].chain[:1]
        if not chain:
            return None
        self._before.note(chain[0])
        first, last = self._extent(part, cue, speakers)
        last, outlet = self._hearer(part, cue, last)
        chain += self._speakers.platform(max(part.start, first - 80), min(part.end, last + 60), chain)
        chain = joined(citation.chain if citation else (), joined(chain, outlet))
        if citation is not None:
            first = min(first, citation.start)
        last = self._mediums.end(part, last)
        leads = self._leads(part, first, last)
        start, end = (last, self._reach(part, last)) if leads else (part.start, part.end)
        return Voice(chain, start, end, first, last, leads)

    def _extent(self, part: Sentence, cue: Mark, speakers: list[Mark]) -> tuple[int, int]:
        """Where the words of attribution of a verb begin, and where they end."""
        said_by = self._pronoun_at(part, cue)
        first = min([cue.start if said_by is None else said_by, *(s.start for s in speakers)])
        last = max([cue.end, *(s.end for s in speakers)])
        before = max((s.end for s in speakers if s.end <= cue.start), default=cue.start)
        if self._marks.within(before, cue.start, "trigger"):
            first = cue.start  # "Russia struck Kyiv, saying …": what lies between is told, not who tells it
        return self._with_title(first), last

    def _hearer(self, part: Sentence, cue: Mark, last: int) -> tuple[int, tuple[Attribution, ...]]:
        """Where the words end that name who was told, and the outlet that was: it passes on what it was told."""
        if last > cue.end:
            return last, ()
        last, outlet = self._mediums.hearer(part, cue)
        passed_on = self._speakers.chain([outlet], "told") if outlet is not None else ()
        return last, tuple(link for link in passed_on if link.source.kind in _OUTLETS)

    # who cites whom

    def _citing(self, part: Sentence, cue: Mark, found: list[Voice]) -> _Citation | None:
        """Who is cited; where who cites them stands before ("RIA reported, citing the ministry"), that voice is theirs.

        The cited one stands nearer to the event than who cites it.
        """
        cited = self._following(part, cue.end, _FOLLOWING)
        chain = self._speakers.chain(cited, "citing")
        if not chain:
            return None
        end = cited[-1].end
        if not found:
            return _Citation(cited, self._preceding(part, cue), chain, cue.start, end)
        citer = found.pop()
        voice = replace(citer, chain=joined(chain, citer.chain))
        if self._marks.within(citer.cue_end, cue.start, "trigger"):
            found += [voice, replace(voice, cue_start=cue.start, cue_end=end, leads=False)]
        else:
            leads = self._leads(part, citer.cue_start, end)
            found.append(replace(voice, start=end if leads else part.start, cue_end=end, leads=leads))
        return None

    def _by_citation(self, part: Sentence, citation: _Citation) -> Voice:
        """The voice of a citation without a verb of saying: "…, citing the ministry"."""
        chain = joined(citation.chain, self._speakers.chain(citation.citers, "said"))
        first = min([citation.start, *(m.start for m in citation.citers)])
        return Voice(chain, part.start, part.end, first, citation.end, leads=False)

    # speakers beside a verb

    def _named(self, part: Sentence, cue: Mark) -> list[Mark]:
        """The speakers of a verb of saying, by name or function; none where a pronoun is its subject."""
        if cue.label == "according":
            return self._following(part, cue.end, _FOLLOWING)
        if self._pronoun_at(part, cue) is not None:
            return []
        if self._goes_on(cue):
            return self._subject_of(part, cue)
        return self._preceding(part, cue) or self._inverted(part, cue)

    def _preceding(self, part: Sentence, verb: Mark) -> list[Mark]:
        """The last speakers before a verb, close enough and with no other verb of saying between."""
        start = max(part.start, verb.start - _NEAR)
        barrier = max([o.end for o in self._marks.cues(start, verb.start, *_SAYING)], default=part.start)
        found = self._marks.within(start, verb.start, *SPEAKERS)
        found = [s for s in found if s.start >= barrier and s.end <= verb.start and not self._is_parted(s, verb)]
        return found[-3:]

    def _subject_of(self, part: Sentence, verb: Mark) -> list[Mark]:
        """The first speakers of a sentence: "Kyiv rejected the claim that soldiers had been hit, saying …"."""
        found = self._marks.within(part.start, verb.start, *SPEAKERS)
        return [s for s in found if not self._marks.within(found[0].end, s.start, "trigger", "cue")]

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
        """ "he said", "it said", "adding that": who spoke last."""
        at = self._pronoun_at(part, cue)
        if at is not None:
            return self._before.pronoun(self._view.folded[at : cue.start].split()[0])
        return self._before.anybody() if _CARRIES.match(self._view.folded, cue.start) else ()

    def _pronoun_at(self, part: Sentence, cue: Mark) -> int | None:
        """Where the pronoun stands that is the subject of a verb of saying; None where none is."""
        start = max(part.start, cue.start - 20)
        found = _PRONOUN.search(self._view.folded[start : cue.start])
        return start + found.start(1) if found else None

    def _note_subject(self, part: Sentence) -> None:
        """Remember the person of whom a sentence tells: "he" in the next one is that person."""
        named = self._marks.within(part.start, min(part.end, part.start + _OPENING), "source", "surname")
        for link in self._speakers.chain(named[:1], "said"):
            if link.source.kind == "official":
                self._before.note(link)

    def _goes_on(self, cue: Mark) -> bool:
        """Whether a verb only goes on with what its sentence's subject does: "…, saying that"."""
        before = self._view.plain[max(0, cue.start - 2) : cue.start]
        return before == ", " and bool(_BESIDES.fullmatch(self._view.folded[cue.start : cue.end]))

    def _is_noun(self, part: Sentence, cue: Mark) -> bool:
        """Whether a word is no verb where it stands: "in a Facebook post", "there were no reports"."""
        words = self._view.folded
        if not _NOUN_OR_VERB.fullmatch(words[cue.start : cue.end]):
            return False
        found = _NOUN.search(words[max(part.start, cue.start - 30) : cue.start])
        return found is not None and not self._named_between(cue.start - len(found[0]), cue.start)

    def _named_between(self, start: int, end: int) -> bool:
        """Whether somebody who can speak, and is no platform, is named in a stretch: "the ministry reports"."""
        chain = self._speakers.chain(self._marks.within(start, end, *SPEAKERS), "said")
        return any(link.source.kind != "platform" for link in chain)

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

    def _reach(self, part: Sentence, last: int) -> int:
        """How far what is said goes: up to a clause in which the text itself explains ("…, which had been shelled")."""
        own = _OWN_WORDS.search(self._view.folded, last, part.end)
        return own.start() if own else part.end


def _is_medium(voice: Voice) -> bool:
    """Whether words name nobody who speaks: "Writing on Telegram, he said"."""
    return all(link.source.kind == "platform" for link in voice.chain)


def joined(chain: tuple[Attribution, ...], others: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """A chain with those links of another one whose sources it does not have yet."""
    named = {a.source.name for a in chain}
    return chain + tuple(a for a in others if a.source.name not in named)
