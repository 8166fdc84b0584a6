"""What the book answers about incidents: their states as the last linking left them, or an earlier one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import islice
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import BindParameter, ColumnElement, Connection, Select, Table, and_, bindparam, exists, func, select

from purport.errors import NotFoundError
from purport.ledger.records import State
from purport.ledger.schema import dating_versions, incident_claims, incident_versions, linkings
from purport.ledger.streaming import streamed
from purport.model.incident import Dating, Incident

__all__ = [
    "below",
    "changed",
    "datings",
    "find",
    "last_linking",
    "latest",
    "listed",
    "of_claim",
    "of_claims",
    "standing",
    "states",
]

_CHUNK = 500
_SHOWN = 5
_EPOCH = date(1970, 1, 1).toordinal()
_incidents = msgspec.json.Decoder(Incident)
_table = incident_versions.c
# Made once: to put together what is asked takes longer than to answer it.
_LATEST = select(func.max(linkings.c.id))
_STATES = select(_table.id, _table.record).where(_table.id.in_(bindparam("numbers", expanding=True)))


class _Kept(Struct, frozen=True):
    dating: Dating


class _Held(Struct, frozen=True):
    claims: tuple[str, ...]


_datings = msgspec.json.Decoder(_Kept)
_held = msgspec.json.Decoder(_Held)


def last_linking(connection: Connection, as_of: datetime | None) -> int | None:
    """The number of the last linking by a moment; None: of all, and 0 where there was none by then."""
    if as_of is None:
        return None
    by = linkings.c.at <= as_of.astimezone(UTC).isoformat()
    return connection.execute(select(func.max(linkings.c.id)).where(by)).scalar_one() or 0


def latest(connection: Connection) -> int:
    """The number of the last linking of all; 0 where there was none."""
    return connection.execute(_LATEST).scalar_one() or 0


def states(connection: Connection, numbers: Sequence[int]) -> list[Incident]:
    """Incidents as the states of these numbers have them, in this order."""
    known = {row.id: row.record for row in connection.execute(_STATES, {"numbers": list(numbers)})}
    return [_incidents.decode(known[number]) for number in numbers]


@lru_cache(maxsize=256)
def standing(table: Table, name: str, by: int | None = None) -> ColumnElement[bool]:
    """Whether a row is the latest state of what its column `name` names, and not that it is gone; by a linking."""
    later = table.alias()
    newer = exists().where(later.c[name] == table.c[name], later.c.id > table.c.id, *_until(later.c.linking, by))
    return and_(table.c.record.is_not(None), ~newer, *_until(table.c.linking, by))


def _until(linking: ColumnElement[int], by: int | None) -> list[ColumnElement[bool]]:
    return [] if by is None else [linking <= by]


def listed(
    connection: Connection,
    by: int | None,
    *,
    night: date | None = None,
    episode: str | None = None,
    parent: str | None = None,
) -> Iterator[Incident]:
    """Incidents in order of time: all, or those of a night (by its last date), of episodes (by ids), of a whole."""
    conditions = [standing(incident_versions, "incident", by)]
    if night is not None:
        conditions.append(_table.night == night.toordinal() - _EPOCH - 1)
    if episode is not None:
        conditions.append(_begins(_table.episode, episode))
    if parent is not None:
        conditions.append(_table.parent == parent)
    asked = select(_table.record).where(*conditions).order_by(_table.begins.is_(None), _table.begins, _table.incident)
    rows = streamed(connection, asked, _CHUNK)
    return (_incidents.decode(row.record) for row in rows)


def of_claim(connection: Connection, claim: str) -> list[Incident]:
    """The incidents that a claim is of: several where it names several places with one figure."""
    held = select(incident_claims.c.incident).where(incident_claims.c.claim == claim)
    asked = select(_table.record).where(_table.incident.in_(held), standing(incident_versions, "incident"))
    found = (_incidents.decode(row.record) for row in connection.execute(asked.order_by(_table.incident)))
    return [incident for incident in found if claim in incident.claims]


def datings(connection: Connection, by: int | None, *conditions: ColumnElement[bool]) -> list[Dating]:
    """The documents that evidence dates."""
    table = dating_versions.c
    asked = select(table.record).where(standing(dating_versions, "document", by), *conditions).order_by(table.document)
    return [_datings.decode(row.record).dating for row in connection.execute(asked)]


def find(connection: Connection, wanted: str, by: int | None = None) -> State:
    """The incident whose id this is or begins so; also by an id that it had before it was joined to another.

    Raises NotFoundError.
    """
    exact = _exact(connection, wanted, by)
    if exact is not None:
        return exact
    for look_up in (_by_id, _by_former_id):
        ids = look_up(connection, wanted, by)
        if len(ids) == 1:
            found = _exact(connection, ids[0], by)
            assert found is not None  # noqa: S101 - it stood a moment ago, in the same transaction
            return found
        if ids:
            shown = ", ".join(ids[:_SHOWN])
            raise NotFoundError("several incidents have ids that begin so", about=wanted, cure=f"name one of {shown}")
    raise NotFoundError("no incident has this id", about=wanted, cure="`purport incidents` lists ids")


def _by_id(connection: Connection, wanted: str, by: int | None) -> list[str]:
    asked = select(_table.incident).where(standing(incident_versions, "incident", by), _begins(_table.incident, wanted))
    return list(connection.execute(asked.order_by(_table.incident).limit(_SHOWN + 1)).scalars())


def _by_former_id(connection: Connection, wanted: str, by: int | None) -> list[str]:
    """Incidents that hold a claim which alone would give them this id; a claim that has left one names it no more."""
    named = incident_claims.c
    asked = (
        select(_table.incident, _table.record, named.claim)
        .join(incident_claims, named.incident == _table.incident)
        .where(_begins(named.name, wanted), standing(incident_versions, "incident", by))
        .order_by(_table.incident)
    )
    held = (row.incident for row in connection.execute(asked) if row.claim in _incidents.decode(row.record).claims)
    return list(dict.fromkeys(held))


def _begins(column: ColumnElement[str], wanted: str) -> ColumnElement[bool]:
    """As a range, which an index serves; ids are of letters and digits."""
    return and_(column >= wanted, column < wanted + "~")


@lru_cache(maxsize=64)
def _of_id(by: int | None) -> Select[Any]:
    """The state of one incident."""
    asked = select(_table.id, _table.record).where(_table.incident == bindparam("incident"))
    return asked.where(standing(incident_versions, "incident", by))


def _exact(connection: Connection, incident: str, by: int | None) -> State | None:
    row = connection.execute(_of_id(by), {"incident": incident}).first()
    return State(row.id, _incidents.decode(row.record)) if row else None


def below(connection: Connection, whole: str, by: int | None) -> list[Incident]:
    """All that are parts of an incident, and the parts of those."""
    found: dict[str, Incident] = {}
    reached = [whole]
    while reached:
        rows = connection.execute(_parts_of(by), {"wholes": reached})
        parts = [_incidents.decode(row.record) for row in rows]
        reached = [part.id for part in parts if part.id not in found and part.id != whole]
        found |= {part.id: part for part in parts}
    return list(found.values())


@lru_cache(maxsize=64)
def _parts_of(by: int | None) -> Select[Any]:
    """The states of the parts of some wholes."""
    asked = select(_table.record).where(_table.parent.in_(bindparam("wholes", expanding=True)))
    return asked.where(standing(incident_versions, "incident", by)).order_by(_table.incident)


def of_claims(connection: Connection, ids: Iterable[str], by: int | None) -> dict[str, tuple[str, ...]]:
    """The ids of the incidents that each of these claims is of."""
    asked_of = set(ids)
    found: dict[str, list[str]] = defaultdict(list)
    for chunk in _chunks(asked_of):
        for row in connection.execute(_of_claims(by), {"claims": chunk}):
            for claim in asked_of.intersection(_held.decode(row.record).claims):
                found[claim].append(row.incident)
    return {claim: tuple(dict.fromkeys(incidents)) for claim, incidents in found.items()}


@lru_cache(maxsize=64)
def _of_claims(by: int | None) -> Select[Any]:
    """The states of all incidents that hold some claims, or once did."""
    claims: BindParameter[str] = bindparam("claims", expanding=True)
    held = select(incident_claims.c.incident).where(incident_claims.c.claim.in_(claims))
    asked = select(_table.incident, _table.record).where(_table.incident.in_(held))
    return asked.where(standing(incident_versions, "incident", by)).order_by(_table.incident)


def _chunks(items: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def changed(connection: Connection, since: int, until: int | None = None) -> tuple[list[Incident], list[Incident]]:
    """Incidents that linkings behind one have touched: as it left them, and as they are, or as `until` left them."""
    behind = _table.linking > since if until is None else _table.linking.between(since + 1, until)
    touched = _table.incident.in_(select(_table.incident).where(behind))
    states = []
    for by in (since, until):
        order = (_table.begins.is_(None), _table.begins, _table.incident)
        asked = select(_table.record).where(touched, standing(incident_versions, "incident", by)).order_by(*order)
        states.append([_incidents.decode(row.record) for row in connection.execute(asked)])
    return states[0], states[1]
