"""A folded text as words with offsets."""

import re

from purport.model.remembered import Remembered
from purport.model.view import View

__all__ = ["Tokens"]

# One token: a word with its hyphens and apostrophes ("forty-two", «Ка-52», "36-year-old"), or figures with their points
# ("13.20").
_TOKEN = re.compile(r"[^\W_]+(?:(?:['-]|(?<=\d)[.,:/](?=\d))[^\W_]+)*")

_CYRILLIC = re.compile("[а-яєіїґ]")


class Tokens:
    """The words of a view; `words[i]` stands at `starts[i]:ends[i]` of `text`."""

    __slots__ = ("breaks", "ends", "starts", "text", "view", "words")

    def __init__(self, view: View) -> None:
        self.view = view
        self.text = view.folded
        self.breaks = view.breaks
        cut = [
            (at + start, at + end, word)
            for at, piece in zip(view.starts, view.pieces, strict=False)
            for start, end, word in _CUT[piece]
        ]
        self.starts = [start for start, _, _ in cut]
        self.ends = [end for _, end, _ in cut]
        self.words = [word for _, _, word in cut]

    def __len__(self) -> int:
        return len(self.words)

    def joined(self, i: int) -> bool:
        """Whether one blank on one line, and no more, parts word `i` from the one before."""
        return 0 < i < len(self.words) and self.gap(i) == " " and self.ends[i - 1] not in self.breaks

    def gap(self, i: int) -> str:
        """What stands before word `i`, behind the one before it."""
        return self.text[self.ends[i - 1] if i else 0 : self.starts[i]]

    def is_among_cyrillic(self, i: int) -> bool:
        """Whether one of the two words to either side of word `i` is Cyrillic."""
        return any(map(_CYRILLIC.search, self.words[max(0, i - 2) : i + 3]))

    def phrase(self, first: int, stop: int) -> str:
        """The words from `first` up to `stop` as they stand; with punctuation, should there be any between them."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def char_before(self, i: int) -> str:
        """The character before word `i` in the original text, where signs such as "№" still stand; or nothing."""
        at = self.view.origin[self.starts[i]]
        before = self.view.text[max(0, at - 2) : at]
        return before.replace("№ ", "№")[-1:]

    def char_behind(self, stop: int) -> str:
        """The character behind word `stop - 1` in the original text, a blank left out; or nothing."""
        at = self.view.origin[self.ends[stop - 1] - 1] + 1
        return self.view.text[at : at + 2].lstrip(" \u00a0\u202f")[:1]


def _cut(piece: str) -> tuple[tuple[int, int, str], ...]:
    """The words between two blanks, each with its ends."""
    return tuple((*token.span(), token[0]) for token in _TOKEN.finditer(piece))


_CUT = Remembered(_cut)
