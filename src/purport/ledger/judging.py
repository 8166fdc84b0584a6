"""Judgements: kept as they were made, and never changed; to take one back is to make another."""

from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, insert, select

from purport.errors import NotFoundError
from purport.ledger.records import Numbered
from purport.ledger.schema import claims, judgements
from purport.model.incident import Judgement

__all__ = ["add", "behind", "listed", "numbered"]

_decoder = msgspec.json.Decoder(Judgement)


def add(connection: Connection, judgement: Judgement) -> None:
    """Keep a judgement whose claims, or whose object of undoing, the book holds; raises NotFoundError."""
    for claim in judgement.claims:
        if connection.execute(select(claims.c.id).where(claims.c.id == claim).limit(1)).first() is None:
            raise NotFoundError("the ledger holds no claim of this id", about=claim, cure="`purport claims` lists ids")
    undone = judgement.value if judgement.verdict == "undo" else None
    if undone is not None and not _holds(connection, str(undone)):
        raise NotFoundError(
            "the ledger holds no judgement of this id", about=str(undone), cure="`purport judge list` shows them"
        )
    if not _holds(connection, judgement.id):
        record = msgspec.json.encode(judgement).decode()
        connection.execute(insert(judgements).values(id=judgement.id, at=_utc(judgement.at), record=record))


def listed(connection: Connection, as_of: datetime | None) -> list[Judgement]:
    """All judgements in order of time, or those made by a moment."""
    asked = select(judgements.c.record).order_by(judgements.c.at, judgements.c.id)
    if as_of is not None:
        asked = asked.where(judgements.c.at <= as_of.astimezone(UTC).isoformat())
    return [_decoder.decode(record) for record in connection.execute(asked).scalars()]


def numbered(connection: Connection, last: int) -> Iterator[tuple[int, Judgement]]:
    """Judgements with the numbers that say in which order they were kept, up to the one numbered `last`."""
    asked = select(judgements.c.number, judgements.c.record).where(judgements.c.number <= last)
    rows = connection.execute(asked.order_by(judgements.c.number))
    return ((row.number, _decoder.decode(row.record)) for row in rows)


def behind(connection: Connection, after: int, by: str | None) -> list[Numbered]:
    """Judgements kept behind the one of a number, in that order; of those made by a moment (ISO 8601, UTC)."""
    asked = select(judgements.c.number, judgements.c.record).where(judgements.c.number > after)
    asked = asked.where(judgements.c.at <= by) if by else asked
    rows = connection.execute(asked.order_by(judgements.c.number))
    return [Numbered(row.number, _decoder.decode(row.record)) for row in rows]


def _holds(connection: Connection, judgement: str) -> bool:
    return connection.execute(select(judgements.c.id).where(judgements.c.id == judgement)).first() is not None


def _utc(at: str) -> str:
    return datetime.fromisoformat(at).astimezone(UTC).isoformat()
