"""What pymorphy3 knows of a Russian or Ukrainian word, in one form for both of its dictionaries."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pymorphy3

__all__ = ["CASES", "Reading", "lexeme", "readings"]

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_SECOND = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_UNUSUAL = frozenset({"Arch", "Erro", "Dist", "V-oy", "V-ey", "V-be", "V-bi", "V-sh", "voct", "impr", "Supr", "2per"})
_RARE = frozenset({"Name", "Surn", "Patr", "Geox", "Abbr", "Infr", "Slng", "Fixd", "Init"})
_GENDERS = ("masc", "femn", "neut")


class Reading(NamedTuple):
    """One reading of one form: its part of speech and grammemes, "s" or "p" where it has a number."""

    form: str
    lemma: str
    grammemes: frozenset[str]
    known: bool
    parse: Any

    @property
    def part(self) -> str:
        """NOUN, ADJF, PRTF, PRTS, INFN, VERB, GRND, Impe (Ukrainian -но, -то), or "" for all else."""
        if "Impe" in self.grammemes:
            return "Impe"
        if self.grammemes & {"infn", "INFN"} or ("VERB" in self.grammemes and self.form == self.lemma):
            return "INFN"
        return next((p for p in ("NOUN", "ADJF", "PRTF", "PRTS", "VERB", "GRND") if p in self.grammemes), "")

    @property
    def case(self) -> str | None:
        """The case, second cases as their first; None where the form has none.

        The Ukrainian dictionary leaves the case out of some nouns' own dictionary form.
        """
        found = (_SECOND.get(g, g) for g in self.grammemes)
        is_bare = "NOUN" in self.grammemes and self.form == self.lemma and "voct" not in self.grammemes
        return next((case for case in found if case in CASES), "nomn" if is_bare else None)

    @property
    def gender(self) -> str | None:
        """masc, femn, neut, or None (a plural, or a word of any gender)."""
        return next((g for g in _GENDERS if g in self.grammemes), None)

    @property
    def number(self) -> str:
        """ "s" or "p"; "" for words that never change."""
        if "Fixd" in self.grammemes:
            return ""
        return "p" if "plur" in self.grammemes else "s"

    @property
    def usual(self) -> tuple[bool, int]:
        """Sorts readings: known words first, then common nouns before names and abbreviations."""
        return not self.known, len(self.grammemes & _RARE)


@cache
def _analyzer(language: str) -> Any:
    return pymorphy3.MorphAnalyzer(lang=language)


def _reading(parse: Any, known: bool) -> Reading:
    return Reading(parse.word, parse.normal_form, frozenset(parse.tag.grammemes), known, parse)


@cache
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """All readings of a word, the likeliest first; empty for what no rule can read."""
    analyzer = _analyzer(language)
    known = analyzer.word_is_known(word.lower())
    found = [_reading(parse, known) for parse in analyzer.parse(word) if "UNKN" not in parse.tag]
    return tuple(sorted(found, key=lambda reading: reading.usual))


def lexeme(reading: Reading) -> Iterator[Reading]:
    """All forms of the word that people write today, addresses and commands left out."""
    unusual = _UNUSUAL - reading.grammemes
    forms = (_reading(parse, reading.known) for parse in reading.parse.lexeme)
    return (form for form in forms if not form.grammemes & unusual and not _is_bookish(form))


def _is_bookish(form: Reading) -> bool:
    """The Ukrainian locative in -ім, beside which reports write -ому alone."""
    return form.grammemes >= {"ADJF", "loct"} and form.number == "s" and form.form.endswith(("ім", "їм"))
