"""From an id, or enough of its beginning, to a document or a claim."""

from sqlalchemy import Connection, select

from purport.errors import NotFoundError
from purport.ledger.deleted import deleted
from purport.ledger.read import current_versions, is_current
from purport.ledger.records import Found
from purport.ledger.schema import claims, extractions, versions
from purport.model import Claim
from purport.model.codec import decode_claim, decode_document

__all__ = ["find"]

_SHOWN = 5
"""Ids that are listed where a beginning fits several."""


def find(connection: Connection, wanted: str) -> Found:
    """What `wanted` names: a document's id or key, a claim's id, or a beginning that only one has.

    A whole id goes before a beginning. Raises NotFoundError.
    """
    for whole in (True, False):
        keys, ids = _document_keys(connection, wanted, whole=whole), _claim_ids(connection, wanted, whole=whole)
        if len(keys) + len(ids) > 1:
            raise _ambiguous(wanted, [*keys, *ids])
        if keys:
            return _document(connection, keys[0])
        if ids:
            return _claim(connection, ids[0])
    raise NotFoundError(
        "the ledger holds nothing of this id",
        about=wanted,
        cure="`purport documents`, `claims` and `incidents` list ids",
    )


def _ambiguous(wanted: str, candidates: list[str]) -> NotFoundError:
    more = ", …" if len(candidates) > _SHOWN else ""
    cure = f"name one of {', '.join(candidates[:_SHOWN])}{more}"
    return NotFoundError("several documents or claims have ids that are so or begin so", about=wanted, cure=cure)


def _document_keys(connection: Connection, wanted: str, *, whole: bool) -> list[str]:
    matches = [
        column == wanted if whole else column.startswith(wanted, autoescape=True)
        for column in (versions.c.document, versions.c.doc_id)
    ]
    asked = select(versions.c.document).where(matches[0] | matches[1]).distinct().order_by(versions.c.document)
    return list(connection.execute(asked.limit(_SHOWN + 1)).scalars())


def _claim_ids(connection: Connection, wanted: str, *, whole: bool) -> list[str]:
    match = claims.c.id == wanted if whole else claims.c.id.startswith(wanted, autoescape=True)
    return list(
        connection.execute(
            select(claims.c.id).where(match).distinct().order_by(claims.c.id).limit(_SHOWN + 1)
        ).scalars()
    )


def _document(connection: Connection, key: str) -> Found:
    current = current_versions()
    asked = select(versions.c.id, versions.c.record).join(current, current.c.id == versions.c.id)
    version, record = connection.execute(asked.where(versions.c.document == key)).one()
    extraction = (
        select(extractions.c.id).where(extractions.c.version == version).order_by(extractions.c.id.desc()).limit(1)
    )
    latest = connection.execute(extraction).scalar_one_or_none()
    return Found(decode_document(record), _claims(connection, latest), deleted=deleted(connection, [key]).get(key))


def _claim(connection: Connection, claim: str) -> Found:
    asked = (
        select(claims.c.extraction, versions.c.record, is_current().label("stands"))
        .join(extractions, extractions.c.id == claims.c.extraction)
        .join(versions, versions.c.id == extractions.c.version)
        .where(claims.c.id == claim)
        .order_by(is_current().desc(), claims.c.extraction.desc())
        .limit(1)
    )
    extraction, record, stands = connection.execute(asked).one()
    found = _claims(connection, extraction)
    document = decode_document(record)
    return Found(
        document,
        found,
        next(c for c in found if c.id == claim),
        superseded=not stands,
        deleted=deleted(connection, [document.key]).get(document.key),
    )


def _claims(connection: Connection, extraction: int | None) -> tuple[Claim, ...]:
    asked = select(claims.c.record).where(claims.c.extraction == extraction).order_by(claims.c.start, claims.c.id)
    return tuple(decode_claim(record) for record in connection.execute(asked).scalars())
