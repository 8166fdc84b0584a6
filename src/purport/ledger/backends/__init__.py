"""The databases that keep ledgers: each is one `Backend`, and all else in the ledger is the same for all of them."""

from sqlalchemy import URL

from purport.ledger.backends.base import Backend
from purport.ledger.backends.postgres import Postgres
from purport.ledger.backends.sqlite import Sqlite

__all__ = ["BACKENDS", "Backend", "backend_of"]

BACKENDS: dict[str, Backend] = {"sqlite": Sqlite(), "postgresql": Postgres()}
"""By the names that SQLAlchemy has for them."""


def backend_of(url: URL) -> Backend | None:
    """The backend that a URL names; None where it is of a database that keeps no ledgers."""
    return BACKENDS.get({"postgres": "postgresql"}.get(url.get_backend_name(), url.get_backend_name()))
