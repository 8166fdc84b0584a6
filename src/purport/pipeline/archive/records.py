"""The records of a unit, whatever its kind: a page that is looked at, or a document as it stands."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from purport.errors import InputError, UnreadableError
from purport.model import Document
from purport.pipeline.archive.units import Unit, open_unit
from purport.sources.dump import documents_in_lines, documents_in_rows
from purport.sources.warc import next_record
from purport.sources.warc import records as warc_records

__all__ = ["Item", "items"]


class Item(Struct, frozen=True):
    """The record at place `at` of its unit: of a WARC file the byte, else the number of the line or row.

    It holds a page's bytes (`data`, with the `charset` that the server named), or a `document`, or says by `error` why
    it cannot be read, or nothing that is a page or a text.
    """

    at: int
    about: str
    data: bytes | None = None
    charset: str | None = None
    document: Document | None = None
    error: InputError | None = None


def items(unit: Unit, after: int) -> Iterator[Item]:
    """The unit's records behind the one at `after` (-1: all). Raises UnreadableError and LostError."""
    with open_unit(unit) as stream:
        if unit.kind == "warc":
            yield from _pages(stream, unit, after)
        elif unit.kind in ("documents", "parquet"):
            yield from _documents(stream, unit, after)
        else:
            raise UnreadableError(
                "no WARC file, no JSON Lines and no Parquet", about=unit.url, cure="`purport read` reads other forms"
            )


def _documents(stream: Any, unit: Unit, after: int) -> Iterator[Item]:
    lines = unit.kind == "documents"
    for at, found in (
        documents_in_lines(stream, unit.url, unit.size, after + 1)
        if lines
        else documents_in_rows(stream, unit.url, after + 1)
    ):
        if isinstance(found, Document):
            yield Item(at, found.id, document=found)
        else:
            yield Item(at, found.about, error=found)


def _pages(stream: Any, unit: Unit, after: int) -> Iterator[Item]:
    """Those of the range; at a place in mid-file, where a record begins has to be looked for first."""
    start: int | None = max(after, unit.start)
    if after < 0 and unit.start:
        start = next_record(stream, unit.start)
    if start is None:
        return
    for record in warc_records(stream, unit.url, start):
        if unit.end is not None and record.at >= unit.end:
            return
        if record.at > after:
            yield Item(record.at, record.url, record.data, record.charset, error=record.error)
