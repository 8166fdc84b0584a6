"""Positions that somebody of public function voices about the war, where nothing is told that happened."""

import re
from collections.abc import Iterable, Iterator

from purport.claims.attribution import joined
from purport.claims.frames import Draft
from purport.claims.frames.heads import ATTACK
from purport.claims.marks import Mark, Marks
from purport.claims.positions import Positions
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.speakers import names_nothing
from purport.claims.syntax import pattern
from purport.claims.voices import Voice, Voices
from purport.model import Attribution, View

__all__ = ["Statements", "Voiced"]

Voiced = tuple[Draft, tuple[Attribution, ...]]
"""A draft and the chain of sources behind it."""

_PUBLIC = frozenset({"official", "ministry", "administration", "state", "organisation", "role", "military"})
_PERSONAL = frozenset({"official", "role"})
_NEAR = 2  # sentences between an event and what is said of it
_MIN_WORDS = 3  # blanks in the shortest words that voice a position
_SHORT = 2  # the same of a post's demand: "End this war!"
_SUBJECT = 60  # code points before who does something in which the words of their title begin
_PRONOUN = 24  # code points before a verb in which its pronoun stands, and what joins its clause to another
_INTRODUCED = 80  # code points behind a verb of saying in which "that" opens what is said
_JUDGED = "judge"  # sub-kind of verbs that condemn: an attack may be their object
_NAMED = "name"  # sub-kind of verbs that voice a position only with words that judge
_NOT_DONE = pattern(r"\b(?:<passive>|<infinitive>|<not>|n't)\s(?:\w+ly\s)?$")
_TO_BE = pattern(r"\b<infinitive>\s$")
_UNDONE = re.compile(r"\w+ти(?:ся|м\w+)?")  # a Ukrainian infinitive or future
_AT_ONCE = re.compile(r"\s(?:\w+\s)?")
_MAKES_KNOWN = pattern(r"<makes_known>")
_GERUND = re.compile(r"\w+ing\b")
_NOT_ITS_OWN = pattern(r"\s<by>\b|\s<asks_to_know>\b")
_OCCASION = pattern(r"<occasion_clause>\s")
_CLAUSE = pattern(r"\b(?:<another_clause>|<occasion_clause>)\s<pronoun>\s")
_RELATIVE = pattern(r"\b<aside>\b")
_CUT = pattern(r",\s+(?:<clause>|<adding>)\b|;|\s[–—-]\s|\s<meanwhile>\b")
_OPENS = pattern(r"[,;:.!?–—\"“”«»()]|\s-\s|\b(?:<joint>|<joint_when>|<another_clause>|<occasion_clause>)\s")
_THAT = pattern(r"(?:(?!\b<and>\b)[^,;:.!?\"“«–—]){0,60}?,?\s<that>\s")
_THAT_AT_ONCE = pattern(r",?\s<that>\s")
_TOLD_OF = pattern(r"<tells_of>\b")
_LEAD = pattern(r"(?:[\s,;:\"“«»”„(–—-]|<that>\b|<opening>\b)+")
_TAIL = pattern(r"(?:[\s,;:.!?\"“«”»(–—-]|\b<pronoun>$|\s<closing>$)+$")
_TAIL_SPAN = 30  # code points of what is trimmed from the end of a stretch, at most
_OPENED = re.compile("[“«„]")
_CLOSED = re.compile("[”»]")


