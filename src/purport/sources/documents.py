"""Documents in JSON Lines, and dumps that are nearly so: one object a line, read as a stream."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct, field

from purport.errors import InputError, MalformedError, TooLargeError
from purport.model import Document, DocumentKind, Media
from purport.sources.addresses import channel_of, host_of
from purport.sources.dates import given
from purport.sources.decoding import decode_json
from purport.sources.limits import MAX_LINE, MIB
from purport.sources.opening import Blob, sha256
from purport.sources.texts import UNKNOWN_SOURCE, text_problem

__all__ = ["DOCUMENT_KEYS", "document_of", "read", "read_record"]

_MARK = b"\xef\xbb\xbf"
_CURE = 'a document is one line of JSON with "id", "source" and "text"'


class _Record(Struct, frozen=True):
    """One line: the format's keys, the product's own, and `date` and `lang`, which are dumps' words for two of them."""

    id: str | int
    text: str
    source: str | None = None
    kind: DocumentKind | None = None
    url: str | None = None
    published: str | None = None
    date: str | None = None
    language: str | None = None
    lang: str | None = None
    title: str | None = None
    published_basis: str | None = field(default=None, name="x_published_basis")
    author: str | None = field(default=None, name="x_author")
    raw_hash: str | None = field(default=None, name="x_sha256")
    edited: str | None = field(default=None, name="x_edited")
    forwarded_from: str | None = field(default=None, name="x_forwarded_from")
    reply_to: str | None = field(default=None, name="x_reply_to")
    media: tuple[Media, ...] = field(default=(), name="x_media")


_decoder = msgspec.json.Decoder(_Record)

DOCUMENT_KEYS = frozenset(_Record.__struct_encode_fields__)
"""What a document's record may say; all else in it is nobody's concern here."""


def read(blob: Blob, report: Callable[[InputError], None]) -> Iterator[Document]:
    """Each line's document; each line that holds none is reported with its number, and the rest is read."""
    for number, line in blob.lines():
        found = read_record(line, f"{blob.name}:{number}")
        if isinstance(found, Document):
            yield found
        else:
            report(found)


def read_record(line: bytes | None, about: str) -> Document | InputError:
    """The document of a line, or why it holds none; None stands for a line that is too long."""
    try:
        return _document(_record(line, about), line or b"", about)
    except InputError as error:
        return error


def document_of(told: dict[str, Any], raw: bytes, about: str) -> Document:
    """The document of a record that is no line; `raw` is what its hash is of. Raises MalformedError."""
    try:
        record = msgspec.convert(told, _Record)
    except msgspec.ValidationError as error:
        raise MalformedError(f"no document: {error}", about=about, cure=_CURE) from error
    return _document(record, raw, about)


def _record(line: bytes | None, about: str) -> _Record:
    if line is None:
        raise TooLargeError(
            f"a line longer than {MAX_LINE // MIB} MiB", about=about, cure="one document a line; is this JSON Lines?"
        )
    try:
        return decode_json(line.removeprefix(_MARK), _decoder.decode)
    except RecursionError as error:
        raise TooLargeError("nested too deep", about=about, cure=_CURE) from error
    except UnicodeDecodeError as error:
        raise MalformedError(
            f"broken UTF-8 at byte {error.start} of a string", about=about, cure="save it as UTF-8"
        ) from error
    except msgspec.ValidationError as error:
        raise MalformedError(f"no document: {error}", about=about, cure=_CURE) from error
    except msgspec.DecodeError as error:
        raise MalformedError(f"broken JSON: {error}", about=about, cure=_CURE) from error


def _document(record: _Record, line: bytes, about: str) -> Document:
    problem = text_problem(record.text) or ("has an empty id" if record.id == "" else None)
    if problem:
        raise MalformedError(problem, about=about, cure=_CURE)
    published = _published(record, about)
    return Document(
        id=str(record.id),
        source=_source(record),
        kind=record.kind or ("telegram" if channel_of(record.url) else "article"),
        url=record.url,
        published=published,
        language=record.language or record.lang,
        title=record.title,
        text=record.text,
        published_basis=record.published_basis or ("given" if published else None),
        author=record.author,
        raw_hash=record.raw_hash or sha256(line.removeprefix(_MARK).strip()),
        edited=record.edited,
        forwarded_from=record.forwarded_from,
        reply_to=record.reply_to,
        media=record.media,
    )


def _published(record: _Record, about: str) -> str | None:
    stated = record.published or record.date
    try:
        return given(stated)
    except ValueError as error:
        cure = "ISO 8601 with an offset, or a bare date, or null where nobody has said"
        raise MalformedError(f'"published" is no date: {stated!r:.60}', about=about, cure=cure) from error


def _source(record: _Record) -> str:
    if record.source is not None:
        return record.source
    channel = channel_of(record.url)
    return f"t.me/{channel}" if channel else host_of(record.url) or UNKNOWN_SOURCE
