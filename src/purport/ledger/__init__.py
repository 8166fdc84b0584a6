"""The book: documents, their versions and what was claimed in them, kept with history and only ever added to."""

from purport.ledger.book import Ledger, open_ledger
from purport.ledger.checking import Problem
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
    MediaFile,
    MediaRow,
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
from purport.ledger.upkeep import Size, Upkeep

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
    "MediaFile",
    "MediaRow",
    "Numbered",
    "Problem",
    "Rolled",
    "RunRow",
    "Shelved",
    "Size",
    "SourceRow",
    "Span",
    "Stand",
    "Standing",
    "State",
    "Survey",
    "Touched",
    "Unlinked",
    "Upkeep",
    "VersionRow",
    "Words",
    "open_ledger",
]
