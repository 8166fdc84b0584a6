"""One row for each claim, for spreadsheets. What has several values in a claim has them in one cell, parted by "; "."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from purport.exports.account import Account
from purport.exports.holes import Hole
from purport.exports.safe import inert_cell
from purport.model import Claim, People, Place
from purport.model.reading import Reading

__all__ = ["COLUMNS", "write_csv"]

Cell = str | int | float | None


def _joined(values: Iterable[Cell]) -> Cell:
    """Values in one cell, the unknown among them as nothing between two partings; one alone stays the number it is."""
    listed = list(values)
    if len(listed) == 1:
        return listed[0]
    shown = ["" if value is None else str(value) for value in listed]
    return "; ".join(shown) if any(shown) else None


def _of_places(field: Callable[[Place], Cell]) -> Callable[[Claim], Cell]:
    return lambda claim: _joined(field(place) for place in claim.places)


def _people(harm: People) -> str:
    least, greatest = ("" if n is None else str(n) for n in (harm.min, harm.max))
    number = least if least == greatest else f"{least}..{greatest}"
    return f"{harm.effect} {number or '?'}" + (f" {harm.group}" if harm.group else "")


COLUMNS: dict[str, tuple[str, Callable[[Claim], Cell]]] = {
    "id": ("the claim's id", lambda c: c.id),
    "document": ("the document's id", lambda c: c.document),
    "published": ("when the document was published", lambda c: c.published),
    "publisher": ("who published it", lambda c: c.publisher),
    "kind": ("one of the ten kinds", lambda c: c.kind),
    "stance": ("how the document stands to it", lambda c: c.stance),
    "event_start": ("first day or minute, local to the event", lambda c: c.time.start if c.time else None),
    "event_end": ("last day or minute, local to the event", lambda c: c.time.end if c.time else None),
    "zone": ("the time zone of the two, where known", lambda c: c.time.zone if c.time else None),
    "attacker": ("the side that used the weapons", lambda c: c.attacker),
    "weapons": (
        "classes of weapons, with models",
        lambda c: _joined(f"{w.cls} ({w.model})" if w.model else w.cls for w in c.weapons),
    ),
    "count_min": ("least number of weapons or things; empty: not said", lambda c: c.count.min if c.count else None),
    "count_max": ("greatest number; empty: not said", lambda c: c.count.max if c.count else None),
    "count_approx": ("1 where the number is about so", lambda c: int(c.count.approx) if c.count else None),
    "outcome": ("what became of the weapons", lambda c: c.outcome),
    "places": ("names of places", _of_places(lambda p: p.name)),
    "roles": ("target or origin, for each place", _of_places(lambda p: p.role)),
    "countries": ("ISO 3166-1, for each place", _of_places(lambda p: p.country)),
    "regions": ("ISO 3166-2, for each place", _of_places(lambda p: p.region)),
    "lat": ("latitude of a point of each place, to be read with precision", _of_places(lambda p: p.lat)),
    "lon": ("longitude of that point", _of_places(lambda p: p.lon)),
    "precision": ("what each place is: a settlement, a whole region, …", _of_places(lambda p: p.precision)),
    "geonames": ("GeoNames id of each place", _of_places(lambda p: p.geonames)),
    "katottg": ("in Ukraine, its code in the register of settlements, for each place", _of_places(lambda p: p.katottg)),
    "objects": ("things and what happened to them", lambda c: _joined(f"{o.type} {o.effect}" for o in c.objects)),
    "people": ("people and what happened to them", lambda c: _joined(_people(p) for p in c.people)),
    "sources": ("who said it, from the one nearest to the event outwards", lambda c: _joined(c.sources)),
    "quote": ("the words", lambda c: c.quote),
    "start": ("offset of the words in the text, in code points", lambda c: c.start),
}
"""Every column: what it means, and how a claim fills it."""


def write_csv(readings: Iterable[Reading], out: BinaryIO, holes: Sequence[Hole] = ()) -> Account:
    """A header and a row for each claim, in UTF-8 with CRLF as RFC 4180 has it."""
    account = Account()
    out.write(_line(COLUMNS))
    for reading in readings:
        account.documents += 1
        for claim in reading.claims:
            out.write(_line(_cells(claim, account)))
            account.claims += 1
        account.lose("document without claims has no row", not reading.claims)
        account.lose("claim of a deleted document, which no column tells", len(reading.claims) * bool(reading.deleted))
    account.lose("hole, a time in which a feed was not heard, has no row", len(holes))
    return account


def _line(cells: Iterable[Cell]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue().encode()


def _cells(claim: Claim, account: Account) -> Iterator[Cell]:
    for _, fill in COLUMNS.values():
        cell = fill(claim)
        safe: Any = inert_cell(cell) if isinstance(cell, str) else cell
        account.lose("cell made inert: it held control characters or began like a formula", safe != cell)
        yield safe
    account.lose("place whose other candidates have no column", sum(bool(p.candidates) for p in claim.places))
    account.lose("claim whose chain's kinds, sides and cues have no column", bool(claim.attribution))
