"""A row of a table to a document."""

import re
from collections.abc import Sequence

from msgspec import Struct

from purport.errors import MalformedError
from purport.model import Document, Media, MediaKind
from purport.model.canonical import encode
from purport.sources.addresses import channel_of, host_of, is_web
from purport.sources.asked import Asked, DayOrder
from purport.sources.languages import settle
from purport.sources.opening import sha256
from purport.sources.tables.columns import Columns
from purport.sources.tables.moments import moment
from purport.sources.texts import UNKNOWN_SOURCE, text_problem

__all__ = ["Row", "document_of"]

_USERNAME = re.compile(r"@?(?P<name>[A-Za-z]\w{3,31})", re.ASCII)
_VIDEO = re.compile(r"\.(?:mp4|mov|webm|avi|mkv)(?:$|[?#])", re.IGNORECASE)


class Row(Struct, frozen=True):
    """The cells of a row, by what they hold; "" where there is nothing. `number`: of the row, from 1 on."""

    cells: Sequence[str]
    number: int
    columns: Columns

    def get(self, role: str) -> str:
        """What the row has of this, without blanks around it; a text as it stands."""
        at = self.columns.roles.get(role)
        if at is None or at >= len(self.cells):
            return self.columns.constant.get(role, "")
        return self.cells[at] if role == "text" else self.cells[at].strip()


def document_of(row: Row, stem: str, asked: Asked, order: DayOrder | None, about: str) -> Document | None:
    """The document of a row; None where it has no text. Raises MalformedError for what is no text."""
    text = row.get("text")
    if not text.strip():
        return None
    problem = text_problem(text)
    if problem:
        raise MalformedError(problem, about=about, cure="write the table again")
    channel = _channel(row)
    published = moment(row.get("published"), row.get("time"), asked.zone, order)
    url = _url(row, channel)
    return Document(
        id=_id(row, channel, stem),
        source=_source(row, channel, url),
        kind="telegram" if channel or row.get("channel") or channel_of(url) else "article",
        url=url,
        published=published,
        language=settle(row.get("language"), text),
        title=row.get("title") or None,
        text=text,
        published_basis="given" if published else None,
        author=row.get("author") or None,
        raw_hash=sha256(encode(list(row.cells))),
        edited=moment(row.get("edited"), "", asked.zone, order),
        forwarded_from=row.get("forwarded_from") or None,
        reply_to=_reply(row, channel, stem),
        media=_media(row.get("media")),
    )


def _channel(row: Row) -> str | None:
    """The name of a Telegram channel by which its posts are found; None where the row names none."""
    told = row.get("channel")
    found = _USERNAME.fullmatch(told)
    return channel_of(told) or (found["name"] if found else None)


def _url(row: Row, channel: str | None) -> str | None:
    told = row.get("url")
    if is_web(told):
        return told
    if channel_of(told):
        return f"https://{told}"
    number = _number(row.get("post"))
    return f"https://t.me/{channel}/{number}" if channel and number else None


def _id(row: Row, channel: str | None, stem: str) -> str:
    own = _number(row.get("post")) or _number(row.get("id")) or row.get("id")
    if not own:
        return f"{stem}-{row.number}"
    return f"{channel}-{own}" if channel else own


def _source(row: Row, channel: str | None, url: str | None) -> str:
    if row.get("source"):
        return row.get("source")
    if channel:
        return f"t.me/{channel}"
    of = channel_of(url)
    return row.get("channel") or (f"t.me/{of}" if of else host_of(url)) or UNKNOWN_SOURCE


def _reply(row: Row, channel: str | None, stem: str) -> str | None:
    told = _number(row.get("reply_to")) or row.get("reply_to")
    return f"{channel or stem}-{told}" if told else None


def _number(told: str) -> str | None:
    """A whole number; spreadsheets write 7 as 7.0."""
    bare = told.removesuffix(".0")
    return bare if bare.isdecimal() else None


def _media(told: str) -> tuple[Media, ...]:
    urls = [part for part in re.split(r"[\s,;|]+", told) if is_web(part)]
    return tuple(Media(url=url, kind=_kind(url)) for url in urls)


def _kind(url: str) -> MediaKind:
    return "video" if _VIDEO.search(url) else "photo"
