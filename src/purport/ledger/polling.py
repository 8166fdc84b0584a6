"""What one poll of a feed adds to the book, in one transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from msgspec import structs
from sqlalchemy import Connection, Table, insert, select, update

from purport.ledger import schema, write
from purport.ledger.deleted import deleted
from purport.ledger.feedrecords import Alert, FeedFile, FeedSetting, Polled
from purport.ledger.records import Added
from purport.ledger.schema import alerts, deletions, documents, feed_files, feeds, marks

__all__ = ["keep", "keep_alerts", "mark_of"]


def mark_of(feed: str) -> str:
    """The name of a feed's mark."""
    return f"feed {feed}"


def keep(connection: Connection, polled: Polled) -> Added | None:
    """Keep a poll; None, and nothing is kept, where its feed's mark is not the one that it began from."""
    feed = polled.feed.name
    if not _swap(connection, mark_of(feed), polled.before, polled.mark):
        return None
    _keep_setting(connection, polled.feed, polled.at)
    added = _read(connection, polled) if polled.entries or polled.failures else Added()
    _insert(connection, schema.feed_states, map(structs.asdict, polled.states))
    _insert(connection, schema.feed_hours, map(structs.asdict, polled.hours))
    _insert(connection, schema.feed_gaps, (structs.asdict(gap) | {"filled": int(gap.filled)} for gap in polled.gaps))
    _keep_files(connection, feed, polled.files)
    _keep_deletions(connection, polled)
    return added


def keep_alerts(connection: Connection, name: str, before: str | None, mark: str, made: Sequence[Alert]) -> bool:
    """Keep alerts of which there are none yet with a mark; False, and nothing is kept, where that is another."""
    if not _swap(connection, name, before, mark):
        return False
    told = {one.id: one for one in made}
    known = set(connection.execute(select(alerts.c.id).where(alerts.c.id.in_(told))).scalars())
    rows = [{"id": i, "at": a.at, "what": a.what, "record": a.record} for i, a in told.items() if i not in known]
    _insert(connection, alerts, rows)
    return True


def _swap(connection: Connection, name: str, before: str | None, after: str) -> bool:
    """Replace a mark; False where it was not what it was thought to be."""
    if before is not None:
        replace = update(marks).where(marks.c.name == name, marks.c.record == before).values(record=after)
        return bool(connection.execute(replace).rowcount == 1)
    if connection.execute(select(marks.c.name).where(marks.c.name == name)).first():
        return False
    connection.execute(insert(marks).values(name=name, record=after))
    return True


def _keep_setting(connection: Connection, setting: FeedSetting, at: str) -> None:
    columns = feeds.c
    asked = select(columns.name, columns.kind, columns.address, columns.every).where(columns.name == setting.name)
    known = connection.execute(asked.order_by(columns.id.desc()).limit(1)).first()
    if known is None or FeedSetting(*known) != setting:
        connection.execute(insert(feeds).values(**structs.asdict(setting), at=at))


def _read(connection: Connection, polled: Polled) -> Added:
    """The documents, as a run of their own, so that it is known from when on the book had them."""
    at = datetime.fromisoformat(polled.at)
    run = write.begin_run(connection, [f"feed: {polled.feed.name}"], polled.extractor, at)
    added = write.add(connection, run, polled.extractor, polled.entries, polled.failures)
    counts = {"new": added.new, "changed": added.changed, "claims": added.claims, "skipped": len(polled.failures)}
    write.end_run(connection, run, "finished", counts, at)
    return added


def _keep_files(connection: Connection, feed: str, files: Iterable[FeedFile]) -> None:
    wanted = set(files)
    columns = feed_files.c
    asked = select(columns.name, columns.size, columns.modified)
    known = connection.execute(asked.where(columns.feed == feed, columns.name.in_([one.name for one in wanted])))
    fresh = wanted - {FeedFile(*row) for row in known}
    _insert(connection, feed_files, ({"feed": feed} | structs.asdict(one) for one in fresh))


def _keep_deletions(connection: Connection, polled: Polled) -> None:
    """What is gone and was there, and what is there again, each once."""
    if not polled.gone and not polled.shown:
        return
    keys = {*polled.gone, *polled.shown}
    taken_back = deleted(connection, keys)
    there = set(connection.execute(select(documents.c.key).where(documents.c.key.in_(polled.gone))).scalars())
    changes = [(key, True) for key in dict.fromkeys(polled.gone) if key in there and key not in taken_back]
    changes += [(key, False) for key in dict.fromkeys(polled.shown) if key in taken_back]
    told = {"at": polled.at, "basis": polled.basis, "feed": polled.feed.name}
    _insert(connection, deletions, ({"document": key, "deleted": int(gone)} | told for key, gone in changes))


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if listed := list(rows):
        connection.execute(insert(table), listed)
