"""What the finder of quantities knows of words: `lexicon/numerals.toml`, made ready for look-up."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

from msgspec import Struct

__all__ = ["Bound", "Exclusions", "Lexicon", "load"]

Bound = Literal["above", "at_least", "at_most", "below", "about"]
_BOUNDS: tuple[Bound, ...] = ("above", "at_least", "at_most", "below", "about")


class Exclusions(Struct, frozen=True):
    """What makes a number a name, a date, an age or a measure, and no count."""

    before: frozenset[str]
    behind: frozenset[str]
    unit: frozenset[str]
    unit_words: frozenset[str]
    unit_endings: tuple[str, ...]
    but: frozenset[str]
    but_all: frozenset[str]
    one: frozenset[str]
    rank_of: frozenset[str]
    rank_among: frozenset[str]
    ranked: frozenset[str]
    before_chars: frozenset[str]
    behind_chars: frozenset[str]
    clock: tuple[str, ...]
    abbreviations: frozenset[str]
    join: frozenset[str]


class Lexicon(Struct, frozen=True):
    """Number words by value and the phrases around them; phrases are keyed by their words joined by one blank.

    `starts` are the words that a number or a vague phrase begins with, `before` those that end a phrase before one.
    """

    cardinal: dict[str, int]
    multiplier: dict[str, int]
    behind: dict[str, int]
    tenths: dict[str, int]
    vague: frozenset[str]
    bounds: dict[str, Bound]
    at_least_behind: frozenset[str]
    where: frozenset[str]
    where_phrases: frozenset[str]
    range_open: frozenset[str]
    range_join: frozenset[str]
    range_bare: frozenset[str]
    more_before: frozenset[str]
    more_behind: frozenset[str]
    each_before: str
    each_words: frozenset[str]
    each_not_endings: tuple[str, ...]
    each_behind: frozenset[str]
    articles: frozenset[str]
    article_join: str
    suffixes: frozenset[str]
    starts: frozenset[str]
    before: frozenset[str]
    exclusions: Exclusions


@cache
def load() -> Lexicon:
    """The shipped lexicon, read once."""
    path = resources.files("purport.claims") / "lexicon" / "numerals.toml"
    return _lexicon(tomllib.loads(path.read_text(encoding="utf-8")))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _values(table: dict[str, Any]) -> dict[str, int]:
    return {word: int(value) for value, words in table.items() if isinstance(words, str) for word in words.split()}


def _exclusions(data: dict[str, Any]) -> Exclusions:
    return Exclusions(
        before=_words(data["before"]),
        behind=_words(data["behind"]),
        unit=_words(data["unit"]),
        unit_words=_words(data["unit_words"]),
        unit_endings=tuple(data["unit_endings"].split()),
        but=_words(data["but"]),
        but_all=_words(data["but_all"]),
        one=_words(data["one"]),
        rank_of=_words(data["rank_of"]),
        rank_among=_words(data["rank_among"]),
        ranked=_words(data["ranked"]),
        before_chars=frozenset(data["before_chars"]),
        behind_chars=frozenset(data["behind_chars"]),
        clock=tuple(data["clock"]),
        abbreviations=_words(data["abbreviations"]),
        join=_words(data["join"]),
    )


def _lexicon(data: dict[str, Any]) -> Lexicon:
    cardinal, multiplier, tenths = _values(data["cardinal"]), _values(data["multiplier"]), _values(data["tenths"])
    behind = _values(data["multiplier"]["behind"])
    vague, articles = frozenset(data["vague"]["phrases"]), _words(data["article"]["words"])
    bounds = {phrase: bound for bound in _BOUNDS for phrase in data["bound"][bound]}
    return Lexicon(
        cardinal=cardinal,
        multiplier=multiplier,
        behind=behind,
        tenths=tenths,
        vague=vague,
        bounds=bounds,
        at_least_behind=frozenset(data["bound"]["at_least_behind"]),
        where=_words(data["bound"]["where"]),
        where_phrases=frozenset(data["bound"]["where_phrases"]),
        range_open=_words(data["range"]["open"]),
        range_join=_words(data["range"]["join"]),
        range_bare=_words(data["range"]["bare"]),
        more_before=frozenset(data["more"]["before"]),
        more_behind=_words(data["more"]["behind"]),
        each_before=data["each"]["before"],
        each_words=_words(data["each"]["words"]),
        each_not_endings=tuple(data["each"]["not_endings"].split()),
        each_behind=_words(data["each"]["behind"]),
        articles=articles,
        article_join=data["article"]["join"],
        suffixes=_words(data["suffix"]["words"]),
        starts=frozenset({*cardinal, *multiplier, *behind, *tenths, *articles, *(p.split()[0] for p in vague)}),
        before=frozenset(phrase.split()[-1] for phrase in (*bounds, *data["more"]["before"])),
        exclusions=_exclusions(data["exclude"]),
    )
