"""Finds quantities: reads values, then what stands before and behind them."""

from itertools import compress, count
from typing import NamedTuple

from msgspec import Struct

from purport.claims.numerals.exclusions import is_calendar_or_measure, is_name, is_rank, is_year, names_troops
from purport.claims.numerals.lexicon import Bound, Lexicon, load
from purport.claims.numerals.tokens import Tokens
from purport.claims.numerals.values import Value, read_vague, read_value
from purport.model.quantity import Quantity
from purport.model.remembered import Remembered
from purport.model.view import View

__all__ = ["QuantityMention", "find_quantities"]

_MAX_BOUND = 4
_MAX_BEFORE = 3


class QuantityMention(Struct, frozen=True, gc=False):
    """Words at `plain[start:end]` that tell how many; `quantity` is None where they are vague ("several").

    `each`: the number is dealt out to each of what follows («по одному»). `more`: it adds to one told before ("another
    three").
    """

    start: int
    end: int
    quantity: Quantity | None
    each: bool = False
    more: bool = False

    @property
    def vague(self) -> bool:
        """Whether the words say that there were some, and not how many."""
        return self.quantity is None


class _Before(NamedTuple):
    """What the words before a number say: the first of them, and their meaning."""

    first: int
    bound: Bound | None
    about: bool
    more: bool
    each: bool


def find_quantities(view: View) -> list[QuantityMention]:
    """Every count in the text, in order of start, none overlapping another; offsets are those of `view.plain`."""
    tokens, lexicon = Tokens(view), load()
    found: list[QuantityMention] = []
    behind = 0
    for i in compress(count(), map(_BEGINS_NUMBER.__getitem__, tokens.words)):
        if i >= behind:
            mention, behind = _at(tokens, i, lexicon)
            if mention:
                _append(found, mention)
    return found


def _begins_number(word: str) -> bool:
    """Whether a word may begin a number or a vague one: "forty-two" may, "short-range" cannot."""
    lexicon = load()
    return word in lexicon.starts or word[0].isdigit() or ("-" in word and word.partition("-")[0] in lexicon.cardinal)


_BEGINS_NUMBER = Remembered(_begins_number)


def _append(found: list[QuantityMention], mention: QuantityMention) -> None:
    """Adds what does not overlap; the "many" of "as many as 20" gives way to the whole."""
    if found and mention.start < found[-1].end and found[-1].vague:
        found.pop()
    if not found or mention.start >= found[-1].end:
        found.append(mention)


