"""The words of claims, so that claims are found by them; those of the claims that are there are filled in."""

from itertools import count, islice
from typing import Any

import sqlalchemy as sa
from alembic import op

from purport.ledger.columns import LEXEMES, NUMBER, TEXT
from purport.ledger.ddl import guard, words
from purport.ledger.search import words_of
from purport.model.codec import decode_claim

revision = "0003"
down_revision = "0002"

_CHUNK = 5_000
_TEXTS = sa.table("claim_texts", sa.column("id", NUMBER), sa.column("extraction", NUMBER), sa.column("claim", TEXT))
_WORDS = sa.table("claim_words", sa.column("rowid", NUMBER), sa.column("words", LEXEMES))


def upgrade() -> None:
    """Create the tables, and fill them."""
    op.create_table(
        "claim_texts",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("extraction", NUMBER, nullable=False),
        sa.Column("claim", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["extraction", "claim"], ["claims.extraction", "claims.id"]),
    )
    dialect = op.get_bind().dialect.name
    for statement in [*words(dialect), *guard(dialect, "claim_texts")]:
        op.execute(statement)
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    asked = sa.text("SELECT extraction, id AS claim, record FROM claims ORDER BY extraction, id")
    rows = iter(connection.execute(asked, execution_options={"yield_per": _CHUNK}))
    numbers = count(1)
    while chunk := [_told(next(numbers), row) for row in islice(rows, _CHUNK)]:
        texts = [{key: row[key] for key in ("id", "extraction", "claim")} for row in chunk]
        connection.execute(sa.insert(_TEXTS), texts)
        connection.execute(sa.insert(_WORDS), [{"rowid": row["id"], "words": row["words"]} for row in chunk])


def _told(number: int, row: Any) -> dict[str, Any]:
    return {
        "id": number,
        "extraction": row.extraction,
        "claim": row.claim,
        "words": words_of(decode_claim(row.record)),
    }
