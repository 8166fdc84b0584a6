"""The ledger for commands that tell of incidents: linked as far as it holds claims."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from purport.cli.common import Common
from purport.cli.screen import complain
from purport.errors import LedgerError

if TYPE_CHECKING:
    from purport.ledger import Ledger

__all__ = ["linked_ledger"]


@contextmanager
def linked_ledger(options: Common) -> "Iterator[Ledger]":
    """The ledger, its incidents brought up to date; where it cannot be written to, as they were linked last."""
    from purport.ledger import open_ledger
    from purport.pipeline.adding import catch_up

    with open_ledger(options.location, create=False) as book:
        try:
            catch_up(book)
        except LedgerError as error:
            complain(f"purport: {error}; incidents are told as they were linked last")
        yield book
