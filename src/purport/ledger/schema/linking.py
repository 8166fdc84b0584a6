"""What people have decided, and what claims add up to."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Table

from purport.ledger.columns import NUMBER, TEXT
from purport.ledger.schema.base import metadata
from purport.ledger.schema.claims import claims

__all__ = ["claim_cells", "dating_versions", "incident_claims", "incident_versions", "judgements", "linkings"]

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
    ForeignKeyConstraint(["extraction", "claim"], [claims.c.extraction, claims.c.id]),
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
