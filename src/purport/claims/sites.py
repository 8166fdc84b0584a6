"""Where it happened that a sentence tells of: at places told beside it, or where its speaker holds office."""

import re

import msgspec

from purport.claims import theatres
from purport.claims.frames import Draft
from purport.claims.geography import places_of
from purport.claims.marks import Mark, Marks
from purport.claims.scenes import is_pictured, town_pointed_to
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.claims.voices import Voices
from purport.claims.words import comes_from, is_locative
from purport.model import Attribution, Hints, Place, PlaceFinder, View

__all__ = ["Sites", "at_home"]

_MOVED = frozenset({"vehicle", "vessel", "air_defence", "other"})  # things that their owner may have sent abroad
_OWNS = pattern(r"(?:<possessive>)?\s(?:[\w-]+\s){0,3}")
_GENITIVE = pattern(r"<genitive_of_land>$|^рф$")
_LAND = pattern(r"\s(?:\w+ ){0,3}<land>\b")
# What a country that holds others' land has on its own: its industry.
_ECONOMY = frozenset(
    {"power_supply", "power_plant", "oil_refinery", "oil_depot", "gas_infrastructure", "industrial_site", "railway"}
)
_BEHIND = 2  # code points behind a thing in which its owner begins
_OWNED = 40  # code points before a thing in which it is told whose it is
_PEOPLE = re.compile(r"[a-z]+(?:ians|ans|is|ese)")
_SCATTERED = frozenset({"PS", "RU"})  # whose people are told to come to harm elsewhere as often
_ELSEWHERE = frozenset({"attack", "interception", "impact", "sighting"})


class Sites:
    """Finds the places of one document's drafts."""

    def __init__(self, view: View, marks: Marks, voices: Voices, places: PlaceFinder) -> None:
        self._view, self._marks, self._voices, self._places = view, marks, voices, places

    def of(self, part: Sentence, item: Draft) -> tuple[Place, ...]:
        """The places of a draft, as its sentence tells them."""
        origins = item.kind in {"attack", "sighting"} and bool(item.weapons)
        marks = self._meant(part, item)
        if item.kind == "interception":  # which nothing tells of where weapons came from
            marks = [m for m in marks if not comes_from(self._view, m.start)]
        return places_of(self._view, marks, origins=origins)

    def of_owner(self, item: Draft) -> tuple[Place, ...]:
        """The country whose things were struck, where they stand for good: "Iran's nuclear sites", «енергетику рф»."""
        if item.kind not in {"attack", "damage"} or item.part:
            return ()
        owner = self._owner(item)
        country = self._places.by_code(owner) if owner is not None and owner != item.attacker else None
        return (country,) if country is not None else ()

    def of_people(self, item: Draft) -> tuple[Place, ...]:
        """The country whose people are told to have come to harm: "220 Iranians have been killed"."""
        if item.kind != "casualties" or item.part:
            return ()
        named = self._marks.within(item.start, item.end, "side")
        people = [s for s in named if _PEOPLE.fullmatch(self._view.folded, s.start, s.end)]
        countries = {s.label for s in people if s.label in theatres.load().fought_in - _SCATTERED}
        country = self._places.by_code(countries.pop()) if len(countries) == 1 else None
        return (country,) if country is not None else ()

    def _owner(self, item: Draft) -> str | None:
        """The country at war that is told to own what was struck: a thing, or its towns."""
        for thing in self._marks.within(item.at, item.end, "object"):
            before = self._marks.within(max(item.at, thing.start - _OWNED), thing.start, "side")
            behind = self._marks.within(thing.end, thing.end + _BEHIND, "side")
            side = next((s for s in (*before[-1:], *behind[:1]) if self._owns(s, thing)), None)
            if side is not None and self._is_country_at_home(side, thing):
                return side.label
        towns = (s for s in self._marks.within(item.until, item.end, "side") if _LAND.match(self._view.folded, s.end))
        return next((s.label for s in towns if s.label in theatres.load().fought_in), None)

    def _owns(self, side: Mark, thing: Mark) -> bool:
        if thing.label in _MOVED:
            return False
        if side.start < thing.start:
            return bool(_OWNS.fullmatch(self._view.folded[side.end : thing.start]))
        words = self._view.folded[thing.end : side.start]
        return words == " " and bool(_GENITIVE.search(self._view.folded[side.start : side.end]))

    def _is_country_at_home(self, side: Mark, thing: Mark) -> bool:
        """Whether a side is a country at war and the thing on its soil: what holders of others' have may be there."""
        known = theatres.load()
        at_home = thing.label in _ECONOMY or side.label not in known.held.values()
        return side.label in known.fought_in and at_home

    def named(self, part: Sentence) -> list[Mark]:
        """The places that a sentence names, but for those in the words of attribution."""
        return self._told_as_place(part, self._marks.within(part.start, part.end, "place"))

    def _meant(self, part: Sentence, item: Draft) -> list[Mark]:
        """The places told with a draft, else those told in its sentence: before its words if there are any.

        What stands behind the words of a strike is told of something else; of harm it may tell where the strike was.
        """
        own = self._told_as_place(part, item.marks)
        if item.place_open and all(m.value.place.settlement is None for m in own):
            town = town_pointed_to(self._view, self._marks, item.start, item.end)
            own = [town] if town else own
        if own or not item.place_open or item.shared:
            return own
        marks = self.named(part)
        before = [m for m in marks if m.start < item.at]
        return before or ([] if item.kind in _ELSEWHERE else marks)

    def _told_as_place(self, part: Sentence, marks: list[Mark]) -> list[Mark]:
        """Without the places in the words of attribution: "the governor of Rostov said"."""
        return [
            m
            for m in marks
            if not self._voices.is_attribution(part, m.start, m.end)
            or is_pictured(self._view, part.start, m.start)
            or self._is_of_those_struck(part, m)
        ]

    def _is_of_those_struck(self, part: Sentence, place: Mark) -> bool:
        """Whether a place tells where people of a side are who tell of a strike on them: «русня в Криму жаліється»."""
        if not is_locative(self._view, place):
            return False
        voices = (v for v in self._voices.speaks(part) if v.cue_start <= place.start < v.cue_end)
        return any(v.chain[0].source.kind == "unnamed" and v.chain[0].source.side is not None for v in voices)

    def home(self, chain: tuple[Attribution, ...]) -> Place | None:
        """The region or town that the nearest speaker speaks for: what a governor tells happened there."""
        source = chain[0].source if chain else None
        if source is None or source.jurisdiction is None or "-" not in source.jurisdiction:
            return None
        place = self._places.by_code(source.jurisdiction)
        if place is not None and source.settlement is not None:
            hints = Hints(countries=(source.jurisdiction[:2],), region=source.jurisdiction)
            town = self._places.find(View(source.settlement), hints)
            place = town[0].place if town else None
        return msgspec.structs.replace(place, basis="speaker") if place else None


def at_home(places: tuple[Place, ...], home: Place | None) -> tuple[Place, ...]:
    """Without the towns of another country than that of who tells of them for a region: a namesake was found there."""
    if home is None:
        return places
    return tuple(p for p in places if p.role == "origin" or not p.settlement or p.country in {None, home.country})
