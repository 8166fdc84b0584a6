"""Pages of tables: the rows of those incidents that are shown, and of no others, as the ledger has them."""

from collections.abc import Sequence

import msgspec
from msgspec import Raw

from purport.ledger import Ledger
from purport.server.cursor import cursor_of, position_of
from purport.server.index import View, ordering
from purport.server.index.codes import Array
from purport.server.index.kept import Kept
from purport.server.query import Page, Sort
from purport.server.rows import row_of

__all__ = ["Table", "page_of"]

_ROOM = 30_000_000
"""Bytes for rows that are kept at hand."""
_encoder = msgspec.json.Encoder()


class Table:
    """Rows of the ledger's incidents as JSON, by the number of their state, which never changes."""

    def __init__(self, book: Ledger) -> None:
        self._book = book
        self._kept = Kept(_ROOM, len)

    def rows(self, numbers: Sequence[int]) -> list[Raw]:
        """The rows of states, in their order."""
        found = {number: self._kept.get(number) for number in numbers}
        missing = [number for number, row in found.items() if row is None]
        if missing:
            for number, incident in zip(missing, self._book.incident_states(missing), strict=True):
                found[number] = _encoder.encode(row_of(incident))
                self._kept.put(number, found[number])
        return [Raw(found[number]) for number in numbers]


def page_of(view: View, rows: Array, sort: Sort, page: Page) -> tuple[Array, str | None]:
    """The part of ordered rows that a page shows, and the cursor of the next."""
    begin = 0
    if page.cursor is not None:
        begin = ordering.begin_behind(view, rows, sort, position_of(page.cursor, ordering.Position))
    shown = rows[begin : begin + page.limit]
    more = begin + len(shown) < len(rows)
    return shown, cursor_of(ordering.position_of(view, sort, shown[-1])) if more else None
