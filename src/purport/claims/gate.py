"""The cheap look that comes before all others: can a text hold a claim at all?"""

from purport.claims import theatres
from purport.claims.marks import Mark, Marks
from purport.claims.matcher import Hit

__all__ = ["is_of_war", "passes"]

_TALK = frozenset({"statement", "response", "sighting"})
_WAR = frozenset({"interception", "alert"})
_MILITARY = ("military", "air_defence", "command")  # how the types of things begin that only armies have


def passes(hits: list[Hit]) -> bool:
    """Whether the lexicon's hits are enough to read on: a word that tells more than talk, or talk and a weapon."""
    heads = {h.label.partition(":")[0] for h in hits if h.concept == "triggers"}
    return bool(heads - _TALK) or (bool(heads) and any(h.concept == "weapons" for h in hits))


def is_of_war(marks: Marks) -> bool:
    """Whether a text is about a war: it names weapons or a side, stops weapons, or tells of harm where a war is on."""
    fought_in = theatres.load().fought_in
    return any(_tells_of_war(m) for m in marks.all) or any(
        m.type == "place" and m.value.place.country in fought_in for m in marks.all
    )


def _tells_of_war(mark: Mark) -> bool:
    if mark.type == "trigger":
        return mark.head in _WAR
    return mark.type in {"weapon", "side"} or (mark.type == "object" and mark.label.startswith(_MILITARY))
