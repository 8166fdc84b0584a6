"""A page, post or feed item: its text and what is known of it."""

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct, field

from purport.model.canonical import digest
from purport.model.media import Media

__all__ = ["Document", "DocumentKind"]

DocumentKind = Literal["article", "telegram", "statement", "feed"]

# A post of a channel by any of its addresses; those of private chats (t.me/c/…) and of topics have one number more.
_POST = re.compile(
    r"(?:https?://)?(?:www\.)?(?:t|telegram)\.me/(?:s/)?(?!c/)([A-Za-z0-9_]+)/(\d+)/?(?=$|[?#])", re.IGNORECASE
)


class Document(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document. `text` is never altered after reading; all offsets count its Unicode code points.

    `published` is ISO 8601 with offset, a bare date, or None when nobody has said; `published_basis` says where it
    comes from ("metadata", "visible", "feed", "export", "given"). `title` is no part of `text`. `raw_hash` is the
    SHA-256 of the bytes the document was read from (of the record's own bytes, where one file holds many).
    """

    id: str
    source: str
    kind: DocumentKind
    url: str | None
    published: str | None
    language: str | None
    title: str | None
    text: str
    published_basis: str | None = field(default=None, name="x_published_basis")
    author: str | None = field(default=None, name="x_author")
    raw_hash: str | None = field(default=None, name="x_sha256")
    edited: str | None = field(default=None, name="x_edited")
    forwarded_from: str | None = field(default=None, name="x_forwarded_from")
    reply_to: str | None = field(default=None, name="x_reply_to")
    media: tuple[Media, ...] = field(default=(), name="x_media")

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a document has an id")

    @property
    def key(self) -> str:
        """The identity that holds across files: canonical URL, or channel and post number; else source, id and content.

        The same post twice has one key; a changed text under one URL has the same key and is a new version.
        """
        if self.url:
            return _key_of(self.url)
        return digest("d", 1, ["content", self.source, self.id, self.text])


@lru_cache(maxsize=64)
def _key_of(url: str) -> str:
    """Asked for once for each claim of a document."""
    return digest("d", 1, ["url", canonical_url(url)])


def canonical_url(url: str) -> str:
    """The URL without what never tells documents apart: scheme, `www.`, fragment, tracking parameters, a closing slash.

    A post of a Telegram channel has one form, whether met alone or on the channel's page, on t.me or telegram.me.
    """
    url = url.strip()
    post = _POST.match(url)
    if post:
        return f"t.me/{post[1].lower()}/{post[2]}"
    bare = re.sub(r"^[a-z]+://", "", url, flags=re.IGNORECASE).split("#", 1)[0]
    address, _, query = bare.partition("?")
    host, slash, path = address.partition("/")
    kept = [p for p in query.split("&") if p and not re.match(r"(utm_|fbclid|gclid|yclid|at_|ref=)", p)]
    tail = f"?{'&'.join(sorted(kept))}" if kept else ""
    place = re.sub(r"[/\s]+$", "", f"{host.lower().removeprefix('www.')}{slash}{path}")
    return f"{place}{tail}".strip()
