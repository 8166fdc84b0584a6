"""The ledger as the rest of Purport sees it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Connection, Engine, select

from purport.ledger import incidents, judging, linking, media, read, schema, search, write
from purport.ledger.connect import WRITING, backend, connect, label, name
from purport.ledger.feedbook import Feedbook
from purport.ledger.find import find
from purport.ledger.look import Look
from purport.ledger.records import (
    Added,
    DocumentRow,
    Entry,
    Expected,
    Failure,
    Found,
    Linking,
    MediaFile,
    MediaRow,
    Outcome,
    RunRow,
    SourceRow,
    Standing,
)
from purport.ledger.seam import mapped
from purport.ledger.survey import Survey
from purport.ledger.upkeep import Upkeep
from purport.model import Claim, Document
from purport.model.incident import Dating, Incident, Judgement
from purport.model.reading import Reading
from purport.model.selection import Selection

__all__ = ["Ledger", "open_ledger"]


def open_ledger(location: str | Path, *, create: bool = True, timeout: float | None = None) -> "Ledger":
    """The ledger at a path or URL; made there, where `create` allows it, if there is none.

    `timeout`: for how many seconds to wait for another program's transaction; by default 5 in SQLite, and 60 in
    PostgreSQL, where many may wait. Raises LedgerError.
    """
    return Ledger(connect(location, create=create, timeout=timeout), label(location), name(location))


class Ledger:
    """A book of claims. Whatever is added is added whole or not at all, and nothing is ever changed or taken out.

    Use it as a context manager, or `close` it. All methods raise LedgerError where the database fails.
    """

    def __init__(self, engine: Engine, location: str, name: str) -> None:
        self._engine = engine
        self.location = location
        self.name = name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @property
    def upkeep(self) -> Upkeep:
        """What is done with the ledger as a whole."""
        return Upkeep(self.location, self._reading, self._writing)

    @property
    def feeds(self) -> Feedbook:
        """What is watched, and how it has been."""
        return Feedbook(self._reading, self._writing)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with mapped(self.location), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            mapped(self.location),
            self._engine.connect().execution_options(**WRITING) as connection,
            connection.begin(),
        ):
            yield connection

    def begin_run(self, paths: Sequence[str], extractor: str, at: datetime) -> int:
        """Record that reading begins; the run's number."""
        with self._writing() as connection:
            return write.begin_run(connection, paths, extractor, at)

    def end_run(self, run: int, outcome: Outcome, counts: Mapping[str, int], at: datetime) -> None:
        """Record how a run ended; a run without an end was killed."""
        with self._writing() as connection:
            write.end_run(connection, run, outcome, counts, at)

    def standings(self, documents: Sequence[Document], extractor: str) -> list[Standing]:
        """How the book stands to each document, as if those before it in the sequence were in it already."""
        with self._reading() as connection:
            return write.standings(connection, documents, extractor)

    def add(self, run: int, extractor: str, entries: Sequence[Entry], failures: Iterable[Failure] = ()) -> Added:
        """Add documents with their claims, all in one transaction; what is in the book already is left as it is.

        Raises ClaimError, and adds nothing, where a claim's words are not in its document's text.
        """
        with self._writing() as connection:
            return write.add(connection, run, extractor, entries, failures)

    def readings(self, selection: Selection | None = None, *, as_of: datetime | None = None) -> Iterator[Reading]:
        """Each document with its current claims, or with those of them that were asked for.

        `as_of`: as the book stood then, by the beginning of the run that read a document.
        """
        by = as_of.astimezone(UTC).isoformat() if as_of else None
        with self._reading() as connection:
            yield from read.readings(connection, selection or Selection(), by)

    def claims(self, selection: Selection | None = None, *, as_of: datetime | None = None) -> Iterator[Claim]:
        """The current claims, or those of them that were asked for; of a moment of the book, where one is given."""
        for reading in self.readings(selection, as_of=as_of):
            yield from reading.claims

    def claims_of(self, ids: Iterable[str]) -> list[Claim]:
        """The current claims of these ids; words that stand in several documents give several of one id."""
        with self._reading() as connection:
            return read.claims_of(connection, ids)

    def judge(self, judgement: Judgement, expected: Expected | None = None) -> int:
        """Keep what a person has decided, and its number; the same judgement twice is one.

        Raises NotFoundError where it is about claims, or undoes a judgement, that the book does not hold, and
        ConflictError where the incident that the person saw has changed since: then nothing is kept.
        """
        with self._writing() as connection:
            return judging.add(connection, judgement, expected)

    def judgements(self, *, as_of: datetime | None = None) -> list[Judgement]:
        """What people have decided, the first first."""
        with self._reading() as connection:
            return judging.listed(connection, as_of)

    @contextmanager
    def linking_turn(self) -> Iterator[None]:
        """Link in here, and programs that link at once do not all do the same work, of which one's would be kept."""
        with self._reading() as connection:
            backend(connection).turn(connection)
            yield

    @contextmanager
    def unlinked(self, linker: str) -> Iterator[linking.Unlinked]:
        """One state of the book as a linker of this name needs it; nothing that is added meanwhile is seen."""
        with self._reading() as connection:
            yield linking.Unlinked(connection, linker)

    def keep_linking(self, after: int, made: Linking) -> bool:
        """Keep what a linking has come to, all in one transaction.

        False, and nothing is kept, where linking `after` is not the last any more: then another program was faster.
        """
        with self._writing() as connection:
            return linking.keep(connection, after, made)

    def incidents(
        self,
        *,
        as_of: datetime | None = None,
        night: date | None = None,
        episode: str | None = None,
        parent: str | None = None,
    ) -> Iterator[Incident]:
        """The incidents as they were last linked, in order of time; of a moment, where one is given.

        Those of the night that ends on a date, of the episodes whose ids begin so, or the parts of an incident.
        """
        with self._reading() as connection:
            by = incidents.last_linking(connection, as_of)
            yield from incidents.listed(connection, by, night=night, episode=episode, parent=parent)

    def incidents_of(self, claim: str) -> list[Incident]:
        """The incidents that a claim is of; none where it is superseded, rejected or a statement."""
        with self._reading() as connection:
            return incidents.of_claim(connection, claim)

    def datings(self, *, as_of: datetime | None = None) -> list[Dating]:
        """The documents without a date that evidence dates."""
        with self._reading() as connection:
            return incidents.datings(connection, incidents.last_linking(connection, as_of))

    def incident(self, wanted: str) -> Incident:
        """The incident of this id, or of the only one that begins so, now or before incidents were joined.

        Raises NotFoundError.
        """
        with self._reading() as connection:
            return incidents.find(connection, wanted).incident

    @contextmanager
    def looking(self, as_of: datetime | None = None) -> Iterator[Look]:
        """One state of the book, for a question that takes several looks to answer; of a moment, where one is given."""
        with self._reading() as connection:
            yield Look(connection, as_of)

    def changed_incidents(self, since: datetime) -> tuple[list[Incident], list[Incident]]:
        """Incidents of which a state is newer than a moment: as they stood then, and as they stand."""
        with self._reading() as connection:
            return incidents.changed(connection, incidents.last_linking(connection, since) or 0)

    def changed_between(self, since: int, until: int) -> tuple[list[Incident], list[Incident]]:
        """Incidents that linkings behind one, up to another, have touched: as each of the two left them."""
        with self._reading() as connection:
            return incidents.changed(connection, since, until)

    @contextmanager
    def surveyed(self) -> Iterator[Survey]:
        """One state of the book as an index over all of it needs it."""
        with self._reading() as connection:
            yield Survey(connection)

    def last_linking(self, by: datetime | None = None) -> int:
        """The number of the last linking, of all or by a moment; 0 where there was none.

        Whatever people decide is linked too.
        """
        with self._reading() as connection:
            found = incidents.last_linking(connection, by)
            return incidents.latest(connection) if found is None else found

    def incident_states(self, numbers: Sequence[int]) -> list[Incident]:
        """Incidents as the states of these numbers have them, in this order."""
        with self._reading() as connection:
            return incidents.states(connection, numbers)

    def matching(self, words: Sequence[str], extraction: int | None = None) -> list[int]:
        """The numbers (see `Survey.texts`) of the newest claims that hold all words, one more than `MOST` at most.

        `extraction`: of the claims found up to this one.
        """
        with self._reading() as connection:
            return list(connection.execute(search.matching(words, extraction)).scalars().all())

    def count_claims(self) -> int:
        """How many claims are current."""
        with self._reading() as connection:
            return read.count_claims(connection)

    def documents(self) -> Iterator[DocumentRow]:
        """All documents in their latest version, oldest publication first, undated last."""
        with self._reading() as connection:
            yield from read.document_rows(connection)

    def sources(self) -> list[SourceRow]:
        """Who speaks in the book, those with most claims first."""
        with self._reading() as connection:
            return read.source_rows(connection)

    def media(self, document: str | None = None) -> list[MediaRow]:
        """The pictures and videos of all documents in their current versions, or of the one of this key."""
        with self._reading() as connection:
            return media.listed(connection, document)

    def find_media(self, wanted: str) -> list[MediaRow]:
        """The picture or video of this id, or at this address, in each document that shows it; or NotFoundError."""
        with self._reading() as connection:
            return media.find(connection, wanted)

    def keep_media_file(self, file: MediaFile) -> None:
        """Keep that somebody has fetched a file, and what it was; raises NotFoundError."""
        with self._writing() as connection:
            media.add_file(connection, file)

    def find(self, wanted: str) -> Found:
        """The document or claim of this id, or of the only id that begins so; raises NotFoundError."""
        with self._reading() as connection:
            return find(connection, wanted)

    def runs(self) -> list[RunRow]:
        """All runs, the first first."""
        columns = schema.runs.c
        asked = select(columns.id, columns.started, columns.paths, columns.extractor, schema.run_ends.c.outcome)
        with self._reading() as connection:
            rows = connection.execute(asked.join(schema.run_ends, isouter=True).order_by(columns.id)).all()
        return [
            RunRow(row.id, row.started, tuple(msgspec.json.decode(row.paths)), row.extractor, row.outcome)
            for row in rows
        ]

    def failures(self, run: int) -> list[Failure]:
        """What a run could not read."""
        columns = schema.failures.c
        with self._reading() as connection:
            rows = connection.execute(
                select(columns.about, columns.reason).where(columns.run == run).order_by(columns.id)
            ).all()
        return [Failure(*row) for row in rows]
