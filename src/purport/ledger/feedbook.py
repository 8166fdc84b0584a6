"""What is watched: kept with each poll, and told."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, func, select

from purport.ledger import polling
from purport.ledger.feedrecords import (
    Alert,
    Deletion,
    FeedFile,
    FeedGap,
    FeedHour,
    FeedRow,
    FeedSetting,
    FeedState,
    Polled,
)
from purport.ledger.records import Added
from purport.ledger.schema import (
    alerts,
    deletions,
    feed_files,
    feed_gaps,
    feed_hours,
    feed_states,
    feeds,
    marks,
    versions,
)
from purport.model.codec import decode_document

__all__ = ["Feedbook"]

_CHUNK = 5_000

Opened = Callable[[], AbstractContextManager[Connection]]


class Feedbook:
    """The ledger's record of feeds. All methods raise LedgerError where the database fails."""

    def __init__(self, reading: Opened, writing: Opened) -> None:
        self._reading = reading
        self._writing = writing

    def keep(self, polled: Polled) -> Added | None:
        """Keep a poll, whole; None, and nothing is kept, where its feed's mark is another one by now."""
        with self._writing() as connection:
            return polling.keep(connection, polled)

    def mark(self, name: str) -> str | None:
        """How far whoever watches has come."""
        with self._reading() as connection:
            return connection.execute(select(marks.c.record).where(marks.c.name == name)).scalar_one_or_none()

    def keep_alerts(self, name: str, before: str | None, mark: str, made: Sequence[Alert] = ()) -> bool:
        """Keep alerts that are new together with a mark; False, and nothing is kept, where that is another by now."""
        with self._writing() as connection:
            return polling.keep_alerts(connection, name, before, mark, made)

    def alerts(self, *, after: int = 0, last: int) -> list[Alert]:
        """The last so many alerts of those behind a number, in the order of making."""
        columns = alerts.c
        asked = select(columns.id, columns.at, columns.what, columns.record, columns.number)
        asked = asked.where(columns.number > after).order_by(columns.number.desc()).limit(last)
        with self._reading() as connection:
            return [Alert(*row) for row in connection.execute(asked)][::-1]

    def last_alert(self) -> int:
        """The number of the last alert; 0 where there was none."""
        with self._reading() as connection:
            return connection.execute(select(func.max(alerts.c.number))).scalar_one() or 0

    def listed(self) -> list[FeedRow]:
        """All feeds that were ever watched, by name."""
        with self._reading() as connection:
            settings = {row.name: FeedSetting(*row) for row in connection.execute(_latest_settings())}
            states = {row.feed: FeedState(*row) for row in connection.execute(_latest_states())}
            known = {row.name: row.record for row in connection.execute(select(marks.c.name, marks.c.record))}
        return [FeedRow(one, states.get(name), known.get(polling.mark_of(name))) for name, one in settings.items()]

    def gaps(self, by: str | None = None) -> list[FeedGap]:
        """The gaps of all feeds in order of time, up to a moment (ISO 8601 in UTC) where one is given."""
        columns = feed_gaps.c
        asked = select(columns.feed, columns.start, columns.end, columns.reason, columns.filled)
        asked = asked.where(columns.end <= by) if by else asked
        with self._reading() as connection:
            rows = connection.execute(asked.order_by(columns.start, columns.feed, columns.id)).all()
        return [FeedGap(row.feed, row.start, row.end, row.reason, bool(row.filled)) for row in rows]

    def open_gaps(self, by: str | None = None) -> list[FeedGap]:
        """The gaps that last: of feeds that were broken when they were told of last, by a moment."""
        columns = feed_states.c
        last = select(func.max(columns.id)).group_by(columns.feed)
        last = last.where(columns.at <= by) if by else last
        asked = select(columns.feed, columns.since, columns.at, columns.reason)
        asked = asked.where(columns.id.in_(last), columns.state == "broken").order_by(columns.feed)
        with self._reading() as connection:
            rows = connection.execute(asked).all()
        return [FeedGap(row.feed, row.since or row.at, None, row.reason, filled=False) for row in rows]

    def hours(self, feed: str, since: str) -> list[FeedHour]:
        """A feed's sums for each hour that is over, from one on."""
        columns = feed_hours.c
        asked = select(columns.feed, columns.hour, columns.polls, columns.failed, columns.fresh)
        with self._reading() as connection:
            rows = connection.execute(asked.where(columns.feed == feed, columns.hour >= since).order_by(columns.hour))
            return [FeedHour(*row) for row in rows]

    def states(self, feed: str) -> list[FeedState]:
        """All states that a feed was told to be in, the first first."""
        columns = feed_states.c
        asked = select(columns.feed, columns.at, columns.state, columns.since, columns.reason)
        with self._reading() as connection:
            return [
                FeedState(*row) for row in connection.execute(asked.where(columns.feed == feed).order_by(columns.id))
            ]

    def read_files(self, feed: str, names: Iterable[str]) -> set[FeedFile]:
        """Those files of these names that a feed has given already, in all their states."""
        columns = feed_files.c
        asked = select(columns.name, columns.size, columns.modified).where(columns.feed == feed)
        rest, found = iter(names), set()
        with self._reading() as connection:
            while chunk := list(islice(rest, _CHUNK)):
                found |= {FeedFile(*row) for row in connection.execute(asked.where(columns.name.in_(chunk)))}
        return found

    def words(self, keys: Iterable[str]) -> set[tuple[str, str | None, str]]:
        """The key, title and text of all versions of these documents."""
        asked = select(versions.c.document, versions.c.record).where(versions.c.document.in_(list(keys)))
        with self._reading() as connection:
            rows = connection.execute(asked).all()
        documents = ((row.document, decode_document(row.record)) for row in rows)
        return {(key, document.title, document.text) for key, document in documents}

    def deletions(self) -> list[Deletion]:
        """Documents taken back and shown again, in order."""
        columns = deletions.c
        asked = select(columns.document, columns.at, columns.deleted, columns.basis, columns.feed)
        with self._reading() as connection:
            rows = connection.execute(asked.order_by(columns.id)).all()
        return [Deletion(row.document, row.at, bool(row.deleted), row.basis, row.feed) for row in rows]


def _latest_settings() -> Select[Any]:
    last = select(func.max(feeds.c.id)).group_by(feeds.c.name)
    asked = select(feeds.c.name, feeds.c.kind, feeds.c.address, feeds.c.every)
    return asked.where(feeds.c.id.in_(last)).order_by(feeds.c.name)


def _latest_states() -> Select[Any]:
    columns = feed_states.c
    last = select(func.max(columns.id)).group_by(columns.feed)
    asked = select(columns.feed, columns.at, columns.state, columns.since, columns.reason)
    return asked.where(columns.id.in_(last))
