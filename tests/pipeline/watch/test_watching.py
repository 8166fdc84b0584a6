"""What watching does beside polling: edits, deletions, folders, two at once, and what it leaves alone."""

import itertools
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from purport.errors import UsageError
from purport.sources.polling import Message
from tests.pipeline.watch.watching import Room, room, rss
from tests.sources.polling.test_channel import Posts
from tests.sources.polling.test_telegram import Town
from tests.sources.web.serving import Site

FEED = '[[feed]]\nname = "A"\nkind = "rss"\nurl = "{url}"\nevery = "10 min"\n'
INNER = 'allow_private = true\npause = "0 s"\n'


def test_once_is_once(shared: Room, site: Site) -> None:
    here = shared
    config = INNER + FEED.format(url=site.on("/feed", body=rss("7 drones", "8 drones")))
    watcher = here.watcher(config)
    watcher.once()
    assert site.paths == ["/feed"]
    assert (watcher.told.polls, watcher.told.new, watcher.told.claims) == (1, 2, 2)
    assert here.texts() == ["7 drones", "8 drones"]
    assert list(here.book.incidents())
    again = here.watcher(config)
    again.once()
    assert (again.told.polls, again.told.new) == (1, 0)
    assert len(here.book.runs()) == 1


def test_nothing_inner_is_asked_unless_that_is_allowed(here: Room, site: Site) -> None:
    config = FEED.format(url=site.on("/feed", body=rss("7 drones")))
    watcher = here.watcher(config)
    watcher.once()
    assert site.asked == []
    assert (watcher.told.polls, watcher.told.failed) == (1, 1)
    [feed] = here.book.feeds.listed()
    assert "no public address" in (feed.mark or "")


def test_an_item_that_is_only_dated_anew_is_known(here: Room, site: Site) -> None:
    def dated(minute: int) -> bytes:
        date = f"<pubDate>Fri, 05 Apr 2024 10:{minute:02}:00 GMT</pubDate></item>"
        return rss("7 drones").replace(b"</item>", date.encode())

    config = INNER + FEED.format(url=site.on("/feed", body=dated(1)))
    here.watcher(config).once()
    site.on("/feed", body=dated(2))
    watcher = here.watcher(config)
    watcher.once()
    assert (watcher.told.new, watcher.told.changed) == (0, 0)
    site.on("/feed", body=dated(3).replace(b"7 drones", b"9 drones"))
    watcher = here.watcher(config)
    watcher.once()
    assert (watcher.told.new, watcher.told.changed) == (0, 1)
    assert here.texts() == ["9 drones"]


def test_a_document_that_cannot_be_extracted_is_kept_and_told_once(here: Room, site: Site) -> None:
    config = INNER + FEED.format(url=site.on("/feed", body=rss("crash", "7 drones")))
    here.run(config, hours=2)
    assert here.texts() == ["7 drones", "crash"]
    failures = [failure.reason for run in here.book.runs() for failure in here.book.failures(run.id)]
    assert failures == ["RuntimeError: no"]
    assert len(here.book.runs()) == 1


def test_deleted_posts_are_marked_and_kept(here: Room, site: Site) -> None:
    posts = Posts(site, 10)
    config = INNER + f'[[feed]]\nname = "T"\nkind = "channel"\nurl = "{posts.url}"\nevery = "10 min"\n'
    here.watcher(config).once()
    posts.numbers -= {8}
    for _ in range(3):
        here.watcher(config).once()
    assert [(one.deleted, one.basis) for one in here.book.feeds.deletions()] == [(True, "not on the channel's page")]
    [row] = [row for row in here.book.documents() if row.deleted]
    assert row.id == "town-8"
    assert here.book.find("town-8").deleted == row.deleted
    posts.numbers |= {8}
    here.watcher(config).once()
    assert [one.deleted for one in here.book.feeds.deletions()] == [True, False]
    assert here.book.find("town-8").deleted is None


def test_a_channel_is_paged_back_after_a_night_off(here: Room, site: Site) -> None:
    posts = Posts(site, 10)
    config = INNER + f'[[feed]]\nname = "T"\nkind = "channel"\nurl = "{posts.url}"\nevery = "10 min"\n'
    here.run(config, hours=1)
    posts.numbers |= set(range(11, 60))
    here.clock.turn(9 * 3600)
    here.run(config, hours=1)
    assert {row.id for row in here.book.documents()} >= {f"town-{n}" for n in range(6, 60)}
    [gap] = here.book.feeds.gaps()
    assert (gap.reason, gap.filled) == ("nobody watched", True)


