"""Which of the places that a sentence names belong to a claim, and in which role."""

import re
from collections.abc import Sequence

import msgspec

from purport.claims.marks import Mark
from purport.claims.words import comes_from, is_bearing, is_locative, is_measured
from purport.model import Place, Role, View

__all__ = ["places_of"]

_LIST = re.compile(r"[\s,;:()–—-]*(?:(?:and|та|і|и|й|рф|тот|ар|обл|область|області|of|the|russia)\b[\s.,;:()–—-]*)*")
_HELD = re.compile(r"(?:occupied|-held|-controlled|окупован\w+|оккупированн\w+)\s$")
_HEADING = re.compile(r"\s*:")


def places_of(view: View, marks: Sequence[Mark], *, origins: bool) -> tuple[Place, ...]:
    """The places that marks name, each once, the wider ones left out where a narrower one lies in them.

    `origins`: whether weapons are told to come from somewhere; elsewhere "from" places are places like any other.
    """
    marks = [m for m in marks if not is_measured(view, m)]
    if any(not is_bearing(view, m) for m in marks):
        marks = [m for m in marks if not is_bearing(view, m)]
    marks = [m for m in marks if not (len(marks) > 1 and _HELD.search(view.folded[max(0, m.start - 20) : m.start]))]
    found: list[Place] = []
    last: tuple[int, Role] | None = None
    for mark in marks:
        place: Place = mark.value.place
        if place.precision == "country" and not is_locative(view, mark):
            continue
        role = _role(view, mark, last) if origins else "target"
        last = (mark.end, role)
        named = msgspec.structs.replace(place, role=role)
        if all((p.name, p.region, p.role) != (named.name, named.region, named.role) for p in found):
            found.append(named)
    heads = {m.value.place.name for m in marks if _HEADING.match(view.plain, m.end)}
    return tuple(p for p in found if not _is_wider(p, found, heads))


def _role(view: View, mark: Mark, last: tuple[int, Role] | None) -> Role:
    if comes_from(view, mark.start):
        return "origin"
    if last is not None and last[1] == "origin" and _LIST.fullmatch(view.folded[last[0] : mark.start]):
        return "origin"
    return "target"


def _is_wider(place: Place, found: list[Place], heads: set[str]) -> bool:
    """Whether another place of the same role lies within this one: the town of a region, the region of a country."""
    if place.settlement is not None:
        return False
    for other in found:
        if other is place or other.role != place.role:
            continue
        if (
            place.region
            and other.region == place.region
            and (other.settlement or other.precision == "district")
            and place.precision == "region"
        ):
            return True
        if (
            place.region is None
            and place.country
            and other.country == place.country
            and other.region
            and place.precision in {"country", "area"}
        ):
            return True
        if place.name in heads and other.settlement is not None:
            return True
    return False
