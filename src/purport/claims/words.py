"""The small words around a name that tell what it does in its sentence."""

from typing import Protocol

from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["comes_from", "is_bearing", "is_beneficiary", "is_locative", "is_measured"]

_FROM = pattern(r"(?:\b<comes_from>(?: (?!<leads_on>\b)[\w'’-]+){0,3}|\b<from>(?: <from_where>)*)\W*$")
_AT = pattern(r"(?:\b<at>(?: <at_what>)*)[\s\"']*$")
_FOR = pattern(r"\b<in_favour>[\s\"']*$")
_POSSESSIVE = pattern(r"<possessive>")
_SUFFERS = pattern(r"\s(?:<was> (?:\w+ )?<attacked>|(?:<and> [\w'-]+ )?<came_under>)\b")
_DISTANCE = pattern(r"\d\s?<distance>\b")
_BEARING = pattern(
    r"\b(?:(?:<compass>(?:[- ]?<compass_second>)?<compass_ending>?|<compass_letters>) <of>"
    r"|<distance_unit>\)?(?: \w+(?:-\w+)?)? <away_from>|<bearing>)\s+(?:<the> )?"
)
_OBLIQUE = pattern(r"[^\W\da-z]+<oblique_ending>")
_LINE = pattern(r"(?:^|[.!?] )\W*$")
_HEADING = pattern(r"(?:, <state>)?\s[-–—]\s")
_CLOSE = 3  # code points between the words of a bearing and the place that it is taken from


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def is_locative(view: View, mark: _Stretch) -> bool:
    """Whether a country is named as where, not as who: "over Ukraine", not "Ukraine struck" or "Ukraine's".

    So is a name in the accusative, «Москву атакували», and one that heads a line.
    """
    if _POSSESSIVE.match(view.plain, mark.end):
        return False
    before = view.folded[max(0, mark.start - 40) : mark.start]
    if _OBLIQUE.fullmatch(view.folded, mark.start, mark.end) or _heads_a_line(view, mark, before):
        return True
    if _SUFFERS.match(view.folded, mark.end):
        return True
    return bool(_AT.search(before)) or comes_from(view, mark.start)


def _heads_a_line(view: View, mark: _Stretch, before: str) -> bool:
    """Whether a name opens a line to tell where the rest of it happens: "Moscow, Russia - blasts"."""
    opens = mark.start - 1 in view.breaks or bool(_LINE.search(before))
    return opens and bool(_HEADING.match(view.folded, mark.end))


def is_beneficiary(view: View, mark: _Stretch) -> bool:
    """Whether a country is named as for whom something is: "critical for Russia", "provided to Ukraine"."""
    return bool(_FOR.search(view.folded[max(0, mark.start - 12) : mark.start]))


def is_bearing(view: View, mark: _Stretch) -> bool:
    """Whether a place only tells where another lies: "Tver, north-west of Moscow", "40 km from Kyiv"."""
    found = list(_BEARING.finditer(view.folded, max(0, mark.start - 40), mark.start))
    return bool(found) and mark.start - found[-1].end() < _CLOSE


def is_measured(view: View, mark: _Stretch) -> bool:
    """Whether a distance is told to a place that another one lies from: what happened, happened that far from it."""
    return bool(_DISTANCE.search(view.folded, max(0, mark.start - 60), mark.start))


def comes_from(view: View, start: int) -> bool:
    """Whether words tell that something comes from what begins at an offset."""
    return bool(_FROM.search(view.folded[max(0, start - 60) : start]))
