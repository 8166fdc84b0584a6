"""A workbook's sheets, by the library that knows their forms; run in a process of its own."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from purport.errors import UnreadableError

__all__ = ["read"]

_FIRST_DAY = datetime(1899, 12, 31)


def read(data: bytes) -> Iterator[Any]:
    """For each sheet its name, and then its rows, each a list of texts."""
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise UnreadableError("a spreadsheet locked by a password", cure="save it without one") from None
    for sheet in book.sheets_metadata:
        if sheet.typ is SheetTypeEnum.WorkSheet:
            yield sheet.name
            for row in book.get_sheet_by_name(sheet.name).iter_rows():
                yield [_told(cell) for cell in row]


def _told(cell: Any) -> str:
    """A cell as text; a time of day that a spreadsheet has put on its first day is a time of day."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime) and cell <= _FIRST_DAY:
        return cell.time().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
