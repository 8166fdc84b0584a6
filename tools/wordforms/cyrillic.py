"""Russian and Ukrainian: noun phrases in all cases and numbers, adjectives, verbs with their participles."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import NamedTuple

from wordforms.morphology import CASES, Reading, lexeme, readings

__all__ = ["inflect"]

Forms = dict[str, set[str]]
_CYRILLIC = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
_SPOKEN = re.compile(r"(?=...)[а-яёіїєґ]*[аеёиоуыэюяіїє][а-яёіїєґ]*[бвгґджзйклмнпрстфхцчшщ]", re.IGNORECASE)
_ENDINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "ru": {"s": ("", "а", "у", "ом", "е"), "p": ("ы", "ов", "ам", "ами", "ах")},
    "uk": {"s": ("", "а", "у", "ом", "ові", "і"), "p": ("и", "ів", "ам", "ами", "ах")},
}
_QUOTES = "\"'«»“”„"


class Word(NamedTuple):
    """A noun or adjective: its forms by number and case, its gender where it has one."""

    cells: dict[tuple[str, str], set[str]]
    gender: str | None
    plural: bool = False


def inflect(term: str, language: str) -> Forms:
    """All forms of a noun phrase, a lone adjective or participle, or a verb phrase, with their numbers."""
    words = term.split(" ")
    verb = next((i for i, word in enumerate(words) if _is_verb(word, language)), None)
    head = _head(words, language)
    if verb is not None and verb <= head and not _is_modifier(words[0], language):
        return _around(words, verb, verb, _verb(words[verb], language))
    if head == 0 and not _noun_readings(words[0], language) and _is_modifier(words[0], language):
        return _around(words, 0, 0, _adjective(words[0], language))
    first = next((i for i, word in enumerate(words) if _CYRILLIC.search(word)), head)
    return _around(words, min(first, head), head, _phrase(words[min(first, head) : head + 1], language))


def _around(words: list[str], first: int, last: int, forms: Forms) -> Forms:
    """The forms with the frozen words before and behind them."""
    before, behind = words[:first], words[last + 1 :]
    return {" ".join([*before, form, *behind]): numbers for form, numbers in forms.items()}


def _head(words: list[str], language: str) -> int:
    """The index of the noun that the words before it agree with."""
    last = len(words) - 1
    for i, word in enumerate(words):
        if i == last or not (_is_modifier(word, language) or not _CYRILLIC.search(word)):
            return i
        if not _may_follow(words[i + 1], language):
            return i
    return last


def _may_follow(word: str, language: str) -> bool:
    """Whether an adjective may stand before the word and agree with it."""
    return bool(_noun_readings(word, language)) or _is_modifier(word, language) or _is_frozen(word, language)


# --- words -----------------------------------------------------------------------------------------------------------


def _noun_readings(word: str, language: str) -> list[Reading]:
    found = [r for r in readings(word.strip(_QUOTES), language) if r.part == "NOUN" and r.case == "nomn"]
    return sorted(found, key=lambda r: (r.usual, r.form != r.lemma))


def _adjective_readings(word: str, language: str) -> list[Reading]:
    return [r for r in readings(word.strip(_QUOTES), language) if r.part in {"ADJF", "PRTF"} and r.case == "nomn"]


def _is_modifier(word: str, language: str) -> bool:
    return bool(_adjective_readings(word, language)) and not _is_abbreviation(word)


def _is_frozen(word: str, language: str) -> bool:
    return _is_abbreviation(word) or not readings(word.strip(_QUOTES), language)


def _is_abbreviation(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1 or not _CYRILLIC.search(word)


def _is_verb(word: str, language: str) -> bool:
    """An infinitive, unless the word is as likely the dictionary form of a noun."""
    found = readings(word, language)
    infinitive = max((r.parse.score for r in found if r.part == "INFN"), default=0.0)
    noun = max((r.parse.score for r in _noun_readings(word, language) if r.form == r.lemma), default=0.0)
    return infinitive > noun


@cache
def _noun(word: str, language: str) -> Word:
    """A noun with its quotation marks and hyphenated parts; an abbreviation or unknown word never changes."""
    bare = word.strip(_QUOTES)
    if "-" in bare and not any(r.known for r in _noun_readings(bare, language)):
        return _wrap(word, bare, _compound(bare, language))
    found = [] if _is_abbreviation(bare) else _noun_readings(bare, language)
    if not found:
        return Word({(n, case): {word} for n in "sp" for case in CASES}, None)
    chosen = found[0]
    cells: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form in lexeme(chosen):
        if form.part == "NOUN" and form.case and (chosen.number != "p" or form.number == "p"):
            for number in form.number or "sp":
                cells[number, form.case].add(form.form)
    return _wrap(word, bare, Word(cells, chosen.gender, chosen.number == "p"))


def _wrap(word: str, bare: str, inflected: Word) -> Word:
    if word == bare:
        return inflected
    cells = {key: {word.replace(bare, form) for form in forms} for key, forms in inflected.cells.items()}
    return inflected._replace(cells=cells)


def _compound(word: str, language: str) -> Word:
    """A hyphenated word: every part that is a noun in the nominative changes with the others ("дрон-розвідник")."""
    parts = [_noun(part, language) for part in word.split("-")]
    nouns = [part for part in parts if part.gender]
    cells = {
        cell: {"-".join(forms) for forms in product(*(part.cells.get(cell, set()) for part in parts))}
        for cell in product("sp", CASES)
    }
    return Word(cells, nouns[0].gender if nouns else None)


def _modifier(word: str, language: str, gender: str | None, plural: bool) -> Word:
    """An adjective before a noun, in the noun's gender (its own where the noun shows none)."""
    found = _adjective_readings(word, language)
    agreeing = [r for r in found if (r.number == "p") == plural and (plural or gender in {None, r.gender})]
    if not agreeing:
        return Word({(n, case): {word} for n in "sp" for case in CASES}, gender)
    chosen = agreeing[0]
    cells: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form in _same_adjective(chosen):
        if form.case and (form.number == "p" or form.gender == chosen.gender):
            cells[form.number, form.case].add(form.form)
    return Word(cells, chosen.gender)


