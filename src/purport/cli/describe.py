"""The slots of claims and incidents in short words."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec import structs

from purport.model import Attribution, Claim, Finding, Kind, Outcome, People, Place, Quantity, Thing, TimeSpan, Weapon
from purport.model.incident import Figure, Incident, Judgement, Toll, When

__all__ = [
    "ROOM_FOR_TIME",
    "chain",
    "decision",
    "details",
    "figure",
    "finding",
    "how_many",
    "stated",
    "what",
    "what_happened",
    "when",
    "where",
    "where_in_short",
    "who",
]

ROOM_FOR_TIME = len("2024-04-05 21:30")
"""Columns for a moment, or for the days of a night."""


def when(time: TimeSpan | When | None, room: int | None = None) -> str:
    """The span as briefly as it can be told; its days alone where there is no `room` for its hours."""
    if time is None:
        return ""
    told = _span(time.start.replace("T", " "), time.end.replace("T", " "))
    return told if room is None or len(told) <= room else _span(time.start[:10], time.end[:10])


def _span(start: str, end: str) -> str:
    if start == end:
        return start
    shared = next((n for n in (10, 7, 4) if start[:n] == end[:n]), 0)
    return f"{start}…{end[shared:].lstrip(' -')}" if shared else f"{start}…{end}"


def where(place: Place) -> str:
    """The place's name with what is known of it."""
    known = [place.region or place.country, place.precision, _point(place)]
    inside = ", ".join(part for part in known if part)
    name = f"from {place.name}" if place.role == "origin" else place.name
    others = (
        f"; or {', '.join(c.name + (f' ({c.region})' if c.region else '') for c in place.candidates)}"
        if place.candidates
        else ""
    )
    return (f"{name} ({inside})" if inside else name) + others


def where_in_short(claim: Claim) -> str:
    """The names of the claim's places."""
    return ", ".join(f"from {place.name}" if place.role == "origin" else place.name for place in claim.places)


def what(claim: Claim, gloss: Callable[[Claim], str]) -> str:
    """The claim in short, without what has a column of its own; a stance that is not "asserted" goes first."""
    if claim.kind == "casualties" and claim.people:
        told = ", ".join(_people(people) for people in claim.people)
    else:
        told = gloss(structs.replace(claim, places=(), time=None, sources=(), stance="asserted"))
    return told if claim.stance == "asserted" else f"[{claim.stance}] {told}"


def _point(place: Place) -> str:
    return "" if place.lat is None or place.lon is None else f"{place.lat:.2f} {place.lon:.2f}"


def who(claim: Claim) -> str:
    """The chain of those who said it, or the publisher where the document says it in its own voice."""
    return " ← ".join(claim.sources) if claim.sources else claim.publisher


def chain(claim: Claim) -> str:
    """Who said it, link by link, with what is known of each."""
    if not claim.sources:
        return f"{claim.publisher} (own voice)"
    links = [_link(a) for a in claim.attribution] or list(claim.sources)
    return " ← ".join(links)


def _link(attribution: Attribution) -> str:
    source = attribution.source
    side = f"side {source.side}" if source.side else ""
    known = [source.kind, side, f"for {source.jurisdiction}" if source.jurisdiction else "", attribution.cue]
    return f"{source.name} ({', '.join(part for part in known if part)})"


def _people(people: People) -> str:
    if people.effect == "any" and people.max == 0:
        return "nobody hurt"
    number = Quantity(people.min, people.max)
    return f"{people.effect} {number}" + (f" {people.group}" if people.group else "")


def what_happened(incident: Incident) -> str:
    """An incident in short, without what has a column of its own; a stance that is not "asserted" goes first.

    Harm is told by what it was done to, and not by the weapon.
    """
    from purport.pipeline.stages import gloss

    things = tuple(Thing(thing.type, thing.effect) for thing in incident.objects)
    is_harm = incident.kind == "casualties" or bool(things and incident.kind in {"damage", "response"})
    told = _glossed(gloss, incident.kind, None if is_harm else incident.weapon, incident.outcome, things)
    return told if incident.stance == "asserted" else f"[{incident.stance}] {told}"


