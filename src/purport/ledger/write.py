"""What is added to the book, each batch in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, tuple_

from purport.ledger import media, schema, search
from purport.ledger.records import Added, Entry, Failure, Outcome, Standing
from purport.model import Claim, Document
from purport.model.canonical import digest
from purport.model.codec import encode_claim, encode_document
from purport.model.selection import count_bounds, event_bounds, fold_term, place_words

__all__ = [
    "add",
    "begin_run",
    "claim_row",
    "content_hash",
    "end_run",
    "place_rows",
    "source_rows",
    "standings",
    "version_row",
    "writable",
]

Version = tuple[str, str]
"""What tells versions apart: a document's key and the hash of its content."""


def content_hash(document: Document) -> str:
    """A hash of what its claims are made of; in which file, under which name and in which bytes plays no part."""
    return digest("v", 1, [document.text, document.title, document.published])


def writable(text: str) -> str:
    """The text with what UTF-8 cannot write (a file's name may hold any bytes) written as escapes."""
    return text.encode(errors="backslashreplace").decode()


def begin_run(connection: Connection, paths: Sequence[str], extractor: str, at: datetime) -> int:
    """Record that reading begins; the run's number."""
    told = msgspec.json.encode([writable(path) for path in paths]).decode()
    row = {"started": at.isoformat(), "paths": told, "extractor": extractor}
    number: int = connection.execute(insert(schema.runs).values(row).returning(schema.runs.c.id)).scalar_one()
    return number


def end_run(connection: Connection, run: int, outcome: Outcome, counts: Mapping[str, int], at: datetime) -> None:
    """Record how a run ended."""
    row = {"run": run, "ended": at.isoformat(), "outcome": outcome, "counts": msgspec.json.encode(counts).decode()}
    connection.execute(insert(schema.run_ends).values(row))


def standings(connection: Connection, documents: Sequence[Document], extractor: str) -> list[Standing]:
    """How the book stands to each document, as if those before it were in it already."""
    marks = [(d.key, content_hash(d)) for d in documents]
    keys, ids = _known_keys(connection, marks), _known_versions(connection, marks)
    read = _extracted(connection, ids.values(), extractor)
    seen: set[Version] = set()
    found: list[Standing] = []
    for mark in marks:
        known = mark in ids or mark in seen
        status = "known" if known else "changed" if mark[0] in keys else "new"
        found.append(Standing(status, extracted=mark in seen or ids.get(mark) in read))  # type: ignore[arg-type]
        keys.add(mark[0])
        seen.add(mark)
    return found


