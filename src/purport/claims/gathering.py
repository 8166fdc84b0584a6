"""From a text to its marks: what every finder finds, and which of it gives way where words could be several things."""

import re

from msgspec import structs

from purport.claims.actors import without_actors
from purport.claims.ambulances import taken_to_hospital
from purport.claims.marks import Mark, Marks
from purport.claims.matcher import Hit
from purport.claims.numerals import QuantityMention, find_quantities
from purport.claims.outcomes import unknown_outcomes
from purport.claims.overlaps import settle
from purport.claims.slang import harm_figures
from purport.claims.syntax import pattern
from purport.claims.wares import by_their_wares
from purport.model import Hints, PlaceFinder, PlaceMention, TimeFinder, View

__all__ = ["gather"]

_TYPES = {
    "triggers": "trigger",
    "weapons": "weapon",
    "objects": "object",
    "people": "people",
    "cues": "cue",
    "positions": "cue",
    "sides": "side",
    "source": "source",
    "surname": "surname",
    "role": "role",
}
_ABBREVIATIONS = frozenset({"sides", "source"})  # concepts among whose words are abbreviations
_ABBREVIATED = 3  # letters of an abbreviation that could be a word
_ANY_DAY = "2000-01-03"  # stands for the day of publication that is not known: what it gives is thrown away
_FIRE = "damage:on_fire"
_FIRES = pattern(r"<fires>")
_TAKES_UP = pattern(r"<takes_up> \w+<doing_ending>\b")
_BARE_FIRE = pattern(r"<fire>")
_WHO_FIRES = pattern(r"(?:\b<will_fire>|<those_who_fire>)\s$")
_VERBS = {"attack:bombs": "attack:strike", "attack:shells": "attack:shelling"}  # where they are no things
_WHO_STRIKES = pattern(r"(?:\b<will_fire>|<those_who_fire>|<who_strike>)\s$")
_WHOSE = pattern(r"(?:<adjective_ending>|<possessive>)$")
_WHAT = pattern(r"\s(?:(?!<preposition>\b|<and>\b|<strike_on>\b)[\w'’-]+\s){0,2}")
_AREA = pattern(r"\s(?:[\w'’-]+\s){0,2}?<land>\b")
_STRUCK = frozenset({"place", "object", "people", "side", "source"})
_ONE_WORD = re.compile(r"\s[\w-]+\s$")
_HARM = frozenset({"damage", "destroy", "hit"})
_FEW = re.compile(r"\s(?:(?!\w+ed\b)[\w-]+\s){0,4}")  # words that may stand between a verb and what it fires
_ADJECTIVE = pattern(r"(?:[\w-]+-)?<weapon_adjective><adjective_case>")
_DESCRIBED = pattern(r"(?:\s|,\s)(?:<and>\s)?(?:[\w-]+\s){0,2}")
_DESCRIBING = 40  # code points between an adjective and what it describes, at most
_HOUSED = pattern(r"\b<has_a_house>\b")
_HIT_HOUSE = pattern(r"\b<hits_house>\s(?:<article>\s)?(?:[\w'’-]+\s){0,2}$")
_STRIKING = 40  # code points before a body of the state in which it is told that its house was hit
_TOWN_BEHIND = pattern(r" <town>\b")
_COAST = pattern(r" <on_its_coast>\b")
_DESCRIBING_TYPES = frozenset({"object", "place"})  # of words that may only describe a town
_NAMED_BODY = "named_body"
_NAME = 60  # code points of a body's name before the word that tells that it is one, at most
_BODY_BEFORE = re.compile(r"(?<!\w)(?!The )(?:[A-Z][\w'’.-]+ (?:(?:for|of|and|the) ){0,2}){1,5}$")
_BODY_BEHIND = re.compile(r" (?:of|for|on|in|to) (?:the )?[A-Z][\w'’-]+(?: (?:and )?[A-Z][\w'’-]+)*")
_NOUN_BEHIND = re.compile(r" [\"«]?[^\W\dA-ZА-ЯІЇЄҐ]{3}")
_BEFORE = 20  # code points before a name in which it is described


