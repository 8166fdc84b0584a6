"""Words of attribution in one sentence: who speaks, and what of the sentence is what is said."""

import re

from msgspec import Struct, structs

from purport.claims.antecedents import Antecedents
from purport.claims.marks import Mark, Marks
from purport.claims.mediums import Mediums
from purport.claims.segments import Sentence
from purport.claims.speakers import SPEAKERS, Speakers
from purport.claims.subjects import FOLLOWING, Subjects
from purport.claims.syntax import pattern
from purport.model import Attribution, View

__all__ = ["OUTLETS", "Listener", "Voice", "joined"]

_WORD = re.compile(r"\w+")
_OPENING = 50  # code points at the start of a sentence in which its subject stands
_OBJECT = 24  # code points behind a verb in which who it is done to is named
_REPORTS = "reports"  # the function of words that somebody has said
_CARRIES = pattern(r"\b<adding>\b")
_COLON = re.compile(r"[^:.!?\n]{3,70}:\s(?=\S)")
_NAMES_MORE = re.compile(r"\w+\W+\w+\W+\w")  # of three words that are no speaker's, nobody speaks
_TITLE = pattern(r" |<possessive> ")
_CLOSED = re.compile(r"\W*(?:[,.;!?)]|$)")
_OWN_WORDS = pattern(r", <background_clause>\b")
OUTLETS = frozenset({"media", "agency"})
"""Kinds of sources that pass on what others say."""

_ENDED = re.compile(r"\W*")
_QUOTED = ('"', "”", "»", '",', "”,", "»,")


class Voice(Struct, frozen=True, gc=False):
    """Who speaks, nearest to the event first, and the stretch `start:end` of the sentence that is what they say.

    `cue_start:cue_end` are the words of attribution. `leads`: they stand before what is said. `is_turn`: they name who
    speaks next in a conversation ("Reporter: …").
    """

    chain: tuple[Attribution, ...]
    start: int
    end: int
    cue_start: int
    cue_end: int
    leads: bool
    is_turn: bool = False


