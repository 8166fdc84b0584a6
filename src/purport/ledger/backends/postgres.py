"""A ledger in a PostgreSQL database, for a team: all its people read and write at once, from many machines."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, func, select, text
from sqlalchemy.exc import OperationalError

from purport.errors import LedgerError, UsageError
from purport.ledger.backends.base import BUSY, UNBOUNDED, Meaning, writes
from purport.ledger.streaming import streamed

__all__ = ["Postgres"]

_DRIVER = "postgresql+psycopg"
_OLDEST = 15
"""The oldest major version that the tests have seen."""
_LOCK = 1886745200
"""What tells a ledger's lock from the locks of other programs; its second half is the schema that the ledger is in."""
_REACH = 10
"""Seconds to wait for a server to answer at all."""
_PATIENCE = 60.0
"""Seconds to wait for others to have written: a whole team stands in line."""
_CHUNK = 50_000

_WRITE = (  # a writer that is gone without a word (its machine lost its net) must not hold the lock for hours
    "SET LOCAL lock_timeout = {milliseconds}; "
    "SET LOCAL idle_in_transaction_session_timeout = '5min'; "
    "SELECT pg_advisory_xact_lock({lock}, hashtext(current_schema()))"
)
_TURN = (
    f"SET LOCAL lock_timeout = '{_PATIENCE:.0f}s'; "
    f"SELECT pg_advisory_xact_lock({_LOCK + 1}, hashtext(current_schema()))"
)
_TABLES = text(
    "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(current_schema())) "
    "AND relkind IN ('r', 'p', 'v', 'm', 'f') "
    "AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid "
    "AND deptype = 'e')"  # an extension's own, as PostGIS has some, are no program's
)

_LOST = Meaning("the connection to the database server was lost", "run this again: what was read is kept", retry=True)
_UNREACHED = Meaning(
    "the database server cannot be reached", "check that it runs, and the host and port in the URL", retry=True
)
_STRANGER = Meaning(
    "the database server does not let this user in",
    "check the user and the password (also: the variable PGPASSWORD, the file ~/.pgpass)",
    retry=False,
)
_FULL = Meaning("the database server has too many connections", "wait, or raise its max_connections", retry=True)
_CANNOT_WRITE = Meaning(
    "the ledger can only be read", "name a server that takes changes, not one that copies another", retry=False
)
_LOCKED = "55P03"
# By SQLSTATE, or the first two characters of it.
_STATES = {
    _LOCKED: BUSY,
    "40": BUSY,
    "42501": Meaning(
        "this user may not do that in the ledger", "ask its owner to GRANT it: docs/team.md says what", retry=False
    ),
    "25006": _CANNOT_WRITE,
    "28": _STRANGER,
    "3D000": Meaning("there is no such database on the server", "make it with `createdb`", retry=False),
    "53100": Meaning("the server's disk is full", "make room, then run this again: what was read is kept", retry=True),
    "53300": _FULL,
    "57": _LOST,
    "08": _LOST,
    "XX": Meaning("the ledger is damaged", "restore it from a copy, or read the documents into a new one", retry=False),
    "42P01": Meaning("this database is no ledger", "name another one with --ledger", retry=False),
    "23000": Meaning("the ledger is only ever added to", "", retry=False),
}
# Where a connection fails there is no SQLSTATE, only what the library or the server says.
_MEANINGS = {
    "password": _STRANGER,
    "pg_hba": _STRANGER,
    'role "': _STRANGER,
    "authentication": _STRANGER,
    "does not exist": _STATES["3D000"],
    "too many": _FULL,
    "remaining connection slots": _FULL,
    "starting up": _UNREACHED,
    "connection failed": _UNREACHED,
    "connection timeout": _UNREACHED,
    "failed to resolve": _UNREACHED,
    "could not translate": _UNREACHED,
    "connection to server": _UNREACHED,
    "closed the connection": _LOST,
    "connection is closed": _LOST,
    "connection is lost": _LOST,
    "cannot contain nul": Meaning(
        "a text holds a character of no width (U+0000), which PostgreSQL cannot keep", "", retry=False
    ),
}


