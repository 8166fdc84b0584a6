"""Whether words voice a position on the war: they judge, demand or promise, and it is the war that they speak of."""

from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.claims.theatres import load
from purport.model import View

__all__ = ["Positions"]

_MADE = pattern(r"\b<carried_out>(?: [\w“”\"-]+){0,3}\s$")
_THIS = pattern(r"\s<taken_up>\b")
_NOT_YET = ("future", "condition", "irrealis")
_APPEALS = pattern(r"\b<appeals>\b")
_WE = pattern(r"\b(?:<we>|\w+<we_do>)\b")
_OCCASION = pattern(r"\b<in_which>(?: [\w’'-]+){0,3}\s$")
_VERB_OR_NOUN = pattern(r"<verb_or_noun>s?\b")
_NOUN = pattern(r"(?:\b(?:<article>|<this>|<pointing_back>)|[\w-]<possessive>)(?: [\w-]+){0,2}\s$")
_VERB = 40  # code points before a noun of attack in which it is told that one was made
_BLOW = frozenset({"attack", "hit", "interception", "explosion", "casualties"})
_NAMED = frozenset({"attack", "impact", "explosion", "alert"})
_JUDGING = ("judgement", "condemn")
_DEALT = frozenset({"destroy", "damage", "casualties"})
_PAST = pattern(r"\w+<past_ending>")
_REMARK = 3  # blanks in the shortest remark
_SENTENCE = 6  # blanks in the shortest sentence that condemns somebody; what is shorter jeers
_CODE = 2  # letters of a state's code; what has more is a movement, "own" or "enemy"
_MUST = pattern(r"\s(?:<must>\b|<is_to>\s\w+<infinitive_ending>\b)")


