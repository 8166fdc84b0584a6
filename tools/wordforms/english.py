"""English: plurals of noun phrases, finite and non-finite forms of verbs, hyphens that may be blanks."""

import re
import tomllib
from functools import cache
from pathlib import Path

import lemminflect

__all__ = ["inflect"]

_INVARIANT = frozenset(tomllib.loads((Path(__file__).parent / "plurals.toml").read_text(encoding="utf-8"))["invariant"])
_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")
_TAIL = re.compile(r"^(.+?)((?: (?:of|for|in|on|at|with|from|to|under|over|by)\b.*)?)$")


def inflect(term: str) -> dict[str, set[str]]:
    """All forms of a verb ("to shoot down") or of a noun phrase, with their numbers."""
    forms = _verb(term[3:]) if term.startswith("to ") else _noun(term)
    return forms | {_HYPHEN.sub(" ", form): numbers for form, numbers in forms.items()}


def _verb(phrase: str) -> dict[str, set[str]]:
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    known = lemminflect.getAllInflections(verb, upos="VERB") or lemminflect.getAllInflectionsOOV(verb, upos="VERB")
    return {form + tail: {""} for forms in known.values() for form in (verb, *forms)}


def _noun(phrase: str) -> dict[str, set[str]]:
    match = _TAIL.match(phrase)
    head, tail = match.groups() if match else (phrase, "")
    before, blank, last = head.rpartition(" ")
    return {before + blank + form + tail: set(numbers) for form, numbers in _numbers(last).items()}


@cache
def _numbers(word: str) -> dict[str, str]:
    """The word in both numbers; a word that is a plural already stays one."""
    before, hyphen, last = word.rpartition("-")
    if last.lower() in _INVARIANT:
        return {word: ""}
    if not last.isalpha() or last.isupper() or not last.islower():
        return {word: "s", f"{word}s": "p"}
    if last not in (lemmas := lemminflect.getAllLemmas(last, upos="NOUN").get("NOUN", (last,))) and lemmas:
        return {word: "p"}
    known = lemminflect.getInflection(last, tag="NNS") or (f"{last}s",)
    plural = next((form for form in known if form != last), f"{last}s")
    return {word: "s", before + hyphen + plural: "p"}
