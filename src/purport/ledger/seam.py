"""The one place where a database's errors become the ledger's."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from purport.errors import LedgerError
from purport.ledger.backends import BACKENDS

__all__ = ["mapped", "translate"]


def translate(error: Exception, about: str) -> LedgerError:
    """What the database's error means to a person."""
    origin = getattr(error, "orig", None) or error
    driver = type(origin).__module__.partition(".")[0]
    backend = BACKENDS["postgresql" if driver == "psycopg" else "sqlite"]
    meaning = backend.meaning(origin)
    if meaning is not None:
        return LedgerError(meaning.reason, about=about, cure=meaning.cure, retry=meaning.retry)
    said = str(origin)
    return LedgerError(f"the database refused: {said.splitlines()[0] if said else type(error).__name__}", about=about)


@contextmanager
def mapped(about: str) -> Iterator[None]:
    """Raise LedgerError in place of what SQLAlchemy and the driver raise."""
    try:
        yield
    except SQLAlchemyError as error:
        raise translate(error, about) from error
