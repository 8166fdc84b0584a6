"""The sides that a sentence names, and what each of them does in it."""

import re

from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.registry import Register
from purport.claims.syntax import pattern
from purport.claims.words import is_locative
from purport.model import View

__all__ = ["Parties"]

_OWNS = pattern(r"<possessive>\s(?:\w+ern )?")
_ADJECTIVE = pattern(r"<adjective_ending>$")
_GENITIVE = pattern(r"<genitive_ending>$")
_VERB = pattern(r"(?:<past_ending>|<infinitive_ending>|<present_ending>)$")
_CYRILLIC = re.compile("[а-яґєії]")
_LAND = pattern(r"\s(?:\w+ )?<land>\b")
_CLAUSE_INSIDE = pattern(r"[,.;:]|\b<clause_inside>\b")
_PAUSE = re.compile(r"[;:.]")
_BY = pattern(r"\b<by>\s*(?:[\w-]+<possessive>\s)?(?:<armed> )?$")
_WHOSE = 40  # code points of "by Sudan's paramilitary"
_MADE_BY = pattern(r"\b<made> <made_by>\s*(?:<article> )?$")
_MADE = pattern(r"[\s-]<made>\b")
_PASSIVE = pattern(r"\b<was>(?: \w+)?\s$")
_IMPERSONAL = pattern(r"<done>")
_ANOTHER = pattern(r"\s<within_phrase>\s")
_AIMED = 400  # code points behind a verb in which what was hit is named, at most
_WITH = pattern(r"\b(?:<by>|<instrument>|<wielding>)\b")
_SUFFERED = pattern(r"\b(?:<was>|<not_been>|<is>)\b")
_IN = pattern(r" <circumstance>\b|[,.]|$")
_ON = pattern(r"\b<strike_on>\b|[,.;:]")
_CLAUSE = pattern(r"[,.;:]|\b<and>\b|\b<by>\b")
_AMID = pattern(r"\b<amid>\s")
_OCCASION = pattern(r"\b<amid>\s(?:[\w-]+\s){0,2}$")
_REACTS = pattern(r"\b<reacted>(?: \w+)? <answers_to>\b")
_AIMED_AT = pattern(r"\b<strike_at> $")
_ON_WHOM = 8  # code points before a side in which words tell that something was used on it
_BESIDE = 2  # code points behind a side in which its own weapon begins
_NOUN = 14  # code points behind a side in which the people that it describes stand
_HELD = 32  # code points between a side and the thing that it owns, at most
# Things that fire themselves; all others only suffer.
_ACTING = frozenset({"vessel", "vehicle", "air_defence"})
_FIRES = pattern(r"<fires_itself>\b")
_ARMED = frozenset({"aircraft", "artillery", "rocket"})
_SERVICES = frozenset({"security service", "intelligence"})


