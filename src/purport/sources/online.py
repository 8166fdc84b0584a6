"""Addresses that a person gives: a channel, one post of it, a page, a feed. Asked once, and with care."""

import re
import time
from collections.abc import Callable, Iterator

from purport.errors import FetchError, MalformedError
from purport.model import Document
from purport.sources.addresses import channel_of
from purport.sources.web import Client, Policy, Robots

__all__ = ["documents_at"]

_CHANNEL = re.compile(
    r"(?:https?://)?(?:www\.)?(?:t|telegram)\.me/(?:s/)?(?P<name>[A-Za-z]\w+)/?(?P<number>\d+)?/?(?:\?[^#]*)?(?:#.*)?",
    re.ASCII | re.IGNORECASE,
)
_PRIVATE = re.compile(r"(?:https?://)?(?:www\.)?(?:t|telegram)\.me/(?:c/|\+|joinchat)", re.IGNORECASE)
_TELEGRAM = "https://t.me"
_EXPORT = "export it with Telegram Desktop, and give the folder"

Read = Callable[[bytes, str, str | None], Iterator[Document]]
"""What reads bytes: what they are, where they come from, and the encoding that the server named."""


def documents_at(
    url: str, read: Read, *, allow_private: bool = False, client: Client | None = None, telegram: str = _TELEGRAM
) -> Iterator[Document]:
    """The documents at an address: the newest posts of a channel, one post, the article of a page, a feed's items.

    What the host asks of robots is heeded. `allow_private`: this machine and private networks may be asked. `telegram`:
    where previews of channels are. Raises InputError.
    """
    if _PRIVATE.match(url):
        raise FetchError("a chat that is not public", about=url, cure=_EXPORT)
    asked = client or Client(Policy(allowed="inner" if allow_private else "public"))
    address, number = _address(url, telegram)
    asked.refuse(address)
    Robots(asked, time.monotonic).check(address)
    response = asked.fetch(address).checked()
    if channel_of(url) is None:
        return read(response.body, response.url, response.charset)
    return _posts(read(response.body, response.url, response.charset), url, number)


def _address(url: str, telegram: str) -> tuple[str, str | None]:
    """Where to ask, and the number of the one post that is wanted: the preview of a channel, or of that post."""
    found = _CHANNEL.fullmatch(url.strip()) if channel_of(url) else None
    if not found:
        return url.strip(), None
    if found["number"]:
        return f"{telegram}/{found['name']}/{found['number']}?embed=1&mode=tme", found["number"]
    return f"{telegram}/s/{found['name']}", None


def _posts(documents: Iterator[Document], url: str, number: str | None) -> Iterator[Document]:
    """The posts of a preview; of one post's, that post. A channel may show none to who has not joined it."""
    shown = False
    for document in documents:
        if document.kind == "telegram" and (number is None or document.id.endswith(f"-{number}")):
            shown = True
            yield document
    if not shown:
        what = "this post" if number else "its posts"
        raise MalformedError(f"Telegram shows {what} to nobody who has not joined the channel", about=url, cure=_EXPORT)
