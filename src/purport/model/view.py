"""A text as the stages look at it: markup, links and odd white space out of the way, every character one step from its origin.

Stages search `plain` and `folded` (same length, same offsets) and hand back offsets of the original text through `origin`.
Nothing is ever looked up by searching the original again.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left

from purport.model.span import Span

__all__ = ["View", "fold"]

# Markdown that Telegram exports leave in texts, and bare addresses: part of the text, no part of its meaning.
_MARKUP = re.compile(
    r"(?P<close>\]\((?:[^()\s]|\([^()\s]*\))*\))"  # ](url)
    r"|(?P<url>https?://[^\s<>\[\]()*]+|\bwww\.[^\s<>\[\]()*]+)"
    r"|(?P<mark>\*\*|__|~~|\|\||`+)"
    r"|(?P<open>\[(?=[^\[\]]{0,400}\]\())"
)
_SAME = str.maketrans(
    {**dict.fromkeys("«»“”„‟″", '"'), **dict.fromkeys("’ʼ‘`´′", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "ё": "е"},
)
_LATIN = str.maketrans("aceopxyikmhtb", "асеорхуікмнтв")
_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


def fold(text: str) -> str:
    """Lower case, one kind of quotation mark, apostrophe and dash, ё as е; of the same length as `text`."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_SAME)


def _unmix(folded: str) -> str:
    """Latin letters that stand in for Cyrillic ones ("c применением", "Mосква") are made Cyrillic; length is kept."""
    if not _CYRILLIC.search(folded):
        return folded
    out: list[str] = []
    last, before = 0, False
    for word in _WORD.finditer(folded):
        letters = word[0]
        cyrillic = bool(_CYRILLIC.search(letters))
        mixed = cyrillic and not letters.isdigit() and any("a" <= c <= "z" for c in letters)
        if mixed or (letters in {"c", "o", "a", "i", "y"} and before):
            out.append(folded[last : word.start()])
            out.append(letters.translate(_LATIN))
            last = word.end()
            cyrillic = True
        before = cyrillic
    out.append(folded[last:])
    return "".join(out)


def _is_noise(char: str) -> bool:
    category = unicodedata.category(char)
    return category in {"So", "Sk", "Cf", "Cc", "Cs", "Co", "Mn"} and char not in "\n\t\r^`´"


class View:
    """`plain`: the text without markup, links and emoji, each run of white space one blank. `folded`: `plain` as `fold` gives it.

    `breaks[i]`: how strong a line break the blank at `plain[i]` stands for: 1 a line (also two blanks in a row, as flattened
    posts have them), 2 an empty line. `origin[i]`: offset of `plain[i]` in the text.
    """

    __slots__ = ("breaks", "folded", "origin", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        kept: list[str] = []
        origin = array("L")
        self.breaks: dict[int, int] = {}
        for chunk_start, chunk in _chunks(text):
            self._take(chunk, chunk_start, kept, origin)
        while kept and kept[-1] == " ":
            self.breaks.pop(len(kept) - 1, None)
            kept.pop()
            origin.pop()
        self.plain = "".join(kept)
        self.folded = _unmix(fold(self.plain))
        self.origin = origin

    def _take(self, chunk: str, start: int, kept: list[str], origin: "array[int]") -> None:
        for i, char in enumerate(chunk, start):
            if char.isspace() or (ord(char) > 127 and _is_noise(char)) or (ord(char) < 32):
                self._blank(char, i, kept, origin)
            else:
                kept.append(char)
                origin.append(i)

    def _blank(self, char: str, at: int, kept: list[str], origin: "array[int]") -> None:
        if unicodedata.category(char) in {"Mn", "Cf"} and char != "\u200b":
            return  # combining marks and joiners inside a word part nothing
        if not kept:
            return
        if kept[-1] != " ":
            kept.append(" ")
            origin.append(at)
            if char != "\n":
                return
        last = len(kept) - 1
        if char == "\n":
            self.breaks[last] = 2 if self._has_newline(origin[last], at) else max(1, self.breaks.get(last, 0))
        elif char == " " and at > 0 and self.text[at - 1] == " ":
            self.breaks[last] = max(1, self.breaks.get(last, 0))

    def _has_newline(self, first: int, at: int) -> bool:
        return "\n" in self.text[first:at]

    def __len__(self) -> int:
        return len(self.plain)

    def original(self, start: int, end: int) -> Span:
        """The span of the original text that `plain[start:end]` stands for; the ends never take in markup around it."""
        return Span(self.origin[start], self.origin[end - 1] + 1)

    def locate(self, offset: int) -> int:
        """The offset in `plain` of the first character kept at or behind `offset` of the original text."""
        return bisect_left(self.origin, offset)


def _chunks(text: str) -> list[tuple[int, str]]:
    """The text between marks, with a blank where an address stood."""
    chunks: list[tuple[int, str]] = []
    last = 0
    for mark in _MARKUP.finditer(text):
        chunks.append((last, text[last : mark.start()]))
        if mark["url"]:
            chunks.append((mark.start(), " "))
        last = mark.end()
    chunks.append((last, text[last:]))
    return chunks
