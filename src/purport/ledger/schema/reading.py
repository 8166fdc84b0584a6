"""What was read: runs, documents in their versions, what was made of them."""

from sqlalchemy import Column, ForeignKey, Index, Table, UniqueConstraint

from purport.ledger.columns import NUMBER, TEXT
from purport.ledger.schema.base import metadata

__all__ = ["deletions", "documents", "extractions", "failures", "run_ends", "runs", "versions"]

runs = Table(
    "runs",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("started", TEXT, nullable=False),
    Column("paths", TEXT, nullable=False),
    Column("extractor", TEXT, nullable=False),
)

run_ends = Table(
    "run_ends",
    metadata,
    Column("run", ForeignKey("runs.id"), primary_key=True),
    Column("ended", TEXT, nullable=False),
    Column("outcome", TEXT, nullable=False),
    Column("counts", TEXT, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("key", TEXT, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("document", ForeignKey("documents.key"), nullable=False),
    Column("content_hash", TEXT, nullable=False),
    Column("raw_hash", TEXT),
    Column("doc_id", TEXT, nullable=False),
    Column("published", TEXT),
    Column("edited", TEXT),  # in UTC, so that it sorts
    Column("record", TEXT, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("document", "content_hash"),
    Index("versions_doc_id", "doc_id", postgresql_using="hash"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("version", ForeignKey("versions.id"), nullable=False),
    Column("extractor", TEXT, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("version", "extractor"),
)

failures = Table(
    "failures",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("about", TEXT, nullable=False),
    Column("reason", TEXT, nullable=False),
)

deletions = Table(
    "deletions",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("document", ForeignKey("documents.key"), nullable=False),
    Column("at", TEXT, nullable=False),  # in UTC, so that it sorts
    Column("deleted", NUMBER, nullable=False),  # 0: it is there again
    Column("basis", TEXT, nullable=False),
    Column("feed", TEXT, nullable=False),
    Index("deletions_document", "document"),
)
