"""People taken to hospital, however far the verb stands from it: «доставили мужчину в областную больницу»."""

from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["taken_to_hospital"]

_BRINGS = pattern(r"\b(<brings>)\s(?:[\w'’№-]+\s){0,7}?<to_where>\s(?:[\w'’№-]+\s){0,4}$")
_AWAY = 90  # code points before a hospital in which the verb stands, at most
_TAKEN = "casualties:hospitalised"


def taken_to_hospital(view: View, marks: list[Mark]) -> list[Mark]:
    """The marks, with one for each verb that tells that somebody was brought to a hospital."""
    known = {m.start for m in marks if m.label == _TAKEN}
    found = []
    for hospital in (m for m in marks if m.label == "hospital"):
        verb = _BRINGS.search(view.folded, max(0, hospital.start - _AWAY), hospital.start)
        if verb is not None and verb.start(1) not in known:
            found.append(Mark(verb.start(1), verb.end(1), "trigger", _TAKEN))
    return marks + found
