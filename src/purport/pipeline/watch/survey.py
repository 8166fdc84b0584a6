"""How all feeds are, for people and machines."""

from datetime import datetime, timedelta

from msgspec import Struct

from purport.ledger import Ledger
from purport.ledger.feedrecords import FeedGap, FeedRow
from purport.pipeline.watch.health import decode_mark

__all__ = ["FeedHealth", "survey"]


class FeedHealth(Struct, frozen=True):
    """A feed as the ledger knows it. Moments are ISO 8601 in UTC; `every` in seconds.

    `heard`: the last poll that was answered; `fresh`: the last that brought something new; `items`: new ones in the 24
    hours up to the last poll, where its habit lets expect `expected` (None: too little is known of it). `gaps`: closed
    ones, then the one that lasts.
    """

    name: str
    kind: str
    address: str
    every: int
    state: str | None
    since: str | None
    reason: str
    polled: str | None
    heard: str | None
    fresh: str | None
    due: str | None
    items: int
    expected: float | None
    gaps: tuple[FeedGap, ...]


def survey(book: Ledger) -> list[FeedHealth]:
    """All feeds by name, as they were when each was last polled."""
    gaps = [*book.feeds.gaps(), *book.feeds.open_gaps()]
    return [
        _health(book, row, tuple(gap for gap in gaps if gap.feed == row.setting.name)) for row in book.feeds.listed()
    ]


def _health(book: Ledger, row: FeedRow, gaps: tuple[FeedGap, ...]) -> FeedHealth:
    mark = decode_mark(row.mark)
    setting = row.setting
    items = mark.items
    if mark.polled:
        since = (datetime.fromisoformat(mark.polled) - timedelta(hours=24)).isoformat()
        items += sum(hour.fresh for hour in book.feeds.hours(setting.name, since))
    return FeedHealth(
        name=setting.name,
        kind=setting.kind,
        address=setting.address,
        every=setting.every,
        state=mark.state,
        since=row.state.since if row.state else None,
        reason=mark.reason or (row.state.reason if row.state else ""),
        polled=mark.polled,
        heard=mark.succeeded,
        fresh=mark.fresh,
        due=mark.due,
        items=items,
        expected=round(sum(mark.habit), 1) if mark.habit else None,
        gaps=gaps,
    )
