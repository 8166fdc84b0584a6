"""The pictures and videos of documents; those of the documents that are there are filled in."""

from itertools import islice

import sqlalchemy as sa
from alembic import op

from purport.ledger.columns import NUMBER, TEXT
from purport.ledger.ddl import guard
from purport.ledger.media import rows_of
from purport.model.codec import decode_document

revision = "0005"
down_revision = "0004"

_CHUNK = 1_000


def upgrade() -> None:
    """Create the tables, and fill them."""
    shown = op.create_table(
        "media",
        sa.Column("version", NUMBER, sa.ForeignKey("versions.id"), primary_key=True),
        sa.Column("position", NUMBER, primary_key=True),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT),
        sa.Column("url", TEXT),
        sa.Column("caption", TEXT),
        sa.Column("credit", TEXT),
    )
    op.create_index("media_id", "media", ["id"])
    op.create_index("media_url", "media", ["url"], postgresql_using="hash")
    op.create_table(
        "media_files",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("media", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("type", TEXT, nullable=False),
    )
    op.create_index("media_files_media", "media_files", ["media"])
    for table in ("media", "media_files"):
        for statement in guard(op.get_bind().dialect.name, table):
            op.execute(statement)
    _fill(op.get_bind(), shown)


def _fill(connection: sa.Connection, shown: sa.Table) -> None:
    asked = sa.text("SELECT id, record FROM versions WHERE record LIKE '%\"x_media\"%' ORDER BY id")
    rows = iter(connection.execute(asked, execution_options={"yield_per": _CHUNK}))
    while chunk := list(islice(rows, _CHUNK)):
        told = [row for one in chunk for row in rows_of(one.id, decode_document(one.record))]
        if told:
            connection.execute(sa.insert(shown), told)
