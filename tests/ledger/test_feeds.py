"""What the book keeps of feeds: each poll whole or not at all, and by one watcher of two."""

import pytest
import sqlalchemy as sa
from msgspec import structs

from purport.ledger import Entry, Failure, Ledger
from purport.ledger.feedrecords import Alert, FeedFile, FeedGap, FeedHour, FeedSetting, FeedState, Polled
from tests.ledger.raw import Raw
from tests.pipeline.fakes import DroneCounter, document

FEED = FeedSetting("Example agency", "rss", "http://feed.example/rss.xml", 300)
AT = "2024-04-06T12:00:00+00:00"
LATER = "2024-04-06T13:00:00+00:00"


def entry(name: str, text: str = "7 drones") -> Entry:
    one = document(name, text, url=f"http://feed.example/{name}")
    return Entry(one, tuple(DroneCounter()(one)))


def polled(before: str | None, mark: str, *entries: Entry, **more: object) -> Polled:
    known = {"feed": FEED, "at": AT, "before": before, "mark": mark, "extractor": "drones/1", "entries": entries}
    return structs.replace(Polled(**known), **more)  # type: ignore[arg-type]


def test_a_poll_is_kept_with_all_that_it_found(book: Ledger) -> None:
    gap = FeedGap(FEED.name, AT, LATER, "the server answers 500", filled=False)
    state = FeedState(FEED.name, AT, "broken", None, "the server answers 500")
    hour = FeedHour(FEED.name, "2024-04-06T11", 12, 3, 40)
    file = FeedFile("a.jsonl", 1 << 40, 1_712_404_800_123_456_789)
    one = polled(None, "1", entry("a"), states=(state,), hours=(hour,), gaps=(gap,), files=(file,))
    added = book.feeds.keep(structs.replace(one, failures=(Failure("item 2", "cut off"),)))
    assert added is not None
    assert (added.new, added.changed, added.claims) == (1, 0, 1)
    [row] = book.feeds.listed()
    assert (row.setting, row.state, row.mark) == (FEED, state, "1")
    assert book.feeds.gaps() == [gap]
    assert book.feeds.hours(FEED.name, "") == [hour]
    assert book.feeds.read_files(FEED.name, ["a.jsonl", "b.jsonl"]) == {file}
    [run] = book.runs()
    assert (run.started, run.paths, run.outcome) == (AT, ("feed: Example agency",), "finished")
    assert [failure.about for failure in book.failures(run.id)] == ["item 2"]


def test_of_two_that_poll_at_once_one_is_kept(book: Ledger) -> None:
    assert book.feeds.keep(polled(None, "1", entry("a"))) is not None
    assert book.feeds.keep(polled(None, "1", entry("b"))) is None
    assert book.feeds.keep(polled("1", "2", entry("c"))) is not None
    assert book.feeds.keep(polled("1", "2", entry("d"))) is None
    assert sorted(row.id for row in book.documents()) == ["a", "c"]


def test_a_poll_that_brings_nothing_is_no_run(book: Ledger) -> None:
    assert book.feeds.keep(polled(None, "1")) is not None
    assert book.runs() == []


def test_a_setting_is_kept_each_time_that_it_changes(book: Ledger) -> None:
    for mark, every in (("1", 300), ("2", 300), ("3", 60)):
        before = book.feeds.mark(f"feed {FEED.name}")
        book.feeds.keep(polled(before, mark, feed=structs.replace(FEED, every=every)))
    assert [row.setting.every for row in book.feeds.listed()] == [60]


def test_what_is_taken_back_and_shown_again_is_kept_once_each(book: Ledger) -> None:
    keep = book.feeds.keep
    a, b = entry("a"), entry("b")
    keep(polled(None, "1", a, b))
    for before, mark in (("1", "2"), ("2", "3")):
        keep(polled(before, mark, gone=(a.document.key, "never seen"), basis="not on the page"))
    keep(polled("3", "4", shown=(a.document.key, b.document.key), basis="on the page"))
    keep(polled("4", "5", shown=(a.document.key,), gone=(b.document.key,)))
    told = [(one.document, one.deleted, one.basis) for one in book.feeds.deletions()]
    assert told == [
        (a.document.key, True, "not on the page"),
        (a.document.key, False, "on the page"),
        (b.document.key, True, ""),
    ]


def test_an_alert_is_kept_once(book: Ledger) -> None:
    one, two = Alert("x1", AT, "new", "{}"), Alert("x2", AT, "contradicted", "{}")
    assert book.feeds.keep_alerts("alerts", None, "7", [one])
    assert not book.feeds.keep_alerts("alerts", None, "8", [two])
    assert book.feeds.keep_alerts("alerts", "7", "8", [one, two, two])
    assert [(alert.number, alert.id) for alert in book.feeds.alerts(last=10)] == [(1, "x1"), (2, "x2")]
    assert [alert.id for alert in book.feeds.alerts(after=1, last=10)] == ["x2"]
    assert [alert.id for alert in book.feeds.alerts(last=1)] == ["x2"]
    assert book.feeds.last_alert() == 2


def test_marks_alone_are_replaced(book: Ledger, raw: Raw) -> None:
    book.feeds.keep(
        polled(
            None,
            "1",
            entry("a"),
            states=(FeedState(FEED.name, AT, "alive", None, ""),),
            hours=(FeedHour(FEED.name, "2024-04-06T11", 1, 0, 0),),
            gaps=(FeedGap(FEED.name, AT, LATER, "", filled=True),),
            files=(FeedFile("a", 1, 1),),
        )
    )
    book.feeds.keep(polled("1", "2", gone=(entry("a").document.key,)))
    book.feeds.keep_alerts("alerts", None, "1", [Alert("x1", AT, "new", "{}")])
    rows = raw.rows()
    for table in ("feeds", "feed_states", "feed_hours", "feed_gaps", "feed_files", "deletions", "alerts"):
        assert rows[table] == 1
        with pytest.raises(sa.exc.IntegrityError, match="only ever added to"):
            raw.run(f"DELETE FROM {table}")
