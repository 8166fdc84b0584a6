"""An RSS or Atom file: one document for each item."""

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from purport.errors import InputError, MalformedError, TooLargeError
from purport.model import Document, Media, MediaKind
from purport.model.canonical import encode
from purport.sources.addresses import host_of, is_web
from purport.sources.dates import from_iso, from_mail
from purport.sources.languages import settle
from purport.sources.limits import MAX_FEED_DEPTH, MAX_PAGE
from purport.sources.markup import parse, text_of
from purport.sources.opening import Blob, sha256
from purport.sources.pictures import take_media

__all__ = ["is_empty", "read"]

_CURE = "get the feed again"
_KINDS: dict[str, MediaKind] = {"image": "photo", "video": "video"}
_TAG = re.compile(rb"<(?P<close>/?)[A-Za-z][^<>]*?(?P<empty>/?)>")
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>/]", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:rss|feed|rdf:RDF)\s*>\s*(?:<!--[^<>]*-->\s*)*\Z", re.IGNORECASE)


def read(blob: Blob, report: Callable[[InputError], None]) -> Iterator[Document]:
    """Each item that says anything. Where the file is cut off, its last item is left out and reported."""
    data = blob.whole(MAX_PAGE, "one feed")
    _check(data, blob.name)
    entries, feed = _parse(data, blob.name)
    if not _CLOSED.search(data):
        report(MalformedError("a feed that is cut off; its last item is not read", about=blob.name, cure=_CURE))
        entries = entries[:-1]
    for number, entry in enumerate(entries, 1):
        about = f"{blob.name}: item {number}"
        try:
            document = _document(entry, feed, blob, about)
        except InputError as error:
            report(error)
            continue
        if document is not None:
            yield document


def is_empty(data: bytes) -> bool:
    """Whether this is a whole feed that has no item yet."""
    return bool(_CLOSED.search(data)) and not _ITEM.search(data)


def _check(data: bytes, about: str) -> None:
    """Refuses what would make the parser's work grow beyond measure."""
    if b"<!ENTITY" in data:
        raise MalformedError("a feed that declares XML entities of its own, as none needs to", about=about, cure=_CURE)
    if _depth(data) > MAX_FEED_DEPTH:
        raise TooLargeError(f"nested deeper than {MAX_FEED_DEPTH} elements", about=about, cure=_CURE)


def _depth(data: bytes) -> int:
    depth = deepest = 0
    for part in _outside_cdata(data):
        for tag in _TAG.finditer(part):
            depth += -1 if tag["close"] else 0 if tag["empty"] else 1
            deepest = max(deepest, depth)
    return deepest


def _outside_cdata(data: bytes) -> Iterator[bytes]:
    at = 0
    while (start := data.find(b"<![CDATA[", at)) >= 0:
        yield data[at:start]
        end = data.find(b"]]>", start)
        if end < 0:
            return
        at = end + 3
    yield data[at:]


def _parse(data: bytes, about: str) -> tuple[list[Any], Any]:
    import feedparser

    try:
        # A stream, since feedparser takes bare strings for addresses and file names, and would open them.
        found = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except (RecursionError, TypeError, ValueError, LookupError, AttributeError) as error:
        raise MalformedError(f"a feed that cannot be read: {error!r:.200}", about=about, cure=_CURE) from error
    if not found.entries:
        reason = found.get("bozo_exception") or "no item in it"
        raise MalformedError(f"a feed without items: {reason}", about=about, cure=_CURE)
    return list(found.entries), found.feed


def _document(entry: Any, feed: Any, blob: Blob, about: str) -> Document | None:
    title = _plain(entry.get("title"), None, about)[0] or None
    url = entry.get("link") if is_web(entry.get("link")) else None
    text, shown = _body(entry, url, about)
    if not text and not title:
        return None
    stated = _when(entry.get("published"))
    # Asked for as a key that is there: feedparser would hand out the other date in its stead.
    updated = entry["updated"] if "updated" in set(entry.keys()) else None
    # Atom items need not say more than when they were last changed; few are changed at all.
    published = stated or _when(updated)
    return Document(
        id=_id(entry, url, feed, blob),
        source=_source(feed, url, blob),
        kind="feed",
        url=url,
        published=published,
        language=settle(feed.get("language"), f"{title or ''}\n{text}"),
        # An item that is a headline and nothing more says it in its text.
        title=title if text else None,
        text=text or title or "",
        published_basis="feed" if published else None,
        author=entry.get("author") or None,
        raw_hash=sha256(encode([entry.get("id"), entry.get("link"), entry.get("published"), entry.get("title"), text])),
        edited=_when(updated) if stated else None,
        media=tuple({one.url or one.caption: one for one in (*shown, *_attached(entry))}.values()),
    )


def _body(entry: Any, base: str | None, about: str) -> tuple[str, tuple[Media, ...]]:
    """The longest of what the item carries, and its pictures: feeds that have the whole text have a summary too."""
    bodies = [content.get("value") or "" for content in entry.get("content", [])]
    read = [_plain(body, base, about) for body in [*bodies, entry.get("summary") or ""]]
    return max((text for text, _ in read), key=len), tuple(one for _, media in read for one in media)


def _plain(html: str | None, base: str | None, about: str) -> tuple[str, tuple[Media, ...]]:
    if not html or not re.search(r"[<&]", html):
        return (html or "").strip(), ()
    root = parse(f"<div>{html}</div>", about)
    media = take_media(root, base)
    return text_of(root), media


def _attached(entry: Any) -> Iterator[Media]:
    """What the item names as its pictures and videos (`media:content`, enclosures)."""
    credit = next((told.get("content") for told in entry.get("media_credit", [])), None)
    for told in [*entry.get("media_content", []), *entry.get("enclosures", [])]:
        url, kind = told.get("url") or told.get("href"), _KINDS.get(told.get("medium") or _main_type(told.get("type")))
        if kind and is_web(url):
            yield Media(url=url, kind=kind, credit=credit or None)


def _main_type(told: str | None) -> str:
    return (told or "").partition("/")[0]


def _when(value: str | None) -> str | None:
    return from_iso(value) or from_mail(value)


def _id(entry: Any, url: str | None, feed: Any, blob: Blob) -> str:
    """The item's own id; a bare number is told apart from other feeds' by the host."""
    own = entry.get("id")
    if own and re.match(r"[a-z]+:", own):
        return str(own)
    host = host_of(url) or host_of(feed.get("link")) or blob.stem
    if own:
        return f"{host}-{own}"
    return url or f"{host}-{sha256(encode([entry.get('title'), entry.get('summary')]))[:12]}"


def _source(feed: Any, url: str | None, blob: Blob) -> str:
    host = host_of(feed.get("link")) or host_of(url)
    title = (feed.get("title") or "").strip()
    if title and host:
        return f"{title} ({host})"
    return title or host or blob.stem
