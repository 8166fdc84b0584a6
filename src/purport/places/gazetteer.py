"""The place finder: closed names, settlements, what they mean together, and how the words around them bend that."""

import re
from pathlib import Path

from msgspec import structs

from purport.model import Hints, Place, PlaceMention, View
from purport.places.adjectives import AdjectiveFinder
from purport.places.around import name_airfields, near, without_owners
from purport.places.closed import ClosedFinder
from purport.places.found import Known, Open, longest
from purport.places.fronts import front
from purport.places.index import Index, open_index
from purport.places.pointers import coordinates
from purport.places.quarters import districts_of_cities, place_quarters
from purport.places.record import AT_WAR
from purport.places.resolve import Choice, resolve
from purport.places.scan import Context, Scanner
from purport.places.seats import attach_seats, meant_region
from purport.places.tokens import tokenise
from purport.places.unlisted import find_unlisted, name_of, unlisted
from purport.places.words import cues

__all__ = ["Gazetteer", "open_gazetteer"]

# A bigger place than this may stand in a list before a region that it is not in ("Kyiv, Kharkiv region and Odesa").
_MISTAKABLE = 15_000
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class Gazetteer:
    """Finds and resolves every place that a text names; a `purport.model.PlaceFinder`."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._closed = ClosedFinder(index)
        self._adjectives = AdjectiveFinder(index)
        self._scanner = Scanner(index, self._lower())

    def close(self) -> None:
        """Let go of the index's file; nothing can be found afterwards."""
        self._index.close()

    def _lower(self) -> frozenset[str]:
        """Names of big cities that posts also write in lower case: in Latin letters all, in Cyrillic the enemy's."""
        latin = frozenset(n for n in self._index.cities() if len(n) >= 5 and " " not in n)
        return (latin - cues().lower - cues().stop) | cues().small

    def find(self, view: View, hints: Hints) -> list[PlaceMention]:
        """Mentions in order of start, none overlapping another."""
        closed, quarters = self._closed.find(view)
        context = _context(view, closed, hints)
        closed = longest([*self._adjectives.find(view, closed, context), *closed])
        tokens = tokenise(view, closed)
        opens = self._scanner.scan(view, tokens, closed, context)
        if wider := _widened(context, opens):
            context = wider
            opens = self._scanner.scan(view, tokens, closed, context)
        attach_seats(view, opens, self._index)
        choices = resolve(view, opens, closed, context)
        meant = (self._known(view, choice, closed) for choice in choices)
        settled = [known for known in meant if known is not None]
        settled += find_unlisted(view, tokens, closed, settled)
        known = [*settled, *place_quarters(quarters, settled), *closed]
        known = without_owners(view, longest(districts_of_cities(view, known)))
        known = longest(name_airfields(view, known))
        return [near(view, k) for k in known]

    def _known(self, view: View, choice: Choice, closed: list[Known]) -> Known | None:
        """The mention with its place: the settlement chosen, or the region that it is the seat of.

        A village of which only a namesake abroad is known has no point, and no name but in the nominative.
        """
        mention, row = choice.mention, choice.option.row
        if choice.elsewhere is not None:
            country = choice.elsewhere[:2]
            name = name_of(view.plain[mention.start : mention.end], country) if mention.cue == "noun" else None
            place = unlisted(name, country, choice.elsewhere) if name is not None else None
            return Known(mention.start, mention.end, place, row.kind) if place is not None else None
        if region := meant_region(view, mention, row, closed, self._index):
            return self._closed.region(mention.start, mention.end, region)
        if row.kind == "region":
            return self._closed.region(mention.start, mention.end, row.region or "")
        if mention.attached and row.region != mention.attached and _another(view, choice):
            return Known(
                mention.start, mention.end, unlisted(row.name, mention.attached[:2], mention.attached), row.kind
            )
        return Known(mention.start, mention.end, _settlement(choice), row.kind)

    def by_code(self, code: str) -> Place | None:
        """The region of an ISO 3166-2 code or the country of an ISO 3166-1 one; None where the tables have none."""
        return self._closed.by_code(code)


def open_gazetteer(cache_dir: Path | None = None) -> Gazetteer:
    """The gazetteer, its index compiled first where this version of it is not in the cache yet (some ten seconds).

    The cache is `cache_dir`, else the folder that `PURPORT_CACHE` names, else the user's cache folder; where that
    cannot be written, a temporary folder.
    """
    return Gazetteer(open_index(cache_dir))


def _another(view: View, choice: Choice) -> bool:
    """Whether a place outside the region that stands beside its name must be another of that name."""
    mention = choice.mention
    apart = view.plain[mention.end : mention.end + 1] in {",", "("}
    return mention.cue == "noun" or not apart or choice.option.row.population < _MISTAKABLE


def _settlement(choice: Choice) -> Place:
    row = choice.option.row
    return Place(
        name=row.name,
        role="target",
        country=row.country,
        region=row.region,
        settlement=row.settlement,
        geonames=row.geonames,
        code=row.region or row.country,
        lat=row.lat,
        lon=row.lon,
        precision="district" if row.approximate or row.kind == "district" else "settlement",
        basis=choice.basis,
        katottg=row.katottg,
        candidates=choice.others,
    )


def _widened(context: Context, opens: list[Open]) -> Context | None:
    """With the countries at war that well-known cities tell of ("Aleppo"); None where they are at home already."""
    rows = [mention.options[0].row for mention in opens if len(mention.options) == 1]
    told = dict.fromkeys(r.country for r in rows if r.country in AT_WAR and r.country not in context.home)
    return structs.replace(context, home=(*context.home, *told)) if told else None


def _context(view: View, closed: list[Known], hints: Hints) -> Context:
    told = [k.place.country for k in closed if k.place.country]
    named = sorted(dict.fromkeys(told), key=told.count, reverse=True)
    home = hints.countries + tuple(c for c in named if c in AT_WAR and c not in hints.countries)
    if not home:
        home = ("UA", "RU") if _CYRILLIC.search(view.plain) else tuple(named[:3])
    regions = frozenset(k.place.region for k in closed if k.place.region)
    return Context(home, frozenset(named), regions, hints.region, front(hints.published), coordinates(view.plain))
