"""What all requests share: the ledger, and who asks."""

import getpass
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from purport.ledger import Ledger
from purport.server.index import Index
from purport.server.table import Table

__all__ = ["Author", "Desk", "Shared", "who_asks"]


class Desk:
    """One ledger at which people work. `writing` is held while one of them changes something.

    `index` finds incidents, `table` has the rows of those that are shown.
    """

    def __init__(self, book: Ledger) -> None:
        self.book = book
        self.index = Index(book)
        self.table = Table(book)
        self.writing = Lock()


def _desk(request: Request) -> Desk:
    found = request.app.state.desk
    assert isinstance(found, Desk)  # noqa: S101 - the application puts it there
    return found


Shared = Annotated[Desk, Depends(_desk)]
"""The desk of a request."""


def who_asks() -> str | None:
    """Whoever asks: the person whose machine it is, where the system has a name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


Author = Annotated[str | None, Depends(who_asks)]
"""Who makes a request."""
