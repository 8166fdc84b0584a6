"""Linking anew only what a change can reach: the same incidents come out as if all claims were linked again.

Claims of one kind in one area meet only where they share a day, and each decides by the groups that it meets. So where
all claims of some days are at hand, what they come to differs from what is stored for two reasons only: the change, or
claims beyond those days that are missing. The change is followed from the days that it touches, through groups that
differ, until every claim that shares a day with it meets otherwise only groups that are stored just so. Then what is
within is right, and what is stored without has no reason to change. Sums are followed in the same way, along wholes and
parts. Where the days at hand do not suffice, more are fetched.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from purport.incidents.build import Locate
from purport.incidents.cells import Realm, area_of, days_of
from purport.incidents.facts import Facts
from purport.incidents.group import Group
from purport.incidents.judging import Decisions
from purport.incidents.link import Linked
from purport.incidents.linking import link_groups
from purport.model.incident import Incident

__all__ = ["Around", "Changes", "settle"]

Days = frozenset[int]

_PAD = 8  # days on either side that are fetched at once; what most changes reach
_ALL = 1 << 15  # days on either side that are all there are


class Around(Protocol):
    """The claims and incidents of one realm, as the book has them."""

    def of_days(self, days: Days) -> Iterable[Facts]:
        """All claims that touch these days, and those that a person has judged to be one with them."""
        ...

    def members(self, claims: Iterable[str]) -> Iterable[Facts]:
        """Those of the claims of these ids that stand."""
        ...

    def stored(self, claims: Iterable[str]) -> Mapping[str, Incident]:
        """The realm's incidents that hold one of these claims, as they were linked last, by id."""
        ...


class Changes(NamedTuple):
    """What a change comes to: the groups that it can reach, and the ids of incidents that are no more."""

    linked: Linked
    groups: tuple[Group, ...]
    gone: frozenset[str]


class _Known(NamedTuple):
    """A group, new or stored, as far as it is compared: its id, its claims, and all days that they touch."""

    id: str
    claims: frozenset[str]
    days: Days


@dataclass
class _Zone:
    """What is at hand: all claims that touch `days`, and some more."""

    realm: Realm
    around: Around
    decisions: Decisions
    days: set[int] = field(default_factory=set)
    facts: dict[str, Facts] = field(default_factory=dict)
    stored: dict[str, Incident] = field(default_factory=dict)

    def cover(self, days: Iterable[int]) -> None:
        """Fetch what is not at hand yet of these days."""
        wanted = frozenset(days) - self.days
        self.days |= wanted
        fetched = {one.claim.id: one for one in self.around.of_days(wanted) if one.claim.id not in self.facts}
        self.facts |= fetched
        self.stored |= self.around.stored(fetched)
        held = (claim for incident in self.stored.values() for claim in incident.claims)
        missing = [claim for claim in dict.fromkeys(held) if claim not in self.facts]
        self.facts |= {one.claim.id: one for one in self.around.members(missing)}

    def view(self, touched: frozenset[str]) -> "_View":
        """What it comes to."""
        facts = [one for _, one in sorted(self.facts.items())]
        units = self.decisions.units(facts)
        groups = link_groups(units, self.decisions.apart)
        mine = [g for g in groups if (g.founder.claim.kind, area_of(g.node)) == self.realm]
        return _View(self, facts, units, mine, touched)


