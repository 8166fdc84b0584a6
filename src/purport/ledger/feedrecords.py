"""What the ledger keeps of feeds. All moments are ISO 8601 in UTC, so that they sort."""

from typing import Literal

from msgspec import Struct

from purport.ledger.records import Entry, Failure

__all__ = ["Alert", "Deletion", "FeedFile", "FeedGap", "FeedHour", "FeedRow", "FeedSetting", "FeedState", "Polled"]

State = Literal["alive", "silent", "broken"]


class FeedSetting(Struct, frozen=True):
    """A feed as it is watched: `address` as it may be shown, `every` in seconds."""

    name: str
    kind: str
    address: str
    every: int


class FeedState(Struct, frozen=True):
    """What a feed was found to be at a moment; `since`: what it has been so from, as far as can be told."""

    feed: str
    at: str
    state: State
    since: str | None
    reason: str


class FeedHour(Struct, frozen=True):
    """Of one feed and hour: how often it was asked, how often in vain, and how many items were new."""

    feed: str
    hour: str
    polls: int
    failed: int
    fresh: int


class FeedGap(Struct, frozen=True):
    """A time in which a feed was not heard; `filled`: what it published meanwhile has been had since.

    `end` is None where it lasts.
    """

    feed: str
    start: str
    end: str | None
    reason: str
    filled: bool


class FeedFile(Struct, frozen=True):
    """A file that a folder gave: another size or time of change (in nanoseconds since 1970) is another file."""

    name: str
    size: int
    modified: int


class Deletion(Struct, frozen=True):
    """A document that its publisher has taken back, or (`deleted` False) shows again; `basis`: how that is known."""

    document: str
    at: str
    deleted: bool
    basis: str
    feed: str


class Alert(Struct, frozen=True):
    """What people are told of once; `record` is JSON. `number` (0: not kept yet) grows in the order of making."""

    id: str
    at: str
    what: str
    record: str
    number: int = 0


class FeedRow(Struct, frozen=True):
    """A feed with its last state, where one was told, and its mark."""

    setting: FeedSetting
    state: FeedState | None
    mark: str | None


class Polled(Struct, frozen=True, kw_only=True):
    """What one poll has come to, to be kept whole or not at all.

    `before` is the mark that it began from (None: there was none), `mark` what it leaves. `shown` are keys of documents
    that the feed shows, `gone` of such as it shows no more.
    """

    feed: FeedSetting
    at: str
    before: str | None
    mark: str
    extractor: str = ""
    entries: tuple[Entry, ...] = ()
    failures: tuple[Failure, ...] = ()
    states: tuple[FeedState, ...] = ()
    hours: tuple[FeedHour, ...] = ()
    gaps: tuple[FeedGap, ...] = ()
    files: tuple[FeedFile, ...] = ()
    shown: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    basis: str = ""
