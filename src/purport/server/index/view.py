"""One moment of the book: the incidents that stood then, as columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from purport.ledger.survey import LinkingRow
from purport.server.index.codes import Array, Codes, key_of
from purport.server.index.columns import Columns, Names, Pairs
from purport.server.index.kept import Kept

__all__ = ["Matches", "Publications", "Said", "View", "grouped", "rows_with"]

_ROOM = 100_000_000
"""Bytes for masks and orders that are kept at hand."""


@dataclass(frozen=True, slots=True)
class Publications:
    """Documents: the version that was read first, the day on which it was published (-1: unknown), and by whom."""

    number: Array
    day: Array
    source: Array


@dataclass(frozen=True, slots=True)
class Matches:
    """Claims that hold some words; `more`: only the newest of them."""

    claims: Array
    more: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Whether each incident has a claim that holds some words; `more`: only the newest claims were looked at."""

    rows: Array
    more: bool

    @property
    def nbytes(self) -> int:
        """Bytes that it takes."""
        return int(self.rows.nbytes)


class View:
    """The incidents that stand, in columns; `claims` and `tellers` pair their positions with claims and with names.

    `linkings`: all up to the moment. `claim_codes`: the numbers of claims by their keys. `kept`: what was asked
    for last; `derived`: columns worked out of the others, which all that is asked is answered from.
    """

    def __init__(
        self,
        linkings: list[LinkingRow],
        columns: Columns,
        claims: Pairs,
        tellers: Pairs,
        publications: Publications,
        names: Names,
        sources: Codes[str],
        claim_codes: Callable[[Array], Array],
        matching: Callable[[Sequence[str]], Matches],
    ) -> None:
        self.linkings = linkings
        self.columns = columns
        self.claims = claims
        self.tellers = tellers
        self.publications = publications
        self.names = names
        self.sources = sources
        self.claim_codes = claim_codes
        self._matching = matching
        self.kept = Kept(_ROOM)
        self.derived = Kept(_ROOM)

    def __len__(self) -> int:
        return len(self.columns)

    @property
    def linking(self) -> int:
        """The number of the linking that it is of; 0 before the first."""
        return self.linkings[-1].number if self.linkings else 0

    @cached_property
    def ambiguous(self) -> Array:
        """Whether a claim of an incident names a place that may be another one."""
        return np.zeros(len(self), np.bool_)

    @cached_property
    def parents(self) -> Array:
        """For each incident the position of its whole, -1 where it has none."""
        return self.positions(self.columns.parent)

    def position(self, incident: str) -> int | None:
        """Where the incident of an id stands; None where it does not."""
        at = int(self.positions(np.array([key_of(incident)], np.uint64))[0])
        return at if at >= 0 else None

    @cached_property
    def _wholes(self) -> Array:
        whole = np.zeros(len(self), np.bool_)
        whole[self.parents[self.parents >= 0]] = True
        return whole

    def has_parts(self, at: int) -> bool:
        """Whether the incident that stands there is a whole."""
        return bool(self._wholes[at])

    def saying(self, words: Sequence[str]) -> Said:
        """Which incidents have a claim that holds all of these words."""
        key = ("said", *words)
        found: Said | None = self.kept.get(key)
        if found is None:
            matches = self._matching(words)
            found = Said(self.said_by(matches.claims), matches.more)
            self.kept.put(key, found)
        return found

    def said_by(self, claims: Array) -> Array:
        """Which incidents have one of these claims."""
        rows = np.zeros(len(self), np.bool_)
        held, begins = self._by_claim
        known = claims[claims < len(begins) - 1]
        rows[held[_within(begins[known], begins[known + 1])]] = True
        return rows

    @cached_property
    def _by_claim(self) -> tuple[Array, Array]:
        order, begins = grouped(self.claims.claim)
        return self.claims.row[order], begins

    def tellers_of(self, incidents: Array) -> Array:
        """Whoever tells a claim of these incidents, once for each of them."""
        begins = self._tellers_begin
        found: Array = self.tellers.claim[_within(begins[incidents], begins[incidents + 1])]
        return found

    @cached_property
    def _tellers_begin(self) -> Array:
        return grouped(self.tellers.row, len(self))[1]

    def of_episode(self, code: int) -> Array:
        """The incidents of an episode, in their order."""
        order, begins = self._by_episode
        return order[begins[code] : begins[code + 1]]

    @cached_property
    def _by_episode(self) -> tuple[Array, Array]:
        return grouped(self.columns.episode)

    @cached_property
    def _by_id(self) -> tuple[Array, Array]:
        order = np.argsort(self.columns.incident).astype(np.int32)
        return self.columns.incident[order], order

    def positions(self, incidents: Array) -> Array:
        """Where incidents of these keys stand; -1 for those that do not."""
        keys, order = self._by_id
        found = np.full(len(incidents), -1, np.int32)
        if len(keys):
            at = np.minimum(np.searchsorted(keys, incidents), len(keys) - 1)
            stands = keys[at] == incidents
            found[stands] = order[at[stands]]
        return found


def grouped(codes: Array, number: int = 0) -> tuple[Array, Array]:
    """Where each code stands, those of one side by side; and by code where they begin, the last with their end.

    `number`: of codes, where there are some behind the greatest that stands anywhere.
    """
    begins = np.append(0, np.cumsum(np.bincount(codes, minlength=number))).astype(np.int32)
    return np.argsort(codes, kind="stable").astype(np.int32), begins


def _within(begins: Array, ends: Array) -> Array:
    """All numbers from each beginning to its end, one after the other."""
    counts = ends - begins
    found: Array = np.repeat(ends - np.cumsum(counts), counts) + np.arange(counts.sum())
    return found


def rows_with(rows: Array, claims: Array, tellers: Pairs) -> Pairs:
    """Rows beside whoever tells a claim of theirs, each once; `tellers` are sorted by claim."""
    first, last = (np.searchsorted(tellers.row, claims, side) for side in ("left", "right"))
    at = _within(first, last)
    both = np.unique(np.repeat(rows.astype(np.int64), last - first) << 32 | tellers.claim[at])
    return Pairs((both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32))
