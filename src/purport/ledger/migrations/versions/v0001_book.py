"""The first book: runs, documents, versions, extractions, claims, failures. Frozen: later changes are later files."""

import sqlalchemy as sa
from alembic import op

from purport.ledger.columns import NUMBER, TEXT
from purport.ledger.ddl import GUARD, guard

revision = "0001"
down_revision = None

_GUARDED = (
    "runs",
    "run_ends",
    "documents",
    "versions",
    "extractions",
    "claims",
    "claim_places",
    "claim_sources",
    "failures",
)


def upgrade() -> None:
    """Create all tables."""
    _runs()
    _documents()
    _claims()
    _details()
    if op.get_bind().dialect.name == "postgresql":
        op.execute(GUARD)
    for table in _GUARDED:
        for statement in guard(op.get_bind().dialect.name, table):
            op.execute(statement)


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("started", TEXT, nullable=False),
        sa.Column("paths", TEXT, nullable=False),
        sa.Column("extractor", TEXT, nullable=False),
    )
    op.create_table(
        "run_ends",
        sa.Column("run", NUMBER, sa.ForeignKey("runs.id"), primary_key=True),
        sa.Column("ended", TEXT, nullable=False),
        sa.Column("outcome", TEXT, nullable=False),
        sa.Column("counts", TEXT, nullable=False),
    )
    op.create_table(
        "failures",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("run", NUMBER, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("about", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("key", TEXT, primary_key=True),
        sa.Column("run", NUMBER, sa.ForeignKey("runs.id"), nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("document", TEXT, sa.ForeignKey("documents.key"), nullable=False),
        sa.Column("content_hash", TEXT, nullable=False),
        sa.Column("raw_hash", TEXT),
        sa.Column("doc_id", TEXT, nullable=False),
        sa.Column("published", TEXT),
        sa.Column("edited", TEXT),
        sa.Column("record", TEXT, nullable=False),
        sa.Column("run", NUMBER, sa.ForeignKey("runs.id"), nullable=False),
        sa.UniqueConstraint("document", "content_hash"),
    )
    op.create_index("versions_doc_id", "versions", ["doc_id"], postgresql_using="hash")


def _claims() -> None:
    op.create_table(
        "extractions",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("version", NUMBER, sa.ForeignKey("versions.id"), nullable=False),
        sa.Column("extractor", TEXT, nullable=False),
        sa.Column("run", NUMBER, sa.ForeignKey("runs.id"), nullable=False),
        sa.UniqueConstraint("version", "extractor"),
    )
    op.create_table(
        "claims",
        sa.Column("extraction", NUMBER, sa.ForeignKey("extractions.id"), primary_key=True),
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("event_start", TEXT),
        sa.Column("event_end", TEXT),
        sa.Column("count_min", NUMBER),
        sa.Column("count_max", NUMBER),
        sa.Column("record", TEXT, nullable=False),
    )
    op.create_index("claims_id", "claims", ["id"])
    op.create_index("claims_event", "claims", ["event_start", "event_end"])


def _details() -> None:
    op.create_table(
        "claim_places",
        *_detail_key(),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("country", TEXT),
        sa.Column("region", TEXT),
        sa.Column("words", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    )
    op.create_table(
        "claim_sources",
        *_detail_key(),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("side", TEXT),
        sa.Column("words", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    )


def _detail_key() -> tuple["sa.Column[int]", "sa.Column[str]", "sa.Column[int]"]:
    return (
        sa.Column("extraction", NUMBER, primary_key=True),
        sa.Column("claim", TEXT, primary_key=True),
        sa.Column("position", NUMBER, primary_key=True),
    )
