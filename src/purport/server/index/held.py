"""All that the index has read of a book: states of incidents as columns, who tells what, and what was published."""

from collections.abc import Sequence
from datetime import date
from itertools import chain

import numpy as np

from purport.ledger import Survey
from purport.ledger.survey import LinkingRow
from purport.server.index.codes import Array, Codes, Keys, keys_of
from purport.server.index.columns import Columns, Names, Pairs, read_states
from purport.server.index.view import Publications, rows_with

__all__ = ["NOTHING", "Held"]

NOTHING = np.empty(0, np.int32)
_EPOCH = date(1970, 1, 1).toordinal()
_FOREVER = np.iinfo(np.int32).max


class Held:
    """What was read up to the last linking. `refresh` reads what the book has been added since.

    `until`: for each state the linking that put another in its place. `extraction`: the last of which claims were read.
    `pairs`: rows and their claims; `told`: rows and who tells them; `tellers`: claims and who tells them; `texts`: the
    numbers that a search finds, and their claims.
    """

    def __init__(self) -> None:
        self.names = Names()
        self.sources = Codes[str]()
        self.claims = Keys()
        self.linkings: list[LinkingRow] = []
        self.extraction = 0
        self.columns = Columns.none()
        self.until = NOTHING
        self.pairs = Pairs(NOTHING, NOTHING)
        self.tellers = Pairs(NOTHING, NOTHING)
        self.told = Pairs(NOTHING, NOTHING)
        self.texts = Pairs(NOTHING, NOTHING)
        self.published = Publications(NOTHING, NOTHING, NOTHING)

    @property
    def last(self) -> int:
        """The number of the last linking; 0 before the first."""
        return self.linkings[-1].number if self.linkings else 0

    def refresh(self, survey: Survey) -> None:
        """Read what is new."""
        self._read_tellers(survey)
        self._read_texts(survey)
        self._read_states(survey)
        self._read_publications(survey)
        self.linkings += survey.linkings(self.last)

    def _read_tellers(self, survey: Survey) -> None:
        rows = list(survey.tellers(self.extraction))
        self.extraction = rows[-1].extraction if rows else self.extraction
        claims = self.claims.codes(keys_of([row.claim for row in rows]))
        sources = np.fromiter((self.sources(row.name) for row in rows), np.int32, len(rows))
        claims, sources = (np.concatenate(both) for both in ((self.tellers.row, claims), (self.tellers.claim, sources)))
        order = np.argsort(claims, kind="stable")
        self.tellers = Pairs(claims[order], sources[order])

    def _read_texts(self, survey: Survey) -> None:
        rows = list(survey.texts(_last_of(self.texts.row)))
        numbers = np.fromiter((number for number, _ in rows), np.int32, len(rows))
        self.texts = _joined(self.texts, Pairs(numbers, self.claims.codes(keys_of([claim for _, claim in rows]))))

    def _read_states(self, survey: Survey) -> None:
        known = len(self.columns)
        columns, claims = read_states(survey.states(_last_of(self.columns.number)), self.names)
        self.columns = self.columns.joined(columns)
        self.until = _until(self.columns)
        counts = np.fromiter(map(len, claims), np.int32, len(claims))
        rows = np.repeat(np.arange(known, known + len(claims), dtype=np.int32), counts)
        held = self.claims.codes(keys_of(list(chain.from_iterable(claims))))
        self.pairs = _joined(self.pairs, Pairs(rows, held))
        self.told = _joined(self.told, rows_with(rows, held, self.tellers))

    def _read_publications(self, survey: Survey) -> None:
        known = self.published
        rows = list(survey.publications(_last_of(known.number)))
        read = (
            np.fromiter((row.number for row in rows), np.int32, len(rows)),
            np.fromiter((_day(row.published) for row in rows), np.int32, len(rows)),
            np.fromiter((self.sources(row.source) for row in rows), np.int32, len(rows)),
        )
        self.published = Publications(
            *(np.concatenate(both) for both in zip((known.number, known.day, known.source), read, strict=True))
        )


def _last_of(numbers: Sequence[int] | Array) -> int:
    return int(numbers[-1]) if len(numbers) else 0


def _until(columns: Columns) -> Array:
    order = np.lexsort((columns.number, columns.incident))
    until = np.full(len(columns), _FOREVER, np.int32)
    same = columns.incident[order[1:]] == columns.incident[order[:-1]]
    until[order[:-1][same]] = columns.linking[order[1:][same]]
    return until


def _joined(some: Pairs, more: Pairs) -> Pairs:
    return Pairs(np.concatenate([some.row, more.row]), np.concatenate([some.claim, more.claim]))


def _day(published: str | None) -> int:
    """The day of publication, counted from 1970; -1 where nothing tells it."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal() - _EPOCH
    except ValueError:
        return -1
