"""Which incident is a counted part of which: along the place tree, time windows and weapons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from purport.incidents.group import Group
from purport.incidents.tree import Node, under_attack
from purport.incidents.wars import is_contested
from purport.incidents.weapons import can_be_one
from purport.incidents.windows import DAY, LONGEST, Window

__all__ = ["COUNTED", "Whole", "above_of", "totals_of", "wholes_of"]

COUNTED = frozenset({"attack", "interception", "impact", "explosion", "sighting", "damage"})
"""Kinds whose counts add up."""

_Key = tuple[str, str, int]


class Whole(NamedTuple):
    """A total and its parts; `complete` where one document tells them all.

    `inside`: what the total holds as well, cut in another way: the hours of a night that is told by regions.
    """

    total: Group
    parts: tuple[Group, ...]
    complete: bool
    inside: tuple[Group, ...] = ()


def totals_of(groups: Iterable[Group]) -> dict[Group, Group]:
    """For each group that can be a part, the nearest total that can hold it: one at most."""
    countable = [
        g for g in groups if g.founder.claim.kind in COUNTED and g.node and g.window and not g.founder.is_threat
    ]
    index: dict[_Key, list[Group]] = defaultdict(list)
    for group in countable:
        if group.figures:
            for day in _days(group):
                index[group.founder.claim.kind, _key(group), day].append(group)
    totals = ((group, _parent(group, index)) for group in countable)
    return {group: total for group, total in totals if total}


def wholes_of(totals: Mapping[Group, Group]) -> list[Whole]:
    """Every total with its parts, as far as it has room for them."""
    parts: dict[Group, list[Group]] = defaultdict(list)
    for group, total in totals.items():
        parts[total].append(group)
    wholes = (_whole(total, found) for total, found in parts.items())
    return [whole for whole in wholes if whole.parts or whole.inside]


def _whole(total: Group, parts: list[Group]) -> Whole:
    """The total with the parts that one document lists as all; else with as many as it has room for."""
    listed = max((_listed(total, parts, document) for document in sorted(_documents(total))), key=len, default=[])
    chosen = listed or _fitting(total, [part for part in parts if _is_placed(part, total)])
    lost = [part for part in parts if part not in chosen and not _is_placed(part, total)]
    return Whole(total, tuple(chosen), bool(listed), (*_hours(total, parts, [*chosen, *lost]), *lost))


def _hours(total: Group, parts: list[Group], chosen: list[Group]) -> list[Group]:
    """The other parts that are hours of the total's, as far as it has room for them."""
    brief = [
        part
        for part in parts
        if part not in chosen and total.window and part.window and _length(part.window) < _length(total.window)
        if total.window.holds(part.window)
    ]
    return _within(brief, _most(total))


def _is_placed(part: Group, total: Group) -> bool:
    """Whether a part is told with a place of its own; else it may be one that is told with it elsewhere."""
    return not _is_lost_in(part, total)


def _listed(total: Group, parts: list[Group], document: str) -> list[Group]:
    """The parts that a document tells beside the total, if they are all: some without a figure, or together the total.

    They are not all where another document tells a further part beside the same total.
    """
    stated = next(
        (f for f in total.members if f.claim.document == document and f.figure is not None and not f.about), None
    )
    told = [part for part in parts if document in _documents(part)]
    if stated is None or len(told) < 2:
        return []
    beside = _documents(total)
    if any(beside & _documents(part) for part in parts if part not in told and _is_placed(part, total)):
        return []
    figure = stated.figure or 0
    said = [[f for f in part.members if f.claim.document == document] for part in told]
    known = sum(max((f.low for f in facts if f.low is not None), default=0) for facts in said)
    is_open = any(all(f.figure is None for f in facts) for facts in said)
    return told if (is_open and known < figure) or known == figure else []


def _fitting(total: Group, parts: list[Group]) -> list[Group]:
    """Parts told beside the total stand, though they be too many; others only as far as the total has room for them."""
    beside, most = _documents(total), _most(total)
    together = [part for part in parts if beside & _documents(part)]
    others = [part for part in parts if part not in together]
    return together + _within(others, None if most is None else most - sum(_least(part) for part in together))


def _within(parts: list[Group], room: int | None) -> list[Group]:
    """As many of these parts, the firmest first, as there is room for."""
    chosen, taken = [], 0
    for part in sorted(
        parts, key=lambda part: (part.window.rank if part.window else 9, part.founder.told, part.founder.claim.id)
    ):
        if room is None or taken + _least(part) <= room:
            taken += _least(part)
            chosen.append(part)
    return chosen


def _most(total: Group) -> int | None:
    return max((high for _, high in total.figures if high is not None), default=None)


def _least(part: Group) -> int:
    return max((low for low, _ in part.figures if low is not None), default=1)


def _documents(group: Group) -> set[str]:
    return {facts.claim.document for facts in group.members}


