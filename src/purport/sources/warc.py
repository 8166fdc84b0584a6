"""WARC archives (ISO 28500): the pages that a crawl has brought home, record by record, from any place in the file.

What comes before a break is kept: behind a damaged record, reading goes on with the next one that begins well.
"""

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from purport.errors import InputError, MalformedError, TooLargeError
from purport.sources.limits import MAX_PAGE, MIB

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["Record", "next_record", "records"]

_GZIP = b"\x1f\x8b\x08"
_BEGINS = b"WARC/1."
_PARTED = b"\r\n\r\n"  # stands between the records of an archive that is not packed
_PAGES = ("text/html", "application/xhtml+xml")
_CURE = "download it again"
_FOUND = 200


class Record(Struct, frozen=True):
    """The record at the byte `at` of its file.

    `data` is a page's bytes, its transfer and content encodings undone; None where it holds no page that was found (a
    request, a picture, an answer of 404). `charset` is what the server said. `error` says why it cannot be read.
    """

    at: int
    url: str
    data: bytes | None = None
    charset: str | None = None
    error: InputError | None = None


def records(stream: BinaryIO, name: str, start: int = 0) -> Iterator[Record]:
    """The records from the byte `start` of an open file on, where one begins; what is damaged has a record, too."""
    at: int | None = start
    broken: Record | None = None
    while at is not None:
        stream.seek(at)
        last = None
        try:
            for record in _read(stream, name):
                if broken:
                    yield broken
                    broken = None
                last = record.at
                yield record
            break
        except OSError as error:
            last = at if last is None else last + 1
            broken = Record(last, f"{name}:{last}", error=_damaged(f"{error}", f"{name}:{last}"))
            at = next_record(stream, last + 1)
    if broken:
        yield broken


def _read(stream: BinaryIO, name: str) -> Iterator[Record]:
    from fastwarc.warc import ArchiveIterator

    for record in ArchiveIterator(stream, parse_http=False):
        about = record.headers.get("WARC-Target-URI") or f"{name}:{record.stream_pos}"
        if record.headers.get("WARC-Type") != "response" or not record.is_http:
            yield Record(record.stream_pos, about)
            continue
        try:
            yield _response(record, about)
        except InputError as error:
            yield Record(record.stream_pos, about, error=error)


def _response(record: "WarcRecord", about: str) -> Record:
    """An answer to the crawler. Raises InputError, and OSError where the file is damaged."""
    at, size = record.stream_pos, record.content_length
    if size > MAX_PAGE:
        raise _too_large(about)
    block = record.reader.read(size)
    if len(block) < size:
        raise _damaged("the file breaks off in it", about)
    record.set_bytes_content(block)
    try:
        record.parse_http(auto_decode="all")
        if record.http_headers.status_code != _FOUND or record.http_content_type not in _PAGES:
            return Record(at, about)
        data = record.reader.read(MAX_PAGE + 1)
    except (OSError, ValueError, zlib.error) as error:
        raise _damaged(str(error), about) from error
    if len(data) > MAX_PAGE:
        raise _too_large(about)
    return Record(at, about, data, record.http_charset)


def _damaged(reason: str, about: str) -> MalformedError:
    return MalformedError(f"a damaged record: {reason}", about=about, cure=_CURE)


def _too_large(about: str) -> TooLargeError:
    return TooLargeError(f"larger than the {MAX_PAGE // MIB} MiB that one page may have", about=about)


def next_record(stream: BinaryIO, start: int) -> int | None:
    """The first byte at or behind `start` at which a record begins well; None where none does."""
    stream.seek(0)
    head = stream.read(len(_BEGINS))
    if not start and head == _BEGINS:
        return 0
    packed = head.startswith(_GZIP)
    mark = _GZIP if packed else _PARTED + _BEGINS
    offset = start if packed else max(start - len(_PARTED), 0)
    stream.seek(offset)
    window = b""
    while part := stream.read(MIB):
        window += part
        at = window.find(mark)
        while at >= 0:
            found = offset + at + (0 if packed else len(_PARTED))
            if not packed or _opens_record(stream, found):
                return found
            at = window.find(mark, at + 1)
        kept = len(mark) - 1
        offset += len(window) - kept
        window = window[-kept:]
        stream.seek(offset + kept)
    return None


def _opens_record(stream: BinaryIO, at: int) -> bool:
    """Whether what looks like the start of a packed record is one: the three bytes may stand anywhere by chance."""
    stream.seek(at)
    try:
        return zlib.decompressobj(wbits=31).decompress(stream.read(1024), len(_BEGINS)) == _BEGINS
    except zlib.error:
        return False
