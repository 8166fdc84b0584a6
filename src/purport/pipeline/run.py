"""Files into the ledger: in batches, each one transaction, so that the book is whole however a run ends."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from purport.model import Claim, Document
from purport.model.codec import encode_document
from purport.pipeline.stages import Stages, default_stages
from purport.pipeline.stream import as_paths, checked, reason_of
from purport.pipeline.summary import Skipped, Summary
from purport.settings import Settings

if TYPE_CHECKING:
    from purport.ledger import Added, Entry, Failure, Ledger
    from purport.ledger.records import Outcome

__all__ = ["read"]

BATCH_DOCUMENTS = 100
BATCH_CHARACTERS = 1_000_000
"""A batch ends with whichever comes first: what a kill can lose is a second's work, and memory stays bounded."""

Progress = Callable[[Summary], None]
Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def read(
    paths: str | Path | Iterable[str | Path],
    ledger: "Ledger | str | Path | None" = None,
    *,
    stages: Stages | None = None,
    progress: Progress | None = None,
    clock: Clock = _now,
) -> Summary:
    """Read files, folders and addresses into a ledger, given open or by its place; else the one that the settings name.

    Documents that the book holds already, read by the same extractor, cost no more than a look. What cannot be read is
    skipped, with its reason, in the summary and in the book. `progress` is told the sums after each batch.
    At the end the book's incidents are brought up to date. Raises LedgerError.
    """
    from purport.ledger import Ledger, open_ledger

    listed = as_paths(paths)
    stages = stages or default_stages()
    if isinstance(ledger, Ledger):
        return _read(listed, ledger, stages, progress or _silent, clock)
    with open_ledger(ledger or Settings.of().ledger) as opened:
        return _read(listed, opened, stages, progress or _silent, clock)


def _silent(_summary: Summary) -> None:
    """Tell nobody."""


def _read(paths: list[Path | str], ledger: "Ledger", stages: Stages, progress: Progress, clock: Clock) -> Summary:
    from purport.pipeline.linking import bring_up_to_date

    run = _Run(ledger, ledger.begin_run([str(path) for path in paths], stages.extract.name, clock()), stages)
    with _ended(run, clock):
        documents = stages.read(paths, on_error=lambda e: run.skip(e.about, reason_of(e)))
        for batch in _batches(documents):
            run.take(batch)
            progress(run.summary)
        run.take([])  # what failed behind the last document
    if stages.link:
        bring_up_to_date(ledger, stages.link, cause=f"run {run.number}", clock=clock)
    return run.summary


@contextmanager
def _ended(run: "_Run", clock: Clock) -> Iterator[None]:
    """Record how the run ends, also where it is interrupted."""
    try:
        yield
    except KeyboardInterrupt:
        run.end("interrupted", clock())
        raise
    except Exception:
        run.end("failed", clock())
        raise
    run.end("finished", clock())


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= BATCH_DOCUMENTS or size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Run:
    """One run: what it has come to so far, and what of it the ledger has not been told yet."""

    def __init__(self, ledger: "Ledger", number: int, stages: Stages) -> None:
        self._ledger = ledger
        self.number = number
        self._extractor = stages.extract
        self._untold: list[Failure] = []
        self._skipped: list[Skipped] = []
        self._sums = Summary()

    @property
    def summary(self) -> Summary:
        """What the run has come to so far."""
        return structs.replace(self._sums, skipped=tuple(self._skipped))

    def skip(self, about: str, reason: str) -> None:
        """Note what cannot be read; the ledger is told with the next batch."""
        from purport.ledger import Failure

        self._untold.append(Failure(about, reason))
        self._skipped.append(Skipped(about, reason))

    def take(self, documents: list[Document]) -> None:
        """Extract what has not been yet, and add the batch to the ledger."""
        from purport.ledger import Entry

        storable = [document for document in documents if self._storable(document)]
        standings = self._ledger.standings(storable, self._extractor.name)
        entries = [
            Entry(document, None if standing.extracted else self._claims(document))
            for document, standing in zip(storable, standings, strict=True)
        ]
        added = self._ledger.add(self.number, self._extractor.name, entries, self._untold)
        self._untold = []
        self._count(entries, added)

    def _storable(self, document: Document) -> bool:
        """Whether the record can be written at all: half a surrogate pair, for one, has no UTF-8."""
        try:
            encode_document(document)
        except Exception as error:  # a reader's slip in one document must not lose the others
            self.skip(document.id, reason_of(error))
            return False
        return True

    def _claims(self, document: Document) -> tuple[Claim, ...] | None:
        try:
            return checked(document, self._extractor)
        except Exception as error:  # the document is kept, and the next run tries again
            self.skip(document.id, reason_of(error))
            return None

    def _count(self, entries: "list[Entry]", added: "Added") -> None:
        """What the ledger took, which is less than was asked of it where another run was faster."""
        sums = self._sums
        self._sums = Summary(
            new=sums.new + added.new,
            changed=sums.changed + added.changed,
            known=sums.known + len(entries) - added.new - added.changed,
            extracted=sums.extracted + sum(entry.claims is not None for entry in entries),
            claims=sums.claims + added.claims,
        )

    def end(self, outcome: "Outcome", at: datetime) -> None:
        """Record how the run ended."""
        self._ledger.end_run(self.number, outcome, self.summary.counts(), at)
