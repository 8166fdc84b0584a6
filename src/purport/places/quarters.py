"""Districts of cities: the city is the settlement, the district the name."""

import json
import re

import msgspec

from purport.model import Place, View
from purport.places.found import Known
from purport.places.words import plain_latin

__all__ = ["districts_of_cities", "place_quarters"]

_LATIN_DISTRICT = re.compile(
    r"([A-Z][\w'’-]+) (?:[Dd]istrict|[Nn]eighbou?rhood|[Rr]aion|[Mm]icrodistrict) (?:of|in) (?:the city of )?$"
)


def place_quarters(quarters: list[tuple[int, int, list[str]]], settled: list[Known]) -> list[Known]:
    """Districts of known names: of the city named nearest before, else after; else of the only one that has it."""
    found = []
    for start, end, values in quarters:
        options = [json.loads(v) for v in values]
        cities = {(o["settlement"], o["region"]): o for o in options}
        named = [k for k in settled if k.kind == "settlement" and (k.place.settlement, k.place.region) in cities]
        if named:
            city = min(named, key=lambda k: (k.start > end, abs(k.start - start))).place
            found.append(Known(start, end, _quarter(cities[city.settlement, city.region], city), "quarter"))
        elif len(options) == 1:
            found.append(Known(start, end, _quarter(options[0], None), "quarter"))
    return found


def _quarter(value: dict[str, str], city: Place | None) -> Place:
    return Place(
        name=value["name"],
        role="target",
        country=value["country"],
        region=value["region"],
        settlement=value["settlement"],
        geonames=None,
        code=value["region"],
        lat=city.lat if city else None,
        lon=city.lon if city else None,
        precision="district",
        basis="city named" if city else "unique",
    )


def districts_of_cities(view: View, found: list[Known]) -> list[Known]:
    """Where a district is said to be a city's, it is that city's, and its mention takes the city's in."""
    cities = {k.start: k for k in found if k.kind == "settlement"}
    result = [_within(view, k, cities) if k.kind in {"district", "raion"} else k for k in found]
    return result + [k for city in cities.values() if (k := _unknown(view, city))]


def _within(view: View, district: Known, cities: dict[int, Known]) -> Known:
    gap = re.match(
        r" (?:of |in )?(?:the city of |міста |города |м\. ?|г\. ?)?", view.folded[district.end : district.end + 20]
    )
    city = cities.get(district.end + gap.end()) if gap else None
    if city is None:
        return district
    return Known(district.start, city.end, _of(district.place.name, city.place), "quarter")


def _unknown(view: View, city: Known) -> Known | None:
    """ "Vostochny district of Mariupol": no list has it, but the words say all."""
    first = max(0, city.start - 60)
    match = _LATIN_DISTRICT.search(view.plain[first : city.start])
    if not match or not plain_latin(match[1]):
        return None
    return Known(first + match.start(), city.end, _of(f"{match[1]} District", city.place), "quarter")


def _of(name: str, city: Place) -> Place:
    return msgspec.structs.replace(
        city, name=name, precision="district", basis="city named", geonames=None, katottg=None, candidates=()
    )
