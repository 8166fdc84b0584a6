"""The incidents on a map: towns and seas as points, or as clusters where they are too many; regions as areas."""

from typing import Any, Literal

import numpy as np
from msgspec import UNSET, Raw, Struct, UnsetType

from purport.model.incident import Setting
from purport.server.index.codes import Array
from purport.server.index.columns import STANCES
from purport.server.index.filtering import mask_of, more_of
from purport.server.index.texts import Texts, ids_of, numbers_of
from purport.server.index.view import View
from purport.server.query import Filters

__all__ = ["Area", "Cluster", "Mapped", "Points", "mapped"]

_MOST_POINTS = 10_000
_CELLS = 8
"""Cells of the grid along a tile of the map: of 64 pixels."""
_DAY = 24 * 60
_STEEPEST = 85.05  # degrees: the map ends there
_ASSERTED = STANCES.index("asserted")
_AREAS = frozenset({"region", "country"})
_NOWHERE, _AREA, _POINT = 0, 1, 2


class Points(Struct, frozen=True):
    """Incidents, in columns. `flags`: 1 contradicted, 2 implied only, 4 not asserted, 8 people came to harm.

    `best`: the likeliest number of weapons or things, null where none is told. `begins`: days from 1970.
    """

    id: list[str]
    lon: list[float]
    lat: list[float]
    kind: list[str]
    attacker: list[str | None]
    best: list[int | None]
    flags: list[int]
    precision: list[str | None]
    region: list[str | None]
    begins: list[int]


class Area(Struct, frozen=True):
    """A region or a country, by its code, and what is told of it as a whole; `best` sums what is part of nothing.

    `id`: of the only incident there, where there is one.
    """

    code: str
    n: int
    best: int
    contradicted: int
    id: str | None


class Cluster(Struct, frozen=True):
    """Points side by side: their middle, their bounds, how many they are."""

    lon: float
    lat: float
    n: int
    best: int
    contradicted: int
    west: float
    south: float
    east: float
    north: float


class Mapped(Struct, frozen=True):
    """What a map shows of those asked for: of `total`, `placed` have a place on it.

    `truncated`: more claims hold the words that were asked for than were looked at.
    """

    total: int
    placed: int
    mode: Literal["points", "clusters"]
    incidents: Points
    regions: list[Area]
    clusters: list[Cluster]
    truncated: Literal[True] | UnsetType = UNSET


class _Places:
    """What a map asks of places, by their numbers."""

    def __init__(self, settings: list[Setting | None]) -> None:
        self.form = np.array([_form(one) for one in settings], np.uint8)
        codes = [(one.region if one.precision == "region" else one.country) if one else None for one in settings]
        self.codes = sorted({code for code, form in zip(codes, self.form, strict=True) if code and form == _AREA})
        ranks = {code: rank for rank, code in enumerate(self.codes)}
        self.area = np.array([ranks.get(code or "", -1) for code in codes], np.int32)
        self.lon = Texts(round(one.lon, 5) if one and one.lon is not None else None for one in settings)
        self.lat = Texts(round(one.lat, 5) if one and one.lat is not None else None for one in settings)
        self.precision = Texts(one.precision if one else None for one in settings)
        self.region = Texts(one.region if one else None for one in settings)


def _form(place: Setting | None) -> int:
    if place is None:
        return _NOWHERE
    if place.precision in _AREAS:
        return _AREA if (place.region if place.precision == "region" else place.country) else _NOWHERE
    return _NOWHERE if place.lat is None else _POINT


def _places_of(view: View) -> _Places:
    found: _Places | None = view.derived.get("places")
    if found is None:
        found = _Places(view.names.settings.copy())
        view.derived.put("places", found)
    return found


def mapped(view: View, filters: Filters, zoom: float) -> Mapped:
    """What a map of this zoom shows of the incidents asked for."""
    places, columns, mask = _places_of(view), view.columns, mask_of(view, filters)
    shown = np.flatnonzero(mask)
    form = places.form[columns.place[shown]]
    points, areas = shown[form == _POINT], shown[form == _AREA]
    few = len(points) <= _MOST_POINTS
    return Mapped(
        len(shown),
        len(points) + len(areas),
        "points" if few else "clusters",
        _points(view, places, points if few else points[:0]),
        _areas(view, places, areas, _tops(view, mask, areas)),
        [] if few else _clusters(view, points, _tops(view, mask, points), int(zoom)),
        more_of(view, filters),
    )


