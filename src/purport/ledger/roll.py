"""Claims in parts: those last read first."""

from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from purport.ledger.read import conditions_of, runs_by
from purport.ledger.records import Words
from purport.ledger.schema import claim_texts, claims, extractions, versions
from purport.ledger.search import MOST, matching
from purport.model.codec import decode_claim, decode_document
from purport.model.selection import Selection

__all__ = ["Called", "Rolled", "counted", "leaves_out", "listed"]


class Called(Struct, frozen=True, kw_only=True):
    """Which claims: as a selection chooses them, of one document where its key is given, with all of some words.

    Of those that hold the words only the newest are looked at (`search.MOST`).
    """

    selection: Selection = Selection()
    document: str | None = None
    words: tuple[str, ...] = ()


class Rolled(Struct, frozen=True):
    """A claim with its document, and where it stands in the list."""

    position: tuple[int, int, str]
    words: Words


def listed(
    connection: Connection, called: Called, as_of: str | None, after: tuple[int, int, str] | None, limit: int
) -> list[Rolled]:
    """Claims chosen, behind the one at a position."""
    table = claims.c
    asked = select(
        table.extraction,
        table.start,
        table.id,
        table.record,
        versions.c.document.label("key"),
        versions.c.record.label("text"),
    )
    asked = _chosen(asked, called, as_of).where(*([_behind(*after)] if after else []))
    rows = connection.execute(asked.order_by(table.extraction.desc(), table.start, table.id).limit(limit)).all()
    return [
        Rolled((row.extraction, row.start, row.id), Words(decode_claim(row.record), decode_document(row.text), row.key))
        for row in rows
    ]


def counted(connection: Connection, called: Called, as_of: str | None, most: int) -> int:
    """How many claims are chosen, counted up to `most`."""
    asked = _chosen(select(claims.c.id), called, as_of).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(asked)).scalar_one()


def leaves_out(connection: Connection, called: Called, as_of: str | None) -> bool:
    """Whether more claims hold the words than are looked at."""
    if not called.words:
        return False
    held = _matching(called.words, as_of).subquery()
    return connection.execute(select(func.count()).select_from(held)).scalar_one() > MOST


def _chosen(asked: Select[Any], called: Called, as_of: str | None) -> Select[Any]:
    asked = (
        asked.select_from(claims)
        .join(extractions, extractions.c.id == claims.c.extraction)
        .join(versions, versions.c.id == extractions.c.version)
        .where(_is_current(as_of), *conditions_of(called.selection))
    )
    if called.words:
        asked = asked.join(claim_texts, _of_text()).where(claim_texts.c.id.in_(_newest(called.words, as_of)))
    return asked.where(versions.c.document == called.document) if called.document else asked


def _of_text() -> ColumnElement[bool]:
    return and_(claim_texts.c.extraction == claims.c.extraction, claim_texts.c.claim == claims.c.id)


def _newest(words: tuple[str, ...], as_of: str | None) -> Select[Any]:
    return _matching(words, as_of).limit(MOST)


def _matching(words: tuple[str, ...], as_of: str | None) -> Select[Any]:
    last = select(func.max(extractions.c.id)).where(extractions.c.run.in_(runs_by(as_of))) if as_of else None
    return matching(words, last.scalar_subquery() if last is not None else None)


def _behind(extraction: int, start: int, id_: str) -> ColumnElement[bool]:
    table = claims.c
    further = and_(table.extraction == extraction, or_(table.start > start, and_(table.start == start, table.id > id_)))
    return or_(table.extraction < extraction, further)


def _is_current(as_of: str | None) -> ColumnElement[bool]:
    """Of the latest extraction of the document's latest version, of those that runs made which began by a moment."""
    other, later = versions.alias(), extractions.alias()
    mine, theirs = ((func.coalesce(t.c.edited, ""), t.c.id) for t in (versions, other))
    newer = or_(theirs[0] > mine[0], and_(theirs[0] == mine[0], theirs[1] > mine[1]))
    known = [[table.c.run.in_(runs_by(as_of))] if as_of else [] for table in (extractions, other, later)]
    return and_(
        *known[0],
        ~exists().where(other.c.document == versions.c.document, newer, *known[1]),
        ~exists().where(later.c.version == versions.c.id, later.c.id > extractions.c.id, *known[2]),
    )
