"""How well a claim fits an incident: points for each slot, with the reason for each; or that it cannot belong to it."""

from math import log2
from typing import NamedTuple

from purport.incidents.facts import Facts
from purport.incidents.group import Bounds, Group
from purport.incidents.weapons import can_be_one
from purport.incidents.windows import DAY, Window

__all__ = ["THRESHOLD", "Fit", "Reason", "compare"]

THRESHOLD = 1.0
"""The points that a claim needs to join. One place at one time has 2 at the least."""

_OBJECT_TELLS = frozenset({"damage", "response"})  # kinds of which another object makes another incident
_ROUND = 0.12  # figures that differ by a smaller share can be one figure, rounded
_ABOUT = 0.34  # the same of a figure that is called a round one
_NOT_FAR, _HALF = 0.7, 0.45  # shares that the smaller of two figures is of the larger
_WIDE = 2  # a window so many times as long as another is that of a summary
_SOON = DAY // 2


class Reason(NamedTuple):
    """One slot's part in a score."""

    slot: str
    points: float
    why: str


class Fit(NamedTuple):
    """The sum of points and what it is made of."""

    score: float
    reasons: tuple[Reason, ...]


_SILENT = Reason("", 0.0, "")
_SAME_SIDE = Reason("attacker", 0.3, "the same side")
_SAME_ARMS = Reason("weapons", 0.5, "the same weapons")
_ARMS_FIT = Reason("weapons", 0.3, "weapons that can be the same")
_SAME_OUTCOME = Reason("outcome", 0.2, "the same outcome")
_SAME_OBJECT = Reason("objects", 0.5, "the same kind of object")
_OTHER_OBJECT = Reason("objects", -0.3, "other kinds of object")
_BOTH_UNDATED = Reason("time", 0.5, "neither tells a time")
_SAME_HOURS = Reason("time", 2.5, "the same hours")
_SAME_NIGHT = Reason("time", 2.0, "hours or nights that are one")
_EDGE = Reason("time", 0.3, "times that only touch")
_SAME_TOLL = Reason("people", 0.8, "the same number of people")
_CONSISTENT = Reason("count", 0.5, "figures that can both be true")
_BARELY = Reason("count", -0.5, "figures that can both be true, but far apart")
_ROUNDED = Reason("count", 0.4, "figures that are one, rounded")
_DIFFERS = Reason("count", -0.8, "a differing figure")
_FAR = Reason("count", -1.6, "a figure that differs by a third or more")
_VERY_FAR = Reason("count", -3.2, "a figure that differs by more than half")
_OWN_DIFFERS = Reason("count", -4.0, "a differing figure from the same speaker, at a time of its own")
_CLOSE = Reason("published", 0.2, "published within half a day")


def compare(facts: Facts, group: Group) -> Fit | None:
    """How well a claim fits an incident at its place; None where a slot keeps it out."""
    if _is_told_beside(facts, group):
        return None
    total, reasons = 0.0, []
    for part in (_side, _arms, _outcome, _objects, _time, _figures, _people, _published):
        reason = part(facts, group)
        if reason is None:
            return None
        if reason.slot:
            total += reason.points
            reasons.append(reason)
    return Fit(total, tuple(reasons))


def _is_told_beside(facts: Facts, group: Group) -> bool:
    """Whether one breath tells both: other weapons or another outcome of one speaker in one text are other things."""
    return any(
        _are_two(facts, other)
        for other in group.members
        if other.claim.document == facts.claim.document and other.speaker == facts.speaker
    )


def _are_two(mine: Facts, theirs: Facts) -> bool:
    outcomes = mine.claim.outcome, theirs.claim.outcome
    if None not in outcomes and outcomes[0] != outcomes[1]:
        return True
    if not mine.arms or not theirs.arms or mine.arms == theirs.arms:
        return False
    return len(mine.arms) != len(theirs.arms) or (mine.figure is None) != (theirs.figure is None)


