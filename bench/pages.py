"""Real pages of the web as templates: what a site puts around an article stays, and the article becomes another.

The pages come from a folder, and none is kept in this project: saved pages (`*.html`) and WARC files.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring, tostring

from purport.model import Document
from purport.sources.decoding import decode
from purport.sources.warc import records

__all__ = ["VARIANTS", "load", "wrap"]

VARIANTS = (
    *("plain", "linked", "breaks", "one line", "brief", "data", "escaped data", "noscript", "entities"),
    *("cp1251", "koi8-u", "utf-16"),
)
"""How an article may stand in a page: in paragraphs, with links in them, with line breaks, in one paragraph, only its
first lines, in JSON-LD alone, there with Cyrillic escaped, for readers without scripts, in character references, and
in other encodings."""
_MIN = 3_000  # bytes: what is less is no page of a site
_BRIEF = 2


def load(folder: Path) -> list[tuple[str, bytes]]:
    """The pages in a folder, with their names or addresses."""
    return [page for path in sorted(folder.rglob("*")) for page in _in_file(path) if len(page[1]) >= _MIN]


def _in_file(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix in {".html", ".htm"}:
        yield path.name, path.read_bytes()
    elif path.name.endswith((".warc", ".warc.gz")):
        with path.open("rb") as stream:
            yield from ((one.url, one.data) for one in records(stream, path.name) if one.data)


def wrap(template: bytes, document: Document, variant: str = "plain", about: str = "template") -> bytes:
    """The page with the document for its article; `variant` is one of VARIANTS."""
    html = decode(template, about, declares=True, repair=True).replace("\x00", "")
    root = document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8"))
    _name(root, document.title or document.text[:60])
    paragraphs = [line.strip() for line in document.text.split("\n") if line.strip()]
    paragraphs = paragraphs[:_BRIEF] if variant == "brief" else paragraphs
    holder = _holder(root)
    for child in list(holder):
        holder.remove(child)
    holder.text = None
    _drop_data(root)
    if variant.endswith("data"):
        _add_data(root, paragraphs, document, escaped=variant == "escaped data")
    else:
        _fill(holder, paragraphs, variant)
    return _encoded(root, variant)


def _name(root: Any, title: str) -> None:
    for element in (*root.iter("title"), *root.iter("h1")):
        for child in list(element):
            element.remove(child)
        element.text = title
    for element in root.iter("meta"):
        if (element.get("property") or element.get("name") or "").endswith("title"):
            element.set("content", title)


def _holder(root: Any) -> Any:
    """The element whose own paragraphs are longest, or else whose own text is."""
    body = root.find("body")
    sizes: dict[Any, int] = {}
    for paragraph in body.iter("p"):
        parent = paragraph.getparent()
        sizes[parent] = sizes.get(parent, 0) + len(paragraph.text_content())
    if not sizes:
        sizes = {one: len(one.text or "") for one in body.iter("div", "td", "article")} or {body: 1}
    return max(sizes, key=lambda one: sizes[one])


def _drop_data(root: Any) -> None:
    """The template's own article stands there, too."""
    for script in root.xpath("//script[contains(@type, 'ld+json')]"):
        script.getparent().remove(script)


def _add_data(root: Any, paragraphs: list[str], document: Document, *, escaped: bool) -> None:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": document.title or "",
        "articleBody": "\n".join(paragraphs),
    }
    script = etree.SubElement(root.find("head") if root.find("head") is not None else root.find("body"), "script")
    script.set("type", "application/ld+json")
    script.text = json.dumps(told, ensure_ascii=escaped).replace("</", "<\\/")


def _fill(holder: Any, paragraphs: list[str], variant: str) -> None:
    if variant == "noscript":
        holder = etree.SubElement(holder, "noscript")
    if variant == "one line":
        etree.SubElement(holder, "p").text = " ".join(paragraphs)
    elif variant == "breaks":
        holder.text = paragraphs[0]
        for line in paragraphs[1:]:
            etree.SubElement(holder, "br")
            etree.SubElement(holder, "br").tail = line
    else:
        for line in paragraphs:
            paragraph = etree.SubElement(holder, "p")
            paragraph.text = line
            if variant == "linked":
                _link(paragraph)


def _link(paragraph: Any) -> None:
    """The words in the middle become a link."""
    words = paragraph.text.split(" ")
    start, end = len(words) // 4, len(words) * 3 // 4
    paragraph.text = " ".join(words[:start]) + " "
    link = etree.SubElement(paragraph, "a", href="/more")
    link.text = " ".join(words[start:end])
    link.tail = " " + " ".join(words[end:])


def _encoded(root: Any, variant: str) -> bytes:
    for meta in root.xpath("//meta[@charset or @http-equiv]"):
        if meta.get("charset") or "charset" in (meta.get("content") or ""):
            meta.getparent().remove(meta)
    encoding = variant if variant in {"cp1251", "koi8-u", "utf-16"} else "utf-8"
    named = {"cp1251": "windows-1251", "koi8-u": "koi8-u"}.get(encoding, "utf-8")
    html = "<!DOCTYPE html>\n" + tostring(root, encoding="unicode")
    html = re.sub(r"<head[^>]*>", lambda head: f'{head[0]}<meta charset="{named}">', html, count=1)
    return html.encode("ascii" if variant == "entities" else encoding, "xmlcharrefreplace")
