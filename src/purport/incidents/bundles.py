"""Figures that are told of several places together ("nine over these two regions"): sums of their own.

A bundle is a whole of which nobody makes an incident. It stands between its parts and their total, and its parts are
all that it has.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from purport.incidents.cells import areas_of
from purport.incidents.facts import Facts
from purport.incidents.group import Group
from purport.incidents.parts import COUNTED, Whole

__all__ = ["is_joint", "with_bundles"]

_Parts = tuple[Group, ...]


def with_bundles(wholes: Sequence[Whole], groups: Iterable[Group]) -> list[Whole]:
    """The wholes, with those that joint figures make of their parts."""
    told = _joint(groups)
    if not told:
        return list(wholes)
    parents = {part: whole.total for whole in wholes for part in whole.parts}
    bundles: dict[Group | None, list[Whole]] = defaultdict(list)
    taken: set[Group] = set()
    for parts, facts in sorted(told.items(), key=lambda item: (item[1][0].told, item[1][0].claim.id)):
        totals = {parents.get(part) for part in parts}
        if len(totals) == 1 and taken.isdisjoint(parts):
            taken.update(parts)
            bundles[totals.pop()].append(Whole(_total(facts), parts, complete=True))
    inner = [bundle for found in bundles.values() for bundle in found]
    return [*(_around(whole, bundles.get(whole.total, ())) for whole in wholes), *inner]


def _joint(groups: Iterable[Group]) -> dict[_Parts, list[Facts]]:
    """Groups that share a figure, with the claims that state it."""
    homes: dict[str, tuple[Facts, list[Group]]] = {}
    for group in groups:
        if group.founder.claim.kind in COUNTED:
            for facts in group.members:
                if is_joint(facts):
                    homes.setdefault(facts.claim.id, (facts, []))[1].append(group)
    told: dict[_Parts, list[Facts]] = defaultdict(list)
    for facts, found in homes.values():
        if len(found) == len(facts.nodes):
            told[tuple(sorted(found, key=lambda group: group.id))].append(facts)
    return {parts: sorted(said, key=lambda facts: (facts.told, facts.claim.id)) for parts, said in told.items()}


def is_joint(facts: Facts) -> bool:
    """Whether a claim states one figure of several places of one area."""
    told = len(facts.nodes) > 1 and facts.claim.count is not None and facts.claim.stance != "denied"
    return told and len(areas_of(facts)) == 1


def _total(facts: Sequence[Facts]) -> Group:
    counted = [
        replace(one, low=one.claim.count.min, high=one.claim.count.max, nodes=()) for one in facts if one.claim.count
    ]
    bundle = Group(counted[0], None)
    for one in counted[1:]:
        bundle.join(one)
    return bundle


def _around(whole: Whole, bundles: Sequence[Whole]) -> Whole:
    """A whole whose bundled parts it has through their bundle."""
    inside = {part for bundle in bundles for part in bundle.parts}
    if not inside:
        return whole
    kept = [part for part in whole.parts if part not in inside]
    return whole._replace(parts=(*kept, *(bundle.total for bundle in bundles)))
