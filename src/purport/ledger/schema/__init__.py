"""The tables. Rows are added and never changed: triggers refuse anything else.

Others make ids of documents and addresses, of any length; PostgreSQL's usual index takes none that is longer than a
third of a page, so these are indexed there by their hashes.
"""

from sqlalchemy import DDL, Column, MetaData, Table, event

from purport.ledger import ddl
from purport.ledger.columns import TEXT
from purport.ledger.schema.base import metadata
from purport.ledger.schema.claims import claim_places, claim_sources, claim_texts, claim_words, claims
from purport.ledger.schema.linking import (
    claim_cells,
    dating_versions,
    incident_claims,
    incident_versions,
    judgements,
    linkings,
)
from purport.ledger.schema.media import media, media_files
from purport.ledger.schema.reading import deletions, documents, extractions, failures, run_ends, runs, versions
from purport.ledger.schema.watching import alerts, feed_files, feed_gaps, feed_hours, feed_states, feeds, marks

__all__ = [
    "REVISIONS",
    "REVISION_TABLE",
    "alerts",
    "claim_cells",
    "claim_places",
    "claim_sources",
    "claim_texts",
    "claim_words",
    "claims",
    "dating_versions",
    "deletions",
    "documents",
    "extractions",
    "failures",
    "feed_files",
    "feed_gaps",
    "feed_hours",
    "feed_states",
    "feeds",
    "incident_claims",
    "incident_versions",
    "judgements",
    "linkings",
    "marks",
    "media",
    "media_files",
    "metadata",
    "revision_table",
    "run_ends",
    "runs",
    "versions",
]

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""All revisions of the schema, oldest first; the last is the one that the tables below are."""
REVISION_TABLE = "purport_schema"

revision_table = Table(REVISION_TABLE, MetaData(), Column("version_num", TEXT, primary_key=True))
"""Alembic's own table, under a name that tells a ledger from another program's database."""


def _after(table: Table, dialect: str, statements: list[str]) -> None:
    for statement in statements:
        event.listen(table, "after_create", DDL(statement).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]


event.listen(metadata, "before_create", DDL(ddl.GUARD).execute_if(dialect="postgresql"))  # type: ignore[no-untyped-call]
for _dialect in ("sqlite", "postgresql"):
    _after(claim_texts, _dialect, ddl.words(_dialect))
    for _table in metadata.sorted_tables:
        if _table is not marks:
            _after(_table, _dialect, ddl.guard(_dialect, _table.name))
