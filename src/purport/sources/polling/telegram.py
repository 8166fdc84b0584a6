"""A Telegram channel through its API, whatever speaks it: posts, edits and deletions."""

from typing import Protocol

import msgspec
from msgspec import Struct

from purport.errors import InputError
from purport.model import Document
from purport.sources.languages import fill
from purport.sources.opening import sha256
from purport.sources.polling.port import Poll, cursor_of, failed

__all__ = ["FloodError", "Message", "Messages", "Telegram"]

_BASIS = "taken back, as Telegram's API tells"
_PAGE = 100  # messages of one question; the API gives no more
_AGAIN = 100  # last messages that are looked at again, for edits and deletions


class FloodError(Exception):
    """Telegram asks to be left alone for so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Message(Struct, frozen=True, kw_only=True):
    """A message of a channel; moments are ISO 8601."""

    number: int
    text: str
    sent: str
    edited: str | None = None
    forwarded_from: str | None = None
    reply_to: int | None = None
    author: str | None = None


class Messages(Protocol):
    """What is asked of Telegram, each call a connection of its own. Raises FloodError, InputError."""

    def title(self, channel: str) -> str | None:
        """The channel's title."""
        ...

    def after(self, channel: str, number: int, limit: int) -> list[Message]:
        """The oldest messages behind a number, oldest first; with 0, the newest ones."""
        ...

    def again(self, channel: str, numbers: list[int]) -> list[Message | None]:
        """Messages of these numbers as they are now; None for one that is there no more."""
        ...


class _Cursor(Struct, frozen=True):
    newest: int = 0
    recent: tuple[int, ...] = ()
    title: str | None = None


class Telegram:
    """Asks for what is new and looks at the last messages again; nothing that was sent while nobody asked is missed."""

    host = "Telegram's API"
    pause = 1.0

    def __init__(self, messages: Messages, channel: str) -> None:
        self._messages = messages
        self._channel = channel.removeprefix("@")

    def poll(self, cursor: str) -> Poll:
        """Ask once."""
        try:
            return self._poll(cursor_of(cursor, _Cursor))
        except FloodError as error:
            reason = "Telegram asks to be left alone"
            return failed(cursor, InputError(reason, about=self._channel, retry=True), error.seconds)
        except InputError as error:
            return failed(cursor, error)

    def _poll(self, last: _Cursor) -> Poll:
        title = last.title or self._messages.title(self._channel)
        fresh = self._messages.after(self._channel, last.newest, _PAGE)
        seen = self._messages.again(self._channel, list(last.recent)) if last.recent else []
        standing = [one for one in seen if one is not None]
        gone = sorted(set(last.recent) - {one.number for one in standing})
        numbers = sorted({one.number for one in (*standing, *fresh)})
        cursor = _Cursor(max([last.newest, *numbers]), tuple(numbers[-_AGAIN:]), title)
        return Poll(
            cursor=msgspec.json.encode(cursor).decode(),
            documents=tuple(fill(self._document(one, title) for one in (*standing, *fresh) if one.text.strip())),
            more=bool(last.newest) and len(fresh) >= _PAGE,
            shown=tuple(map(self._post, numbers)),
            gone=tuple(map(self._post, gone)),
            basis=_BASIS,
        )

    def _document(self, message: Message, title: str | None) -> Document:
        told = f"{self._channel}/{message.number}\n{message.sent}\n{message.text}"
        return Document(
            id=f"{self._channel}-{message.number}",
            source=f"{title} (t.me/{self._channel})" if title else f"t.me/{self._channel}",
            kind="telegram",
            url=self._post(message.number),
            published=message.sent,
            language=None,
            title=None,
            text=message.text,
            published_basis="metadata",
            author=message.author,
            raw_hash=sha256(told.encode()),
            edited=message.edited,
            forwarded_from=message.forwarded_from,
            reply_to=f"{self._channel}-{message.reply_to}" if message.reply_to else None,
        )

    def _post(self, number: int) -> str:
        return f"https://t.me/{self._channel}/{number}"
