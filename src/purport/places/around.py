"""Words around a mention that bend it: airfields called after a town, and "near", "outside", "south of"."""

import re
from itertools import pairwise

import msgspec

from purport.model import PlaceMention, View
from purport.places.found import Known
from purport.places.words import cues

__all__ = ["name_airfields", "near", "without_owners"]

_AIRPORTS = re.compile(r"a(?:i|э|е)?ропорт|airport|аэропорт|аеропорт")
# Between the name of works and the town that they stand in.
_STANDS_IN = re.compile(
    r"(?: [\w\"'-]+){1,5}(?: \(|,? (?:у|в|in|at) )"
    r"(?:(?:м|г|н\.п|смт|с|п|пгт)\. ?|(?:місті|городе|селі|селе|селищі|поселке) )?"
)
_POINTS = frozenset({"settlement", "site", "district"})


def _airfield(view: View, known: Known) -> Known:
    """ "Dnipro airfield", "аэродром Днепр": the town stays the settlement, and its point the best that is known."""
    heads = cues().airfield_heads
    before = re.search(r"([\w-]+) [\"']?$", view.folded[max(0, known.start - 24) : known.start])
    after = re.match(
        r"[\"']? ((?:international |military )?[\w-]+(?: base)?)\b", view.folded[known.end : known.end + 34]
    )
    start, end = known.start, known.end
    if after and after[1] in heads:
        head, end = after[1], known.end + after.end()
    elif before and before[1] in heads:
        head, start = before[1], known.start - len(before[0])
    else:
        return known
    kind = "airport" if _AIRPORTS.search(head) else "airfield"
    return Known(start, end, msgspec.structs.replace(known.place, name=f"{known.place.name} {kind}"), "airfield")


def name_airfields(view: View, found: list[Known]) -> list[Known]:
    """The mentions, those of settlements that an airfield is called after with its name."""
    return [_airfield(view, k) if k.kind == "settlement" else k for k in found]


def without_owners(view: View, found: list[Known]) -> list[Known]:
    """The mentions, without the town that works are called after where the words tell in which other one they lie."""
    found = sorted(found, key=lambda k: k.start)
    after = dict(pairwise(k.start for k in found))
    towns = {k.start: k for k in found if k.kind == "settlement"}
    return [k for k in found if k.kind != "works" or not _lies_in(view, k, towns.get(after.get(k.start, -1)))]


def _lies_in(view: View, works: Known, town: Known | None) -> bool:
    return town is not None and bool(_STANDS_IN.fullmatch(view.folded[works.end : town.start]))


def near(view: View, known: Known) -> PlaceMention:
    """The mention, marked where it says "near" a place; a direction or distance from it makes its point an area's."""
    cue = _near_cue(view, known) if known.place.precision in _POINTS else None
    if cue is None:
        return PlaceMention(known.start, known.end, known.place)
    place = msgspec.structs.replace(known.place, precision="area") if cue in cues().moved else known.place
    return PlaceMention(known.start, known.end, place, near=True)


def _near_cue(view: View, known: Known) -> str | None:
    words = view.folded[max(0, known.start - 40) : known.start].rstrip(" \"'(").split()[-5:]
    while words and words[-1].rstrip(".") in cues().settlement_nouns and len(words) > 1:
        words.pop()  # "near the village of X", "біля села X"
    if words[-2:] and words[-1] == "the":
        words.pop()
    for size in range(min(4, len(words)), 0, -1):
        phrase = " ".join(words[-size:])
        if phrase in cues().near:
            return phrase
    return None
