"""Words behind a verb of saying that tell to whom and by what means something was said: "told the BBC", "in a post"."""

from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["TOLD", "Mediums"]

TOLD = pattern(r"<told>")
"""A verb of saying whose object is who hears it."""

_TO_WHOM = pattern(r"\s+(?:<article> )?(?:[\w.'-]+ ){0,3}?<audience>\b(?: <of_place> (?:the )?\w+)?")
_BY_WHAT = pattern(r",?\s*<by_means>\s+(?:[\w.'’-]+ ){0,4}?<medium>\b(?: <medium>\b)*")
_GAP = pattern(r"\s+(?:<article>\s+|\w+\s+(?=\w)){0,2}")
_TIME = 3  # code points between such words and words of time that belong to them
_OUTLET = 24  # code points behind "told" in which the outlet begins
_ROOM = 90  # code points that the words of one medium take at most
_STEPS = 3  # such words one behind the other, at most


class Mediums:
    """Finds them in one document."""

    def __init__(self, view: View, marks: Marks) -> None:
        self._view, self._marks = view, marks

    def end(self, part: Sentence, at: int) -> int:
        """Where the words end that begin at an offset and tell by what means, or when, something was said."""
        for _ in range(_STEPS):
            found = _BY_WHAT.match(self._view.folded, at, min(part.end, at + _ROOM))
            if found is not None and self._marks.within(at, found.end(), "trigger"):
                break
            reached = self._behind_time(found.end() if found else at)
            if reached == at:
                break
            at = min(reached, part.end)
        return at

    def hearer(self, part: Sentence, verb: Mark) -> tuple[int, Mark | None]:
        """Where the words end that name who was told, and the outlet if it is one; the verb's own end if nobody."""
        if not TOLD.fullmatch(self._view.folded[verb.start : verb.end]):
            return verb.end, None
        room = min(part.end, verb.end + _OUTLET)
        outlet = next((m for m in self._marks.within(verb.end, room, "source")), None)
        if outlet is not None and _GAP.fullmatch(self._view.folded[verb.end : outlet.start]):
            return outlet.end, outlet
        listed = _TO_WHOM.match(self._view.folded, verb.end, part.end)
        return (listed.end() if listed else verb.end), None

    def _behind_time(self, at: int) -> int:
        times = self._marks.within(at, at + _TIME, "time")
        return max([at, *(t.end for t in times)])
