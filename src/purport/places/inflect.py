"""Forms of names in Ukrainian and Russian, from tables of endings, for the index: nothing is inflected at run time."""

from functools import cache
from itertools import product

from purport.places.tables import rows

__all__ = ["adjective_forms", "decline"]

_CASES = 5
# The part of a compound such as "Ростов-на-Дону" that is declined stands before these.
_LINKS = ("-на-", "-над-", "-под-", "-під-", "-при-")


@cache
def _endings(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    table = {}
    for ending, *cases in rows(f"endings.{language}.tsv"):
        table[ending] = tuple(tuple("" if a == "0" else a for a in case.split("|")) for case in cases)
    return table


def _paradigm(word: str, language: str) -> tuple[tuple[str, ...], ...] | None:
    """The forms of one lower-case word, case by case; None where no ending of the table fits."""
    table = _endings(language)
    for size in range(min(5, len(word)), 0, -1):
        if cases := table.get(word[-size:]):
            stem = word[:-size]
            return tuple(tuple(stem + ending for ending in case) for case in cases)
    return None


def _compound(word: str, language: str) -> tuple[tuple[str, ...], ...] | None:
    """As `_paradigm`, with the undeclined part of a hyphenated word put back."""
    for link in _LINKS:
        head, found, tail = word.partition(link)
        if found:
            cases = _paradigm(head, language)
            return cases and tuple(tuple(f + link + tail for f in case) for case in cases)
    head, hyphen, tail = word.rpartition("-")
    cases = _paradigm(tail, language) if len(tail) > 2 else None
    if cases and tail.endswith(("ий", "ый")) and (heads := _paradigm(head, language)):
        # the noun before an adjective is declined with it: «у Куп'янську-Вузловому»
        both = (product((*h, head), t) for h, t in zip(heads, cases, strict=True))
        return tuple(tuple(f"{h}-{t}" for h, t in pairs) for pairs in both)
    return cases and tuple(tuple(head + hyphen + f for f in case) for case in cases)


def _attributive(word: str, language: str) -> tuple[tuple[str, ...], ...]:
    """More forms for a word of a name of several: Ukrainian short adjectives look like nouns ("Нові Санжари")."""
    if language != "uk" or len(word) < 3:
        return ()
    if word.endswith("а"):
        stem = word[:-1]
        return ((stem + "ої",), (stem + "ій",), (stem + "у",), (stem + "ою",), (stem + "ій",))
    if word.endswith("і"):
        stem = word[:-1]
        return ((stem + "их",), (stem + "им",), (word,), (stem + "ими",), (stem + "их",))
    return ()


def decline(name: str, language: str) -> set[str]:
    """All forms of a lower-case name, the name itself included; `language` is "uk" or "ru".

    The words of a name agree in case. A word whose ending is in no table is left as it is.
    """
    words = name.split()
    paradigms: list[list[tuple[str, ...]]] = []
    for word in words:
        cases = list(_compound(word, language) or [(word,)] * _CASES)
        if len(words) > 1 and (more := _attributive(word, language)):
            cases = [a + b for a, b in zip(cases, more, strict=True)]
        paradigms.append(cases)
    forms = {name}
    for case in range(_CASES):
        forms.update(" ".join(parts) for parts in product(*(cases[case] for cases in paradigms)))
    return forms


@cache
def _adjectives(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (ending, tuple(" ".join(genders).split()))
        for lang, ending, *genders in rows("adjectives.tsv")
        if lang == language
    )


def adjective_forms(masculine: str, language: str) -> set[str]:
    """All forms of a relational adjective ("курский"), lower case; just itself where its ending is unknown."""
    for ending, endings in _adjectives(language):
        if masculine.endswith(ending):
            stem = masculine[: -len(ending)]
            return {stem + e for e in endings}
    return {masculine}
