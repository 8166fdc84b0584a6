"""What people decide about claims and incidents."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table, which is only ever added to."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name != "sqlite":
        return
    for action in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER judgements_no_{action} BEFORE {action} ON judgements "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
        )
