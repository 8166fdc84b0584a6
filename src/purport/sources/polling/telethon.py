"""Telegram's API through Telethon: the one module that knows that library."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from purport.errors import FetchError, UsageError
from purport.sources.polling.telegram import FloodError, Message

__all__ = ["Telethon"]

T = TypeVar("T")
_SECONDS = 60.0  # of one question
_OWN = 0o600


class Telethon:
    """Asks with a session that `login` has made. The session is as good as a password: only its owner may read it."""

    def __init__(self, session: Path, api_id: int, api_hash: str) -> None:
        self._session = session
        self._key = (api_id, api_hash)

    def title(self, channel: str) -> str | None:
        """The channel's title."""

        async def ask(client: Any) -> str | None:
            return getattr(await client.get_entity(channel), "title", None)

        return self._asked(ask, channel)

    def after(self, channel: str, number: int, limit: int) -> list[Message]:
        """The oldest messages behind a number, oldest first; with 0, the newest ones."""

        async def ask(client: Any) -> list[Message]:
            found = await client.get_messages(channel, limit=limit, min_id=number, reverse=bool(number))
            return sorted(map(_message, filter(None, found)), key=lambda one: one.number)

        return self._asked(ask, channel)

    def again(self, channel: str, numbers: list[int]) -> list[Message | None]:
        """Messages of these numbers as they are now; None for one that is there no more."""

        async def ask(client: Any) -> list[Message | None]:
            found = await client.get_messages(channel, ids=numbers)
            return [_message(one) if one else None for one in found]

        return self._asked(ask, channel)

    def login(self) -> None:
        """Make the session: asks for a telephone number and the code that Telegram sends there, on the terminal."""

        async def begin() -> None:
            client = self._client()
            await client.start()
            await client.disconnect()

        with _closed(self._session):
            asyncio.run(begin())

    def _asked(self, ask: Callable[[Any], Awaitable[T]], about: str) -> T:
        from telethon.errors import FloodWaitError, RPCError

        async def whole() -> T:
            client = self._client()
            await client.connect()
            try:
                if not await client.is_user_authorized():
                    cure = "log in once: purport watch CONFIG --login"
                    raise FetchError("nobody is logged in to Telegram", about=about, cure=cure)
                return await ask(client)
            finally:
                await client.disconnect()

        try:
            return asyncio.run(asyncio.wait_for(whole(), _SECONDS))
        except FloodWaitError as error:
            raise FloodError(error.seconds) from error
        except (RPCError, OSError, ValueError, TimeoutError) as error:
            raise FetchError(f"Telegram: {error or 'no answer'}", about=about, retry=True) from error

    def _client(self) -> Any:
        try:
            from telethon import TelegramClient
        except ImportError:
            raise UsageError("Telegram's API needs an extra", cure="pip install 'purport[telegram]'") from None
        _check_private(self._session)
        return TelegramClient(str(self._session), *self._key, flood_sleep_threshold=0)


def _check_private(session: Path) -> None:
    if session.exists() and session.stat().st_mode & 0o077 and os.name == "posix":
        cure = f"chmod 600 {session}"
        raise UsageError("others may read this session, which is as good as a password", about=str(session), cure=cure)


class _closed:  # noqa: N801 - used as a function is
    """What is made meanwhile is its owner's alone."""

    def __init__(self, session: Path) -> None:
        self._session = session
        self._mask = 0

    def __enter__(self) -> None:
        self._mask = os.umask(0o777 & ~_OWN)

    def __exit__(self, *_: object) -> None:
        os.umask(self._mask)


def _message(told: Any) -> Message:
    forward = getattr(told, "forward", None)
    chat = getattr(forward, "chat", None)
    return Message(
        number=told.id,
        text=told.message or "",
        sent=_moment(told.date) or "",
        edited=None if getattr(told, "edit_hide", False) else _moment(told.edit_date),
        forwarded_from=getattr(chat, "title", None) or getattr(forward, "from_name", None),
        reply_to=getattr(told, "reply_to_msg_id", None),
        author=getattr(told, "post_author", None),
    )


def _moment(told: datetime | None) -> str | None:
    return told.astimezone(UTC).isoformat(timespec="seconds") if told else None
