"""The place finder: closed names, settlements, what they mean together, and how the words around them bend that."""

import json
import re
from collections import Counter
from pathlib import Path

import msgspec

from purport.model import Hints, Place, PlaceMention, View
from purport.places.closed import ClosedFinder
from purport.places.found import Known
from purport.places.index import Index, open_index
from purport.places.resolve import Choice, resolve
from purport.places.scan import Context, Scanner
from purport.places.words import cues, plain_latin

__all__ = ["Gazetteer", "open_gazetteer"]

_LOWER_COUNTRIES = ("UA", "RU")
_LOWER_POPULATION = 60_000
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class Gazetteer:
    """Finds and resolves every place that a text names; a `purport.model.PlaceFinder`."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._closed = ClosedFinder(index)
        self._scanner = Scanner(index, self._lower())

    def _lower(self) -> frozenset[str]:
        """Names of big cities in Latin letters, which short posts also write in lower case."""
        names = (plain_latin(name) for name, _ in self._index.cities(_LOWER_POPULATION, _LOWER_COUNTRIES))
        return frozenset(n for n in names if len(n) >= 5 and " " not in n) - cues().lower - cues().stop

    def find(self, view: View, hints: Hints) -> list[PlaceMention]:
        """Mentions in order of start, none overlapping another."""
        closed, quarters = self._closed.find(view)
        context = _context(view, closed, hints)
        opens = self._scanner.scan(view, closed, context)
        choices = resolve(view, opens, closed, context)
        mentions = [PlaceMention(k.start, k.end, k.place) for k in closed]
        mentions += [_mention(choice) for choice in choices]
        mentions += _in_cities(quarters, choices, closed)
        return [_near(view, m) for m in _apart(mentions)]


def open_gazetteer(cache_dir: Path | None = None) -> Gazetteer:
    """The gazetteer, its index compiled first where this version of it is not in the cache yet (some ten seconds).

    The cache is `cache_dir`, else the folder that `PURPORT_CACHE` names, else the user's cache folder; where that cannot be
    written, a temporary folder.
    """
    return Gazetteer(open_index(cache_dir))


def _context(view: View, closed: list[Known], hints: Hints) -> Context:
    named = Counter(k.place.country for k in closed if k.place.country)
    home = hints.countries
    if not home:
        home = ("UA", "RU") if _CYRILLIC.search(view.plain) else tuple(c for c, _ in named.most_common(3) if c)
    regions = frozenset(k.place.region for k in closed if k.place.region)
    return Context(home=home, named=frozenset(c for c in named if c), regions=regions, region=hints.region)


def _mention(choice: Choice) -> PlaceMention:
    row = choice.option.row
    place = Place(
        name=row.name, role="target", country=row.country, region=row.region, settlement=row.settlement, geonames=row.geonames,
        code=row.region or row.country, lat=row.lat, lon=row.lon,
        precision="district" if row.approximate or row.kind == "district" else "settlement",
        basis=choice.basis, katottg=row.katottg, candidates=choice.others,
    )
    return PlaceMention(choice.mention.start, choice.mention.end, place)


def _in_cities(quarters: list[tuple[int, int, list[str]]], choices: list[Choice], closed: list[Known]) -> list[PlaceMention]:
    """Districts of cities: of a city that the text names, else of the only one that has a district of that name."""
    points = {(c.option.row.settlement, c.option.row.region): (c.option.row.lat, c.option.row.lon) for c in choices}
    found = []
    for start, end, values in quarters:
        options = [json.loads(v) for v in values]
        fitting = [o for o in options if (o["settlement"], o["region"]) in points] or (options if len(options) == 1 else [])
        if not fitting or any(k.kind == "raion" and k.start == start for k in closed if len(options) > 1):
            continue
        chosen = fitting[0]
        lat, lon = points.get((chosen["settlement"], chosen["region"]), (None, None))
        found.append(PlaceMention(start, end, Place(
            role="target", geonames=None, code=chosen["region"], lat=lat, lon=lon, basis="city named" if lat is not None else "unique", **chosen,
        )))
    return found


def _apart(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Of overlapping mentions the longest, in order of start."""
    kept: list[PlaceMention] = []
    for mention in sorted(mentions, key=lambda m: (-(m.end - m.start), m.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _near(view: View, mention: PlaceMention) -> PlaceMention:
    """Marks what stands near a place; a direction or distance from it makes its point an area's."""
    before = re.split(r"[\s]+", view.folded[max(0, mention.start - 40) : mention.start].rstrip(" \"'("))[-4:]
    known = cues()
    for size in range(min(4, len(before)), 0, -1):
        phrase = " ".join(before[-size:])
        if phrase in known.near and mention.place.precision in {"settlement", "site", "district"}:
            place = msgspec.structs.replace(mention.place, precision="area") if phrase in known.moved else mention.place
            return msgspec.structs.replace(mention, place=place, near=True)
    return mention
