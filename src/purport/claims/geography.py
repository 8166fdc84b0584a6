"""Which of the places that a sentence names belong to a claim, and in which role."""

import re
from collections.abc import Sequence

import msgspec

from purport.claims.marks import Mark
from purport.claims.scenes import is_pictured
from purport.claims.syntax import pattern
from purport.claims.words import comes_from, is_bearing, is_beneficiary, is_locative, is_measured
from purport.model import Place, Role, View

__all__ = ["places_of"]

_LIST = pattern(r"[\s,;:()–—-]*(?:<between_places>\b[\s.,;:()–—-]*)*")
_PART_OF = pattern(r"\s<part_of> <of> (?:<the> )?(?:\w+ )?")
_INCLUDING = pattern(r"\b<among_others>\b[^.;]{0,40}$")
_IN = pattern(r",?\s<within>\s(?:<settlement>\s)?")
_APPOSED = pattern(r"\s?[,(]?\s?(?:(?:<within>|<of>) )?(?:<the> )?")
_NEAR = pattern(r",?\s<near_to>\s(?:<the> )?(?:(?:[\w-]+(?:<possessive>)?\s)?<what_town>,?\s)?")
_HELD = pattern(r"<held>\s$")
_BEFORE = 60  # code points before an example in which it is told that it is one
_TITLE = 20  # code points before a place in which it is told under whom it is
_HEADING = re.compile(r"\s*:")


def places_of(view: View, marks: Sequence[Mark], *, origins: bool) -> tuple[Place, ...]:
    """The places that marks name, each once, the wider ones left out where a narrower one lies in them.

    `origins`: whether weapons are told to come from somewhere; elsewhere "from" places are places like any other.
    """
    marks = _meant(view, marks, origins=origins)
    found: list[Place] = []
    last: tuple[int, Role] | None = None
    for mark in marks:
        place: Place = mark.value.place
        if place.precision == "country" and not _is_where(view, mark, origins=origins):
            continue
        role = _role(view, mark, last) if origins else "target"
        last = (mark.end, role)
        named = msgspec.structs.replace(place, role=role)
        if all((p.name, p.region, p.role) != (named.name, named.region, named.role) for p in found):
            found.append(named)
    heads = {m.value.place.name for m in marks if _HEADING.match(view.plain, m.end)}
    examples = {m.value.place.name for m in marks if _is_example(view, m, marks[0])}
    narrower = [p for p in found if p.name not in examples]
    return tuple(p for p in found if not _is_wider(p, narrower, heads))


def _is_example(view: View, mark: Mark, first: Mark) -> bool:
    """Whether a place is but one of those within a wider one told before: "on Ukraine, including on Kyiv"."""
    return mark is not first and bool(_INCLUDING.search(view.folded, max(first.end, mark.start - _BEFORE), mark.start))


def _is_where(view: View, country: Mark, *, origins: bool) -> bool:
    """Whether a country is where something happened, not who did it, for whom it was, or from where somebody came."""
    if is_beneficiary(view, country) or (comes_from(view, country.start) and not origins):
        return False
    return is_locative(view, country)


def _meant(view: View, marks: Sequence[Mark], *, origins: bool) -> list[Mark]:
    """The places where something happened, without those that only tell how far, which way or under whom it lies."""
    marks = _lain_at(view, marks)
    if len(marks) < 2:
        return marks
    if not origins:
        marks = [m for m in marks if not comes_from(view, m.start)] or marks
    marks = [m for i, m in enumerate(marks) if not _is_whole(view, m, marks[i + 1 : i + 2])]
    marks = [m for i, m in enumerate(marks) if not _is_nearest(view, m, marks[i + 1 : i + 2])]
    marks = [m for i, m in enumerate(marks) if not _holds_next(view, m, marks[i + 1 : i + 2])]
    marks = [m for i, m in enumerate(marks) if not _is_near(view, m, marks[max(0, i - 2) : i])]
    marks = [m for i, m in enumerate(marks) if not _is_district_of(view, m, marks[max(0, i - 1) : i])]
    held = [m for m in marks if _HELD.search(view.folded[max(0, m.start - _TITLE) : m.start])]
    free = [m for m in marks if m not in held]
    return [m for m in marks if m not in held or not _tells_under_whom(m, free)]


