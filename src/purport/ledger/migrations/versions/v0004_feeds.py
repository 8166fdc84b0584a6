"""What is watched, how it has been, what was deleted, and what people were told of."""

import sqlalchemy as sa
from alembic import op

from purport.ledger.columns import NUMBER, TEXT
from purport.ledger.ddl import guard

revision = "0004"
down_revision = "0003"

_GUARDED = ("feeds", "feed_states", "feed_hours", "feed_gaps", "feed_files", "deletions", "alerts")


def upgrade() -> None:
    """Create the tables, all but `marks` only ever added to."""
    _feeds()
    _record()
    _told()
    for table in _GUARDED:
        for statement in guard(op.get_bind().dialect.name, table):
            op.execute(statement)


def _feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("every", NUMBER, nullable=False),
        sa.Column("at", TEXT, nullable=False),
    )
    op.create_index("feeds_name", "feeds", ["name"])
    op.create_table(
        "feed_files",
        sa.Column("feed", TEXT, primary_key=True),
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("size", sa.BigInteger, primary_key=True),
        sa.Column("modified", sa.BigInteger, primary_key=True),
    )
    op.create_table(
        "marks",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("record", TEXT, nullable=False),
    )


def _record() -> None:
    op.create_table(
        "feed_states",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("feed", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("since", TEXT),
        sa.Column("reason", TEXT, nullable=False),
    )
    op.create_index("feed_states_feed", "feed_states", ["feed"])
    op.create_table(
        "feed_hours",
        sa.Column("feed", TEXT, primary_key=True),
        sa.Column("hour", TEXT, primary_key=True),
        sa.Column("polls", NUMBER, nullable=False),
        sa.Column("failed", NUMBER, nullable=False),
        sa.Column("fresh", NUMBER, nullable=False),
    )
    op.create_table(
        "feed_gaps",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("feed", TEXT, nullable=False),
        sa.Column("start", TEXT, nullable=False),
        sa.Column("end", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("filled", NUMBER, nullable=False),
    )
    op.create_index("feed_gaps_feed", "feed_gaps", ["feed"])


def _told() -> None:
    op.create_table(
        "deletions",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("document", TEXT, sa.ForeignKey("documents.key"), nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("deleted", NUMBER, nullable=False),
        sa.Column("basis", TEXT, nullable=False),
        sa.Column("feed", TEXT, nullable=False),
    )
    op.create_index("deletions_document", "deletions", ["document"])
    op.create_table(
        "alerts",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("record", TEXT, nullable=False),
    )