class _Citation(Struct, frozen=True):
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
        self._subjects, self._mediums = Subjects(view, marks, speakers), Mediums(view, marks)
        self._before = Antecedents()
        self._actors: dict[int, tuple[Attribution, ...]] = {}  # by the offset of the verb

    def voices(self, part: Sentence) -> list[Voice]:
        """The voices of the next sentence, in order of their verbs."""
        found = self._heading(part)
        citation: _Citation | None = None
        cited_to = part.start
        for cue in self._subjects.cues(part):
            self._note_actors(part, cue.start, found)
            if cue.label == "citing":
                citation = self._citing(part, cue, found)
                cited_to = citation.end if citation else cue.end
            elif cue.start >= cited_to:
                voice = self._voice(part, cue, found, citation)
                found += [voice] if voice else []
                citation = None if voice else citation
        if citation is not None:
            found.append(self._by_citation(part, citation))
        self._note_actors(part, part.end, found)
        if not found:
            self._note_subject(part)
        return [v for v in found if len(found) == 1 or not _is_medium(v)]

    def note(self, chain: tuple[Attribution, ...]) -> None:
        """Remember who signs a sentence, as one who has spoken."""
        for link in chain[:1]:
            self._before.note(link)

    def _heading(self, part: Sentence) -> list[Voice]:
        """The voice of a speaker that a sentence names before a colon: "Zelenskyy: Russia launched 800 bombs"."""
        colon = _COLON.match(self._view.plain, part.start, part.end)
        named = self._marks.within(part.start, colon.end(), *SPEAKERS) if colon else []
        if colon is not None and self._view.plain[part.start : colon.end()].isupper():
            return []  # where an article was written: "JERUSALEM: Sirens sounded"
        if (
            colon is None
            or not named
            or self._is_date_line(part, colon.end())
            or _NAMES_MORE.search(self._between(part.start, named, colon.end()))
        ):
            return []
        chain = self._speakers.chain(named, "said")
        self.note(chain)
        turn = bool(chain) and chain[0].source.kind != "state"  # a country heads what happened there
        return [Voice(chain, colon.end(), part.end, part.start, colon.end(), leads=True, is_turn=turn)] if chain else []

    def _is_date_line(self, part: Sentence, end: int) -> bool:
        """Whether capitals tell where an article was written ("JERUSALEM: Sirens sounded"), and name no outlet."""
        if not self._view.plain[part.start : end].isupper():
            return False
        named = self._speakers.chain(self._marks.within(part.start, end, "source"), "said")
        return not any(link.source.kind in OUTLETS for link in named)

    def _between(self, start: int, named: list[Mark], end: int) -> str:
        """The words of a stretch that name no speaker."""
        kept = list(self._view.folded[start:end])
        for mark in named:
            kept[mark.start - start : mark.end - start] = " " * (mark.end - mark.start)
        return "".join(kept)

    def subject(self, part: Sentence, verb: Mark) -> tuple[Attribution, ...]:
        """Who does what a verb says: the speaker in front of it; empty where nobody known stands there."""
        return self._actors.get(verb.start) or self._speakers.chain(self.actors(part, verb), "said")[:1]

    def actors(self, part: Sentence, verb: Mark) -> list[Mark]:
        """The words before a verb that name who does what it says."""
        recalled = [m for m in self._speakers.recalled(verb) if m.end <= verb.start]
        return recalled or self._subjects.actors(part, verb)

    def _note_actors(self, part: Sentence, end: int, found: list[Voice]) -> None:
        """Remember who voices a position by the verbs up to an offset: "he" in what follows is that person."""
        for verb in part.triggers:
            if verb.head == "statement" and verb.start < end and verb.start not in self._actors:
                chain = self._speakers.chain(self.actors(part, verb), "said")[:1] or self._pronoun(part, verb)
                if found and self._subjects.goes_on(verb):
                    chain = found[-1].chain[:1]
                self._actors[verb.start] = chain
                if chain:
                    self._before.note(chain[0])

    def _voice(self, part: Sentence, cue: Mark, found: list[Voice], citation: _Citation | None) -> Voice | None:
        if self._subjects.is_noun(part, cue):
            return None
        speakers = self._subjects.named(part, cue)
        speakers = speakers or (self._speakers.recalled(cue) if cue.label in {"say", "according"} else [])
        if _CARRIES.match(self._view.folded, cue.start) and self._before.anybody():
            speakers = [s for s in speakers if s.label != _REPORTS]  # "the report says": theirs who spoke last
        if citation is not None:
            speakers = [s for s in speakers if s not in citation.cited] or citation.citers
        chain = self._speakers.chain(speakers, cue.label) or self._pronoun(part, cue)
        if self._subjects.goes_on(cue) and found:
            speakers, chain = [], found[-1].chain[:1]
        if not chain:
            return None
        self._before.note(chain[0])
        first, last = self._extent(part, cue, speakers)
        last, outlet = self._hearer(part, cue, last, speakers)
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
        said_by = self._subjects.pronoun_at(part, cue)
        first = min([cue.start if said_by is None else said_by, *(s.start for s in speakers)])
        last = max([cue.end, *(self._speakers.told_to(s) for s in speakers)])
        before = max((s.end for s in speakers if s.end <= cue.start), default=cue.start)
        if self._marks.within(before, cue.start, "trigger"):
            first = cue.start  # "Russia struck Kyiv, saying …": what lies between is told, not who tells it
        return self._with_title(first), last

    def _hearer(
        self, part: Sentence, cue: Mark, last: int, speakers: list[Mark]
    ) -> tuple[int, tuple[Attribution, ...]]:
        """Where the words end that name who was told, and the outlet that was: it passes on what it was told."""
        told, outlet = self._mediums.hearer(part, cue)
        if outlet in speakers or (outlet is None and last > cue.end):
            return last, ()
        last = max(last, told)
        passed_on = self._speakers.chain([outlet], "told") if outlet is not None else ()
        return last, tuple(link for link in passed_on if link.source.kind in OUTLETS)

    # who cites whom

    def _citing(self, part: Sentence, cue: Mark, found: list[Voice]) -> _Citation | None:
        """Who is cited; where who cites them stands before ("RIA reported, citing the ministry"), that voice is theirs.

        The cited one stands nearer to the event than who cites it.
        """
        cited = self._subjects.following(part, cue.end, FOLLOWING)
        chain = self._speakers.chain(cited, "citing")
        if not chain:
            return None
        end = cited[-1].end
        if not found:
            return _Citation(cited, self._subjects.preceding(part, cue), chain, cue.start, end)
        citer = found.pop()
        voice = structs.replace(citer, chain=joined(chain, citer.chain))
        if self._marks.within(citer.cue_end, cue.start, "trigger"):
            found += [voice, structs.replace(voice, cue_start=cue.start, cue_end=end, leads=False)]
        else:
            leads = self._leads(part, citer.cue_start, end)
            found.append(structs.replace(voice, start=end if leads else part.start, cue_end=end, leads=leads))
        return None

    def _by_citation(self, part: Sentence, citation: _Citation) -> Voice:
        """The voice of a citation without a verb of saying: "…, citing the ministry"."""
        chain = joined(citation.chain, self._speakers.chain(citation.citers, "said"))
        first = min([citation.start, *(m.start for m in citation.citers)])
        return Voice(chain, part.start, part.end, first, citation.end, leads=False)

    def _pronoun(self, part: Sentence, cue: Mark) -> tuple[Attribution, ...]:
        """ "he said", "it said", "adding that": who spoke last."""
        at = self._subjects.pronoun_at(part, cue)
        if at is not None:
            word = _WORD.match(self._view.folded, at)
            return self._before.pronoun(word[0] if word else "", self._named_behind(part, cue))
        return self._before.anybody() if _CARRIES.match(self._view.folded, cue.start) else ()

    def _named_behind(self, part: Sentence, cue: Mark) -> frozenset[str]:
        """Whom a clause speaks of behind its verb."""
        behind = self._marks.within(cue.end, min(part.end, cue.end + _OBJECT), "source", "surname")
        return frozenset(link.source.name for mark in behind for link in self._speakers.chain([mark], "said"))

    def introduces(self, part: Sentence) -> tuple[Attribution, ...]:
        """The person of whom a sentence tells, as whose words a quotation may follow it."""
        named = self._marks.within(part.start, min(part.end, part.start + _OPENING), *SPEAKERS)
        return tuple(a for a in self._speakers.chain(named[:3], "said") if a.source.kind == "official")[:1]

    def _note_subject(self, part: Sentence) -> None:
        """Remember the person of whom a sentence tells: "he" in the next one is that person."""
        opening = self._marks.within(part.start, min(part.end, part.start + _OPENING), *SPEAKERS)
        named = [m for m in opening if m.type in {"source", "surname"}]
        titled = self._speakers.chain(opening[:3], "said") if opening[:1] != named[:1] else ()
        links = [*titled, *(link for mark in named for link in self._speakers.chain([mark], "said"))]
        person = next((link for link in links if link.source.kind == "official"), None)
        if person is not None:
            self._before.note(person)

    # the words of attribution

    def _with_title(self, first: int) -> int:
        """The start of words of attribution, with the place or side that a title begins with: "Krasnodar mayor …"."""
        beside = self._marks.within(first - 40, first, "place", "side")
        return min([first, *(m.start for m in beside if _TITLE.fullmatch(self._view.plain[m.end : first]))])

    def _leads(self, part: Sentence, first: int, last: int) -> bool:
        """Whether what is said stands behind the words of attribution: not where they close a sentence or a clause."""
        plain = self._view.plain
        if plain[part.start : first].rstrip().endswith(_QUOTED) or _ENDED.fullmatch(plain, last, part.end):
            return False
        if not self._marks.within(part.start, first, "trigger"):
            return True
        for aside in self._marks.within(last, part.end, "time", "source", "place"):
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
