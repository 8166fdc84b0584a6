"""Claims to groups, one for each incident: the firmest told first, each to the group that it fits best, or to its own.

The order in which claims come in plays no part. A claim is compared only with groups of its kind at its place in its
days, so that cost grows with what is told about one place in one day, not with the archive.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from purport.incidents.cells import area_of, areas_of
from purport.incidents.compare import THRESHOLD, Fit, compare
from purport.incidents.facts import Facts
from purport.incidents.group import Group
from purport.incidents.settling import settled
from purport.incidents.tree import Node, under_attack
from purport.incidents.wars import parties
from purport.incidents.weapons import Arms
from purport.incidents.windows import DAY, LONGEST, UNDATED, Window

__all__ = ["PLACED", "UNPLACED", "Apart", "Linker", "firmness", "link_groups"]

PLACED, UNPLACED = 1.0, 0.3  # points for the place that a claim names, and for that of one that names none
_AWAY = 0.0
_CLEAR = 0.4  # points by which one place must fit better than any other a claim that names none

Apart = frozenset[frozenset[str]]
"""Pairs of claims that a person has judged to be about different things."""

_Key = tuple[str, bool, str, int]
_Candidate = tuple[float, int, str, Group]


class Linker:
    """Groups of one set of claims; `apart` and `together` are what people have judged."""

    def __init__(self, apart: Apart = frozenset()) -> None:
        self._apart = apart
        self._kept_apart = frozenset(id_ for pair in apart for id_ in pair)
        self._index: dict[_Key, list[Group]] = defaultdict(list)
        self._by_sign: dict[tuple[str, bool, str, int, int | str], list[Group]] = defaultdict(list)
        self._documents: dict[tuple[str, str], list[Facts]] = defaultdict(list)
        self._countries = parties()
        self.groups: list[Group] = []

    def take(self, units: Iterable[Sequence[Facts]]) -> None:
        """Link units: claims that belong together in any case, mostly one. Firmest first, whatever their order."""
        listed = list(units)
        for facts in (facts for unit in listed for facts in unit):
            for area in areas_of(facts):
                self._documents[facts.claim.document, area].append(facts)
        for unit in sorted((sorted(unit, key=firmness) for unit in listed), key=lambda unit: firmness(unit[0])):
            lead = unit[0]
            for node in lead.nodes or (None,):
                group = self._place(lead, node)
                for other in unit[1:]:
                    group.join(other)

    def _place(self, facts: Facts, node: Node | None) -> Group:
        best = self._best(facts, node)
        if best is None:
            group = Group(facts, node)
            self.groups.append(group)
            self._register(group)
            return group
        best.join(facts)
        self._note_sign(best, facts)
        return best

    def _best(self, facts: Facts, node: Node | None) -> Group | None:
        here = self._fitting(facts, self._here(facts, node), PLACED if facts.placed else UNPLACED)
        is_lost = not facts.placed and not self._is_total(facts, node)
        away = self._fitting(facts, self._elsewhere(facts, node), _AWAY) if is_lost else []
        if len(away) > 1 and away[0][0] > away[1][0] - _CLEAR:
            away = []
        found = sorted([*here, *away[:1]], key=lambda one: one[:3])
        return found[0][3] if found else None

    def _fitting(self, facts: Facts, groups: Iterable[Group], place: float) -> list[_Candidate]:
        """The groups that a claim fits, the best first."""
        fits = ((self.fit(facts, group, place), group) for group in groups)
        found = [
            (-fit.score, group.founder.told, group.founder.claim.id, group) for fit, group in fits if fit is not None
        ]
        return sorted(found, key=lambda one: one[:3])

    def fit(self, facts: Facts, group: Group, place: float = PLACED) -> Fit | None:
        """How a claim fits a group, `place` points for the place included; None where it does not."""
        if facts.claim.id in self._kept_apart and self._judged_apart(facts, group):
            return None
        fit = compare(facts, group)
        if fit is None or fit.score + place < THRESHOLD:
            return None
        if (facts.arms, facts.claim.outcome) != (group.arms, group.outcome) and self._has_twin(facts, group):
            return None
        return Fit(fit.score + place, fit.reasons)

    def _has_twin(self, facts: Facts, group: Group) -> bool:
        """Whether a text of the same speaker, or the claim's own, tells both as two: this beside the other."""
        sign, area, found = _telling(facts), area_of(group.node), False
        own = {_telling(other) for other in self._beside(facts, area) if other.nodes == facts.nodes}
        for member in group.members:
            if member.speaker == facts.speaker and member.claim.document != facts.claim.document:
                if _telling(member) == sign:
                    return False
                found = found or _telling(member) in own
                found = found or any(
                    _telling(other) == sign and (other.nodes == facts.nodes or not other.placed or not facts.placed)
                    for other in self._beside(member, area)
                )
        return found

    def _beside(self, facts: Facts, area: str) -> Iterable[Facts]:
        """What a claim's text tells beside it, of the same time and area."""
        told = self._documents.get((facts.claim.document, area), ())
        return (other for other in told if other is not facts and other.window == facts.window)

    def _is_total(self, facts: Facts, node: Node | None) -> bool:
        """Whether a claim without a place stands beside others that name theirs, and has as many as all of them."""
        beside = [
            other.low or 1
            for other in self._documents.get((facts.claim.document, area_of(node)), ())
            if other.placed and other.claim.kind == facts.claim.kind and other.window == facts.window
        ]
        return bool(beside) and facts.figure is not None and sum(beside) <= facts.figure

    def _judged_apart(self, facts: Facts, group: Group) -> bool:
        return any(frozenset((facts.claim.id, member.claim.id)) in self._apart for member in group.members)

    def _here(self, facts: Facts, node: Node | None) -> Iterable[Group]:
        """Groups at the claim's place in its days."""
        kind, key = (facts.claim.kind, facts.is_threat), node.key if node else ""
        return {
            id(group): group for day in _days(facts.window) for group in self._index.get((*kind, key, day), ())
        }.values()

    def _elsewhere(self, facts: Facts, node: Node | None) -> Iterable[Group]:
        """Groups anywhere in the country, or in any, that state the same number, or have the same speaker."""
        kind, sign = (facts.claim.kind, facts.is_threat), _sign(facts)
        return {
            id(group): group
            for country in ((node.key,) if node else self._countries)
            for day in _days(facts.window)
            for group in self._by_sign.get((*kind, country, day, sign), ())
            if node is None or group.node is None or group.node.key != node.key
        }.values()

    def _register(self, group: Group) -> None:
        facts, key = group.founder, group.node.key if group.node else ""
        for day in _days(facts.window):
            self._index[facts.claim.kind, facts.is_threat, key, day].append(group)
        self._note_sign(group, facts)

    def _note_sign(self, group: Group, facts: Facts) -> None:
        country = _country(group) if facts.placed or facts.nodes else None
        for day in _days(facts.window) if country else ():
            self._by_sign[facts.claim.kind, facts.is_threat, country or "", day, _sign(facts)].append(group)


