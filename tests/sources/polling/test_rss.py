"""RSS: only what has changed is asked for, and what was missed is seen from what is left."""

from datetime import UTC, datetime

import pytest

from purport.sources.polling import Rss
from purport.sources.web import FEED_TYPES, Client, Policy
from tests.sources.web.serving import Site

NOW = datetime(2024, 4, 5, 12, 0, tzinfo=UTC)
POLICY = Policy(allowed="inner", whole=20.0, types=FEED_TYPES)


def feed(*numbers: int, end: str = "</channel></rss>") -> bytes:
    items = "".join(
        f"<item><title>News {n}</title><link>http://a.example/{n}</link><description>Text {n}.</description></item>"
        for n in numbers
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>A</title>{items}{end}'.encode()


def rss(url: str, **secrets: str) -> Rss:
    return Rss(Client(POLICY), url, lambda: NOW, secrets)


def test_only_what_has_changed_is_asked_for(site: Site) -> None:
    url = site.on("/feed", body=feed(1, 2), ETag='"1"', Last_Modified="Fri, 05 Apr 2024 10:00:00 GMT")
    one = rss(url, Authorization="Bearer x")
    first = one.poll("")
    assert [document.url for document in first.documents] == ["http://a.example/1", "http://a.example/2"]
    assert (first.failure, first.whole, first.more) == (None, True, False)
    site.on("/feed", 304)
    again = one.poll(first.cursor)
    assert (again.documents, again.failure, again.whole, again.cursor) == ((), None, True, first.cursor)
    assert site.asked[1][1]["if-none-match"] == '"1"'
    assert site.asked[1][1]["if-modified-since"] == "Fri, 05 Apr 2024 10:00:00 GMT"
    assert site.asked[1][1]["authorization"] == "Bearer x"


def test_the_same_bytes_are_not_read_twice(site: Site) -> None:
    one = rss(site.on("/feed", body=feed(1)))
    first = one.poll("")
    assert len(first.documents) == 1
    assert one.poll(first.cursor).documents == ()


def test_what_was_missed_is_seen(site: Site) -> None:
    one = rss(site.on("/feed", body=feed(1, 2)))
    first = one.poll("")
    site.on("/feed", body=feed(2, 3))
    assert one.poll(first.cursor).whole is True
    site.on("/feed", body=feed(8, 9))
    assert one.poll(first.cursor).whole is False


def test_an_empty_feed_is_one(site: Site) -> None:
    one = rss(site.on("/feed", body=feed()))
    first = one.poll("")
    assert (first.failure, first.documents, first.whole) == (None, (), True)
    site.on("/feed", body=feed(1))
    assert one.poll(first.cursor).whole is True


def test_a_feed_that_is_cut_off_is_read_and_asked_for_again(site: Site) -> None:
    one = rss(site.on("/feed", body=feed(1, 2, 3, end=""), ETag='"1"'))
    first = one.poll("")
    assert len(first.documents) == 2
    assert len(first.errors) == 1
    one.poll(first.cursor)
    assert "if-none-match" not in site.asked[1][1]


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (500, b"", "answers 500"),
        (404, b"", "no such page"),
        (200, b"<html><body><p>Log in</p></body></html>", "something else than a feed"),
        (200, b"Log in", "something else than a feed"),
        (200, b"", "empty"),
        (200, b"<rss><channel><item", ""),
    ],
)
def test_what_is_no_feed_is_a_failure_that_changes_nothing(site: Site, status: int, body: bytes, reason: str) -> None:
    poll = rss(site.on("/feed", status, body=body)).poll('{"etag":"x"}')
    assert poll.failure is not None
    assert reason in str(poll.failure)
    assert poll.cursor == '{"etag":"x"}'
    assert poll.documents == ()


def test_who_asks_to_be_left_alone_says_for_how_long(site: Site) -> None:
    assert rss(site.on("/feed", 429, Retry_After="90")).poll("").wait == 90
    assert rss(site.on("/feed", 503, Retry_After="Fri, 05 Apr 2024 12:01:00 GMT", Date="x")).poll("").wait == 60


def test_a_cursor_of_another_kind_of_feed_is_none(site: Site) -> None:
    assert len(rss(site.on("/feed", body=feed(1))).poll("[1]").documents) == 1
