"""The one place where a database's errors become the ledger's."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from purport.errors import LedgerError

__all__ = ["mapped", "translate"]

# What SQLite says, what that means, what to do, and whether the same call may succeed later.
_MEANINGS = (
    ("file is not a database", "this file is no ledger", "name another one with --ledger", False),
    ("malformed", "the ledger is damaged", "restore it from a copy, or read the documents into a new one", False),
    ("locked", "another program is writing to the ledger", "wait until it is done, then run this again", True),
    (
        "readonly",
        "the ledger can only be read",
        "make the file and its folder writable, or use another with --ledger",
        False,
    ),
    ("unable to open", "the ledger cannot be opened", "check that its folder exists and may be written to", False),
    ("disk is full", "the disk is full", "make room, then run this again: what was read is kept", True),
    (
        "disk i/o error",
        "the disk failed, or its folder cannot be written to",
        "check the disk, then run this again",
        True,
    ),
    ("no such table", "this database is no ledger", "name another one with --ledger", False),
    ("only ever added to", "the ledger is only ever added to", "", False),
)


def translate(error: Exception, about: str) -> LedgerError:
    """What the database's error means to a person."""
    said = str(getattr(error, "orig", None) or error)
    for words, reason, cure, retry in _MEANINGS:
        if words in said.lower():
            return LedgerError(reason, about=about, cure=cure, retry=retry)
    return LedgerError(f"the database refused: {said.splitlines()[0] if said else type(error).__name__}", about=about)


@contextmanager
def mapped(about: str) -> Iterator[None]:
    """Raise LedgerError in place of what SQLAlchemy and the driver raise."""
    try:
        yield
    except SQLAlchemyError as error:
        raise translate(error, about) from error
