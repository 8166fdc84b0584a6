"""The tables that an archive becomes: Parquet files of documents, claims and failures, in a folder for each date.

A unit's files are called after it, so that reading it again replaces them and adds nothing twice.
"""

import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
from pyarrow.parquet import write_table

from purport.model import Claim
from purport.model.codec import decode_claim
from purport.model.selection import count_bounds, event_bounds
from purport.pipeline.archive.batches import Batch
from purport.sources.dump import TABLE

__all__ = ["TABLES", "Part", "prepare"]

_TEXT, _NUMBER = pa.string(), pa.int64()
_COLUMNS: dict[str, dict[str, pa.DataType]] = {
    "documents": dict.fromkeys(
        ("key", "id", "source", "kind", "url", "published", "language", "title", "text", "record"), _TEXT
    ),
    "claims": {
        **dict.fromkeys(("document_key", "id", "document", "kind", "quote"), _TEXT),
        "start": _NUMBER,
        **dict.fromkeys(("attacker", "outcome", "stance", "event_start", "event_end"), _TEXT),
        **dict.fromkeys(("count_min", "count_max"), _NUMBER),
        **dict.fromkeys(("published", "publisher", "record"), _TEXT),
    },
    "failures": {"about": _TEXT, "reason": _TEXT, "file": _TEXT, "at": _NUMBER},
}
"""Column by column; `record` is the whole in the interchange form, as JSON."""

TABLES = {name: pa.schema(list(columns.items()), metadata={TABLE: name.encode()}) for name, columns in _COLUMNS.items()}
_ROWS_BYTES = 16 << 20
_UNKNOWN = "unknown"


def prepare(to: Path) -> None:
    """Make the tables' folders, each with one file without rows: a table is there also where it is empty."""
    for name, schema in TABLES.items():
        (to / name).mkdir(parents=True, exist_ok=True)
        _write(pa.table({key: [] for key in schema.names}, schema=schema), to / name / "none.parquet")


class Part:
    """What one unit adds to the tables; held in memory up to a bound, then written."""

    def __init__(self, to: Path, unit: str, file: str) -> None:
        self._to, self._unit, self._file = to, unit, file
        self._rows: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        self._size = self._number = 0
        for name in TABLES:  # of a run that was killed
            for left in (to / name).glob(f"date=*/{unit}-*"):
                left.unlink()

    def add(self, batch: Batch) -> None:
        """Take up what a batch holds."""
        for read in batch.documents:
            date = read.published[:10] if read.published else _UNKNOWN
            document = msgspec.json.decode(read.document)
            row = {key: document.get(key) for key in _COLUMNS["documents"]}
            self._rows["documents", date].append(row | {"key": read.key, "record": read.document.decode()})
            for line in read.claims:
                self._rows["claims", date].append(_claim_row(decode_claim(line), line.decode()))
            self._size += len(read.document) + sum(map(len, read.claims))
        for failure in batch.failures:
            row = {"about": failure.about, "reason": failure.reason, "file": self._file, "at": failure.at}
            self._rows["failures", _UNKNOWN].append(row)
        if self._size >= _ROWS_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        for (name, date), rows in sorted(self._rows.items(), key=lambda item: item[0]):
            folder = self._to / name / f"date={date}"
            folder.mkdir(parents=True, exist_ok=True)
            table = pa.Table.from_pylist(rows, schema=TABLES[name])
            _write(table, folder / f"{self._unit}-{self._number}.parquet")
        self._rows.clear()
        self._size = 0
        self._number += 1


def _claim_row(claim: Claim, record: str) -> dict[str, Any]:
    (start, end), (least, most) = event_bounds(claim.time), count_bounds(claim)
    return {
        "document_key": claim.document_key,
        "id": claim.id,
        "document": claim.document,
        "kind": claim.kind,
        "quote": claim.quote,
        "start": claim.start,
        "attacker": claim.attacker,
        "outcome": claim.outcome,
        "stance": claim.stance,
        "event_start": start,
        "event_end": end,
        "count_min": least,
        "count_max": most,
        "published": claim.published,
        "publisher": claim.publisher,
        "record": record,
    }


def _write(table: pa.Table, path: Path) -> None:
    """A file is there whole or not at all."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    write_table(table, half, compression="zstd")
    half.replace(path)
