"""The tables. Rows are added and never changed: in SQLite, triggers refuse anything else."""

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    column,
    event,
    table,
)

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
    "metadata",
    "revision_table",
    "run_ends",
    "runs",
    "versions",
]

REVISIONS = ("0001", "0002", "0003", "0004")
"""All revisions of the schema, oldest first; the last is the one that the tables below are."""
REVISION_TABLE = "purport_schema"

metadata = MetaData()

revision_table = Table(REVISION_TABLE, MetaData(), Column("version_num", Text, primary_key=True))
"""Alembic's own table, under a name that tells a ledger from another program's database."""

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("paths", Text, nullable=False),
    Column("extractor", Text, nullable=False),
)

run_ends = Table(
    "run_ends",
    metadata,
    Column("run", ForeignKey("runs.id"), primary_key=True),
    Column("ended", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("counts", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("key", Text, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key"), nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("raw_hash", Text),
    Column("doc_id", Text, nullable=False),
    Column("published", Text),
    Column("edited", Text),  # in UTC, so that it sorts
    Column("record", Text, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("document", "content_hash"),
    Index("versions_doc_id", "doc_id"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", ForeignKey("versions.id"), nullable=False),
    Column("extractor", Text, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("version", "extractor"),
)

claims = Table(
    "claims",
    metadata,
    Column("extraction", ForeignKey("extractions.id"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("event_start", Text),
    Column("event_end", Text),
    Column("count_min", Integer),
    Column("count_max", Integer),
    Column("record", Text, nullable=False),
    Index("claims_id", "id"),
    Index("claims_event", "event_start", "event_end"),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("extraction", Integer, primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("region", Text),
    Column("words", Text, nullable=False),  # as Selection compares them
    ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
)

claim_sources = Table(
    "claim_sources",
    metadata,
    Column("extraction", Integer, primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),  # "said", or "published" of a publisher that only carries it
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("side", Text),
    Column("words", Text, nullable=False),
    ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
)

claim_texts = Table(
    "claim_texts",
    metadata,
    Column("id", Integer, primary_key=True),  # grows with the extraction, so that the greatest are the newest
    Column("extraction", Integer, nullable=False),
    Column("claim", Text, nullable=False),
    ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
)

claim_words = table("claim_words", column("rowid", Integer), column("words", Text))
"""The words of each of `claim_texts`, by its id: in SQLite an index of FTS5, which keeps no texts of its own."""

failures = Table(
    "failures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("about", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),  # in the order in which they were kept
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),  # in UTC, so that it sorts
    Column("record", Text, nullable=False),
)

linkings = Table(
    "linkings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),  # in UTC, so that it sorts
    Column("cause", Text, nullable=False),
    Column("linker", Text, nullable=False),
    Column("version", Integer, nullable=False),  # the last of each that it knew
    Column("extraction", Integer, nullable=False),
    Column("judgement", Integer, nullable=False),
)

claim_cells = Table(
    "claim_cells",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("linking", ForeignKey("linkings.id"), nullable=False),
    Column("extraction", Integer, nullable=False),
    Column("claim", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("area", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("figure", Integer),
    Column("first_day", Integer),
    Column("last_day", Integer),
    ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    Index("claim_cells_days", "kind", "area", "first_day", "last_day"),
    Index("claim_cells_figures", "kind", "place", "figure", "first_day"),
)

incident_versions = Table(
    "incident_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("linking", ForeignKey("linkings.id"), nullable=False),
    Column("incident", Text, nullable=False),
    Column("kind", Text),  # this and all that follows: nothing where the incident is gone
    Column("area", Text),
    Column("episode", Text),
    Column("parent", Text),
    Column("night", Integer),
    Column("begins", Integer),
    Column("record", Text),
    Index("incident_versions_incident", "incident"),
    Index("incident_versions_linking", "linking"),
    Index("incident_versions_episode", "episode"),
    Index("incident_versions_parent", "parent"),
    Index("incident_versions_night", "night"),
)

incident_claims = Table(
    "incident_claims",
    metadata,
    Column("incident", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("name", Text, nullable=False),  # the id that the incident would have if the claim alone made it
    Column("linking", ForeignKey("linkings.id"), nullable=False),
    Index("incident_claims_claim", "claim"),
    Index("incident_claims_name", "name"),
)

dating_versions = Table(
    "dating_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("linking", ForeignKey("linkings.id"), nullable=False),
    Column("document", Text, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("record", Text),  # nothing where evidence dates the document no more
    Index("dating_versions_document", "document"),
    Index("dating_versions_first_day", "first_day"),
)

feeds = Table(
    "feeds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("every", Integer, nullable=False),  # seconds
    Column("at", Text, nullable=False),  # this and all moments below: in UTC, so that they sort
    Index("feeds_name", "name"),
)
"""What is watched: a row each time that a feed's setting changes."""

feed_states = Table(
    "feed_states",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("since", Text),
    Column("reason", Text, nullable=False),
    Index("feed_states_feed", "feed"),
)

feed_hours = Table(
    "feed_hours",
    metadata,
    Column("feed", Text, primary_key=True),
    Column("hour", Text, primary_key=True),
    Column("polls", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("fresh", Integer, nullable=False),
)
"""Sums of each hour that is over; those of the one that is not are in the feed's mark."""

feed_gaps = Table(
    "feed_gaps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed", Text, nullable=False),
    Column("start", Text, nullable=False),
    Column("end", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("filled", Integer, nullable=False),  # 1: what was published meanwhile has been had since
    Index("feed_gaps_feed", "feed"),
)

feed_files = Table(
    "feed_files",
    metadata,
    Column("feed", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("size", BigInteger, primary_key=True),
    Column("modified", BigInteger, primary_key=True),  # nanoseconds since 1970
)

deletions = Table(
    "deletions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key"), nullable=False),
    Column("at", Text, nullable=False),
    Column("deleted", Integer, nullable=False),  # 0: it is there again
    Column("basis", Text, nullable=False),
    Column("feed", Text, nullable=False),
    Index("deletions_document", "document"),
)

alerts = Table(
    "alerts",
    metadata,
    Column("number", Integer, primary_key=True),  # in the order in which they were made
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("record", Text, nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("record", Text, nullable=False),
)
"""How far whoever watches has come. The one table whose rows are replaced: it tells nothing that others do not keep,
and a row for each poll would grow without end."""


def _guard(table: Table, action: str) -> None:
    trigger = DDL(  # type: ignore[no-untyped-call]
        f"CREATE TRIGGER {table.name}_no_{action} BEFORE {action} ON {table.name} "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
    )
    event.listen(table, "after_create", trigger.execute_if(dialect="sqlite"))


event.listen(
    claim_texts,
    "after_create",
    DDL(  # type: ignore[no-untyped-call]
        "CREATE VIRTUAL TABLE claim_words "
        "USING fts5(words, content = '', columnsize = 0, detail = none, "
        "prefix = '1 2 3 4 5 6 7 8', tokenize = 'ascii')"
    ).execute_if(dialect="sqlite"),
)

for _table in metadata.sorted_tables:
    if _table is not marks:
        _guard(_table, "update")
        _guard(_table, "delete")
