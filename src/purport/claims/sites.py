"""Where it happened that a sentence tells of: at places told beside it, or where its speaker holds office."""

import msgspec

from purport.claims.frames import Draft
from purport.claims.geography import places_of
from purport.claims.marks import Mark, Marks
from purport.claims.scenes import is_pictured, town_pointed_to
from purport.claims.segments import Sentence
from purport.claims.voices import Voices
from purport.claims.words import is_locative
from purport.model import Attribution, Hints, Place, PlaceFinder, View

__all__ = ["Sites"]

_ELSEWHERE = frozenset({"attack", "interception", "impact", "sighting"})


class Sites:
    """Finds the places of one document's drafts."""

    def __init__(self, view: View, marks: Marks, voices: Voices, places: PlaceFinder) -> None:
        self._view, self._marks, self._voices, self._places = view, marks, voices, places

    def of(self, part: Sentence, item: Draft) -> tuple[Place, ...]:
        """The places of a draft, as its sentence tells them."""
        origins = item.kind in {"attack", "sighting"} and bool(item.weapons)
        return places_of(self._view, self._meant(part, item), origins=origins)

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
