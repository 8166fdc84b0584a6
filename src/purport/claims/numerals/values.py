"""The value of a run of words and figures."""

import re
from typing import NamedTuple

from purport.claims.numerals.lexicon import Lexicon
from purport.claims.numerals.tokens import Tokens

__all__ = ["Value", "read_vague", "read_value"]

_PLAIN = re.compile(r"0|[1-9]\d{0,8}|[1-9]\d{0,2}(?:,\d{3})+")
_DECIMAL = re.compile(r"\d{1,4}[.,]\d{1,2}")
_TIMES = re.compile(r"([1-9]\d{0,2})[xх]")  # «3х Х-101»
_THREE = re.compile(r"\d{3}")
_MAX_PHRASE = 4


class Value(NamedTuple):
    """Bounds of what was read and the index of the word behind it; `figures`: written in digits, as one word."""

    low: int
    high: int
    stop: int
    figures: bool


def read_value(tokens: Tokens, i: int, lexicon: Lexicon, *, bounded: bool = False) -> Value | None:
    """The number that begins with word `i`; `bounded`: words before it bound it, so that «сотні» is a hundred."""
    if tokens.words[i][0].isdigit():
        return _read_figures(tokens, i, lexicon)
    return _read_words(tokens, i, lexicon, bounded=bounded) or _read_hyphened(tokens.words[i], i, lexicon)


def read_vague(tokens: Tokens, i: int, lexicon: Lexicon) -> int | None:
    """The index behind the longest vague phrase ("several dozen", «кілька») that begins with word `i`."""
    for stop in range(min(i + _MAX_PHRASE, len(tokens)), i, -1):
        if tokens.phrase(i, stop) in lexicon.vague:
            return stop
    return None


def _plain(word: str, lexicon: Lexicon) -> int | None:
    if _PLAIN.fullmatch(word):
        return int(word.replace(",", ""))
    return lexicon.cardinal.get(word)


def _read_figures(tokens: Tokens, i: int, lexicon: Lexicon) -> Value | None:
    word = tokens.words[i]
    value = _plain(word, lexicon)
    if value is not None:
        return _scaled(value, *_grouped(tokens, i), tokens, lexicon)
    if _DECIMAL.fullmatch(word):
        return _decimal(float(word.replace(",", ".")), i, tokens, lexicon)
    times = _TIMES.fullmatch(word)
    if times is not None:
        return Value(int(times[1]), int(times[1]), i + 1, True)
    return _read_hyphened(word, i, lexicon)


def _grouped(tokens: Tokens, i: int) -> tuple[str, int]:
    """Figures in groups of three with blanks between them («1 200»), and the index behind them."""
    stop = i + 1
    if len(tokens.words[i]) <= 3:
        while tokens.joined(stop) and _THREE.fullmatch(tokens.words[stop]):
            stop += 1
    return "".join(tokens.words[i:stop]), stop


def _scaled(value: int, figures: str, stop: int, tokens: Tokens, lexicon: Lexicon) -> Value:
    number = int(figures) if figures.isdigit() else value
    if tokens.joined(stop):
        scale = _scale(tokens.words[stop], lexicon)
        if scale:
            return Value(number * scale, number * scale, stop + 1, False)
    return Value(number, number, stop, True)


def _decimal(number: float, i: int, tokens: Tokens, lexicon: Lexicon) -> Value | None:
    """A decimal fraction is a count only with its scale: "1.5 thousand"."""
    scale = _scale(tokens.words[i + 1], lexicon) if tokens.joined(i + 1) else None
    if not scale or round(number * 100) * scale % 100:
        return None
    value = round(number * 100) * scale // 100
    return Value(value, value, i + 2, False)


def _scale(word: str, lexicon: Lexicon) -> int | None:
    return lexicon.multiplier.get(word) or lexicon.behind.get(word)


