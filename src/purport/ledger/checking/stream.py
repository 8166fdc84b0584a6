"""Rows of many tables side by side, each read once and in order."""

from collections.abc import Generator, Iterable, Iterator
from itertools import groupby, islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Select

from purport.ledger import streaming

__all__ = ["Beside", "chunks", "streamed"]

T = TypeVar("T")
_CHUNK = 1_000


def streamed(connection: Connection, asked: Select[Any]) -> Generator[Any, None, None]:
    """The rows of a question, of which a few at a time are held."""
    return streaming.streamed(connection, asked, _CHUNK)


def chunks(things: Iterable[T]) -> Iterator[list[T]]:
    """The things in lists that a question can name."""
    rest = iter(things)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


class Beside:
    """Rows that belong to those of another table, in the order of the first `length` columns, their key; `close` it."""

    def __init__(self, rows: Generator[Any, None, None], length: int) -> None:
        self._rows = rows
        self._groups = groupby(rows, key=lambda row: tuple(row[:length]))
        self._next: tuple[Any, list[Any]] | None = None

    def of(self, key: tuple[Any, ...]) -> list[Any]:
        """Those of a key; keys are asked for in order, and none that is passed over comes again."""
        while (group := self._next or self._read()) is not None:
            if group[0] > key:
                break
            self._next = None
            if group[0] == key:
                return group[1]
        return []

    def close(self) -> None:
        """Read no further."""
        self._rows.close()

    def _read(self) -> tuple[Any, list[Any]] | None:
        found = next(self._groups, None)
        self._next = (found[0], list(found[1])) if found else None
        return self._next
