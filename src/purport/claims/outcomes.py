"""What came of a strike, told as not known yet: «детальні наслідки вогневого ураження уточнюються»."""

from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["unknown_outcomes"]

_OUTCOME = pattern(r"\b(<outcome_of>)(?: [\w'’-]+){0,7} $")
_AWAY = 90  # code points before the words for what is unknown in which the noun stands, at most
_DAMAGE = "damage:damaged"


def unknown_outcomes(view: View, marks: list[Mark]) -> list[Mark]:
    """The marks, with the nouns for what came of a strike as damage, where it is told that nobody knows it yet.

    The strike that they are of is told elsewhere.
    """
    told = {(m.start, m.end) for m in marks if m.label == _DAMAGE}
    found, named = [], []
    for cue in (m for m in marks if m.label == "unknown"):
        noun = _OUTCOME.search(view.folded, max(0, cue.start - _AWAY), cue.start)
        if noun is None or any(start <= noun.start(1) < end for start, end in told):
            continue
        found.append(Mark(noun.start(1), noun.end(1), "trigger", _DAMAGE))
        named.append((noun.end(1), cue.start))
    kept = [m for m in marks if m.type != "trigger" or not any(start <= m.start < end for start, end in named)]
    return kept + found
