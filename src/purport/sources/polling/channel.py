"""The preview page of a public Telegram channel (t.me/s/…), paged back to what is known."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct, structs

from purport.errors import InputError, MalformedError
from purport.model import Document
from purport.sources import channel
from purport.sources.languages import fill
from purport.sources.opening import Blob, open_bytes
from purport.sources.polling.port import Poll, cursor_of, failed
from purport.sources.polling.rss import refusal
from purport.sources.web import Client, Response, Robots
from purport.sources.web.target import target_of

__all__ = ["Channel"]

_BASIS = "not on the channel's page"
_RECENT = 200  # posts that are looked for again; a page shows 20
_NAME = re.compile(r"[A-Za-z]\w{2,}")


class _Cursor(Struct, frozen=True):
    """`newest`: the greatest number seen. While older pages are read: those before `before`, back to `until`.

    `recent`: numbers that the last page showed, `doubted` those of them that were missing from it.
    """

    newest: int = 0
    before: int = 0
    until: int = 0
    pages: int = 0
    recent: tuple[int, ...] = ()
    doubted: tuple[int, ...] = ()


class _Page(Struct, frozen=True):
    documents: tuple[Document, ...]
    numbers: tuple[int, ...]
    errors: tuple[InputError, ...]


class Channel:
    """Asks for one page at a time: the newest, then older ones until a known post, `pages` at most.

    At its first poll the newest page is all. A post that was there and is missing from two pages in a row, though older
    ones are on them, is gone; one that has scrolled off the newest page is not asked after.
    """

    def __init__(self, client: Client, robots: Robots, url: str, now: Callable[[], datetime], pages: int) -> None:
        self._client = client
        self._robots = robots
        self._url = preview_of(url)
        self._name = urlsplit(self._url).path.rsplit("/", 1)[-1]
        self._now = now
        self._pages = pages
        self.host = target_of(self._url).origin
        self.pause = 0.0

    def poll(self, cursor: str) -> Poll:
        """Ask for one page."""
        last = cursor_of(cursor, _Cursor)
        url = f"{self._url}?before={last.before}" if last.before else self._url
        try:
            self._robots.check(url)
            self.pause = self._robots.delay(url)
            response = self._client.fetch(url)
            if refused := refusal(response, cursor, self._now()):
                return refused
            page = _read(response)
        except InputError as error:
            return failed(cursor, error)
        return self._older(last, page) if last.before else self._newest(last, page)

    def _newest(self, last: _Cursor, page: _Page) -> Poll:
        lowest, newest = min(page.numbers), max(last.newest, *page.numbers)
        missing = [n for n in (*last.recent, *last.doubted) if n >= lowest and n not in page.numbers]
        gone = sorted(set(missing) & set(last.doubted))
        is_whole = not last.newest or lowest <= last.newest + 1
        doubted = tuple(sorted(set(missing) - set(gone)))[-_RECENT:]
        cursor = _Cursor(newest, recent=page.numbers[-_RECENT:], doubted=doubted)
        if not is_whole:
            cursor = structs.replace(cursor, before=lowest, until=last.newest)
        return self._poll(cursor, page, gone)

    def _older(self, last: _Cursor, page: _Page) -> Poll:
        lowest = min(page.numbers)
        pages = last.pages + 1
        if lowest <= last.until + 1:
            return self._poll(structs.replace(last, before=0, until=0, pages=0), page)
        if lowest >= last.before or pages >= self._pages:
            ended = structs.replace(last, before=0, until=0, pages=0)
            return structs.replace(self._poll(ended, page), whole=False)
        return self._poll(structs.replace(last, before=lowest, pages=pages), page)

    def _poll(self, cursor: _Cursor, page: _Page, gone: Iterable[int] = ()) -> Poll:
        is_filling = bool(cursor.before)
        return Poll(
            cursor=msgspec.json.encode(cursor).decode(),
            documents=page.documents,
            errors=page.errors,
            more=is_filling,
            whole=None if is_filling else True,
            shown=tuple(self._post(number) for number in page.numbers),
            gone=tuple(self._post(number) for number in gone),
            basis=_BASIS,
        )

    def _post(self, number: int) -> str:
        return f"https://t.me/{self._name}/{number}"


def preview_of(url: str) -> str:
    """The address of a channel's preview page, from that, from the channel's own, or from its name."""
    if _NAME.fullmatch(url.removeprefix("@")):
        return f"https://t.me/s/{url.removeprefix('@')}"
    parts = urlsplit(url)
    names = [name for name in parts.path.split("/") if name]
    if (parts.hostname or "").lower().removeprefix("www.") in {"t.me", "telegram.me"} and names[:1] != ["s"]:
        names = ["s", *names[:1]]
    return f"{parts.scheme}://{parts.netloc}/{'/'.join(names)}"


def _read(response: Response) -> _Page:
    """The posts of a page. Raises InputError."""
    errors: list[InputError] = []

    def opened() -> Blob:
        return open_bytes(response.body, response.url, url=response.url, charset=response.charset)

    documents = tuple(fill(channel.read(opened(), errors.append)))
    numbers = channel.numbers(opened())
    if not numbers:
        raise MalformedError("a Telegram page without posts", about=response.url, cure="is the channel public?")
    return _Page(documents, numbers, tuple(errors))
