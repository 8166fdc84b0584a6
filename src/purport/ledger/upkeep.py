"""What is done with a ledger as a whole: copied, checked, measured."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Self

from msgspec import Struct
from sqlalchemy import Connection, func, select

from purport.ledger.backends import BACKENDS
from purport.ledger.checking import Problem, check
from purport.ledger.copying import copy
from purport.ledger.schema import metadata, revision_table

__all__ = ["Size", "Upkeep"]

Opened = Callable[[], AbstractContextManager[Connection]]
Tell = Callable[[str], None]


class Size(Struct, frozen=True):
    """Where a ledger is, its database with the version, the form of its tables, its bytes, and each table's rows."""

    location: str
    database: str
    revision: str
    size: int
    rows: dict[str, int]


class Upkeep:
    """A ledger as a whole, in one state of it. All methods raise LedgerError where the database fails.

    `tell` hears, in words, how far the work has come.
    """

    def __init__(self, location: str, reading: Opened, writing: Opened) -> None:
        self._location = location
        self._reading = reading
        self._writing = writing

    def copy_from(self, other: Self, tell: Tell) -> dict[str, int]:
        """Put all rows of another ledger into this one, which is empty; how many each table has.

        All of them, or none. Raises LedgerError where this ledger holds anything.
        """
        with other._reading() as source, self._writing() as target:
            return copy(source, target, self._location, tell)

    def check(self, tell: Tell) -> Iterator[Problem]:
        """Whatever is not as it was derived, is out of order, or points at what is not there."""
        with self._reading() as connection:
            yield from check(connection, tell)

    def size(self) -> Size:
        """How large it is; each row is counted."""
        with self._reading() as connection:
            backend = BACKENDS[connection.dialect.name]
            rows = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in metadata.sorted_tables
            }
            return Size(
                location=self._location,
                database=backend.server(connection),
                revision=connection.execute(select(revision_table.c.version_num)).scalar_one(),
                size=backend.size(connection),
                rows=rows,
            )
