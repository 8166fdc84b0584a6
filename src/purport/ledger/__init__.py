"""The book: documents, their versions and what was claimed in them, kept with history and only ever added to."""

from purport.ledger.book import Ledger, open_ledger
from purport.ledger.linking import Unlinked
from purport.ledger.records import (
    Added,
    CellRow,
    DatingRow,
    DocumentRow,
    Entry,
    Failure,
    Found,
    IncidentRow,
    Linking,
    Mark,
    RunRow,
    SourceRow,
    Standing,
    Touched,
)
from purport.ledger.survey import Survey

__all__ = [
    "Added",
    "CellRow",
    "DatingRow",
    "DocumentRow",
    "Entry",
    "Failure",
    "Found",
    "IncidentRow",
    "Ledger",
    "Linking",
    "Mark",
    "RunRow",
    "SourceRow",
    "Standing",
    "Survey",
    "Touched",
    "Unlinked",
    "open_ledger",
]
