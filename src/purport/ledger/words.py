"""Claims with the documents that they stand in, as they are or as the book stood at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, select

from purport.errors import NotFoundError
from purport.ledger.records import Words
from purport.ledger.schema import claims, extractions, runs, versions
from purport.model.codec import decode_claim, decode_document

__all__ = ["claim_id", "words_of"]

_CHUNK = 500


class _Current(NamedTuple):
    """The version and the extraction of a document that are current."""

    version: int
    extraction: int | None


def claim_id(connection: Connection, wanted: str) -> str:
    """The whole id of the only claim whose id begins so; raises NotFoundError."""
    begins = and_(claims.c.id >= wanted, claims.c.id < wanted + "~")
    ids = list(
        connection.execute(select(claims.c.id).where(begins).distinct().order_by(claims.c.id).limit(2)).scalars()
    )
    if not ids or (len(ids) > 1 and ids[0] != wanted):
        reason = "several claims have ids that begin so" if ids else "no claim has this id"
        raise NotFoundError(reason, about=wanted, cure="/api/v1/claims lists them")
    return str(ids[0])


def words_of(connection: Connection, ids: Iterable[str], as_of: str | None = None) -> list[Words]:
    """The claims of these ids in the order of the ids: one for each document that holds, or once held, the words."""
    asked = list(dict.fromkeys(ids))
    told = {"as_of": as_of} if as_of else {}
    statement = _asked(is_past=as_of is not None)
    rows = [row for chunk in _chunks(asked) for row in connection.execute(statement, {"ids": chunk, **told})]
    standing = current_of(connection, {row.document for row in rows}, as_of)
    latest: dict[tuple[str, str], Any] = {}
    for row in rows:  # of several extractions the current one, else the last
        latest[row.id, row.document] = max(
            latest.get((row.id, row.document), row), row, key=lambda r: _rank(r, standing)
        )
    place = {id_: n for n, id_ in enumerate(asked)}
    chosen = sorted(latest.values(), key=lambda row: (place[row.id], row.published or "~", row.document))
    return [_words(row, is_current=_is_current(row, standing)) for row in chosen]


def current_of(connection: Connection, documents: Iterable[str], as_of: str | None = None) -> dict[str, _Current]:
    """What is current of each of these documents, looked up of them alone."""
    found: dict[str, tuple[str, int]] = {}
    told = {"as_of": as_of} if as_of else {}
    of_documents, of_versions = _standing(is_past=as_of is not None)
    for chunk in _chunks(documents):
        for row in connection.execute(of_documents, {"ids": chunk, **told}):
            found[row.document] = max(found.get(row.document, ("", 0)), (row.edited or "", row.id))
    read: dict[int, int] = defaultdict(int)
    for chunk in _chunks(version for _, version in found.values()):
        for row in connection.execute(of_versions, {"ids": chunk, **told}):
            read[row.version] = max(read[row.version], row.id)
    return {document: _Current(version, read.get(version)) for document, (_, version) in found.items()}


@cache
def _standing(*, is_past: bool) -> tuple[Select[Any], Select[Any]]:
    """The versions of some documents, and the extractions of some versions."""
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    known = select(versions.c.id, versions.c.document, versions.c.edited).where(versions.c.document.in_(ids))
    read = select(extractions.c.id, extractions.c.version).where(extractions.c.version.in_(ids))
    return _by_run(known, versions.c.run, is_past=is_past), _by_run(read, extractions.c.run, is_past=is_past)


@cache
def _asked(*, is_past: bool) -> Select[Any]:
    told = (
        select(
            claims.c.id,
            claims.c.extraction,
            claims.c.record,
            versions.c.document,
            versions.c.published,
            versions.c.record.label("text"),
        )
        .join(extractions, extractions.c.id == claims.c.extraction)
        .join(versions, versions.c.id == extractions.c.version)
        .where(claims.c.id.in_(bindparam("ids", expanding=True)))
    )
    return _by_run(told, extractions.c.run, is_past=is_past)


def _by_run(asked: Select[Any], run: Any, *, is_past: bool) -> Select[Any]:
    known = select(runs.c.id).where(runs.c.started <= bindparam("as_of"))
    return asked.where(run.in_(known)) if is_past else asked


def _is_current(row: Any, standing: dict[str, _Current]) -> bool:
    return bool(standing[row.document].extraction == row.extraction)


def _rank(row: Any, standing: dict[str, _Current]) -> tuple[bool, int]:
    return _is_current(row, standing), row.extraction


def _words(row: Any, *, is_current: bool) -> Words:
    return Words(decode_claim(row.record), decode_document(row.text), row.document, superseded=not is_current)


def _chunks(items: Iterable[Any]) -> Iterable[list[Any]]:
    listed = list(items)
    return (listed[at : at + _CHUNK] for at in range(0, len(listed), _CHUNK))
