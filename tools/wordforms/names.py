"""Russian and Ukrainian names of people in all cases."""

import tomllib
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from wordforms.morphology import Reading, lexeme, readings

__all__ = ["inflect"]

# Nobody is reported "in" or "on" a person: the locative is left out.
CASES = ("nomn", "gent", "datv", "accs", "ablt")
_KINDS = frozenset({"Name", "Surn", "Patr"})


def inflect(name: str, language: str) -> set[str]:
    """All cases of a full name, its words agreeing; masculine or feminine by the first word that can only be one."""
    words = name.split(" ")
    gender = _gender(words, language)
    rows = [_cases(word, language, gender, last=i == len(words) - 1) for i, word in enumerate(words)]
    return {" ".join(row) for case in range(len(CASES)) for row in product(*(cells[case] for cells in rows))}


def _name_readings(word: str, language: str) -> list[Reading]:
    found = readings(word, language)
    return [r for r in found if r.grammemes & _KINDS and r.case == "nomn" and r.number != "p"]


def _gender(words: list[str], language: str) -> str:
    for word in words:
        genders = {r.gender for r in _name_readings(word, language) if r.known and r.gender}
        if len(genders) == 1:
            return genders.pop() or "masc"
    return "femn" if words[-1].endswith(("а", "я")) else "masc"


def _cases(word: str, language: str, gender: str, *, last: bool) -> list[set[str]]:
    """The word in each of its cases: by the table of surnames, else as the dictionary has it, else unchanged."""
    known = [r for r in _name_readings(word, language) if r.gender in {gender, None} and r.known]
    first = [r for r in known if "Surn" not in r.grammemes]
    if not last and first:
        return _from_dictionary(first[0], gender)
    fallback = _from_dictionary(known[0], gender) if known else [{word}] * len(CASES)
    return _from_table(word, language, gender) or fallback


def _from_dictionary(chosen: Reading, gender: str) -> list[set[str]]:
    cells: dict[str, set[str]] = {case: set() for case in CASES}
    for form in lexeme(chosen):
        if form.case in cells and form.number != "p" and form.gender in {gender, None}:
            cells[form.case].add(form.form)
    return [cells[case] or {chosen.form} for case in CASES]


def _from_table(word: str, language: str, gender: str) -> list[set[str]] | None:
    """The longest ending in the table that the word has; None where it has none of them."""
    rows: dict[str, Any] = _table()[language][gender]
    ending = max((e for e in rows if word.lower().endswith(e)), key=len, default=None)
    if ending is None:
        return None
    stem = word[: len(word) - len(ending)]
    return [{stem + form for form in cell.split("|")} for cell in rows[ending].split()]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "surnames.toml").read_text(encoding="utf-8"))
