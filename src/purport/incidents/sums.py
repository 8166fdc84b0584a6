"""Sums: what totals imply for their parts and parts for their total, and the smallest sets that cannot add up.

Wholes and parts are trees. Bounds go up them, each whole having at least what its parts have, and down again, each part
having at most what the others leave. A total that is told with all its parts, some of them without a figure ("44 in one
region, the others in two more"), is the sum of them and no more; any other total may have parts that nobody has told.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from purport.incidents.figures import counts, latest_of_each
from purport.incidents.group import Group
from purport.incidents.parts import Whole
from purport.model.incident import Contradiction, Implied

__all__ = ["Sums", "add_up"]


class Bound(NamedTuple):
    """At least or at most so many, and the claims that say so; None where nothing bounds."""

    value: int | None
    by: tuple[str, ...] = ()


class _Range(NamedTuple):
    low: Bound
    high: Bound


_OPEN = _Range(Bound(None), Bound(None))


class Sums(NamedTuple):
    """What sums imply for each group, and where they contradict what is stated."""

    implied: dict[Group, Implied]
    contradictions: dict[Group, Contradiction]


def add_up(wholes: Iterable[Whole]) -> Sums:
    """Propagate bounds through all trees of wholes and parts."""
    tree = _Tree(wholes)
    sums = Sums({}, {})
    for root in tree.roots():
        tree.up(root)
        tree.down(root, _OPEN, sums)
    return sums


class _Tree:
    def __init__(self, wholes: Iterable[Whole]) -> None:
        self._wholes = {whole.total: whole for whole in wholes}
        self._parents = {part: whole.total for whole in self._wholes.values() for part in whole.parts}
        self._stated: dict[Group, _Range] = {}
        self._below: dict[Group, _Range] = {}  # what its own figure and its parts leave of each group

    def roots(self) -> list[Group]:
        """Totals that are part of no other."""
        return [total for total in self._wholes if total not in self._parents]

    def _parts(self, group: Group) -> tuple[Group, ...]:
        return self._wholes[group].parts if group in self._wholes else ()

    def up(self, group: Group) -> None:
        """From the leaves: what a group's parts imply for it, joined with what is stated."""
        for part in self._parts(group):
            self.up(part)
        self._stated[group] = _stated(group, _speakers(self._parents.get(group)))
        self._below[group] = _tighter(self._stated[group], self._from_parts(group))

    def _from_parts(self, group: Group) -> _Range:
        whole = self._wholes.get(group)
        if whole is None:
            return _OPEN
        low = _sum(self._least(part) for part in whole.parts)
        high = _sum_of_all(self._below[part].high for part in whole.parts) if whole.complete else Bound(None)
        return _Range(low if low.value else Bound(None), high)

    def _least(self, part: Group) -> Bound:
        """A part's least number; where somebody told it without one, there was one at least."""
        low = self._below[part].low
        if low.value is not None:
            return low
        said = [facts.claim.id for facts in part.members if facts.claim.stance == "asserted"]
        return Bound(1, (min(said),)) if said else Bound(0)

    def down(self, group: Group, above: _Range, sums: Sums) -> None:
        """From the root: what a group's whole leaves for it; notes what is implied and what contradicts."""
        parts = self._parts(group)
        implied = _tighter(above, self._from_parts(group))
        if implied.low.value is not None or implied.high.value is not None:
            by = tuple(dict.fromkeys(implied.low.by + implied.high.by))
            low, high = implied.low.value, implied.high.value
            if low is None or high is None or low <= high:
                sums.implied[group] = Implied(low, high, by)
        self._note_contradiction(group, parts, sums)
        mine = _tighter(self._stated[group], above)
        complete = bool(parts) and self._wholes[group].complete
        for part, left in self._left_for(mine, parts, complete=complete).items():
            self.down(part, left, sums)

    def _left_for(self, whole: _Range, parts: Sequence[Group], *, complete: bool) -> dict[Group, _Range]:
        """What a whole leaves for each part, when the others have their least, and none more than what that leaves."""
        others = {part: [other for other in parts if other is not part] for part in parts}
        high = {part: _less(whole.high, _sum(self._least(other) for other in others[part])) for part in parts}
        if not complete:
            return {part: _Range(Bound(None), high[part]) for part in parts}
        tops = {part: _tighter(self._below[part], _Range(Bound(None), high[part])).high for part in parts}
        low = {part: _less(whole.low, _sum_of_all(tops[other] for other in others[part])) for part in parts}
        return {part: _Range(low[part], high[part]) for part in parts}

    def _note_contradiction(self, group: Group, parts: Sequence[Group], sums: Sums) -> None:
        """The fewest parts that are more together than their whole can be."""
        most = self._stated[group].high
        if most.value is None or not parts:
            return
        lows = sorted((self._below[part].low for part in parts), key=lambda low: -(low.value or 0))
        total, claims = 0, list(most.by)
        for low in lows:
            if total > most.value or not low.value:
                break
            total += low.value
            claims += low.by
        if total > most.value:
            sums.contradictions[group] = Contradiction(tuple(dict.fromkeys(claims)), "count")


def _speakers(whole: Group | None) -> frozenset[str]:
    """Who states the total: a sum is first of all a sum of the figures of one speaker."""
    return frozenset(facts.speaker for facts in whole.members if facts.figure is not None) if whole else frozenset()


def _stated(group: Group, speakers: frozenset[str]) -> _Range:
    """What claims leave of a group's count: the last of each speaker, those of `speakers` alone where they tell one.

    Where they exclude each other, all that any of them leaves is left open.
    """
    firm = [facts for facts in group.members if not facts.about]
    own = [facts for facts in firm if len(facts.nodes) < 2 and (facts.low, facts.high) != (None, None)]
    said = latest_of_each(counts(own or firm, lambda facts: facts.speaker))
    said = [one for one in said if one.origin in speakers] or said
    lows = [Bound(one.low, (one.claim,)) for one in said if one.low is not None]
    highs = [Bound(one.high, (one.claim,)) for one in said if one.high is not None]
    low = max(lows, key=lambda bound: bound.value or 0, default=Bound(None))
    high = min(highs, key=lambda bound: bound.value or 0, default=Bound(None))
    if low.value is not None and high.value is not None and low.value > high.value:
        low = min(lows, key=lambda bound: bound.value or 0)
        high = max(highs, key=lambda bound: bound.value or 0)
    return _Range(low, high)


def _tighter(mine: _Range, theirs: _Range) -> _Range:
    low = theirs.low if mine.low.value is None or (theirs.low.value or -1) > mine.low.value else mine.low
    high = mine.high
    if theirs.high.value is not None and (high.value is None or theirs.high.value < high.value):
        high = theirs.high
    return _Range(low, high)


def _sum(bounds: Iterable[Bound]) -> Bound:
    """The sum of bounds, those that are not known as zero."""
    known = [bound for bound in bounds if bound.value]
    return Bound(sum(bound.value or 0 for bound in known), tuple(id_ for bound in known for id_ in bound.by))


def _sum_of_all(bounds: Iterable[Bound]) -> Bound:
    """The sum of bounds; None where one of them is not known."""
    listed = list(bounds)
    return Bound(None) if any(bound.value is None for bound in listed) else _sum(listed)


def _less(bound: Bound, taken: Bound) -> Bound:
    """What a bound leaves when others have taken theirs; nothing below zero is told."""
    if bound.value is None or taken.value is None or bound.value < taken.value:
        return Bound(None)
    return Bound(bound.value - taken.value, bound.by + taken.by)
