"""Names across scripts: Ukrainian to Latin letters, Ukrainian to Russian, and a key that spellings of one name share."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import product

from purport.places.tables import rows

__all__ = ["latin_key", "romanise", "russian_variants", "transliterate"]

_PLAIN = dict(zip("абвгґдежзийклмнопрстуфхцчш", "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh".split(), strict=True))
_UK = _PLAIN | {"е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "щ": "shch", "ю": "iu", "я": "ia", "ь": "", "'": ""}
_UK_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RU = {
    **_PLAIN, "г": "g", "е": "e", "ё": "yo", "и": "i", "й": "y", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}


def _spell(word: str, table: dict[str, str], first: dict[str, str]) -> str:
    lowered = word.lower().replace("’", "'").replace("ʼ", "'")
    out = [first.get(c, table.get(c, c)) if i == 0 else table.get(c, c) for i, c in enumerate(lowered)]
    return "".join(out).replace("zgh", "zgh")


def _capitalised(latin: str, original: str) -> str:
    return latin[:1].upper() + latin[1:] if original[:1].isupper() else latin


def transliterate(name: str) -> str:
    """A Ukrainian name in Latin letters by the national table (Cabinet of Ministers, resolution 55 of 2010)."""
    parts = re.split(r"([ \-])", name)
    return "".join(_capitalised(_spell(p.replace("зг", "згh").replace("Зг", "Згh").replace("згhh", "згh"), _UK, _UK_FIRST).replace("zhh", "zgh"), p)
                   for p in parts)


def romanise(name: str) -> str:
    """A Russian name in Latin letters, as English-language papers write it: "Морозовский" is "Morozovsky"."""
    parts = re.split(r"([ \-])", name)
    return "".join(_capitalised(re.sub(r"(iy|yy)$", "y", _spell(p, _RU, {"е": "ye"})), p) for p in parts)


@cache
def _key_rules() -> tuple[tuple[str, str], ...]:
    return tuple((a, b if b != "-" else "") for a, b in rows("latin_key.tsv"))


@lru_cache(maxsize=20_000)
def latin_key(name: str) -> str:
    """What the usual Latin spellings of one Slavic name have in common: Korotych, Korotich; Kharkiv, Kharkov; "" for other scripts."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if ("a" <= c <= "z") or c in " -")
    for old, new in _key_rules():
        text = text.replace(old, new)
    text = re.sub(r"(.)\1+", r"\1", text.replace("-", " "))
    return " ".join(text.split())


@cache
def _russian_rules() -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, tuple[str, ...]], ...], dict[str, tuple[str, ...]]]:
    words: dict[str, tuple[str, ...]] = {}
    endings: list[tuple[str, tuple[str, ...]]] = []
    letters: dict[str, tuple[str, ...]] = {}
    for kind, source, targets in rows("uk_ru.tsv"):
        alternatives = tuple("" if t == "-" else t for t in targets.split("|"))
        if kind == "word":
            words[source] = alternatives
        elif kind == "ending":
            endings.append((source, alternatives))
        else:
            letters[source] = alternatives
    endings.sort(key=lambda e: -len(e[0]))
    return words, tuple(endings), letters


def _russian_word(word: str, *, limit: int = 12) -> list[str]:
    words, endings, letters = _russian_rules()
    if word in words:
        return list(words[word])
    stem, tails = word, ("",)
    for ending, targets in endings:
        if len(word) > len(ending) and word.endswith(ending):
            stem, tails = word[: -len(ending)], targets
            break
    pieces = [letters.get(c, (c,)) for c in stem]
    pieces[:1] = [("и",) if stem[:1] == "і" else p for p in pieces[:1]]
    many = ["".join(p) for _, p in zip(range(limit), product(*pieces), strict=False)]
    return [m + t for m in many for t in tails]


def russian_variants(name: str) -> set[str]:
    """Lower-case spellings that a Ukrainian name may have in Russian texts: "новоселівка перша" gives "новоселовка первая" among them."""
    options = [_russian_word(w) for w in name.lower().replace("’", "'").split()]
    return {" ".join(parts) for _, parts in zip(range(24), product(*options), strict=False)}
