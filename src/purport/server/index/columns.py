"""The columns: a row is a state of an incident."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Self

import msgspec
import numpy as np
from msgspec import Raw, Struct

from purport.ledger.survey import StateRow
from purport.model.claim import KINDS
from purport.model.incident import Setting, When
from purport.model.selection import event_bounds, place_words
from purport.server.index.codes import Array, Codes, key_of

__all__ = ["GONE", "NEVER", "STANCES", "Columns", "Names", "Pairs", "minute_of", "read_states"]

GONE = 255
"""The kind of an incident that is no more."""
NEVER = -(1 << 31)
"""The minute, or the night, of what has none."""
STANCES = ("asserted", "unverified", "denied", "unknown", "threatened")
_EPOCH = np.datetime64("1970-01-01T00:00", "m")
_HARM = frozenset({"killed", "injured", "hospitalised", "poisoned", "trapped", "missing"})


class _Figure(Struct):
    low: int | None
    best: int | None
    high: int | None


class _Toll(_Figure):
    effect: str


class _Implied(Struct):
    min: int | None
    max: int | None


class _Told(Struct):
    """What the index holds of an incident's record."""

    kind: str
    attacker: str | None
    weapon: Raw
    outcome: str | None
    place: Raw
    time: When | None
    claims: list[str]
    count: _Figure | None
    implied: _Implied | None
    people: tuple[_Toll, ...]
    stance: str
    origins: int
    parent: str | None
    episode: str
    contradictions: tuple[Raw, ...]


_told = msgspec.json.Decoder(_Told)
_setting = msgspec.json.Decoder(Setting | None)


class Names:
    """What the numbers in columns stand for. Number 0 of all but kinds and stances is: not told."""

    def __init__(self) -> None:
        self.kinds = Codes[str](KINDS)
        self.stances = Codes[str](STANCES)
        self.attackers = Codes[str | None]([None])
        self.weapons = Codes[bytes]([b"null"])
        self.places = Codes[bytes]([b"null"])
        self.settings: list[Setting | None] = [None]
        self.place_words: list[str] = [""]
        self.episodes = Codes[str]()
        self._points = np.full((2, 1), np.nan)

    @property
    def points(self) -> Array:
        """Latitudes and longitudes by place; NaN where none is known."""
        known = self._points.shape[1]
        fresh = [(one.lat, one.lon) if one else (None, None) for one in self.settings[known:]]
        if fresh:
            self._points = np.concatenate([self._points, np.array(fresh, np.float64).T], axis=1)
        return self._points

    def place(self, told: bytes) -> int:
        """The number of a place as a record tells it."""
        code = self.places(told)
        if code == len(self.settings):
            setting = _setting.decode(told)
            self.settings.append(setting)
            self.place_words.append(place_words(setting) if setting else "")
        return code


@dataclass(frozen=True, slots=True)
class Columns:
    """A row for each state. What counts nothing is -1; `parent` is 0 of what is part of nothing.

    `begins`, `starts`, `ends`: minutes from 1970; `night`: the day at whose noon it begins. `figure`: the number that
    stands for it, of weapons or of people; `least`: what its claims leave at the least of either.
    """

    number: Array
    linking: Array
    incident: Array
    kind: Array
    attacker: Array
    weapon: Array
    place: Array
    stance: Array
    begins: Array
    night: Array
    starts: Array
    ends: Array
    evidence: Array
    best: Array
    figure: Array
    least: Array
    implied: Array
    exactly: Array
    harms: Array
    origins: Array
    contradictions: Array
    claims: Array
    parent: Array
    episode: Array

    def taken(self, rows: Array) -> Self:
        """These rows alone."""
        return type(self)(*(getattr(self, one.name)[rows] for one in fields(self)))

    def joined(self, other: Self) -> Self:
        """These rows and those of another."""
        return type(self)(
            *(np.concatenate([getattr(self, one.name), getattr(other, one.name)]) for one in fields(self))
        )

    def __len__(self) -> int:
        return len(self.number)

    @classmethod
    def none(cls) -> Self:
        """No rows."""
        return cls(*(np.empty(0, form) for form in _FORMS))