def add(
    connection: Connection, run: int, extractor: str, entries: Sequence[Entry], failures: Iterable[Failure]
) -> Added:
    """Add what the book does not hold yet; raises ClaimError where a claim's words are not in its document's text."""
    for entry in entries:
        for claim in entry.claims or ():
            claim.check(entry.document.text)
    marked = {(e.document.key, content_hash(e.document)): e for e in reversed(entries)}
    marked = dict(reversed(marked.items()))  # of equal documents the first, in the order read
    new = _add_documents(connection, run, marked)
    added, ids = _add_versions(connection, run, marked)
    media.keep(connection, {ids[mark]: entry.document for mark, entry in marked.items()})
    claims = _add_extractions(connection, run, extractor, {ids[mark]: e for mark, e in marked.items()})
    _insert(
        connection,
        schema.failures,
        [{"run": run, "about": writable(f.about), "reason": writable(f.reason)} for f in failures],
    )
    return Added(new=new, changed=added - new, claims=claims)


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _insert_for_ids(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> list[int]:
    if not rows:
        return []
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(connection.execute(statement, rows).scalars())


def _known_keys(connection: Connection, marks: Iterable[Version]) -> set[str]:
    asked = {key for key, _ in marks}
    return set(connection.execute(select(schema.documents.c.key).where(schema.documents.c.key.in_(asked))).scalars())


def _known_versions(connection: Connection, marks: Iterable[Version]) -> dict[Version, int]:
    table = schema.versions
    asked = select(table.c.document, table.c.content_hash, table.c.id).where(
        tuple_(table.c.document, table.c.content_hash).in_(list(marks))
    )
    return {(key, content): version for key, content, version in connection.execute(asked)}


def _extracted(connection: Connection, versions: Iterable[int], extractor: str) -> set[int]:
    table = schema.extractions
    asked = select(table.c.version).where(table.c.version.in_(list(versions)), table.c.extractor == extractor)
    return set(connection.execute(asked).scalars())


def _add_documents(connection: Connection, run: int, marked: dict[Version, Entry]) -> int:
    known = _known_keys(connection, marked)
    fresh = [key for key in dict.fromkeys(key for key, _ in marked) if key not in known]
    _insert(connection, schema.documents, [{"key": key, "run": run} for key in fresh])
    return len(fresh)


def _add_versions(connection: Connection, run: int, marked: dict[Version, Entry]) -> tuple[int, dict[Version, int]]:
    known = _known_versions(connection, marked)
    fresh = [mark for mark in marked if mark not in known]
    ids = _insert_for_ids(
        connection, schema.versions, [version_row(mark, marked[mark].document, run) for mark in fresh]
    )
    return len(fresh), known | dict(zip(fresh, ids, strict=True))


def version_row(mark: Version, document: Document, run: int) -> dict[str, Any]:
    """The row of a version."""
    return {
        "document": mark[0],
        "content_hash": mark[1],
        "raw_hash": document.raw_hash,
        "doc_id": document.id,
        "published": document.published,
        "edited": _utc(document.edited),
        "record": encode_document(document).decode(),
        "run": run,
    }


def _utc(moment: str | None) -> str | None:
    """A stated moment in a form that sorts; one that cannot be told (no ISO 8601) is as good as unstated."""
    try:
        parsed = datetime.fromisoformat(moment or "")
    except ValueError:
        return None
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")


def _add_extractions(connection: Connection, run: int, extractor: str, entries: dict[int, Entry]) -> int:
    read = _extracted(connection, entries, extractor)
    fresh = {version: e.claims for version, e in entries.items() if e.claims is not None and version not in read}
    rows = [{"version": version, "extractor": extractor, "run": run} for version in fresh]
    ids = _insert_for_ids(connection, schema.extractions, rows)
    told = [
        (at, claim)
        for at, found in zip(ids, fresh.values(), strict=True)
        for claim in {c.id: c for c in found}.values()
    ]
    _insert(connection, schema.claims, [claim_row(at, claim) for at, claim in told])
    _insert(connection, schema.claim_places, [row for at, claim in told for row in place_rows(at, claim)])
    _insert(connection, schema.claim_sources, [row for at, claim in told for row in source_rows(at, claim)])
    search.keep(connection, told)
    return len(told)


def claim_row(extraction: int, claim: Claim) -> dict[str, Any]:
    """The row of a claim."""
    event_start, event_end = event_bounds(claim.time)
    count_min, count_max = count_bounds(claim)
    return {
        "extraction": extraction,
        "id": claim.id,
        "kind": claim.kind,
        "start": claim.start,
        "event_start": event_start,
        "event_end": event_end,
        "count_min": count_min,
        "count_max": count_max,
        "record": encode_claim(claim).decode(),
    }


def place_rows(extraction: int, claim: Claim) -> list[dict[str, Any]]:
    """A row for each place that a claim can be asked for by."""
    return [
        {
            "extraction": extraction,
            "claim": claim.id,
            "position": at,
            "role": place.role,
            "name": place.name,
            "country": place.country,
            "region": place.region,
            "words": place_words(place),
        }
        for at, place in enumerate(claim.places)
    ]


def source_rows(extraction: int, claim: Claim) -> list[dict[str, Any]]:
    """A row for each who says a claim, or publishes it."""
    links = {a.source.name: a.source for a in claim.attribution}
    said = [
        (name, links[name].kind if name in links else "unnamed", links[name].side if name in links else None)
        for name in claim.sources
    ]
    rows = [("said", *one) for one in said] + [("published" if said else "said", claim.publisher, "publisher", None)]
    return [
        {
            "extraction": extraction,
            "claim": claim.id,
            "position": at,
            "role": role,
            "name": name,
            "kind": kind,
            "side": side,
            "words": fold_term(name),
        }
        for at, (role, name, kind, side) in enumerate(rows)
    ]
