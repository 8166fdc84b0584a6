"""Judgements: kept as they were made, and never changed; to take one back is to make another."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, bindparam, insert, select

from purport.errors import ConflictError, NotFoundError
from purport.ledger import incidents, media
from purport.ledger.records import Expected, Numbered
from purport.ledger.schema import claims, judgements
from purport.model.incident import Judgement

__all__ = ["about", "add", "behind", "listed", "numbered"]

_LOOK_AGAIN = "look at it again, and decide then"
_decoder = msgspec.json.Decoder(Judgement)
_BEHIND = (
    select(judgements.c.number, judgements.c.record)
    .where(judgements.c.number > bindparam("after"))
    .order_by(judgements.c.number)
)
_BEHIND_BY = _BEHIND.where(judgements.c.at <= bindparam("by"))


def add(connection: Connection, judgement: Judgement, expected: Expected | None = None) -> int:
    """Keep a judgement whose claims, picture or video, or object of undoing, the book holds; its number.

    Raises NotFoundError, and ConflictError where the incident that it is about is not as was expected.
    """
    if expected is not None:
        _check(connection, expected)
    for claim in judgement.claims:
        if connection.execute(select(claims.c.id).where(claims.c.id == claim).limit(1)).first() is None:
            raise NotFoundError("the ledger holds no claim of this id", about=claim, cure="`purport claims` lists ids")
    if judgement.verdict == "media":
        media.check(connection, str(judgement.value["media"]))
    undone = judgement.value if judgement.verdict == "undo" else None
    if undone is not None and not _holds(connection, str(undone)):
        raise NotFoundError(
            "the ledger holds no judgement of this id", about=str(undone), cure="`purport judge list` shows them"
        )
    if not _holds(connection, judgement.id):
        record = msgspec.json.encode(judgement).decode()
        connection.execute(insert(judgements).values(id=judgement.id, at=_utc(judgement.at), record=record))
    asked = select(judgements.c.number).where(judgements.c.id == judgement.id)
    number: int = connection.execute(asked).scalar_one()
    return number


def _check(connection: Connection, expected: Expected) -> None:
    """Raise ConflictError where the incident is not as it was seen, or somebody has judged it since."""
    try:
        state = incidents.find(connection, expected.incident)
    except NotFoundError:
        raise ConflictError("the incident is no more", about=expected.incident, cure=_LOOK_AGAIN) from None
    if state.number != expected.state:
        raise ConflictError("the incident has changed meanwhile", about=expected.incident, cure=_LOOK_AGAIN)
    if max(about(behind(connection, 0, None), state.incident.claims), default=0) > expected.judgement:
        raise ConflictError("somebody has judged the incident meanwhile", about=expected.incident, cure=_LOOK_AGAIN)


def about(listed: Iterable[Numbered], claims: Collection[str]) -> list[int]:
    """The numbers of judgements about any of these claims, and of those that withdraw, or bring back, one of them."""
    asked, found, numbers = set(claims), set(), []
    for one in listed:
        judged = one.judgement
        if not asked.isdisjoint(judged.claims) or (judged.verdict == "undo" and judged.value in found):
            found.add(judged.id)
            numbers.append(one.number)
    return numbers


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
    told = {"after": after, "by": by} if by else {"after": after}
    rows = connection.execute(_BEHIND_BY if by else _BEHIND, told)
    return [Numbered(row.number, _decoder.decode(row.record)) for row in rows]


def _holds(connection: Connection, judgement: str) -> bool:
    return connection.execute(select(judgements.c.id).where(judgements.c.id == judgement)).first() is not None


def _utc(at: str) -> str:
    return datetime.fromisoformat(at).astimezone(UTC).isoformat()
