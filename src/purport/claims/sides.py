"""Whose weapons they are: who attacks, as far as the words around a claim tell."""

import re

from purport.claims import theatres
from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.claims.words import is_locative
from purport.model import View

__all__ = ["Sides"]

_ITSELF = pattern(r"\b<itself>(?: <auxiliary>)?\s$")
_ADJECTIVE = pattern(r"<adjective_ending>$")
_GENITIVE = pattern(r"<genitive_ending>$")
_VERB = pattern(r"<past_ending>$")
_LAND = pattern(r"\s(?:\w+ )?<land>\b")
_CLAUSE_INSIDE = pattern(r"[,.;:]|\b<clause_inside>\b")
_PAUSE = re.compile(r"[;:.]")
_BY = pattern(r"\b<by>\s*$")
_DESCRIBING = 32  # code points between a side and the weapon that it describes, at most
_SUBJECT = 90  # the same between who acts and a verb
_OBJECT = 40  # the same between a verb and who acts behind it: "by Russian forces"
# Sides that words put beside a weapon of a known model to say who fired it; others built it ("US Himars").
_FIRING = frozenset({"UA", "RU", "own", "enemy"})


class Sides:
    """Tells sides apart in one document. `own`: the side that it speaks for, against which "the enemy" is read."""

    def __init__(self, view: View, marks: Marks, own: str | None) -> None:
        self._view, self._marks, self._own = view, marks, own

    @property
    def enemy(self) -> str | None:
        """Whom the document's own side fights."""
        return theatres.load().enemy(self._own)

    def attacker(self, draft: Draft) -> str | None:
        """The side whose weapons they are: named at the weapon, else as who acts; None where no words tell."""
        sides = self._marks.within(draft.sentence.start, draft.end, "side")
        sides = [s for s in sides if not self._is_place(s)]
        described = self._at_weapon(draft, sides)
        if described is not None:
            return self._party(described)
        acting = self._acting(draft, sides) if draft.kind in {"attack", "impact"} else self._harming(draft, sides)
        return self._party(acting) if acting else None

    def speaks_of_itself(self, draft: Draft) -> bool:
        """ "Russia said it hit": who attacks is who speaks."""
        return bool(_ITSELF.search(self._view.folded[max(draft.sentence.start, draft.at - 24) : draft.at]))

    def names_enemy(self, draft: Draft) -> bool:
        """Whether a draft's sentence speaks of "the enemy"."""
        sides = self._marks.within(draft.sentence.start, draft.sentence.end, "side")
        return any(s.label == "enemy" for s in sides)

    def _party(self, side: Mark) -> str | None:
        if side.label == "own":
            return self._own
        return self.enemy if side.label == "enemy" else side.label

    # which of the sides in a sentence

    def _at_weapon(self, draft: Draft, sides: list[Mark]) -> Mark | None:
        """The side that a weapon's own words tell; what a strike destroyed is no weapon of its own."""
        used = {w.cls for w in draft.weapons}
        for weapon in self._marks.within(draft.start, draft.end, "weapon"):
            if draft.kind in {"attack", "damage"} and weapon.head not in used:
                continue
            for side in reversed(sides):
                if weapon.sub and side.label not in _FIRING:
                    continue
                if weapon.start <= side.start and side.end <= weapon.end:
                    return side
                if 0 <= weapon.start - side.end < _DESCRIBING and self._describes(side, weapon):
                    return side
        return None

    def _acting(self, draft: Draft, sides: list[Mark]) -> Mark | None:
        """Who does what a verb or noun of attack tells: behind it where the words say so, else before it."""
        behind = [s for s in sides if 0 <= s.start - draft.at < _OBJECT and (self._is_agent(s) or self._owns(s))]
        if behind:
            return behind[0]
        trying = [s for s in sides if draft.at <= s.start < draft.until and self._tries(s)]
        before = [s for s in sides if 0 <= draft.at - s.end < _SUBJECT and self._leads_to(s, draft)]
        return next(iter(trying or before), None)

    def _harming(self, draft: Draft, sides: list[Mark]) -> Mark | None:
        """Who did the strike that is named within the words of its harm: "by Russian shelling"."""
        return next((s for s in sides if draft.start <= s.start and self._strikes(s)), None)

    # what a side does in its sentence

    def _is_place(self, side: Mark) -> bool:
        """Whether a side's words are part of a place, or tell where: "southern Russia", "over Ukraine"."""
        return any(
            place.end - place.start > side.end - side.start + 2
            or is_locative(self._view, place)
            or self._in_apposition(place)
            for place in self._marks.within(side.start - 30, side.end, "place")
            if place.start <= side.start and side.end <= place.end
        )

    def _in_apposition(self, place: Mark) -> bool:
        """Whether a country stands behind a comma to tell where the place before it lies: "Kyiv, Ukraine"."""
        before = self._marks.within(max(0, place.start - 40), place.start, "place")
        return bool(before) and self._view.plain[before[-1].end : place.start].strip() == ","

    def _describes(self, side: Mark, weapon: Mark) -> bool:
        """Whether only describing words stand between a side and a weapon."""
        parted = _CLAUSE_INSIDE.search(self._view.folded[side.end : weapon.start])
        return not parted and not self._marks.within(side.end, weapon.start, "trigger")

    def _strikes(self, side: Mark) -> bool:
        following = self._marks.within(side.end, side.end + 30, "trigger")
        return any(t.head in {"attack", "hit"} for t in following)

    def _leads_to(self, side: Mark, draft: Draft) -> bool:
        """Whether a side before a verb or noun of attack can be who does it: no other clause, no saying between."""
        parted = _PAUSE.search(self._view.plain[side.end : draft.at])
        if parted or self._marks.cues(side.end, draft.at, "say", "according"):
            return False
        if any(t.end <= draft.scope[0] for t in self._marks.within(side.end, draft.at, "trigger")):
            return False  # it does something else first: "Russia downed 53 drones, most of which targeted …"
        return not self._is_adjective(side) or not self._describes_a_thing(side, draft)

    def _is_adjective(self, side: Mark) -> bool:
        return bool(_ADJECTIVE.search(self._view.folded[side.start : side.end]))

    def _describes_a_thing(self, side: Mark, draft: Draft) -> bool:
        """Whether an adjective tells whose thing was struck: "Ukrainian cities", «російський ЗРК уражено»."""
        if _LAND.match(self._view.folded, side.end):
            return True
        used = {w.cls for w in draft.weapons}
        things = self._marks.within(side.end, side.end + _DESCRIBING, "object", "weapon")
        return bool(things) and things[0].head not in used and self._describes(side, things[0])

    def _is_agent(self, side: Mark) -> bool:
        return bool(_BY.search(self._view.folded[max(0, side.start - 12) : side.start]))

    def _owns(self, side: Mark) -> bool:
        """Whether a side stands right behind a noun of attack: «атака ворога», «обстріл російської армії»."""
        before = self._marks.within(max(0, side.start - 30), side.start, "trigger")
        if self._is_adjective(side) and not _GENITIVE.search(self._view.folded[side.start : side.end]):
            return False
        return any(t.end == side.start - 1 and t.head == "attack" and self._is_noun(t) for t in before)

    def _is_noun(self, trigger: Mark) -> bool:
        return bool(trigger.number) and not _VERB.search(self._view.folded[trigger.start : trigger.end])

    def _tries(self, side: Mark) -> bool:
        """Whether a side stands behind an attempt: "an attempt of the Kyiv regime to attack"."""
        before = self._marks.within(max(0, side.start - 40), side.start, "trigger")
        return any(t.sub == "foil" for t in before)
