"""The regions of `world_map.gpkg`, with geometry, as they stand in Natural Earth's copy in QGIS."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import shapely
from codes import Shape, country_of_units

_QUERY = "SELECT fid, geom, iso_a2, gu_a3, name, woe_name, woe_label, gn_name, fips FROM states_provinces ORDER BY fid"
# Bytes of the envelope that a GeoPackage's geometry has before its well-known binary, by the kind told in the flags.
_ENVELOPES = (0, 32, 48, 48, 64)


def geometry(blob: bytes) -> shapely.Geometry:
    """The geometry in a GeoPackage's blob."""
    return shapely.from_wkb(blob[8 + _ENVELOPES[blob[3] >> 1 & 7] :])


def read(path: Path) -> Iterator[tuple[shapely.Geometry, Shape]]:
    """Each region with its names, under the country that it is in here."""
    fixed = country_of_units()
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as book:
        for number, blob, country, unit, *names, label, gn_name, fips in book.execute(_QUERY):
            told = [*names, (label or "").split(",")[0], gn_name]
            spellings = tuple(dict.fromkeys(name for name in told if name))
            here = fixed.get(unit, fixed.get(f"{country} {names[0]}", country))
            yield geometry(blob), Shape(number, here if here != "-1" else "", unit, spellings, fips)
