"""Names across languages, and a key that the Latin spellings of one name share."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from purport.places.tables import rows

__all__ = ["arabic_spellings", "latin_key", "russian_variants", "ukrainian_variants"]


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


_ARTICLE = re.compile(r"(?:al|el|a[dnrstz]|e[dnrstz]|ash|esh|adh|ath|at) (?=\w{4})")
# How the same Arabic letters are written elsewhere: of a word's beginning, and of its end.
_BEGUN = {"bayt": ("beit",), "dayr": ("deir",), "kafr": ("kfar",), "ayn": ("ain",), "tall": ("tel", "tal")}
_ENDED = (("iyyah", ("iya", "iyya", "iyah")), ("iyah", ("iya", "iyya", "iyyah")), ("ah", ("a", "eh")))


def arabic_spellings(name: str) -> set[str]:
    """Other Latin spellings of an Arabic name in lower case: another article or none, another end ("kabkabiya")."""
    bare = _ARTICLE.sub("", name)
    words = [(word, *_BEGUN.get(word, ()), *_other_ends(word)) for word in bare.split()]
    spelt = {" ".join(chosen) for chosen in islice(product(*words), 12)}
    articles = ("", "al ", "el ") if bare != name else ("",)
    return {article + each for each in spelt for article in articles} - {name}


def _other_ends(word: str) -> tuple[str, ...]:
    tail, others = next(((t, o) for t, o in _ENDED if word.endswith(t) and len(word) > len(t) + 2), ("", ()))
    return tuple(word.removesuffix(tail) + other for other in others)
