"""An incident as a row of a table."""

from msgspec import Struct

from purport.model import Weapon
from purport.model.claim import Kind, Outcome, Stance
from purport.model.incident import Figure, Implied, Incident, ObjectState, Setting, Toll, When

__all__ = ["Row", "SideRow", "row_of"]


class SideRow(Struct, frozen=True):
    """One party's version: its likeliest number."""

    side: str | None
    best: int | None
    stance: Stance


class Row(Struct, frozen=True):
    """An incident in short; `contradictions` and `claims` are how many there are."""

    id: str
    kind: Kind
    attacker: str | None
    weapon: Weapon | None
    outcome: Outcome | None
    place: Setting | None
    time: When | None
    count: Figure | None
    implied: Implied | None
    people: tuple[Toll, ...]
    objects: tuple[ObjectState, ...]
    stance: Stance
    origins: int
    parent: str | None
    episode: str
    contradictions: int
    claims: int
    sides: tuple[SideRow, ...]


def row_of(incident: Incident) -> Row:
    """The row of an incident."""
    return Row(
        incident.id,
        incident.kind,
        incident.attacker,
        incident.weapon,
        incident.outcome,
        incident.place,
        incident.time,
        incident.count,
        incident.implied,
        incident.people,
        incident.objects,
        incident.stance,
        incident.origins,
        incident.parent,
        incident.episode,
        len(incident.contradictions),
        len(incident.claims),
        tuple(SideRow(side.side, side.count.best if side.count else None, side.stance) for side in incident.sides),
    )
