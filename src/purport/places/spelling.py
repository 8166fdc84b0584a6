"""Names across scripts and languages, and a key that the Latin spellings of one name share."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from purport.places.tables import rows

__all__ = ["latin_key", "romanise", "russian_variants", "transliterate", "ukrainian_variants"]

_PLAIN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "y", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
}  # fmt: skip
_UK = _PLAIN | {"є": "ie", "і": "i", "ї": "i", "щ": "shch", "ю": "iu", "я": "ia", "ь": "", "'": ""}
_UK_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = _PLAIN | {
    "г": "g",
    "ё": "yo",
    "и": "i",
    "й": "y",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
}
# Where a Russian "е" is heard, and written in English, as "ye".
_IOTATED = re.compile("(?<=[аеёиоуыэюяьъ])е")
_PARTS = re.compile(r"([ \-])")


def _spell(word: str, table: dict[str, str], first: dict[str, str]) -> str:
    """One word letter by letter; `first` has the letters that are written otherwise at its start."""
    letters = word.lower().replace("’", "'").replace("ʼ", "'")
    latin = "".join((first if i == 0 and c in first else table).get(c, c) for i, c in enumerate(letters))
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


def _uk_word(word: str) -> str:
    # "зг" is "zgh", so that it is not read as "ж"; at a word's start it is "Zgh" all the same
    first, *others = re.split("(?<=[Зз])г", word)
    return "gh".join([_spell(first, _UK, _UK_FIRST), *(_spell(p, _UK, {}) for p in others)])


def transliterate(name: str) -> str:
    """A Ukrainian name in Latin letters by the national table (Cabinet of Ministers, resolution 55 of 2010)."""
    return "".join(_uk_word(part) for part in _PARTS.split(name))


def romanise(name: str) -> str:
    """A Russian name in Latin letters, as English-language papers write it: "Морозовский" is "Morozovsky"."""
    heard = _IOTATED.sub("йе", name)
    return "".join(re.sub(r"(iy|yy)$", "y", _spell(part, _RU, {"е": "ye"})) for part in _PARTS.split(heard))


@cache
def _key_rules() -> tuple[tuple[str, str], ...]:
    return tuple((a, b if b != "-" else "") for a, b in rows("latin_key.tsv"))


@lru_cache(maxsize=20_000)
def latin_key(name: str) -> str:
    """What the usual Latin spellings of a Slavic name share ("Korotych", "Korotich"); "" for other scripts."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if ("a" <= c <= "z") or c in " -")
    for old, new in _key_rules():
        text = text.replace(old, new)
    text = re.sub(r"(.)\1+", r"\1", text.replace("-", " "))
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Rules:
    """How a name is spelt in the other language: words, endings (longest first) and letters, each with alternatives."""

    words: dict[str, tuple[str, ...]]
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    letters: dict[str, tuple[str, ...]]


@cache
def _rules(table: str) -> _Rules:
    kinds: dict[str, dict[str, tuple[str, ...]]] = {"word": {}, "ending": {}, "letter": {}}
    for kind, source, targets in rows(table):
        kinds[kind][source] = tuple("" if t == "-" else t for t in targets.split("|"))
    return _Rules(kinds["word"], tuple(sorted(kinds["ending"].items(), key=lambda e: -len(e[0]))), kinds["letter"])


def _respell(word: str, rules: _Rules) -> list[str]:
    """Spellings of one lower-case word in the other language, of at most a dozen stems."""
    if word in rules.words:
        return list(rules.words[word])
    stem = word
    tails: tuple[str, ...] = ("",)
    for ending, targets in rules.endings:
        if len(word) > len(ending) and word.endswith(ending):
            stem, tails = word[: -len(ending)], targets
            break
    pieces = [rules.letters.get(f"^{c}" if i == 0 else c, rules.letters.get(c, (c,))) for i, c in enumerate(stem)]
    return ["".join(p) + tail for p in islice(product(*pieces), 12) for tail in tails]


def _variants(name: str, table: str) -> set[str]:
    options = [_respell(word, _rules(table)) for word in name.lower().replace("’", "'").split()]
    return {" ".join(parts) for parts in islice(product(*options), 24)}


def russian_variants(name: str) -> set[str]:
    """Lower-case spellings of a Ukrainian name in Russian texts: "нова біла" gives "новая белая" among them."""
    return _variants(name, "uk_ru.tsv")


def ukrainian_variants(name: str) -> set[str]:
    """Lower-case spellings of a Russian name in Ukrainian texts: "мичуринск" gives "мічуринськ" among them."""
    return _variants(name, "ru_uk.tsv")