class Postgres:
    """One lock per ledger, held by whoever writes until that is to be seen; readers see one state, and never wait."""

    def check(self, url: URL, *, create: bool) -> None:
        """Raise UsageError where the driver is not installed, and LedgerError where the URL asks for another one."""
        del create
        if url.drivername not in {"postgresql", "postgres", _DRIVER}:
            cure = "write postgresql://USER@HOST/DATABASE"
            raise LedgerError("ledgers are reached through psycopg alone", about=url.drivername, cure=cure)
        try:
            import psycopg  # noqa: F401
        except ImportError:
            raise UsageError(
                "a ledger in PostgreSQL needs psycopg, which is not installed", cure="pip install 'purport[postgres]'"
            ) from None

    def engine(self, url: URL, *, create: bool, timeout: float | None) -> Engine:
        """An engine over a server that is new enough."""
        del create
        patience = _PATIENCE if timeout is None else timeout
        given = {"client_encoding": "utf8", "fallback_application_name": "purport"}
        if "connect_timeout" not in url.query:
            given["connect_timeout"] = str(_REACH)
        engine = create_engine(
            url.set(drivername=_DRIVER), connect_args=given, max_overflow=UNBOUNDED, pool_pre_ping=True
        )
        write = _WRITE.format(milliseconds=max(1, int(patience * 1000)), lock=_LOCK)

        def begin(connection: Connection) -> None:
            _set_up(connection, reads=not writes(connection))
            if writes(connection):
                connection.exec_driver_sql(write)

        event.listen(engine, "connect", _greet)
        event.listen(engine, "begin", begin)
        return engine

    def turn(self, connection: Connection) -> None:
        """Wait for the lock of those who link, which is another one than that of those who write."""
        try:
            connection.exec_driver_sql(_TURN)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) != _LOCKED:
                raise
            connection.rollback()

    def tables(self, connection: Connection) -> set[str]:
        """The names of all tables and views in the schema that the connection works in, but those of extensions."""
        if connection.execute(select(func.current_schema())).scalar_one() is None:
            raise LedgerError(
                "the schema does not exist in this database, or this user may not use it",
                about=str(connection.engine.url.database),
                cure="make it with CREATE SCHEMA, or name another one with ?options=-csearch_path%3DNAME in the URL",
            )
        return set(connection.execute(_TABLES).scalars())

    def prepare(self, engine: Engine, about: str) -> None:
        """Nothing: the tables are made in one transaction."""

    def renumber(self, connection: Connection, tables: Iterable[Table]) -> None:
        """Set the counter of each table behind the greatest number that is there."""
        for table in tables:
            column = table.autoincrement_column
            if column is not None:
                counter = func.pg_get_serial_sequence(table.name, column.name)
                last = select(func.max(column)).scalar_subquery()
                connection.execute(select(func.setval(counter, last)).where(last.is_not(None)))

    def words(self, connection: Connection) -> Iterator[tuple[int, str]]:
        """What is kept of the texts, word by word."""
        asked = text("SELECT rowid, unnest(tsvector_to_array(words)) FROM claim_words")
        return streamed(connection, asked, _CHUNK)

    def server(self, connection: Connection) -> str:
        """PostgreSQL and its version."""
        return f"PostgreSQL {connection.execute(select(func.current_setting('server_version'))).scalar_one()}"

    def size(self, connection: Connection) -> int:
        """Bytes of the tables with their indexes."""
        return sum(
            connection.execute(select(func.pg_total_relation_size(func.quote_ident(table)))).scalar_one()
            for table in self.tables(connection)
        )

    def meaning(self, error: Exception) -> Meaning | None:
        """By the state that the server tells; where a connection fails, by what is said."""
        state = getattr(error, "sqlstate", None)
        if state:
            return _STATES.get(state) or _STATES.get(state[:2])
        said = str(error).lower()
        return next((meaning for words, meaning in _MEANINGS.items() if words in said), None)


def _set_up(connection: Connection, *, reads: bool) -> None:
    """Let the transaction that is about to begin see one state of the ledger, or, where it writes, the latest one."""
    from psycopg import IsolationLevel

    driver: Any = connection.connection.dbapi_connection
    driver.isolation_level = IsolationLevel.REPEATABLE_READ if reads else IsolationLevel.READ_COMMITTED
    driver.read_only = reads


def _greet(connection: Any, _record: object) -> None:
    """Ask as `AskingDumper` does; raise LedgerError where the server is too old, or keeps no Unicode."""
    from purport.ledger.backends.asking import AskingDumper

    connection.adapters.register_dumper(str, AskingDumper)
    about = f"{connection.info.host}/{connection.info.dbname}"
    version = connection.info.server_version // 10_000
    if version < _OLDEST:
        raise LedgerError(
            f"the server is PostgreSQL {version}", about=about, cure=f"a ledger needs PostgreSQL {_OLDEST} or newer"
        )
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise LedgerError(
            f"the database keeps its texts in {encoding}", about=about, cure="make one with `createdb --encoding=UTF8`"
        )