def _at(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[QuantityMention | None, int]:
    """The mention whose number begins with word `i`, and the index to go on from."""
    before = _before(tokens, i, lexicon)
    value = read_value(tokens, i, lexicon, bounded=before.bound is not None or before.about)
    if value is None:
        return _vague(tokens, i, lexicon)
    ranged = _range(tokens, i, value, lexicon)
    if ranged:
        before, value = _open(tokens, i, before, lexicon), ranged
    elif _counts_nothing(tokens, i, value, before, lexicon):
        return None, value.stop
    return _mention(tokens, i, value, before, lexicon), value.stop


def _vague(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[QuantityMention | None, int]:
    stop = read_vague(tokens, i, lexicon)
    if stop is None:
        return None, i + 1
    if is_calendar_or_measure(Value(0, 0, stop, False), tokens, lexicon):
        return None, stop
    before = _before(tokens, i, lexicon)
    start = tokens.starts[before.first if before.more else i]
    return QuantityMention(start, tokens.ends[stop - 1], None, more=before.more), stop


def _mention(tokens: Tokens, i: int, value: Value, before: _Before, lexicon: Lexicon) -> QuantityMention:
    if before.bound == "above" and _tells_where(tokens, i, value, lexicon):
        before = _Before(i, None, False, False, False)
    stop, bound = value.stop, before.bound
    behind = tokens.words[stop] if tokens.joined(stop) else ""
    end = tokens.ends[stop - 1]
    at_least = _at_least_behind(tokens, stop, lexicon)
    more = not at_least and behind in lexicon.more_behind and not _at_word(tokens, stop + 1, "than")
    if at_least is not None:
        bound, end = "at_least", at_least
    elif more:
        end = tokens.ends[stop]
    quantity = _bounded(value, bound, about=before.about)
    if quantity is None:
        before, quantity = _Before(i, None, False, False, False), Quantity(value.low, value.high)
    each = before.each or _each_behind(tokens, stop, lexicon)
    return QuantityMention(tokens.starts[before.first], end, quantity, each=each, more=more or before.more)


def _at_word(tokens: Tokens, i: int, word: str) -> bool:
    return tokens.joined(i) and tokens.words[i] == word


def _bounded(value: Value, bound: Bound | None, *, about: bool) -> Quantity | None:
    """The quantity; None where the bound makes no sense of the value ("fewer than 0")."""
    match bound:
        case "above":
            return Quantity.at_least(value.high + 1)
        case "at_least":
            return Quantity.at_least(value.low)
        case "at_most":
            return Quantity.at_most(value.high)
        case "below":
            return Quantity.at_most(value.low - 1) if value.low else None
        case _:
            return Quantity(value.low, value.high, approx=about)


def _at_least_behind(tokens: Tokens, stop: int, lexicon: Lexicon) -> int | None:
    """The end of "or more" or "+" behind the number."""
    end = tokens.ends[stop - 1]
    if tokens.text[end : end + 1] == "+":
        return end + 1
    for words in (2, 1):
        last = stop + words - 1
        if tokens.joined(stop) and last < len(tokens) and tokens.phrase(stop, last + 1) in lexicon.at_least_behind:
            return tokens.ends[last]
    return None


def _each_behind(tokens: Tokens, stop: int, lexicon: Lexicon) -> bool:
    """ "one each", "one drone each"."""
    for at in range(stop, stop + 3):
        if not tokens.joined(at):
            return False
        if tokens.words[at] in lexicon.each_behind:
            return True
    return False


def _before(tokens: Tokens, i: int, lexicon: Lexicon) -> _Before:
    """Walks back over bounds ("at least"), "another" and «по»."""
    first, bound, about, more = i, None, False, False
    for _ in range(_MAX_BEFORE):
        if not first or tokens.words[first - 1] not in lexicon.before:
            break
        for start in range(max(0, first - _MAX_BOUND), first):
            phrase = tokens.text[tokens.starts[start] : tokens.starts[first]].rstrip(" ")
            if phrase in lexicon.bounds or phrase in lexicon.more_before:
                break
        else:
            break
        kind = lexicon.bounds.get(phrase)
        more = more or kind is None
        about = about or kind == "about"
        bound = kind if kind and kind != "about" else bound
        first = start
    each = _is_each(tokens, i, first, lexicon)
    return _Before(first - 1 if each else first, bound, about, more, each)


def _is_each(tokens: Tokens, i: int, first: int, lexicon: Lexicon) -> bool:
    """Whether «по» deals the number out; «по двух регионах» does not."""
    if first == 0 or tokens.words[first - 1] != lexicon.each_before or not tokens.joined(first):
        return False
    word = tokens.words[i]
    if not word[0].isdigit():
        return word in lexicon.each_words
    return not any(tokens.joined(at) and tokens.words[at].endswith(lexicon.each_not_endings) for at in (i + 1, i + 2))


def _tells_where(tokens: Tokens, i: int, value: Value, lexicon: Lexicon) -> bool:
    """ "over three regions"."""
    behind = [tokens.words[at] for at in (value.stop, value.stop + 1) if tokens.joined(at)]
    return i > 0 and tokens.words[i - 1] in lexicon.where_phrases and any(word in lexicon.where for word in behind)


def _range(tokens: Tokens, i: int, value: Value, lexicon: Lexicon) -> Value | None:
    """Both ends of "from 5 to 7", "five or six", "5 - 7", where `value` is the first and neither is a date."""
    at = value.stop
    if value.low != value.high or not at < len(tokens):
        return None
    opened = i > 0 and tokens.joined(i) and tokens.words[i - 1] in lexicon.range_open
    word = tokens.words[at]
    if tokens.gap(at) == " - " and value.figures and word[0].isdigit() and tokens.ends[at - 1] not in tokens.breaks:
        second = at
    elif tokens.joined(at) and tokens.joined(at + 1) and word in (lexicon.range_join if opened else lexicon.range_bare):
        second = at + 1
    else:
        return None
    upper = read_value(tokens, second, lexicon)
    if upper is None or upper.low != upper.high or value.low >= upper.high:
        return None
    if is_calendar_or_measure(upper, tokens, lexicon):
        return None
    if is_year(value, tokens, i) or is_name(value, tokens, i, lexicon):
        return None
    return Value(value.low, upper.high, upper.stop, False)


def _open(tokens: Tokens, i: int, before: _Before, lexicon: Lexicon) -> _Before:
    opened = i > 0 and tokens.joined(i) and tokens.words[i - 1] in lexicon.range_open
    return before._replace(first=i - 1) if opened and before.first == i else before


def _counts_nothing(tokens: Tokens, i: int, value: Value, before: _Before, lexicon: Lexicon) -> bool:
    if is_year(value, tokens, i) and before.first == i:
        return True
    if is_name(value, tokens, before.first, lexicon) or is_name(value, tokens, i, lexicon):
        return True
    if is_rank(value, tokens, lexicon):
        return True
    return is_calendar_or_measure(value, tokens, lexicon) or _joins_excluded(tokens, value, lexicon)


def _joins_excluded(tokens: Tokens, value: Value, lexicon: Lexicon) -> bool:
    """Whether "and" or "to" ties it to a number that counts nothing: "5 and 6 May", «54, 61 та 63 бригади»."""
    at = value.stop
    if at < len(tokens) and tokens.gap(at) == ", ":
        other = read_value(tokens, at, lexicon) if value.figures else None
        return other is not None and (names_troops(other, tokens, lexicon) or _joins_excluded(tokens, other, lexicon))
    if not tokens.joined(at) or not tokens.joined(at + 1) or tokens.words[at] not in lexicon.exclusions.join:
        return False
    other = read_value(tokens, at + 1, lexicon)
    return other is not None and is_calendar_or_measure(other, tokens, lexicon)
