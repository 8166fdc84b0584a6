"""Whether words that some settlement is called by are meant as a place at all."""

import re

from purport.model import View
from purport.places.found import Open, Option
from purport.places.tokens import Token
from purport.places.words import cues, script

__all__ = ["cue_before", "in_list", "is_place", "starts_sentence"]

_SENTENCE_END = re.compile(r"(?:^|[.!?:…•●▪▫|>])[\s\"'()»*-]*$")
# Forms that are adjectives as often as names, and what then follows: the noun that they belong to.
_RELATIONAL = re.compile(r"(?:ськ|цьк|зьк|ск|цк)(?:ого|ому|ий|им|ій|ої|ою|у|а|і|их|ими|ие|ой|ая|ую|ом)$")
# Forms that a town in -ськ or -ск shares with its adjective, and how the noun ends that the adjective would belong to.
_SHARED = (
    (re.compile(r"[иі]м$"), re.compile(r"[оеє]м$")),
    (re.compile(r"(?:ськ|цьк|ск|цк)у$"), re.compile(r"(?<!ся)(?<!сь)[уюь]$")),
    (re.compile(r"(?:ськ|цьк)а$"), re.compile(r"(?:(?<!с)[яь]|а)$")),
    (re.compile(r"(?:ск|цк|н|в|л|р|т)ом$"), re.compile(r"[еиу]$")),
)
_ADJECTIVE = re.compile(r"(?:ого|ому|ої|ій|их|ими|ым|ыми|им|ой|ую|ая|ые|ие|ый|ий|[нвлрт]ом)$")
_ALIKE = re.compile(r"(?:[ое]го|[ое]му|[ыи]м|[ое]й|ої|ій|[ыи]х)$")
_NOUN_AFTER = re.compile(r" ([а-яіїєґ']{4,})")
_FUNCTION_AFTER = re.compile(
    r" (?:був|була|было|были|було|були|после|після|внаслідок|через|около|возле|біля|также|також|вчора|сьогодні|вчера|"
    r"сегодня|"
    r"област\w+|район\w*|громад\w+)\b"
)
_SURNAME = re.compile(r"(?:ов|ев|ин|ын|ко|чук|юк|ский|ський|ова|ева|ина|іна|ін|єв|їв|ів)$")
# The word before a name in quotation marks, or before a list of such names: «аеродромів "Саки" та "Кача"».
_QUOTED = re.compile(r"(?:([\w.-]+)\W? (?:\"[^\"]{2,24}\",? (?:та |і |й |и |and )?){0,4})?\"$")
_QUOTED_SPAN = 90
# A military unit by its number: the town behind it is where it is garrisoned, not where anything happened.
_UNIT = re.compile(r"(?:\bв/ч|\bвч|unit(?: no\.?)?) ?[a-zа-яії]?-?\d{4,5},? (?:м\. ?|г\. ?)?$")
_UNIT_SPAN = 24
_WORD_BEFORE = re.compile(r"([\w-]+)\W{1,2}$")
_HEADLINE = re.compile(r"\s*[,:(—–-]")
# Populations: of places that need no support where their country is at home; of those hardly ever anything else.
_KNOWN, _CITY, _BIG = 15_000, 50_000, 200_000
_SMALL = 3_000
_CUE_SPAN = 34


def cue_before(view: View, start: int) -> str:
    """What stands right before a name: "noun" (a village, town …), "near", "locative" or nothing."""
    known = cues()
    before = view.folded[max(0, start - _CUE_SPAN) : start].rstrip(" \"'(#")
    words = re.split(r"[\s,]+", before)[-4:]
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[-size:])
        bare = phrase.rstrip(".")
        if bare in known.settlement_nouns and (len(bare) > 2 or phrase.endswith(".")):
            return "noun"
        if phrase in known.near:
            return "near"
        if phrase in known.locatives:
            return "locative"
    return ""


def starts_sentence(view: View, start: int) -> bool:
    """Whether the word at `start` would be capitalised anyway."""
    return bool(_SENTENCE_END.search(view.plain[max(0, start - 8) : start])) or (start - 1) in view.breaks


def is_place(view: View, tokens: list[Token], at: int, size: int, mention: Open) -> bool:
    """Whether nothing around the words says that they are no place, and enough says that they are."""
    largest = max(_weight(o) for o in mention.options)
    runs_on = size == 1 and largest < _KNOWN and _runs_on(view, tokens, at, mention)
    if mention.cue == "noun" and not runs_on:
        return True
    if size == 1 and _ordinary(view, mention):
        return bool(mention.attached) and not mention.sentence_start
    word = view.plain[mention.start : mention.end]
    if word.isupper() and (len(word) <= 4 or largest < _KNOWN):
        return False
    if _is_thing(view, mention, largest) or _is_person(view, tokens, at, mention, largest):
        return False
    return not runs_on and (bool(mention.attached) or _supported(view, mention, largest))


