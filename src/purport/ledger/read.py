"""What the book answers: all about current claims, those of the latest extraction of each document's latest version.

The latest version is the one with the latest stated time of editing, and where none states one, the one read last.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, islice

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from purport.ledger.deleted import deleted
from purport.ledger.records import DocumentRow, SourceRow
from purport.ledger.schema import claim_places, claim_sources, claims, extractions, runs, versions
from purport.ledger.streaming import streamed
from purport.model import Claim
from purport.model.codec import decode_claim, decode_document
from purport.model.reading import Reading
from purport.model.selection import Selection, fold_term

__all__ = [
    "claims_of",
    "conditions_of",
    "count_claims",
    "current_claims",
    "current_extractions",
    "current_versions",
    "document_rows",
    "is_current",
    "readings",
    "runs_by",
    "source_rows",
]

_CHUNK = 500
"""Rows held at once while an answer streams."""
_OPENING = 200
"""Code points of a text that stand for it in a listing."""


def current_versions(as_of: str | None = None) -> CTE:
    """Id and document of each document's latest version, with the number of its versions.

    `as_of`: of those that runs had read which began at this moment (ISO 8601, UTC) or before it.
    """
    order = (func.coalesce(versions.c.edited, "").desc(), versions.c.id.desc())
    rank = func.row_number().over(partition_by=versions.c.document, order_by=order)
    number = func.count().over(partition_by=versions.c.document)
    asked = select(versions.c.id, versions.c.document, rank.label("rank"), number.label("number"))
    ranked = (asked.where(versions.c.run.in_(runs_by(as_of))) if as_of else asked).subquery()
    return select(ranked.c.id, ranked.c.document, ranked.c.number).where(ranked.c.rank == 1).cte("current_versions")


def current_extractions(current: CTE, as_of: str | None = None) -> CTE:
    """Id and version of the latest extraction of each of these versions, by the same moment."""
    latest = func.max(extractions.c.id).label("id")
    asked = select(latest, extractions.c.version).where(extractions.c.version.in_(select(current.c.id)))
    asked = asked.where(extractions.c.run.in_(runs_by(as_of))) if as_of else asked
    return asked.group_by(extractions.c.version).cte("current_extractions")


def runs_by(as_of: str) -> Select[tuple[int]]:
    """Numbers of the runs that began at a moment (ISO 8601, UTC) or before it."""
    return select(runs.c.id).where(runs.c.started <= as_of)


def readings(connection: Connection, selection: Selection, as_of: str | None = None) -> Iterator[Reading]:
    """Each document with those of its claims that were asked for, in an order in which that of reading plays no part.

    Where everything is asked for, documents without claims are among them; those that no extractor could read are not.
    """
    gone = deleted(connection, by=as_of)
    result = streamed(connection, _readings(selection, as_of), _CHUNK)
    for _, rows in groupby(result, key=lambda row: row.version):
        listed = list(rows)
        found = tuple(decode_claim(row.record) for row in listed if row.record is not None)
        yield Reading(listed[0].doc_id, found, gone.get(listed[0].document))


def _readings(selection: Selection, as_of: str | None) -> Select[tuple[int, str, str, str | None]]:
    current = current_versions(as_of)
    latest = current_extractions(current, as_of)
    matching = and_(claims.c.extraction == latest.c.id, *conditions_of(selection))
    return (
        select(versions.c.id.label("version"), versions.c.doc_id, versions.c.document, claims.c.record)
        .join_from(current, versions, versions.c.id == current.c.id)
        .join(latest, latest.c.version == current.c.id)
        .join(claims, matching, isouter=not selection)
        .order_by(versions.c.published.is_(None), versions.c.published, current.c.document, claims.c.start, claims.c.id)
    )


def conditions_of(selection: Selection) -> list[ColumnElement[bool]]:
    """What a claim's row has to hold for a selection."""
    conditions: list[ColumnElement[bool]] = []
    if selection.since:
        conditions.append(claims.c.event_end >= selection.since)
    if selection.until:
        conditions.append(claims.c.event_start <= selection.until)
    if selection.kinds:
        conditions.append(claims.c.kind.in_(selection.kinds))
    if selection.min_count is not None:
        conditions.append(claims.c.count_min >= selection.min_count)
    if selection.places:
        named = [claim_places.c.words.contains(f" {fold_term(term)} ", autoescape=True) for term in selection.places]
        conditions.append(exists().where(_of_claim(claim_places.c.extraction, claim_places.c.claim), or_(*named)))
    if selection.sources:
        said = [claim_sources.c.words.contains(fold_term(term), autoescape=True) for term in selection.sources]
        conditions.append(exists().where(_of_claim(claim_sources.c.extraction, claim_sources.c.claim), or_(*said)))
    return conditions


