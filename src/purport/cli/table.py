"""Tables that fit the terminal, written line by line, so that a long one needs no memory."""

from collections.abc import Sequence

from msgspec import Struct

from purport.exports.safe import visible

__all__ = ["Column", "Table"]

_GAP = "  "


class Column(Struct, frozen=True):
    """`width` is fixed where `share` is 0; else the least, and `share` its part of the room that is left."""

    name: str
    width: int
    share: int = 0
    right: bool = False


class Table:
    """Turns rows into lines of at most `width` columns; what does not fit ends in an ellipsis."""

    def __init__(self, columns: Sequence[Column], width: int) -> None:
        self._columns = columns
        self._width = width
        left = width - sum(c.width for c in columns) - len(_GAP) * (len(columns) - 1)
        shares = sum(c.share for c in columns)
        self._widths = [c.width + (max(0, left) * c.share // shares if shares else 0) for c in columns]

    def header(self) -> str:
        """The line of names."""
        return self.line([column.name for column in self._columns])

    def line(self, cells: Sequence[str | int | None]) -> str:
        """A row in one line; None is shown as nothing."""
        fitted = [
            _fit(_plain(cell), width, right=column.right)
            for cell, width, column in zip(cells, self._widths, self._columns, strict=True)
        ]
        return _fit(_GAP.join(fitted).rstrip(), self._width, right=False).rstrip()


def _plain(cell: str | int | None) -> str:
    return "" if cell is None else visible(" ".join(str(cell).split()))


def _fit(text: str, width: int, *, right: bool) -> str:
    from rich.cells import cell_len, set_cell_size

    shown = text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"
    padding = " " * (width - cell_len(shown))
    return padding + shown if right else shown + padding
