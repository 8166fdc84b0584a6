"""A page skimmed for archives: what it shows, in hundredths of the time that its main text takes to find."""

import codecs
import re

import msgspec

from purport.errors import MalformedError
from purport.sources.decoding import declared, decode

__all__ = ["is_post_page", "shown", "skim", "telling"]

_CHANNEL = b"tgme_widget_message"  # what each post on the page of a Telegram channel is called
_CODE = ((b"<script", b"</script"), (b"<style", b"</style"))
_DATA = b"ld+json"
_TAG = 300  # bytes: the start of a script tells what it is
_HEAD = 4096
"""Bytes in which a page says how it is encoded; with zero bytes in them, it has two for each letter."""
_FEW = 20
"""So many Cyrillic letters are a text, and not a name or a link to another language's pages."""
_FIRST = b"\xd0"  # begins more than half of the Cyrillic letters in UTF-8
_COMMON = "о".encode()
_REFERENCES = (b"&#10", b"&#x4")
"""How Cyrillic letters begin in a page in ASCII."""
_ESCAPE = b"\\u04"
_CYRILLIC = frozenset({"cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic", "cp1125", "cp855"})

_LINK, _END = "\ue000", "\ue001"  # no page's own: letters for private use
_ANCHOR = re.compile(r"<(?:a(?=\s)|/a>)")
_ACROSS = re.compile(f"{_LINK}[^{_LINK}{_END}\n]*\n[^{_LINK}{_END}]*{_END}")
_WITHIN = re.compile(f"{_LINK}[^{_LINK}{_END}]*{_END}")
_MARKS = str.maketrans("", "", _LINK + _END)
_WORD = re.compile(r"\w")
_ARTICLE = 500
"""Characters: a page that shows less outside its links is a list of links, or has no article."""
_BODY = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*+")')
_MARKUP = re.compile(r"<[^>]*>")


def is_post_page(data: bytes) -> bool:
    """Whether this is the page of a channel, with its posts."""
    return _CHANNEL in data


def shown(data: bytes) -> bytes:
    """The page without its scripts and styles, which are most of it; schema.org's data stay."""
    for start, end in _CODE:
        data = _without(data, start, end)
    return data


def _without(data: bytes, start: bytes, end: bytes) -> bytes:
    parts = []
    kept = 0
    at = data.find(start)
    while at >= 0:
        close = data.find(end, at)
        if close < 0:
            break  # a page that is cut off
        if _DATA not in data[at : at + _TAG]:
            parts.append(data[kept:at])
            kept = close
        at = data.find(start, close)
    return b"".join([*parts, data[kept:]]) if kept else data


def telling(data: bytes, charset: str | None = None) -> bytes | None:
    """What a word in ASCII can be looked for in; None where the page may be Cyrillic and has to be read.

    `data` is what the page has shown; `charset` is what a server said.
    """
    if b"\0" in data[:_HEAD] or _escapes(data):
        return None
    if data.isascii():
        return None if any(data.count(start) >= _FEW for start in _REFERENCES) else data
    if _is_utf8(data):
        return None if data.count(_FIRST) >= _FEW else data
    named = [name for name in map(_normal, (charset, declared(data))) if name and not name.startswith("utf")]
    is_other = bool(named) and _CYRILLIC.isdisjoint(named) and data.count(_COMMON) < _FEW
    return data if is_other else None


def _escapes(data: bytes) -> bool:
    """Whether schema.org's data hold Cyrillic letters that are escaped."""
    found = 0
    at = data.find(_DATA)
    while at >= 0 and found < _FEW:
        end = data.find(b"</script", at)
        found += data.count(_ESCAPE, at, None if end < 0 else end)
        at = data.find(_DATA, end) if end >= 0 else end
    return found >= _FEW


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _normal(encoding: str | None) -> str | None:
    try:
        return codecs.lookup(encoding).name if encoding else None
    except (LookupError, ValueError):
        return None


def skim(data: bytes, about: str, charset: str | None = None) -> list[str]:
    """The lines of a page that may be an article's: all but those that are links and nothing else.

    Where these come to little, all lines; with them what schema.org's data give as the article. Raises MalformedError.
    """
    html = decode(data, about, declares=True, repair=True, charset=charset)
    text = _plain(_ANCHOR.sub(_marked, html), about)
    own = [line for line in _ACROSS.sub("", text).split("\n") if _WORD.search(_WITHIN.sub("", line))]
    if sum(map(len, own)) < _ARTICLE or is_post_page(data):
        own = text.split("\n")
    return [line.translate(_MARKS) for line in own] + list(_bodies(html))


def _marked(tag: re.Match[str]) -> str:
    return f"{tag[0]}{_END}" if tag[0] == "</a>" else f"{_LINK}{tag[0]}"


def _plain(html: str, about: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    try:
        tree = HTMLTree.parse(html)
        found = extract_plain_text(
            tree, main_content=False, alt_texts=False, links=False, form_fields=False, noscript=True
        )
    except (ValueError, RuntimeError) as error:
        raise MalformedError(f"a page that cannot be read: {error}", about=about) from error
    return str(found)


def _bodies(html: str) -> list[str]:
    found: list[str] = []
    for body in _BODY.findall(html):
        try:
            found += _MARKUP.sub("\n", msgspec.json.decode(body)).split("\n")
        except msgspec.MsgspecError:
            continue  # broken data hold no article for whoever reads the page in full either
    return found
