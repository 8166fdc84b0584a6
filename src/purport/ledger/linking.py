"""What linking asks of the book, and what it puts into it.

All that is read is one state of the book, and a look costs what it finds, not what the book holds.
"""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, insert, select

from purport.ledger import schema
from purport.ledger.incidents import standing
from purport.ledger.judging import numbered
from purport.ledger.read import claims_of, current_claims, is_current
from purport.ledger.records import DatingRow, IncidentRow, Linking, Mark, Touched
from purport.ledger.streaming import streamed
from purport.model import Claim
from purport.model.codec import decode_claim
from purport.model.incident import Judgement

__all__ = ["Unlinked", "keep"]

T = TypeVar("T")
_CHUNK = 5_000
_MUCH = 10
"""A part of the book that has not been linked: from a tenth on, linking all of it anew is cheaper."""

_claims, _versions, _extractions = schema.claims.c, schema.versions.c, schema.extractions.c
_cells, _datings, _linkings = schema.claim_cells.c, schema.dating_versions.c, schema.linkings.c
_incidents = schema.incident_versions.c


class Unlinked:
    """One state of the book beside the last linking by this linker."""

    def __init__(self, connection: Connection, linker: str) -> None:
        self._connection = connection
        self._linker = linker

    @cached_property
    def mark(self) -> Mark:
        """How far the book has come."""
        return _mark(self._connection)

    @cached_property
    def last(self) -> int:
        """The number of the last linking at all."""
        return self._connection.execute(select(func.max(_linkings.id))).scalar_one() or 0

    @cached_property
    def _since(self) -> int:
        """The first linking behind those of other linkers, whose cells mean something else."""
        others = select(func.max(_linkings.id)).where(_linkings.linker != self._linker)
        return (self._connection.execute(others).scalar_one() or 0) + 1

    @cached_property
    def known(self) -> Mark:
        """How far this linker has come."""
        known = select(_linkings.version, _linkings.extraction, _linkings.judgement)
        row = self._connection.execute(known.where(_linkings.id == self.last, _linkings.id >= self._since)).first()
        return Mark(*row) if row else Mark()

    @property
    def is_up_to_date(self) -> bool:
        """Whether nothing is new to the linker."""
        return self.mark == self.known

    @property
    def is_mostly_new(self) -> bool:
        """Whether so much is new that a neighbourhood of it is about everything."""
        return _MUCH * (self.mark.extraction - self.known.extraction) >= self.mark.extraction

    def judgements(self) -> tuple[list[Judgement], list[Judgement]]:
        """Those that the last linking knew, and those made since."""
        rows = list(numbered(self._connection, self.mark.judgement))
        known = self.known.judgement
        return [one for n, one in rows if n <= known], [one for n, one in rows if n > known]

    def everything(self) -> Iterator[tuple[int, Claim]]:
        """All current claims, each with the number of its extraction."""
        rows = streamed(self._connection, current_claims(), _CHUNK)
        return ((row.extraction, decode_claim(row.record)) for row in rows)

    def touched(self) -> list[Touched]:
        """All claims of documents of which a version or an extraction is new, those that are superseded too."""
        asked = (
            select(_claims.extraction, _claims.record, is_current().label("current"))
            .join(schema.extractions, _extractions.id == _claims.extraction)
            .join(schema.versions, _versions.id == _extractions.version)
        )
        rows = self._in(asked, _versions.document, self._changed_documents())
        return [
            Touched(row.extraction, decode_claim(row.record), row.current, row.extraction > self.known.extraction)
            for row in rows
        ]

    def _changed_documents(self) -> set[str]:
        new = select(_versions.document).where(_versions.id > self.known.version)
        read = select(_versions.document).join(schema.extractions, _extractions.version == _versions.id)
        read = read.where(_extractions.id > self.known.extraction)
        return {key for asked in (new, read) for key in self._connection.execute(asked).scalars()}

    def by_id(self, claims: Iterable[str]) -> list[Claim]:
        """All current claims of these ids: the same words may stand in several documents."""
        return claims_of(self._connection, claims)

    def doubled(self, claims: Iterable[str]) -> list[str]:
        """Those of these ids that stand in several documents, or in several versions of one."""
        asked = select(_claims.id).group_by(_claims.id).having(func.count() > 1)
        return [row.id for row in self._in(asked, _claims.id, claims)]

    def of_days(self, kind: str, area: str, first: int, last: int, longest: int) -> list[Claim]:
        """Current claims of one kind in one area that touch these days; no cell is longer than `longest` days."""
        days = and_(_cells.first_day >= first - longest, _cells.first_day <= last, _cells.last_day >= first)
        return self._of_cells(_cells.kind == kind, _cells.area == area, days)

    def undated(self, kind: str, area: str) -> list[Claim]:
        """Current claims of one kind in one area that tell no time."""
        return self._of_cells(_cells.kind == kind, _cells.area == area, _cells.first_day.is_(None))

    def undated_of(self, documents: Iterable[str]) -> list[Claim]:
        """Current claims of documents of these ids that tell no time."""
        asked = self._with_cells(_cells.first_day.is_(None))
        return _decoded(self._in(asked, _versions.doc_id, documents))

    def with_figure(self, kind: str, place: str, figure: int, *, undated: bool) -> list[Claim]:
        """Current claims of one kind that state this number of a place; those alone that tell no time, or do."""
        told = _cells.first_day.is_(None) if undated else _cells.first_day.is_not(None)
        return self._of_cells(_cells.kind == kind, _cells.place == place, _cells.figure == figure, told)

    def _of_cells(self, *conditions: ColumnElement[bool]) -> list[Claim]:
        return _decoded(self._connection.execute(self._with_cells(*conditions)))

    def _with_cells(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        of_claim = and_(_cells.extraction == _claims.extraction, _cells.claim == _claims.id)
        return current_claims().join(schema.claim_cells, of_claim).where(_cells.linking >= self._since, *conditions)

    def dated_between(self, first: int, last: int) -> list[DatingRow]:
        """Documents that evidence puts on these days, as far as the last linking knew."""
        return self._dated(_datings.first_day <= last, _datings.last_day >= first)

    def datings(self, documents: Iterable[str] | None = None) -> list[DatingRow]:
        """What evidence told of these documents, or of all, at the last linking."""
        if documents is None:
            return self._dated()
        return [row for chunk in _chunks(documents) for row in self._dated(_datings.document.in_(chunk))]

    def _dated(self, *conditions: ColumnElement[bool]) -> list[DatingRow]:
        asked = select(_datings.document, _datings.first_day, _datings.last_day, _datings.record)
        rows = self._connection.execute(asked.where(standing(schema.dating_versions, "document"), *conditions))
        return [DatingRow(*row) for row in rows]

    def incidents_of(self, claims: Iterable[str], kind: str, area: str) -> list[IncidentRow]:
        """The states of incidents of one kind in one area that hold, or once held, one of these claims."""
        asked = select(schema.incident_claims.c.incident).distinct()
        ids = {row.incident for row in self._in(asked, schema.incident_claims.c.claim, claims)}
        found = _states().where(_incidents.kind == kind, _incidents.area == area)
        return [IncidentRow(*row) for row in self._in(found, _incidents.incident, ids)]

    def states(self) -> Iterator[IncidentRow]:
        """The states of all incidents at the last linking."""
        rows = streamed(self._connection, _states(), _CHUNK)
        return (IncidentRow(*row) for row in rows)

    def _in(self, asked: Select[Any], column: ColumnElement[Any], values: Iterable[Any]) -> list[Any]:
        return [row for chunk in _chunks(values) for row in self._connection.execute(asked.where(column.in_(chunk)))]


def keep(connection: Connection, after: int, made: Linking) -> bool:
    """Keep what a linking has come to; False, and nothing kept, where another one was faster."""
    if (connection.execute(select(func.max(_linkings.id))).scalar_one() or 0) != after:
        return False
    mark = made.mark
    row = {"at": made.at, "cause": made.cause, "linker": made.linker}
    counts = {"version": mark.version, "extraction": mark.extraction, "judgement": mark.judgement}
    number = connection.execute(insert(schema.linkings).values(row | counts).returning(_linkings.id)).scalar_one()
    _insert(connection, schema.claim_cells, (_cell_row(number, one) for one in made.cells))
    for rows in _chunks(made.incidents):
        _insert(connection, schema.incident_versions, (_version_row(number, one) for one in rows))
        _insert(connection, schema.incident_claims, _claim_rows(connection, number, rows))
    _insert(connection, schema.dating_versions, (_dating_row(number, one) for one in made.datings))
    return True


def _mark(connection: Connection) -> Mark:
    columns = (_versions.id, _extractions.id, schema.judgements.c.number)
    return Mark(*(connection.execute(select(func.max(column))).scalar_one() or 0 for column in columns))


def _decoded(rows: Iterable[Any]) -> list[Claim]:
    """A claim for each row, several cells of one claim told apart from several claims of one id by their extraction."""
    unique = {(row.extraction, row.record): row.record for row in rows}
    return [decode_claim(record) for record in unique.values()]


@cache
def _states() -> Select[Any]:
    columns = ("incident", "kind", "area", "episode", "parent", "night", "begins", "record")
    return select(*(_incidents[name] for name in columns)).where(standing(schema.incident_versions, "incident"))


def _chunks(values: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(values)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    for chunk in _chunks(rows):
        connection.execute(insert(table), chunk)


def _cell_row(linking: int, row: Any) -> dict[str, Any]:
    cell = row.cell
    return {
        "linking": linking,
        "extraction": row.extraction,
        "claim": row.claim,
        "kind": cell.kind,
        "area": cell.area,
        "place": cell.place,
        "figure": cell.figure,
        "first_day": cell.first,
        "last_day": cell.last,
    }


def _version_row(linking: int, row: IncidentRow) -> dict[str, Any]:
    return {
        "linking": linking,
        "incident": row.incident,
        "kind": row.kind,
        "area": row.area,
        "episode": row.episode,
        "parent": row.parent,
        "night": row.night,
        "begins": row.begins,
        "record": row.record,
    }


def _claim_rows(connection: Connection, linking: int, rows: list[IncidentRow]) -> list[dict[str, Any]]:
    """Claims that an incident never had before: of one that stays, the later states tell which are in it."""
    table = schema.incident_claims.c
    known: set[tuple[str, str]] = set()
    for chunk in _chunks(row.incident for row in rows):
        asked = select(table.incident, table.claim).where(table.incident.in_(chunk))
        known |= {(row.incident, row.claim) for row in connection.execute(asked)}
    return [
        {"incident": row.incident, "claim": claim, "name": name, "linking": linking}
        for row in rows
        for claim, name in row.names
        if (row.incident, claim) not in known
    ]


def _dating_row(linking: int, row: DatingRow) -> dict[str, Any]:
    return {
        "linking": linking,
        "document": row.document,
        "first_day": row.first_day,
        "last_day": row.last_day,
        "record": row.record,
    }