def _side(facts: Facts, group: Group) -> Reason | None:
    if not facts.attacker or not group.attacker:
        return _SILENT
    return _SAME_SIDE if facts.attacker == group.attacker else None


def _arms(facts: Facts, group: Group) -> Reason | None:
    if not can_be_one(facts.arms, group.arms):
        return None
    if not facts.arms or not group.arms:
        return _SILENT
    if facts.arms == group.arms:
        return _SAME_ARMS
    return None if _are_whole_and_part(facts, group) else _ARMS_FIT


def _are_whole_and_part(facts: Facts, group: Group) -> bool:
    """Whether one tells of several weapons and the other of some of them, and figures show that they are not one."""
    if len(facts.arms) == len(group.arms):
        return False
    is_counted = facts.low is not None or facts.high is not None or bool(group.figures)
    return is_counted and (facts.low, facts.high) not in group.figures


def _outcome(facts: Facts, group: Group) -> Reason | None:
    mine, theirs = facts.claim.outcome, group.outcome
    if not mine or not theirs:
        return _SILENT
    if mine == theirs:
        return _SAME_OUTCOME
    return _SILENT if "intercepted" in (mine, theirs) else None


def _objects(facts: Facts, group: Group) -> Reason | None:
    if not facts.objects or not group.objects:
        return _SILENT
    if not facts.objects.isdisjoint(group.objects):
        return _SAME_OBJECT
    return None if facts.claim.kind in _OBJECT_TELLS else _OTHER_OBJECT


def _time(facts: Facts, group: Group) -> Reason | None:
    mine, theirs = facts.window, group.window
    if mine is None or theirs is None:
        return _BOTH_UNDATED if mine is theirs and _retells(facts, group) else None
    if not mine.meets(theirs):
        return None
    if not mine.meets_core(theirs):
        return None if _tells_anew(facts, group) else _EDGE
    if mine.rank <= 1 and theirs.rank <= 1:
        return _firm(facts, group, mine, theirs)
    share = _share(mine, theirs)
    return Reason("time", 0.5 + share, "a date or the days before publication hold it")


def _firm(facts: Facts, group: Group, mine: Window, theirs: Window) -> Reason | None:
    """Both tell hours or a night. A bulletin within a summary's hours, with another figure, is part of it."""
    if mine.rank == theirs.rank and mine.core_start == theirs.core_start and mine.core_end == theirs.core_end:
        return _SAME_HOURS
    lengths = sorted((mine.core_end - mine.core_start, theirs.core_end - theirs.core_start))
    if lengths[1] + 1 > _WIDE * (lengths[0] + 1) and group.figures and _is_exact_and_other(facts, group):
        return None
    common = min(mine.core_end, theirs.core_end) - max(mine.core_start, theirs.core_start)
    if 2 * common >= lengths[0] or (common and mine.rank != theirs.rank):
        return _SAME_NIGHT
    return None if _speaks_in(facts, group) else _EDGE


def _share(mine: Window, theirs: Window) -> float:
    """How much of the firmer core lies within the other's."""
    firm, other = (mine, theirs) if mine.rank < theirs.rank else (theirs, mine)
    common = min(firm.core_end, other.core_end) - max(firm.core_start, other.core_start) + 1
    return common / (firm.core_end - firm.core_start + 1)


def _is_exact_and_other(facts: Facts, group: Group) -> bool:
    """Whether a claim states a number that is not the group's: not its exact one, or far beyond its bounds."""
    figure = facts.figure
    exact = [bounds for bounds in group.figures if bounds[0] == bounds[1]]
    return figure is not None and not any(
        _admits(bounds, figure) and _ratio(facts, bounds) >= _NOT_FAR for bounds in exact or group.figures
    )