def gather(view: View, hits: list[Hit], places: PlaceFinder, times: TimeFinder, hints: Hints) -> Marks:
    """All marks of a text, those that others swallow left out."""
    marks = [
        Mark(h.start, h.end, _TYPES[h.concept], h.label, None, h.number)
        for h in hits
        if h.concept in _TYPES and not _is_pronoun(view, h)
    ]
    marks += [_place(view, p) for p in places.find(view, hints)]
    marks += _times(view, times, hints)
    quantities, figures = harm_figures(view, find_quantities(view))
    marks += [_quantity(q) for q in quantities]
    marks += [Mark(start, end, "trigger", label) for start, end, label in figures]
    marks = [m for m in _with_bodies(view, marks) if m.type not in _DESCRIBING_TYPES or not _describes_a_town(view, m)]
    marks = _without_struck_bodies(view, _without_namesakes(view, marks))
    marks = by_their_wares(view, [_house(view, m) for m in marks])
    marks = unknown_outcomes(view, taken_to_hospital(view, marks))
    marks = without_actors(view, _without_adjectives(view, _striking(view, _with_verbs(view, marks))))
    return Marks(_numbered(settle(_merged(sorted(marks, key=lambda m: (m.start, -m.end))))))


def _is_pronoun(view: View, hit: Hit) -> bool:
    """Whether what could be an abbreviation stands in small letters, as no text writes one: "they attacked us"."""
    if hit.end - hit.start > _ABBREVIATED or hit.concept not in _ABBREVIATIONS:
        return False
    word = view.plain[hit.start : hit.end]
    return word.islower() and word.isascii()


def _without_namesakes(view: View, marks: list[Mark]) -> list[Mark]:
    """Without the towns whose adjective is the name of somebody known, where no noun follows: «— Сирський»."""
    named = {(m.start, m.end) for m in marks if m.type == "surname"}
    return [
        m
        for m in marks
        if m.type != "place" or (m.start, m.end) not in named or _NOUN_BEHIND.match(view.plain, m.end) is not None
    ]


def _without_struck_bodies(view: View, marks: list[Mark]) -> list[Mark]:
    """Without the bodies whose house it is that came to harm, right behind the verb: «пошкоджено міськраду»."""
    houses = {(m.start, m.end) for m in marks if m.type == "object"}
    harmed = {m.end for m in marks if m.type == "trigger" and m.head in _HARM}
    return [
        m for m in marks if m.type != "role" or (m.start, m.end) not in houses or not _is_behind(view, m.start, harmed)
    ]


def _is_behind(view: View, at: int, ends: set[int]) -> bool:
    """Whether one of several stretches ends before an offset, with at most one word between."""
    words = _ONE_WORD.search(view.folded, max(0, at - _DESCRIBING), at)
    return at - 1 in ends or (words is not None and words.start() in ends)


def _times(view: View, times: TimeFinder, hints: Hints) -> list[Mark]:
    """Words of time; in a text without a date also those that nothing anchors, which tell that a report is one."""
    found = times.find(view, hints)
    marks = [Mark(t.start, t.end, "time", t.span.grain or "", t.span) for t in found]
    if hints.published:
        return marks
    known = {t.start for t in found}
    loose = times.find(view, structs.replace(hints, published=_ANY_DAY))
    return marks + [Mark(t.start, t.end, "time", t.span.grain or "") for t in loose if t.start not in known]


def _with_verbs(view: View, marks: list[Mark]) -> list[Mark]:
    """Words that are a fire and a verb alike as verbs, where weapons stand behind them: "fires two rockets"."""
    weapons = {m.start for m in marks if m.type == "weapon"}
    marks = [m for m in marks if m.label != _FIRE or not _TAKES_UP.match(view.folded, m.start)]
    return [_fired(m) if m.label == _FIRE and _is_fired(view, m, weapons) else m for m in marks]


def _striking(view: View, marks: list[Mark]) -> list[Mark]:
    """Words that are weapons and verbs alike as verbs, where somebody stands before them and what is struck behind."""
    told = {m.start: _is_striking(view, m, marks) for m in marks if m.label in _VERBS}
    kept = [m for m in marks if not (m.start in told and (told[m.start] if m.type == "weapon" else not told[m.start]))]
    return [Mark(m.start, m.end, m.type, _VERBS[m.label]) if m.label in _VERBS else m for m in kept]


def _is_striking(view: View, verb: Mark, marks: list[Mark]) -> bool:
    what = _WHAT.match(view.folded, verb.end)
    starts = {m.start for m in marks if m.type in _STRUCK}
    if what is None or not (
        _AREA.match(view.folded, verb.end) or any(at in starts for at in range(verb.end + 1, what.end() + 1))
    ):
        return False
    if any(verb.end < m.start < what.end() for m in marks if m.type == "trigger"):
        return False
    if _WHO_STRIKES.search(view.folded[max(0, verb.start - _BEFORE) : verb.start]):
        return True
    acting = [m for m in marks if m.type in {"side", "source", "place"} and m.end == verb.start - 1]
    return bool(acting) and not any(_WHOSE.search(view.folded[m.start : m.end]) for m in acting)


