"""What is watched, and how it has been. Moments are in UTC, so that they sort."""

from sqlalchemy import BigInteger, Column, Index, Table

from purport.ledger.columns import NUMBER, TEXT
from purport.ledger.schema.base import metadata

__all__ = ["alerts", "feed_files", "feed_gaps", "feed_hours", "feed_states", "feeds", "marks"]

feeds = Table(
    "feeds",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("address", TEXT, nullable=False),
    Column("every", NUMBER, nullable=False),  # seconds
    Column("at", TEXT, nullable=False),
    Index("feeds_name", "name"),
)
"""What is watched: a row each time that a feed's setting changes."""

feed_states = Table(
    "feed_states",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("feed", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("state", TEXT, nullable=False),
    Column("since", TEXT),
    Column("reason", TEXT, nullable=False),
    Index("feed_states_feed", "feed"),
)

feed_hours = Table(
    "feed_hours",
    metadata,
    Column("feed", TEXT, primary_key=True),
    Column("hour", TEXT, primary_key=True),
    Column("polls", NUMBER, nullable=False),
    Column("failed", NUMBER, nullable=False),
    Column("fresh", NUMBER, nullable=False),
)
"""Sums of each hour that is over; those of the one that is not are in the feed's mark."""

feed_gaps = Table(
    "feed_gaps",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("feed", TEXT, nullable=False),
    Column("start", TEXT, nullable=False),
    Column("end", TEXT, nullable=False),
    Column("reason", TEXT, nullable=False),
    Column("filled", NUMBER, nullable=False),  # 1: what was published meanwhile has been had since
    Index("feed_gaps_feed", "feed"),
)

feed_files = Table(
    "feed_files",
    metadata,
    Column("feed", TEXT, primary_key=True),
    Column("name", TEXT, primary_key=True),
    Column("size", BigInteger, primary_key=True),
    Column("modified", BigInteger, primary_key=True),  # nanoseconds since 1970
)

alerts = Table(
    "alerts",
    metadata,
    Column("number", NUMBER, primary_key=True),  # in the order in which they were made
    Column("id", TEXT, nullable=False, unique=True),
    Column("at", TEXT, nullable=False),
    Column("what", TEXT, nullable=False),
    Column("record", TEXT, nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("name", TEXT, primary_key=True),
    Column("record", TEXT, nullable=False),
)
"""How far whoever watches has come. The one table whose rows are replaced: it tells nothing that others do not keep,
and a row for each poll would grow without end."""
