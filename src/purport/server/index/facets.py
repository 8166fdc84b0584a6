"""What else could be asked for: the values of each filter with how many incidents each leaves."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Literal

import numpy as np
from msgspec import UNSET, Struct, UnsetType

from purport.server.index.codes import Array, Codes
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
    places = np.bincount(columns.place[mask_of(view, filters, "place")], minlength=len(names.settings))
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
        country=_placed(view, places, "country"),
        region=_placed(view, places, "region"),
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


def _placed(view: View, counts: Array, what: Literal["country", "region"]) -> list[Value]:
    values, codes = _codes_of(view, what)
    told = np.bincount(codes, counts[: len(codes)], len(values)).astype(np.int64).tolist()
    listed = Counter({value: number for value, number in zip(values, told, strict=True) if value and number})
    return [Value(one.value, one.n, _name(one.value)) for one in _most(listed)]


def _codes_of(view: View, what: Literal["country", "region"]) -> tuple[list[str | None], Array]:
    """All countries, or regions, and which of them each place is in."""
    known: tuple[list[str | None], Array] | None = view.derived.get(("codes", what))
    if known is None or len(known[1]) < len(view.names.settings):
        codes = Codes[str | None]([None])
        found = np.array([codes(getattr(one, what) if one else None) for one in view.names.settings.copy()], np.int32)
        known = codes.values, found
        view.derived.put(("codes", what), known)
    return known


def _sources(view: View, mask: Array) -> list[Value]:
    counts = np.bincount(view.tellers_of(np.flatnonzero(mask)), minlength=1)
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
