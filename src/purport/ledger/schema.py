"""The tables. Rows are added and never changed: triggers refuse anything else.

Others make ids of documents and addresses, of any length; PostgreSQL's usual index takes none that is longer than a
third of a page, so these are indexed there by their hashes.
"""

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Table,
    UniqueConstraint,
    column,
    event,
    table,
)

from purport.ledger import ddl
from purport.ledger.columns import LEXEMES, NUMBER, TEXT

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

metadata = MetaData()

revision_table = Table(REVISION_TABLE, MetaData(), Column("version_num", TEXT, primary_key=True))
"""Alembic's own table, under a name that tells a ledger from another program's database."""

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

media = Table(
    "media",
    metadata,
    Column("version", ForeignKey("versions.id"), primary_key=True),
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

extractions = Table(
    "extractions",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("version", ForeignKey("versions.id"), nullable=False),
    Column("extractor", TEXT, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("version", "extractor"),
)

claims = Table(
    "claims",
    metadata,
    Column("extraction", ForeignKey("extractions.id"), primary_key=True),
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
    ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
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
    ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
)

claim_texts = Table(
    "claim_texts",
    metadata,
    Column("id", NUMBER, primary_key=True),  # grows with the extraction, so that the greatest are the newest
    Column("extraction", NUMBER, nullable=False),
    Column("claim", TEXT, nullable=False),
    ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
)

claim_words = table("claim_words", column("rowid", NUMBER), column("words", LEXEMES))
"""The words of each of `claim_texts`, by its id: an index, and no record. In SQLite it is one of FTS5 (see `ddl`)."""

failures = Table(
    "failures",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("about", TEXT, nullable=False),
    Column("reason", TEXT, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", NUMBER, primary_key=True),  # in the order in which they were kept
    Column("id", TEXT, nullable=False, unique=True),
    Column("at", TEXT, nullable=False),  # in UTC, so that it sorts
    Column("record", TEXT, nullable=False),
)

linkings = Table(
    "linkings",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("at", TEXT, nullable=False),  # in UTC, so that it sorts
    Column("cause", TEXT, nullable=False),
    Column("linker", TEXT, nullable=False),
    Column("version", NUMBER, nullable=False),  # the last of each that it knew
    Column("extraction", NUMBER, nullable=False),
    Column("judgement", NUMBER, nullable=False),
)

claim_cells = Table(
    "claim_cells",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("linking", ForeignKey("linkings.id"), nullable=False),
    Column("extraction", NUMBER, nullable=False),
    Column("claim", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("area", TEXT, nullable=False),
    Column("place", TEXT, nullable=False),
    Column("figure", NUMBER),
    Column("first_day", NUMBER),
    Column("last_day", NUMBER),
    ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    Index("claim_cells_days", "kind", "area", "first_day", "last_day"),
    Index("claim_cells_figures", "kind", "place", "figure", "first_day"),
)

incident_versions = Table(
    "incident_versions",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("linking", ForeignKey("linkings.id"), nullable=False),
    Column("incident", TEXT, nullable=False),
    Column("kind", TEXT),  # this and all that follows: nothing where the incident is gone
    Column("area", TEXT),
    Column("episode", TEXT),
    Column("parent", TEXT),
    Column("night", NUMBER),
    Column("begins", NUMBER),
    Column("record", TEXT),
    Index("incident_versions_incident", "incident"),
    Index("incident_versions_linking", "linking"),
    Index("incident_versions_episode", "episode"),
    Index("incident_versions_parent", "parent"),
    Index("incident_versions_night", "night"),
)

incident_claims = Table(
    "incident_claims",
    metadata,
    Column("incident", TEXT, primary_key=True),
    Column("claim", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),  # the id that the incident would have if the claim alone made it
    Column("linking", ForeignKey("linkings.id"), nullable=False),
    Index("incident_claims_claim", "claim"),
    Index("incident_claims_name", "name"),
)

dating_versions = Table(
    "dating_versions",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("linking", ForeignKey("linkings.id"), nullable=False),
    Column("document", TEXT, nullable=False),
    Column("first_day", NUMBER, nullable=False),
    Column("last_day", NUMBER, nullable=False),
    Column("record", TEXT),  # nothing where evidence dates the document no more
    Index("dating_versions_document", "document", postgresql_using="hash"),
    Index("dating_versions_first_day", "first_day"),
)

feeds = Table(
    "feeds",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("address", TEXT, nullable=False),
    Column("every", NUMBER, nullable=False),  # seconds
    Column("at", TEXT, nullable=False),  # this and all moments below: in UTC, so that they sort
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

deletions = Table(
    "deletions",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("document", ForeignKey("documents.key"), nullable=False),
    Column("at", TEXT, nullable=False),
    Column("deleted", NUMBER, nullable=False),  # 0: it is there again
    Column("basis", TEXT, nullable=False),
    Column("feed", TEXT, nullable=False),
    Index("deletions_document", "document"),
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


def _after(table: Table, dialect: str, statements: list[str]) -> None:
    for statement in statements:
        event.listen(table, "after_create", DDL(statement).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]


event.listen(metadata, "before_create", DDL(ddl.GUARD).execute_if(dialect="postgresql"))  # type: ignore[no-untyped-call]
for _dialect in ("sqlite", "postgresql"):
    _after(claim_texts, _dialect, ddl.words(_dialect))
    for _table in metadata.sorted_tables:
        if _table is not marks:
            _after(_table, _dialect, ddl.guard(_dialect, _table.name))
