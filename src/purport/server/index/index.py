"""The index: all states of all incidents, brought up to date when the book is linked anew."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from threading import Lock

import numpy as np

from purport.ledger import Ledger
from purport.ledger.search import MOST
from purport.server.index import stored
from purport.server.index.codes import Array
from purport.server.index.columns import GONE, Pairs
from purport.server.index.held import Held
from purport.server.index.view import Matches, Publications, View

__all__ = ["Index"]

_VIEWS = 4
"""Moments of the book that are kept at hand."""
_MANY = 20_000
"""States that are worth a file; fewer are read anew in a second or two."""


class Index:
    """All that the book's linkings have come to; `view` is one moment of it. Several threads may ask at once."""

    def __init__(self, book: Ledger) -> None:
        self._book = book
        self._lock = Lock()
        self._held: Held | None = None
        self._stored = 0  # states of which a file is kept
        self._views: OrderedDict[int, View] = OrderedDict()

    def view(self, as_of: datetime | None = None) -> View:
        """The book as it stands, or as it stood at a moment."""
        last = self._book.last_linking()
        with self._lock:
            held = self._held
            if held is None or last != held.last:
                held = self._held = self._read(held)
            return self._view(held, held.last if as_of is None else _linking_by(held, as_of))

    def _read(self, held: Held | None) -> Held:
        """All of the book: what was held before or is kept in a file, and what is new."""
        with self._book.surveyed() as survey:
            if held is None:
                held = stored.kept(self._book.location, survey) or Held()
                self._stored = len(held.columns)
            held.refresh(survey)
            if len(held.columns) - self._stored > max(_MANY, self._stored // 10):
                stored.keep(self._book.location, held, survey)
                self._stored = len(held.columns)
        return held

    def _view(self, held: Held, linking: int) -> View:
        found = self._views.get(linking)
        if found is None:
            found = self._views[linking] = self._made(held, linking)
            while len(self._views) > _VIEWS:
                self._views.popitem(last=False)
        self._views.move_to_end(linking)
        return found

    def _made(self, held: Held, linking: int) -> View:
        stands = (held.columns.linking <= linking) & (held.until > linking) & (held.columns.kind != GONE)
        rows = np.flatnonzero(stands)
        linkings = [row for row in held.linkings if row.number <= linking]
        places = np.full(len(stands), -1, np.int32)
        places[rows] = np.arange(len(rows), dtype=np.int32)
        published = held.published
        known = published.number <= (linkings[-1].version if linkings else 0)
        extraction = None if linking == held.last else linkings[-1].extraction if linkings else 0
        return View(
            linkings,
            held.columns.taken(rows),
            _standing(held.pairs, places),
            _standing(held.told, places),
            Publications(*(part[known] for part in (published.number, published.day, published.source))),
            held.names,
            held.sources,
            held.claims.known,
            partial(self._matching, held, extraction),
        )

    def _matching(self, held: Held, extraction: int | None, words: Sequence[str]) -> Matches:
        """Claims that hold all words, of those found up to an extraction; numbers have no holes."""
        numbers, texts = self._book.matching(words, extraction), held.texts
        known = [number for number in numbers[:MOST] if number <= len(texts.row)]
        return Matches(texts.claim[np.array(known, np.int32) - 1], more=len(numbers) > MOST)


def _linking_by(held: Held, moment: datetime) -> int:
    """As `Ledger.incidents` finds it."""
    at = bisect_right(held.linkings, moment.astimezone(UTC).isoformat(), key=lambda row: row.at)
    return max((row.number for row in held.linkings[:at]), default=0)


def _standing(pairs: Pairs, places: Array) -> Pairs:
    """Pairs of the rows that have a place among those that stand, by that place."""
    at = places[pairs.row]
    stands = at >= 0
    return Pairs(at[stands], pairs.claim[stands])
