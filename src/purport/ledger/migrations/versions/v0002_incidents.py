"""What people decide about claims, and the incidents that claims add up to, each state of them kept."""

import sqlalchemy as sa
from alembic import op

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
    for table in _GUARDED if op.get_bind().dialect.name == "sqlite" else ():
        _guard(table)


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )


def _linkings() -> None:
    op.create_table(
        "linkings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("linker", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("extraction", sa.Integer, nullable=False),
        sa.Column("judgement", sa.Integer, nullable=False),
    )


def _cells() -> None:
    op.create_table(
        "claim_cells",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("linking", sa.Integer, sa.ForeignKey("linkings.id"), nullable=False),
        sa.Column("extraction", sa.Integer, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("area", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("figure", sa.Integer),
        sa.Column("first_day", sa.Integer),
        sa.Column("last_day", sa.Integer),
        sa.ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    )
    op.create_index("claim_cells_days", "claim_cells", ["kind", "area", "first_day", "last_day"])
    op.create_index("claim_cells_figures", "claim_cells", ["kind", "place", "figure", "first_day"])


def _incidents() -> None:
    op.create_table(
        "incident_versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("linking", sa.Integer, sa.ForeignKey("linkings.id"), nullable=False),
        sa.Column("incident", sa.Text, nullable=False),
        sa.Column("kind", sa.Text),
        sa.Column("area", sa.Text),
        sa.Column("episode", sa.Text),
        sa.Column("parent", sa.Text),
        sa.Column("night", sa.Integer),
        sa.Column("begins", sa.Integer),
        sa.Column("record", sa.Text),
    )
    for column in ("incident", "linking", "episode", "parent", "night"):
        op.create_index(f"incident_versions_{column}", "incident_versions", [column])
    op.create_table(
        "incident_claims",
        sa.Column("incident", sa.Text, primary_key=True),
        sa.Column("claim", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("linking", sa.Integer, sa.ForeignKey("linkings.id"), nullable=False),
    )
    op.create_index("incident_claims_claim", "incident_claims", ["claim"])
    op.create_index("incident_claims_name", "incident_claims", ["name"])


def _datings() -> None:
    op.create_table(
        "dating_versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("linking", sa.Integer, sa.ForeignKey("linkings.id"), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("first_day", sa.Integer, nullable=False),
        sa.Column("last_day", sa.Integer, nullable=False),
        sa.Column("record", sa.Text),
    )
    op.create_index("dating_versions_document", "dating_versions", ["document"])
    op.create_index("dating_versions_first_day", "dating_versions", ["first_day"])


def _guard(table: str) -> None:
    for action in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
        )
