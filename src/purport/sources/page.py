"""A saved web page: its main text, what it says of itself, and the captions of its pictures apart."""

import logging
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from purport.errors import MalformedError
from purport.model import Document, Media
from purport.sources.addresses import host_of
from purport.sources.decoding import decode
from purport.sources.languages import settle
from purport.sources.limits import MAX_PAGE
from purport.sources.markup import parse, text_of
from purport.sources.metadata import metadata
from purport.sources.opening import Blob, sha256
from purport.sources.pictures import take_media
from purport.sources.texts import UNKNOWN_SOURCE

__all__ = ["article_text", "read"]

# What trafilatura logs about pages without a text is told as an error here.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# A repeated paragraph of this many words is a copy; fewer ("Read more", "Yes") may be said twice.
_REPEAT_WORDS = 5


def read(blob: Blob) -> Iterator[Document]:
    """The page's one document. Raises InputError, also where no main text can be found."""
    data = blob.whole(MAX_PAGE, "one page")
    root = parse(decode(data, blob.name, declares=True, repair=True, charset=blob.charset), blob.name)
    try:
        yield _document(root, data, blob)
    except (RecursionError, TypeError, ValueError, LookupError, AttributeError) as error:
        # Libraries that meet such a page for the first time fail in ways of their own.
        raise MalformedError(
            f"a page that cannot be read: {error!r:.200}", about=blob.name, cure="save its text as .txt"
        ) from error


def _document(root: Any, data: bytes, blob: Blob) -> Document:
    about = metadata(root)
    media = take_media(root, about.url or blob.url)
    known = {about.title or "", *(text_of(h) for h in root.iter("h1")), *_told_below(media)}
    text = article_text(root, set(map(_norm, known)))
    if not text:
        raise MalformedError(
            "no main text found in this page", about=blob.name, cure="save the article's own page, or its text as .txt"
        )
    return Document(
        id=blob.url or blob.stem,
        source=about.site or host_of(blob.url) or UNKNOWN_SOURCE,
        kind="article",
        url=about.url or blob.url,
        published=about.published,
        language=settle(about.language, text),
        title=about.title,
        text=text,
        published_basis=about.basis,
        author=about.author,
        raw_hash=sha256(data),
        edited=about.edited,
        media=media,
    )


def _told_below(media: Iterable[Media]) -> Iterator[str]:
    """What stands below pictures, in the ways in which a page may say it again."""
    for one in media:
        yield from (one.caption or "", one.credit or "", f"{one.caption or ''} {one.credit or ''}")


def article_text(root: Any, known: set[str]) -> str:
    """The main text, paragraphs parted by empty lines, without paragraphs that are in `known` or were there before."""
    from trafilatura import bare_extraction

    found = bare_extraction(deepcopy(root), include_comments=False, with_metadata=False)
    text = found.text if found is not None and not isinstance(found, dict) else None
    body = root.find("body")
    lines = (text or text_of(body if body is not None else root)).split("\n")
    seen = {norm for norm in known if norm}
    kept: list[str] = []
    for line in lines:
        norm = _norm(line)
        if not norm or norm in seen:
            continue
        if len(norm.split()) >= _REPEAT_WORDS:
            seen.add(norm)
        kept.append(line.strip())
    return "\n\n".join(kept)


def _norm(line: str) -> str:
    return " ".join(line.split()).lower()
