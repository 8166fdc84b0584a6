"""Lists of what was struck: a heading tells of the strike, each line below it names one of its targets."""

import re
from unicodedata import category

from purport.claims.frames import Draft
from purport.claims.frames.heads import ATTACK
from purport.claims.marks import Marks
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.syntax import pattern
from purport.claims.weaponry import weapons_of
from purport.model import Effect, Quantity, Thing, View

__all__ = ["Struck"]

_RUINS: dict[str, Effect] = {"destroy": "destroyed", "damage": "damaged"}
_EQUIPMENT = frozenset({"air_defence", "vehicle"})  # of which each is one that was put out of action
_LOSSES = pattern(r"\b<losses>\b")
_OPENING = 40  # code points of a line in which its target is named
_ASIDE = re.compile(r"\s[–—-]\s|\s\(|[;:]\s|[;:.]$")  # a full stop within a line is that of an abbreviation
_BULLETS = " -–—•·*▪+"


class Struck:
    """Reads the lists of one document; of posts alone. Fed its sentences in order."""

    def __init__(self, view: View, marks: Marks, setting: Setting) -> None:
        self._view, self._marks, self._setting = view, marks, setting
        self.heading: Sentence | None = None
        """The line that told last of a strike and lists its targets below."""
        self._of_losses = False  # whether a heading told of losses
        self._headings: set[int] = set()  # of lists that have lines

    def drafts(self, part: Sentence) -> list[Draft]:
        """The target that a line names; none where no heading told of a strike."""
        if self._heads(part):
            self.heading = part
            self._of_losses = self._of_losses or self._sums_up_losses(part)
            return []
        if self.heading is None or part.triggers or not self._is_line(part):
            return []
        things = self._marks.within(part.start, min(part.end, part.start + _OPENING), "object")
        if self._of_losses and all(thing.label == "vehicle" for thing in things):
            return self._aircraft(self.heading, part)
        armed = bool(things) and things[0].label in _EQUIPMENT
        placed = part.item or self._is_bulleted(part) or bool(self._marks.within(part.start, part.end, "place"))
        ruined = self._ruin(self.heading)
        burnt = ruined == "on_fire"
        if not things or not (armed or (placed and (ruined is None or burnt))):
            return []
        self._headings.add(self.heading.index)
        draft = self._target(self.heading, part, things[0].label)
        if armed or burnt:
            self._put_out(draft, ruined or "hit")
        return [draft]

    def _aircraft(self, heading: Sentence, part: Sentence) -> list[Draft]:
        """The aircraft of a model that a line below "losses:" counts."""
        weapons = self._marks.within(part.start, min(part.end, part.start + _OPENING), "weapon")
        if not weapons or weapons[0].head != "aircraft" or not weapons[0].sub:
            return []
        draft = self._target(heading, part, "vehicle")
        self._put_out(draft, "destroyed")
        return [draft]

    def _sums_up_losses(self, part: Sentence) -> bool:
        return bool(_LOSSES.search(self._view.folded, part.start, part.end))

    def _ruin(self, heading: Sentence) -> Effect | None:
        """What a heading tells that befell the things below it, where it tells of no strike: "destroyed:"."""
        if any(t.head in ATTACK for t in heading.triggers):
            return None
        if any(t.sub == "on_fire" for t in heading.triggers):
            return "on_fire"
        return next((_RUINS[t.head] for t in heading.triggers if t.head in _RUINS), None)

    def _put_out(self, draft: Draft, effect: Effect) -> None:
        """Make of a target the damage that equipment put out of action is; a line names one, unless it counts them."""
        draft.kind, draft.objects = "damage", tuple(Thing(t.type, effect) for t in draft.objects)
        counted = self._marks.within(draft.start, draft.start + 1, "quantity")
        draft.count = counted[0].value if counted else Quantity.exact(1)

    def only_heads(self, draft: Draft) -> bool:
        """Whether strikes or fires are told by a heading, and so by the lines of its list; a count is their total."""
        on_fire = draft.kind == "damage" and self._ruin(draft.sentence) == "on_fire"
        told = draft.kind in {"attack", "impact"} and draft.count is None
        told = told or (on_fire and draft.count in {None, Quantity.exact(1)})
        return told and draft.sentence.index in self._headings

    def _heads(self, part: Sentence) -> bool:
        """Whether a line tells of a strike, names no target yet, and ends in a colon."""
        struck = any(t.head in ATTACK or t.head in _RUINS for t in part.triggers) or self._sums_up_losses(part)
        return struck and part.heading and self._setting.is_post and not self._names_target(part)

    def _names_target(self, part: Sentence) -> bool:
        places = self._marks.within(part.start, part.end, "place")
        return any(p.value.place.settlement is not None for p in places)

    def _is_line(self, part: Sentence) -> bool:
        return part.item or part.start - 1 in self._view.breaks

    def _is_bulleted(self, part: Sentence) -> bool:
        """Whether a picture stands before a line, as a bullet does."""
        before = self._view.origin[part.start - 1] + 1 if part.start else 0
        return any(category(sign) == "So" for sign in self._view.text[before : self._view.origin[part.start]])

    def _target(self, heading: Sentence, part: Sentence, label: str) -> Draft:
        text = self._view.plain[part.start : part.end]
        start = part.end - len(text.lstrip(_BULLETS))
        aside = _ASIDE.search(self._view.plain, start, part.end)
        end = aside.start() if aside else part.end
        draft = Draft("attack", start, end, part, start, end, (start, end))
        draft.objects = (Thing(label, "hit"),)  # type: ignore[arg-type]
        draft.marks = self._marks.within(start, end, "place")
        draft.weapons = weapons_of(self._view, self._marks.within(heading.start, heading.end, "weapon"))
        draft.weapons_open = not draft.weapons
        return draft
