"""The forms of the register's terms: `register/*.toml` as the lexicon's concepts `source`, `surname` and `role`."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wordforms import expand

__all__ = ["LANGUAGES", "forms"]

LANGUAGES = ("en", "ru", "uk")

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
    for language, term in _terms(entry):
        for form, numbers in _as_named(expand(term, language)).items():
            yield language, "source", entry["name"], form, numbers
            if term.startswith("@") and entry.get("surname", True):
                yield language, "surname", entry["name"], form.rpartition(" ")[2], numbers


def _as_named(expanded: dict[str, set[str]]) -> dict[str, set[str]]:
    """The forms in the number that the source is named in: there are not several of it."""
    single = {form: numbers for form, numbers in expanded.items() if numbers != {"p"}}
    return single or expanded
