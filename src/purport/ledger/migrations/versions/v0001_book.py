"""The first book: runs, documents, versions, extractions, claims, failures. Frozen: later changes are later files."""

import sqlalchemy as sa
from alembic import op

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
    for table in _GUARDED if op.get_bind().dialect.name == "sqlite" else ():
        _guard(table)


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("paths", sa.Text, nullable=False),
        sa.Column("extractor", sa.Text, nullable=False),
    )
    op.create_table(
        "run_ends",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), primary_key=True),
        sa.Column("ended", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
    )
    op.create_table(
        "failures",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.key"), nullable=False),
        sa.Column("content_hash", sa.Text, nullable=False),
        sa.Column("raw_hash", sa.Text),
        sa.Column("doc_id", sa.Text, nullable=False),
        sa.Column("published", sa.Text),
        sa.Column("edited", sa.Text),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.UniqueConstraint("document", "content_hash"),
    )
    op.create_index("versions_doc_id", "versions", ["doc_id"])


def _claims() -> None:
    op.create_table(
        "extractions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, sa.ForeignKey("versions.id"), nullable=False),
        sa.Column("extractor", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.UniqueConstraint("version", "extractor"),
    )
    op.create_table(
        "claims",
        sa.Column("extraction", sa.Integer, sa.ForeignKey("extractions.id"), primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("event_start", sa.Text),
        sa.Column("event_end", sa.Text),
        sa.Column("count_min", sa.Integer),
        sa.Column("count_max", sa.Integer),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("claims_id", "claims", ["id"])
    op.create_index("claims_event", "claims", ["event_start", "event_end"])


def _details() -> None:
    op.create_table(
        "claim_places",
        *_detail_key(),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("country", sa.Text),
        sa.Column("region", sa.Text),
        sa.Column("words", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    )
    op.create_table(
        "claim_sources",
        *_detail_key(),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("side", sa.Text),
        sa.Column("words", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    )


def _detail_key() -> tuple["sa.Column[int]", "sa.Column[str]", "sa.Column[int]"]:
    return (
        sa.Column("extraction", sa.Integer, primary_key=True),
        sa.Column("claim", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
    )


def _guard(table: str) -> None:
    for action in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
        )
