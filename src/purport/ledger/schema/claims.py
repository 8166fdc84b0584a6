"""What was claimed, and by what it is found."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Table, column, table

from purport.ledger.columns import LEXEMES, NUMBER, TEXT
from purport.ledger.schema.base import metadata
from purport.ledger.schema.reading import extractions

__all__ = ["claim_places", "claim_sources", "claim_texts", "claim_words", "claims"]

claims = Table(
    "claims",
    metadata,
    Column("extraction", ForeignKey(extractions.c.id), primary_key=True),
    Column("id", TEXT, primary_key=True),
    Column("kind", TEXT, nullable=False),
    Column("start", NUMBER, nullable=False),
    Column("event_start", TEXT),
    Column("event_end", TEXT),
    Column("count_min", NUMBER),
    Column("count_max", NUMBER),
    Column("record", TEXT, nullable=False),
    Index("claims_id", "id"),
    Index("claims_event", "event_start", "event_end"),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("extraction", NUMBER, primary_key=True),
    Column("claim", TEXT, primary_key=True),
    Column("position", NUMBER, primary_key=True),
    Column("role", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("country", TEXT),
    Column("region", TEXT),
    Column("words", TEXT, nullable=False),  # as Selection compares them
    ForeignKeyConstraint(["extraction", "claim"], [claims.c.extraction, claims.c.id]),
)

claim_sources = Table(
    "claim_sources",
    metadata,
    Column("extraction", NUMBER, primary_key=True),
    Column("claim", TEXT, primary_key=True),
    Column("position", NUMBER, primary_key=True),
    Column("role", TEXT, nullable=False),  # "said", or "published" of a publisher that only carries it
    Column("name", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("side", TEXT),
    Column("words", TEXT, nullable=False),
    ForeignKeyConstraint(["extraction", "claim"], [claims.c.extraction, claims.c.id]),
)

claim_texts = Table(
    "claim_texts",
    metadata,
    Column("id", NUMBER, primary_key=True),  # grows with the extraction, so that the greatest are the newest
    Column("extraction", NUMBER, nullable=False),
    Column("claim", TEXT, nullable=False),
    ForeignKeyConstraint(["extraction", "claim"], [claims.c.extraction, claims.c.id]),
)

claim_words = table("claim_words", column("rowid", NUMBER), column("words", LEXEMES))
"""The words of each of `claim_texts`, by its id: an index, and no record. In SQLite it is one of FTS5 (see `ddl`)."""
