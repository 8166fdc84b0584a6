"""Telegram's API behind its port: what is new, edited and taken back, and what it asks for."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from purport.errors import FetchError, InputError, UsageError
from purport.sources.polling import Message, Poll, Telegram
from purport.sources.polling.telegram import FloodError
from purport.sources.polling.telethon import Telethon, _message

SENT = "2024-04-05T07:08:09+00:00"


class Town:
    """A channel in this process, spoken to through the port as Telegram's API is."""

    def __init__(self, last: int) -> None:
        self.posts = {n: Message(number=n, text=f"Post {n}", sent=SENT) for n in range(1, last + 1)}
        self.failure: Exception | None = None

    def title(self, channel: str) -> str | None:
        self._asked(channel)
        return f"The {channel}"

    def after(self, channel: str, number: int, limit: int) -> list[Message]:
        self._asked(channel)
        behind = [self.posts[n] for n in sorted(self.posts) if n > number]
        return behind[:limit] if number else behind[-limit:]

    def again(self, channel: str, numbers: list[int]) -> list[Message | None]:
        self._asked(channel)
        return [self.posts.get(number) for number in numbers]

    def _asked(self, channel: str) -> None:
        assert channel == "town"
        if self.failure:
            raise self.failure


def texts(poll: Poll) -> list[str]:
    return [document.text for document in poll.documents]


def test_at_first_the_newest_posts_are_had_and_then_what_is_new(tmp_path: Path) -> None:
    town = Town(250)
    one = Telegram(town, "@town")
    first = one.poll("")
    assert texts(first) == [f"Post {n}" for n in range(151, 251)]
    document = first.documents[0]
    assert (document.id, document.url, document.kind) == ("town-151", "https://t.me/town/151", "telegram")
    assert (document.source, document.published) == ("The town (t.me/town)", SENT)
    town.posts[251] = Message(number=251, text="Post 251", sent=SENT, reply_to=250)
    second = one.poll(first.cursor)
    assert second.documents[-1].reply_to == "town-250"
    assert second.documents[-1].text == "Post 251"


def test_nothing_that_was_sent_while_nobody_asked_is_missed() -> None:
    town = Town(10)
    one = Telegram(town, "town")
    cursor = one.poll("").cursor
    town.posts |= {n: Message(number=n, text=f"Post {n}", sent=SENT) for n in range(11, 400)}
    had: set[str] = set()
    more = True
    while more:
        poll = one.poll(cursor)
        had |= set(texts(poll))
        cursor, more = poll.cursor, poll.more
    assert had >= {f"Post {n}" for n in range(11, 400)}


def test_edits_and_deletions_are_told() -> None:
    town = Town(10)
    one = Telegram(town, "town")
    first = one.poll("")
    town.posts[9] = Message(number=9, text="Post 9, corrected", sent=SENT, edited="2024-04-05T08:00:00+00:00")
    del town.posts[8]
    second = one.poll(first.cursor)
    assert second.gone == ("https://t.me/town/8",)
    edited = next(document for document in second.documents if document.id == "town-9")
    assert (edited.text, edited.edited) == ("Post 9, corrected", "2024-04-05T08:00:00+00:00")
    assert one.poll(second.cursor).gone == ()


def test_what_fails_changes_nothing() -> None:
    town = Town(10)
    one = Telegram(town, "town")
    cursor = one.poll("").cursor
    town.failure = FloodError(77)
    poll = one.poll(cursor)
    assert (poll.wait, poll.cursor) == (77, cursor)
    assert "left alone" in str(poll.failure)
    town.failure = FetchError("nobody is logged in")
    poll = one.poll(cursor)
    assert isinstance(poll.failure, InputError)
    assert poll.cursor == cursor


def test_a_message_of_the_library_is_one_of_ours() -> None:
    told = SimpleNamespace(
        id=7,
        message="Two drones.",
        date=datetime(2024, 4, 5, 7, 8, 9, tzinfo=UTC),
        edit_date=datetime(2024, 4, 5, 8, 0, tzinfo=UTC),
        edit_hide=False,
        forward=SimpleNamespace(chat=SimpleNamespace(title="Other town"), from_name=None),
        reply_to_msg_id=3,
        post_author="N.",
    )
    assert _message(told) == Message(
        number=7,
        text="Two drones.",
        sent=SENT,
        edited="2024-04-05T08:00:00+00:00",
        forwarded_from="Other town",
        reply_to=3,
        author="N.",
    )


def test_a_session_that_others_may_read_is_not_used(tmp_path: Path) -> None:
    session = tmp_path / "telegram.session"
    session.write_bytes(b"")
    session.chmod(0o644)
    with pytest.raises(UsageError, match="others may read"):
        Telethon(session, 1, "x")._client()
