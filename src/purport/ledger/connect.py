"""From a path or URL to an engine over a ledger of the present schema."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError

from purport.errors import LedgerError
from purport.ledger.schema import REVISION_TABLE, REVISIONS, metadata, revision_table
from purport.ledger.seam import mapped
from purport.model.selection import fold_term

__all__ = ["connect", "label"]

_UNBOUNDED = -1
"""Connections beyond those kept. A request that reads while it reads holds two: with a bound, many at once would wait
for each other's second one."""

WRITING = {"purport_writes": True}
"""Execution options of a connection whose transaction takes the right to write at once: it never fails half way."""


def label(location: str | Path) -> str:
    """The location as a message may show it: without a password."""
    text = str(location)
    return make_url(text).render_as_string(hide_password=True) if "://" in text else text


def connect(location: str | Path, *, create: bool, timeout: float) -> Engine:
    """An engine over the ledger at `location`, made there where `create` allows it and there is none.

    `timeout`: for how many seconds to wait for another program's transaction. Raises LedgerError.
    """
    url = _url(str(location))
    _check_path(url, create=create)
    reached = url if create else _as_it_can_be_read(url)
    pool = {"max_overflow": _UNBOUNDED} if reached.database not in {None, "", ":memory:"} else {}
    engine = create_engine(reached, connect_args={"timeout": timeout}, **pool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with mapped(label(location)):
            _settle(engine, label(location), create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _url(location: str) -> URL:
    if "://" not in location:
        return URL.create("sqlite", database=str(Path(location).expanduser()))
    try:
        url = make_url(location)
    except ArgumentError:
        raise LedgerError(
            "this is no URL of a database", about=location, cure="write sqlite:///folder/name.db"
        ) from None
    if url.get_backend_name() != "sqlite":
        cure = "give --ledger a path, or sqlite:///folder/name.db"
        raise LedgerError("this version keeps ledgers in SQLite only", about=label(location), cure=cure)
    return url


def _check_path(url: URL, *, create: bool) -> None:
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


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.create_function("purport_fold", 1, _fold, deterministic=True)
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver thinks
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _fold(text: str | None) -> str | None:
    """Names as they are compared; SQLite itself knows capital letters of English only."""
    return fold_term(text) if text is not None else None


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("purport_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _settle(engine: Engine, about: str, *, create: bool) -> None:
    with engine.connect() as connection:
        revision = _revision(connection, about)
    if revision == REVISIONS[-1]:
        return
    if revision is None:
        if not create:
            raise LedgerError(
                "there is no ledger in this file yet", about=about, cure="make it with `purport read PATH`"
            )
        _create(engine, about)
    elif revision in REVISIONS:
        _upgrade(engine)
    else:
        raise LedgerError(
            f"the ledger is of a newer form ({revision}) than this program knows",
            about=about,
            cure="install a newer purport",
        )


def _revision(connection: Connection, about: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if REVISION_TABLE not in tables:
        raise LedgerError(
            "this database belongs to another program", about=about, cure="name another file with --ledger"
        )
    return connection.execute(select(revision_table.c.version_num)).scalar_one_or_none()


def _create(engine: Engine, about: str) -> None:
    """All tables in one transaction: killed in its midst, there is no ledger yet; and of two programs one makes it."""
    raw = engine.raw_connection()
    try:
        # Write-ahead logging is a property of the file, so it is asked for once; with it, readers never wait.
        raw.cursor().execute("PRAGMA journal_mode = WAL").close()
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):  # then the other program that makes it asks for the same
            raise LedgerError(
                f"the ledger cannot be made: {error}", about=about, cure="check that its folder may be written to"
            ) from error
    finally:
        raw.close()
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        if _revision(connection, about) is None:
            metadata.create_all(connection)
            revision_table.create(connection)
            connection.execute(insert(revision_table).values(version_num=REVISIONS[-1]))


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