def _same_adjective(chosen: Reading) -> Iterable[Reading]:
    """The forms of an adjective, or of the one participle of its verb that is meant."""
    kind = chosen.grammemes & {"ADJF", "PRTF", "pssv", "actv", "past", "pres"}
    return (form for form in lexeme(chosen) if form.grammemes >= kind)


# --- phrases ---------------------------------------------------------------------------------------------------------


def _phrase(words: list[str], language: str) -> Forms:
    head = _noun(words[-1], language)
    modifiers = [_modifier(word, language, head.gender, head.plural) for word in words[:-1]]
    forms: Forms = defaultdict(set)
    for (number, case), heads in head.cells.items():
        for noun in heads:
            cell = (number, _agreeing_case(noun, head, number, case))
            rows = [modifier.cells.get(cell, set()) for modifier in modifiers]
            for row in product(*rows):
                forms[" ".join([*row, noun])].add(number)
    for row in _after_two(modifiers, head, language):
        forms[" ".join(row)].add("p")
    if _is_abbreviation(words[-1]) and not modifiers:
        forms.update(_declined_abbreviation(words[-1], language))
    return forms


def _after_two(modifiers: list[Word], head: Word, language: str) -> Iterable[tuple[str, ...]]:
    """What stands behind two, three and four: "два крылатых снаряда", "дві крилатих ракети"."""
    if not modifiers or head.plural:
        return ()
    nouns = head.cells.get(("s", "gent") if language == "ru" else ("p", "nomn"), set())
    return product(*(modifier.cells.get(("p", "gent"), set()) for modifier in modifiers), nouns)


def _agreeing_case(noun: str, head: Word, number: str, case: str) -> str:
    """The accusative of an adjective is its genitive where the noun's is (the living), else its nominative."""
    if case != "accs" or (number == "s" and head.gender == "femn"):
        return case
    return next((like for like in ("nomn", "gent") if noun in head.cells.get((number, like), set())), case)


def _declined_abbreviation(word: str, language: str) -> Forms:
    """КАБ, КАБи, КАБами: an abbreviation that can be spoken as a word takes the endings of one."""
    if not _SPOKEN.fullmatch(word):
        return {}
    return {word + ending: {number} for number, endings in _ENDINGS[language].items() for ending in endings}


def _adjective(word: str, language: str) -> Forms:
    """A lone adjective in all genders; the number of a participle is that of the things it is said of."""
    chosen = _adjective_readings(word, language)[0]
    participle = bool(chosen.grammemes & {"PRTF", "pssv"})
    forms: Forms = defaultdict(set)
    for form in _same_adjective(chosen):
        forms[word.replace(word.strip(_QUOTES), form.form)].add(form.number if participle else "")
    if participle:
        for short, numbers in _short_forms(chosen, language).items():
            forms[short] |= numbers
    return forms


def _short_forms(participle: Reading, language: str) -> Forms:
    if language == "uk":
        return {participle.form[:-2] + "о": {""}} if participle.form.endswith(("ний", "тий")) else {}
    return {form.form: _verb_number(form) for form in lexeme(participle) if form.part == "PRTS"}


# --- verbs -----------------------------------------------------------------------------------------------------------


def _verb(word: str, language: str) -> Forms:
    """Finite forms, gerunds, participles in all their forms; commands are left out."""
    chosen = next(r for r in readings(word, language) if r.part == "INFN")
    forms: Forms = defaultdict(set)
    for form in lexeme(chosen):
        forms[form.form] |= _verb_number(form)
    if language == "uk":
        if "impf" in chosen.grammemes:
            _settle_spoken(forms)
        _complete_ukrainian(word, forms, imperfective="impf" in chosen.grammemes)
    return forms


def _settle_spoken(forms: Forms) -> None:
    """«Гатить» is what somebody does, and only in speech an infinitive: so it has the number of what is done.

    «Влучить» is what somebody will do, which rules that look at verbs without a number tell from deeds.
    """
    for form, numbers in forms.items():
        if form.endswith("ть") and len(numbers) > 1:
            numbers.discard("")


def _verb_number(form: Reading) -> set[str]:
    """Neuter forms and those without a number say nothing of how many ("збито 5", "повреждено 10 домов")."""
    if "plur" in form.grammemes:
        return {"p"}
    single = form.part in {"PRTS", "PRTF", "VERB"} and ("neut" not in form.grammemes or form.part == "PRTF")
    return {"s"} if single else {""}


def _complete_ukrainian(word: str, forms: Forms, *, imperfective: bool) -> None:
    """Gerunds and participles, which the Ukrainian dictionary keeps as words of their own."""
    for form in list(forms):
        if form.endswith("в"):
            forms[form + "ши"].add("")
        if imperfective and form != word and form.endswith(("уть", "ють", "ать", "ять")) and not form.endswith("муть"):
            forms[form[:-2] + "чи"].add("")
        if form.endswith(("но", "то")) and readings(participle := form[:-1] + "ий", "uk"):
            for inflected, numbers in _adjective(participle, "uk").items():
                forms[inflected] |= numbers
