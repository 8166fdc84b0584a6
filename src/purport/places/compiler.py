"""Compiles the registers into the index: one SQLite file that is written once and only read afterwards."""

import gc
import logging
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from purport.model import fold
from purport.places.inflect import decline
from purport.places.phrases import compile_phrases
from purport.places.record import FOCUS, Record
from purport.places.registers import Registers, load
from purport.places.spelling import latin_key, russian_variants, transliterate, ukrainian_variants
from purport.places.words import plain_latin

__all__ = ["compile_index"]

_log = logging.getLogger("purport.places")

# How a form came to be: the smaller the better.
OFFICIAL, ALTERNATE, INFLECTED, GUESSED = range(4)
# Cities beyond the focus are inflected only if they are as big as this.
_WORLD_CITY = 100_000
# From this size on a lower-case word may be a city.
_CITY = 60_000

_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, region TEXT, settlement TEXT,
                    lat REAL, lon REAL, population INTEGER, geonames INTEGER, katottg TEXT, approximate INTEGER);
CREATE TABLE name (form TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
CREATE TABLE sound (key TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
CREATE TABLE phrase (form TEXT, kind TEXT, value TEXT);
CREATE TABLE city (form TEXT);
CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT, country TEXT, lat REAL, lon REAL, seat INTEGER);
CREATE TABLE country (code TEXT PRIMARY KEY, name TEXT, lat REAL, lon REAL);
"""


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
    yield plain_latin(record.name), OFFICIAL
    for name in record.latin:
        yield plain_latin(name), ALTERNATE
    if record.country == "UA":
        for name in record.ukrainian:
            yield plain_latin(transliterate(name)), ALTERNATE


def _keys(record: Record) -> set[str]:
    if record.country not in FOCUS or record.population > 300_000:
        return set()
    latin = {latin_key(record.name)} | {latin_key(transliterate(n)) for n in record.ukrainian}
    return {key for key in latin if len(key) >= 4}


def _collect(records: list[Record]) -> tuple[dict[str, dict[int, int]], dict[str, set[int]]]:
    names: dict[str, dict[int, int]] = defaultdict(dict)
    sounds: dict[str, set[int]] = defaultdict(set)
    for number, record in enumerate(records):
        for form, quality in (*_latin(record), *_cyrillic(record)):
            if len(form) >= 3:
                known = names[form].get(number, GUESSED)
                names[form][number] = min(known, quality)
        for key in _keys(record):
            sounds[key].add(number)
    return names, sounds


def _row(number: int, r: Record) -> tuple[object, ...]:
    return (
        number,
        r.name,
        r.kind,
        r.country,
        r.region,
        r.settlement,
        round(r.lat, 5),
        round(r.lon, 5),
        r.population,
        r.geonames,
        r.katottg,
        int(r.approximate),
    )


def _is_city(record: Record) -> bool:
    """Whether short posts mean this city also when they write its name in lower case."""
    return record.country in {"UA", "RU"} and record.kind == "settlement" and record.population >= _CITY


def _write(db: sqlite3.Connection, registers: Registers) -> None:
    records = registers.records
    names, sounds = _collect(records)
    db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (_row(i, r) for i, r in enumerate(records)))
    db.executemany(
        "INSERT INTO name VALUES (?,?)",
        ((form, " ".join(f"{i}:{q}" for i, q in ids.items())) for form, ids in sorted(names.items())),
    )
    db.executemany(
        "INSERT INTO sound VALUES (?,?)", ((key, " ".join(map(str, ids))) for key, ids in sorted(sounds.items()))
    )
    phrases = compile_phrases(registers)
    db.executemany("INSERT INTO phrase VALUES (?,?,?)", phrases.forms)
    db.executemany("INSERT INTO city VALUES (?)", sorted({(plain_latin(r.name),) for r in records if _is_city(r)}))
    numbers = {r.geonames: i for i, r in enumerate(records) if r.geonames}
    seats = {code: numbers[city] for code, city in registers.seats.items()}
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
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        _write(db, load())
        db.commit()
    finally:
        db.close()
        if collecting:
            gc.enable()
    _log.info("gazetteer compiled in %.1f s: %s", time.perf_counter() - started, path)
