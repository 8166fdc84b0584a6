"""The words of claims, so that claims are found by them; those of the claims that are there are filled in."""

from itertools import count, islice
from typing import Any

import sqlalchemy as sa
from alembic import op

from purport.ledger.search import words_of
from purport.model.codec import decode_claim

revision = "0003"
down_revision = "0002"

_CHUNK = 5_000


def upgrade() -> None:
    """Create the tables, and fill them."""
    op.create_table(
        "claim_texts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("extraction", sa.Integer, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE claim_words "
            "USING fts5(words, content = '', columnsize = 0, detail = none, "
            "prefix = '1 2 3 4 5 6 7 8', tokenize = 'ascii')"
        )
        for action in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER claim_texts_no_{action} BEFORE {action} ON claim_texts "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
            )
        _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    asked = sa.text("SELECT extraction, id AS claim, record FROM claims ORDER BY extraction, id")
    rows = iter(connection.execute(asked, execution_options={"yield_per": _CHUNK}))
    numbers = count(1)
    while chunk := [_told(next(numbers), row) for row in islice(rows, _CHUNK)]:
        connection.execute(sa.text("INSERT INTO claim_texts VALUES (:number, :extraction, :claim)"), chunk)
        connection.execute(sa.text("INSERT INTO claim_words (rowid, words) VALUES (:number, :words)"), chunk)


def _told(number: int, row: Any) -> dict[str, Any]:
    words = words_of(decode_claim(row.record))
    return {"number": number, "extraction": row.extraction, "claim": row.claim, "words": words}
