"""Linking anew only what a change can reach: the same incidents come out as if all claims were linked again.

Claims of one kind in one area meet only where they share a day, and each decides by the groups that it meets. So where
all claims of some days are at hand, what they come to differs from what is stored for two reasons only: the change, or
claims beyond those days that are missing. The change is followed from the days that it touches, through groups that
differ, until every claim that shares a day with it meets otherwise only groups that are stored just so. Then what is
within is right, and what is stored without has no reason to change. Sums are followed in the same way, along wholes and
parts. Where the days at hand do not suffice, more are fetched.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple, Protocol

from purport.incidents.build import Locate
from purport.incidents.bundles import is_joint
from purport.incidents.cells import Realm, area_of, days_of
from purport.incidents.facts import Facts
from purport.incidents.group import Group
from purport.incidents.judging import Decisions
from purport.incidents.kin import Kin
from purport.incidents.link import Linked
from purport.incidents.linking import link_groups
from purport.incidents.parts import COUNTED, above_of
from purport.model.incident import Incident

__all__ = ["Around", "Changes", "Touched", "settle"]

Days = frozenset[int]

_REACH = 5  # days on either side that are fetched at once; most changes reach no further
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


class Touched(NamedTuple):
    """Claims that have changed: their ids, those judged to be one with them too, and how they stood and stand."""

    ids: frozenset[str]
    facts: Sequence[Facts]


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

    def view(self, touched: Touched) -> "_View":
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
    touched: Touched

    @cached_property
    def days(self) -> dict[str, Days]:
        """The days that each claim touches, or touched, itself or by those that are judged to be one with it."""
        found: dict[str, Days] = {}
        for one in self.touched.facts:  # a claim that is rejected, or no more, had its incident in those days
            found[one.claim.id] = found.get(one.claim.id, frozenset()) | days_of(one.window)
        for unit in self.units:  # what a person, or evidence, has put at another time has left those where it was
            days = _union(days_of(one.window) | found.get(one.claim.id, frozenset()) for one in unit)
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
        same = {known for known in new & stored if self.touched.ids.isdisjoint(known.claims)}
        return [*(new - same), *(stored - same)]

    def _known(self, id_: str, claims: Iterable[str]) -> _Known:
        held = frozenset(claims)
        return _Known(id_, held, _union(self.days.get(claim, frozenset()) for claim in held))

    @cached_property
    def shaken(self) -> dict[Group, _Known]:
        """Groups with claims of texts that are touched, or tell a figure that a touched claim tells of the same place.

        Such a text can win or lose the time or the origin that it has from others.
        """
        keys = {key for one in self.touched.facts for key in _figures(one)}
        texts = {one.claim.document for one in self.touched.facts}
        texts |= {one.claim.document for one in self.all_facts if not keys.isdisjoint(_figures(one))}
        return {
            group: known
            for group, known in self.new.items()
            if any(one.claim.document in texts for one in group.members)
        }

    def reached(self, begun: Days) -> tuple[Days, Days]:
        """The days within which a change of these days stays, and all days of what that can depend on.

        A change can alter groups, and the time of texts that share a day with it; and those the choice of claims that
        share a day with them.
        """
        inside = begun
        met = begun | _union(known.days for known in self.shaken.values() if not known.days.isdisjoint(begun))
        while True:
            around = met | inside
            around |= _union(days for days in self.days.values() if not days.isdisjoint(around))
            grown = inside | _union(known.days for known in self.differing if not known.days.isdisjoint(around))
            if grown == inside:
                beyond = (known.days for known in self.new.values() if not known.days.isdisjoint(around))
                return inside, around | _union(beyond)
            inside = grown

    def family(self, changed: Iterable[_Known], begun: Days, linked: Linked, kin: Kin) -> set[Group]:
        """Groups whose record a change can alter: the changed and shaken ones, and whom sums bind to them.

        Those are all wholes and parts of what can be, or can have been, a whole or a part of a changed group.
        """
        ids = {known.id for known in changed}
        met = {group for group, known in self.shaken.items() if not known.days.isdisjoint(begun)}
        met |= {group for group, known in self.new.items() if known.id in ids}
        if self.zone.realm.kind not in COUNTED:
            return met
        near = met | kin.parts(met)
        bound = set()
        for known in changed:
            members = [one for one in (*self.all_facts, *self.touched.facts) if one.claim.id in known.claims]
            nodes = {node for one in members for node in one.nodes}
            near |= kin.under({node.key for node in nodes}, known.days)
            sides = {one.attacker for one in members}
            bound |= kin.at({key for node in nodes for side in sides for key in above_of(node, side)}, known.days)
        return _connected(near | bound | kin.totals(near), linked)

    def all_days(self, groups: Iterable[Group]) -> Days:
        """All days that claims of these groups touch."""
        return _union(self.new[group].days for group in groups)


def settle(
    realm: Realm, days: Iterable[int], touched: Touched, around: Around, decisions: Decisions, locate: Locate
) -> Changes:
    """What a realm comes to after a change of claims that touch, or touched, these days."""
    zone, begun, pad = _Zone(realm, around, decisions), frozenset(days), 1
    zone.stored |= around.stored(touched.ids)
    wanted: Iterable[int] = _padded(begun, _REACH)
    while True:
        zone.cover(wanted)
        view = zone.view(touched)
        inside, needed = view.reached(begun) if pad < _ALL else (frozenset(zone.days), begun)
        if needed <= zone.days:
            linked, kin = Linked(view.all_facts, view.groups, {}, locate), Kin(view.groups)
            changed = [known for known in view.differing if known.days <= inside]
            family = view.family(changed, begun, linked, kin)
            needed = view.all_days(family | kin.totals(family) | kin.parts(family))
            unknown = _union(known.days for known in view.differing if not known.days <= inside)
            if (needed <= zone.days and needed.isdisjoint(unknown)) or pad >= _ALL:
                return Changes(linked, _in_order(linked, family), _gone(view, changed))
        wanted = _padded(needed, pad)
        pad *= 2


def _figures(facts: Facts) -> Iterator[tuple[str, str, int]]:
    if facts.figure is not None:
        for node in facts.nodes:
            yield facts.claim.kind, node.key, facts.figure


def _connected(groups: Iterable[Group], linked: Linked) -> set[Group]:
    """These groups with all that sums bind to them, over any number of steps: wholes, parts, and joint figures."""
    bound: dict[Group | str, list[Group | str]] = defaultdict(list)
    pairs: Iterable[tuple[Group, Group | str]] = chain(linked.totals.items(), _joint(linked.groups))
    for group, other in pairs:
        bound[group].append(other)
        bound[other].append(group)
    found: set[Group | str] = set(groups)
    open_ = list(found)
    while open_:
        fresh = [other for other in bound.get(open_.pop(), ()) if other not in found]
        found.update(fresh)
        open_ += fresh
    return {one for one in found if isinstance(one, Group)}


def _joint(groups: Iterable[Group]) -> Iterator[tuple[Group, str]]:
    """Groups with the claims that state one figure of several of them."""
    return ((group, facts.claim.id) for group in groups for facts in group.members if is_joint(facts))


def _gone(view: _View, changed: Iterable[_Known]) -> frozenset[str]:
    stands = {known.id for known in view.new.values()}
    return frozenset(known.id for known in changed if known.id in view.zone.stored and known.id not in stands)


def _in_order(linked: Linked, groups: set[Group]) -> tuple[Group, ...]:
    return tuple(group for group in linked.groups if group in groups)


def _padded(days: Iterable[int], pad: int) -> set[int]:
    return {day + off for day in days for off in range(-pad, pad + 1)}


def _union(parts: Iterable[Days]) -> Days:
    return frozenset().union(*parts)