def _of_claim(extraction: ColumnElement[int], claim: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(extraction == claims.c.extraction, claim == claims.c.id)


@cache
def current_claims() -> Select[tuple[int, str]]:
    """The extraction and the record of each current claim, to be narrowed: a look costs what it finds."""
    return (
        select(claims.c.extraction, claims.c.record)
        .join(extractions, extractions.c.id == claims.c.extraction)
        .join(versions, versions.c.id == extractions.c.version)
        .where(is_current())
    )


@cache
def is_current() -> ColumnElement[bool]:
    """Of the latest extraction of the document's latest version, asked of each alone (see `current_versions`)."""
    other, later = versions.alias(), extractions.alias()
    mine, theirs = ((func.coalesce(t.c.edited, ""), t.c.id) for t in (versions, other))
    newer = or_(theirs[0] > mine[0], and_(theirs[0] == mine[0], theirs[1] > mine[1]))
    return and_(
        ~exists().where(other.c.document == versions.c.document, newer),
        ~exists().where(later.c.version == versions.c.id, later.c.id > extractions.c.id),
    )


def claims_of(connection: Connection, ids: Iterable[str]) -> list[Claim]:
    """The current claims of these ids; words that stand in several documents give several of one id."""
    rest, found = iter(ids), []
    while chunk := list(islice(rest, _CHUNK)):
        found += [decode_claim(row.record) for row in connection.execute(_current_of(), {"ids": chunk})]
    return found


@cache
def _current_of() -> Select[tuple[int, str]]:
    return current_claims().where(claims.c.id.in_(bindparam("ids", expanding=True)))


def count_claims(connection: Connection) -> int:
    """How many claims are current: all but the few that something has taken the place of."""
    both = claims.join(extractions, extractions.c.id == claims.c.extraction)
    both = both.join(versions, versions.c.id == extractions.c.version)
    replaced = select(func.count()).select_from(both).where(claims.c.extraction.in_(_doubtful()), ~is_current())
    everything = select(func.count()).select_from(claims)
    return connection.execute(everything).scalar_one() - connection.execute(replaced).scalar_one()


def _doubtful() -> CompoundSelect[int]:
    """The extractions of what was read in several versions, or by several extractors."""
    several = select(versions.c.document).group_by(versions.c.document).having(func.count() > 1)
    again = select(extractions.c.version).group_by(extractions.c.version).having(func.count() > 1)
    of_version = select(extractions.c.id).join(versions, versions.c.id == extractions.c.version)
    return of_version.where(versions.c.document.in_(several)).union(
        select(extractions.c.id).where(extractions.c.version.in_(again))
    )


def document_rows(connection: Connection) -> Iterator[DocumentRow]:
    """All documents in their latest version, oldest publication first, undated last."""
    current = current_versions()
    latest = current_extractions(current)
    number = select(func.count()).where(claims.c.extraction == latest.c.id).scalar_subquery()
    asked = (
        select(versions.c.record, current.c.document, current.c.number, latest.c.id, number.label("claims"))
        .join_from(current, versions, versions.c.id == current.c.id)
        .join(latest, latest.c.version == current.c.id, isouter=True)
        .order_by(versions.c.published.is_(None), versions.c.published, current.c.document)
    )
    gone = deleted(connection)
    for record, key, count, extraction, found in streamed(connection, asked, _CHUNK):
        document = decode_document(record)
        yield DocumentRow(
            key=key,
            id=document.id,
            source=document.source,
            kind=document.kind,
            language=document.language,
            published=document.published,
            title=document.title,
            opening=" ".join(document.text[:_OPENING].split()),
            versions=count,
            claims=None if extraction is None else found,
            deleted=gone.get(key),
        )


def source_rows(connection: Connection) -> list[SourceRow]:
    """Who speaks, those with most claims first."""
    current = current_versions()
    latest = current_extractions(current)
    table = claim_sources
    asked = (
        select(
            table.c.name,
            table.c.kind,
            table.c.side,
            func.count(table.c.claim.distinct()).label("claims"),
            func.count(latest.c.version.distinct()).label("documents"),
        )
        .join(latest, latest.c.id == table.c.extraction)
        .where(table.c.role == "said")
        .group_by(table.c.name, table.c.kind, table.c.side)
        .order_by(func.count(table.c.claim.distinct()).desc(), table.c.name, table.c.kind, table.c.side)
    )
    return [SourceRow(*row) for row in connection.execute(asked)]
