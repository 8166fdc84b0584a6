"""Names that are few: countries, regions, seas, raions and named areas, in every form that texts have them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from purport.model import fold, transliterate
from purport.places.inflect import adjective_forms, decline
from purport.places.spelling import ukrainian_variants
from purport.places.tables import rows

__all__ = ["Phrases", "compile_phrases"]

# Kinds of phrases: "region" is one by itself; "stem" only with a head noun ("Kursk" … "region", «курской» … «области»).
Form = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Rows of the index: forms as (folded form, kind, value), regions and countries with their points."""

    forms: list[Form]
    regions: list[tuple[str, str, str, float | None, float | None]]
    countries: list[tuple[str, str, float | None, float | None]]


def _names(cell: str, language: str) -> Iterator[str]:
    """All forms of the names in a cell; "=" stands before a name that is not declined."""
    for name in filter(None, cell.split(",")):
        if name.startswith("=") or language == "en" or (" " not in name and name.isupper()):
            yield fold(name.removeprefix("="))
        else:
            yield from map(fold, _decline(fold(name), language))


def _decline(name: str, language: str) -> set[str]:
    """Forms of adjective and noun, or of noun and name ("Республика Крым": the first word alone, then both)."""
    forms = decline(name, language)
    first, blank, rest = name.partition(" ")
    if blank:
        forms |= {f"{form} {rest}" for form in decline(first, language)}
    return forms


def _region_forms(row: list[str]) -> Iterator[Form]:
    code, name, _, english, ru_adjective, russian, uk_adjective, ukrainian = row
    bare = not name.endswith((" Oblast", " Krai", " Region", "Okrug")) or code == "UA-21"
    for stem in _names(english, "en"):
        yield stem, "stem", code
        if bare:
            yield stem, "region", code
    yield fold(name), "region", code
    if code.startswith("RU"):
        uk_adjective = ",".join(
            [uk_adjective, *(v for a in filter(None, ru_adjective.split(",")) for v in ukrainian_variants(a))]
        )
    for cell, language in ((ru_adjective, "ru"), (uk_adjective, "uk")):
        for adjective in filter(None, cell.split(",")):
            yield from ((form, "stem", code) for form in adjective_forms(adjective, language))
    for cell, language in ((russian, "ru"), (ukrainian, "uk")):
        yield from ((form, "region", code) for form in _names(cell, language))


def _regions(points: dict[str, tuple[float, float]]) -> tuple[list[Form], list[tuple[Any, ...]]]:
    forms: list[Form] = []
    table: list[tuple[Any, ...]] = []
    for row in rows("regions.tsv")[1:]:
        table.append((row[0], row[1], row[0][:2], *points.get(row[0], (None, None))))
        if row[3]:
            forms += _region_forms(row)
    known = {code for code, *_ in table}
    for country, _, iso, name in rows("admin1.tsv")[1:]:
        if iso and iso not in known:
            known.add(iso)
            table.append((iso, name, country, *points.get(iso, (None, None))))
    return forms, table


def _countries(points: dict[str, tuple[float, float]]) -> tuple[list[Form], list[tuple[Any, ...]]]:
    import pycountry

    forms: list[Form] = []
    names = {c.alpha_2: getattr(c, "common_name", c.name) for c in pycountry.countries}
    for code, name, english, russian, ukrainian in rows("countries.tsv"):
        names[code] = name
        for cell, language in ((name, "en"), (english, "en"), (russian, "ru"), (ukrainian, "uk")):
            forms += ((form, "country", code) for form in _names(cell, language))
    listed = {form for form, _, _ in forms}
    forms += ((fold(n), "country", code) for code, n in names.items() if "," not in n and fold(n) not in listed)
    return forms, [(code, name, *points.get(code, (None, None))) for code, name in sorted(names.items())]


def _seas() -> Iterator[Form]:
    for name, lat, lon, english, russian, ukrainian in rows("seas.tsv"):
        value = json.dumps({"name": name, "precision": "sea", "lat": float(lat), "lon": float(lon)})
        for cell, language in ((name, "en"), (english, "en"), (russian, "ru"), (ukrainian, "uk")):
            yield from ((form, "sea", value) for form in _names(cell, language))


def _areas() -> Iterator[Form]:
    for name, precision, country, region, settlement, lat, lon, english, russian, ukrainian in rows("areas.tsv"):
        value = json.dumps(
            {
                "name": name,
                "precision": precision,
                "country": country,
                "region": region or None,
                "settlement": settlement or None,
                "lat": float(lat),
                "lon": float(lon),
            }
        )
        own = "" if precision == "settlement" and english else name  # by its own name a register knows it better
        for cell, language in ((own, "en"), (english, "en"), (russian, "ru"), (ukrainian, "uk")):
            yield from ((form, "area", value) for form in _quoted(cell, language))


def _quoted(cell: str, language: str) -> Iterator[str]:
    """The forms of names, where a noun stands before one also with the name in quotation marks: «порт "Кавказ"»."""
    for form in _names(cell, language):
        yield form
        noun, blank, name = form.partition(" ")
        if blank and language != "en":
            yield f'{noun} "{name}"'


def _raions(raions: list[tuple[str, str, float, float]], lands: set[str]) -> Iterator[Form]:
    """Forms of a raion's adjective, which a head noun must follow, and of its land, where that is none of `lands`."""
    for region, adjective, lat, lon in raions:
        english = transliterate(adjective).capitalize()
        value = json.dumps(
            {
                "name": f"{english} District",
                "precision": "district",
                "country": "UA",
                "region": region,
                "settlement": None,
                "lat": round(lat, 4),
                "lon": round(lon, 4),
            }
        )
        yield from ((fold(form), "raion", value) for form in (*adjective_forms(adjective, "uk"), english))
        land = adjective.removesuffix("ський") + "щина"  # «Нікопольщина»
        if adjective.endswith("ський") and fold(land) not in lands:
            yield from ((fold(form), "area", value) for form in decline(land, "uk"))


def _city_districts() -> Iterator[Form]:
    for city, region, name, ukrainian, russian in rows("city_districts.tsv"):
        value = json.dumps(
            {"name": name, "precision": "district", "country": "UA", "region": region, "settlement": city}
        )
        adjectives = {
            *adjective_forms(ukrainian, "uk"),
            *adjective_forms(russian, "ru"),
            *_latin_spellings(name.removesuffix(" District").lower()),
        }
        yield from ((fold(form), "quarter", value) for form in sorted(adjectives))


def _latin_spellings(adjective: str) -> set[str]:
    """ "dniprovskyi" and how else its ending is written."""
    stem = re.sub(r"(?:yi|iy|y)$", "", adjective)
    return {adjective, stem + "y", stem + "iy"}


def compile_phrases(raions: list[tuple[str, str, float, float]], points: dict[str, tuple[float, float]]) -> Phrases:
    """All phrases, regions and countries; `raions` as in Registers, `points` of regions and countries by code."""
    region_forms, regions = _regions(points)
    country_forms, countries = _countries(points)
    forms = {
        *region_forms,
        *country_forms,
        *_seas(),
        *_areas(),
        *_raions(raions, {form for form, *_ in region_forms}),
        *_city_districts(),
    }
    return Phrases(sorted(forms), regions, countries)
