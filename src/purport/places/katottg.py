"""Ukraine's register of settlements (KATOTTG): its entries, and GeoNames' records joined with them."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from io import StringIO

from purport.model import transliterate
from purport.places.geonames import english_name
from purport.places.record import Record, kilometres, mean
from purport.places.spelling import latin_key
from purport.places.tables import read_compressed

__all__ = ["Entry", "join", "raions", "read_entries", "unlisted_records"]

# The first two digits of a KATOTTG code that are not those of ISO 3166-2.
_KATOTTG_ISO = {"01": "UA-43", "44": "UA-09", "73": "UA-77", "80": "UA-30", "85": "UA-40"}
# Where the register knows no population: what settlements of its categories typically have.
_TYPICAL = {"M": 15_000, "T": 5_000, "X": 3_000, "C": 300}
# The register's points are those of communities: a record as far as this from one may still be in it.
_SAME_PLACE_KM = 45.0
# Letters by which a name is told to be another spelling of the one in GeoNames.
_ALIKE = 4
_RUSSIAN_ENDINGS = ("ое", "ая", "ый", "ой", "ее", "ые", "ие", "овка", "евка", "ово", "ево", "ино", "ов", "ев", "ск")


@dataclass(slots=True)
class Entry:
    """A settlement of the register with its community's point; `taken`: a record of GeoNames is joined to it."""

    code: str
    name: str
    category: str
    region: str
    raion: str
    lat: float
    lon: float
    centre: bool
    taken: bool = False


def read_entries() -> list[Entry]:
    """All settlements of the register that we ship."""
    found = []
    for row in csv.DictReader(StringIO(read_compressed("ua_settlements.csv.xz"))):
        digits = row["code"][2:4]
        found.append(
            Entry(
                row["code"],
                row["name_uk"].replace("’", "'"),
                row["category"],
                _KATOTTG_ISO.get(digits, f"UA-{digits}"),
                row["raion"].replace("’", "'"),
                float(row["lat_hromada_centre"]),
                float(row["lon_hromada_centre"]),
                row["is_centre"] == "1",
            )
        )
    return found


_Names = dict[tuple[str, str], list[Entry]]


def join(records: list[Record], entries: list[Entry]) -> None:
    """Give Ukrainian records their register entry and official name, the biggest first."""
    names: _Names = defaultdict(list)
    for entry in entries:
        names[entry.region, entry.name.lower()].append(entry)
        names[entry.region, latin_key(transliterate(entry.name))].append(entry)
    for record in records:
        if record.country == "UA":
            _join(record, names)


def unlisted_records(entries: list[Entry]) -> list[Record]:
    """The settlements of the register that GeoNames does not have."""
    return [_unlisted(entry) for entry in entries if not entry.taken]


def _join(record: Record, names: _Names) -> None:
    """One record, where a name of its own or else one that sounds like it is in the register nearby."""
    own = {name.lower().replace("’", "'") for name in record.ukrainian | record.russian}
    entry = _nearest(record, own, names) or _nearest(record, {latin_key(name) for name in record.latin}, names)
    if entry:
        entry.taken = True
        record.katottg = entry.code
        record.ukrainian.add(entry.name)
        record.population = max(record.population, 1 if entry.category == "C" else _TYPICAL[entry.category] // 3)
        _rename(record, entry.name)
    elif official := _ukrainian_name(record):
        _rename(record, official)


def _nearest(record: Record, forms: set[str], names: _Names) -> Entry | None:
    free = [e for form in forms for e in names.get((record.region or "", form), ()) if not e.taken]
    near = [(kilometres(record.lat, record.lon, e.lat, e.lon), e.code, e) for e in free]
    distance, _, entry = min(near, default=(_SAME_PLACE_KM + 1, "", None))
    return entry if distance <= _SAME_PLACE_KM else None


def _rename(record: Record, ukrainian: str) -> None:
    latin = transliterate(ukrainian).replace(" raion", " District")
    record.name = record.settlement = english_name(latin, "UA")
    record.latin.add(latin)


def _ukrainian_name(record: Record) -> str | None:
    """The one name that is Ukrainian and no other; None where several are, or none."""
    names = {n for n in record.ukrainian if not n.lower().endswith(_RUSSIAN_ENDINGS)}
    marked = {n for n in names if n not in record.russian} or names
    key = latin_key(record.name)
    keys = {n: latin_key(transliterate(n)) for n in marked}
    alike = [n for n in marked if keys[n] == key] or [n for n in marked if keys[n][:_ALIKE] == key[:_ALIKE]]
    return alike[0] if len(alike) == 1 else marked.pop() if len(marked) == 1 else None


def _unlisted(entry: Entry) -> Record:
    name = transliterate(entry.name)
    return Record(
        name=name,
        kind="settlement",
        country="UA",
        region=entry.region,
        lat=entry.lat,
        lon=entry.lon,
        population=_TYPICAL[entry.category],
        settlement=name,
        katottg=entry.code,
        approximate=not entry.centre,
        latin={name},
        ukrainian={entry.name},
    )


def raions(entries: list[Entry]) -> list[tuple[str, str, float, float]]:
    """(region, Ukrainian adjective, latitude, longitude) of each raion, in the middle of its communities."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for entry in entries:
        points[entry.region, entry.raion.lower()].append((entry.lat, entry.lon))
    return [(region, raion, *mean(p)) for (region, raion), p in sorted(points.items())]
