"""The places that the index is compiled from: both registers joined, parts of cities marked, and what neither has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from purport.places.geonames import city_record, iso_codes, read_cities, region_seats
from purport.places.katottg import join, raions, read_entries, unlisted_records
from purport.places.record import FOCUS, Record, kilometres
from purport.places.tables import rows

__all__ = ["Registers", "load", "provinces"]

_PROVINCES = ("Province", "Governorate", "Region", "State", "Oblast", "Voivodeship", "County")
_PROVINCE = re.compile(rf"\b(?:{'|'.join(_PROVINCES)}|Muhafazat|Department|District|of)\b")
_PROVINCE_POPULATION = 500_000
# A smaller place as near to a city as this, and in no register, is taken for a part of it.
_DISTRICT_KM, _CITY = 17.0, 100_000
# Regions that are cities: whatever else lies in them is a part.
_CITIES = {"RU-MOW": "Moscow", "RU-SPE": "Saint Petersburg", "UA-30": "Kyiv"}


@dataclass(slots=True)
class Registers:
    """What the registers hold: `home` is the countries of the focus, `abroad` (to be consumed once) all others.

    `raions` are (region, Ukrainian adjective, latitude, longitude), `seats` GeoNames ids by region.
    """

    home: list[Record]
    abroad: Iterator[Record]
    raions: list[tuple[str, str, float, float]]
    seats: dict[str, int]


def load() -> Registers:
    """Read and join both registers; takes some seconds and 400 MB for as long as it runs."""
    cities = read_cities()
    seats = region_seats(cities)
    iso = iso_codes(seats)
    entries = read_entries()
    near = sorted((c for c in cities if c["countrycode"] in FOCUS), key=lambda c: -c["population"])
    home = [city_record(city, iso) for city in near]
    join(home, entries)
    _mark_districts(home)
    home += [*unlisted_records(entries), *_more()]
    abroad = (city_record(city, iso) for city in cities if city["countrycode"] not in FOCUS)
    return Registers(home, abroad, raions(entries), {code: city["geonameid"] for code, city in seats.items()})


def _more() -> list[Record]:
    """Places that neither register has, from our own table."""
    found = []
    for name, region, population, lat, lon, latin, russian, ukrainian in rows("settlements.tsv"):
        found.append(
            Record(
                name=name,
                kind="settlement",
                country=region[:2],
                region=region,
                lat=float(lat),
                lon=float(lon),
                population=int(population),
                settlement=name,
                latin={name, *filter(None, latin.split(","))},
                russian=set(filter(None, russian.split(","))),
                ukrainian=set(filter(None, ukrainian.split(","))),
            )
        )
    return found


def provinces(points: dict[str, tuple[float, float]]) -> list[Record]:
    """First-level regions beyond our own table, each with a word for "province" beside its name.

    `points` has the middle of each region by its code.
    """
    own = {row[0] for row in rows("regions.tsv")[1:]}
    found = []
    for country, _, iso, name in rows("admin1.tsv")[1:]:
        if iso and iso not in own and iso in points:
            own.add(iso)
            stem = _PROVINCE.sub("", name).strip()
            latin = {name} if stem != name else set()
            lat, lon = points[iso]
            found.append(
                Record(
                    name=name,
                    kind="region",
                    country=country,
                    region=iso,
                    lat=lat,
                    lon=lon,
                    population=_PROVINCE_POPULATION,
                    settlement=None,
                    latin=latin | {f"{stem} {noun}" for noun in _PROVINCES},
                )
            )
    return found


def _mark_districts(records: list[Record]) -> None:
    """Parts of big cities are known to GeoNames as places of their own: they are given their city."""
    cities = [
        r
        for r in records
        if r.country == "UA" and r.population >= _CITY and (r.katottg or r.name in {"Kyiv", "Sevastopol"})
    ]
    for record in records:
        city = _CITIES.get(record.region or "") or _city_of(record, cities)
        if city and city != record.name:
            record.kind, record.settlement = "district", city


def _city_of(record: Record, cities: list[Record]) -> str | None:
    """The Ukrainian city that a record without an entry in the register lies in; Crimea has no entries."""
    if record.country != "UA" or record.katottg or record.region in {"UA-43", "UA-40"}:
        return None
    near = (c for c in cities if c.population > record.population)
    return next((c.name for c in near if kilometres(c.lat, c.lon, record.lat, record.lon) < _DISTRICT_KM), None)
