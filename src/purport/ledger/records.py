"""What goes into the ledger and what it answers with."""

from typing import Literal

from msgspec import Struct

from purport.model import Claim, Document

__all__ = ["Added", "DocumentRow", "Entry", "Failure", "Found", "Outcome", "RunRow", "SourceRow", "Standing", "Status"]

Status = Literal["new", "changed", "known"]
Outcome = Literal["finished", "interrupted", "failed"]


class Standing(Struct, frozen=True):
    """How the book stands to a document, and whether the extractor asked about has read this version of it."""

    status: Status
    extracted: bool


class Entry(Struct, frozen=True):
    """A document with what an extractor found in it; `claims` is None where it was not (or could not be) extracted."""

    document: Document
    claims: tuple[Claim, ...] | None


class Failure(Struct, frozen=True):
    """What could not be read, and why. `about` is a file, or a document's id."""

    about: str
    reason: str


class Added(Struct, frozen=True):
    """What one batch added: documents never seen before, new versions of known ones, and claims."""

    new: int = 0
    changed: int = 0
    claims: int = 0


class DocumentRow(Struct, frozen=True):
    """A document in its latest version, of `versions`; `claims` is None where none was ever looked for."""

    key: str
    id: str
    source: str
    kind: str
    language: str | None
    published: str | None
    title: str | None
    opening: str
    versions: int
    claims: int | None


class SourceRow(Struct, frozen=True):
    """Somebody who speaks in the book; `kind` is "publisher" where a document speaks in its own voice."""

    name: str
    kind: str
    side: str | None
    claims: int
    documents: int


class RunRow(Struct, frozen=True):
    """One run of reading; `outcome` is None where it was killed (or is still going on)."""

    id: int
    started: str
    paths: tuple[str, ...]
    extractor: str
    outcome: Outcome | None


class Found(Struct, frozen=True):
    """What an id names: a document with the claims in it, and the one claim where the id is a claim's.

    `superseded`: a newer version of the document, or a newer extraction, has taken this one's place.
    """

    document: Document
    claims: tuple[Claim, ...]
    claim: Claim | None = None
    superseded: bool = False
