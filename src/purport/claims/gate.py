"""The cheap look that comes before all others: can a text hold a claim at all?"""

from purport.claims import theatres
from purport.claims.marks import Mark, Marks
from purport.claims.matcher import Hit

__all__ = ["MILITARY", "is_of_war", "passes"]

_TALK = frozenset({"statement", "response", "sighting"})
_POSITION = frozenset({"position", "judgement", "condemn"})
_ACTS = frozenset({"statement", "statement:judge"})
_WAR = frozenset({"interception", "alert"})
_BLOW = frozenset({"attack", "hit", "explosion", "explode", "impact"})
_LEISURE = 2  # words of leisure that several are
_CODE = 2  # letters of a state's code; what has more is a movement, "own" or "enemy"
MILITARY = frozenset({"military_airfield", "military_depot", "military_industry", "air_defence", "command_post"})
"""What only armies have."""


def passes(hits: list[Hit], *, post: bool = False) -> bool:
    """Whether the lexicon's hits are enough to read on: a word that tells more than talk, or talk of the war.

    In a post a weapon is enough: «Шахеди на Суми».
    """
    heads = {h.label.partition(":")[0] for h in hits if h.concept == "triggers"}
    if heads - _TALK:
        return True
    return ((bool(heads) or post) and any(h.concept == "weapons" for h in hits)) or _voices_position(hits, post=post)


def _voices_position(hits: list[Hit], *, post: bool) -> bool:
    """Whether a position may be voiced on the war: by words that judge or demand, words of war, and a party to it.

    In a post a name of somebody known is enough for the first: whatever they say is passed on.
    """
    labels = {h.label for h in hits if h.concept == "positions"}
    if post and "topic" in labels and any(h.concept == "surname" for h in hits):
        return True
    voiced = not labels.isdisjoint(_POSITION) or any(h.label in _ACTS for h in hits if h.concept == "triggers")
    if "topic" not in labels or not voiced:
        return False
    return any(h.concept in {"sides", "source"} for h in hits)


def is_of_war(marks: Marks, *, brief: bool, sided: bool) -> bool:
    """Whether a text is about a war: it names weapons or what only armies have, or tells of a place where a war is on.

    Where only a party to a war is named, an article must tell of a blow, too; a short report (`brief`) need not. A blow
    is enough in a post that takes a side (`sided`). Words of leisure without a party to a war tell of none.
    """
    fought_in = theatres.load().fought_in
    if _is_of_leisure(marks, fought_in):
        return False
    if any(_is_of_an_army(m) or (m.type == "place" and m.value.place.country in fought_in) for m in marks.all):
        return True
    heads = {m.head for m in marks.all if m.type == "trigger"}
    if (brief and heads & _WAR) or (sided and heads & _BLOW):
        return True
    return (brief or bool(heads & _BLOW)) and any(m.type == "side" and _is_party(m, fought_in) for m in marks.all)


def _is_of_leisure(marks: Marks, fought_in: frozenset[str]) -> bool:
    """Whether blows and weapons are those of a game, a film, a feast or history: words of such, and nobody at war."""
    words = marks.cues(0, marks.all[-1].end, "leisure") if marks.all else []
    if len(words) < _LEISURE:
        return False
    return not any(m.type == "side" or (m.type == "place" and m.value.place.country in fought_in) for m in marks.all)


def _is_of_an_army(mark: Mark) -> bool:
    return mark.type == "weapon" or (mark.type == "object" and mark.label in MILITARY)


def _is_party(side: Mark, fought_in: frozenset[str]) -> bool:
    """Whether a side is at war; "the enemy" and movements are."""
    return len(side.label) > _CODE or side.label in fought_in
