"""What a frame sees: a trigger in its stretch of a sentence, and the drafts it makes of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.model import (
    Attribution,
    Effect,
    Kind,
    Outcome,
    People,
    Place,
    Quantity,
    Stance,
    Thing,
    TimeSpan,
    View,
    Weapon,
)

__all__ = ["Draft", "Event", "Frame", "Scene"]


@dataclass(slots=True)
class Event:
    """One or more triggers that tell of one event, and the stretch `start:end` of their sentence that belongs to them."""

    triggers: list[Mark]
    start: int
    end: int

    @property
    def first(self) -> int:
        """Offset of the first trigger."""
        return self.triggers[0].start

    @property
    def last(self) -> int:
        """Offset behind the last trigger."""
        return max(t.end for t in self.triggers)

    @property
    def label(self) -> str:
        """The label of the first trigger."""
        return self.triggers[0].label

    def has(self, *labels: str) -> bool:
        """Whether one of the triggers has one of the labels, or a label that begins with one and a colon."""
        return any(t.label in labels or t.head in labels for t in self.triggers)


@dataclass(slots=True)
class Draft:
    """A claim in the making; offsets are those of the view.

    `at` and `until` span the triggers, `scope` is their event's stretch. `effect`: what befell the things that the
    words leave unnamed. `chain`: who says it, where the
    words that tell it do not stand in its own stretch. `fired`: the words say that
    its weapons were what was used. `fixed`: the stance is
    settled. `shared`: the same words tell of other counted parts. `place_open`, `weapons_open`: whether a place or weapons told before may be carried over to it. `part`: one counted part of what
    the same words tell.
    """

    kind: Kind
    start: int
    end: int
    sentence: Sentence
    at: int
    weapons: tuple[Weapon, ...] = ()
    count: Quantity | None = None
    outcome: Outcome | None = None
    effect: Effect | None = None
    fixed: bool = False
    fired: bool = False
    places: tuple[Place, ...] = ()
    time: TimeSpan | None = None
    objects: tuple[Thing, ...] = ()
    people: tuple[People, ...] = ()
    stance: Stance = "asserted"
    attacker: str | None = None
    until: int = 0
    scope: tuple[int, int] = (0, 0)
    shared: bool = False
    place_open: bool = True
    weapons_open: bool = False
    part: bool = False
    chain: tuple[Attribution, ...] = ()
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Scene:
    """A sentence with one of its events. `brief`: the document is a post or a feed's item, in which every word is a report."""

    view: View
    marks: Marks
    sentence: Sentence
    event: Event
    is_post: bool
    brief: bool

    def within(self, *types: str) -> list[Mark]:
        """Marks of the event's stretch."""
        return self.marks.within(self.event.start, self.event.end, *types)

    def cue(self, *labels: str) -> bool:
        """Whether the event's stretch has a cue with one of the labels."""
        return bool(self.marks.cues(self.event.start, self.event.end, *labels))

    def words(self, start: int, end: int) -> str:
        """The folded words of a stretch."""
        return self.view.folded[start:end]

    def gap(self, a: Mark, b: Mark) -> str:
        """The words between two marks, in whatever order they stand."""
        first, second = sorted((a, b), key=lambda m: m.start)
        return self.view.folded[first.end : second.start]

    def span(self, *marks: Mark) -> tuple[int, int]:
        """The shortest stretch that holds the triggers and the marks."""
        starts = [self.event.first, *(m.start for m in marks)]
        ends = [self.event.last, *(m.end for m in marks)]
        return min(starts), max(ends)

    def clause(self) -> tuple[int, int]:
        """The event's stretch, trimmed of white space, punctuation and joining words at its ends."""
        start, end = self.event.start, self.event.end
        lead = _LEAD.match(self.view.folded, start, end)
        start = lead.end() if lead else start
        for when in self.within("time"):
            if when.start <= start and when.end <= self.event.first:
                lead = _LEAD.match(self.view.folded, when.end, end)
                start = lead.end() if lead else when.end
        tail = _TAIL.search(self.view.folded[start:end])
        end = start + tail.start() if tail else end
        return (
            (start, end)
            if start <= self.event.first and end >= self.event.last
            else (self.event.first, self.event.last)
        )

    def number_of(self, mark: Mark) -> Quantity | None:
        """How many of what a mark names: the quantity right before it, or one where its form is singular and nothing counts it."""
        counted = self.quantity_before(mark)
        if counted is not None:
            value: Quantity | None = counted.value
            return value
        return Quantity.exact(1) if mark.number == "s" else None

    def heads(self, things: list[Mark]) -> list[Mark]:
        """Objects without those that only describe the one before them; of a bare kind and its name, the name tells more."""
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
        return bool(_INSTRUMENT.search(self.view.folded[max(self.sentence.start, weapon.start - 30) : weapon.start]))

    def quantity_before(self, mark: Mark, room: int = 45) -> Mark | None:
        """The quantity that counts a mark: before it, with only describing words between."""
        found = self.marks.within(max(self.sentence.start, mark.start - room), mark.start, "quantity")
        for quantity in reversed(found):
            between = self.view.folded[quantity.end : mark.start]
            if not _BREAK.search(between) and not self.marks.within(
                quantity.end, mark.start, "trigger", "weapon", "object", "people", "time"
            ):
                return quantity
        return None


_LEAD = re.compile(
    r"(?:[\s,;:*)\]\"»–—-]|(?:and|but|while|as|though|although|when|that|which|what|а|та|і|й|але|що|и|но|что|также|також|however|при)\b)+"
)
_TAIL = re.compile(
    r"(?:[\s,;:.!?(*\[\"«–—-]|\s(?:and|but|while|as|though|although|when|that|а|та|і|й|але|що|и|но|что))+$"
)
_BREAK = re.compile(r"[,;:.!?()]|\s[-–—]\s|\band\b|\bта\b|\bі\b|\bи\b")

_INSTRUMENT = re.compile(
    r"(?:\b(?:using|by|with|удар(?:ом|ами|ів|ов)|огн[её]м|вогн[её]м|расч[её]т\w*|розрахун\w+|экипаж\w*|екіпаж\w*|применени\w+|застосуванн\w+|"
    r"помощ\w+|допомог\w+)\s+(?:(?:a|an|the|\w+)\s){0,2})$"
)
_GENERIC = frozenset(
    {"other", "industrial_site", "commercial_building", "office_building", "military_site", "civilian_infrastructure"}
)

Frame = Callable[[Scene], list[Draft]]
