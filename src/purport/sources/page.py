"""A saved web page: its main text, what it says of itself, and the captions of its pictures apart."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any
from urllib.parse import urljoin

from purport.errors import MalformedError
from purport.model import Document, Media
from purport.sources.addresses import host_of, is_web
from purport.sources.decoding import decode
from purport.sources.knowledge import table
from purport.sources.languages import settle
from purport.sources.limits import MAX_PAGE
from purport.sources.markup import parse, text_of
from purport.sources.metadata import metadata
from purport.sources.opening import Blob, sha256
from purport.sources.texts import UNKNOWN_SOURCE

__all__ = ["article_text", "read", "take_captions"]

# What trafilatura logs about pages without a text is told as an error here.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# Captions are short; a longer element whose class speaks of captions is a whole gallery or article.
_CAPTION_CHARS = 800
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
    media = take_captions(root, about.url)
    headlines = {about.title or "", *(text_of(h) for h in root.iter("h1"))}
    text = article_text(root, {*map(_norm, headlines), *(_norm(m.caption) for m in media)})
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


def take_captions(root: Any, base: str | None) -> tuple[Media, ...]:
    """The captions and credits of pictures and videos, each once, removed from the tree."""
    found: dict[str, Media] = {}
    for element in [e for e in root.iter() if _is_caption(e)]:
        if root not in element.iterancestors() and element is not root:
            continue  # it went with a caption around it
        caption = _caption(element)
        if not caption or len(caption) > _CAPTION_CHARS:
            continue
        found.setdefault(_norm(caption), Media(caption, _picture(element, base)))
        element.drop_tree()
    return tuple(found.values())


def _caption(element: Any) -> str:
    """Its words, without those that are there for screen readers alone ("Image caption")."""
    for label in [e for e in element.iter() if set((e.get("class") or "").split()) & _labels()]:
        label.drop_tree()
    return " ".join(text_of(element).split())


def _is_caption(element: Any) -> bool:
    if element.tag == "figcaption":
        return True
    if element.tag not in {"div", "p", "span", "small", "em", "cite", "figure", "dd"}:
        return False
    parts = set(re.split(r"[\s_-]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", element.get("class") or "").lower()))
    captions, others = _caption_marks()
    return bool(parts & captions) and not parts & others


@cache
def _caption_marks() -> tuple[frozenset[str], frozenset[str]]:
    known = table("pages")
    return frozenset(known["captions"]), frozenset(known["not_captions"])


@cache
def _labels() -> frozenset[str]:
    return frozenset(table("pages")["labels"])


def _picture(element: Any, base: str | None) -> str | None:
    """The address of the picture beside the caption, where the page names it in full."""
    figures = element.xpath("ancestor-or-self::figure[1]") or [element.getparent()]
    sources = figures[0].xpath(".//img/@src") if figures[0] is not None else []
    whole = [urljoin(base or "", str(source)) for source in sources[:1]]  # lxml's strings hold on to their tree
    return whole[0] if whole and is_web(whole[0]) else None


def _norm(line: str) -> str:
    return " ".join(line.split()).lower()
