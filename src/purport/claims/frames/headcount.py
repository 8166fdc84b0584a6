"""Whether a number counts people."""

import re

from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern

__all__ = ["BREAK", "counts_people", "is_rate"]

BREAK = pattern(r"[,;:.()]|\s[–—-]\s|\b<and>\b")
"""What parts a number from a noun that it does not count, and people from a verb that is not theirs."""

_BEHIND_NAME = pattern(r", | <and> |, <and> ")
_AGES = pattern(r"\b<aged>\s(?:\w+(?:, |,? <and> |-))*(?:between )?$")
_NAMED = re.compile(r"[A-Z][\w’'-]+, $")
_CLOSED = pattern(r"\s*(?:[,.;)—–-]|$|<and> \d)")
_RATE = pattern(r"(?: [\w-]+)?\s<rate>\b(?! <rate_ends>\b)")
_ANIMALS = pattern(r"\s(?:[\w-]+\s)?<animal>\b")
_BEHIND_PREPOSITION = pattern(r"\b<preposition>\s$")
_NO_NOUN = pattern(r"\s*(?:[^\s\w]|$|\d|<behind_count>\b)")
_WHERE = pattern(r"\s<stored_at>\s")
_PUNCTUATED = re.compile(r"[,.;)]")
_STRIKES = (
    16  # code points behind a number in which the strikes stand that it counts: "were killed in six other strikes"
)
_AT_VERB = 12  # code points between a word of harm and a number that counts people whatever its noun
_BEFORE_VERB = 36  # the same where the number stands before its verb


def counts_people(scene: Scene, number: Mark) -> bool:
    """Whether a number counts people: with their noun, with none, or at a word of harm; ages and rates count nobody."""
    behind = scene.view.folded
    if _is_age(scene, number) or is_rate(scene, number.end) or _ANIMALS.match(behind, number.end):
        return False
    following = scene.marks.within(
        number.end, number.end + 30, "people", "weapon", "object", "trigger", "place", "quantity", "time"
    )
    if any(m.type == "people" and m.start == following[0].start for m in following):
        return True
    if following and following[0].type in {"weapon", "object"}:
        apart = _PUNCTUATED.search(scene.view.plain[number.end : following[0].start])
        return bool(apart) or (bool(_WHERE.match(scene.view.folded, number.end)) and _is_at_verb(scene, number))
    return bool(_NO_NOUN.match(scene.view.folded, number.end)) or _is_at_verb(scene, number)


def is_rate(scene: Scene, at: int) -> bool:
    """Whether what ends at an offset is told of each day or month, not of one event."""
    return _RATE.match(scene.view.folded, at) is not None


def _is_at_verb(scene: Scene, number: Mark) -> bool:
    """Whether a number whose noun is unknown stands at a word of harm: "killed 12 mourners"."""
    of_place = _BEHIND_PREPOSITION.search(scene.before(number, 12))  # "residents of three villages were hurt"
    for trigger in scene.event.triggers:
        if 0 <= number.start - trigger.end < _AT_VERB:
            return not (of_place and scene.marks.within(number.end, number.end + _STRIKES, "trigger"))
        if number.end + 1 == trigger.start:
            return True
        if number.end <= trigger.start < number.end + _BEFORE_VERB and not of_place:
            return not BREAK.search(scene.view.folded[number.end : trigger.start])
    return False


def _is_age(scene: Scene, number: Mark) -> bool:
    """Whether a number tells how old somebody is: "boys aged 4 and 9", or behind a comma "a man, 44"."""
    before = scene.marks.within(max(scene.sentence.start, number.start - 24), number.start, "people", "quantity")
    if _AGES.search(scene.before(number, 40)):
        return True
    if not scene.view.plain[number.start : number.end].isdigit():
        return False
    if _NAMED.search(scene.view.plain, max(0, number.start - 24), number.start) and not _is_listed(scene, number):
        return bool(_CLOSED.match(scene.view.folded, number.end))
    if not before:
        return False
    joined = _BEHIND_NAME.fullmatch(scene.view.folded[before[-1].end : number.start])
    return bool(joined) and bool(_CLOSED.match(scene.view.folded, number.end))


def _is_listed(scene: Scene, number: Mark) -> bool:
    """Whether the name before a number is a place's, in which it counts: "in Kherson, 12"."""
    return bool(scene.marks.within(number.start - 24, number.start, "place", "quantity"))
