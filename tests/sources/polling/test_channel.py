"""A channel's page: back to what is known, and what is gone from it."""

from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

import pytest

from purport.sources.polling import Channel, Poll
from purport.sources.polling.channel import preview_of
from purport.sources.web import Client, Policy, Robots
from tests.sources.web.serving import Site

NOW = datetime(2024, 4, 5, 12, 0, tzinfo=UTC)
SHOWN = 5


class Posts:
    """A channel on a page of `SHOWN` posts, as t.me shows it."""

    def __init__(self, site: Site, last: int) -> None:
        self.numbers = set(range(1, last + 1))
        self.texts: dict[int, str] = {}
        self.url = site.does("/s/town", self._answer)

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        before = int(parse_qs(urlsplit(handler.path).query).get("before", ["1000000"])[0])
        shown = sorted(n for n in self.numbers if n < before)[-SHOWN:]
        body = "".join(map(self._post, shown)).encode()
        page = b'<!DOCTYPE html><html><body><main class="tgme_main">%s</main></body></html>' % body
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(page)

    def _post(self, number: int) -> str:
        text = self.texts.get(number, f"Post {number}: two drones fell.")
        return (
            f'<div class="tgme_widget_message" data-post="town/{number}">'
            f'<div class="tgme_widget_message_text">{text}</div>'
            '<a class="tgme_widget_message_date"><time datetime="2024-04-05T07:08:09+00:00"></time></a></div>'
        )


def channel(posts: Posts, pages: int = 20) -> Channel:
    client = Client(Policy(allowed="inner", whole=20.0))
    return Channel(client, Robots(client, lambda: 0.0), posts.url, lambda: NOW, pages)


def numbers(poll: Poll) -> list[int]:
    return [int(document.id.rsplit("-", 1)[1]) for document in poll.documents]


def test_at_first_the_newest_page_is_all(site: Site) -> None:
    posts = Posts(site, 30)
    first = channel(posts).poll("")
    assert numbers(first) == [26, 27, 28, 29, 30]
    assert (first.more, first.whole) == (False, True)
    assert first.documents[0].url == "https://t.me/town/26"


def test_a_gap_is_filled_page_by_page(site: Site) -> None:
    posts = Posts(site, 10)
    one = channel(posts)
    cursor = one.poll("").cursor
    posts.numbers |= set(range(11, 24))
    had: list[int] = []
    whole: list[bool | None] = []
    for _ in range(3):
        poll = one.poll(cursor)
        had += numbers(poll)
        whole.append(poll.whole)
        cursor = poll.cursor
    assert sorted(had) == list(range(9, 24))
    assert whole == [None, None, True]
    assert numbers(one.poll(cursor)) == [19, 20, 21, 22, 23]
    assert [path for path in site.paths if path != "/robots.txt"] == [
        "/s/town",
        "/s/town",
        "/s/town?before=19",
        "/s/town?before=14",
        "/s/town",
    ]


def test_a_gap_that_is_too_long_is_left_open(site: Site) -> None:
    posts = Posts(site, 10)
    one = channel(posts, pages=2)
    cursor = one.poll("").cursor
    posts.numbers |= set(range(11, 100))
    polls = []
    for _ in range(3):
        polls.append(one.poll(cursor))
        cursor = polls[-1].cursor
    assert [poll.whole for poll in polls] == [None, None, False]
    assert [poll.more for poll in polls] == [True, True, False]
    assert one.poll(cursor).whole is True


def test_a_post_that_is_gone_is_told_when_two_pages_lack_it(site: Site) -> None:
    posts = Posts(site, 10)
    one = channel(posts)
    first = one.poll("")
    posts.numbers -= {8, 10}
    posts.texts[9] = "Post 9: three drones fell."
    second = one.poll(first.cursor)
    assert second.gone == ()
    assert second.documents[-1].text == "Post 9: three drones fell."
    third = one.poll(second.cursor)
    assert third.gone == ("https://t.me/town/8", "https://t.me/town/10")
    assert "https://t.me/town/9" in third.shown
    assert one.poll(third.cursor).gone == ()


def test_a_post_that_was_missing_once_is_not_gone(site: Site) -> None:
    posts = Posts(site, 10)
    one = channel(posts)
    cursor = one.poll("").cursor
    posts.numbers -= {9}
    cursor = one.poll(cursor).cursor
    posts.numbers |= {9}
    poll = one.poll(cursor)
    assert poll.gone == ()
    assert one.poll(poll.cursor).gone == ()


def test_posts_that_scroll_off_are_not_gone(site: Site) -> None:
    posts = Posts(site, 10)
    one = channel(posts)
    cursor = one.poll("").cursor
    for last in range(11, 20):
        posts.numbers |= {last}
        poll = one.poll(cursor)
        assert poll.gone == ()
        cursor = poll.cursor


def test_robots_are_kept_to(site: Site) -> None:
    posts = Posts(site, 10)
    site.on("/robots.txt", body=b"User-agent: *\nDisallow: /s/\n")
    poll = channel(posts).poll("")
    assert "robots.txt" in str(poll.failure)
    assert site.paths == ["/robots.txt"]


def test_a_page_without_posts_is_a_failure(site: Site) -> None:
    posts = Posts(site, 0)
    assert "without posts" in str(channel(posts).poll("").failure)


@pytest.mark.parametrize("told", ["@town", "town", "https://t.me/town", "https://t.me/s/town", "https://t.me/town/77"])
def test_a_channel_is_named_in_any_of_its_ways(told: str) -> None:
    assert preview_of(told) == "https://t.me/s/town"