class Parties:
    """Finds them in one document."""

    def __init__(self, view: View, marks: Marks, register: Register) -> None:
        self._view, self._marks, self._register = view, marks, register

    def named(self, start: int, end: int) -> list[Mark]:
        """The sides in a stretch, and those whose forces are: not where it happens, nor who made the weapons."""
        found = [self._of_forces(m) for m in self._marks.within(start, end, "side", "source")]
        named = [m for m in found if m is not None and not self._is_place(m) and not self._is_maker(m)]
        return [m for m in named if not self._is_of_victims(m)]

    def forces(self, start: int, end: int) -> list[Mark]:
        """The armed forces and services named in a stretch, each as its side."""
        found = [self._of_forces(m) for m in self._marks.within(start, end, "source")]
        return [m for m in found if m is not None]

    def _is_of_victims(self, side: Mark) -> bool:
        """Whether a side is only whose people came to harm: "two Ukrainian soldiers were killed in a strike"."""
        folded = self._view.folded
        people = next(iter(self._marks.within(side.end, side.end + _NOUN, "people")), None)
        if people is None or _PAUSE.search(folded[side.end : people.start]):
            return False
        behind = next(iter(self._marks.within(people.end, people.end + _HELD, "trigger")), None)
        if behind is not None and behind.head == "casualties":
            return bool(_SUFFERED.search(folded[people.end : behind.start]) or _IN.match(folded, behind.end))
        before = self._marks.within(side.start - _HELD, side.start, "trigger")
        return (
            bool(before) and before[-1].head == "casualties" and not _CLAUSE.search(folded[before[-1].end : side.start])
        )

    def _of_forces(self, mark: Mark) -> Mark | None:
        """A side, or the side of the armed forces or service that a mark names; None where it is neither."""
        if mark.type == "side":
            return mark
        things = self._marks.within(mark.start + 1, mark.end + 2, "weapon", "object")
        if any(m.start > mark.start and m.end > mark.end for m in things):
            return None  # "Russian military aircraft": it only describes them, as the side in it does
        source = self._register.source(mark.label)
        fights = source is not None and (source.kind == "military" or self._register.office(source.name) in _SERVICES)
        return Mark(mark.start, mark.end, "side", source.side) if source and source.side and fights else None

    def _is_maker(self, side: Mark) -> bool:
        """Whether a side only made or gave the weapons: "US-supplied", "supplied by the United States"."""
        if _MADE.match(self._view.folded, side.end):
            return True
        return bool(_MADE_BY.search(self._view.folded[max(0, side.start - 30) : side.start]))

    def _suffers(self, side: Mark, draft: Draft) -> bool:
        """Whether a side, or what belongs to it, is what was hit: "a Russian depot exploded", "troops were shelled"."""
        folded = self._view.folded
        if _PASSIVE.search(folded[side.end : draft.at]) or _IMPERSONAL.fullmatch(folded[draft.at : draft.until]):
            return True
        near = self._marks.within(side.end, min(side.end + _HELD, draft.at), "object")
        return any(m.label not in _ACTING and self.describes(side, m) for m in near)

    def _is_place(self, side: Mark) -> bool:
        """Whether a side's words are part of a place, or tell where: "southern Russia", "over Ukraine"."""
        return any(
            place.end - place.start > side.end - side.start + 2
            or is_locative(self._view, place)
            or self._in_apposition(place)
            or self._holds_another(place)
            for place in self._marks.within(side.start - 30, side.end, "place")
            if place.start <= side.start and side.end <= place.end
        )

    def _holds_another(self, place: Mark) -> bool:
        """Whether a country is told to hold the place behind it, and does nothing itself: "Russia's Tula region"."""
        owns = _OWNS.match(self._view.folded, place.end)
        return owns is not None and bool(self._marks.within(owns.end(), owns.end() + 1, "place"))

    def _in_apposition(self, place: Mark) -> bool:
        """Whether a country stands behind a comma to tell where the place before it lies: "Kyiv, Ukraine"."""
        before = self._marks.within(max(0, place.start - 40), place.start, "place")
        return bool(before) and self._view.plain[before[-1].end : place.start].strip() == ","

    def describes(self, side: Mark, weapon: Mark) -> bool:
        """Whether only describing words stand between a side and a weapon, and the side is not whom it is used on."""
        if _AIMED_AT.search(self._view.folded, max(0, side.start - _ON_WHOM), side.start):
            return weapon.start - side.end < _BESIDE and weapon.type == "weapon"
        parted = _CLAUSE_INSIDE.search(self._view.folded[side.end : weapon.start])
        told = self._marks.cues(side.end, weapon.start, "say", "according")
        return not (parted or told or self._marks.within(side.end, weapon.start, "trigger", "object", "people"))

    def strikes(self, side: Mark) -> bool:
        """Whether a side's strike is named: "Russian shelling"."""
        following = self._marks.within(side.end, side.end + 30, "trigger")
        strike = next((t for t in following if t.head in {"attack", "hit"}), None)
        if strike is None or self._marks.cues(side.end, strike.start, "say", "according"):
            return False
        between = self._view.folded, side.end, strike.start
        return not (_ANOTHER.search(*between) or _AMID.search(*between))

    def leads_to(self, side: Mark, draft: Draft) -> bool:
        """Whether a side before a verb or noun of attack can be who does it: no other clause, no saying between."""
        parted = _PAUSE.search(self._view.plain[side.end : draft.at])
        if parted or self._marks.cues(side.end, draft.at, "say", "according"):
            return False
        if self._suffers(side, draft) or self._is_occasion(side, draft):
            return False
        if _REACTS.search(self._view.folded, side.end, draft.at):
            return False
        before = self._marks.within(side.end, draft.at, "trigger")
        if any(t.end <= draft.scope[0] and t.head != "response" for t in before):
            return False  # it does something else first: "Russia downed 53 drones, most of which targeted …"
        return not self._is_adjective(side) or not self._describes_a_thing(side, draft)

    def _is_occasion(self, side: Mark, draft: Draft) -> bool:
        """Whether a noun of attack only tells on what occasion a side does something else: «рф … під час атаки»."""
        occasion = _OCCASION.search(self._view.folded, side.end, draft.at)
        return occasion is not None and draft.kind == "attack"

    def _is_adjective(self, side: Mark) -> bool:
        return bool(_ADJECTIVE.search(self._view.folded[side.start : side.end]))

    def _describes_a_thing(self, side: Mark, draft: Draft) -> bool:
        """Whether an adjective tells whose thing was struck: "Ukrainian cities", «російський ЗРК уражено»."""
        if _LAND.match(self._view.folded, side.end):
            return True
        used = {w.cls for w in draft.weapons}
        things = self._marks.within(side.end, side.end + _HELD, "object", "weapon")
        if not things or things[0].head in used or self._fires(things[0], draft):
            return False
        return self.describes(side, things[0])

    def _fires(self, thing: Mark, draft: Draft) -> bool:
        """Whether a thing in front of a verb is what does it: "Israeli fighter jets dropped bombs"."""
        armed = thing.head in _ARMED or thing.label in _ACTING
        return armed and thing.end <= draft.at and bool(_FIRES.match(self._view.folded, draft.at))

    def is_agent(self, side: Mark) -> bool:
        """Whether something was done by a side."""
        return bool(_BY.search(self._view.folded[max(0, side.start - _WHOSE) : side.start]))

    def owns(self, side: Mark, draft: Draft) -> bool:
        """Whether a side stands right behind a noun of attack: «атака ворога», «обстріл російської армії»."""
        before = self._marks.within(max(0, side.start - 30), side.start, "trigger")
        if self._is_adjective(side) and (
            self._describes_a_thing(side, draft) or not _GENITIVE.search(self._view.folded[side.start : side.end])
        ):
            return False
        if any(t.end == side.start - 1 and t.head == "attack" and self._is_noun(t) for t in before):
            return True
        return self._owns_weapons(side, draft)

    def _owns_weapons(self, side: Mark, draft: Draft) -> bool:
        """Whether a side stands right behind the weapons of an attack: «атака дронів ворога», «пуски КАБ авіацією»."""
        weapons = self._marks.within(draft.at, side.start, "weapon")
        if draft.kind != "attack" or not weapons or weapons[-1].end != side.start - 1:
            return False
        named = self._view.folded[draft.at : weapons[0].start]
        return not _ON.search(named) and not self._marks.within(draft.at, side.start, "object", "place")

    def _is_noun(self, trigger: Mark) -> bool:
        word = self._view.folded[trigger.start : trigger.end]
        # «атаки», «ураження» are one or several: such forms have no number, as verbs have none
        return bool(trigger.number or _CYRILLIC.match(word)) and not _VERB.search(word)

    def is_owner(self, side: Mark, draft: Draft) -> bool:
        """Whether a side behind a verb is whose thing was harmed, and not who did it or with what."""
        if self.is_agent(side) or self.strikes(side) or self.owns(side, draft):
            return False
        if self._is_adjective(side):
            return any(self.describes(side, m) for m in self._marks.within(side.end, side.end + _HELD, "object"))
        things = self._marks.within(max(draft.at, side.start - _HELD), side.start, "object", "weapon")
        own = bool(things) and things[-1].type == "object"
        return own and not _CLAUSE_INSIDE.search(self._view.folded[things[-1].end : side.start])

    def tries(self, side: Mark) -> bool:
        """Whether a side stands behind an attempt: "an attempt of the Kyiv regime to attack"."""
        before = self._marks.within(max(0, side.start - 40), side.start, "trigger")
        return any(t.sub == "foil" for t in before)

    def is_aim(self, weapon: Mark, draft: Draft) -> bool:
        """Whether a weapon behind a verb is what was hit ("struck Hezbollah rocket launchers"), not what was used."""
        verb = next(iter(self._marks.within(draft.at, draft.until, "trigger")), None)
        if not 0 <= weapon.start - draft.until < _AIMED or verb is None or verb.head != "hit":
            return False
        return not _WITH.search(self._view.folded[draft.until : weapon.start])
