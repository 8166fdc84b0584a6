"""Filters as masks over the columns: which incidents are asked for."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import Literal

import msgspec
import numpy as np
from msgspec import UNSET, UnsetType

from purport.ledger.search import words_in
from purport.model import Weapon
from purport.model.claim import KINDS
from purport.model.selection import fold_term
from purport.server.index.codes import Array
from purport.server.index.columns import NEVER, STANCES, minute_of
from purport.server.index.view import View
from purport.server.query import Box, Filters

__all__ = ["conditions", "mask_of", "more_of", "weapon_of"]

_EPOCH = date(1970, 1, 1).toordinal()
_weapons: msgspec.json.Decoder[Weapon | None] = msgspec.json.Decoder(Weapon | None)


def mask_of(view: View, filters: Filters, without: str = "") -> Array:
    """Which of a view's incidents are asked for, in spite of one of the conditions."""
    if without and without not in conditions(view, filters):
        return mask_of(view, filters)
    found: Array | None = view.kept.get((filters, without))
    if found is None:
        held = (mask for name, mask in conditions(view, filters).items() if name != without)
        found = reduce(np.logical_and, held, np.ones(len(view), np.bool_))
        view.kept.put((filters, without), found)
    return found


def more_of(view: View, filters: Filters) -> Literal[True] | UnsetType:
    """Whether more claims hold the words that are asked for than were looked at."""
    words = words_in(filters.q) if filters.q else []
    return True if words and view.saying(words).more else UNSET


def conditions(view: View, filters: Filters) -> dict[str, Array]:
    """The mask of each condition that is set, by the facet that it is about."""
    known: dict[str, Array] | None = view.kept.get((filters, None))
    if known is None:
        known = dict(_conditions(view, filters))
        view.kept.put((filters, None), known)
    return known


def _conditions(view: View, filters: Filters) -> Iterable[tuple[str, Array]]:
    columns = view.columns
    if filters.kinds:
        yield "kind", _chosen(len(KINDS), map(KINDS.index, filters.kinds))[columns.kind]
    if filters.sides:
        wanted = [code for code, side in enumerate(view.names.attackers.values) if side in filters.sides]
        yield "side", _chosen(len(view.names.attackers), wanted)[columns.attacker]
    if filters.weapons:
        yield "weapon", _weapons_named(view, filters.weapons)[columns.weapon]
    if filters.stances:
        yield "stance", _chosen(len(STANCES), map(STANCES.index, filters.stances))[columns.stance]
    if filters.places:
        yield "place", _places_named(view, filters.places)[columns.place]
    if filters.box:
        yield "box", _places_within(view, filters.box)[columns.place]
    if filters.sources:
        yield "source", _told_by(view, filters.sources)
    if filters.q and (words := words_in(filters.q)):
        yield "text", view.saying(words).rows
    yield from _in_time(view, filters)
    yield from _figures(view, filters)


def _in_time(view: View, filters: Filters) -> Iterable[tuple[str, Array]]:
    columns = view.columns
    if filters.since or filters.until:
        first = minute_of(filters.since) if filters.since else NEVER + 1
        last = minute_of(filters.until) if filters.until else -NEVER - 1
        yield "time", (columns.ends >= first) & (columns.starts <= last) & (columns.starts != NEVER)
    if filters.night:
        yield "night", columns.night == filters.night.toordinal() - _EPOCH - 1
    if filters.undated:
        yield "undated", columns.starts == NEVER


def _figures(view: View, filters: Filters) -> Iterable[tuple[str, Array]]:
    columns = view.columns
    if filters.min_count is not None:
        yield "least", np.maximum(columns.least, 0) >= filters.min_count
    if filters.max_count is not None:
        yield "most", (columns.least >= 0) & (columns.least <= filters.max_count)
    if filters.contradicted:
        yield "contradicted", columns.contradictions > 0
    if filters.implied:
        yield "implied", columns.implied


def _chosen(number: int, wanted: Iterable[int]) -> Array:
    """A mask over codes."""
    mask = np.zeros(number, np.bool_)
    mask[list(wanted)] = True
    return mask


def weapon_of(told: bytes) -> Weapon | None:
    """A weapon as a record tells it."""
    return _weapons.decode(told)


def _weapons_named(view: View, names: Iterable[str]) -> Array:
    wanted = {fold_term(name) for name in names}
    known = [weapon_of(told) for told in view.names.weapons.values]
    return np.array([bool(one and wanted & {one.cls, fold_term(one.model or "")}) for one in known])


def _places_named(view: View, terms: tuple[str, ...]) -> Array:
    words = view.names.place_words
    known: Array | None = view.derived.get(("places named", terms))
    if known is None or len(known) < len(words):
        wanted = [f" {fold_term(term)} " for term in terms]
        known = np.logical_or.reduce([[term in told for told in words] for term in wanted])
        view.derived.put(("places named", terms), known)
    return known


def _places_within(view: View, box: Box) -> Array:
    lat, lon = view.names.points
    between = (box.west <= lon) & (lon <= box.east) if box.west <= box.east else (box.west <= lon) | (lon <= box.east)
    inside: Array = between & (box.south <= lat) & (lat <= box.north)
    return inside


def _told_by(view: View, terms: Iterable[str]) -> Array:
    wanted = [fold_term(term) for term in terms]
    tells = np.array([any(term in fold_term(name) for term in wanted) for name in view.sources.values], np.bool_)
    mask = np.zeros(len(view), np.bool_)
    mask[view.tellers.row[tells[view.tellers.claim]]] = True
    return mask
