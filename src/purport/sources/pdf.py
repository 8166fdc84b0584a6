"""A PDF of an article: its text in reading order, without the heads and feet that each page repeats."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from purport.errors import MalformedError, UnreadableError
from purport.model import Document
from purport.sources.bylines import visible_date
from purport.sources.confined import confined
from purport.sources.limits import MAX_PDF
from purport.sources.opening import Blob, sha256
from purport.sources.texts import UNKNOWN_SOURCE, check_text

__all__ = ["read"]

_CURE = "save its text as .txt"
_HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010]\n(?=\w)")
# Letters of which the file does not say which they are, as the library writes them, and as they are kept.
_NUMBERED = re.compile(r"\(cid:\d+\)")
_UNKNOWN, _MOST_UNKNOWN = "\ufffd", 0.2
_MARK = "\u00ad"
# A line that stands at the top or bottom of so many of the pages is no part of the text.
_REPEATED = 0.5
_EDGE = 2
_HEAD = 80  # characters: heads and feet are short, and paragraphs that differ in their numbers alone are none


def read(blob: Blob) -> Iterator[Document]:
    """The one document that the file is. Raises InputError, also for what is locked, or holds pictures of text only."""
    if find_spec("pdfminer") is None:
        raise UnreadableError("a PDF file, which needs an extra", about=blob.name, cure="pip install 'purport[pdf]'")
    data = blob.whole(MAX_PDF, "a PDF")
    title: str | None = None
    pages: list[list[str]] = []
    for told in confined("purport.sources.pdf_pages", data, blob.name, _CURE):
        if isinstance(told, dict):
            title = told["title"]
        elif told is not None:
            pages.append(told)
    text = _text(pages)
    if not text:
        cure = "have its letters recognised (OCR), and give the text"
        raise MalformedError("a PDF without text, as scans are", about=blob.name, cure=cure)
    check_text(text, blob.name)
    if text.count(_UNKNOWN) > _MOST_UNKNOWN * len(text):
        cure = "have its letters recognised (OCR), and give the text"
        raise MalformedError("a PDF that does not say which letters it shows", about=blob.name, cure=cure)
    yield _document(blob, data, title, text)


def _document(blob: Blob, data: bytes, title: str | None, text: str) -> Document:
    seen = visible_date(text)
    return Document(
        id=blob.url or blob.stem,
        source=UNKNOWN_SOURCE,
        kind="article",
        url=blob.url,
        published=seen,
        language=None,
        title=title,
        text=text,
        published_basis="visible" if seen else None,
        raw_hash=sha256(data),
    )


def _text(pages: list[list[str]]) -> str:
    """The paragraphs of all pages; a paragraph that goes on behind a page's end is one."""
    repeated = _repeated(pages)
    paragraphs: list[str] = []
    for page in pages:
        kept = [block for at, block in enumerate(page) if not (_at_edge(at, len(page)) and _shape(block) in repeated)]
        for block in map(_joined, filter(str.strip, kept)):
            if paragraphs and block[:1].islower() and not paragraphs[-1].endswith((".", "!", "?", ":", "…", "»", "”")):
                paragraphs[-1] = _joined(f"{paragraphs[-1]}\n{block}")
            else:
                paragraphs.append(block)
    return "\n\n".join(paragraphs)


def _joined(block: str) -> str:
    """A block's lines as one; a word that was parted at a line's end is whole again."""
    lines = "\n".join(line.strip() for line in block.strip().split("\n"))
    whole = _HYPHEN.sub(_unhyphenated(lines), lines)
    return " ".join(_NUMBERED.sub(_UNKNOWN, whole.replace(_MARK, "")).split())


def _unhyphenated(lines: str) -> Callable[[re.Match[str]], str]:
    """What stands for a hyphen at a line's end: nothing where the word goes on, itself before a capital or a figure."""

    def instead(found: re.Match[str]) -> str:
        return "" if lines[found.end()].islower() else "-"

    return instead


def _repeated(pages: list[list[str]]) -> set[str]:
    """The heads and feet that stand on most pages, and numbers of pages."""
    edges = [{_shape(page[at]) for at in range(len(page)) if _at_edge(at, len(page))} for page in pages]
    counts = Counter(shape for page in edges for shape in page if len(shape) <= _HEAD)
    least = max(2, _REPEATED * len(pages))
    return {shape for shape, count in counts.items() if count >= least} | {"#", "- # -", "– # –"}


def _at_edge(at: int, blocks: int) -> bool:
    return at < _EDGE or at >= blocks - _EDGE


def _shape(block: str) -> str:
    """A block with its numbers as good as equal, so that "Page 3 of 9" is what "Page 4 of 9" is."""
    return re.sub(r"\d+", "#", " ".join(block.split())).casefold()
