"""The weapons that words name: models and their classes, what carried them left out."""

import re

from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.model import View, Weapon

__all__ = ["AIRBORNE", "weapons_of"]

_GAP = pattern(r"[\s\"'(«»“”]*(?:<of_type>|-)?[\s\"'«»“”-]*", re.IGNORECASE)
_FROM_ABOARD = pattern(r"\b<from_aboard>\s(?:[\w-]+\s)?$")
_FROM_DRONE = pattern(r"\s<from_aboard>\s(?:<article>\s)?")
_DROPPED = pattern(r"\s(?:\w+\s){0,2}<dropped>\b")
_CARRIED = 28  # code points before an aircraft in which words tell that weapons came from it
_BY_AIRCRAFT = pattern(r"\b<by_aircraft>\b")
_SORTS_OF_MISSILE = frozenset({"ballistic_missile", "cruise_missile"})
_SOME_MISSILE = Weapon("missile")
_FIRED_FROM = pattern(r"^\s(?:[^.;:]{0,60}\s)?<fired_from>\s(?:\w+\s)?$")
AIRBORNE = frozenset(
    {
        "uav",
        "cruise_missile",
        "ballistic_missile",
        "missile",
        "guided_bomb",
        "rocket",
        "aircraft",
        "naval_drone",
        "air_defence_missile",
        "target",
        "other",
        "unknown",
        "artillery",
    }
)
"""Classes of weapons that come through the air or over water: what can be launched, seen on its way and stopped."""


def weapons_of(view: View, found: list[Mark]) -> tuple[Weapon, ...]:
    """The weapons that marks name, each once.

    A bare class that only introduces or completes a model ("drones of the type Shahed", "Kh-101 missile") is left out,
    and of aircraft and what they dropped or fired the aircraft, of drones the load; so are missiles beside their sort.
    """
    found = [m for m in found if not _is_carrier(view, m, found) and not _is_load(view, m, found)]
    told = (
        mark
        for before, mark, following in zip([None, *found], found, [*found[1:], None], strict=False)
        if mark.head != "target" and not _introduces(view, mark, following) and not _completes(view, before, mark)
    )
    named = dict.fromkeys(Weapon(m.head, m.sub or None) for m in told)  # type: ignore[arg-type]
    sorts = {w.cls for w in named} & _SORTS_OF_MISSILE
    return tuple(w for w in named if not sorts or w != _SOME_MISSILE)


def _is_carrier(view: View, mark: Mark, found: list[Mark]) -> bool:
    """Whether an aircraft is what other weapons were fired from: "from Tu-95 bombers", «пуски КАБ авіацією»."""
    if mark.head != "aircraft" or all(m.head == "aircraft" for m in found):
        return False
    if any(m.head == "guided_bomb" for m in found) and _BY_AIRCRAFT.search(view.folded, mark.start, mark.end):
        return True
    return _is_aboard(view, mark) or bool(_DROPPED.match(view.folded, mark.end))


def _is_load(view: View, mark: Mark, found: list[Mark]) -> bool:
    """Whether explosives are what a drone dropped ("a grenade from a drone"), which is then the weapon."""
    if mark.label != "other":
        return False
    before = next((m for m in reversed(found) if m.end < mark.start), None)
    if before is not None and before.head == "uav" and _DROPPED.match(view.folded, before.end):
        return True
    following = next((m for m in found if m.start > mark.end), None)
    return following is not None and following.head == "uav" and _is_from(view, mark, following)


def _is_from(view: View, mark: Mark, carrier: Mark) -> bool:
    return bool(_FROM_DRONE.fullmatch(view.folded, mark.end, carrier.start))


def _is_aboard(view: View, carrier: Mark) -> bool:
    return bool(_FROM_ABOARD.search(view.folded[max(0, carrier.start - _CARRIED) : carrier.start]))


def _completes(view: View, before: Mark | None, mark: Mark) -> bool:
    """Whether a bare class only says what kind of thing the model before it is: "Kh-101 cruise missile"."""
    if before is None or mark.sub or not before.sub or before.end > mark.start:
        return False
    akin = before.head == mark.head or ("missile" in mark.head and "missile" in before.head)
    akin = akin or (mark.label == "other" and before.head == "guided_bomb")  # "a JDAM bomb"
    return akin and view.plain[before.end : mark.start].strip(" \"'»”") == ""


def _introduces(view: View, mark: Mark, following: Mark | None) -> bool:
    if following is None or mark.sub:
        return False
    between = view.plain[mark.end : following.start]
    if following.start < mark.end or (_is_load_of(mark, following) and _FIRED_FROM.search(between.lower())):
        return True
    return bool(_GAP.fullmatch(between)) and (
        following.head == mark.head or "missile" in mark.head or mark.head in {"uav", "other", "unknown", "aircraft"}
    )


def _is_load_of(mark: Mark, launcher: Mark) -> bool:
    """Whether words name but what a launcher fires: shells, or the missiles of a multiple launcher."""
    return mark.label == "artillery" or (mark.label == "missile" and launcher.head == "rocket")