def test_telegram_through_its_port(here: Room) -> None:
    town = Town(5)
    config = '[[feed]]\nname = "T"\nkind = "telegram"\nchannel = "town"\n'
    config += '[telegram]\napi_id = { env = "ID" }\napi_hash = { env = "HASH" }\n'
    here.run(config, hours=1, messages=town)
    town.posts[5] = Message(number=5, text="12 drones", sent=town.posts[5].sent, edited="2024-04-05T09:00:00+00:00")
    del town.posts[4]
    here.run(config, hours=1, messages=town)
    assert here.texts() == ["12 drones", "Post 1", "Post 2", "Post 3", "Post 4"]
    assert here.book.find("town-4").deleted
    with pytest.raises(UsageError, match="variable ID is not set"):
        here.watcher(config)


def test_a_folder_gives_each_file_once(here: Room, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    config = '[[feed]]\nname = "F"\nkind = "folder"\npath = "in"\nevery = "1 min"\n'
    (tmp_path / "in" / "a.txt").write_text("Over Sumy 7 drones fell.")
    here.run(config, hours=0.1)
    (tmp_path / "in" / "b.txt").write_text("Over Sumy 8 drones fell.")
    here.run(config, hours=0.1)
    assert here.texts() == ["Over Sumy 7 drones fell.", "Over Sumy 8 drones fell."]
    assert len(here.book.runs()) == 2


@pytest.fixture(params=["sqlite", "postgres"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    """A room with a ledger on each database that keeps one."""
    place = request.getfixturevalue("postgres").new_schema() if request.param == "postgres" else None
    with room(tmp_path, place) as one:
        yield one


def test_two_that_watch_the_same_do_no_harm(shared: Room, site: Site) -> None:
    here = shared
    texts = [f"{n} drones" for n in range(1, 40)]
    config = INNER + FEED.format(url=site.on("/feed", body=rss(*texts)))
    watchers = [here.watcher(config) for _ in range(2)]
    threads = [threading.Thread(target=watcher.once) for watcher in watchers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert here.texts() == sorted(texts)
    assert sum(watcher.told.new for watcher in watchers) == len(texts)
    assert len(here.book.runs()) == 1


def test_a_host_is_asked_one_thing_at_a_time_with_pauses(here: Room, site: Site) -> None:
    asking = threading.Lock()
    at_once: list[bool] = []
    moments: list[float] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        at_once.append(not asking.acquire(blocking=False))
        moments.append(here.clock.seconds)
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(rss("7 drones"))
        asking.release()

    site.does("/feed", answer)
    feeds = [FEED.format(url=f"{site.url}/feed?{n}").replace('"A"', f'"A{n}"') for n in range(4)]
    here.run('allow_private = true\npause = "20 s"\n' + "".join(feeds), hours=0.4)
    assert len(moments) == 12
    assert not any(at_once)
    assert min(later - former for former, later in itertools.pairwise(moments)) >= 20


def test_who_asks_to_be_left_alone_is_left_alone_also_by_the_next_start(here: Room, site: Site) -> None:
    config = INNER + FEED.format(url=site.on("/feed", 429, Retry_After="3000"))
    here.watcher(config).once()
    here.watcher(config).once()
    assert site.paths == ["/feed"]
    here.run(config, hours=0.5)
    assert site.paths == ["/feed"]
    here.run(config, hours=0.5)
    assert len(site.paths) == 2


def test_a_clock_that_is_set_back_stops_nothing(here: Room, site: Site) -> None:
    config = INNER + FEED.format(url=site.on("/feed", body=rss("7 drones")))
    here.clock.turn(400 * 24 * 3600.0)
    here.run(config, hours=0.1)
    here.clock.turn(0)
    site.on("/feed", body=rss("7 drones", "8 drones"))
    here.run(config, hours=0.1)
    assert here.texts() == ["7 drones", "8 drones"]


def test_a_feed_that_breaks_this_program_is_a_broken_feed(here: Room, site: Site) -> None:
    watcher = here.watcher(INNER + FEED.format(url=site.on("/feed", body=rss("7 drones"))))
    feed = watcher._feeds["A"]

    def fails(_cursor: str) -> None:
        raise ZeroDivisionError

    feed.source.poll = fails  # type: ignore[assignment]
    watcher.once()
    assert watcher.told.failed == 1
    assert "ZeroDivisionError" in (here.book.feeds.listed()[0].mark or "")
