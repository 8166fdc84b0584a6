"""The index: all states of all incidents, brought up to date when the book is linked anew."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain
from threading import Lock

import numpy as np

from purport.ledger import Ledger, Survey
from purport.ledger.search import MOST
from purport.ledger.survey import LinkingRow
from purport.server.index.codes import Array, Codes, Keys, keys_of
from purport.server.index.columns import GONE, Columns, Names, Pairs, read_states
from purport.server.index.view import Matches, Publications, View, rows_with

__all__ = ["Index"]

_VIEWS = 4
"""Moments of the book that are kept at hand."""
_EPOCH = date(1970, 1, 1).toordinal()
_FOREVER = np.iinfo(np.int32).max
_NOTHING = np.empty(0, np.int32)


class Index:
    """All that the book's linkings have come to; `view` is one moment of it. Several threads may ask at once."""

    def __init__(self, book: Ledger) -> None:
        self._book = book
        self._lock = Lock()
        self._names = Names()
        self._sources = Codes[str]()
        self._claims = Keys()
        self._linkings: list[LinkingRow] = []
        self._extraction = 0  # the last that was read
        self._columns = Columns.none()
        self._until = _NOTHING
        self._pairs = Pairs(_NOTHING, _NOTHING)
        self._tellers = Pairs(_NOTHING, _NOTHING)  # claims, and who tells them
        self._told = Pairs(_NOTHING, _NOTHING)  # rows, and who tells them
        self._texts = Pairs(_NOTHING, _NOTHING)  # the numbers that a search finds, and their claims
        self._published = Publications(_NOTHING, _NOTHING, _NOTHING)
        self._views: OrderedDict[int, View] = OrderedDict()

    def view(self, as_of: datetime | None = None) -> View:
        """The book as it stands, or as it stood at a moment."""
        last = self._book.last_linking()
        with self._lock:
            if last != self._last:
                self._refresh()
            return self._view(self._last if as_of is None else self._linking_by(as_of))

    @property
    def _last(self) -> int:
        return self._linkings[-1].number if self._linkings else 0

    def _linking_by(self, moment: datetime) -> int:
        """As `Ledger.incidents` finds it."""
        at = bisect_right(self._linkings, moment.astimezone(UTC).isoformat(), key=lambda row: row.at)
        return max((row.number for row in self._linkings[:at]), default=0)

    def _refresh(self) -> None:
        """Read what the book has been added since."""
        with self._book.surveyed() as survey:
            self._read_tellers(survey)
            self._read_texts(survey)
            self._read_states(survey)
            self._read_publications(survey)
            self._linkings += survey.linkings(self._last)

    def _read_tellers(self, survey: Survey) -> None:
        rows = list(survey.tellers(self._extraction))
        self._extraction = rows[-1].extraction if rows else self._extraction
        claims = self._claims.codes(keys_of([row.claim for row in rows]))
        sources = np.fromiter((self._sources(row.name) for row in rows), np.int32, len(rows))
        claims, sources = (
            np.concatenate(both) for both in ((self._tellers.row, claims), (self._tellers.claim, sources))
        )
        order = np.argsort(claims, kind="stable")
        self._tellers = Pairs(claims[order], sources[order])

    def _read_texts(self, survey: Survey) -> None:
        known = self._texts.row
        rows = list(survey.texts(int(known[-1]) if len(known) else 0))
        numbers = np.fromiter((number for number, _ in rows), np.int32, len(rows))
        self._texts = _joined(self._texts, Pairs(numbers, self._claims.codes(keys_of([claim for _, claim in rows]))))

    def _matching(self, extraction: int | None, words: Sequence[str]) -> Matches:
        """Claims that hold all words, of those found up to an extraction; numbers have no holes."""
        numbers, texts = self._book.matching(words, extraction), self._texts
        known = [number for number in numbers[:MOST] if number <= len(texts.row)]
        return Matches(texts.claim[np.array(known, np.int32) - 1], more=len(numbers) > MOST)

    def _read_states(self, survey: Survey) -> None:
        known = len(self._columns)
        after = int(self._columns.number[-1]) if known else 0
        columns, claims = read_states(survey.states(after), self._names)
        self._columns = self._columns.joined(columns)
        self._until = _until(self._columns)
        counts = np.fromiter(map(len, claims), np.int32, len(claims))
        rows = np.repeat(np.arange(known, known + len(claims), dtype=np.int32), counts)
        held = self._claims.codes(keys_of(list(chain.from_iterable(claims))))
        self._pairs = _joined(self._pairs, Pairs(rows, held))
        self._told = _joined(self._told, rows_with(rows, held, self._tellers))

    def _read_publications(self, survey: Survey) -> None:
        known = self._published
        rows = list(survey.publications(int(known.number[-1]) if len(known.number) else 0))
        days = (_day(row.published) for row in rows)
        read = (
            np.fromiter((row.number for row in rows), np.int32, len(rows)),
            np.fromiter(days, np.int32, len(rows)),
            np.fromiter((self._sources(row.source) for row in rows), np.int32, len(rows)),
        )
        self._published = Publications(
            *(np.concatenate(both) for both in zip((known.number, known.day, known.source), read, strict=True))
        )

    def _view(self, linking: int) -> View:
        found = self._views.get(linking)
        if found is None:
            found = self._views[linking] = self._made(linking)
            while len(self._views) > _VIEWS:
                self._views.popitem(last=False)
        self._views.move_to_end(linking)
        return found

    def _made(self, linking: int) -> View:
        stands = (self._columns.linking <= linking) & (self._until > linking) & (self._columns.kind != GONE)
        rows = np.flatnonzero(stands)
        linkings = [row for row in self._linkings if row.number <= linking]
        places = np.full(len(stands), -1, np.int32)
        places[rows] = np.arange(len(rows), dtype=np.int32)
        version = linkings[-1].version if linkings else 0
        known = self._published.number <= version
        return View(
            linkings,
            self._columns.taken(rows),
            _standing(self._pairs, places),
            _standing(self._told, places),
            Publications(
                *(part[known] for part in (self._published.number, self._published.day, self._published.source))
            ),
            self._names,
            self._sources,
            self._claims.known,
            partial(self._matching, None if linking == self._last else linkings[-1].extraction if linkings else 0),
        )


def _until(columns: Columns) -> Array:
    """For each state the linking that put another in its place."""
    order = np.lexsort((columns.number, columns.incident))
    until = np.full(len(columns), _FOREVER, np.int32)
    same = columns.incident[order[1:]] == columns.incident[order[:-1]]
    until[order[:-1][same]] = columns.linking[order[1:][same]]
    return until


def _standing(pairs: Pairs, places: Array) -> Pairs:
    """Pairs of the rows that have a place among those that stand, by that place."""
    at = places[pairs.row]
    stands = at >= 0
    return Pairs(at[stands], pairs.claim[stands])


def _joined(some: Pairs, more: Pairs) -> Pairs:
    return Pairs(np.concatenate([some.row, more.row]), np.concatenate([some.claim, more.claim]))


def _day(published: str | None) -> int:
    """The day of publication, counted from 1970; -1 where nothing tells it."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal() - _EPOCH
    except ValueError:
        return -1
