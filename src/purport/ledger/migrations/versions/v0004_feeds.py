"""What is watched, how it has been, what was deleted, and what people were told of."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_GUARDED = ("feeds", "feed_states", "feed_hours", "feed_gaps", "feed_files", "deletions", "alerts")


def upgrade() -> None:
    """Create the tables, all but `marks` only ever added to."""
    _feeds()
    _record()
    _told()
    for table in _GUARDED if op.get_bind().dialect.name == "sqlite" else ():
        _guard(table)


def _feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_index("feeds_name", "feeds", ["name"])
    op.create_table(
        "feed_files",
        sa.Column("feed", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("size", sa.BigInteger, primary_key=True),
        sa.Column("modified", sa.BigInteger, primary_key=True),
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
    )


def _record() -> None:
    op.create_table(
        "feed_states",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("since", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("feed_states_feed", "feed_states", ["feed"])
    op.create_table(
        "feed_hours",
        sa.Column("feed", sa.Text, primary_key=True),
        sa.Column("hour", sa.Text, primary_key=True),
        sa.Column("polls", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("fresh", sa.Integer, nullable=False),
    )
    op.create_table(
        "feed_gaps",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("start", sa.Text, nullable=False),
        sa.Column("end", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("filled", sa.Integer, nullable=False),
    )
    op.create_index("feed_gaps_feed", "feed_gaps", ["feed"])


def _told() -> None:
    op.create_table(
        "deletions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.key"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("deleted", sa.Integer, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("feed", sa.Text, nullable=False),
    )
    op.create_index("deletions_document", "deletions", ["document"])
    op.create_table(
        "alerts",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )


def _guard(table: str) -> None:
    for action in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
        )