_FORMS = (
    np.int64,  # number
    np.int32,  # linking
    np.uint64,  # incident
    np.uint8,  # kind
    np.int16,  # attacker
    np.int16,  # weapon
    np.int32,  # place
    np.uint8,  # stance
    np.int32,  # begins
    np.int32,  # night
    np.int32,  # starts
    np.int32,  # ends
    np.bool_,  # evidence
    np.int32,  # best
    np.int32,  # figure
    np.int32,  # least
    np.bool_,  # implied
    np.int32,  # exactly
    np.bool_,  # harms
    np.int16,  # origins
    np.int16,  # contradictions
    np.int32,  # claims
    np.uint64,  # parent
    np.int32,  # episode
)
_GONE_CELLS = (GONE, 0, 0, 0, 0, NEVER, NEVER, NEVER, NEVER, False, -1, -1, -1, False, -1, False, 0, 0, 0, 0, 0)
_LARGEST = (1 << 31) - 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which claims are of which rows: a row's claims stand side by side."""

    row: Array
    claim: Array


def read_states(states: Iterable[StateRow], names: Names) -> tuple[Columns, list[list[str]]]:
    """States as columns, and the claims of each."""
    cells, claims = [], []
    for state in states:
        told = _told.decode(state.record) if state.record else None
        claims.append(told.claims if told else [])
        head = (state.number, state.linking, key_of(state.incident))
        cells.append((*head, *(_cells(state, told, names) if told else _GONE_CELLS)))
    if not cells:
        return Columns.none(), []
    columns = zip(*cells, strict=True)
    return Columns(*(np.array(column, form) for column, form in zip(columns, _FORMS, strict=True))), claims


def _cells(state: StateRow, told: _Told, names: Names) -> tuple[float, ...]:
    starts, ends = _span(told.time.start, told.time.end) if told.time else (NEVER, NEVER)
    best = told.count.best if told.count else None
    implied = told.implied
    exactly = implied.min if implied and implied.min == implied.max else None
    return (
        names.kinds(told.kind),
        names.attackers(told.attacker),
        names.weapons(bytes(told.weapon)),
        names.place(bytes(told.place)),
        names.stances(told.stance),
        NEVER if state.begins is None else state.begins,
        NEVER if state.night is None else state.night,
        starts,
        ends,
        bool(told.time and told.time.basis),
        _bounded(best),
        _bounded(_figure(told, best)),
        _bounded(_least(told)),
        implied is not None,
        _bounded(exactly),
        any(toll.effect in _HARM and toll.high != 0 for toll in told.people),
        min(told.origins, 1 << 14),
        len(told.contradictions),
        len(told.claims),
        key_of(told.parent) if told.parent else 0,
        names.episodes(told.episode),
    )


def _bounded(number: int | None) -> int:
    return -1 if number is None else min(number, _LARGEST)


def _figure(told: _Told, best: int | None) -> int | None:
    """Its number, else of its tolls the largest, else the least that sums leave."""
    if best is not None:
        return best
    tolls = [toll.best for toll in told.people if toll.best is not None]
    return max(tolls) if tolls else told.implied.min if told.implied else None


def _least(told: _Told) -> int | None:
    """As `Selection` compares it."""
    lows = [toll.low for toll in told.people if toll.low is not None]
    if told.count and told.count.low is not None:
        lows.append(told.count.low)
    return max(lows, default=None)


@lru_cache(maxsize=1 << 16)
def _span(start: str, end: str) -> tuple[int, int]:
    first, last = event_bounds(When(start, end))
    return minute_of(first or ""), minute_of(last or "")


def minute_of(text: str) -> int:
    """The minute, counted from 1970, of a local date-time."""
    return int((np.datetime64(text, "m") - _EPOCH).astype(np.int64))
