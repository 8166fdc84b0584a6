"""What people decide about claims, and the incidents that claims add up to, each state of them kept."""

import sqlalchemy as sa
from alembic import op

from purport.ledger.columns import NUMBER, TEXT
from purport.ledger.ddl import guard

revision = "0002"
down_revision = "0001"

_GUARDED = ("judgements", "linkings", "claim_cells", "incident_versions", "incident_claims", "dating_versions")


def upgrade() -> None:
    """Create the tables, which are only ever added to."""
    _judgements()
    _linkings()
    _cells()
    _incidents()
    _datings()
    for table in _GUARDED:
        for statement in guard(op.get_bind().dialect.name, table):
            op.execute(statement)


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("record", TEXT, nullable=False),
    )


def _linkings() -> None:
    op.create_table(
        "linkings",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("cause", TEXT, nullable=False),
        sa.Column("linker", TEXT, nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("extraction", NUMBER, nullable=False),
        sa.Column("judgement", NUMBER, nullable=False),
    )


def _cells() -> None:
    op.create_table(
        "claim_cells",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("linking", NUMBER, sa.ForeignKey("linkings.id"), nullable=False),
        sa.Column("extraction", NUMBER, nullable=False),
        sa.Column("claim", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("area", TEXT, nullable=False),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("figure", NUMBER),
        sa.Column("first_day", NUMBER),
        sa.Column("last_day", NUMBER),
        sa.ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    )
    op.create_index("claim_cells_days", "claim_cells", ["kind", "area", "first_day", "last_day"])
    op.create_index("claim_cells_figures", "claim_cells", ["kind", "place", "figure", "first_day"])


def _incidents() -> None:
    op.create_table(
        "incident_versions",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("linking", NUMBER, sa.ForeignKey("linkings.id"), nullable=False),
        sa.Column("incident", TEXT, nullable=False),
        sa.Column("kind", TEXT),
        sa.Column("area", TEXT),
        sa.Column("episode", TEXT),
        sa.Column("parent", TEXT),
        sa.Column("night", NUMBER),
        sa.Column("begins", NUMBER),
        sa.Column("record", TEXT),
    )
    for column in ("incident", "linking", "episode", "parent", "night"):
        op.create_index(f"incident_versions_{column}", "incident_versions", [column])
    op.create_table(
        "incident_claims",
        sa.Column("incident", TEXT, primary_key=True),
        sa.Column("claim", TEXT, primary_key=True),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("linking", NUMBER, sa.ForeignKey("linkings.id"), nullable=False),
    )
    op.create_index("incident_claims_claim", "incident_claims", ["claim"])
    op.create_index("incident_claims_name", "incident_claims", ["name"])


def _datings() -> None:
    op.create_table(
        "dating_versions",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("linking", NUMBER, sa.ForeignKey("linkings.id"), nullable=False),
        sa.Column("document", TEXT, nullable=False),
        sa.Column("first_day", NUMBER, nullable=False),
        sa.Column("last_day", NUMBER, nullable=False),
        sa.Column("record", TEXT),
    )
    op.create_index("dating_versions_document", "dating_versions", ["document"], postgresql_using="hash")
    op.create_index("dating_versions_first_day", "dating_versions", ["first_day"])
