"""What goes into the ledger and what it answers with."""

from collections.abc import Iterable
from typing import Literal, Self

from msgspec import Struct
from msgspec.structs import replace

from purport.model import Claim, Document, Media
from purport.model.cell import Cell
from purport.model.incident import Incident, Judgement

__all__ = [
    "Added",
    "CellRow",
    "DatingRow",
    "DocumentRow",
    "Entry",
    "Expected",
    "Failure",
    "Found",
    "IncidentRow",
    "Linking",
    "Mark",
    "MediaFile",
    "MediaRow",
    "Numbered",
    "Outcome",
    "RunRow",
    "SourceRow",
    "Span",
    "Stand",
    "Standing",
    "State",
    "Status",
    "Touched",
    "VersionRow",
    "Words",
]

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
    """A document in its latest version, of `versions`; `claims` is None where none was ever looked for.

    `deleted`: when it was found to be taken back, where it was.
    """

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
    deleted: str | None = None


class MediaRow(Struct, frozen=True):
    """A picture or video of a document in its current version, by the document's key; its file's hash, if fetched.

    `position`: its place among those of the document, from 0 on.
    """

    id: str
    document: str
    document_id: str
    source: str
    published: str | None
    position: int
    media: Media


class MediaFile(Struct, frozen=True):
    """What somebody fetched for a picture or video, and when (ISO 8601); `type` is what the server said."""

    media: str
    at: str
    sha256: str
    size: int
    type: str


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

    `superseded`: a newer version of the document, or a newer extraction, has taken this one's place. `deleted`: when
    the document was found to be taken back by its publisher, where it was.
    """

    document: Document
    claims: tuple[Claim, ...]
    claim: Claim | None = None
    superseded: bool = False
    deleted: str | None = None


class Words(Struct, frozen=True):
    """A claim, the document in which it says its words, and the document's key.

    `superseded`: a newer version of the document, or a newer extraction, has taken this one's place.
    """

    claim: Claim
    document: Document
    key: str
    superseded: bool = False


class State(Struct, frozen=True):
    """An incident as one linking left it; `number` grows with each state of any incident."""

    number: int
    incident: Incident


class VersionRow(Struct, frozen=True):
    """A version of a document, with the moment at which the run began that read it."""

    id: int
    read: str
    document: Document


class Numbered(Struct, frozen=True):
    """A judgement, with the number that says in which order it was kept."""

    number: int
    judgement: Judgement


class Expected(Struct, frozen=True):
    """An incident as somebody saw it: its id, and the numbers of its state and of the last judgement about it."""

    incident: str
    state: int
    judgement: int


class Span(Struct, frozen=True):
    """The moments between which the book has grown, and what read in it last; None where nothing has been read."""

    first: str | None
    last: str | None
    extractor: str | None


class Stand(Struct, frozen=True):
    """How far the book has come: the numbers of the last of each thing that is added to it.

    `record`: of what is told of feeds and of deletions, together.
    """

    version: int
    extraction: int
    linking: int
    judgement: int
    record: int = 0


class Mark(Struct, frozen=True, order=True):
    """How far a linking has seen: the numbers of the last version, extraction and judgement."""

    version: int = 0
    extraction: int = 0
    judgement: int = 0


class CellRow(Struct, frozen=True):
    """A cell of one claim of one extraction."""

    extraction: int
    claim: str
    cell: Cell


class Touched(Struct, frozen=True):
    """A claim of a document that has changed since the last linking.

    `current`: of the document as it is now; `fresh`: of an extraction that no linking has seen.
    """

    extraction: int
    claim: Claim
    current: bool
    fresh: bool


class IncidentRow(Struct, frozen=True):
    """A state of an incident; `record`, as the interchange format has it, is None where it is gone.

    `night`: the day, counted from 1970-01-01, at whose noon its night begins; `begins`: the minute of its order in
    time. `names`: for each claim the id that the incident would have if that claim alone made it.
    """

    incident: str
    kind: str | None
    area: str | None
    episode: str | None
    parent: str | None
    night: int | None
    begins: int | None
    record: str | None
    names: tuple[tuple[str, str], ...] = ()

    @property
    def state(self) -> Self:
        """The row without the names of its claims, as the ledger gives it back."""
        return replace(self, names=())

    @classmethod
    def gone(cls, incident: str) -> Self:
        """The state of an incident that is no more."""
        return cls(incident, None, None, None, None, None, None, None)


class DatingRow(Struct, frozen=True):
    """What evidence tells of a document's time, and the days that it may touch; `record` None: nothing any more."""

    document: str
    first_day: int
    last_day: int
    record: str | None


class Linking(Struct, frozen=True):
    """What one linking has come to: the states that differ from those before it, and cells of claims that had none."""

    at: str
    cause: str
    linker: str
    mark: Mark
    cells: Iterable[CellRow]
    incidents: Iterable[IncidentRow]
    datings: Iterable[DatingRow]