class Statements:
    """Finds the positions voiced in a document. `told`: the indices of the sentences that tell of events.

    A post passes on what a person of public function says for its own sake; any words of theirs on the war
    voice a position, where an article's must judge, demand or promise.
    """

    def __init__(self, view: View, marks: Marks, voices: Voices, told: frozenset[int], setting: Setting) -> None:
        self._view, self._marks, self._voices, self._told = view, marks, voices, told
        self._is_post, self._side = setting.is_post, setting.side
        self._spoke = (-_NEAR, "")  # in which sentence a position was voiced last, and by whom
        self._positions = Positions(view, marks, told=bool(told))

    def of(self, part: Sentence, drafts: list[Draft]) -> list[Voiced]:
        """The positions voiced in a sentence beside the events that it tells."""
        found = self._acted(part, drafts)
        for draft, chain in (
            *self._said(part, drafts, found),
            *self._quoted(part, drafts),
            *self._unsigned(part, drafts),
        ):
            if not any(draft.start < d.end and d.start < draft.end for d, _ in found):
                found.append((draft, chain))
        return found

    # what somebody does by speaking: "Biden condemned the attack"

    def _acted(self, part: Sentence, drafts: list[Draft]) -> list[Voiced]:
        found: list[Voiced] = []
        for verb in _longest(t for t in part.triggers if t.head == "statement"):
            chain = self._voices.subject(part, verb)
            start, end = self._subject_start(part, verb), self._complement_end(part, verb)
            # "condemned the raid and urged …" is one position, and so are words that lie within another's
            again = any(verb.start < d.end or c[0].source in {link.source for link in chain} for d, c in found)
            if _is_public(chain) and not again and start is not None and self._is_act(part, verb, end, drafts):
                told_by = self._voices.said(part, verb.start) if self._is_post else ()
                found.append((self._draft(part, start, end, verb.start), joined(chain, told_by)))
        return found

    def _is_act(self, part: Sentence, verb: Mark, end: int, drafts: list[Draft]) -> bool:
        """Whether a verb tells that a position was voiced: it is said to be done, and what it is about is the war."""
        before = self._view.folded[max(part.start, verb.start - 24) : verb.start]
        word = self._view.folded[verb.start : verb.end]
        undone = _NOT_DONE.search(before) and not _GERUND.match(word)
        if undone or _UNDONE.fullmatch(word):
            return False
        if self._view.plain[verb.end : end].count(" ") < 1 or _NOT_ITS_OWN.match(self._view.folded, verb.end):
            return False
        if verb.sub == _NAMED and not self._positions.judges(verb.end, end):
            return False
        ahead = [d for d in drafts if verb.start - 1 < d.at < end]
        told = [d for d in ahead if verb.sub != _JUDGED or d.at < verb.end or self._voices.is_accused(verb, d.at)]
        if told or self._announces(verb, end):
            return False
        return self._positions.is_of_war(verb.end, end, part, near=self._is_near(part))

    def _is_near(self, part: Sentence) -> bool:
        """Whether an event is told so close before a sentence that "this" and "it" mean it."""
        return any(part.index - n in self._told for n in range(_NEAR + 1))

    def _announces(self, verb: Mark, end: int) -> bool:
        """Whether a strike is what is warned of or promised, which is no position but a strike to come."""
        blows = [t for t in self._marks.within(verb.end, end, "trigger") if t.head in ATTACK and not t.number]
        return any(self._marks.cues(verb.end, t.start, "future") for t in blows)

    def _subject_start(self, part: Sentence, verb: Mark) -> int | None:
        """Where the words of who acts begin, with their title ("Germany's chancellor"); None in an occasion."""
        named = self._voices.actors(part, verb)
        first = named[0].start if named else verb.start
        if _RELATIVE.search(self._view.folded, first, verb.start):
            return None
        if not named and _CLAUSE.search(self._view.folded, max(part.start, verb.start - _PRONOUN), verb.start):
            return None
        opened = list(_OPENS.finditer(self._view.folded, max(part.start, first - _SUBJECT), first))
        if not opened:
            return part.start if first - part.start < _SUBJECT else first
        return None if _OCCASION.fullmatch(opened[-1][0]) else self._trimmed(opened[-1].end(), verb.start)[0]

    def _complement_end(self, part: Sentence, verb: Mark) -> int:
        """Where the words that a verb governs end: at the next clause, outside of quotations."""
        last = self._end(part)
        that = _THAT_AT_ONCE.match(self._view.folded, verb.end)
        cuts = (cut.start() for cut in _CUT.finditer(self._view.folded, that.end() if that else verb.end, last))
        return next((at for at in cuts if not self._is_in_quotes(verb.end, at)), last)

    def _is_in_quotes(self, start: int, at: int) -> bool:
        """Whether a quotation that opens in a stretch is still open at its end."""
        words = self._view.plain[start:at]
        return len(_OPENED.findall(words)) > len(_CLOSED.findall(words)) or words.count('"') % 2 == 1

    # what somebody says

    def _said(self, part: Sentence, drafts: list[Draft], acted: list[Voiced]) -> Iterator[Voiced]:
        """What stands behind or before a verb of saying, up to what is done by speaking."""
        for voice in self._voices.speaks(part):
            if _is_public(voice.chain) and self._is_said(part, voice):
                start, end = self._content(part, voice)
                end = min([end, *(d.start for d, _ in acted if d.start > start)])
                chain = self._voices.passed_on(start, voice.chain)
                yield from self._position(part, *self._trimmed(start, end), chain, drafts)

    def _is_said(self, part: Sentence, voice: Voice) -> bool:
        """Whether words are what somebody said: not what is yet to be said, nor a thing that is made known."""
        for cue in self._marks.cues(voice.cue_start, voice.cue_end, "say"):
            word = self._view.folded[cue.start : cue.end]
            if _UNDONE.fullmatch(word) or _TO_BE.search(self._view.folded[max(0, cue.start - 4) : cue.start]):
                return False
            if voice.leads and _MAKES_KNOWN.fullmatch(word):
                return bool(_THAT.match(self._view.folded, voice.cue_end, part.end))
        return True

    def _quoted(self, part: Sentence, drafts: list[Draft]) -> Iterator[Voiced]:
        """What of a sentence is quoted from somebody, or signed."""
        for start, end, chain in (*self._voices.quotes(part), *self._voices.signed(part)):
            if _is_public(chain):
                yield from self._position(part, *self._trimmed(start, end), chain, drafts)

    def _unsigned(self, part: Sentence, drafts: list[Draft]) -> Iterator[Voiced]:
        """What a post says in its own voice, or goes on to say for the person who signed what stands before."""
        inside = (*self._voices.speaks(part), *self._voices.quotes(part), *self._voices.signed(part))
        if not self._is_post or drafts or inside or names_nothing(self._marks, part):
            return
        chain = self._voices.said(part, part.start)
        start, end = self._trimmed(part.start, part.end)
        if not self._is_long(start, end):
            return
        if chain and _is_person(chain) and chain[0].source.side == self._side:
            voiced = self._positions.is_continued(start, part.end)
        else:  # what a channel adds to the words of others is its own comment
            voiced, chain = self._positions.condemns(start, part.end), ()
        if voiced:
            yield self._draft(part, start, end, start), chain

    def _position(
        self, part: Sentence, start: int, end: int, chain: tuple[Attribution, ...], drafts: list[Draft]
    ) -> Iterator[Voiced]:
        """The position that is voiced in a stretch, if one is."""
        if (
            not self._is_long(start, end)
            or self._strikes_next(start, end)
            or self._marks.cues(start, start + 1, "courtesy")
        ):
            return
        near = self._is_near(part)
        voiced = self._positions.is_voiced(start, end, drafts, near=near)
        person = self._is_post and _is_person(chain)
        remark = person and self._positions.is_remark(start, end, drafts, near=near)
        if voiced or remark or (person and self._goes_on(part, chain) and self._positions.goes_on(start, end, drafts)):
            self._spoke = part.index, chain[0].source.name
            yield self._draft(part, start, end, start), chain

    def _is_long(self, start: int, end: int) -> bool:
        """Whether a stretch has words enough to voice a position, and does not only tell what was spoken of."""
        if _TOLD_OF.match(self._view.folded, start):
            return False
        blanks = self._view.plain[start:end].count(" ")
        return blanks >= _MIN_WORDS or (self._is_post and blanks >= _SHORT and self._positions.demands(start, end))

    def _goes_on(self, part: Sentence, chain: tuple[Attribution, ...]) -> bool:
        """Whether who speaks voiced a position right before."""
        index, name = self._spoke
        return part.index - index <= 1 and name == chain[0].source.name

    def _strikes_next(self, start: int, end: int) -> bool:
        """Whether a strike is what is promised: "we will strike at targets that we have not hit yet"."""
        blows = [t for t in self._marks.within(start, end, "trigger") if t.head in ATTACK and not t.number]
        ahead = ((cue, t) for t in blows for cue in self._marks.cues(start, t.start, "future"))
        return any(_AT_ONCE.fullmatch(self._view.folded, cue.end, t.start) for cue, t in ahead)

    def _content(self, part: Sentence, voice: Voice) -> tuple[int, int]:
        """What is said: behind the words of attribution where they lead, before them where they close the sentence."""
        if not voice.leads:
            return self._trimmed(part.start, voice.cue_start)
        that = _THAT.match(self._view.folded, voice.cue_end, min(part.end, voice.cue_end + _INTRODUCED))
        start = that.end() if that else voice.cue_end
        later = [v.cue_start for v in self._voices.speaks(part) if v.cue_start > start and v.leads]
        return self._trimmed(start, min([self._end(part), *later]))

    def _end(self, part: Sentence) -> int:
        """Where a sentence ends, a signature behind a dash left out."""
        return min([part.end, *(end for _, end, _ in self._voices.signed(part))])

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without what joins it to its sentence, and without marks of quotation at its ends."""
        lead = _LEAD.match(self._view.folded, start, end)
        start = lead.end() if lead else start
        tail = _TAIL.search(self._view.folded, max(start, end - _TAIL_SPAN), end)
        return start, tail.start() if tail else end

    def _draft(self, part: Sentence, start: int, end: int, at: int) -> Draft:
        end = self._trimmed(start, end)[1]
        return Draft("statement", start, end, part, at, fixed=True)


def _is_public(chain: tuple[Attribution, ...]) -> bool:
    """Whether who speaks has a public function, or is a body that has."""
    if not chain:
        return False
    return chain[0].source.kind in _PUBLIC


def _is_person(chain: tuple[Attribution, ...]) -> bool:
    """Whether who speaks is a person, not a body, whose notices are full of what is no position."""
    return chain[0].source.kind in _PERSONAL


def _longest(verbs: Iterable[Mark]) -> list[Mark]:
    """Verbs, those within the words of another left out."""
    kept: list[Mark] = []
    for verb in verbs:
        if not kept or verb.start >= kept[-1].end:
            kept.append(verb)
    return kept
