"""Times that a text leaves open, told by the text that it repeats: whose figures these are, his hours they have.

"Today 6 drones were downed: 3 over one region, 2 over another" leaves open which of the day's bulletins is meant, claim
by claim; all its figures together do not. Only what shares its days with a text is set beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log2

from purport.incidents.cells import area_of, days_of
from purport.incidents.facts import Facts
from purport.incidents.parts import COUNTED
from purport.incidents.windows import Window

__all__ = ["settled"]

_ENOUGH = 2.5  # the weight of figures that settle a time: two small ones and a half
_AHEAD = 1.4  # how many times as much weight they have as those of any other time

_Part = tuple[str, str, str, Window]
_Key = tuple[str, str, int]
_Known = dict[tuple[_Key, int], set[Window]]


def settled(units: Sequence[Sequence[Facts]]) -> list[list[Facts]]:
    """The units, with the hours of what they repeat for claims that tell a date only, or no time."""
    parts = _parts(facts for unit in units for facts in unit)
    wanted = {key for told in parts.values() for one in told for key in _keys(one)}
    known = _known((facts for unit in units for facts in unit), wanted)
    found = {part: window for part, told in parts.items() if (window := _window(part[3], told, known))}
    return [[_settled(facts, found) for facts in unit] for unit in units]


def _parts(facts: Iterable[Facts]) -> dict[_Part, list[Facts]]:
    """What each text tells of one kind in one area with one loose time, where it is several figures."""
    parts: dict[_Part, list[Facts]] = defaultdict(list)
    for one in facts:
        part = _part(one)
        if part and one.figure is not None:
            parts[part].append(one)
    return {part: told for part, told in parts.items() if len(told) > 1}


def _part(facts: Facts) -> _Part | None:
    window = facts.window
    if window is None or window.rank not in (2, 4) or facts.claim.kind not in COUNTED or len(facts.nodes) != 1:
        return None
    return facts.claim.document, facts.claim.kind, area_of(facts.nodes[0]), window


def _keys(facts: Facts) -> Iterable[_Key]:
    if facts.figure is not None:
        for node in facts.nodes:
            yield facts.claim.kind, node.key, facts.figure


def _known(facts: Iterable[Facts], wanted: set[_Key]) -> _Known:
    """The hours and nights of which others tell the same, by their days: an archive has the same figure every week."""
    known: _Known = defaultdict(set)
    for one in facts:
        if one.window and one.window.rank <= 1:
            for key in _keys(one):
                if key in wanted:
                    for day in days_of(one.window):
                        known[key, day].add(one.window)
    return known


def _window(mine: Window, told: Sequence[Facts], known: _Known) -> Window | None:
    """The time of which most is told alike, where no other time comes near it."""
    weight: dict[Window, float] = defaultdict(float)
    for key in sorted({key for one in told for key in _keys(one)}):
        for window in {window for day in days_of(mine) for window in known.get((key, day), ()) if window.meets(mine)}:
            weight[window] += log2(1 + key[2])
    if not weight:
        return None
    best = min(weight, key=lambda window: (-weight[window], window.rank, window.core_start, window.core_end))
    others = max((weight[window] for window in weight if not window.meets_core(best)), default=0.0)
    if weight[best] < _ENOUGH or weight[best] < _AHEAD * others:
        return None
    return best.within(mine)


def _settled(facts: Facts, found: dict[_Part, Window]) -> Facts:
    part = _part(facts)
    return replace(facts, window=found[part], said=facts.window) if part in found else facts
