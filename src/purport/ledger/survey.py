"""What an index over the whole book reads: rows as they are, those behind a number only, all of one state of the book.

Rows come in the order of their numbers, which only ever grow: an index that has seen some asks for those behind them.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Select, exists, select

from purport.ledger import schema
from purport.ledger.streaming import streamed

__all__ = ["LinkingRow", "PublicationRow", "StateRow", "Survey", "TellerRow"]

_CHUNK = 5_000
_linkings, _states, _versions = schema.linkings.c, schema.incident_versions.c, schema.versions.c
_sources, _texts = schema.claim_sources.c, schema.claim_texts.c


class LinkingRow(NamedTuple):
    """A linking; `version`, `extraction` and `judgement` are the last of each that it knew."""

    number: int
    at: str
    cause: str
    version: int
    extraction: int
    judgement: int


class StateRow(NamedTuple):
    """A state of an incident; `record` is None where it is gone."""

    number: int
    linking: int
    incident: str
    night: int | None
    begins: int | None
    record: str | None


class TellerRow(NamedTuple):
    """A name of whoever said or published a claim."""

    extraction: int
    claim: str
    name: str


class PublicationRow(NamedTuple):
    """The first version of a document: when it was published, and by whom."""

    number: int
    published: str | None
    source: str


class _Published(Struct):
    source: str


_published = msgspec.json.Decoder(_Published)


class Survey:
    """One state of the book. All methods leave out what is numbered up to `after`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def linkings(self, after: int) -> list[LinkingRow]:
        """All linkings."""
        columns = (_linkings.id, _linkings.at, _linkings.cause)
        marks = (_linkings.version, _linkings.extraction, _linkings.judgement)
        asked = select(*columns, *marks).where(_linkings.id > after).order_by(_linkings.id)
        return [LinkingRow(*row) for row in self._connection.execute(asked)]

    def states(self, after: int) -> Iterator[StateRow]:
        """All states of all incidents."""
        columns = (_states.id, _states.linking, _states.incident, _states.night, _states.begins, _states.record)
        return map(StateRow._make, self._streamed(select(*columns).where(_states.id > after).order_by(_states.id)))

    def tellers(self, after: int) -> Iterator[TellerRow]:
        """Who tells each claim, by the number of its extraction."""
        columns = (_sources.extraction, _sources.claim, _sources.name)
        asked = select(*columns).where(_sources.extraction > after).order_by(_sources.extraction)
        return map(TellerRow._make, self._streamed(asked))

    def texts(self, after: int) -> Iterator[tuple[int, str]]:
        """The claims that a search finds, by the numbers that it gives."""
        asked = select(_texts.id, _texts.claim).where(_texts.id > after).order_by(_texts.id)
        return ((row.id, row.claim) for row in self._streamed(asked))

    def publications(self, after: int) -> Iterator[PublicationRow]:
        """All documents, by the number of the version that was read first."""
        other = schema.versions.alias().c
        earlier = exists().where(other.document == _versions.document, other.id < _versions.id)
        asked = select(_versions.id, _versions.published, _versions.record)
        rows = self._streamed(asked.where(_versions.id > after, ~earlier).order_by(_versions.id))
        return (PublicationRow(number, day, _published.decode(record).source) for number, day, record in rows)

    def ends(self, state: int, text: int, version: int) -> list[str]:
        """By what these numbers can be known again: what they stood for in another book is something else."""
        told = (
            select(_states.incident).where(_states.id == state),
            select(_texts.claim).where(_texts.id == text),
            select(_versions.content_hash).where(_versions.id == version),
        )
        return [self._connection.execute(one).scalar_one_or_none() or "" for one in told]

    def _streamed(self, asked: Select[Any]) -> Iterable[Any]:
        return streamed(self._connection, asked, _CHUNK)
