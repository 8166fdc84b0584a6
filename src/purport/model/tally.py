"""What incidents come to, region by region: launched, stopped, hit, damaged, killed, hurt."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct, structs

from purport.model.incident import Implied, Incident

__all__ = ["Tally", "tallies"]

_HELD = frozenset({"asserted", "unverified"})  # what is denied, threatened or not known is no part of what happened
_COUNTED = {"attack": "launched", "interception": "stopped", "impact": "hits", "damage": "damaged"}
_ONE_AT_LEAST = frozenset({"hits", "damaged"})  # a hit that is told without a number is one, a launch may be any number


class Tally(Struct, frozen=True):
    """Weapons launched and stopped, hits, things damaged, people killed and hurt."""

    launched: int = 0
    stopped: int = 0
    hits: int = 0
    damaged: int = 0
    killed: int = 0
    hurt: int = 0

    def __bool__(self) -> bool:
        return any(self.figures())

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(mine + theirs for mine, theirs in zip(self.figures(), other.figures(), strict=True)))

    def figures(self) -> tuple[int, ...]:
        """In the order of the fields."""
        return structs.astuple(self)


def tallies(found: Iterable[Incident]) -> dict[str | None, Tally]:
    """For each region's code, or what place there is besides; of a whole, what its parts do not have already."""
    held = [incident for incident in found if incident.stance in _HELD]
    parts: dict[str, Tally] = defaultdict(Tally)
    for incident in held:
        if incident.parent:
            parts[incident.parent] += _tally(incident)
    rows: dict[str | None, Tally] = defaultdict(Tally)
    for incident in held:
        rows[_region(incident)] += _left(_tally(incident), parts.get(incident.id))
    return rows


def _left(whole: Tally, parts: Tally | None) -> Tally:
    if parts is None:
        return whole
    return Tally(*(max(0, all_ - told) for all_, told in zip(whole.figures(), parts.figures(), strict=True)))


def _tally(incident: Incident) -> Tally:
    """An incident by what its kind counts."""
    if incident.kind == "casualties":
        return _harmed(incident)
    name = _COUNTED.get(incident.kind)
    if name is None:
        return Tally()
    number = incident.count.best if incident.count else _exactly(incident.implied)
    return Tally(**{name: (1 if name in _ONE_AT_LEAST else 0) if number is None else number})


def _exactly(implied: Implied | None) -> int | None:
    """The number that sums leave, where they leave one: bounds would be counted here and in what they come from."""
    return implied.min if implied and implied.min == implied.max else None


def _harmed(incident: Incident) -> Tally:
    """The whole toll: a group ("children") is part of it, and those in hospital are among the injured."""
    told = {toll.effect: toll.best or 0 for toll in incident.people if toll.group is None}
    hurt = max(told.get("injured", 0), told.get("hospitalised", 0)) + told.get("poisoned", 0)
    return Tally(killed=told.get("killed", 0), hurt=hurt)


def _region(incident: Incident) -> str | None:
    place = incident.place
    return (place.region or place.name if place.precision != "country" else place.country) if place else None
