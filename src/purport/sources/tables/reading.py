"""Tables to documents, row by row."""

import csv
import itertools
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from purport.errors import InputError, MalformedError
from purport.model import Document
from purport.sources.asked import Asked, DayOrder
from purport.sources.decoding import decode
from purport.sources.limits import MAX_TABLE
from purport.sources.opening import Blob
from purport.sources.tables.columns import Columns, find_columns
from purport.sources.tables.moments import looks_dated, moment, order_of
from purport.sources.tables.rows import Row, document_of
from purport.sources.tables.shape import delimiter_of, records
from purport.sources.tables.sheets import sheets_of

__all__ = ["columns_of", "read_delimited", "read_sheets"]

_log = logging.getLogger("purport")
# Rows by which the columns are told.
_SAMPLE = 500

Report = Callable[[InputError], None]


class _Table(Struct):
    """A table: what errors call it, what ids of rows without one begin with, and its rows."""

    about: str
    stem: str
    rows: Iterable[Sequence[str]]


def read_delimited(blob: Blob, asked: Asked, report: Report) -> Iterator[Document]:
    """Each row of a CSV file that has a text; which column is what is told in one line. Raises InputError."""
    yield from _documents(_delimited(blob), asked, report)


def read_sheets(blob: Blob, asked: Asked, report: Report) -> Iterator[Document]:
    """Each row that has a text, of each sheet that is one table. Raises InputError."""
    for table in _sheets(blob):
        try:
            yield from _documents(table, asked, report)
        except InputError as error:
            report(error)


def columns_of(blob: Blob, asked: Asked, *, is_sheet: bool) -> Iterator[tuple[str, Columns, Sequence[Sequence[str]]]]:
    """For each table its name, what its columns are taken for, and its first rows. Raises InputError."""
    for table in _sheets(blob) if is_sheet else [_delimited(blob)]:
        sample = list(itertools.islice(table.rows, _SAMPLE))
        if sample:
            yield table.about, find_columns(sample, asked, table.about), sample


def _delimited(blob: Blob) -> _Table:
    text = decode(blob.whole(MAX_TABLE, "one table"), blob.name)
    delimiter = delimiter_of(text)
    if delimiter is None:
        cure = "save it again as CSV, with the same number of cells in each row"
        raise MalformedError("a table whose rows do not agree", about=blob.name, cure=cure)
    return _Table(blob.name, blob.stem, records(text, delimiter))


def _sheets(blob: Blob) -> Iterator[_Table]:
    sheets = list(sheets_of(blob))
    for name, rows in sheets:
        alone = len(sheets) == 1
        yield _Table(
            blob.name if alone else f"{blob.name}: {name}",
            blob.stem if alone else f"{blob.stem}-{name}",
            (row for row in rows if any(cell.strip() for cell in row)),
        )


def _documents(table: _Table, asked: Asked, report: Report) -> Iterator[Document]:
    rows = _guarded(table, report)
    sample = list(itertools.islice(rows, _SAMPLE))
    if not sample:
        return
    columns = find_columns(sample, asked, table.about)
    order = asked.order or _order(sample, columns)
    _log.warning("%s: read as %s%s", table.about, columns.told(), _days_only(sample, columns, asked, order))
    body = itertools.islice(itertools.chain(sample, rows), int(columns.has_header), None)
    empty = 0
    for number, cells in enumerate(body, 1 + columns.has_header):
        about = f"{table.about}: row {number}"
        try:
            document = document_of(Row(cells, number, columns), table.stem, asked, order, about)
        except InputError as error:
            report(error)
            continue
        empty += document is None
        if document is not None:
            yield document
    if empty:
        report(
            MalformedError(f"{empty} rows without a text", about=table.about, cure="see that the right column is text")
        )


def _guarded(table: _Table, report: Report) -> Iterator[Sequence[str]]:
    """The rows; what the parser of CSV cannot read ends them, and is reported."""
    try:
        yield from table.rows
    except csv.Error as error:
        report(MalformedError(f"broken CSV: {error}", about=table.about, cure="write it again"))


def _order(sample: Sequence[Sequence[str]], columns: Columns) -> DayOrder | None:
    at = columns.roles.get("published")
    return None if at is None else order_of(row[at] for row in sample if at < len(row))


def _days_only(sample: Sequence[Sequence[str]], columns: Columns, asked: Asked, order: DayOrder | None) -> str:
    """What a person could say that the dates do not."""
    at = columns.roles.get("published")
    if at is None:
        return "; no column of dates"
    dates = [row[at] for row in sample[columns.has_header :] if at < len(row) and looks_dated(row[at])]
    if order is None and any(moment(one, "", None, None) is None for one in dates):
        return "; day and month cannot be told apart, so nothing is dated (say it: --dates dmy or mdy)"
    has_clock = "time" in columns.roles or any(":" in one for one in dates)
    found = [moment(one, "", None, order) for one in dates]
    if asked.zone is None and has_clock and any(one is not None and ":" not in one for one in found):
        return "; times without a zone keep their day only (say it: --zone)"
    return ""
