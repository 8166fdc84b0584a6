"""Incidents in the order in which people read them: by time, then as a night goes, parts behind their whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from purport.model.claim import KINDS
from purport.model.incident import Incident

__all__ = ["Standing", "in_families"]

_NIGHT = ("alert", "sighting", "attack", "interception", "explosion", "impact", "damage", "casualties", "response")
"""Kinds as a night goes: warned, launched, stopped, hit, harmed, repaired."""
_RANK = {kind: _NIGHT.index(kind) if kind in _NIGHT else len(_NIGHT) for kind in KINDS}
_NO_TIME = "~"  # behind every date


class Standing(NamedTuple):
    """An incident, and how many wholes it stands below: 0 for one that is part of nothing that is shown."""

    incident: Incident
    depth: int

    @property
    def place(self) -> str:
        """The place's name, beneath that of the whole."""
        name = self.incident.place.name if self.incident.place else ""
        return f"{'  ' * (self.depth - 1)}└ {name}" if self.depth else name


def in_families(found: Iterable[Incident]) -> Iterator[Standing]:
    """All of them, what has no time last; parts whose whole is not among them stand alone."""
    ordered = sorted(found, key=_in_time)
    shown = {incident.id for incident in ordered}
    parts: dict[str | None, list[Incident]] = defaultdict(list)
    for incident in ordered:
        parts[incident.parent if incident.parent in shown else None].append(incident)
    yield from _beneath(None, 0, parts)


def _beneath(whole: str | None, depth: int, parts: "dict[str | None, list[Incident]]") -> Iterator[Standing]:
    members = parts.get(whole, [])
    for incident in sorted(members, key=_largest_first) if depth else members:
        yield Standing(incident, depth)
        yield from _beneath(incident.id, depth + 1, parts)


def _in_time(incident: Incident) -> tuple[str, int, str]:
    return incident.time.start if incident.time else _NO_TIME, _RANK[incident.kind], incident.id


def _largest_first(incident: Incident) -> int:
    best = incident.count.best if incident.count else None
    implied = incident.implied.min if incident.implied else None
    return -(best or implied or 0)
