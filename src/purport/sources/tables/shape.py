"""Whether a text is a table, and what parts its cells."""

import csv
import io
import itertools
import re
from collections.abc import Iterator

from purport.sources.limits import MAX_LINE, MIB
from purport.sources.tables.names import role_named

__all__ = ["delimiter_of", "records"]

_DELIMITERS = ("\t", ";", ",", "|")
_LOOKED_AT = 40
_EXCEL = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# Rows of one cell, or of more than there are columns, are broken quotation marks or notes below the table.
_AGREEING = 0.9
# Fewer rows than these, or columns, agree by chance in prose.
_ROWS, _COLUMNS = 4, 3

csv.field_size_limit(MAX_LINE)


def delimiter_of(text: str, *, whole: bool = True) -> str | None:
    """What parts the cells of a table that begins so; None where it is none. `whole`: it does not only begin so."""
    stated = _EXCEL.match(text)
    if stated:
        return stated[1]
    found = [(score, delimiter) for delimiter in _DELIMITERS if (score := _score(text, delimiter, whole=whole))]
    return max(found)[1] if found else None


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows, without those that are blank, and without the line that tells Excel the delimiter."""
    stated = _EXCEL.match(text)
    lines = io.StringIO(text[stated.end() :] if stated else text, newline="")
    return (row for row in csv.reader(map(_bounded, lines), delimiter=delimiter) if any(cell.strip() for cell in row))


def _bounded(line: str) -> str:
    """The line; raises csv.Error for one so long that its cells alone would fill the memory."""
    if len(line) > MAX_LINE:
        raise csv.Error(f"a line longer than {MAX_LINE // MIB} MiB")
    return line


def _score(text: str, delimiter: str, *, whole: bool) -> tuple[int, float, int] | None:
    """The better, the greater: columns whose names are known, rows of one width, columns; None for what is no table."""
    try:
        rows = list(itertools.islice(records(text, delimiter), _LOOKED_AT + 1))
    except csv.Error:
        return None
    width = len(rows[0]) if rows else 0
    # The last row may be cut off, by what was looked at or by whoever saved it.
    is_cut = not whole or len(rows) > _LOOKED_AT or (len(rows) > _ROWS and len(rows[-1]) != width)
    body = rows[1 : len(rows) - is_cut]
    if width < 2 or not (body or (rows and not whole)):
        return None
    named = {role for role in map(role_named, rows[0]) if role}
    agreeing = sum(2 <= len(row) <= width for row in body) / max(len(body), 1)
    if "text" in named and len(named) >= 2 and not body:
        return len(named), 0.0, width  # a first cell longer than what was looked at
    if agreeing >= _AGREEING and ("text" in named or len(named) >= 2):
        return len(named), agreeing, width
    is_even = all(len(row) == width for row in body) and width >= _COLUMNS and len(body) >= _ROWS - 1
    spaced = any(cell.startswith(" ") for cell in rows[0][1:])  # as in an enumeration in prose
    return (0, 1.0, width) if is_even and not spaced else None
