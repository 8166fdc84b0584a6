"""Names that are of places and of who acts there alike: which of the two each is where it stands."""

import re

from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.words import is_locative
from purport.model import View

__all__ = ["without_actors"]

_JOINT = pattern(r"(?:,|\s<and>|,\s<and>)\s$")
_JOINT_BEHIND = pattern(r"(?:,|,?\s<and>)\s")
_DESCRIBES_PLACE = pattern(r"\b(?:(?:<one_of_many>|<part_of_town>)\s|<what_town>,?\s)$")
_HOUSE = pattern(r"(?:'s)?\s<house>\b")
_RULERS = pattern(r"\s<rulers>\b")
_ADJECTIVE_OF = re.compile(r"-(?:[a-z]+ed|led|run|made|born|style)\b")
_BEFORE = 20  # code points before a name in which it is described


def without_actors(view: View, marks: list[Mark]) -> list[Mark]:
    """Capitals and countries that act ("Moscow said") are sources and no places; where something happens, no sources.

    "Russia-backed" and "pro-Russia" are neither.
    """
    marks = [m for m in marks if m.type != "source" or not _is_adjective_of(view, m)]
    places = [m for m in marks if m.type == "place"]
    if not places:
        return marks
    sources = {(m.start, m.end) for m in marks if m.type == "source"}
    named = [m for m in places if (m.start, m.end) in sources]
    ends = {m.end for m in places}
    others = {m.start for m in places} - {start for start, _ in sources}
    where = {(m.start, m.end) for m in named if _is_where(view, m, ends, others)}
    actors = sources - where
    acting = [m for m in marks if m.type != "place" or not _is_no_place(view, m, actors)]
    return [m for m in acting if not _is_scene(m, where)] if where else acting


def _is_adjective_of(view: View, source: Mark) -> bool:
    """Whether a name only describes what stands behind it: "Hamas-run", "the Kyiv house"."""
    return bool(_HOUSE.match(view.folded, source.end) or _ADJECTIVE_OF.match(view.plain, source.end))


def _is_where(view: View, place: Mark, ends: set[int], others: set[int]) -> bool:
    """Whether what can act is where something happens: by its words, or beside places that cannot act."""
    if is_locative(view, place) or _goes_on_a_list(view, place, ends) or _opens_a_list(view, place, others):
        return True
    described = _DESCRIBES_PLACE.search(view.folded[max(0, place.start - _BEFORE) : place.start])
    return bool(described) and not _RULERS.match(view.folded, place.end)


def _opens_a_list(view: View, place: Mark, others: set[int]) -> bool:
    """Whether a place is joined to one behind it that is no actor: "Kyiv and Odesa"."""
    joint = _JOINT_BEHIND.match(view.folded, place.end)
    return joint is not None and joint.end() in others


def _goes_on_a_list(view: View, place: Mark, ends: set[int]) -> bool:
    """Whether a place is joined to one before it: "Odesa and Kyiv"."""
    joint = _JOINT.search(view.folded[max(0, place.start - 8) : place.start])
    return joint is not None and place.start - len(joint[0]) in ends


def _is_no_place(view: View, place: Mark, actors: set[tuple[int, int]]) -> bool:
    if _ADJECTIVE_OF.match(view.plain, place.end):
        return True  # "Moscow-backed", "the centre of the Iran-backed group"
    if place.value.place.precision != "country":
        return (place.start, place.end) in actors
    return "-" in {view.plain[place.end : place.end + 1], view.plain[max(0, place.start - 1) : place.start]}


def _is_scene(mark: Mark, where: set[tuple[int, int]]) -> bool:
    return mark.type in {"source", "side"} and (mark.start, mark.end) in where
