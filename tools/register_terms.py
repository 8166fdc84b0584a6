"""The forms of the register's terms: `register/*.toml` as the lexicon's concepts `source`, `surname` and `role`."""

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from wordforms import expand

__all__ = ["LANGUAGES", "forms"]

LANGUAGES = ("en", "ru", "uk")

_SPELLINGS = Path(__file__).with_name("spellings.toml")
_TRANSLITERATED = frozenset({"BY", "RU", "UA"})

Row = tuple[str, str, str, str, set[str]]


def forms(folder: Path) -> Iterator[Row]:
    """(language, concept, label, form, numbers) of every source and role."""
    for path in sorted(folder.glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        for entry in tables.get("source", ()):
            yield from _source(entry)
        for role in tables.get("role", ()):
            for language, term in _terms(role):
                for form, numbers in expand(term, language).items():
                    yield language, "role", role["id"], form, numbers


def _terms(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((language, term) for language in LANGUAGES for term in table.get(language, ()))


def _source(entry: dict[str, Any]) -> Iterator[Row]:
    """A source's own forms, and the last word of a person's names."""
    for language, term in (*_terms(entry), *_respelled(entry)):
        for form, numbers in _as_named(expand(term, language)).items():
            yield language, "source", entry["name"], form, numbers
            if term.startswith("@") and language in entry.get("surname", LANGUAGES):
                yield language, "surname", entry["name"], form.rpartition(" ")[2], numbers


def _as_named(expanded: dict[str, set[str]]) -> dict[str, set[str]]:
    """The forms in the number that the source is named in: there are not several of it."""
    single = {form: numbers for form, numbers in expanded.items() if numbers != {"p"}}
    return single or expanded


def _respelled(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A person's English name with every spelling of the first name and of the surname."""
    if entry.get("side") not in _TRANSLITERATED:
        return
    names = [term[1:].split(" ") for term in entry["en"] if term.startswith("@")]
    pairs = [name for name in names if len(name) == 2]
    first = sorted({spelling for name in pairs for spelling in _first(name[0])})
    last = sorted({spelling for name in pairs for spelling in _last(name[1])})
    yield from (("en", f"@{' '.join(name)}") for name in product(first, last))


def _first(name: str) -> list[str]:
    return next((group for group in _spellings()["first"] if name in group), [name])


def _last(name: str) -> list[str]:
    """The surname with each spelling of the longest ending that has several."""
    found = [(ending, group) for group in _spellings()["endings"] for ending in group if name.endswith(ending)]
    if not found:
        return [name]
    ending, group = max(found, key=lambda pair: len(pair[0]))
    return [name.removesuffix(ending) + other for other in group]


@cache
def _spellings() -> dict[str, list[list[str]]]:
    table: dict[str, list[list[str]]] = tomllib.loads(_SPELLINGS.read_text(encoding="utf-8"))
    return table
