"""The cheap look that comes before all others: can a text hold a claim at all?"""

from purport.claims.marks import Marks
from purport.claims.matcher import Hit

__all__ = ["is_of_war", "passes"]

_WAR = frozenset({"interception", "alert"})
# Countries in which a thing destroyed, a fire or a blast needs no further word to belong to a war.
_THEATRES = frozenset({"UA", "RU", "PS", "IL", "LB", "SY", "YE", "IR", "IQ", "SD", "MM", "AM", "AZ"})


def passes(hits: list[Hit]) -> bool:
    """Whether the lexicon's hits are enough to read on: a trigger of anything but talk, and more than one word of the field."""
    heads = {h.label.partition(":")[0] for h in hits if h.concept == "triggers"}
    return bool(heads - {"statement", "response", "sighting"}) or (
        bool(heads) and any(h.concept == "weapons" for h in hits)
    )


def is_of_war(marks: Marks) -> bool:
    """Whether a text is about a war: it names weapons or a side, stops weapons, or tells of harm where a war is fought."""
    if any(
        m.type in {"weapon", "side"}
        or (m.type == "trigger" and m.head in _WAR)
        or (m.type == "object" and m.label.startswith(("military", "air_defence", "command")))
        for m in marks.all
    ):
        return True
    return any(m.type == "place" and m.value.place.country in _THEATRES for m in marks.all)
