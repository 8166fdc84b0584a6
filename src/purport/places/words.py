"""Words of a text, and the small sets of words that tell what a name is."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from purport.places.tables import read

__all__ = ["Cues", "cues", "plain_latin", "script"]

_APOSTROPHES = re.compile("['’ʼ‘`´ʻ]")


@lru_cache(maxsize=50_000)
def plain_latin(name: str) -> str:
    """The form that Latin names are indexed by: lower case, no accents or apostrophes, hyphens as blanks."""
    text = _APOSTROPHES.sub("", name.lower().replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("đ", "d"))
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.replace("-", " ").split())


def script(word: str) -> str:
    """ "cyrillic" or "latin", by the first letter."""
    return "cyrillic" if word[:1] >= "\u0400" else "latin"


@dataclass(frozen=True, slots=True)
class Cues:
    """Sets of folded words, all languages together; see `data/cues.toml` for what each is."""

    region_heads: frozenset[str]
    district_heads: frozenset[str]
    direction_heads: frozenset[str]
    site_heads: frozenset[str]
    airfield_heads: frozenset[str]
    near: frozenset[str]
    moved: frozenset[str]
    settlement_nouns: frozenset[str]
    locatives: frozenset[str]
    compass: dict[str, str]
    hits: dict[str, str]
    titles: frozenset[str]
    streets: frozenset[str]
    addresses: frozenset[str]
    given_names: frozenset[str]
    named_things: frozenset[str]
    settlement_endings: frozenset[str]
    rivers: frozenset[str]
    stations: frozenset[str]
    waters: frozenset[str]
    stop: frozenset[str]
    lower: frozenset[str]
    small: frozenset[str]


@cache
def cues() -> Cues:
    """The package's own cues."""
    data = tomllib.loads(read("cues.toml"))
    compass, hits = (
        {word: name for language in data.pop(key).values() for word, name in language.items()}
        for key in ("compass", "hits")
    )
    sets = {key: frozenset(word for words in table.values() for word in words) for key, table in data.items()}
    return Cues(compass=compass, hits=hits, **sets)
