"""Which of the languages that are read here a text is in, from its letters and commonest words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Literal

from msgspec.structs import replace

from purport.model import Document
from purport.sources.knowledge import table
from purport.sources.limits import LOOKAHEAD

__all__ = ["Language", "detect", "fill", "settle"]

Language = Literal["en", "uk", "ru"]

_ADDRESS = re.compile(r"https?://\S+|t\.me/\S+|@\w+")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
# A source's language stands in for a text's own only where so many of its texts show one, and nearly all the same.
_SEEN = 3
_MAJORITY = 0.8


def detect(text: str) -> Language | None:
    """The language of the text; None where its letters and words do not show it, or show another."""
    words = _WORD.findall(_ADDRESS.sub(" ", text[:_SAMPLE]).lower())
    letters = sum(map(len, words))
    cyrillic = sum(len(word) for word in words if "Ѐ" <= word[0] <= "ӿ")
    if not letters:
        return None
    # Weapons, units and links keep their Latin names in Cyrillic texts, so a third is enough.
    return _cyrillic(words) if cyrillic * 3 >= letters else _latin(words)


def settle(stated: str | None, text: str) -> str | None:
    """The stated language's main tag, unless the text is plainly in another of those read here."""
    tag = re.split(r"[-_]", stated.strip().lower())[0] if stated else ""
    seen = detect(text)
    if not re.fullmatch(r"[a-z]{2,3}", tag):
        return seen
    return seen if seen and _is_cyrillic(seen) != _is_cyrillic(tag) else tag


def fill(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents, each without a language given its own, or else the one that its source nearly always writes."""
    rest = iter(documents)
    seen: dict[str, Counter[str]] = {}
    first = [_noted(document, seen) for document in islice(rest, LOOKAHEAD)]
    for document in first:
        yield _inherit(document, seen)
    for document in rest:
        yield _inherit(_noted(document, seen), seen)


def _noted(document: Document, seen: dict[str, Counter[str]]) -> Document:
    language = document.language or detect(f"{document.title or ''}\n{document.text}")
    if language:
        seen.setdefault(document.source, Counter())[language] += 1
    return document if language == document.language else replace(document, language=language)


def _inherit(document: Document, seen: dict[str, Counter[str]]) -> Document:
    counts = seen.get(document.source)
    if document.language or not counts:
        return document
    language, most = counts.most_common(1)[0]
    total = counts.total()
    return replace(document, language=language) if total >= _SEEN and most >= _MAJORITY * total else document


def _cyrillic(words: list[str]) -> Language | None:
    if any(char in _foreign_letters() for word in words for char in word):
        return None
    uk, ru = _score(words, "uk"), _score(words, "ru")
    if uk > 2 * ru:
        return "uk"
    return "ru" if ru > 2 * uk else None


def _score(words: list[str], language: Language) -> int:
    """One for each letter of its own, two for each word of its own."""
    letters, known = _marks(language)
    return sum(2 if word in known else 0 for word in words) + sum(char in letters for word in words for char in word)


def _latin(words: list[str]) -> Language | None:
    english, other = _marks("en")[1], _marks("other")[1]
    mine = sum(word in english for word in words)
    theirs = sum(word in other for word in words)
    return "en" if mine > 2 * theirs and mine * 12 >= len(words) else None


@cache
def _marks(language: str) -> tuple[frozenset[str], frozenset[str]]:
    known = table("languages")[language]
    return frozenset(known.get("letters", "")), frozenset(known["words"])


@cache
def _foreign_letters() -> frozenset[str]:
    return frozenset(table("languages")["other"]["cyrillic"])


def _is_cyrillic(tag: str) -> bool:
    return tag in {"uk", "ru", "be", "bg", "sr", "mk"}
