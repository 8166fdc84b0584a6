"""Places that a sentence takes from those before it: "the city", and sentences that are nothing but a place."""

import re

from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["is_pictured", "is_scene", "town_pointed_to"]

_THE_TOWN = pattern(r"\b<the_town>\b(?! <of>\b)")
_PICTURED = pattern(r"\b<picture>\b(?: \w+){0,2} (?:<comes_from>|<from>|<at>)(?: <the>)?\s$")
_WITNESSED = pattern(r"\b<witness> <at> (?:[^.;:]{0,40}(?:, |<and> ))?$")
_CAMERA = 60  # code points before a place in which the pictures of it, or those who saw it, are named
_WORD = re.compile(r"\w+")
_LETTERS = 10  # of words beside its places that a line may hold that is nothing but a place
_BACK = 600  # code points before "the city" in which it was named


def town_pointed_to(view: View, marks: Marks, start: int, end: int) -> Mark | None:
    """The town named last before words that speak of "the city"; None where they do not, or none was named near."""
    pointer = _THE_TOWN.search(view.folded, start, end)
    if pointer is None:
        return None
    named = marks.within(max(0, pointer.start() - _BACK), pointer.start(), "place")
    return next((m for m in reversed(named) if m.value.place.settlement is not None), None)


def is_pictured(view: View, start: int, place: int) -> bool:
    """Whether a place is where pictures were taken or people were who tell of it: "footage from Sumy shows …"."""
    before = max(start, place - _CAMERA)
    return bool(_PICTURED.search(view.folded, before, place) or _WITNESSED.search(view.folded, before, place))


def is_scene(view: View, marks: Marks, part: Sentence) -> bool:
    """Whether a sentence only names a place, of which then is told: "Kharkiv."."""
    named = marks.within(part.start, part.end, "place")
    if not named or part.triggers or any(m.type in {"weapon", "object"} for m in marks.within(part.start, part.end)):
        return False
    words = _WORD.finditer(view.plain, part.start, part.end)
    known = named + marks.within(part.start, part.end, "time")
    taken = {at for m in known for at in range(m.start, m.end)}
    rest = [w[0] for w in words if w.start() not in taken]
    return sum(map(len, rest)) <= _LETTERS
