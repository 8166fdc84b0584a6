"""Spreadsheets: what they unpack to is measured first, and they are read in a process of their own."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from importlib.util import find_spec

from purport.errors import MalformedError, TooLargeError, UnreadableError
from purport.sources.confined import confined
from purport.sources.limits import MAX_INFLATION, MAX_PARTS, MAX_SHEETS, MIB
from purport.sources.opening import Blob

__all__ = ["sheets_of"]

_CURE = "save the sheet as CSV"
_ZIP = b"PK\x03\x04"
_HEADER = 30
_CHUNK = MIB


def sheets_of(blob: Blob) -> Iterator[tuple[str, list[list[str]]]]:
    """Each sheet with its rows. Raises InputError."""
    if find_spec("python_calamine") is None:
        raise UnreadableError(
            "a spreadsheet, which needs an extra", about=blob.name, cure="pip install 'purport[tables]'"
        )
    data = blob.whole(MAX_SHEETS, "a spreadsheet")
    if data.startswith(_ZIP):
        _check_unpacked(data, blob.name)
    name: str | None = None
    rows: list[list[str]] = []
    for told in confined("purport.sources.tables.workbook", data, blob.name, _CURE):
        if isinstance(told, str):
            if name is not None:
                yield name, rows
            name, rows = told, []
        elif told is not None:
            rows.append(told)
    if name is not None:
        yield name, rows


def _check_unpacked(data: bytes, about: str) -> None:
    """Refuses what unpacks to very much. What the archive says of its own sizes is not believed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise MalformedError(f"a broken spreadsheet: {error}", about=about, cure="save it again") from error
    left = MAX_SHEETS + MAX_INFLATION * len(data)
    for part in parts[:MAX_PARTS]:
        left -= _unpacked(data, part, left)
        if left < 0 or len(parts) > MAX_PARTS:
            reason = "unpacks to far more than any spreadsheet does, as archives made to flood a memory do"
            raise TooLargeError(reason, about=about, cure=_CURE)


def _unpacked(data: bytes, part: zipfile.ZipInfo, most: int) -> int:
    """How many bytes a part of the archive unpacks to; where it is more than `most`, some number above it."""
    names = int.from_bytes(data[part.header_offset + 26 : part.header_offset + 28], "little")
    extra = int.from_bytes(data[part.header_offset + 28 : part.header_offset + 30], "little")
    at = part.header_offset + _HEADER + names + extra
    if part.compress_type == zipfile.ZIP_STORED:
        return part.compress_size
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    total, packed = 0, data[at:]
    try:
        while total <= most and not unpack.eof and packed:
            total += len(unpack.decompress(packed, _CHUNK))
            packed = unpack.unconsumed_tail
    except zlib.error:
        return total  # the library that reads it will say so
    return total
