"""Orders of the incidents, and where in one a page begins. What has nothing to be sorted by stands last, either way."""

from bisect import bisect_right
from typing import NamedTuple

import numpy as np

from purport.model.claim import KINDS
from purport.server.index.codes import Array
from purport.server.index.columns import NEVER
from purport.server.index.filtering import mask_of
from purport.server.index.view import View
from purport.server.index.worth import worth_of
from purport.server.query import Filters, Sort

__all__ = ["Position", "begin_behind", "ordered", "position_of"]

_LAST = (1 << 30) - 1
_FEW = 8  # one in so many
_RANK = np.array([sorted(KINDS).index(kind) for kind in KINDS], np.int64)


class Position(NamedTuple):
    """A row's place in an order: what it is sorted by first, its minute, its id."""

    first: int | str
    minute: int
    incident: int


def ordered(view: View, filters: Filters, sort: Sort) -> Array:
    """Positions of the incidents asked for, in an order."""
    found: Array | None = view.kept.get(("ordered", filters, sort))
    if found is None:
        order = _order(view, sort)
        found = _chosen(view, mask_of(view, filters), sort, order) if filters else order
        view.kept.put(("ordered", filters, sort), found)
    return found


def _chosen(view: View, mask: Array, sort: Sort, order: Array) -> Array:
    """Those of an order that a mask leaves; a few are put in order rather than looked for in it."""
    rows = np.flatnonzero(mask)
    if len(rows) * _FEW > len(mask):
        found: Array = order[mask[order]]
        return found
    ranks: Array | None = view.derived.get(("ranks", sort))
    if ranks is None:
        ranks = np.empty(len(order), np.int32)
        ranks[order] = np.arange(len(order), dtype=np.int32)
        view.derived.put(("ranks", sort), ranks)
    few: Array = order[np.sort(ranks[rows])]
    return few


def position_of(view: View, sort: Sort, at: int) -> Position:
    """The position of a row, as a cursor keeps it: of a place the name, since numbers of places change."""
    columns = view.columns
    first = _key(view, sort)[at].item()
    if sort.endswith("place"):
        setting = view.names.settings[columns.place[at]]
        first = setting.name if setting else _LAST
    return Position(first, columns.begins[at].item(), columns.incident[at].item())


def begin_behind(view: View, rows: Array, sort: Sort, position: Position) -> int:
    """The index of the first of the rows that stands behind a position."""
    key, minute, incident = _key(view, sort), _minutes(view, sort), view.columns.incident
    first = position.first if isinstance(position.first, int) else _place_rank(view, sort, position.first)
    sought = (first, _minute(sort, position.minute), position.incident)
    return bisect_right(rows, sought, key=lambda at: (key[at], minute[at], incident[at]))


def _order(view: View, sort: Sort) -> Array:
    found: Array | None = view.derived.get(("order", sort))
    if found is None:
        by_id = np.argsort(view.columns.incident)
        both = (_key(view, sort) << 33) + _minutes(view, sort)
        found = by_id[np.argsort(both[by_id], kind="stable")].astype(np.int32)
        view.derived.put(("order", sort), found)
    return found


def _key(view: View, sort: Sort) -> Array:
    """What rows are sorted by first, from the least to the greatest."""
    found: Array | None = view.derived.get(("key", sort))
    if found is None:
        found = _keys(view, sort)
        view.derived.put(("key", sort), found)
    return found


def _keys(view: View, sort: Sort) -> Array:
    columns, name = view.columns, sort.lstrip("-")
    if name == "place":
        ranks, none = _place_ranks(view)[columns.place], columns.place == 0
    elif name == "kind":
        ranks, none = _RANK[columns.kind], columns.kind < 0
    elif name == "worth":
        ranks, none = worth_of(view), columns.kind < 0
    else:
        told = {"time": columns.begins, "count": columns.figure, "origins": columns.origins}[name].astype(np.int64)
        # What tells no time has a minute all the same where its documents were published: it is no time of its own.
        ranks, none = told, columns.starts == NEVER if name == "time" else told == -1
    ranks = np.minimum(ranks, _LAST - 1)
    return np.where(none, _LAST, -ranks if sort.startswith("-") else ranks)


def _minutes(view: View, sort: Sort) -> Array:
    """Of what is sorted alike the latest comes first, but where the oldest were asked for."""
    begins = view.columns.begins.astype(np.int64)
    return begins if sort == "time" else -begins


def _minute(sort: Sort, minute: int) -> int:
    return minute if sort == "time" else -minute


def _place_ranks(view: View) -> Array:
    ranks = {name: rank for rank, name in enumerate(_place_names(view))}
    return np.array([ranks[one.name] if one else 0 for one in view.names.settings], np.int64)


def _place_names(view: View) -> list[str]:
    return sorted({one.name for one in view.names.settings if one})


def _place_rank(view: View, sort: Sort, name: str) -> int:
    rank = bisect_right(_place_names(view), name) - 1
    return -rank if sort.startswith("-") else rank
