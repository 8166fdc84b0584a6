"""What else could be asked for: the values of each filter with how many incidents each leaves."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Literal

import numpy as np
from msgspec import UNSET, Struct, UnsetType

from purport.model.incident import Setting
from purport.server.index.codes import Array
from purport.server.index.columns import STANCES
from purport.server.index.filtering import mask_of, more_of, weapon_of
from purport.server.index.view import View
from purport.server.query import Filters

__all__ = ["Facets", "Value", "facets"]

_MOST = 30


class Value(Struct, frozen=True):
    """A value as the filter takes it, how many incidents it leaves, and the name of what is a code."""

    value: str
    n: int
    name: str | UnsetType = UNSET


class Facets(Struct, frozen=True):
    """For each filter its most frequent values, counted under all other filters.

    `truncated`: more claims hold the words that were asked for than were looked at.
    """

    kind: list[Value]
    side: list[Value]
    weapon: list[Value]
    stance: list[Value]
    country: list[Value]
    region: list[Value]
    source: list[Value]
    truncated: Literal[True] | UnsetType = UNSET


def facets(view: View, filters: Filters) -> Facets:
    """The facets of the incidents asked for."""
    columns, names = view.columns, view.names
    places = np.bincount(columns.place[mask_of(view, filters, "place")], minlength=1).tolist()
    weapons = [weapon_of(told) for told in names.weapons.values]
    return Facets(
        kind=_counted(columns.kind[mask_of(view, filters, "kind")], names.kinds.values.__getitem__),
        side=_counted(
            columns.attacker[mask_of(view, filters, "side")], lambda code: names.attackers.values[code] or "unknown"
        ),
        weapon=_counted(
            columns.weapon[mask_of(view, filters, "weapon")], lambda code: one.cls if (one := weapons[code]) else None
        ),
        stance=_counted(columns.stance[mask_of(view, filters, "stance")], STANCES.__getitem__),
        country=_placed(places, names.settings, lambda place: place.country),
        region=_placed(places, names.settings, lambda place: place.region),
        source=_sources(view, mask_of(view, filters, "source")),
        truncated=more_of(view, filters),
    )


def _counted(codes: Array, name: Callable[[int], str | None]) -> list[Value]:
    told: Counter[str] = Counter()
    for code, number in enumerate(np.bincount(codes).tolist()):
        value = name(code) if number else None
        if value is not None:
            told[value] += number
    return _most(told)


def _placed(counts: list[int], settings: list[Setting | None], code: Callable[[Setting], str | None]) -> list[Value]:
    told: Counter[str] = Counter()
    for number, setting in zip(counts, settings, strict=False):
        if number and setting:
            told[code(setting) or ""] += number
    del told[""]
    return [Value(one.value, one.n, _name(one.value)) for one in _most(told)]


def _sources(view: View, mask: Array) -> list[Value]:
    counts = np.bincount(view.tellers.claim[mask[view.tellers.row]], minlength=1)
    largest = np.argsort(-counts, kind="stable")[:_MOST].tolist()
    return [Value(view.sources.values[code], int(counts[code])) for code in largest if counts[code]]


def _most(told: Counter[str]) -> list[Value]:
    ordered = sorted(told.items(), key=lambda one: (-one[1], one[0]))
    return [Value(value, number) for value, number in ordered[:_MOST]]


@cache
def _name(code: str) -> str:
    from purport.pipeline.adding import locate

    known = locate(code)
    return known.name if known else code
