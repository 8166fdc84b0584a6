"""Numbers that count nothing: dates, hours, ages, measures, money, names of troops and things."""

from purport.claims.numerals.lexicon import Lexicon
from purport.claims.numerals.tokens import Tokens
from purport.claims.numerals.values import Value

__all__ = ["is_calendar_or_measure", "is_name", "is_rank", "is_year", "names_troops"]

_UNIT_WORDS = 3


def is_year(value: Value, tokens: Tokens, i: int) -> bool:
    """Whether four bare figures can only be a year."""
    return value.figures and len(tokens.words[i]) in {4, 9} and 1940 <= value.low <= 2039 and value.low % 100 != 0


def is_calendar_or_measure(value: Value, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether what stands behind makes it a date, an hour, an age, a length, a weight, a share or money."""
    end, rules = tokens.ends[value.stop - 1], lexicon.exclusions
    behind = tokens.text[end : end + 5].lstrip(" ")
    if tokens.char_behind(value.stop) in rules.behind_chars or behind.startswith(rules.clock):
        return True
    stop = value.stop
    point = "." if tokens.words[stop - 1] in rules.abbreviations else ""
    if stop >= len(tokens) or tokens.gap(stop).strip(" -" + point):
        return False
    return tokens.words[stop] in rules.behind or names_troops(value, tokens, lexicon)


def names_troops(value: Value, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the figures name a unit of troops, which follows at once or a few adjectives on."""
    rules = lexicon.exclusions
    if not value.figures:
        return False
    for at in range(value.stop, min(value.stop + _UNIT_WORDS + 1, len(tokens))):
        word = tokens.words[at]
        if not tokens.joined(at):
            return False
        if word in rules.unit:
            return True
        if word not in rules.unit_words and not word.endswith(rules.unit_endings):
            return False
    return False


def is_name(value: Value, tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether what stands before makes it money, a name, a heading, part of a telephone number, or a pronoun.

    Beside Cyrillic words, figures behind a Latin one are the model's («гармата RCH 155»).
    """
    rules, before = lexicon.exclusions, tokens.words[i - 1] if i else ""
    if tokens.char_before(i) in rules.before_chars or _is_heading(tokens, i, value):
        return True
    if not i or tokens.gap(i).strip(" .№#") or tokens.ends[i - 1] in tokens.breaks:
        return False
    if before in rules.before or (before in rules.but and i > 1 and tokens.words[i - 2] in rules.but_all):
        return True
    if value.figures:
        latin = before.isascii() and before.isalpha()
        return tokens.joined(i) and (before.isdigit() or (latin and tokens.is_among_cyrillic(i)))
    return value.low == value.high == 1 and before in rules.one


def is_rank(value: Value, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether it counts nothing, but ranks: "one of its largest", "one of the deadliest"."""
    rules, stop = lexicon.exclusions, value.stop
    if not value.low == value.high == 1 or value.figures or stop + 2 >= len(tokens):
        return False
    of, whose, ranked = tokens.words[stop : stop + 3]
    return of in rules.rank_of and whose in rules.rank_among and (ranked.endswith("est") or ranked in rules.ranked)


def _is_heading(tokens: Tokens, i: int, value: Value) -> bool:
    """Whether a line begins with it and a point or bracket follows: "1. "."""
    start, end = tokens.starts[i], tokens.ends[i]
    at_line = start == 0 or start - 1 in tokens.breaks
    return value.figures and at_line and tokens.text[end : end + 2] in {". ", ") "}
