"""From a path or URL to an engine over a ledger of the present schema."""

from pathlib import Path, PurePath

from sqlalchemy import URL, Connection, Engine, insert, make_url, select
from sqlalchemy.exc import ArgumentError

from purport.errors import LedgerError
from purport.ledger.backends import BACKENDS, Backend, backend_of
from purport.ledger.backends.base import WRITING
from purport.ledger.schema import REVISION_TABLE, REVISIONS, metadata, revision_table
from purport.ledger.seam import mapped

__all__ = ["WRITING", "backend", "connect", "label", "name"]

_SECRETS = ("password", "sslpassword", "passfile", "sslkey")
_FORMS = "give --ledger a path, sqlite:///folder/name.db, or postgresql://USER@HOST/DATABASE"


def label(location: str | Path) -> str:
    """The location as a message may show it: without a password."""
    text = str(location)
    if "://" not in text:
        return text
    return make_url(text).difference_update_query(_SECRETS).render_as_string(hide_password=True)


def name(location: str | Path) -> str:
    """What people call a ledger: the name of its file, or of its database."""
    text = str(location)
    return PurePath((make_url(text).database or "") if "://" in text else text).name


def backend(connection: Connection | Engine) -> Backend:
    """The backend that an engine, or a connection of it, belongs to."""
    return BACKENDS[connection.dialect.name]


def connect(location: str | Path, *, create: bool, timeout: float | None) -> Engine:
    """An engine over the ledger at `location`, made there where `create` allows it and there is none.

    `timeout`: for how many seconds to wait for another program's transaction; None: as is usual there.
    Raises LedgerError.
    """
    url, kept = _place(str(location))
    kept.check(url, create=create)
    engine = kept.engine(url, create=create, timeout=timeout)
    try:
        with mapped(label(location)):
            _settle(engine, label(location), create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _place(location: str) -> tuple[URL, Backend]:
    if "://" not in location:
        return URL.create("sqlite", database=str(Path(location).expanduser())), BACKENDS["sqlite"]
    try:
        url = make_url(location)
    except ArgumentError:
        raise LedgerError("this is no URL of a database", about=location, cure=_FORMS) from None
    found = backend_of(url)
    if found is None:
        raise LedgerError("ledgers are kept in SQLite or PostgreSQL", about=label(location), cure=_FORMS)
    return url, found


def _settle(engine: Engine, about: str, *, create: bool) -> None:
    with engine.connect() as connection:
        revision = _revision(connection, about)
    if revision == REVISIONS[-1]:
        return
    if revision is None:
        if not create:
            raise LedgerError("there is no ledger in it yet", about=about, cure="make it with `purport read PATH`")
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
    tables = backend(connection).tables(connection)
    if not tables:
        return None
    if REVISION_TABLE not in tables:
        raise LedgerError(
            "this database belongs to another program", about=about, cure="name another one with --ledger"
        )
    return connection.execute(select(revision_table.c.version_num)).scalar_one_or_none()


def _create(engine: Engine, about: str) -> None:
    """All tables in one transaction: killed in its midst, there is no ledger yet; and of two programs one makes it."""
    backend(engine).prepare(engine, about)
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
