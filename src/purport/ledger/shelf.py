"""Documents one by one: lists of them in parts, and the versions of each."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import JSON, ColumnElement, Connection, Select, and_, cast, exists, func, or_, select
from sqlalchemy.orm import aliased

from purport.ledger.either import Either
from purport.ledger.read import runs_by
from purport.ledger.records import VersionRow
from purport.ledger.schema import claims, extractions, runs, versions
from purport.model import Claim, Document
from purport.model.codec import decode_claim, decode_document
from purport.model.selection import fold_term

__all__ = ["Choice", "Shelved", "claims_of_version", "counted", "is_newest", "listed", "versions_of"]

_SOURCE: ColumnElement[str] = Either(
    func.json_extract(versions.c.record, "$.source"), cast(versions.c.record, JSON)["source"].as_string()
)


class Choice(Struct, frozen=True, kw_only=True):
    """Which documents: by a part of their source's name, by days of publication, by words in their opening."""

    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


class Shelved(Struct, frozen=True):
    """A document in its current version, with the number of all of them, and of the claims in it (None: not read)."""

    key: str
    document: Document
    versions: int
    claims: int | None


def listed(
    connection: Connection, choice: Choice, as_of: str | None, after: tuple[str | None, str] | None, limit: int
) -> list[Shelved]:
    """Documents chosen, newest publication first and undated last, behind the one published `after` with its key."""
    table = versions.c
    asked = _chosen(connection, select(table.id, table.document, table.record), choice, as_of)
    if after is not None:
        asked = asked.where(_behind(*after))
    asked = asked.order_by(table.published.is_(None), table.published.desc(), table.document).limit(limit)
    rows = connection.execute(asked).all()
    numbers = _numbers(connection, [row.document for row in rows], as_of)
    found = _claims(connection, [row.id for row in rows], as_of)
    return [
        Shelved(row.document, decode_document(row.record), numbers[row.document], found.get(row.id)) for row in rows
    ]


def counted(connection: Connection, choice: Choice, as_of: str | None, most: int) -> int:
    """How many documents are chosen, counted up to `most`."""
    asked = _chosen(connection, select(versions.c.id), choice, as_of).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(asked)).scalar_one()


def versions_of(connection: Connection, key: str, as_of: str | None) -> list[VersionRow]:
    """All versions of a document, the oldest first and the current one last; none where there is no such document."""
    asked = (
        select(versions.c.id, versions.c.record, runs.c.started)
        .join(runs, runs.c.id == versions.c.run)
        .where(versions.c.document == key)
        .order_by(func.coalesce(versions.c.edited, ""), versions.c.id)
    )
    rows = connection.execute(_by(asked, versions.c.run, as_of))
    return [VersionRow(row.id, row.started, decode_document(row.record)) for row in rows]


def claims_of_version(connection: Connection, version: int, as_of: str | None) -> list[Claim] | None:
    """The claims that the latest extraction found in a version, in order; None where none was made."""
    latest = _by(select(func.max(extractions.c.id)).where(extractions.c.version == version), extractions.c.run, as_of)
    extraction = connection.execute(latest).scalar_one()
    if extraction is None:
        return None
    asked = select(claims.c.record).where(claims.c.extraction == extraction).order_by(claims.c.start, claims.c.id)
    return [decode_claim(record) for record in connection.execute(asked).scalars()]


def _chosen(connection: Connection, asked: Select[Any], choice: Choice, as_of: str | None) -> Select[Any]:
    day = func.substr(versions.c.published, 1, len("2024-04-05"))
    conditions = [is_newest(as_of)]
    if choice.sources:
        conditions.append(_SOURCE.in_(_sources(connection, choice.sources)))
    if choice.since:
        conditions.append(day >= choice.since)
    if choice.until:
        conditions.append(day <= choice.until)
    return _by(asked.where(*conditions), versions.c.run, as_of)


def _sources(connection: Connection, parts: Sequence[str]) -> list[str]:
    """The sources whose names hold one of these parts, compared as Python does: no database folds letters so."""
    wanted = [fold_term(part) for part in parts]
    names = connection.execute(select(_SOURCE).distinct()).scalars()
    return [name for name in names if any(part in fold_term(name) for part in wanted)]


def is_newest(as_of: str | None) -> ColumnElement[bool]:
    """Of a document's versions the one edited last, else the one read last; of those read by a moment."""
    other = aliased(versions)
    mine, theirs = (func.coalesce(t.c.edited, "") for t in (versions, other))
    newer = or_(theirs > mine, and_(theirs == mine, other.c.id > versions.c.id))
    known = [other.c.run.in_(runs_by(as_of))] if as_of else []
    return ~exists().where(other.c.document == versions.c.document, newer, *known)


def _behind(published: str | None, key: str) -> ColumnElement[bool]:
    table = versions.c
    if published is None:
        return and_(table.published.is_(None), table.document > key)
    same = and_(table.published == published, table.document > key)
    return or_(table.published < published, same, table.published.is_(None))


def _numbers(connection: Connection, documents: Sequence[str], as_of: str | None) -> dict[str, int]:
    asked = select(versions.c.document, func.count().label("number")).where(versions.c.document.in_(documents))
    rows = connection.execute(_by(asked, versions.c.run, as_of).group_by(versions.c.document))
    return {row.document: row.number for row in rows}


def _claims(connection: Connection, ids: Sequence[int], as_of: str | None) -> dict[int, int]:
    latest = select(func.max(extractions.c.id).label("id"), extractions.c.version).where(extractions.c.version.in_(ids))
    chosen = _by(latest, extractions.c.run, as_of).group_by(extractions.c.version).subquery()
    number = select(func.count()).where(claims.c.extraction == chosen.c.id).scalar_subquery()
    rows = connection.execute(select(chosen.c.version, number.label("number")))
    return {row.version: row.number for row in rows}


def _by(asked: Select[Any], run: Any, as_of: str | None) -> Select[Any]:
    return asked.where(run.in_(runs_by(as_of))) if as_of else asked
