"""What a database has to be able to do to keep a ledger."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from sqlalchemy import URL, Connection, Engine, Table

__all__ = ["BUSY", "UNBOUNDED", "WRITING", "Backend", "Meaning", "writes"]

WRITING = {"purport_writes": True}
"""Execution options of a connection whose transaction takes the right to write at once: it never fails half way."""
UNBOUNDED = -1
"""Connections beyond those kept. A request that reads while it reads holds two: with a bound, many at once would wait
for each other's second one."""


class Meaning(NamedTuple):
    """What a database's error means to a person: why, what to do, and whether the same call may succeed later."""

    reason: str
    cure: str
    retry: bool


BUSY = Meaning("another program is writing to the ledger", "wait until it is done, then run this again", retry=True)


class Backend(Protocol):
    """A database that keeps ledgers.

    Of all its transactions one at a time may write, from its beginning to its end, so that numbers grow in the order in
    which they come to be seen; all others see one state of the book, and wait for nobody.
    """

    def check(self, url: URL, *, create: bool) -> None:
        """Raise LedgerError where it is plain, before anything is opened, that no ledger can be there."""

    def engine(self, url: URL, *, create: bool, timeout: float | None) -> Engine:
        """An engine whose transactions are as the class says; writers wait `timeout` seconds for each other.

        None: as long as is usual.
        """

    def turn(self, connection: Connection) -> None:
        """Wait while another program links, until this connection's transaction is the one whose turn it is.

        Where that takes longer than is usual, or the database knows no such turns, go on without.
        """

    def tables(self, connection: Connection) -> set[str]:
        """The names of the tables where the ledger's are, or would be."""

    def prepare(self, engine: Engine, about: str) -> None:
        """Do what has to be done once, and in no transaction, before the tables are made."""

    def renumber(self, connection: Connection, tables: Iterable[Table]) -> None:
        """Let the numbers of rows go on from the greatest, once rows have been put in with theirs."""

    def words(self, connection: Connection) -> Iterator[tuple[int, str]]:
        """Each number of a claim with each word by which the index finds it, in any order."""

    def server(self, connection: Connection) -> str:
        """The database and its version, in words."""

    def size(self, connection: Connection) -> int:
        """Bytes that the ledger takes up."""

    def meaning(self, error: Exception) -> Meaning | None:
        """What a driver's error means, where it is one of this database's and known."""


def writes(connection: Connection) -> bool:
    """Whether a connection's transaction is one that writes."""
    return bool(connection.get_execution_options().get("purport_writes", False))
