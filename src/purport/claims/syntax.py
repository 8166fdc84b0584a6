"""The small words of three languages in the patterns of rules: `lexicon/syntax.toml`, compiled where they are named.

The data hold the words, the code holds what stands around them: `pattern(r"\b<and>\b|,")` is a comma or any word of the
table `and`.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["pattern", "tables"]

_NAME = re.compile(r"<(\w+)>")
_WHOLE_WORD = re.compile(r"\\b(?:(<\w+>)|(\((?:\?:)?)(<\w+>(?:\|<\w+>)*)\))(?![?*+{])")
_ENDING = r"\w+"


def pattern(template: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression of a template in which `<name>` stands for any word of that table.

    Raises `KeyError` where there is no such table.
    """
    opening = _WHOLE_WORD.match(template)
    begun = _opened(opening) if opening else ""
    rest = template[opening.end() :] if opening and begun else template
    return re.compile(begun + _NAME.sub(lambda name: _any_of(name[1]), rest), flags)


@cache
def tables() -> dict[str, tuple[str, ...]]:
    """The words of each table, those of all languages together, each once."""
    text = (files("purport.claims") / "lexicon" / "syntax.toml").read_text(encoding="utf-8")
    return {
        name: tuple(dict.fromkeys(word for words in languages.values() for word in words))
        for name, languages in tomllib.loads(text).items()
    }


@cache
def _any_of(name: str) -> str:
    """The words of a table as alternatives, longer ones first, so that none hides what it begins."""
    return f"(?:{'|'.join(map(_phrase, _longest_first(name)))})"


def _opened(opening: re.Match[str]) -> str:
    """The template's first words, sooner found; nothing where one of them does not begin with a letter.

    What a pattern begins with is looked for fastest where it is a set of letters: so that no letter stands before the
    first one is asked behind it, and the words that begin with it stand together.
    """
    words: dict[str, list[str]] = {}
    for name in _NAME.findall(opening[1] or opening[3]):
        for phrase in map(_phrase, _longest_first(name)):
            words.setdefault(phrase[0], []).append(phrase[1:])
    branches = (rf"{letter}(?<!\w{letter})(?:{'|'.join(rests)})" for letter, rests in words.items())
    return f"{opening[2] or '(?:'}{'|'.join(branches)})" if "".join(words).isalpha() else ""


def _longest_first(name: str) -> list[str]:
    return sorted(tables()[name], key=len, reverse=True)


def _phrase(entry: str) -> str:
    first, *rest = entry.split(" ")
    return _word(first) + "".join(
        rf"(?: {_word(word[1:-1])})?" if word.startswith("(") else f" {_word(word)}" for word in rest
    )


def _word(word: str) -> str:
    return _ENDING.join(re.escape(part) for part in word.split("*"))
