"""The small words around a name that tell what it does in its sentence."""

import re
from typing import Protocol

from purport.model import View

__all__ = ["comes_from", "is_bearing", "is_locative", "is_measured"]

_FROM = re.compile(
    r"(?:\bfrom(?: \w+){0,3}|\bout of|\b(?:із|зі|з|из|со|с)(?: (?:боку|сторони|стороны|території|територій|территории|акваторії|акватории|"
    r"районів|району|района|районов|напрямків|напрямку|направления|направлений|аеродромів|аеродрому|аэродрома|аэродромов|повітряного простору|"
    r"воздушного пространства|окупованого|окупованої|оккупированного|півночі|півдня|сходу|заходу))*)\W*$"
)
_AT = re.compile(
    r"(?:\b(?:in|on|over|at|across|against|near|of|to|into|above|around|within|throughout|targeting|hit|struck|attacked|bombed|outside|toward|towards|for|inside|"
    r"в|у|над|на|по|під|біля|до|под|около|возле|через|за|поблизу|неподалік|атакував\w*|атакувал\w*|атаковал\w*|територі\w+|территори\w+|області|районі|"
    r"районе|повітряного простору|небі|небе)(?: (?:the|all|its|whole|entire|occupied|central|территории|территорию|території|територію|столицу|столицю))*)[\s\"']*$"
)


_CLOSE = 3
_DISTANCE = re.compile(r"\d\s?(?:km|miles?|mi|км|кілометр\w*|километр\w*)\b")
_SUFFERS = re.compile(
    r"\s(?:(?:was|were|has been|have been|is being) (?:\w+ )?(?:hit|struck|attacked|bombed|shelled|targeted)|(?:has |have )?(?:came|come|comes) under)\b"
)
_BEARING = re.compile(
    r"\b(?:(?:(?:north|south|east|west)(?:[- ]?(?:north|south|east|west|eastern|western))?(?:ern)?|[ns]?[nsew]{1,2}) of|(?:km|miles?|kilomet\w+|км|кілометр\w+|километр\w+)\)?(?: \w+(?:-\w+)?)? (?:from|of|від|от)|"
    r"(?:північніше|південніше|західніше|східніше|севернее|южнее|западнее|восточнее)(?: від| от)?)\s+(?:the )?"
)


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def is_locative(view: View, mark: _Stretch) -> bool:
    """Whether a country is named as where, not as who: "over Ukraine", not "Ukraine struck" or "Ukraine's"."""
    if view.plain[mark.end : mark.end + 2] in {"'s", "’s"}:
        return False
    before = view.folded[max(0, mark.start - 40) : mark.start]
    if _SUFFERS.match(view.folded, mark.end):
        return True
    return bool(_AT.search(before)) or comes_from(view, mark.start)


def is_bearing(view: View, mark: _Stretch) -> bool:
    """Whether a place only tells where another lies: "Tver, north-west of Moscow", "40 km from Kyiv"."""
    found = list(_BEARING.finditer(view.folded, max(0, mark.start - 40), mark.start))
    return bool(found) and mark.start - found[-1].end() < _CLOSE


def is_measured(view: View, mark: _Stretch) -> bool:
    """Whether a distance to it is told: what happened, happened that far from it."""
    return is_bearing(view, mark) and bool(_DISTANCE.search(view.folded, max(0, mark.start - 60), mark.start))


def comes_from(view: View, start: int) -> bool:
    """Whether words tell that something comes from what begins at an offset."""
    return bool(_FROM.search(view.folded[max(0, start - 60) : start]))