def _parent(group: Group, index: dict[_Key, list[Group]]) -> Group | None:
    """The nearest whole: one that is told beside it before others, of its own place before wider ones, the briefest."""
    kind, node = group.founder.claim.kind, group.node
    if node is None:
        return None
    found = [
        (whole, level)
        for level, key in enumerate(above_of(node, group.attacker))
        for whole in {id(g): g for day in _days(group) for g in index.get((kind, key, day), ())}.values()
        if _holds(whole, group)
    ]
    found = [one for one in found if not any(_is_lost_in(one[0], other) for other, _ in found)]
    beside = _documents(group)
    return min(found, key=lambda one: _distance(one[0], one[1], beside))[0] if found else None


def above_of(node: Node, attacker: str | None) -> tuple[str, ...]:
    """The places whose totals can hold the count of what happened at a place.

    What falls into the sea, or over a region that both parties hold, also counts with the country under attack.
    """
    country = under_attack(attacker) if node.theatre or is_contested(node.region) else None
    above = (node.key, *node.above)
    return (*above, country.key) if country and country.key not in above else above


def _distance(whole: Group, level: int, beside: set[str]) -> tuple[bool, int, int, int, str]:
    together = any(facts.claim.document in beside for facts in whole.members)
    return not together, level, _length(whole.window), whole.founder.told, whole.founder.claim.id


def _holds(whole: Group, part: Group) -> bool:
    if whole is part or not _slots_fit(whole, part) or not whole.window or not part.window:
        return False
    if not _figures_fit(whole, part):
        return False
    if whole.node is part.node or (whole.node and part.node and whole.node.key == part.node.key):
        return _is_wider(whole, part)
    return _covers(whole.window, part.window) and _told_apart(whole, part)


def _slots_fit(whole: Group, part: Group) -> bool:
    if whole.attacker and part.attacker and whole.attacker != part.attacker:
        return False
    outcome = whole.outcome
    if outcome and part.outcome and outcome not in ("intercepted", part.outcome) and part.outcome != "intercepted":
        return False
    return can_be_one(whole.arms, part.arms)


def _figures_fit(whole: Group, part: Group) -> bool:
    """Whether some figure of the whole leaves room for some figure of the part."""
    most = _most(whole)
    if most is None or any(high is None for _, high in whole.figures):
        return True
    least = min((low or 0 for low, _ in part.figures), default=0)
    return least <= most


def _covers(whole: Window, part: Window) -> bool:
    """Whether a whole's time holds its part's, or, where one of them tells no hours, can be the same."""
    if part.rank == 0 and whole.rank <= 1:
        return whole.holds(part)
    return whole.meets_core(part)


def _told_apart(whole: Group, part: Group) -> bool:
    """A whole and a part of a night and a date are only one night's where they share it for the most part."""
    if whole.window is None or part.window is None or whole.window.rank == part.window.rank:
        return True
    firm, other = sorted((whole.window, part.window), key=lambda window: window.rank)
    common = min(firm.core_end, other.core_end) - max(firm.core_start, other.core_start) + 1
    return 2 * common >= firm.core_end - firm.core_start + 1


def _is_wider(whole: Group, part: Group) -> bool:
    """At one place: a longer time that holds the part's, or weapons or an outcome told less closely."""
    mine, theirs = whole.window, part.window
    if mine is None or theirs is None or not (part.figures or _documents(whole) & _documents(part)):
        return False
    longer = mine.holds(theirs) and not theirs.holds(mine)
    shorter = theirs.holds(mine) and not mine.holds(theirs)
    if longer and part.figures:
        return True
    return (_is_finer(part, whole) and _covers(mine, theirs) and not shorter) or _lacks_its_place(part, whole)


def _lacks_its_place(part: Group, whole: Group) -> bool:
    """Whether one text tells both, the part with a smaller figure and without a place: it is one of the places."""
    if any(facts.placed for facts in part.members) or _documents(part).isdisjoint(_documents(whole)):
        return False
    mine, theirs = part.window, whole.window
    least = max((low for low, _ in part.figures if low is not None), default=0)
    most = max((low for low, _ in whole.figures if low is not None), default=0)
    return mine is not None and theirs is not None and mine.meets_core(theirs) and 0 < least < most


def _is_lost_in(part: Group, whole: Group) -> bool:
    """Whether what seems a total of a country is one place's figure beside the true one."""
    return _key(part) == _key(whole) and _lacks_its_place(part, whole)


def _is_finer(part: Group, whole: Group) -> bool:
    """Whether the part's weapons are some of the whole's, or what became of them is told more closely."""
    some = bool(part.arms) and (not whole.arms or (len(part.arms) < len(whole.arms) and part.arms <= whole.arms))
    closer = whole.outcome == "intercepted" and part.outcome not in (None, "intercepted")
    same = part.outcome == whole.outcome
    return (some and (same or closer)) or (closer and part.arms == whole.arms)


def _key(group: Group) -> str:
    return group.node.key if group.node else ""


def _days(group: Group) -> range:
    window = group.founder.window
    return range(window.start // DAY, min(window.end, window.start + LONGEST * DAY) // DAY + 1) if window else range(0)


def _length(window: Window | None) -> int:
    return window.core_end - window.core_start if window else 0
