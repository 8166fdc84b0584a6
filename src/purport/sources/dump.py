"""Dumps of documents, for archives: JSON Lines and Parquet, record by record, from any of them on."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from purport.errors import InputError, MalformedError
from purport.model import Document
from purport.model.canonical import encode
from purport.sources.documents import DOCUMENT_KEYS, document_of, read_record
from purport.sources.opening import open_seekable

__all__ = ["TABLE", "documents_in_lines", "documents_in_rows"]

TABLE = b"purport"
"""The key of a Parquet file's metadata under which `purport archive` says which of its tables the file is part of."""

_BATCH = 256
_NEEDED = frozenset({"id", "text"})

Numbered = Iterator[tuple[int, Document | InputError]]


def documents_in_lines(stream: BinaryIO, name: str, size: int, start: int = 0) -> Numbered:
    """The documents of JSON Lines from line `start` (0 is the first) on, with their numbers, or why they are none."""
    for number, line in open_seekable(stream, name, size).lines():
        if number > start:
            yield number - 1, read_record(line, f"{name}:{number}")


def documents_in_rows(stream: BinaryIO, name: str, start: int = 0) -> Numbered:
    """The documents of a Parquet file from row `start` on; its columns are called as in the document form.

    Of the tables that `purport archive` writes, that of documents gives them whole, that of failures the failures, and
    that of claims nothing: they are found again in the documents.
    """
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        file = ParquetFile(stream)
        table = (file.schema_arrow.metadata or {}).get(TABLE, b"").decode()
        columns = [] if table == "claims" else _columns(file.schema_arrow.names, table, name)
        for batch in file.iter_batches(_BATCH, columns=columns) if columns else ():
            rows = batch.to_pylist() if number + batch.num_rows > start else ()
            for at, row in enumerate(rows, number):
                if at >= start:
                    yield at, _read(row, table, f"{name}:{at + 1}")
            number += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        yield number, MalformedError(f"broken Parquet: {error}", about=f"{name}:{number + 1}", cure="write it again")


def _columns(names: list[str], table: str, about: str) -> list[str]:
    if table:
        return ["record"] if table == "documents" else ["about", "reason"]
    if not set(names) >= _NEEDED:
        raise MalformedError("a table without documents", about=about, cure='its columns are "id", "source", "text", …')
    return [name for name in names if name in DOCUMENT_KEYS]


def _read(row: dict[str, Any], table: str, about: str) -> Document | InputError:
    if table == "documents":
        return read_record(row["record"].encode(), about)
    if table == "failures":
        return InputError(row["reason"], about=row["about"])
    told = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}
    told = {key: value for key, value in told.items() if value is not None}
    try:
        return document_of(told, encode(told), about)
    except InputError as error:
        return error
