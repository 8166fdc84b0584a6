"""What a saved web page says of itself: title, author, times, address, site."""

from collections import deque
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from purport.sources.addresses import host_of, is_web
from purport.sources.bylines import visible_date
from purport.sources.dates import from_iso
from purport.sources.knowledge import table
from purport.sources.markup import text_of

__all__ = ["Metadata", "metadata"]


class Metadata(Struct, frozen=True):
    """Each None where the page does not say; `basis` as in Document."""

    title: str | None
    author: str | None
    url: str | None
    site: str | None
    language: str | None
    published: str | None
    basis: str | None
    edited: str | None


def metadata(root: Any) -> Metadata:
    """The metadata of the page with this root element."""
    from trafilatura.metadata import extract_metadata

    # The search for a date is kept to the cheapest: it knows days only, and its result is not used.
    cheap = {"extensive_search": False, "original_date": True, "max_date": date.max.isoformat()}
    found = extract_metadata(root, date_config=cheap, extensive=False)
    things = list(_things(root))
    published = _stated(root, things, "datePublished", "published")
    seen = None if published else _visible(root)
    url = found.url if is_web(found.url) else None
    return Metadata(
        title=found.title or None,
        author=found.author or None,
        url=url,
        site=found.sitename or host_of(url),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        published=published or seen,
        basis="metadata" if published else "visible" if seen else None,
        edited=_stated(root, things, "dateModified", "modified"),
    )


def _stated(root: Any, things: list[dict[str, Any]], key: str, names: str) -> str | None:
    """A time from schema.org data first, then from <meta>, then from an element marked as one."""
    for kinds in (table("pages")["articles"], table("pages")["pages"]):
        for thing in things:
            value = thing.get(key)
            if _types(thing) & set(kinds) and isinstance(value, str) and (when := from_iso(value)):
                return when
    tags = _tags(root)
    for name in table("pages")[names]:
        if when := from_iso(tags.get(name)):
            return when
    marked = root.xpath(f"//*[@itemprop='{key}']/@datetime | //*[@itemprop='{key}']/@content")
    return next((when for when in map(from_iso, marked) if when), None)


def _tags(root: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            tags.setdefault(name.strip().lower(), element.get("content"))
    return tags


def _things(root: Any) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD, outer ones first."""
    for script in root.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            waiting = deque([msgspec.json.decode((script.text or "").strip().encode())])
        except (msgspec.MsgspecError, RecursionError, UnicodeError):
            continue  # pages whose data is broken say it elsewhere, or not at all
        while waiting:
            value = waiting.popleft()
            if isinstance(value, dict):
                yield value
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)


def _types(thing: dict[str, Any]) -> set[str]:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {k.lower() for k in kinds if isinstance(k, str)}


def _visible(root: Any) -> str | None:
    """The one day that the article's own <time> elements show, else that of its first lines."""
    times = root.xpath("(//article | //main)[1]//time/@datetime")
    whens = [when for when in map(from_iso, times) if when]
    if whens and len({when[:10] for when in whens}) == 1:
        return whens[0]
    body = root.find("body")
    return visible_date(text_of(body)) if body is not None and not whens else None