def _weight(option: Option) -> int:
    """The population that a name is known for; that of a part of a city counts little."""
    return min(option.row.population, _SMALL) if option.row.kind == "district" else option.row.population


def _ordinary(view: View, mention: Open) -> bool:
    folded = view.folded[mention.start : mention.end]
    return folded in cues().stop or folded in cues().given_names


def _is_thing(view: View, mention: Open, largest: int) -> bool:
    """A street, a brigade, a plant in quotation marks: called after a place, but not that place."""
    after = re.match(r" ([\w-]+)", view.folded[mention.end : mention.end + 24])
    if after and after[1] in cues().streets:
        return True
    before = _WORD_BEFORE.search(view.folded[max(0, mention.start - _UNIT_SPAN) : mention.start])
    if before and before[1] in cues().addresses:
        return True
    if mention.form in cues().rivers and _is_water(view, mention):
        return True
    if _UNIT.search(view.folded[max(0, mention.start - _UNIT_SPAN) : mention.start]):
        return True
    return _is_title(view, mention) and largest < 10 * _BIG


def _is_title(view: View, mention: Open) -> bool:
    """Whether the name alone stands in quotation marks, as a plant's does (and an airfield's or station's)."""
    quoted = view.folded[max(0, mention.start - _QUOTED_SPAN) : mention.start]
    before = _QUOTED.search(quoted) if quoted.endswith('"') else None
    if not before:
        return False
    if view.folded[mention.end : mention.end + 1] != '"':
        return before[1] in cues().named_things
    return before[1] not in cues().airfield_heads | cues().stations


def _is_water(view: View, mention: Open) -> bool:
    before = re.search(r"([\w-]+)\.? $", view.folded[max(0, mention.start - 24) : mention.start])
    after = re.match(r" ([\w-]+)", view.folded[mention.end : mention.end + 16])
    return bool(before and before[1] in cues().waters) or bool(after and after[1] in cues().waters - {"the"})


def _is_person(view: View, tokens: list[Token], at: int, mention: Open, largest: int) -> bool:
    before = tokens[at - 1] if at else None
    if before is None or mention.start - before.end != 1 or view.plain[before.end] != " ":
        return False
    word = view.folded[before.start : before.end]
    if word in cues().given_names:
        return largest < _BIG
    if word in cues().titles:
        return largest < _CITY or script(mention.form) == "latin"
    surname = script(mention.form) == "cyrillic" and _SURNAME.search(mention.form)
    return bool(surname) and before.capital and not mention.cue and largest < _CITY


def _runs_on(view: View, tokens: list[Token], at: int, mention: Open) -> bool:
    """Whether the name is just the first or last word of a longer one that the index does not know ("Nova Poshta")."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        after
        and after.capital
        and after.start - mention.end == 1
        and view.plain[mention.end] == " "
        and mention.end not in view.breaks
    ):
        return not mention.attached
    before = tokens[at - 1] if at else None
    if (
        before is None
        or script(mention.form) == "latin"
        or mention.start - before.end != 1
        or view.plain[before.end] != " "
    ):
        return False
    return before.capital and not before.word.isupper() and not starts_sentence(view, before.start)


def _supported(view: View, mention: Open, largest: int) -> bool:
    """Whether a small or odd name has something beside it that makes it a place."""
    cyrillic = script(mention.form) == "cyrillic"
    if cyrillic and _modifies(view, mention, largest):
        return False
    if mention.cue or largest >= _KNOWN:
        return True
    if mention.sentence_start:
        return largest >= _SMALL and bool(_HEADLINE.match(view.plain, mention.end))
    if largest >= _SMALL or in_list(view, mention.start):
        return True
    return not cyrillic and mention.form.endswith(tuple(cues().settlement_endings))


def _modifies(view: View, mention: Open, largest: int) -> bool:
    """Whether the form is rather an adjective with its noun behind it ("Головного управління")."""
    if largest >= 2 * _CITY or (not _ADJECTIVE.search(mention.form) and not _RELATIONAL.search(mention.form)):
        return False
    after = view.folded[mention.end : mention.end + 24]
    noun = _NOUN_AFTER.match(after)
    if not noun or _FUNCTION_AFTER.match(after):
        return False
    if shared := next((ending for form, ending in _SHARED if form.search(mention.form)), None):
        return bool(shared.search(noun[1]))
    if largest < _KNOWN or _RELATIONAL.search(mention.form):
        return True
    return bool(_ALIKE.search(noun[1])) or (mention.sentence_start and not mention.cue)


def in_list(view: View, start: int) -> bool:
    """Whether the name continues a list: a comma or "and" stands before it."""
    return bool(re.search(r"(?:,|\b(?:and|та|и|і|й))\s*$", view.folded[max(0, start - 6) : start]))
