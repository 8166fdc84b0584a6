"""Compiles the registers into the index: one SQLite file that is written once and only read afterwards."""

import gc
import logging
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from purport.model import fold, transliterate
from purport.places.inflect import decline
from purport.places.phrases import compile_phrases
from purport.places.record import FOCUS, Record
from purport.places.registers import Registers, load, provinces
from purport.places.spelling import arabic_spellings, latin_key, russian_variants, ukrainian_variants
from purport.places.words import plain_latin

__all__ = ["SCHEMA", "compile_index"]

_log = logging.getLogger("purport.places")

# How a form came to be: the smaller the better.
OFFICIAL, ALTERNATE, INFLECTED, GUESSED = range(4)
# Cities beyond the focus are inflected only if they are as big as this.
_WORLD_CITY = 100_000
# From this size on a lower-case word may be a city.
_CITY = 60_000

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, region TEXT, settlement TEXT,
                    lat REAL, lon REAL, population INTEGER, geonames INTEGER, katottg TEXT, approximate INTEGER);
CREATE TABLE name (form TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
CREATE TEMP TABLE raw (form TEXT, place INTEGER, quality INTEGER);
CREATE TABLE sound (key TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
CREATE TABLE phrase (form TEXT, kind TEXT, value TEXT);
CREATE TABLE city (form TEXT);
CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT, country TEXT, lat REAL, lon REAL, seat INTEGER);
CREATE TABLE country (code TEXT PRIMARY KEY, name TEXT, lat REAL, lon REAL);
"""
# Every form once, with all places that it may mean as "place:quality".
_GATHER = """
INSERT INTO name SELECT form, group_concat(place || ':' || quality, ' ') FROM raw GROUP BY form ORDER BY form;
DROP TABLE raw;
"""
# Countries at war whose towns have Arabic names, which every paper spells as it likes.
_ARABIC = frozenset({"IQ", "LB", "PS", "SD", "SY", "YE"})
# Names shorter than this mean nothing; so many forms are written at a time.
_SHORTEST, _BATCH = 3, 50_000


def _cyrillic(record: Record) -> Iterator[tuple[str, int]]:
    inflect = record.country in FOCUS or record.population >= _WORLD_CITY
    for language, names in (("uk", record.ukrainian), ("ru", record.russian)):
        for name in names:
            folded = fold(name)
            yield folded, OFFICIAL
            if inflect:
                yield from ((form, INFLECTED) for form in decline(folded, language) if form != folded)
    if record.country == "UA" and not record.russian:
        for name in record.ukrainian:
            for variant in russian_variants(name):
                yield from ((fold(form), GUESSED) for form in decline(variant, "ru"))
    if record.country == "RU":
        for variant in {v for name in record.russian for v in ukrainian_variants(name)} - {
            fold(n) for n in record.ukrainian
        }:
            yield from ((fold(form), GUESSED) for form in decline(variant, "uk"))


def _latin(record: Record) -> Iterator[tuple[str, int]]:
    if record.kind == "region":  # its bare name is as often a city's
        yield plain_latin(record.name), ALTERNATE
        yield from ((plain_latin(name), OFFICIAL) for name in record.latin)
        return
    yield plain_latin(record.name), OFFICIAL
    yield from ((plain_latin(name), ALTERNATE) for name in record.latin)
    if record.country == "UA":
        for name in record.ukrainian:
            yield plain_latin(transliterate(name)), ALTERNATE
    if record.country in _ARABIC:
        for name in {record.name, *record.latin}:
            yield from ((form, GUESSED) for form in arabic_spellings(plain_latin(name)))


def _keys(record: Record) -> set[str]:
    if record.country not in FOCUS or record.population > 300_000:
        return set()
    latin = {latin_key(record.name)} | {latin_key(transliterate(n)) for n in record.ukrainian}
    return {key for key in latin if len(key) >= 4}


def _forms(record: Record) -> dict[str, int]:
    """Each form of the record's names with the best way that it came to be."""
    best: dict[str, int] = {}
    for form, quality in (*_latin(record), *_cyrillic(record)):
        if len(form) >= _SHORTEST and quality < best.get(form, GUESSED + 1):
            best[form] = quality
    return best


class _Writer:
    """Numbers records as they come and writes them in batches; keeps just what sums up regions and countries."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[str, int, int]] = []
        self._sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
        self.sounds: dict[str, set[int]] = defaultdict(set)
        self.numbers: dict[int, int] = {}
        self._count = 0

    def add(self, records: Iterable[Record]) -> None:
        """Write all of them."""
        for record in records:
            self._take(record, self._count)
            self._count += 1
            if len(self._names) > _BATCH:
                self.flush()
        self.flush()

    def _take(self, record: Record, number: int) -> None:
        self._places.append(_row(number, record))
        self._names += ((form, number, quality) for form, quality in _forms(record).items())
        for key in _keys(record):
            self.sounds[key].add(number)
        if record.geonames:
            self.numbers[record.geonames] = number
        for code in filter(None, (record.region, record.country)):
            total = self._sums[code]
            total[0] += record.lat
            total[1] += record.lon
            total[2] += 1

    def flush(self) -> None:
        """Write what waits."""
        self._db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", self._places)
        self._db.executemany("INSERT INTO raw VALUES (?,?,?)", self._names)
        self._places, self._names = [], []

    def points(self) -> dict[str, tuple[float, float]]:
        """The middle of each region's and country's settlements, by code."""
        return {code: (round(lat / n, 4), round(lon / n, 4)) for code, (lat, lon, n) in self._sums.items()}


def _row(number: int, r: Record) -> tuple[object, ...]:
    place = (number, r.name, r.kind, r.country, r.region, r.settlement, round(r.lat, 5), round(r.lon, 5))
    return (*place, r.population, r.geonames, r.katottg, int(r.approximate))


def _is_city(record: Record) -> bool:
    """Whether short posts mean this city also when they write its name in lower case."""
    return record.country in {"UA", "RU"} and record.kind == "settlement" and record.population >= _CITY


def _write(db: sqlite3.Connection, registers: Registers) -> None:
    writer = _Writer(db)
    writer.add(registers.home)
    writer.add(registers.abroad)
    writer.add(provinces(writer.points()))
    db.executescript(_GATHER)
    sounds = sorted(writer.sounds.items())
    db.executemany("INSERT INTO sound VALUES (?,?)", ((key, " ".join(map(str, sorted(ids)))) for key, ids in sounds))
    db.executemany(
        "INSERT INTO city VALUES (?)", sorted({(plain_latin(r.name),) for r in registers.home if _is_city(r)})
    )
    phrases = compile_phrases(registers.raions, writer.points())
    db.executemany("INSERT INTO phrase VALUES (?,?,?)", phrases.forms)
    seats = {code: writer.numbers[city] for code, city in registers.seats.items()}
    db.executemany("INSERT INTO region VALUES (?,?,?,?,?,?)", ((*row, seats.get(row[0])) for row in phrases.regions))
    db.executemany("INSERT INTO country VALUES (?,?,?,?)", phrases.countries)


def compile_index(path: Path) -> None:
    """Write the index to `path`, which must not exist."""
    started = time.perf_counter()
    _log.warning("compiling the gazetteer (once; some ten seconds)")
    db = sqlite3.connect(path)
    collecting = gc.isenabled()
    gc.disable()  # millions of small objects live to the end: looking for garbage among them takes a third of the time
    try:
        db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-64000;"
            + SCHEMA
        )
        _write(db, load())
        db.commit()
    finally:
        db.close()
        if collecting:
            gc.enable()
    _log.info("gazetteer compiled in %.1f s: %s", time.perf_counter() - started, path)