@lru_cache(maxsize=1 << 12)  # many incidents are told in the same few words
def _glossed(
    gloss: Callable[[Claim, Literal["en", "uk"]], str],
    kind: Kind,
    weapon: Weapon | None,
    outcome: Outcome | None,
    things: tuple[Thing, ...],
) -> str:
    claim = Claim(
        id="",
        document="",
        kind=kind,
        quote="",
        start=0,
        attacker=None,
        weapons=(weapon,) if weapon else (),
        count=None,
        outcome=outcome,
        places=(),
        time=None,
        objects=things,
        people=(),
        sources=(),
        stance="asserted",
        published=None,
        publisher="",
    )
    return gloss(claim, "en")


def how_many(incident: Incident) -> str:
    """The figure with what is open of it, else the people; what sums imply where nothing is stated."""
    if incident.count:
        return figure(incident.count)
    if incident.people:
        return ", ".join(_toll(toll) for toll in incident.people)
    implied = incident.implied
    return f"{Quantity(implied.min, implied.max)} implied" if implied else ""


def stated(claim: Claim) -> str:
    """What one claim says of how many; its stance where it says nothing of that."""
    return str(claim.count) if claim.count else ", ".join(_people(people) for people in claim.people) or claim.stance


def figure(told: Figure | Toll) -> str:
    """The likeliest number and, where others are left open, which."""
    if told.best is None or told.low == told.high or (told.best == told.low and told.high is None):
        return str(Quantity(told.low, told.high))
    return f"{told.best} ({Quantity(told.low, told.high)})"


def _toll(toll: Toll) -> str:
    if toll.effect == "any" and toll.high == 0:
        return "nobody hurt"
    number = "" if toll.low is None and toll.high is None else f"{figure(toll)} "
    return f"{number}{toll.effect}" + (f" {toll.group}" if toll.group else "")


def decision(judgement: Judgement) -> str:
    """Who decided what about which claims, when and why, in one line."""
    value = judgement.value
    if judgement.verdict == "count":
        value = Quantity(value["min"], value["max"])
    elif judgement.verdict == "place":
        value = value["name"]
    elif judgement.verdict == "media":
        told = msgspec.convert(value, Finding)
        value = f"{told.media}: {finding(told)}"
    elif isinstance(value, dict | list):
        value = msgspec.json.encode(value).decode()
    about = [judgement.verdict, *(id_[:9] for id_ in judgement.claims), *([f"→ {value}"] if value is not None else [])]
    reason = " ".join(judgement.reason.split())
    return f"{judgement.id}  {judgement.at[:16].replace('T', ' ')}  {judgement.author}: {' '.join(about)} ({reason})"


def finding(told: Finding) -> str:
    """What somebody has found of a picture or video."""
    genuine = None if told.genuine is None else "genuine" if told.genuine else "not genuine"
    place = where(told.place) if told.place else None
    return ", ".join(part for part in (genuine, place, when(told.time)) if part)


def details(claim: Claim) -> list[tuple[str, str]]:
    """Every slot that is filled, named, in the order of the format."""
    time = claim.time
    found = [
        ("attacker", claim.attacker or ""),
        ("weapons", ", ".join(f"{w.cls} {w.model or ''}".strip() for w in claim.weapons)),
        ("count", str(claim.count) if claim.count else ""),
        ("outcome", claim.outcome or ""),
        ("where", "; ".join(where(place) for place in claim.places)),
        (
            "when",
            " ".join(part for part in (when(time), time.zone, time.grain and f"({time.grain})") if part)
            if time
            else "",
        ),
        ("objects", ", ".join(f"{o.type} {o.effect}" for o in claim.objects)),
        ("people", ", ".join(_people(p) for p in claim.people)),
        ("who", chain(claim)),
    ]
    return [(name, value) for name, value in found if value]
