"""The syntax of terms: which of the inflectors a term is for."""

from wordforms import cyrillic, english, names

__all__ = ["expand"]

Forms = dict[str, set[str]]


def expand(term: str, language: str) -> Forms:
    """The forms of `term`, each with the numbers it may stand for: "s", "p" or "" (unknown, or not a thing counted).

    `=text` is frozen; `@Name Surname` is a person; in English `to shoot down` is a verb; all else is told by its words.
    """
    term = " ".join(term.split())
    if term.startswith("="):
        return {term[1:]: {""}}
    if term.startswith("@"):
        return {form: {"s"} for form in ([term[1:]] if language == "en" else names.inflect(term[1:], language))}
    return english.inflect(term) if language == "en" else cyrillic.inflect(term, language)
