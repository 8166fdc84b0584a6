"""The book: documents, their versions and what was claimed in them, kept with history and only ever added to."""

from purport.ledger.book import Ledger, open_ledger
from purport.ledger.linking import Unlinked
from purport.ledger.look import Look
from purport.ledger.records import (
    Added,
    CellRow,
    DatingRow,
    DocumentRow,
    Entry,
    Expected,
    Failure,
    Found,
    IncidentRow,
    Linking,
    Mark,
    Numbered,
    RunRow,
    SourceRow,
    Span,
    Stand,
    Standing,
    State,
    Touched,
    VersionRow,
    Words,
)
from purport.ledger.roll import Called, Rolled
from purport.ledger.shelf import Choice, Shelved
from purport.ledger.survey import Survey

__all__ = [
    "Added",
    "Called",
    "CellRow",
    "Choice",
    "DatingRow",
    "DocumentRow",
    "Entry",
    "Expected",
    "Failure",
    "Found",
    "IncidentRow",
    "Ledger",
    "Linking",
    "Look",
    "Mark",
    "Numbered",
    "Rolled",
    "RunRow",
    "Shelved",
    "SourceRow",
    "Span",
    "Stand",
    "Standing",
    "State",
    "Survey",
    "Touched",
    "Unlinked",
    "VersionRow",
    "Words",
    "open_ledger",
]
