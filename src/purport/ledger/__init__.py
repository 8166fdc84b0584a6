"""The book: documents, their versions and what was claimed in them, kept with history and only ever added to."""

from purport.ledger.book import Ledger, open_ledger
from purport.ledger.records import Added, DocumentRow, Entry, Failure, Found, RunRow, SourceRow, Standing

__all__ = [
    "Added",
    "DocumentRow",
    "Entry",
    "Failure",
    "Found",
    "Ledger",
    "RunRow",
    "SourceRow",
    "Standing",
    "open_ledger",
]
