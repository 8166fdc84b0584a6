"""Pictures and videos of documents."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table

from purport.ledger.columns import NUMBER, TEXT
from purport.ledger.schema.base import metadata
from purport.ledger.schema.reading import versions

__all__ = ["media", "media_files"]

media = Table(
    "media",
    metadata,
    Column("version", ForeignKey(versions.c.id), primary_key=True),
    Column("position", NUMBER, primary_key=True),
    Column("id", TEXT, nullable=False),
    Column("kind", TEXT),
    Column("url", TEXT),
    Column("caption", TEXT),
    Column("credit", TEXT),
    Index("media_id", "id"),
    Index("media_url", "url", postgresql_using="hash"),
)

media_files = Table(
    "media_files",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("media", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("sha256", TEXT, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("type", TEXT, nullable=False),
    Index("media_files_media", "media"),
)
"""Files that somebody has asked to be fetched: what they were, and not what is in them."""