def _read_hyphened(word: str, i: int, lexicon: Lexicon) -> Value | None:
    """ "forty-two", "5-7", «два-три», «3-х»."""
    left, hyphen, right = word.partition("-")
    first, second = _plain(left, lexicon), _plain(right, lexicon)
    if not hyphen or first is None:
        return None
    if right in lexicon.suffixes and left.isdigit():
        return Value(first, first, i + 1, True)
    if second is None:
        return None
    if _adds(first, second) and left.isalpha():
        return Value(first + second, first + second, i + 1, False)
    return Value(first, second, i + 1, left.isdigit()) if first < second else None


def _adds(total: int, value: int) -> bool:
    """Whether a word of `value` may follow words that make `total`: "forty" "two"; never "ten" "two"."""
    if not 0 < value < 1000 or not total:
        return False
    return (value < 10 and total % 10 == 0 and total % 100 != 10) or (value < 100 and total % 100 == 0)


class _Sum:
    """Adds words up: groups below a thousand, times thousands."""

    def __init__(self) -> None:
        self.total = 0
        self.group: int | None = None
        self.scale = 10**12

    def add(self, value: int) -> bool:
        if self.group is None:
            self.group = value
            return value > 0 or self.scale == 10**12
        if not _adds(self.group, value):
            return False
        self.group += value
        return True

    def multiply(self, scale: int) -> bool:
        if scale == 100 and self.group is not None and not 0 < self.group < 10:
            return False
        if scale < 1000:
            self.group = (1 if self.group is None else self.group) * scale
            return True
        if scale >= self.scale or (self.group is None and self.total):
            return False
        self.total += (1 if self.group is None else self.group) * scale
        self.group, self.scale = None, scale
        return True

    @property
    def value(self) -> int:
        return self.total + (self.group or 0)


def _read_words(tokens: Tokens, i: int, lexicon: Lexicon, *, bounded: bool) -> Value | None:
    words, at = tokens.words, i
    if words[i] in lexicon.articles:
        at += 1
        if not tokens.joined(at) or words[at] not in lexicon.multiplier:
            return None
    if words[at] in lexicon.tenths:
        return _read_tenths(tokens, at, lexicon)
    stop, value = _sum(tokens, at, lexicon, begun=bounded)
    return Value(value, value, stop, False) if stop > at else None


def _read_tenths(tokens: Tokens, i: int, lexicon: Lexicon) -> Value | None:
    """ "half a dozen", «півтори тисячі»."""
    at = i + 1
    if tokens.joined(at) and tokens.words[at] in lexicon.articles:
        at += 1
    scale = _scale(tokens.words[at], lexicon) if tokens.joined(at) else None
    value = lexicon.tenths[tokens.words[i]] * (scale or 0) // 10
    return Value(value, value, at + 1, False) if scale else None


def _sum(tokens: Tokens, i: int, lexicon: Lexicon, *, begun: bool) -> tuple[int, int]:
    """The index behind the words that add up from word `i` on, and their sum."""
    total, stop = _Sum(), i
    while stop < len(tokens) and (stop == i or tokens.joined(stop)):
        at = stop + 1 if stop > i and _is_and(tokens, stop, lexicon) else stop
        if not _take(tokens.words[at], total, lexicon, begun=begun or stop > i):
            break
        stop = at + 1
    return stop, total.value


def _take(word: str, total: _Sum, lexicon: Lexicon, *, begun: bool) -> bool:
    first, hyphen, second = word.partition("-")
    if hyphen:
        tens, unit = lexicon.cardinal.get(first, 0), lexicon.cardinal.get(second, 0)
        return _adds(tens, unit) and total.add(tens + unit)
    if word in lexicon.cardinal:
        return total.add(lexicon.cardinal[word])
    scale = lexicon.multiplier.get(word) or (lexicon.behind.get(word) if begun else None)
    return scale is not None and total.multiply(scale)


def _is_and(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether word `i` is the "and" of "two hundred and five"."""
    hundreds = lexicon.multiplier.get(tokens.words[i - 1], 0) in {100, 1000}
    return (
        tokens.words[i] == lexicon.article_join
        and hundreds
        and tokens.joined(i + 1)
        and (tokens.words[i + 1].partition("-")[0] in lexicon.cardinal)
    )
