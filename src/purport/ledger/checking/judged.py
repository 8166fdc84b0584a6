"""Judgements, linkings, and the incidents and datings that linkings left: their ids, order and references."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, select

from purport.ledger.checking.problem import Problem
from purport.ledger.checking.references import missing_claims
from purport.ledger.checking.stream import chunks, streamed
from purport.ledger.schema import (
    dating_versions,
    extractions,
    incident_claims,
    incident_versions,
    judgements,
    linkings,
    versions,
)
from purport.model.incident import Dating, Incident, Judgement

__all__ = ["datings_problems", "held_claims_problems", "incidents_problems", "judgements_problems", "linkings_problems"]


class _Kept(Struct, frozen=True):
    dating: Dating


_judgement, _incident, _dating = (msgspec.json.Decoder(kind) for kind in (Judgement, Incident, _Kept))
_MARKS = {"version": versions.c.id, "extraction": extractions.c.id, "judgement": judgements.c.number}


def judgements_problems(connection: Connection) -> Iterator[Problem]:
    """Judgements with another id than what they say gives, or about what is not there."""
    known: set[str] = set()
    for rows in chunks(streamed(connection, select(judgements).order_by(judgements.c.number))):
        made = [(row, _decoded(_judgement, row.record)) for row in rows]
        gone = missing_claims(connection, (claim for _, one in made if one for claim in one.claims))
        for row, one in made:
            for reason in _of_judgement(row, one, gone, known):
                yield Problem("judgements", str(row.number), reason)
            known.add(row.id)


def _of_judgement(row: Any, judgement: Judgement | None, gone: set[str], known: set[str]) -> Iterator[str]:
    if judgement is None:
        yield "the record cannot be read"
        return
    if judgement.id != row.id:
        yield "the id is not the hash of what was decided"
    if datetime.fromisoformat(judgement.at).astimezone(UTC).isoformat() != row.at:
        yield f"at is {row.at!r}, and the record gives {judgement.at!r}"
    yield from (f"it is about claim {claim}, which is not there" for claim in judgement.claims if claim in gone)
    if judgement.verdict == "undo" and judgement.value not in known:
        yield f"it undoes judgement {judgement.value}, which was not there"


def linkings_problems(connection: Connection) -> Iterator[Problem]:
    """Linkings that know less than one before them, or more than there is."""
    most = {name: connection.execute(select(func.max(column))).scalar_one() or 0 for name, column in _MARKS.items()}
    before = dict.fromkeys(_MARKS, 0)
    for row in streamed(connection, select(linkings).order_by(linkings.c.id)):
        marks = {name: getattr(row, name) for name in _MARKS}
        for name, number in marks.items():
            if number < before[name]:
                yield Problem("linkings", str(row.id), f"it knew of {name} {number}, one before it of {before[name]}")
            if number > most[name]:
                yield Problem("linkings", str(row.id), f"it knew of {name} {number}, and there are {most[name]}")
        before = marks


def incidents_problems(connection: Connection) -> Iterator[Problem]:
    """States of incidents whose columns are not what their records give, or that hold what is not there."""
    asked = select(incident_versions).order_by(incident_versions.c.id)
    for rows in chunks(streamed(connection, asked)):
        states = [(row, _decoded(_incident, row.record) if row.record else None) for row in rows]
        gone = missing_claims(connection, (claim for _, one in states if one for claim in one.claims))
        parents = _unknown(connection, {row.parent for row in rows if row.parent})
        for row, one in states:
            for reason in _of_incident(row, one, gone, parents):
                yield Problem("incident_versions", str(row.id), reason)
        yield from _unheld(connection, [(row.id, one) for row, one in states if one])


def _of_incident(row: Any, incident: Incident | None, gone: set[str], parents: set[str]) -> Iterator[str]:
    if incident is None:
        if row.record is not None:
            yield "the record cannot be read"
        return
    for name, kept in (("id", row.incident), ("kind", row.kind), ("episode", row.episode), ("parent", row.parent)):
        if getattr(incident, name) != kept:
            yield f"{name} is {kept!r}, and the record gives {getattr(incident, name)!r}"
    yield from (f"it is of claim {claim}, which is not there" for claim in incident.claims if claim in gone)
    if row.parent in parents:
        yield f"it is a part of incident {row.parent}, which never was"


def _unknown(connection: Connection, incidents: set[str]) -> set[str]:
    column = incident_versions.c.incident
    return incidents - set(connection.execute(select(column).where(column.in_(incidents)).distinct()).scalars())


def _unheld(connection: Connection, states: Iterable[tuple[int, Incident]]) -> Iterator[Problem]:
    """Claims of a state by which its incident cannot be found."""
    listed = list(states)
    held, columns = set(), incident_claims.c
    for chunk in chunks(dict.fromkeys(one.id for _, one in listed)):
        asked = select(columns.incident, columns.claim).where(columns.incident.in_(chunk))
        held |= {tuple(row) for row in connection.execute(asked)}
    for number, one in listed:
        for claim in one.claims:
            if (one.id, claim) not in held:
                yield Problem("incident_claims", f"{one.id}/{claim}", f"state {number} is of the claim, and no row is")


def held_claims_problems(connection: Connection) -> Iterator[Problem]:
    """Claims by which an incident is found, and which are not there."""
    columns = incident_claims.c
    asked = select(columns.incident, columns.claim).order_by(columns.incident, columns.claim)
    for rows in chunks(streamed(connection, asked)):
        gone = missing_claims(connection, (row.claim for row in rows))
        for row in rows:
            if row.claim in gone:
                yield Problem("incident_claims", f"{row.incident}/{row.claim}", "the claim is not there")


def datings_problems(connection: Connection) -> Iterator[Problem]:
    """What evidence told of documents that are not there, by claims that are not."""
    for rows in chunks(streamed(connection, select(dating_versions).order_by(dating_versions.c.id))):
        made = [(row, _decoded(_dating, row.record) if row.record else None) for row in rows]
        gone = missing_claims(connection, (claim for _, one in made if one for claim in one.dating.by))
        named = {row.document for row in rows}
        there = set(connection.execute(select(versions.c.doc_id).where(versions.c.doc_id.in_(named))).scalars())
        for row, one in made:
            for reason in _of_dating(row, one, gone, there):
                yield Problem("dating_versions", str(row.id), reason)


def _of_dating(row: Any, kept: _Kept | None, gone: set[str], there: set[str]) -> Iterator[str]:
    if row.document not in there:
        yield f"document {row.document} is not there"
    if row.record is None:
        return
    if kept is None:
        yield "the record cannot be read"
        return
    if kept.dating.document != row.document:
        yield f"document is {row.document!r}, and the record gives {kept.dating.document!r}"
    yield from (f"claim {claim}, which dates it, is not there" for claim in kept.dating.by if claim in gone)


def _decoded(decoder: "msgspec.json.Decoder[Any]", record: str) -> Any:
    try:
        return decoder.decode(record)
    except msgspec.DecodeError:
        return None
