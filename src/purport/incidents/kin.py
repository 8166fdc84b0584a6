"""Which groups can be wholes and parts of which, by place and days alone."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from purport.incidents.cells import days_of
from purport.incidents.group import Group
from purport.incidents.parts import above_of

__all__ = ["Kin"]


class Kin:
    """Groups by where they are, and by where what they can be a part of is."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._at: dict[tuple[str, int], list[Group]] = defaultdict(list)
        self._under: dict[tuple[str, int], list[Group]] = defaultdict(list)
        for group in groups:
            for day in _days(group):
                self._at[_key(group), day].append(group)
                for key in _reach(group):
                    self._under[key, day].append(group)

    def at(self, places: Iterable[str], days: Iterable[int]) -> set[Group]:
        """Groups at one of these places on one of these days."""
        return {group for spot in product(places, days) for group in self._at.get(spot, ())}

    def under(self, places: Iterable[str], days: Iterable[int]) -> set[Group]:
        """Groups that can be a part of what is told of one of these places on one of these days."""
        return {group for spot in product(places, days) for group in self._under.get(spot, ())}

    def totals(self, groups: Iterable[Group]) -> set[Group]:
        """Groups that one of these can be a part of."""
        return {total for group in groups for total in self.at(_reach(group), _days(group))}

    def parts(self, groups: Iterable[Group]) -> set[Group]:
        """Groups that can be a part of one of these."""
        return {part for group in groups for part in self.under((_key(group),), _days(group))}


def _reach(group: Group) -> tuple[str, ...]:
    return above_of(group.node, group.attacker) if group.node else ()


def _key(group: Group) -> str:
    return group.node.key if group.node else ""


def _days(group: Group) -> frozenset[int]:
    return days_of(group.founder.window)