def _tops(view: View, mask: Array, at: Array) -> Array:
    """The numbers of incidents, of those that are part of none that is shown; 0 for all others."""
    parents = view.parents[at]
    beneath = (parents >= 0) & mask[parents]
    return np.where(beneath, 0, np.maximum(view.columns.best[at], 0))


def _points(view: View, places: _Places, at: Array) -> Points:
    columns = view.columns.taken(at)
    implied = columns.implied & (columns.best < 0)
    doubted = columns.stance != _ASSERTED
    flags = (columns.contradictions > 0) + 2 * implied + 4 * doubted + 8 * columns.harms
    told = (  # JSON already
        ids_of(columns.incident),
        places.lon.taken(columns.place),
        places.lat.taken(columns.place),
        Texts(view.names.kinds.values).taken(columns.kind),
        Texts(view.names.attackers.values).taken(columns.attacker),
        numbers_of(columns.best),
        numbers_of(flags),
        places.precision.taken(columns.place),
        places.region.taken(columns.place),
        numbers_of(columns.begins // _DAY),
    )
    columns_told: Any = map(Raw, told)
    return Points(*columns_told)


def _areas(view: View, places: _Places, at: Array, best: Array) -> list[Area]:
    columns, number = view.columns, len(places.codes)
    area = places.area[columns.place[at]]
    counts = np.bincount(area, minlength=number)
    sums = np.bincount(area, best, number)
    contradicted = np.bincount(area, columns.contradictions[at] > 0, number)
    some = np.zeros(number, np.int64)
    some[area] = at
    return [
        Area(
            places.codes[code],
            int(counts[code]),
            int(sums[code]),
            int(contradicted[code]),
            f"i{columns.incident[some[code]]:016x}" if counts[code] == 1 else None,
        )
        for code in np.flatnonzero(counts).tolist()
    ]


def _clusters(view: View, at: Array, best: Array, zoom: int) -> list[Cluster]:
    """Points within one cell of a grid, which is finer the nearer the map is."""
    columns = view.columns
    place = columns.place[at]
    number = len(view.names.settings)
    counts = np.bincount(place, minlength=number)
    used = np.flatnonzero(counts)
    lat, lon = (axis[used] for axis in view.names.points[:, :number])
    _, cell = np.unique(_cells(lat, lon, zoom), return_inverse=True)
    weight = counts[used]
    n = np.bincount(cell, weight)
    told = (
        np.bincount(cell, weight * lon) / n,
        np.bincount(cell, weight * lat) / n,
        n.astype(np.int64),
        np.bincount(cell, np.bincount(place, best, number)[used]).astype(np.int64),
        np.bincount(cell, np.bincount(place, columns.contradictions[at] > 0, number)[used]).astype(np.int64),
        *_bounds(cell, lon, lat, len(n)),
    )
    rounded = (column.round(5).tolist() for column in told)
    return [Cluster(*values) for values in zip(*rounded, strict=True)]


def _cells(lat: Array, lon: Array, zoom: int) -> Array:
    """The cells of points, numbered on Mercator's map."""
    along = _CELLS << zoom
    x = np.floor((lon + 180) / 360 * along).astype(np.int64)
    steep = np.radians(np.clip(lat, -_STEEPEST, _STEEPEST))
    y = np.floor((1 - np.arcsinh(np.tan(steep)) / np.pi) / 2 * along).astype(np.int64)
    found: Array = y * (along + 1) + x
    return found


def _bounds(cell: Array, lon: Array, lat: Array, number: int) -> tuple[Array, Array, Array, Array]:
    """West, south, east and north of each cell's points."""
    order = np.argsort(cell, kind="stable")
    first = np.searchsorted(cell[order], np.arange(number))
    west, south = (np.minimum.reduceat(axis[order], first) for axis in (lon, lat))
    east, north = (np.maximum.reduceat(axis[order], first) for axis in (lon, lat))
    return west, south, east, north
