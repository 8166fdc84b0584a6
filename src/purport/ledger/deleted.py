"""Documents that stand as taken back by their publishers."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from purport.ledger.schema import deletions

__all__ = ["deleted"]


def deleted(connection: Connection, keys: Iterable[str] | None = None, by: str | None = None) -> dict[str, str]:
    """When each was found to be so, by its key: of these documents, or all; by a moment (ISO 8601 in UTC)."""
    columns = deletions.c
    last = select(func.max(columns.id)).group_by(columns.document)
    last = last.where(columns.document.in_(list(keys))) if keys is not None else last
    last = last.where(columns.at <= by) if by else last
    asked = select(columns.document, columns.at).where(columns.id.in_(last), columns.deleted == 1)
    return {row.document: row.at for row in connection.execute(asked)}
