"""A ledger in one file, for the people of one machine: the default, which needs no service."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, inspect, text

from purport.errors import LedgerError
from purport.ledger.backends.base import BUSY, UNBOUNDED, Meaning, writes
from purport.ledger.streaming import streamed

__all__ = ["Sqlite"]

_CHUNK = 50_000
_PATIENCE = 5.0
"""Seconds to wait for another program to have written."""
# What SQLite says, and what that means.
_MEANINGS = {
    "file is not a database": Meaning("this file is no ledger", "name another one with --ledger", retry=False),
    "malformed": Meaning(
        "the ledger is damaged", "restore it from a copy, or read the documents into a new one", retry=False
    ),
    "locked": BUSY,
    "readonly": Meaning(
        "the ledger can only be read",
        "make the file and its folder writable, or use another with --ledger",
        retry=False,
    ),
    "unable to open": Meaning(
        "the ledger cannot be opened", "check that its folder exists and may be written to", retry=False
    ),
    "disk is full": Meaning("the disk is full", "make room, then run this again: what was read is kept", retry=True),
    "disk i/o error": Meaning(
        "the disk failed, or its folder cannot be written to", "check the disk, then run this again", retry=True
    ),
    "no such table": Meaning("this database is no ledger", "name another one with --ledger", retry=False),
    "only ever added to": Meaning("the ledger is only ever added to", "", retry=False),
}


class Sqlite:
    """Write-ahead logging lets readers be while one program writes."""

    def check(self, url: URL, *, create: bool) -> None:
        """Raise LedgerError where the path is a folder, or in none, or, unless it may be made, names no file."""
        if not url.database or url.database.startswith("file:"):
            return
        path = Path(url.database)
        if path.is_dir():
            raise LedgerError(
                "this is a folder", about=str(path), cure="name a file in it, as in --ledger folder/purport.db"
            )
        if not path.parent.is_dir():
            raise LedgerError("the folder for the ledger does not exist", about=str(path), cure=f"create {path.parent}")
        if not create and not (path.exists() and path.stat().st_size):
            raise LedgerError(
                "there is no ledger here",
                about=str(path),
                cure="make one with `purport read PATH`, or name one with --ledger",
            )

    def engine(self, url: URL, *, create: bool, timeout: float | None) -> Engine:
        """An engine whose connections are as the ledger needs them."""
        reached = url if create else _as_it_can_be_read(url)
        pool = {"max_overflow": UNBOUNDED} if reached.database not in {None, "", ":memory:"} else {}
        engine = create_engine(reached, connect_args={"timeout": _PATIENCE if timeout is None else timeout}, **pool)
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        return engine

    def turn(self, connection: Connection) -> None:
        """Go on: programs of one machine are few."""

    def tables(self, connection: Connection) -> set[str]:
        """The names of all tables."""
        return set(inspect(connection).get_table_names())

    def prepare(self, engine: Engine, about: str) -> None:
        """Ask for write-ahead logging, which is a property of the file: with it, readers never wait."""
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL").close()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):  # then the other program that makes it asks for the same
                raise LedgerError(
                    f"the ledger cannot be made: {error}", about=about, cure="check that its folder may be written to"
                ) from error
        finally:
            raw.close()

    def renumber(self, connection: Connection, tables: Iterable[Table]) -> None:
        """Nothing: SQLite gives each row the number behind the greatest."""

    def words(self, connection: Connection) -> Iterator[tuple[int, str]]:
        """What the index holds, through a view of it that is gone when the connection's transaction ends."""
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.told USING fts5vocab(main, claim_words, instance)"
        )
        return streamed(connection, text("SELECT doc, term FROM temp.told"), _CHUNK)

    def server(self, connection: Connection) -> str:
        """SQLite and its version."""
        return f"SQLite {connection.exec_driver_sql('SELECT sqlite_version()').scalar_one()}"

    def size(self, connection: Connection) -> int:
        """Bytes of the file, without those that wait beside it to be put into it."""
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        return int(pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one())

    def meaning(self, error: Exception) -> Meaning | None:
        """By what SQLite says: it has one message for each of these, in English."""
        said = str(error).lower()
        return next((meaning for words, meaning in _MEANINGS.items() if words in said), None)


def _as_it_can_be_read(url: URL) -> URL:
    """The same ledger, opened as a file that nobody changes where it stands in a folder that cannot be written to.

    SQLite would keep a file of its own beside the ledger even to read it. Where one is there already, some program has
    the ledger open, and its file is shared.
    """
    path = Path(url.database or "")
    if not path.is_file() or os.access(path.parent, os.W_OK) or Path(f"{path}-wal").exists():
        return url
    unchanging = {"mode": "ro", "immutable": "1", "uri": "true"}
    return url.set(database=f"file:{quote(str(path.absolute()))}", query=unchanging)


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver thinks
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes(connection) else "BEGIN")
