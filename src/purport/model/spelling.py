"""Ukrainian and Russian names in Latin letters."""

import re

__all__ = ["romanise", "transliterate"]

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
