"""Claims with the documents that they stand in, as they are or as the book stood at a moment."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, select

from purport.errors import NotFoundError
from purport.ledger.read import runs_by
from purport.ledger.records import Words
from purport.ledger.schema import claims, extractions, versions
from purport.model.codec import decode_claim, decode_document

__all__ = ["claim_id", "words_of"]

_CHUNK = 500


class _Standing(NamedTuple):
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
    rows = [row for chunk in _chunks(asked) for row in connection.execute(_asked(chunk, as_of))]
    standing = current_of(connection, {row.document for row in rows}, as_of)
    latest: dict[tuple[str, str], Any] = {}
    for row in rows:  # of several extractions the current one, else the last
        latest[row.id, row.document] = max(
            latest.get((row.id, row.document), row), row, key=lambda r: _rank(r, standing)
        )
    place = {id_: n for n, id_ in enumerate(asked)}
    chosen = sorted(latest.values(), key=lambda row: (place[row.id], row.published or "~", row.document))
    return [_words(row, is_current=_is_current(row, standing)) for row in chosen]


def current_of(connection: Connection, documents: Iterable[str], as_of: str | None = None) -> dict[str, _Standing]:
    """What is current of each of these documents, looked up of them alone."""
    found: dict[str, tuple[str, int]] = {}
    for chunk in _chunks(documents):
        asked = select(versions.c.id, versions.c.document, versions.c.edited).where(versions.c.document.in_(chunk))
        for row in connection.execute(_by_run(asked, versions.c.run, as_of)):
            found[row.document] = max(found.get(row.document, ("", 0)), (row.edited or "", row.id))
    read: dict[int, int] = defaultdict(int)
    for chunk in _chunks(version for _, version in found.values()):
        told = select(extractions.c.id, extractions.c.version).where(extractions.c.version.in_(chunk))
        for row in connection.execute(_by_run(told, extractions.c.run, as_of)):
            read[row.version] = max(read[row.version], row.id)
    return {document: _Standing(version, read.get(version)) for document, (_, version) in found.items()}


def _asked(ids: Sequence[str], as_of: str | None) -> Select[Any]:
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
        .where(claims.c.id.in_(ids))
    )
    return _by_run(told, extractions.c.run, as_of)


def _by_run(asked: Select[Any], run: Any, as_of: str | None) -> Select[Any]:
    return asked.where(run.in_(runs_by(as_of))) if as_of else asked


def _is_current(row: Any, standing: dict[str, _Standing]) -> bool:
    return bool(standing[row.document].extraction == row.extraction)


def _rank(row: Any, standing: dict[str, _Standing]) -> tuple[bool, int]:
    return _is_current(row, standing), row.extraction


def _words(row: Any, *, is_current: bool) -> Words:
    return Words(decode_claim(row.record), decode_document(row.text), row.document, superseded=not is_current)


def _chunks(items: Iterable[Any]) -> Iterable[list[Any]]:
    listed = list(items)
    return (listed[at : at + _CHUNK] for at in range(0, len(listed), _CHUNK))