def _lain_at(view: View, marks: Sequence[Mark]) -> list[Mark]:
    """The places but for those from which others are told to lie; a town alone in its region is what lies near it."""
    taken_from = [m for m in marks if is_bearing(view, m)]
    if not taken_from:
        return list(marks)
    others = [m for m in marks if m not in taken_from]
    near = [m for m in marks if m in others or not is_measured(view, m)]
    return [m for m in near if m in others or _lies_within(m, others)] or near


def _is_nearest(view: View, mark: Mark, following: Sequence[Mark]) -> bool:
    """Whether a town only tells near what the one behind it lies: "near Tambov in Novaya Lyada"."""
    towns = (
        m for m in following if m.value.place.precision != "area"
    )  # "near Rafah in the south of Gaza" is near Rafah
    return mark.value.near and any(_IN.fullmatch(view.folded[mark.end : m.start]) for m in towns)


def _holds_next(view: View, mark: Mark, following: Sequence[Mark]) -> bool:
    """Whether a district only tells where the town right behind it lies: «в Борисовском районе в посёлке Борисовка»."""
    place: Place = mark.value.place
    if place.precision != "district" or place.settlement is not None:
        return False
    town = [m for m in following if m.value.place.settlement is not None and m.value.place.region == place.region]
    return any(_IN.fullmatch(view.folded[mark.end : m.start]) for m in town)


def _is_near(view: View, mark: Mark, before: Sequence[Mark]) -> bool:
    """Whether a town only tells near what the place right before it lies: "Bat Yam, near Tel Aviv"."""
    exact = [m for m in before if m.value.place.settlement is not None or m.value.place.precision == "site"]
    return any(_NEAR.fullmatch(view.folded[m.end : mark.start]) for m in exact)


def _is_district_of(view: View, mark: Mark, before: Sequence[Mark]) -> bool:
    """Whether a district only tells where the town right before it lies: "Kurhanne, Simferopol district"."""
    place: Place = mark.value.place
    if place.precision != "district" or place.settlement is not None:
        return False
    town = [m for m in before if m.value.place.settlement is not None and m.value.place.region == place.region]
    return any(_APPOSED.fullmatch(view.plain[m.end : mark.start]) for m in town)


def _tells_under_whom(held: Mark, free: Sequence[Mark]) -> bool:
    """Whether an occupied place only tells under whom a town is: "Nova Kakhovka, in Russian-occupied Kherson"."""
    place: Place = held.value.place
    towns = [m.value.place for m in free if m.value.place.settlement is not None]
    return bool(towns) if place.settlement is None else any(town.region == place.region for town in towns)


def _lies_within(town: Mark, others: Sequence[Mark]) -> bool:
    """Whether only the region of a town is told besides: "west of Huliaipole, Zaporizhzhia region" is nearest to it."""
    places = [m.value.place for m in others]
    region = town.value.place.region
    return region is not None and bool(places) and all(p.settlement is None and p.region == region for p in places)


def _is_whole(view: View, mark: Mark, following: Sequence[Mark]) -> bool:
    """Whether the place behind it is a part of this one, and the one meant: "the Kyiv suburb of Bucha"."""
    return any(_PART_OF.fullmatch(view.folded[mark.end : m.start]) for m in following)


def _role(view: View, mark: Mark, last: tuple[int, Role] | None) -> Role:
    if comes_from(view, mark.start) and not is_pictured(view, 0, mark.start):
        return "origin"
    if last is not None and last[1] == "origin" and _LIST.fullmatch(view.folded[last[0] : mark.start]):
        return "origin"
    return "target"


def _is_wider(place: Place, found: list[Place], heads: set[str]) -> bool:
    """Whether another place of the same role lies within this one: the town of a region, the region of a country."""
    if place.settlement is not None:
        return any(_stands_in(p, place) for p in found if p is not place and p.role == place.role)
    others = [p for p in found if p is not place and p.role == place.role]
    return any(_holds(place, other) or (place.name in heads and other.settlement is not None) for other in others)


def _stands_in(site: Place, town: Place) -> bool:
    """Whether a named site or district of a town is told besides the town itself."""
    within = town.precision == "settlement" and (site.settlement, site.region) == (town.settlement, town.region)
    return within and site.precision in {"site", "district"} and site.name != town.name


def _holds(wider: Place, narrower: Place) -> bool:
    if wider.region:
        within = wider.precision == "region" and narrower.region == wider.region
        return within and (narrower.settlement is not None or narrower.precision == "district")
    within = wider.country is not None and narrower.country == wider.country and narrower.region is not None
    return within and (wider.precision == "country" or (wider.precision == "area" and narrower.precision != "area"))
