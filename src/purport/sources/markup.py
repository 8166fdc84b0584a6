"""HTML to elements, and elements to the text that a reader would see."""

import re
from typing import TYPE_CHECKING, Any

from purport.errors import MalformedError, TooLargeError
from purport.sources.limits import MAX_ELEMENTS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["by_class", "parse", "text_of"]

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "form"),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav"),
        *("fieldset", "ol", "p", "pre", "section", "table", "td", "th", "title", "tr", "ul"),
    )
)
_SILENT = frozenset({"script", "style", "noscript", "template", "head", "iframe", "svg", "math", "select", "button"})


def parse(html: str, about: str, *, elements: int | None = MAX_ELEMENTS) -> "HtmlElement":
    """The page's root element, its comments left out. Raises InputError for what is no page or is beyond the limits.

    `elements`: how many there may be; None where no main text is looked for in them, which is what takes long.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise MalformedError(f"no HTML that can be parsed: {error}", about=about, cure="save the page again") from error
    if any("excessive depth" in entry.message.lower() for entry in parser.error_log):
        raise TooLargeError("nested too deep for any page", about=about, cure="save the page again")
    if elements is not None and sum(1 for _ in root.iter()) > elements:
        raise TooLargeError(
            f"a page of more than {elements} elements", about=about, cure="split it, or save its text as .txt"
        )
    return root


def by_class(element: Any, name: str) -> list[Any]:
    """The elements below this one that have a class of this name, in the page's order."""
    found: list[Any] = element.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return found


def text_of(element: "HtmlElement", *, keep_space: bool = False) -> str:
    """The text in the element, a line for each block and each `<br>`.

    White space stays as it stands where `keep_space`, else it is as browsers show it.
    """
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            _start(node, walk, parts)
        if event == "end":
            parts.append("\n" if node.tag in _BLOCKS and node is not element else "")
            parts.append(_tail(node, keep=keep_space) if node is not element else "")
        elif node.tag not in _SILENT:
            parts.append(_clean(node.text, keep=keep_space))
    return _joined("".join(parts), keep=keep_space)


def _start(node: Any, walk: Any, parts: list[str]) -> None:
    if node.tag in _SILENT:
        walk.skip_subtree()
    elif node.tag == "br" or node.tag in _BLOCKS:
        parts.append("\n")


def _tail(node: Any, *, keep: bool) -> str:
    return _clean(node.tail, keep=keep)


def _clean(text: str | None, *, keep: bool) -> str:
    if not text:
        return ""
    return text if keep else re.sub(r"[ \t\r\n\f]+", " ", text)


def _joined(text: str, *, keep: bool) -> str:
    if keep:
        return text.strip()
    lines = (line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
