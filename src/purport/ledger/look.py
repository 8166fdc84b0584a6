"""One state of the book, as it is or as it was at a moment, for a question that takes several looks to answer."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cached_property

from sqlalchemy import Connection, func, select

from purport.errors import NotFoundError
from purport.ledger import incidents, judging, media, read, roll, shelf, words
from purport.ledger.records import MediaRow, Numbered, Span, Stand, State, VersionRow, Words
from purport.ledger.roll import Called, Rolled
from purport.ledger.schema import (
    dating_versions,
    deletions,
    documents,
    extractions,
    feed_gaps,
    feed_states,
    judgements,
    linkings,
    runs,
    versions,
)
from purport.ledger.shelf import Choice, Shelved
from purport.model import Claim
from purport.model.incident import Dating, Incident

__all__ = ["Look"]

_GROWN = (versions.c.id, extractions.c.id, linkings.c.id, judgements.c.number)
_LAST = (*_GROWN, feed_states.c.id, feed_gaps.c.id, deletions.c.id)
_STAND = select(*(select(func.max(column)).scalar_subquery() for column in _LAST))


class Look:
    """What the book answers, all of it of one state; nothing that is added meanwhile is seen."""

    def __init__(self, connection: Connection, as_of: datetime | None) -> None:
        self._connection = connection
        self._by = as_of.astimezone(UTC).isoformat() if as_of else None
        self._as_of = as_of

    @cached_property
    def _linking(self) -> int | None:
        return incidents.last_linking(self._connection, self._as_of)

    def stand(self) -> Stand:
        """How far the book has come by now, whatever moment is asked about."""
        row = self._connection.execute(_STAND).one()
        version, extraction, linking, judgement, *record = (number or 0 for number in row)
        return Stand(version, extraction, linking, judgement, sum(record))

    def span(self) -> Span:
        """The moments of the first and the last linking, and the extractor that read last."""
        first, last = self._connection.execute(select(func.min(linkings.c.at), func.max(linkings.c.at))).one()
        extractor = select(runs.c.extractor).order_by(runs.c.id.desc()).limit(1)
        return Span(first, last, self._connection.execute(extractor).scalar_one_or_none())

    def incident(self, wanted: str) -> State:
        """The incident of this id, or of one that it had before it was joined to another; raises NotFoundError."""
        return incidents.find(self._connection, wanted, self._linking)

    def below(self, whole: str) -> list[Incident]:
        """All parts of an incident, and the parts of those."""
        return incidents.below(self._connection, whole, self._linking)

    def of_episode(self, wanted: str) -> list[Incident]:
        """The incidents of episodes whose ids begin so, in order of time."""
        return list(incidents.listed(self._connection, self._linking, episode=wanted))

    def of_night(self, ends: date) -> list[Incident]:
        """The incidents of the night that ends on a date, in order of time."""
        return list(incidents.listed(self._connection, self._linking, night=ends))

    def incidents_of(self, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the incidents that each of these claims is of."""
        return incidents.of_claims(self._connection, claims, self._linking)

    def claim_id(self, wanted: str) -> str:
        """The whole id of the only claim whose id begins so; raises NotFoundError."""
        return words.claim_id(self._connection, wanted)

    def words(self, claims: Iterable[str]) -> list[Words]:
        """These claims in the documents that hold, or once held, their words."""
        return words.words_of(self._connection, claims, self._by)

    def claims(self, called: Called, after: tuple[int, int, str] | None, limit: int) -> list[Rolled]:
        """Claims chosen, those last read first."""
        return roll.listed(self._connection, called, self._by, after, limit)

    def count_chosen(self, called: Called, most: int) -> int:
        """How many claims are chosen, counted up to `most`."""
        return roll.counted(self._connection, called, self._by, most)

    def leaves_out(self, called: Called) -> bool:
        """Whether more claims hold the words that are called for than are looked at."""
        return roll.leaves_out(self._connection, called, self._by)

    def documents(self, choice: Choice, after: tuple[str | None, str] | None, limit: int) -> list[Shelved]:
        """Documents chosen, newest publication first and undated last."""
        return shelf.listed(self._connection, choice, self._by, after, limit)

    def count_documents(self, choice: Choice, most: int) -> int:
        """How many documents are chosen, counted up to `most`."""
        return shelf.counted(self._connection, choice, self._by, most)

    def versions(self, key: str) -> list[VersionRow]:
        """All versions of a document, the current one last; raises NotFoundError."""
        found = shelf.versions_of(self._connection, key, self._by)
        if not found:
            raise NotFoundError("no document has this key", about=key, cure="/api/v1/documents lists them")
        return found

    def claims_of_version(self, version: int) -> list[Claim] | None:
        """The claims found in a version of a document; None where nobody has looked for any."""
        return shelf.claims_of_version(self._connection, version, self._by)

    def media_of_version(self, version: int) -> list[MediaRow]:
        """The pictures and videos of a version of a document."""
        return media.of_version(self._connection, version)

    def count_all_documents(self) -> int:
        """How many documents there are by now."""
        return self._connection.execute(select(func.count()).select_from(documents)).scalar_one()

    def count_claims(self) -> int:
        """How many claims are current by now."""
        return read.count_claims(self._connection)

    def datings(self, documents: Sequence[str]) -> dict[str, Dating]:
        """What evidence tells of the time of documents, by their ids."""
        chosen = dating_versions.c.document.in_(documents)
        return {one.document: one for one in incidents.datings(self._connection, self._linking, chosen)}

    def judgements(self, after: int = 0) -> list[Numbered]:
        """What people have decided by that moment, behind the one of a number."""
        return judging.behind(self._connection, after, self._by)
