"""A text as the stages look at it: without markup, links and odd white space, each character one step from its origin.

Stages search `plain` and `folded` (same length, same offsets) and hand back offsets of the original text through
`origin`. Nothing is ever looked up by searching the original again.
"""

import re
import unicodedata
from itertools import accumulate, count
from operator import add

from purport.model.span import Span

__all__ = ["View", "fold"]

# Markdown that Telegram exports leave in texts, and bare addresses: part of the text, no part of its meaning. Each
# branch begins with a literal of its own: so the engine looks for those alone, and runs through the rest.
_MARKUP = re.compile(
    r"\]\((?:[^()\s]|\([^()\s]*\))*(?:\)|$)"  # ](url), also where a clipped text ends in it
    r"|https?://[^\s<>\[\]()*]+|w(?<!\ww)ww\.[^\s<>\[\]()*]+"
    r"|\*\*|__|~~|\|\||``*"
    r"|\[(?=[^\[\]]{0,400}\]\()"
)
# What most texts are made of: it stands in `plain` as it is. Any other character is looked at by itself.
_COMMON = re.compile("[!-~À-ſЀ-ҁҊ-ӿ«»–—‘’“”„…]+(?: [!-~À-ſЀ-ҁҊ-ӿ«»–—‘’“”„…]+)*")
_NOISE = frozenset({"So", "Sk", "Cf", "Cc", "Cs", "Co", "Mn"})
# Pictures that stand before the items of a list, also of one whose lines were joined.
_BULLETS = frozenset("🔴🟠🟡🟢🔵🟣🟤⚫⚪🔸🔹🔶🔷🔺▪◾◽◦➖➡✅❌❗")
_JOINERS = frozenset({"Mn", "Cf"})
_SAME = {**dict.fromkeys("«»“”„‟″", '"'), **dict.fromkeys("’ʼ‘`´′", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "ё": "е"}
_LATIN = str.maketrans("aceopxyikmhtb", "асеорхуікмнтв")
_ALONE = frozenset("coaiy")  # words of one letter in Russian or Ukrainian
_FROM_LATIN = re.compile(r"[a-z][^\W_]*")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


def fold(text: str) -> str:
    """Lower case, one kind of quotation mark, apostrophe and dash, ё as е; of the same length as `text`."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for odd, usual in _SAME.items():
        lowered = lowered.replace(odd, usual)
    return lowered


def _unmix(folded: str) -> str:
    """Latin letters that stand in for Cyrillic ones ("c применением", "Mосква") are made Cyrillic; length is kept."""
    if not _CYRILLIC.search(folded):
        return folded
    out: list[str] = []
    last = 0
    for latin in _FROM_LATIN.finditer(folded):
        start, end = _word_start(folded, latin.start()), latin.end()
        letters = folded[start:end]
        if _CYRILLIC.search(letters) or (letters in _ALONE and _follows_cyrillic(folded, start, last)):
            out += folded[last:start], letters.translate(_LATIN)
            last = end
    return "".join([*out, folded[last:]])


def _follows_cyrillic(folded: str, at: int, changed: int) -> bool:
    """Whether the word before `at` has a Cyrillic letter, or ends at `changed`, up to where all is as it shall be."""
    end = at
    while end and not folded[end - 1].isalnum():
        end -= 1
    start = _word_start(folded, end)
    return start < end and (end == changed or _CYRILLIC.search(folded, start, end) is not None)


def _word_start(folded: str, at: int) -> int:
    while at and folded[at - 1].isalnum():
        at -= 1
    return at


class View:
    """`plain`: the text without markup, links and emoji, each run of white space one blank. `folded`: that, folded.

    `pieces`: `folded` cut at its blanks: words, with the punctuation beside them; `starts`: where each of them starts,
    and where one more would behind the last. `breaks[i]`: how strong a line break the blank at `plain[i]` stands for:
    1 a line (also two blanks in a row, as flattened posts have them, or a bullet), 2 an empty line. `origin[i]`: offset
    of `plain[i]` in the text.
    """

    __slots__ = ("breaks", "folded", "origin", "pieces", "plain", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.origin: list[int] = []
        self.breaks: dict[int, int] = {}
        kept: list[str] = []
        last = 0
        for mark in _MARKUP.finditer(text):
            self._take(last, mark.start(), kept)
            if mark[0][0] in "hw":
                self._blank(" ", mark.start(), kept)  # where an address stood
            last = mark.end()
        self._take(last, len(text), kept)
        if kept and kept[-1] == " ":
            kept.pop()
            self.origin.pop()
            self.breaks.pop(len(self.origin), None)
        self.plain = "".join(kept)
        self.folded = _unmix(fold(self.plain))
        self.pieces = self.folded.split(" ")
        self.starts: list[int] = list(map(add, accumulate(map(len, self.pieces), initial=0), count()))

    def _take(self, start: int, end: int, kept: list[str]) -> None:
        """A part of the text that holds no mark."""
        at = start
        while at < end:
            run = _COMMON.match(self.text, at, end)
            if run:
                kept.append(run[0])
                begun, at = at, run.end()
                self.origin.extend(range(begun, at))
            else:
                self._take_rare(self.text[at], at, kept)
                at += 1

    def _take_rare(self, char: str, at: int, kept: list[str]) -> None:
        if char.isspace() or char < " " or (char > "\x7f" and _is_noise(char)):
            self._blank(char, at, kept)
        else:
            if char == "•" and kept and kept[-1] == " ":
                last = len(self.origin) - 1
                self.breaks[last] = max(1, self.breaks.get(last, 0))
            kept.append(char)
            self.origin.append(at)

    def _blank(self, char: str, at: int, kept: list[str]) -> None:
        if not kept or (char > "\x7f" and unicodedata.category(char) in _JOINERS and char != "\u200b"):
            return  # combining marks and joiners inside a word part nothing
        if kept[-1] != " ":
            kept.append(" ")
            self.origin.append(at)
            if char != "\n" and char not in _BULLETS:
                return
        last = len(self.origin) - 1
        if char in _BULLETS:
            self.breaks[last] = max(1, self.breaks.get(last, 0))
        elif char == "\n":
            self.breaks[last] = 2 if "\n" in self.text[self.origin[last] : at] else max(1, self.breaks.get(last, 0))
        elif char == " " and at > 0 and self.text[at - 1] == " ":
            self.breaks[last] = max(1, self.breaks.get(last, 0))

    def __len__(self) -> int:
        return len(self.plain)

    def original(self, start: int, end: int) -> Span:
        """The span of the original text that `plain[start:end]` stands for; the ends never take in markup around it."""
        return Span(self.origin[start], self.origin[end - 1] + 1)


def _is_noise(char: str) -> bool:
    return unicodedata.category(char) in _NOISE and char != "´"
