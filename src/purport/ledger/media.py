"""The pictures and videos of documents: links, by version; and the files of those that somebody has fetched."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, and_, exists, insert, or_, select
from sqlalchemy.orm import aliased

from purport.errors import NotFoundError
from purport.ledger.records import MediaFile, MediaRow
from purport.ledger.schema import media, media_files, versions
from purport.ledger.shelf import is_newest
from purport.model import Document, Media, media_ids
from purport.model.codec import decode_document

__all__ = ["add_file", "check", "find", "keep", "listed", "of_version", "rows_of"]

_SHOWN = 5


def rows_of(version: int, document: Document) -> list[dict[str, Any]]:
    """The rows of a version's media."""
    return [
        {
            "version": version,
            "position": at,
            "id": id_,
            "kind": one.kind,
            "url": one.url,
            "caption": one.caption,
            "credit": one.credit,
        }
        for at, (id_, one) in enumerate(zip(media_ids(document), document.media, strict=True))
    ]


def keep(connection: Connection, documents: Mapping[int, Document]) -> None:
    """Add the media of versions, by their numbers; of those that have some already, nothing.

    A version that was read when fewer pictures were looked for gets them when it is read again.
    """
    shown = [version for version, document in documents.items() if document.media]
    asked = select(media.c.version).where(media.c.version.in_(shown)).distinct()
    known = set(connection.execute(asked).scalars()) if shown else set()
    rows = [row for version in shown if version not in known for row in rows_of(version, documents[version])]
    if rows:
        connection.execute(insert(media), rows)


def listed(connection: Connection, document: str | None = None) -> list[MediaRow]:
    """The media of all documents in their current versions, or of the one of this key, in order of publication."""
    return _rows(connection, is_newest(None), *([versions.c.document == document] if document else []))


def of_version(connection: Connection, version: int) -> list[MediaRow]:
    """The media of a version of a document."""
    return _rows(connection, versions.c.id == version)


def find(connection: Connection, wanted: str) -> list[MediaRow]:
    """The media of this id, of the only id that begins so, or at this address, in each document that shows it.

    Raises NotFoundError.
    """
    begins = media.c.id.startswith(wanted, autoescape=True) if wanted.startswith("m") else media.c.id == wanted
    rows = _rows(connection, is_newest(None), or_(begins, media.c.url == wanted))
    ids = sorted({row.id for row in rows})
    if not rows:
        cure = "`purport media` lists their ids and addresses"
        raise NotFoundError("no document shows a picture or video of this id or address", about=wanted, cure=cure)
    if len(ids) > 1 and wanted not in ids:
        more = ", …" if len(ids) > _SHOWN else ""
        cure = f"name one of {', '.join(ids[:_SHOWN])}{more}"
        raise NotFoundError("several pictures or videos have ids that begin so", about=wanted, cure=cure)
    return [row for row in rows if row.id == (wanted if wanted in ids else ids[0])]


def check(connection: Connection, id_: str) -> None:
    """Raises NotFoundError where no document ever showed it."""
    if connection.execute(select(media.c.id).where(media.c.id == id_).limit(1)).first() is None:
        cure = "`purport media` lists ids"
        raise NotFoundError("the ledger holds no picture or video of this id", about=id_, cure=cure)


def add_file(connection: Connection, file: MediaFile) -> None:
    """Keep that somebody has fetched a file, and what it was. Raises NotFoundError."""
    check(connection, file.media)
    connection.execute(
        insert(media_files).values(media=file.media, at=file.at, sha256=file.sha256, size=file.size, type=file.type)
    )


def _rows(connection: Connection, *conditions: ColumnElement[bool]) -> list[MediaRow]:
    other = aliased(media_files)
    newer = exists().where(other.c.media == media_files.c.media, other.c.number > media_files.c.number)
    last = and_(media_files.c.media == media.c.id, ~newer)
    asked = (
        select(media, media_files.c.sha256, versions.c.document, versions.c.record)
        .join(versions, versions.c.id == media.c.version)
        .join(media_files, last, isouter=True)
        .where(*conditions)
        .order_by(versions.c.published.is_(None), versions.c.published, versions.c.document, media.c.position)
    )
    return list(_told(connection.execute(asked).all()))


def _told(rows: Iterable[Any]) -> Iterable[MediaRow]:
    for row in rows:
        document = decode_document(row.record)
        shown = Media(row.caption, row.url, row.kind, row.credit)
        shown = replace(shown, sha256=row.sha256) if row.sha256 else shown
        yield MediaRow(row.id, row.document, document.id, document.source, document.published, row.position, shown)
