"""Looks that cost next to nothing, for archives of which hardly a page in fifty can hold a claim.

Each look lets through whatever the gate could let through later: a page's bytes are asked for a word of war, then its
lines for one, where they are as long as a sentence, beside a word of what happened.
"""

import re
from typing import Self

from ahocorasick_rs import BytesAhoCorasick, Implementation

from purport.claims import theatres
from purport.claims.gate import MILITARY, passes
from purport.claims.matcher import Lexicon
from purport.model import View

__all__ = ["Look"]

_LETTERS = bytes(code for code in range(128) if chr(code).isalnum() or chr(code) in "-/'")
# Everything but ASCII letters and digits parts words; capitals are small.
_PLAIN = bytes(ord(chr(code).lower()) if code in _LETTERS else 32 for code in range(256))
_FEW = 20
"""So many Cyrillic letters are a text, and not a name or a link to another language's pages."""
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_SENTENCE = 6
"""Words: lines of fewer are menus and labels; in Russian and Ukrainian they may be reports."""


class Look:
    """What tells a page that may matter from one that cannot. Build it once."""

    def __init__(self, lexicon: Lexicon, words: list[bytes]) -> None:
        """`words`: words of war in ASCII, in small letters."""
        self._lexicon = lexicon
        # Bytes of pages are many, and such an automaton, large for its words, is the fastest.
        self._words = BytesAhoCorasick([b" %b " % word for word in words], implementation=Implementation.DFA)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """By the words of a lexicon: weapons, what only armies have, and who is at war."""
        fought_in = theatres.load().fought_in
        named = (form for form, concept, label in lexicon.entries() if _is_of_war(concept, label, fought_in))
        plain = (form.encode("ascii").translate(_PLAIN) for form in named if form.isascii())
        return cls(lexicon, sorted({b" ".join(form.split()) for form in plain}))

    def at_bytes(self, data: bytes) -> bool:
        """Whether bytes hold a word of war in ASCII."""
        return bool(self._words.find_matches_as_indexes(b" %b " % data.translate(_PLAIN)))

    def at_lines(self, lines: list[str], *, post: bool = False) -> bool:
        """Whether the lines of a page's text may pass the gate; `post`: it is the page of a channel."""
        is_cyrillic = _is_cyrillic(lines)
        text = "\n".join(lines if is_cyrillic else filter(_is_sentence, lines))
        return (is_cyrillic or self.at_bytes(text.encode("ascii", "replace"))) and self._passes(text, post=post)

    def at_post(self, text: str, *, post: bool) -> bool:
        """Whether a document that is no page may pass the gate."""
        return self._passes(text, post=post)

    def _passes(self, text: str, *, post: bool) -> bool:
        return passes(self._lexicon.find(View(text)), post=post)


def _is_sentence(line: str) -> bool:
    return line.strip().count(" ") >= _SENTENCE - 1


def _is_cyrillic(lines: list[str]) -> bool:
    seen = 0
    for line in lines:
        seen += len(_CYRILLIC.findall(line))
        if seen >= _FEW:
            return True
    return False


def _is_of_war(concept: str, label: str, fought_in: frozenset[str]) -> bool:
    """Whether an entry is a weapon, a thing of armies, or a party to a war."""
    if concept == "sides":
        return len(label) > len("UA") or label in fought_in
    return concept == "weapons" or (concept == "objects" and label in MILITARY)
