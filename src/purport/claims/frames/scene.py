"""What a frame sees: a sentence with one of its events, and the words around what stands in it."""

from collections.abc import Callable

from msgspec import Struct

from purport.claims.frames.draft import Draft, Event
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.model import Kind, Outcome, Quantity, View

__all__ = ["Frame", "Scene"]

_LEAD = pattern(r"(?:[\s,;:*/)\]\"»–—-]|<opening>\b)+")
_TAIL = pattern(r"[\s,;:.!?(*\[\"«–—-](?:(?<=\s)<closing>)?(?:[\s,;:.!?(*\[\"«–—-]|\s<closing>)*$")
_TAIL_SPAN = 60  # code points of what is trimmed from the end of a clause, at most
_BREAK = pattern(r"[,;:.!?()]|\s[-–—]\s|\b<and>\b")
_INSTRUMENT = pattern(r"\b(<instrument>)\s+(?:\w+\s){0,2}$")
_BY = 30  # code points before a weapon in which it is told that something was done with it
_GENERIC = frozenset(
    {"other", "industrial_site", "commercial_building", "office_building", "military_site", "civilian_infrastructure"}
)
_COUNTED = 45  # code points between a quantity and what it counts, at most


class Scene(Struct):
    """A sentence with one of its events. `brief`: in a post or a feed's item every word is a report."""

    view: View
    marks: Marks
    sentence: Sentence
    event: Event
    is_post: bool
    brief: bool

    def draft(self, kind: Kind, *, outcome: Outcome | None = None, weapons_open: bool = False) -> Draft:
        """A draft of the event: the words of its clause, its triggers, the places told in its stretch."""
        start, end = self.clause()
        draft = Draft(kind, start, end, self.sentence, self.event.first, self.event.last)
        draft.scope = (self.event.start, self.event.end)
        draft.outcome, draft.weapons_open = outcome, weapons_open
        draft.marks = self.within("place")
        return draft

    def within(self, *types: str) -> list[Mark]:
        """Marks of the event's stretch."""
        return self.marks.within(self.event.start, self.event.end, *types)

    def around(self, *types: str) -> list[Mark]:
        """Marks of the whole sentence."""
        return self.marks.within(self.sentence.start, self.sentence.end, *types)

    def cue(self, *labels: str) -> bool:
        """Whether the event's stretch has a cue with one of the labels."""
        return bool(self.marks.cues(self.event.start, self.event.end, *labels))

    def words(self, start: int, end: int) -> str:
        """The folded words of a stretch."""
        return self.view.folded[start:end]

    def before(self, mark: Mark, room: int) -> str:
        """The folded words of the sentence in front of a mark, at most so many code points."""
        return self.view.folded[max(self.sentence.start, mark.start - room) : mark.start]

    def gap(self, a: Mark, b: Mark) -> str:
        """The words between two marks, in whatever order they stand."""
        first, second = sorted((a, b), key=lambda m: m.start)
        return self.view.folded[first.end : second.start]

    def clause(self) -> tuple[int, int]:
        """The event's stretch, trimmed of white space, punctuation, joining words and words of time at its ends."""
        start, end = self.event.start, self.event.end
        start = self._behind_lead(start, end)
        for when in self.within("time"):
            if when.start <= start and when.end <= self.event.first:
                start = self._behind_lead(when.end, end)
        tail = _TAIL.search(self.view.folded, max(start, end - _TAIL_SPAN), end)
        end = tail.start() if tail else end
        whole = start <= self.event.first and end >= self.event.last
        return (start, end) if whole else (self.event.first, self.event.last)

    def _behind_lead(self, start: int, end: int) -> int:
        lead = _LEAD.match(self.view.folded, start, end)
        return lead.end() if lead else start

    def number_of(self, mark: Mark) -> Quantity | None:
        """How many of what a mark names: the quantity right before it, or one where its form is singular."""
        counted = self.quantity_before(mark)
        if counted is not None:
            value: Quantity | None = counted.value
            return value
        return Quantity.exact(1) if mark.number == "s" else None

    def quantity_before(self, mark: Mark) -> Mark | None:
        """The quantity that counts a mark: before it, with only describing words between."""
        found = self.marks.within(max(self.sentence.start, mark.start - _COUNTED), mark.start, "quantity")
        return next((q for q in reversed(found) if self._counts(q, mark)), None)

    def _counts(self, quantity: Mark, mark: Mark) -> bool:
        others = ("trigger", "weapon", "object", "people", "time", "place")
        parted = _BREAK.search(self.view.folded[quantity.end : mark.start])
        return not parted and not self.marks.within(quantity.end, mark.start, *others)

    def heads(self, things: list[Mark]) -> list[Mark]:
        """Objects without those that only describe the one before; of a bare kind and its name, the name tells more."""
        kept: list[Mark] = []
        for thing in things:
            if kept and thing.start <= kept[-1].end + 2 and "," not in self.view.plain[kept[-1].end : thing.start]:
                if kept[-1].label in _GENERIC and thing.label not in _GENERIC:
                    kept[-1] = thing
                continue
            kept.append(thing)
        return kept

    def is_instrument(self, weapon: Mark) -> bool:
        """Whether a weapon is what something was done with: "by drones", «ударами авиации», «з РСЗВ»."""
        by = _INSTRUMENT.search(self.view.folded, max(self.sentence.start, weapon.start - _BY), weapon.start)
        return by is not None and not self.marks.within(by.end(1), weapon.start, "trigger")


Frame = Callable[[Scene], list[Draft]]
"""Makes the drafts of one kind of event; none where its trigger turns out to tell of nothing."""
