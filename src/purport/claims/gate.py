"""The cheap look that comes before all others: can a text hold a claim at all?"""

from purport.claims.matcher import Hit

__all__ = ["passes"]

_STRONG = frozenset({"attack", "interception", "impact", "explosion", "alert", "hit", "explode", "sighting"})


def passes(hits: list[Hit]) -> bool:
    """Whether the lexicon's hits are enough to read on: a weapon or a side beside a trigger, or harm and a word for its cause."""
    heads = {h.label.partition(":")[0] for h in hits if h.concept == "triggers"}
    if not heads:
        return False
    concepts = {h.concept for h in hits}
    war = "weapons" in concepts or "sides" in concepts
    if heads & {"alert", "explosion", "casualties", "damage", "interception"}:
        return war or len(heads) > 1
    return war
