"""An RSS or Atom feed at an address."""

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec
from msgspec import Struct

from purport.errors import FetchError, InputError, UnreadableError
from purport.model import Document
from purport.sources import feed
from purport.sources.forms import Form, recognise
from purport.sources.languages import fill
from purport.sources.opening import open_bytes, sha256
from purport.sources.polling.port import Poll, cursor_of, failed
from purport.sources.web import Client, Response
from purport.sources.web.target import target_of

__all__ = ["Rss", "refusal"]

_SHORT = 12  # hexadecimal digits that tell the items of one feed apart


class _Cursor(Struct, frozen=True):
    """The server's marks of what it gave last, a hash of that, and hashes of the items that it showed."""

    etag: str | None = None
    modified: str | None = None
    body: str = ""
    items: tuple[str, ...] = ()


class Rss:
    """Asks for what has changed. `secrets` are headers for its own host; `now` is the clock.

    Whether anything was missed is seen from the items: some that were there before have to be there still.
    """

    def __init__(
        self, client: Client, url: str, now: Callable[[], datetime], secrets: Mapping[str, str] | None = None
    ) -> None:
        self._client = client
        self._url = url
        self._now = now
        self._secrets = secrets or {}
        self.host = target_of(url).origin
        self.pause = 0.0

    def poll(self, cursor: str) -> Poll:
        """Ask once."""
        last = cursor_of(cursor, _Cursor)
        asked = {"If-None-Match": last.etag, "If-Modified-Since": last.modified}
        headers = {name: value for name, value in asked.items() if value}
        try:
            response = self._client.fetch(self._url, headers=headers, secrets=self._secrets)
            if response.is_unchanged:
                return Poll(cursor=cursor)
            if refused := refusal(response, cursor, self._now()):
                return refused
            return self._read(response, last)
        except InputError as error:
            return failed(cursor, error)

    def _read(self, response: Response, last: _Cursor) -> Poll:
        body = sha256(response.body)
        if body == last.body:
            return Poll(cursor=_written(_Cursor(response.etag, response.modified, body, last.items)))
        errors: list[InputError] = []
        documents = _documents(response, errors)
        items = tuple(document.key[-_SHORT:] for document in documents)
        whole = not last.items or not items or bool(set(items) & set(last.items))
        # What was not whole is asked for whole again, whatever the server says of changes.
        cursor = _Cursor(items=items) if errors else _Cursor(response.etag, response.modified, body, items)
        return Poll(cursor=_written(cursor), documents=documents, errors=tuple(errors), whole=whole)


def refusal(response: Response, cursor: str, now: datetime) -> Poll | None:
    """The poll that a server refuses, with the time that it asks for; None where it does not refuse."""
    try:
        response.checked()
    except FetchError as error:
        return failed(cursor, error, response.retry_after(now))
    return None


def _documents(response: Response, errors: list[InputError]) -> tuple[Document, ...]:
    """The items. An empty feed is one; a page in place of a feed is none, whatever it says. Raises InputError."""
    url = response.url
    if feed.is_empty(response.body):
        return ()
    blob = open_bytes(response.body, url, url=url, charset=response.charset)
    if recognise(blob.head(), url) is not Form.FEED:
        raise UnreadableError("something else than a feed", about=url, cure="check the address in a browser")
    documents = tuple(fill(feed.read(blob, errors.append)))
    if errors and not documents:
        raise errors[0]
    return documents


def _written(cursor: _Cursor) -> str:
    return msgspec.json.encode(cursor).decode()
