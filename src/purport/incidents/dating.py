"""Documents without a date, dated by what they tell: figures that dated claims of others tell of one night."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from math import log2

from purport.incidents.facts import Facts
from purport.incidents.windows import DAY, Window, date_text, night_of
from purport.model.incident import Dating, When

__all__ = ["date_by_evidence"]

_ENOUGH = 3.5  # the weight of matches that dates a document: one figure of eleven, or several small ones
_AHEAD = 1.5  # how many times as much weight the best night has as any other
_NEAR = DAY  # what else such a document tells happened within a day of it

_Key = tuple[str, str, int]


def date_by_evidence(facts: list[Facts]) -> tuple[list[Facts], list[Dating]]:
    """The facts, with windows for those of undated documents where evidence gives one; and the datings."""
    undated: dict[str, list[Facts]] = defaultdict(list)
    for one in facts:
        if one.window is None:
            undated[one.claim.document].append(one)
    if not undated:
        return facts, []
    known = _known(facts, {key for told in undated.values() for one in told for key in _keys(one)})
    windows: dict[str, Window] = {}
    datings = []
    for document, told in undated.items():
        found = _dating(document, told, known)
        if found:
            dating, window = found
            datings.append(dating)
            windows |= _spread(told, window, frozenset(dating.by))
    dated = [
        replace(one, window=windows[one.claim.id], dated=True) if one.claim.id in windows else one for one in facts
    ]
    return dated, datings


def _keys(facts: Facts) -> Iterable[_Key]:
    if facts.figure is not None and facts.placed:
        for node in facts.nodes:
            yield facts.claim.kind, node.key, facts.figure


def _known(facts: list[Facts], wanted: set[_Key]) -> dict[_Key, list[Facts]]:
    """Claims that tell their night or hours, by what they say."""
    known: dict[_Key, list[Facts]] = defaultdict(list)
    for one in facts:
        if one.window and one.window.rank <= 2:
            for key in _keys(one):
                if key in wanted:
                    known[key].append(one)
    return known


def _dating(document: str, told: list[Facts], known: dict[_Key, list[Facts]]) -> tuple[Dating, Window] | None:
    weight: dict[int, float] = defaultdict(float)
    firmest: dict[int, Window] = {}
    by: dict[int, set[str]] = defaultdict(set)
    for one in told:
        for night, match in _matches(one, known).items():
            weight[night] += log2(1 + (one.figure or 0))
            by[night] |= {one.claim.id, match.claim.id}
            window = match.window
            if window and (night not in firmest or window.rank == 1):
                firmest[night] = window
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]):
        return None
    night, best = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    confidence = round(best / (best + second + 1), 2)
    window = firmest[night]
    return Dating(document, _when(window), confidence, tuple(sorted(by[night]))), window


def _matches(facts: Facts, known: dict[_Key, list[Facts]]) -> dict[int, Facts]:
    """For each night the first dated claim that says the same of the same side."""
    found: dict[int, Facts] = {}
    for key in _keys(facts):
        for other in known.get(key, ()):
            sides = {facts.attacker, other.attacker} - {None}
            if other.window and len(sides) <= 1:
                found.setdefault(night_of(other.window), other)
    return found


def _spread(told: list[Facts], window: Window, matched: frozenset[str]) -> dict[str, Window]:
    """Windows for all that the document tells: the night itself for claims of the matches' kind and side."""
    like = {(one.claim.kind, one.attacker) for one in told if one.claim.id in matched}
    near = Window(window.start - _NEAR, window.end + _NEAR, window.start - _NEAR, window.end + _NEAR, 4)
    return {one.claim.id: window if (one.claim.kind, one.attacker) in like else near for one in told}


def _when(window: Window) -> When:
    return When(date_text(window.start), date_text(window.end), "evidence")
