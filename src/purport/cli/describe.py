"""A claim's slots in short words."""

from purport.model import Attribution, Claim, People, Place, Quantity, TimeSpan

__all__ = ["details", "when", "where", "who"]


def when(time: TimeSpan | None) -> str:
    """The span as briefly as it can be told."""
    if time is None:
        return ""
    start, end = time.start.replace("T", " "), time.end.replace("T", " ")
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


def _point(place: Place) -> str:
    return "" if place.lat is None or place.lon is None else f"{place.lat:.2f} {place.lon:.2f}"


def who(claim: Claim) -> str:
    """The chain of those who said it, or the publisher where the document says it in its own voice."""
    return " ← ".join(claim.sources) if claim.sources else claim.publisher


def _chain(claim: Claim) -> str:
    if not claim.sources:
        return f"{claim.publisher} (own voice)"
    links = [_link(a) for a in claim.attribution] or list(claim.sources)
    return " ← ".join(links)


def _link(attribution: Attribution) -> str:
    source = attribution.source
    known = [source.kind, source.side, source.jurisdiction, attribution.cue]
    return f"{source.name} ({', '.join(part for part in known if part)})"


def _people(people: People) -> str:
    number = Quantity(people.min, people.max)
    return f"{people.effect} {number}" + (f" {people.group}" if people.group else "")


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
        ("who", _chain(claim)),
    ]
    return [(name, value) for name, value in found if value]
