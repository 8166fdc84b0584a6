"""The words of a view that may be parts of names."""

import re

from msgspec import Struct

from purport.model import Remembered, View
from purport.places.found import Known

__all__ = ["Token", "run_length", "tokenise"]

_TOKEN = re.compile(r"[^\W\d_][^\W_]*+(?:(?:['’ʼ`´](?=\w)|-(?=[^\W\d_]))[^\W_]*+)*+")
_POSSESSIVE = ("'s", "’s")
# "el-Fasher", "al-Mawasi": an Arabic article does not make a name an ordinary word.
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|аль|ель|эль|ад|ар|ас|аш|аз|ан)-(?=[^\W\d_])")
_MAX_WORDS = 4
_LINKS = frozenset({"on", "de", "la", "el", "al", "na", "upon", "le", "les", "du", "da", "do", "del", "au", "на"})


class Token(Struct, frozen=True, gc=False):
    """A word of `view.plain`, hyphens within it included, without a possessive 's."""

    start: int
    end: int
    word: str
    capital: bool


def _taken(closed: list[Known], size: int) -> bytearray:
    taken = bytearray(size + 1)
    for known in closed:
        taken[known.start : known.end] = b"\x01" * (known.end - known.start)
    return taken


def tokenise(view: View, closed: list[Known]) -> list[Token]:
    """The words outside the mentions of closed kinds."""
    taken = _taken(closed, len(view.plain))
    return [
        Token(at + start, at + end, word, capital)
        for at, piece in zip(view.starts, view.plain.split(" "), strict=False)
        for start, end, word, capital in _WORDS[piece]
        if not taken[at + start]
    ]


def _words(piece: str) -> tuple[tuple[int, int, str, bool], ...]:
    """The words, as a token has them, of what stands between two blanks."""
    return tuple(_word(token.start(), token[0]) for token in _TOKEN.finditer(piece))


def _word(start: int, word: str) -> tuple[int, int, str, bool]:
    if word.endswith(_POSSESSIVE):
        word = word[:-2]
    capital = word[0].isupper() or ("-" in word and word[_article(word)].isupper())
    return start, start + len(word), word, capital


_WORDS = Remembered(_words)


def _article(word: str) -> int:
    article = _ARTICLE.match(word)
    return article.end() if article else 0


def run_length(view: View, tokens: list[Token], at: int) -> int:
    """How many words from `at` on may make up one name: capitalised, with small words between them."""
    size = 1
    for i in range(at + 1, min(at + _MAX_WORDS, len(tokens))):
        token = tokens[i]
        gap = token.start - 1
        if gap != tokens[i - 1].end or view.plain[gap] != " " or gap in view.breaks:
            break
        if token.capital:
            size = i - at + 1
        elif token.word not in _LINKS:
            return 2 if i == at + 1 and (tokens[at].word + token.word).isascii() else size
    return size
