"""The pictures and videos of a page: where they are, with their captions and credits, which are no text of the page."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urljoin

from msgspec import Struct, field

from purport.model import Media, MediaKind
from purport.sources.addresses import is_web
from purport.sources.knowledge import table
from purport.sources.markup import text_of

__all__ = ["take_media"]

# Captions are short; a longer element whose class speaks of captions is a whole gallery or article.
_CAPTION_CHARS = 800
# Pictures of one page: the largest galleries seen have some 80.
_MOST = 200
_PICTURES: tuple[tuple[MediaKind, str], ...] = (("photo", ".//img"), ("video", ".//video"))
_IMAGE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|mp4|webm|mov)(?=$|[?#])", re.IGNORECASE)
_LAZY = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")


class _Figure(Struct):
    """What belongs together: the files, and the words about them."""

    files: list[tuple[MediaKind, str]]
    captions: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)

    def media(self) -> Iterator[Media]:
        """One for each file, the words with the first; or the words alone."""
        caption, credit = _one(self.captions), _one(self.credits)
        if not self.files and (caption or credit):
            yield Media(caption, None, None, credit)
        for at, (kind, url) in enumerate(self.files):
            yield Media(None if at else caption, url, kind, None if at else credit)


def take_media(root: Any, base: str | None) -> tuple[Media, ...]:
    """The media of a page or of a piece of one, each once; captions and credits are removed from the tree.

    `base`: the address that its links are relative to.
    """
    figures: dict[Any, _Figure] = {}
    beside: dict[Any, bool] = {}
    for element in [e for e in root.iter() if _is_caption(e)]:
        if (element is root or root in element.iterancestors()) and len(text_of(element)) <= _CAPTION_CHARS:
            holder = _holder(element, beside)
            if holder not in figures:
                figures[holder] = _Figure(_files(holder, base))
            _take_words(element, figures[holder])
    for holder in root.iter("figure", "video"):
        if not any(one in figures for one in holder.iterancestors()) and not _leads_away(holder):
            figures.setdefault(holder, _Figure(_files(holder, base)))
    told = [*_told(root, base), *(media for figure in figures.values() for media in figure.media())]
    return tuple(_distinct(told))[:_MOST]


def _take_words(element: Any, figure: _Figure) -> None:
    """The caption or credit, and a credit inside of a caption, out of the tree; labels that are read aloud are none."""
    for label in [e for e in element.iter() if set((e.get("class") or "").split()) & _marks("labels")]:
        label.drop_tree()
    for inner in [e for e in element.iter() if e is not element and _is_marked(e, "credits")]:
        if element in inner.iterancestors():
            figure.credits.append(_words(inner))
            inner.drop_tree()
    words = figure.credits if _is_marked(element, "credits") else figure.captions
    words.append(_words(element))
    element.drop_tree()


def _holder(element: Any, beside: dict[Any, bool]) -> Any:
    """The element that has both the picture and its words: the figure, the box around the words, or the words alone.

    `beside`: of boxes looked at before, whether there is one picture in them; a box may have very many words.
    """
    figure = next(iter(element.xpath("ancestor-or-self::figure[1]")), None)
    if figure is not None:
        return figure
    parent = element.getparent()
    if parent is not None and parent not in beside:
        beside[parent] = len(parent.xpath(".//img | .//video")) == 1
    return parent if parent is not None and beside[parent] and not element.xpath(".//img | .//video") else element


def _leads_away(holder: Any) -> bool:
    """Whether a picture without words leads to another page: then it belongs to that page's story."""
    links = [str(link) for link in holder.xpath("ancestor::a/@href | .//a/@href")]
    return any(not _IMAGE.search(link) for link in links)


def _files(holder: Any, base: str | None) -> list[tuple[MediaKind, str]]:
    found = []
    for kind, path in _PICTURES:
        for element in [holder] if holder.tag == "video" and kind == "video" else holder.xpath(path):
            url = _address(element, base)
            if url:
                found.append((kind, url))
    return found


def _address(element: Any, base: str | None) -> str | None:
    """Where the file is, where the page names it in full; pages that load pictures late have it elsewhere."""
    told = [element.get(name) for name in _LAZY] + [source.get("src") for source in element.xpath("./source")]
    for value in told:
        first = re.split(r"[\s,]+", value.strip())[0] if value else ""
        whole = _joined(base, first)
        if first and not first.startswith("data:") and is_web(whole):
            return whole
    return None


def _joined(base: str | None, address: str) -> str | None:
    try:
        return urljoin(base or "", str(address))  # lxml's strings hold on to their tree
    except ValueError:
        return None


def _told(root: Any, base: str | None) -> Iterator[Media]:
    """The picture and the video that the page names for those who link to it."""
    for kind, name in (("photo", "og:image"), ("video", "og:video")):
        for value in root.xpath(f"//meta[@property='{name}' or @property='{name}:url']/@content")[:1]:
            url = _joined(base, value.strip())
            if is_web(url):
                yield Media(url=url, kind=kind)  # type: ignore[arg-type]


def _distinct(media: list[Media]) -> Iterator[Media]:
    """Each file once, as where it has most words, and words without a file once."""
    best: dict[str, Media] = {}
    for one in media:
        key = _file(one.url) if one.url else _norm(f"{one.caption} {one.credit}")
        known = best.get(key)
        if known is None or ((one.caption or one.credit) and not (known.caption or known.credit)):
            best[key] = one
    yield from best.values()


def _file(url: str) -> str:
    """The address without what only asks for another size of the same file."""
    return url.split("?", 1)[0] if _IMAGE.search(url) else url


def _is_caption(element: Any) -> bool:
    """Whether it is a caption or credit by its tag, its class, or its class and the figure around it."""
    if element.tag == "figcaption" or _is_marked(element, "captions"):
        return True
    return _is_marked(element, "credits") and any(one.tag == "figure" for one in element.iterancestors())


def _is_marked(element: Any, what: str) -> bool:
    if element.tag not in {"div", "p", "span", "small", "em", "cite", "figure", "figcaption", "dd"}:
        return False
    parts = set(re.split(r"[\s_-]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", element.get("class") or "").lower()))
    return bool(parts & _marks(what)) and not parts & _marks("not_captions")


@cache
def _marks(what: str) -> frozenset[str]:
    return frozenset(table("pages")[what])


def _words(element: Any) -> str:
    return " ".join(text_of(element).split())


def _one(words: list[str]) -> str | None:
    return " ".join(dict.fromkeys(word for word in words if word)) or None


def _norm(line: str) -> str:
    return " ".join(line.split()).lower()
