"""Where a claim is compared with others: its kind, its areas and its days. Claims that share none never meet."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from purport.incidents.facts import Facts
from purport.incidents.tree import Node
from purport.incidents.wars import only_theatre, theatre
from purport.incidents.windows import LONGEST, UNDATED, Window, day_of
from purport.model.cell import Cell

__all__ = ["Realm", "area_of", "areas_of", "cells_of", "days_of", "realms_of"]


@lru_cache(maxsize=1 << 14)
def area_of(node: Node | None) -> str:
    """The theatre of war or the country in which a node lies; of any other sea the sea itself.

    What falls into the sea counts with the country that it was sent against, so that a theatre is one area. What is
    told without a place is of the only theatre that there is; where there are several, of none: "".
    """
    if node is None:
        return only_theatre()
    country = node.country or (node.region[:2] if node.region else None)
    return theatre(country) if country else node.theatre or node.key


class Realm(NamedTuple):
    """Claims of one kind in one area: none is ever compared with one of another realm."""

    kind: str
    area: str


def areas_of(facts: Facts) -> set[str]:
    """The areas of all places of a claim."""
    return {area_of(node) for node in facts.nodes or (None,)}


def realms_of(facts: Facts) -> set[Realm]:
    """The realms of a claim: several where it names places of several areas, none of a statement."""
    if facts.claim.kind == "statement":
        return set()
    return {Realm(facts.claim.kind, area) for area in areas_of(facts)}


def cells_of(facts: Facts) -> Iterator[Cell]:
    """All cells of a claim: each of its places with each of its spans of days."""
    figure = facts.mark
    for node in facts.nodes or (None,):
        place = node.key if node else ""
        for first, last in _spans(facts.window):
            dates = (None, None) if first == UNDATED else (first, last)
            yield Cell(facts.claim.kind, area_of(node), place, figure, *dates)


@lru_cache(maxsize=1 << 14)
def days_of(window: Window | None) -> frozenset[int]:
    """All days on which a claim of this window is compared with others; `UNDATED` alone where there is no window."""
    return frozenset(day for first, last in _spans(window) for day in range(first, last + 1))


def _spans(window: Window | None) -> tuple[tuple[int, int], ...]:
    """First and last days: of a window longer than linking follows, its beginning and its last day."""
    if window is None:
        return ((UNDATED, UNDATED),)
    first, last = day_of(window.start), day_of(window.end)
    if last - first <= LONGEST:
        return ((first, last),)
    return (first, first + LONGEST), (last, last)