@dataclass
class _View:
    """The groups that the claims at hand make, beside those that are stored."""

    zone: _Zone
    all_facts: list[Facts]
    units: list[list[Facts]]
    groups: list[Group]
    touched: frozenset[str]

    @cached_property
    def days(self) -> dict[str, Days]:
        """The days that each claim touches, itself or by those that are judged to be one with it."""
        found: dict[str, Days] = {}
        for unit in self.units:
            days = frozenset().union(*(days_of(one.window) for one in unit))
            found |= dict.fromkeys((one.claim.id for one in unit), days)
        return found

    @cached_property
    def new(self) -> dict[Group, _Known]:
        """The groups as they are now."""
        return {group: self._known(group.id, (one.claim.id for one in group.members)) for group in self.groups}

    @cached_property
    def differing(self) -> list[_Known]:
        """Groups that are not stored just so, and stored ones that are no more; those of touched claims in any case."""
        stored = {self._known(id_, incident.claims) for id_, incident in self.zone.stored.items()}
        new = set(self.new.values())
        same = {known for known in new & stored if self.touched.isdisjoint(known.claims)}
        return [*(new - same), *(stored - same)]

    def _known(self, id_: str, claims: Iterable[str]) -> _Known:
        held = frozenset(claims)
        return _Known(id_, held, _union(self.days.get(claim, frozenset()) for claim in held))

    def reached(self, days: Days) -> tuple[Days, Days]:
        """The days of groups that the change of these days can reach, and those of all claims that touch them."""
        while True:
            around = days | _union(self.days[one] for one in self.days if not self.days[one].isdisjoint(days))
            grown = days | _union(known.days for known in self.differing if not known.days.isdisjoint(around))
            if grown == days:
                return days, around
            days = grown

    def meeting(self, days: Days) -> set[Group]:
        """Groups that share a day with these."""
        return {group for group, known in self.new.items() if not known.days.isdisjoint(days)}

    def days_around(self, groups: Iterable[Group]) -> Days:
        """The days of all groups that share a day with one of these."""
        return _union(self.new[group].days for group in self.meeting(_union(self.new[g].days for g in groups)))


def settle(
    realm: Realm, days: Iterable[int], touched: frozenset[str], around: Around, decisions: Decisions, locate: Locate
) -> Changes:
    """What a realm comes to after a change of `touched` claims, which touch, or touched, these days."""
    zone, begun, pad = _Zone(realm, around, decisions), frozenset(days), _PAD
    zone.stored |= around.stored(touched)
    wanted = begun
    while True:
        zone.cover(_padded(wanted, pad))
        view = zone.view(touched)
        inside, meeting = view.reached(begun) if pad < _ALL else (frozenset(zone.days), begun)
        wanted = meeting
        if meeting <= zone.days:
            linked = Linked(view.all_facts, view.groups, {}, locate)
            changed = [known for known in view.differing if known.days <= inside]
            family = _family(view, linked, changed, begun)
            wanted = view.days_around(family)
            unknown = _union(known.days for known in view.differing if not known.days <= inside)
            if (wanted <= zone.days and wanted.isdisjoint(unknown)) or pad >= _ALL:
                return Changes(linked, _in_order(linked, family), _gone(view, changed))
        pad *= 2


def _family(view: _View, linked: Linked, changed: Sequence[_Known], begun: Days) -> set[Group]:
    """Groups whose sums or origins a change can alter: the wholes and parts of what is near, and of what is near that.

    Near is what shares a day: it can have lost or won a part, a whole, or an earlier teller.
    """
    near = begun | _union(known.days for known in changed)
    near |= _union(view.new[group].days for group in view.meeting(near))
    return _connected(view.meeting(near), linked.totals)


def _connected(groups: Iterable[Group], totals: Mapping[Group, Group]) -> set[Group]:
    """These groups with all that are their wholes or parts, over any number of steps."""
    beside: dict[Group, list[Group]] = defaultdict(list)
    for part, total in totals.items():
        beside[part].append(total)
        beside[total].append(part)
    found, open_ = set(groups), list(groups)
    while open_:
        fresh = [other for other in beside.get(open_.pop(), ()) if other not in found]
        found.update(fresh)
        open_ += fresh
    return found


def _gone(view: _View, changed: Iterable[_Known]) -> frozenset[str]:
    stands = {known.id for known in view.new.values()}
    return frozenset(known.id for known in changed if known.id in view.zone.stored and known.id not in stands)


def _in_order(linked: Linked, groups: set[Group]) -> tuple[Group, ...]:
    return tuple(group for group in linked.groups if group in groups)


def _padded(days: Iterable[int], pad: int) -> set[int]:
    return {day + off for day in days for off in range(-pad, pad + 1)}


def _union(parts: Iterable[Days]) -> Days:
    return frozenset().union(*parts)
