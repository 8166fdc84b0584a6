"""Which ISO 3166-2 code a first-level region of Natural Earth has: by its names, its FIPS code, or the reviewed table.

Natural Earth's copy in QGIS names regions in many spellings and has no ISO codes. A name decides where it is that of
one region of the country and of no other; GeoNames' codes, which for most countries are FIPS 10-4 as well, decide what
is left; `exceptions.tsv` overrules both, and is where a person has looked.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycountry

from purport.places.tables import rows

# Where attacks are told of: every region has its code here, and names are written on the map.
FOCUS = frozenset(
    ["UA", "RU", "BY", "MD", "PL", "RO", "TR", "GE", "IL", "PS", "LB", "SY", "IQ", "IR", "YE", "JO", "SD"]
)

HERE = Path(__file__).resolve().parent
# Words that tell the kind of a region and not its name.
_KINDS = re.compile(
    r"\b(oblast|voblasts?|krai|kray|okrug|avtonomny[iy]|autonomous|autonomnyy|respublika|republic|of|the|city|region|district|"
    r"province|state|governorate|municipality|municipiul|raionul|judetul|judet|ostan|muhafazat|mohafazat|muhafazah|"
    r"voivodship|wojewodztwo|il[ıi]|horad|misto|gorod|county|department|prefecture|"
    r"avtonomna|avtonomnaya|wilayat|wilaya|provincia|provinsi|departamento|region[ei]?|kraj)\b"
)
_ARTICLE = re.compile(r"\b(al|el|ad|ar|as|ash|at|az|an)\b[ -]?")


@dataclass(frozen=True)
class Shape:
    """A region as Natural Earth's copy has it: number, country, names from the best to the worst, FIPS code."""

    number: int
    country: str
    unit: str
    names: tuple[str, ...]
    fips: str | None

    @property
    def keys(self) -> tuple[str, str]:
        """What `exceptions.tsv` may call it: its number where others have its name, too."""
        return f"#{self.number}", self.names[0] if self.names else ""


def plain(name: str) -> str:
    """The name without what differs between spellings: accents, signs, kinds, articles."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    bare = re.sub(r"['’ʼ`‘´ʿʾ]", "", bare.replace("ı", "i").replace("ł", "l").replace("đ", "d").replace("ø", "o"))
    bare = _ARTICLE.sub("", _KINDS.sub(" ", bare))
    return re.sub(r"[^a-z0-9]", "", bare)


@cache
def known() -> dict[str, dict[str, set[str]]]:
    """Country to code to the plain names of that region, in our own tables and in ISO 3166-2."""
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for division in pycountry.subdivisions:
        for part in re.split(r"[\[\]/(),]", division.name):
            names[division.country_code][division.code].add(plain(part))
    for country, _, code, name in rows("admin1.tsv")[1:]:
        if code:
            names[country][code].add(plain(name))
    for code, name, _, english, *_ in rows("regions.tsv")[1:]:
        names[code[:2]][code].update(map(plain, (name, *english.split(","))))
    return {country: {code: found - {""} for code, found in table.items()} for country, table in names.items()}


@cache
def _fips() -> dict[tuple[str, str], str]:
    return {(country, admin1): code for country, admin1, code, _ in rows("admin1.tsv")[1:] if code}


@cache
def used() -> frozenset[str]:
    """The codes that Purport's places carry."""
    first = {code for _, _, code, _ in rows("admin1.tsv")[1:] if code}
    nearest = {code for _, _, code, *_ in rows("nearest.tsv")}
    return frozenset(first | nearest | {code for code, *_ in rows("regions.tsv")[1:]})


def table(name: str) -> Iterator[list[str]]:
    """The rows of a reviewed table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and row[0][0] != "#")


@cache
def _reviewed() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(country, name): tuple(codes.split()) for country, name, codes, _ in table("exceptions.tsv")}


def country_of_units() -> dict[str, str]:
    """Natural Earth's unit, or country and region, to the ISO 3166-1 code that it stands under here."""
    return {unit: code for unit, code, _ in table("countries.tsv")}


def by_name(shape: Shape) -> str | None:
    """The one region of the country that has one of the shape's names; the best name that decides, decides."""
    for name in map(plain, shape.names):
        found = {code for code, names in known().get(shape.country, {}).items() if name and name in names}
        if len(found) > 1:
            found &= used()
        if len(found) == 1:
            return _whole(found.pop())
    return None


def _whole(code: str) -> str:
    """The region itself, or the larger one that Purport's places go by where ISO 3166-2 has two levels."""
    division = pycountry.subdivisions.get(code=code)
    parent = getattr(division, "parent_code", None)
    return parent if parent and code not in used() and parent in used() else code


def assign(shapes: Iterable[Shape]) -> dict[Shape, tuple[str, ...]]:
    """The codes of each shape; more than one where the shape is older than the split of a region."""
    listed = list(shapes)
    reviewed = _reviewed()
    found = {s: reviewed[s.country, key] for s in listed for key in s.keys if (s.country, key) in reviewed}
    found |= {s: (code,) for s in listed if s not in found and (code := by_name(s))}
    taken = {code for codes in found.values() for code in codes}
    for shape in listed:
        code = _fips().get((shape.country, (shape.fips or "")[2:]))
        if shape not in found and code and code not in taken:
            found[shape] = (code,)
    return {shape: codes for shape, codes in found.items() if codes}
