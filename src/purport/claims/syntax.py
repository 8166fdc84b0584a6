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
_ENDING = r"\w+"


def pattern(template: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression of a template in which `<name>` stands for any word of that table.

    Raises `KeyError` where there is no such table.
    """
    return re.compile(_NAME.sub(lambda name: _any_of(name[1]), template), flags)


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
    entries = sorted(tables()[name], key=len, reverse=True)
    return f"(?:{'|'.join(map(_phrase, entries))})"


def _phrase(entry: str) -> str:
    first, *rest = entry.split(" ")
    return _word(first) + "".join(
        rf"(?: {_word(word[1:-1])})?" if word.startswith("(") else f" {_word(word)}" for word in rest
    )


def _word(word: str) -> str:
    return _ENDING.join(re.escape(part) for part in word.split("*"))
