"""Documents and claims: what is in their columns is what their records give, and a claim's words are where it says."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Table, select

from purport.errors import ClaimError, MalformedError
from purport.ledger.checking.problem import Problem
from purport.ledger.checking.stream import Beside, streamed
from purport.ledger.media import rows_of
from purport.ledger.schema import claim_places, claim_sources, claims, extractions, media, versions
from purport.ledger.write import claim_row, content_hash, place_rows, source_rows, version_row
from purport.model import Claim, Document
from purport.model.claim import claim_id
from purport.model.codec import decode_claim, decode_document

__all__ = ["claims_problems", "versions_problems"]

_DERIVED = ("document", "raw_hash", "doc_id", "published", "edited")


def versions_problems(connection: Connection) -> Iterator[Problem]:
    """Versions of documents whose record is another one than their key, hash and media were made of."""
    shown = Beside(streamed(connection, select(media).order_by(media.c.version, media.c.position)), 1)
    with closing(shown):
        for row in streamed(connection, select(versions).order_by(versions.c.id)):
            for table, reason in _of_version(row, shown.of((row.id,))):
                yield Problem(table, str(row.id), reason)


def _of_version(row: Any, shown: list[Any]) -> Iterator[tuple[str, str]]:
    try:
        document = decode_document(row.record)
    except MalformedError as error:
        yield "versions", f"the record cannot be read: {error.reason}"
        return
    if content_hash(document) != row.content_hash:
        yield "versions", "the content is not what its hash was made of"
    told = version_row((document.key, row.content_hash), document, row.run)
    for reason in _unlike(row, {name: told[name] for name in _DERIVED}):
        yield "versions", reason
    # A version that was read when no pictures were looked for has those of a later reading, which its record lacks.
    if document.media and [one._asdict() for one in shown] != rows_of(row.id, document):
        yield "media", "the rows are not those that the record gives"


def claims_problems(connection: Connection) -> Iterator[Problem]:
    """Claims with another id than their record gives, words that the text does not have, or columns not theirs."""
    places, sources = (_beside(connection, table) for table in (claim_places, claim_sources))
    text: tuple[int, Document | None] = (0, None)
    with closing(places), closing(sources):
        for row in streamed(connection, _claims()):
            if row.extraction != text[0]:
                text = (row.extraction, _readable(row.document))
            key = (row.extraction, row.id)
            details = {"claim_places": places.of(key), "claim_sources": sources.of(key)}
            for table, reason in _of_claim(row, text[1], details):
                yield Problem(table, f"{row.extraction}/{row.id}", reason)


def _claims() -> Any:
    return (
        select(claims, versions.c.record.label("document"))
        .join(extractions, extractions.c.id == claims.c.extraction)
        .join(versions, versions.c.id == extractions.c.version)
        .order_by(claims.c.extraction, claims.c.id)
    )


def _beside(connection: Connection, table: Table) -> Beside:
    order = (table.c.extraction, table.c.claim, table.c.position)
    return Beside(streamed(connection, select(table).order_by(*order)), 2)


def _readable(record: str) -> Document | None:
    try:
        return decode_document(record)
    except MalformedError:
        return None  # told of the version


def _of_claim(row: Any, document: Document | None, details: dict[str, list[Any]]) -> Iterator[tuple[str, str]]:
    try:
        claim = decode_claim(row.record)
    except MalformedError as error:
        yield "claims", f"the record cannot be read: {error.reason}"
        return
    for reason in _of_words(row, claim, document):
        yield "claims", reason
    for reason in _unlike(row, claim_row(row.extraction, claim), but="record"):
        yield "claims", reason
    for table, derived in (("claim_places", place_rows), ("claim_sources", source_rows)):
        if [row._asdict() for row in details[table]] != derived(row.extraction, claim):
            yield table, "the rows are not those that the claim gives"


def _of_words(row: Any, claim: Claim, document: Document | None) -> Iterator[str]:
    if claim_id(claim) != row.id:
        yield "the id is not the hash of what is claimed"
    if document is None:
        return
    if claim.document_key and claim.document_key != document.key:
        yield "the claim names another document than the one that it is found in"
    try:
        claim.check(document.text)
    except ClaimError as error:
        yield error.reason


def _unlike(row: Any, derived: dict[str, Any], but: str = "") -> Iterator[str]:
    kept = row._asdict()
    for name, value in derived.items():
        if name != but and kept[name] != value:
            yield f"{name} is {kept[name]!r}, and the record gives {value!r}"