def _is_fired(view: View, mark: Mark, weapons: set[int]) -> bool:
    before = view.folded[max(0, mark.start - _BEFORE) : mark.start]
    several = _BARE_FIRE.fullmatch(view.folded, mark.start, mark.end) and _WHO_FIRES.search(before)
    if not several and not _FIRES.fullmatch(view.folded, mark.start, mark.end):
        return False
    words = _FEW.match(view.folded, mark.end)
    return words is not None and any(at in weapons for at in range(mark.end + 1, words.end() + 1))


def _fired(mark: Mark) -> Mark:
    return Mark(mark.start, mark.end, mark.type, "attack:launch")


def _house(view: View, mark: Mark) -> Mark:
    """A body of the state as its house, where it is what a verb tells to be hit: "struck the defence ministry"."""
    if mark.type not in {"source", "role"} or not _HOUSED.search(view.folded, mark.start, mark.end):
        return mark
    hit = _HIT_HOUSE.search(view.folded[max(0, mark.start - _STRIKING) : mark.start])
    return Mark(mark.start, mark.end, "object", "public_building", None, "s") if hit else mark


def _with_bodies(view: View, marks: list[Mark]) -> list[Mark]:
    """Words by which bodies call themselves as the names of such, where capitals tell them: "Sudan Doctors Network"."""
    named = [_body(view, m) if m.label == _NAMED_BODY and m.type == "cue" else m for m in marks]
    return [m for m in named if m is not None]


def _describes_a_town(view: View, mark: Mark) -> bool:
    """Whether words only tell what town is meant: "the Red Sea port city", "the port city of Odesa"."""
    if mark.type == "object":
        return bool(_TOWN_BEHIND.match(view.folded, mark.end))
    return mark.type == "place" and mark.value.place.precision == "sea" and bool(_COAST.match(view.folded, mark.end))


def _body(view: View, word: Mark) -> Mark | None:
    before = _BODY_BEFORE.search(view.plain, max(0, word.start - _NAME), word.start)
    behind = _BODY_BEHIND.match(view.plain, word.end)
    if not view.plain[word.start].isupper() or (before is None and behind is None):
        return None
    start, end = before.start() if before else word.start, behind.end() if behind else word.end
    return Mark(start, end, "body", view.plain[start:end])


def _without_adjectives(view: View, marks: list[Mark]) -> list[Mark]:
    """Without adjectives of weapons that describe neither a strike nor another weapon: «ракетні війська»."""
    told = [m.start for m in marks if m.type in {"trigger", "weapon"}]
    struck = {m.end + 1 for m in marks if m.type == "trigger"}  # «ударами ракетних підрозділів»
    return [
        m
        for m in marks
        if m.type != "weapon" or not _is_adjective(view, m) or m.start in struck or _leads_to(view, m, told)
    ]


def _is_adjective(view: View, weapon: Mark) -> bool:
    return not weapon.sub and bool(_ADJECTIVE.fullmatch(view.folded, weapon.start, weapon.end))


def _leads_to(view: View, adjective: Mark, told: list[int]) -> bool:
    return any(
        _DESCRIBED.fullmatch(view.folded, adjective.end, at)
        for at in told
        if adjective.end < at < adjective.end + _DESCRIBING
    )


def _merged(marks: list[Mark]) -> list[Mark]:
    """Marks of one label that overlap, joined: two entries that share words name one thing."""
    open_ends: dict[tuple[str, str], int] = {}
    merged: list[Mark] = []
    for mark in marks:
        at = open_ends.get((mark.type, mark.label))
        if at is not None and mark.start < merged[at].end and mark.type in {"weapon", "object", "trigger"}:
            old = merged[at]
            merged[at] = Mark(old.start, max(old.end, mark.end), old.type, old.label, old.value, old.number)
        else:
            open_ends[mark.type, mark.label] = len(merged)
            merged.append(mark)
    return merged


def _place(view: View, mention: PlaceMention) -> Mark:
    """A place's own words: neither a count in brackets before their head noun, nor a closing full stop."""
    words = view.plain[mention.start : mention.end].partition("(")[0].rstrip(" .")
    return Mark(mention.start, mention.start + len(words), "place", mention.place.name, mention)


def _quantity(mention: QuantityMention) -> Mark:
    return Mark(mention.start, mention.end, "quantity", "each" if mention.each else "", mention.quantity, "")


def _numbered(marks: list[Mark]) -> list[Mark]:
    """The marks, a weapon's model with the number of the class named right behind it: "a Fateh-110 missile"."""
    classes = {m.start: m.number for m in marks if m.type == "weapon" and not m.sub and m.number}
    return [
        structs.replace(m, number=classes[m.end + 1])
        if m.type == "weapon" and m.sub and not m.number and m.end + 1 in classes
        else m
        for m in marks
    ]
