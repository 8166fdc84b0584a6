"""What is written on the base map: countries (named at run time), regions, seas and cities, in English and Ukrainian.

Regions have their Ukrainian names in a file of their own, since all of the desk's pages write them.

A point is [longitude, latitude]. Cities come biggest first, so that the map can let the bigger one win a place.
"""

import gettext
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pycountry
import shapely
from codes import FOCUS, Shape, table
from rapidfuzz.fuzz import ratio

from purport.model import transliterate
from purport.places.katottg import read_entries
from purport.places.record import Record
from purport.places.registers import load
from purport.places.spelling import latin_key, ukrainian_variants
from purport.places.tables import rows

Drawn = Iterable[tuple[shapely.Geometry, Shape, tuple[str, ...]]]

# How many people a place must have to be on the map, by country: those at war are looked at closely.
_AT_WAR = {"UA": 8_000, "RU": 70_000, "BY": 40_000, "MD": 30_000, "PS": 50_000, "LB": 50_000, "IL": 60_000}
_NEAR = dict.fromkeys(
    ("SY", "IQ", "YE", "SD", "IR", "JO", "PL", "RO", "LT", "LV", "EE", "FI", "GE", "AM", "AZ"), 150_000
)
_LEAST = defaultdict(lambda: 6_000_000, _AT_WAR | _NEAR)
# Smaller parts of the world are not written upon: square degrees.
_SMALLEST = 0.02
# One name for what Natural Earth draws as one.
_ENGLISH = {"PS-GZA": "Gaza Strip", "PS-JEN": "West Bank"}


def labels(drawn: Drawn) -> dict[str, object]:
    """All labels, as the map's code reads them."""
    listed = list(drawn)
    return {
        "countries": [[code, *_middle(parts)] for code, parts in _gather(listed, lambda s, _: s.country)],
        "regions": list(_regions(listed)),
        "seas": list(_seas()),
        "cities": list(_cities()),
    }


def _seas() -> Iterator[list[object]]:
    reach = dict(table("seas.tsv"))
    for name, lat, lon, _, _, ukrainian in rows("seas.tsv"):
        yield [float(lon), float(lat), int(reach[name]), name, ukrainian.split(",")[0]]


def _gather(drawn: Drawn, key: Callable[[Shape, tuple[str, ...]], str]) -> list[tuple[str, list[shapely.Geometry]]]:
    parts: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for shape, told, codes in drawn:
        if name := key(told, codes):
            parts[name].append(shape)
    return sorted(parts.items())


def _middle(parts: list[shapely.Geometry]) -> list[float]:
    """A point well inside the largest part, and how wide the room around it is, in degrees."""
    whole = shapely.union_all(parts)
    largest = max(getattr(whole, "geoms", [whole]), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=0.05)
    (lon, lat), _ = circle.coords
    return [round(lon, 2), round(lat, 2), round(circle.length, 2)]


def _regions(drawn: Drawn) -> Iterator[list[object]]:
    for code, parts in _gather(drawn, lambda s, codes: codes[0] if codes and s.country in FOCUS else ""):
        english = _english(code)
        if english and sum(part.area for part in parts) > _SMALLEST:
            yield [code, *_middle(parts), english]


def ukrainian_regions(drawn: Drawn) -> dict[str, str]:
    """Region's code to its Ukrainian name, where it is known."""
    named = {code: _ukrainian(code) for _, shape, codes in drawn if shape.country in FOCUS for code in codes}
    return {code: name for code, name in sorted(named.items()) if name}


@cache
def _own_names() -> dict[str, str]:
    return {code: name for _, _, code, name in rows("admin1.tsv")[1:] if code} | {
        code: name for code, name, *_ in rows("regions.tsv")[1:]
    }


def _english(code: str) -> str:
    division = pycountry.subdivisions.get(code=code)
    return _ENGLISH.get(code) or _own_names().get(code) or (division.name if division else "")


@cache
def _translations() -> gettext.GNUTranslations:
    path = Path(pycountry.__file__).parent / "locales" / "uk" / "LC_MESSAGES" / "iso3166-2.mo"
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def _ukrainian(code: str) -> str | None:
    reviewed = dict(table("names.tsv"))
    division = pycountry.subdivisions.get(code=code)
    if code in reviewed or division is None:
        return reviewed.get(code)
    found = _translations().gettext(division.name)
    return found if found != division.name else None


def _cities() -> Iterator[list[object]]:
    registers = load()
    records = [r for r in (*registers.home, *registers.abroad) if r.kind == "settlement" and r.geonames]
    seats = set(registers.seats.values())
    big = [r for r in records if r.population >= _LEAST[r.country] or r.geonames in seats]
    for record in sorted(big, key=lambda r: (-r.population, r.name)):
        if (ukrainian := _ukrainian_city(record)) != "-":
            point = [round(record.lon, 3), round(record.lat, 3)]
            yield [*point, round(record.population / 1000), record.name, ukrainian]


@cache
def _register() -> dict[str, str]:
    return {entry.code: entry.name for entry in read_entries()}


def _ukrainian_city(record: Record) -> str:
    """The register's name; else, of those in Cyrillic letters that GeoNames has, the likeliest to be Ukrainian."""
    reviewed = dict(table("cities.tsv"))
    if known := reviewed.get(record.name) or _register().get(record.katottg or ""):
        return known
    respelt = {variant for name in record.russian for variant in ukrainian_variants(name)}
    key = latin_key(record.name)

    def likely(name: str) -> tuple[float, str]:
        letters = set(name.lower())
        marks = 15 * bool(letters & set("іїєґ")) + 20 * name.endswith(("ськ", "цьк")) + 25 * (name.lower() in respelt)
        russian = 60 * bool(letters & set("ыэёъ")) + 40 * name.lower().endswith(
            ("ск", "цк", "ое", "ый", "ая", "мь", "чь")
        )
        return ratio(latin_key(transliterate(name)), key) + marks - russian, name

    return max(record.ukrainian, key=likely, default=record.name)