def _figures(facts: Facts, group: Group) -> Reason | None:
    if (facts.low is None and facts.high is None) or not group.figures:
        return _SILENT
    figure = facts.figure
    if figure is not None and (figure, figure) in group.figures:
        return Reason("count", 1.0 + min(2.0, log2(1 + figure) / 2.5), "the same figure")
    exact = [bounds for bounds in group.figures if bounds[0] == bounds[1]] if figure is not None else []
    met = [bounds for bounds in group.figures if not exact and _meet((facts.low, facts.high), bounds)]
    if met:
        return _CONSISTENT if any(_ratio(facts, bounds) >= _NOT_FAR for bounds in met) else _BARELY
    if any(_near(facts, bounds) for bounds in group.figures):
        return _ROUNDED
    return _differing(facts, group)


def _differing(facts: Facts, group: Group) -> Reason | None:
    """Figures that exclude each other. Who names no place has only the figure to tell the place by.

    Nobody contradicts himself in one document: two figures there are two things.
    """
    if any(other.claim.document == facts.claim.document and other.speaker == facts.speaker for other in group.members):
        return None
    ratio = max(_ratio(facts, bounds) for bounds in group.figures)
    if not facts.placed and ratio < _NOT_FAR:
        return None
    if _speaks_in(facts, group) and (ratio < _HALF or not _is_firm(facts, group)):
        return _OWN_DIFFERS
    if ratio >= _NOT_FAR:
        return _DIFFERS
    return _FAR if ratio >= _HALF else _VERY_FAR


def _ratio(facts: Facts, bounds: Bounds) -> float:
    """How much of the larger figure the smaller is."""
    smaller, larger = sorted((facts.low or facts.high or 0, bounds[0] or bounds[1] or 0))
    return smaller / larger if larger else 1.0


def _is_firm(facts: Facts, group: Group) -> bool:
    """Whether both tell their night or hours, so that a new figure of one speaker is a correction."""
    mine, theirs = facts.window, group.window
    return mine is not None and theirs is not None and mine.rank <= 1 and theirs.rank <= 1


def _people(facts: Facts, group: Group) -> Reason | None:
    if not facts.claim.people:
        return _SILENT
    mine = {(people.effect, people.min, people.max) for people in facts.claim.people if people.min is not None}
    if any((people.effect, people.min, people.max) in mine for other in group.members for people in other.claim.people):
        return _SAME_TOLL
    return _SILENT


def _published(facts: Facts, group: Group) -> Reason | None:
    return _CLOSE if abs(facts.told - group.told) <= _SOON else _SILENT


def _tells_anew(facts: Facts, group: Group) -> bool:
    """Whether a speaker of the incident speaks of another: at another time, of nothing that marks this one."""
    is_late_copy = not facts.voice and facts.figure is None and facts.window and facts.window.is_loose
    return _speaks_in(facts, group) and not is_late_copy and not _retells(facts, group)


def _retells(facts: Facts, group: Group) -> bool:
    """Whether a claim says of a thing what tells it from others: its number, its object or its toll.

    Bulletins of what was shot down have the same small numbers every few hours: those with a time tell that time's.
    """
    if facts.claim.kind == "interception" and facts.window and not facts.window.is_loose:
        return False
    if facts.figure is not None:
        return (facts.figure, facts.figure) in group.figures
    return not facts.objects.isdisjoint(group.objects) or _people(facts, group) is _SAME_TOLL


def _speaks_in(facts: Facts, group: Group) -> bool:
    return any(member.speaker == facts.speaker for member in group.members)


def _admits(bounds: Bounds, figure: int) -> bool:
    low, high = bounds
    return (low is None or low <= figure) and (high is None or figure <= high)


def _meet(mine: Bounds, theirs: Bounds) -> bool:
    low = max((b for b in (mine[0], theirs[0]) if b is not None), default=0)
    high = min((b for b in (mine[1], theirs[1]) if b is not None), default=low)
    return low <= high


def _near(facts: Facts, bounds: Bounds) -> bool:
    """Whether one of two figures is the other, rounded to a multiple of five."""
    mine, theirs = facts.figure, bounds[0] if bounds[0] == bounds[1] else None
    if mine is None or theirs is None or (mine % 5 and theirs % 5):
        return False
    return abs(mine - theirs) <= (_ABOUT if facts.about else _ROUND) * max(mine, theirs)
