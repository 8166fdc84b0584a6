"""Incidents as JSON Lines, in the form of the interchange format, and as rows for spreadsheets."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

import msgspec

from purport.exports.holes import Hole, hole_line, holes_member
from purport.exports.safe import escape_json, inert_cell
from purport.model.codec import encode_incident
from purport.model.incident import Incident, Setting, Toll

__all__ = ["INCIDENT_COLUMNS", "write_incidents"]

Cell = str | int | float | None


def _toll(toll: Toll) -> str:
    number = "?" if toll.best is None else str(toll.best)
    low, high = ("?" if bound is None else bound for bound in (toll.low, toll.high))
    bounds = "" if toll.low == toll.high else f" ({low}..{high})"
    return f"{toll.effect} {number}{bounds}" + (f" {toll.group}" if toll.group else "")


def _of_sides(incident: Incident) -> str:
    """Each side's figure: "RU 44; UA ?"."""
    told = (
        f"{side.side or '?'} {side.count.best if side.count and side.count.best is not None else '?'}"
        for side in incident.sides
    )
    return "; ".join(told)


INCIDENT_COLUMNS: dict[str, tuple[str, Callable[[Incident], Cell]]] = {
    "id": ("the incident's id", lambda i: i.id),
    "kind": ("one of the kinds of claims", lambda i: i.kind),
    "stance": ("asserted by somebody and denied by nobody, or else", lambda i: i.stance),
    "event_start": ("first day or minute, local to the event", lambda i: i.time.start if i.time else None),
    "event_end": ("last day or minute, local to the event", lambda i: i.time.end if i.time else None),
    "attacker": ("the side that used the weapons", lambda i: i.attacker),
    "weapon": ("class of weapon", lambda i: i.weapon.cls if i.weapon else None),
    "model": ("its model, where its claims agree on one", lambda i: i.weapon.model if i.weapon else None),
    "outcome": ("what became of the weapons", lambda i: i.outcome),
    "place": ("name of the place", lambda i: i.place.name if i.place else None),
    "country": ("ISO 3166-1", lambda i: i.place.country if i.place else None),
    "region": ("ISO 3166-2", lambda i: i.place.region if i.place else None),
    "lat": ("latitude of a point of it, to be read with precision", lambda i: i.place.lat if i.place else None),
    "lon": ("longitude of that point", lambda i: i.place.lon if i.place else None),
    "precision": (
        "what the place is: a settlement, a whole region, …",
        lambda i: i.place.precision if i.place else None,
    ),
    "geonames": ("its GeoNames id", lambda i: i.place.geonames if i.place else None),
    "katottg": ("in Ukraine, its code in the register of settlements", lambda i: i.place.katottg if i.place else None),
    "count_low": ("least that the claims leave open", lambda i: i.count.low if i.count else None),
    "count_best": ("the likeliest; empty: not told", lambda i: i.count.best if i.count else None),
    "count_high": ("most that the claims leave open", lambda i: i.count.high if i.count else None),
    "count_rule": ("what chose the likeliest", lambda i: i.count.rule if i.count else None),
    "implied_min": ("least that totals and other parts imply", lambda i: i.implied.min if i.implied else None),
    "implied_max": ("most that they imply", lambda i: i.implied.max if i.implied else None),
    "people": ("people and what happened to them", lambda i: "; ".join(map(_toll, i.people)) or None),
    "objects": (
        "things and the last told of them",
        lambda i: "; ".join(f"{o.type} {o.effect}" for o in i.objects) or None,
    ),
    "sides": ("each side's figure", _of_sides),
    "origins": ("independent origins", lambda i: i.origins),
    "contradictions": ("sets of claims that cannot all be true", lambda i: len(i.contradictions)),
    "parent": ("the incident that it is a counted part of", lambda i: i.parent),
    "episode": ("the attack or night that it belongs to", lambda i: i.episode),
    "claims": ("ids of its claims", lambda i: "; ".join(i.claims)),
}
"""Every column: what it means, and how an incident fills it."""


def write_incidents(form: str, incidents: Iterable[Incident], out: BinaryIO, holes: Sequence[Hole] = ()) -> int:
    """Write incidents as "jsonl", "csv" or "geojson" in one pass; how many there were. CSV has no place for holes."""
    if form == "geojson":
        return _write_features(incidents, out, holes)
    number = 0
    if form == "csv":
        out.write(_line(INCIDENT_COLUMNS))
    for incident in incidents:
        number += 1
        out.write(escape_json(encode_incident(incident)) + b"\n" if form == "jsonl" else _line(_cells(incident)))
    if form == "jsonl":
        out.write(b"".join(map(hole_line, holes)))
    return number


def _write_features(incidents: Iterable[Incident], out: BinaryIO, holes: Sequence[Hole]) -> int:
    """A FeatureCollection, a Feature a line; an area's point only stands for it, as `precision` says."""
    number = 0
    out.write(b'{"type":"FeatureCollection","features":[')
    for incident in incidents:
        out.write((b",\n" if number else b"\n") + escape_json(msgspec.json.encode(_feature(incident))))
        number += 1
    out.write(b"\n]" + holes_member(holes) + b"}\n")
    return number


def _feature(incident: Incident) -> dict[str, Any]:
    place = incident.place
    told: dict[str, Any] = msgspec.to_builtins(incident)
    known = place is not None and place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and known else None,
        "properties": {**told, "place": place.name if place else None, **_of_place(place)},
    }


def _of_place(place: Setting | None) -> dict[str, Any]:
    keys = ("role", "precision", "country", "region", "settlement", "geonames", "katottg")
    return {key: getattr(place, key) if place else None for key in keys}


def _line(cells: Iterable[Cell]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue().encode()


def _cells(incident: Incident) -> Iterable[Cell]:
    cells = (fill(incident) for _, fill in INCIDENT_COLUMNS.values())
    return (inert_cell(cell) if isinstance(cell, str) else cell for cell in cells)