def link_groups(units: Iterable[Sequence[Facts]], apart: Apart = frozenset()) -> list[Group]:
    """The groups that these claims make."""
    linker = Linker(apart)
    linker.take(settled(list(units)))
    return linker.groups


def firmness(facts: Facts) -> tuple[bool, int, bool, bool, bool, int, str]:
    """Who tells most comes first, the place above all; between equals the one told first."""
    window = facts.window
    return (
        not facts.placed,
        window.rank if window else 5,
        not facts.arms,
        facts.attacker is None,
        facts.figure is None,
        facts.told,
        facts.claim.id,
    )


def _country(group: Group) -> str | None:
    """The country that a group counts with."""
    node = group.node
    above = under_attack(group.attacker) if node and node.theatre else None
    return above.key if above else node.country if node else None


def _sign(facts: Facts) -> int | str:
    """What a claim without a place can be known by: its number, or who says it."""
    return facts.speaker if facts.figure is None else facts.figure


def _telling(facts: Facts) -> tuple[str, str, str | None, Arms, int | None]:
    """What of a claim a copy repeats."""
    return facts.claim.kind, facts.speaker, facts.claim.outcome, facts.arms, facts.figure


def _days(window: Window | None) -> Iterable[int]:
    if window is None:
        return (UNDATED,)
    first, last = window.start // DAY, window.end // DAY
    return range(first, last + 1) if last - first <= LONGEST else (first, last)
