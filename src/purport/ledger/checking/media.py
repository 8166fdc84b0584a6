"""Pictures and videos: their ids are those that their documents give them, and what is known of them is of some."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from purport.errors import MalformedError
from purport.ledger.checking.problem import Problem
from purport.ledger.checking.stream import chunks, streamed
from purport.ledger.schema import judgements, media, media_files, versions
from purport.model import Media, media_id
from purport.model.codec import decode_document
from purport.model.incident import Judgement

__all__ = ["files_problems", "media_problems"]

_NOWHERE = "no document shows a picture or video of its id"
_judgement = msgspec.json.Decoder(Judgement)


def media_problems(connection: Connection) -> Iterator[Problem]:
    """Media with another id than their document and address give."""
    order = (media.c.version, media.c.position)
    asked = select(media, versions.c.record).join(versions, versions.c.id == media.c.version).order_by(*order)
    for row in streamed(connection, asked):
        try:
            given = media_id(decode_document(row.record), row.position, Media(url=row.url))
        except MalformedError:
            continue  # told of the version
        if given != row.id:
            reason = "the id is not that of its document and address"
            yield Problem("media", f"{row.version}/{row.position}", reason)


def files_problems(connection: Connection) -> Iterator[Problem]:
    """Files, and what people have found, of media that no document shows."""
    files = streamed(connection, select(media_files.c.number, media_files.c.media).order_by(media_files.c.number))
    yield from _nowhere(connection, "media_files", ((row.number, row.media) for row in files))
    yield from _nowhere(connection, "judgements", _judged(connection))


def _judged(connection: Connection) -> Iterator[tuple[int, str]]:
    asked = select(judgements.c.number, judgements.c.record).order_by(judgements.c.number)
    for row in streamed(connection, asked):
        try:
            found: Any = _judgement.decode(row.record)
        except msgspec.MsgspecError:
            continue  # told of the judgement
        if found.verdict == "media":
            yield row.number, found.value["media"]


def _nowhere(connection: Connection, table: str, told: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    for chunk in chunks(told):
        ids = {id_ for _, id_ in chunk}
        there = set(connection.execute(select(media.c.id).where(media.c.id.in_(ids))).scalars())
        yield from (Problem(table, str(number), _NOWHERE) for number, id_ in chunk if id_ not in there)
