"""Which of the places that a sentence names belong to a claim, and in which role."""

import re
from collections.abc import Sequence

import msgspec

from purport.claims.marks import Mark
from purport.model import Place, Role, View

__all__ = ["is_locative", "places_of"]

_FROM = re.compile(
    r"(?:\bfrom(?: \w+){0,3}|\bout of|\b(?:із|зі|з|из|со|с)(?: (?:боку|сторони|стороны|території|територій|территории|акваторії|акватории|"
    r"районів|району|района|районов|напрямків|напрямку|направления|направлений|аеродромів|аеродрому|аэродрома|аэродромов|повітряного простору|"
    r"воздушного пространства|окупованого|окупованої|оккупированного|півночі|півдня|сходу|заходу))*)\W*$"
)
_LIST = re.compile(r"[\s,;:()–—-]*(?:(?:and|та|і|и|й|рф|тот|ар|обл|область|області|of|the|russia)\b[\s.,;:()–—-]*)*")
_AT = re.compile(
    r"(?:\b(?:in|on|over|at|across|against|near|of|to|into|above|around|within|throughout|targeting|hit|struck|attacked|bombed|outside|toward|towards|for|inside|"
    r"в|у|над|на|по|під|біля|до|под|около|возле|через|за|поблизу|неподалік|атакував\w*|атакувал\w*|атаковал\w*|територі\w+|территори\w+|області|районі|"
    r"районе|повітряного простору|небі|небе)(?: (?:the|all|its|whole|entire|occupied|central|территории|территорию|території|територію|столицу|столицю))*)[\s\"']*$"
)
_HEADING = re.compile(r"\s*:")


def places_of(view: View, marks: Sequence[Mark], *, origins: bool) -> tuple[Place, ...]:
    """The places that marks name, each once, the wider ones left out where a narrower one lies in them.

    `origins`: whether weapons are told to come from somewhere; elsewhere "from" places are places like any other.
    """
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
    if _FROM.search(view.folded[max(0, mark.start - 60) : mark.start]):
        return "origin"
    if last is not None and last[1] == "origin" and _LIST.fullmatch(view.folded[last[0] : mark.start]):
        return "origin"
    return "target"


def is_locative(view: View, mark: Mark) -> bool:
    """Whether a country is named as where, not as who: "over Ukraine", not "Ukraine struck" or "Ukraine's"."""
    if view.plain[mark.end : mark.end + 2] in {"'s", "’s"}:
        return False
    before = view.folded[max(0, mark.start - 40) : mark.start]
    return bool(_AT.search(before)) or bool(_FROM.search(before))


def _is_wider(place: Place, found: list[Place], heads: set[str]) -> bool:
    """Whether another place of the same role lies within this one: the town of a region, the region of a country."""
    if place.settlement is not None:
        return False
    for other in found:
        if other is place or other.role != place.role:
            continue
        if place.region and other.region == place.region and (other.settlement or other.precision == "district") and place.precision == "region":
            return True
        if place.region is None and place.country and other.country == place.country and other.region and place.precision in {"country", "area"}:
            return True
        if place.name in heads and other.settlement is not None:
            return True
    return False