class Positions:
    """Knows a document's words of position. `told`: whether the document tells of an attack.

    Where it does, its parties stand for the war; elsewhere the war itself must be named.
    """

    def __init__(self, view: View, marks: Marks, *, told: bool) -> None:
        self._view, self._marks, self._told = view, marks, told

    def is_voiced(self, start: int, end: int, drafts: list[Draft], *, near: bool) -> bool:
        """Whether a stretch judges, demands or promises something of the war; `near`: as `is_of_war` has it.

        Where it tells of events, too, they must be what the position is about: "must pay for the strike", "the strike
        is a crime", but not "a brutal strike killed six".
        """
        told = [d for d in drafts if start <= d.at < end]
        if any(d.stance == "threatened" for d in told):
            return False
        verbs = [d.at for d in told if not self._is_noun(d)]
        if verbs:
            return self._has(start, min(verbs), "position")
        named = [d.at for d in told if not _OCCASION.search(self._view.folded, max(start, d.at - _VERB), d.at)]
        judged = self._has(max([start, *named]), end, *_JUDGING)
        return (judged or self.demands(start, end)) and self.is_of_war(start, end, near=near)

    def is_remark(self, start: int, end: int, drafts: list[Draft], *, near: bool) -> bool:
        """Whether a stretch speaks of the war, of no event nor of the front.

        Behind an event that is told (`near`), what says no "we", and not what will or would be, only tells more of it.
        """
        if near and not self._speaks_of_itself(start, end) and not self._marks.cues(start, end, *_NOT_YET):
            return False
        if any(start <= d.at < end for d in drafts) or self._marks.cues(start, end, "front"):
            return False
        if self._view.plain[start:end].count(" ") < _REMARK or self._is_done(start, end):
            return False
        if self.is_of_war(start, end, near=False):
            return True
        return self._names_party(start, end) and not self._marks.cues(start, end, "off_topic")

    def goes_on(self, start: int, end: int, drafts: list[Draft]) -> bool:
        """Whether a stretch behind a position on the war can be one, too: it judges, or tells what "I" or "we" do."""
        told = any(start <= d.at < end for d in drafts)
        voiced = self.judges(start, end) or self._speaks_of_itself(start, end)
        return not told and voiced and not self._marks.cues(start, end, "off_topic", "front")

    def is_continued(self, start: int, end: int) -> bool:
        """Whether a stretch that nobody signs goes on with a position that was signed before it."""
        if self._view.plain[start:end].endswith("?") or self._marks.cues(start, end, "abuse", "off_topic", "front"):
            return False
        of_war = self._names_war(start, end) or self._names_party(start, end)
        return of_war and (self.judges(start, end) or self._speaks_of_itself(start, end))

    def demands(self, start: int, end: int) -> bool:
        """Whether a stretch says what is wanted, or what a party to the war must do."""
        return self._has(start, end, "position") or self._commands(start, end)

    def _speaks_of_itself(self, start: int, end: int) -> bool:
        """Whether a stretch tells what "I" or "we" do."""
        return bool(_WE.search(self._view.folded, start, end))

    def condemns(self, start: int, end: int) -> bool:
        """Whether a stretch condemns a party to the war, or tells it what it must do; no abuse, no question."""
        if self._view.plain[start:end].endswith("?") or self._marks.cues(start, end, "abuse", "off_topic", "front"):
            return False
        long = self._view.plain[start:end].count(" ") >= _SENTENCE
        if long and self._parties(start, end) and self._has(start, end, "condemn") and not self._tells(start, end):
            return True
        return self._commands(start, end) or self._appeals(start, end)

    def _appeals(self, start: int, end: int) -> bool:
        """Whether a stretch calls on somebody for or against a party to the war."""
        return bool(_APPEALS.search(self._view.folded, start, end)) and bool(self._parties(start, end))

    def _commands(self, start: int, end: int) -> bool:
        """Whether a stretch tells a party to the war what it must do."""
        return any(self._must(party.end, end) for party in self._parties(start, end))

    def _must(self, start: int, end: int) -> bool:
        """Whether words behind a party tell what it must do: "has to stop", not what it has («має ракети»)."""
        told = _MUST.match(self._view.folded, start, end)
        return told is not None and not self._marks.within(start, told.end(), "weapon", "object")

    def _tells(self, start: int, end: int) -> bool:
        """Whether a stretch names a blow in words that do not condemn it."""
        judged = self._marks.cues(start, end, "condemn")
        blows = (t for t in self._marks.within(start, end, "trigger") if t.head in _BLOW)
        return any(not any(c.start <= t.start < c.end for c in judged) for t in blows)

    def _is_done(self, start: int, end: int) -> bool:
        """Whether a stretch tells of a blow as done, by a verb: «знищено десятки офіцерів»."""
        blows = (t for t in self._marks.within(start, end, "trigger") if t.head in _DEALT)
        return any(_PAST.fullmatch(self._view.folded, t.start, t.end) for t in blows)

    def _is_noun(self, draft: Draft) -> bool:
        """Whether a strike is but named ("the attack"), not told by a verb ("carried out an attack")."""
        if _MADE.search(self._view.folded[max(draft.sentence.start, draft.at - _VERB) : draft.at]):
            return False
        triggers = self._marks.within(draft.at, draft.at + 1, "trigger")
        noun = _VERB_OR_NOUN.match(self._view.folded, draft.at) and _NOUN.search(
            self._view.folded[max(draft.sentence.start, draft.at - _VERB) : draft.at]
        )
        return draft.kind in _NAMED and any(t.head in _NAMED and (t.number or noun) for t in triggers)

    def judges(self, start: int, end: int) -> bool:
        """Whether a stretch judges, demands or promises."""
        return self._has(start, end, "position", *_JUDGING)

    def _has(self, start: int, end: int, *labels: str) -> bool:
        """Whether a stretch has words with one of the labels; those that deny ("was not responsible") are none."""
        denied = self._marks.cues(start, end, "deny")
        cues = self._marks.cues(start, end, *labels)
        return any(not any(d.start <= c.start and c.end <= d.end for d in denied) for c in cues)

    def is_of_war(self, start: int, end: int, around: Sentence | None = None, *, near: bool) -> bool:
        """Whether a stretch speaks of the war; where it speaks of other matters, too, the parties are not enough.

        `around`: the sentence that may name what the stretch leaves out ("called for an investigation"). `near`:
        whether an event was told just before, so that what is said of no other matter is said of it.
        """
        if self._names_war(start, end):
            return True
        if around is not None and _THIS.match(self._view.folded, start) and self._names_war(around.start, around.end):
            return True
        if not self._told or self._marks.cues(start, end, "off_topic"):
            return False
        return (
            near or self._names_party(start, end) or (around is not None and self._names_war(around.start, around.end))
        )

    def _names_war(self, start: int, end: int) -> bool:
        inside = self._marks.within(start, end, "weapon", "trigger")
        blow = any(m.type == "weapon" or m.head in _BLOW for m in inside)
        return blow or bool(self._marks.cues(start, end, "topic"))

    def _names_party(self, start: int, end: int) -> bool:
        """Whether a party to a war is named, a place in its country, or the speaker's own country."""
        if self._marks.cues(start, end, "party"):
            return True
        fought_in = load().fought_in
        named = self._marks.within(start, end, "side", "place")
        return any((m.label if m.type == "side" else m.value.place.country) in fought_in for m in named)

    def _parties(self, start: int, end: int) -> list[Mark]:
        """The words of a stretch that name a party to a war: a state, its capital, its leader, "the enemy"."""
        fought_in = load().fought_in
        named = (m for m in self._marks.within(start, end, "side") if m.label != "own")
        sides = (m for m in named if m.label in fought_in or len(m.label) > _CODE)
        return [*self._marks.cues(start, end, "party"), *sides]
