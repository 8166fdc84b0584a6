"""What people have decided, as linking has to follow it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Any, Self

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from purport.incidents.facts import Facts
from purport.model import Claim, Outcome, People, Place, Quantity, Stance, TimeSpan, Weapon
from purport.model.incident import Judgement

__all__ = ["CORRECTIONS", "Decisions", "undone"]

CORRECTIONS: Mapping[str, tuple[str, Any]] = MappingProxyType(
    {
        "place": ("places", Place),
        "count": ("count", Quantity),
        "attacker": ("attacker", str | None),
        "weapons": ("weapons", tuple[Weapon, ...]),
        "outcome": ("outcome", Outcome | None),
        "time": ("time", TimeSpan | None),
        "stance": ("stance", Stance),
        "people": ("people", tuple[People, ...]),
    }
)
"""Verdicts that put a value into a slot of claims: which slot, and the form of the value."""


class Decisions(Struct, frozen=True):
    """Standing judgements. `together`: sets of claims about one thing; `apart`: pairs about two.

    `slots`: for each claim that people have corrected, what shall stand in which of its slots.
    """

    together: tuple[tuple[str, ...], ...]
    apart: frozenset[frozenset[str]]
    rejected: frozenset[str]
    slots: dict[str, dict[str, Any]]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Self:
        """Those that nobody has undone; of two about one slot, the later stands."""
        standing = _standing(judgements)
        by = {verdict: [one for one in standing if one.verdict == verdict] for verdict in ("same", "different")}
        return cls(
            tuple(one.claims for one in by["same"]),
            frozenset(frozenset(pair) for one in by["different"] for pair in combinations(one.claims, 2)),
            frozenset(claim for one in standing if one.verdict == "rejected" for claim in one.claims),
            _slots(standing),
        )

    def corrected(self, claim: Claim) -> Claim:
        """The claim with what people have put in the place of its slots."""
        slots = self.slots.get(claim.id)
        return replace(claim, **slots) if slots else claim

    def mates(self, claims: Collection[str]) -> frozenset[str]:
        """All claims that judgements make one with one of these, over any number of steps; these too, where they do."""
        found: frozenset[str] = frozenset()
        while True:
            reached = found.union(claims)
            grown = found.union(*(ids for ids in self.together if not reached.isdisjoint(ids)))
            if grown == found:
                return found
            found = grown

    def units(self, facts: Sequence[Facts]) -> list[list[Facts]]:
        """Claims that belong together in any case; all others alone."""
        known = {one.claim.id: one for one in facts} if self.together else {}
        group: dict[str, list[Facts]] = {}
        for ids in self.together:
            merged = {id(one): one for claim in ids if claim in known for one in group.get(claim, [known[claim]])}
            unit = list(merged.values())
            group |= dict.fromkeys((one.claim.id for one in unit), unit)
        joined = {id(unit): unit for unit in group.values()}
        return [*joined.values(), *([one] for one in facts if one.claim.id not in group)]


def undone(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The ids of those that an undoing withdraws; who undoes an undoing brings back what it undid."""
    found: set[str] = set()
    for one in sorted(judgements, key=_in_time, reverse=True):
        if one.verdict == "undo" and one.id not in found:
            found.add(str(one.value))
    return frozenset(found)


def _standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    listed = sorted(judgements, key=_in_time)
    withdrawn = undone(listed)
    return [one for one in listed if one.verdict != "undo" and one.id not in withdrawn]


def _in_time(one: Judgement) -> tuple[str, str]:
    return one.at, one.id


def _slots(standing: Iterable[Judgement]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for one in standing:
        if one.verdict in CORRECTIONS:
            slot, form = CORRECTIONS[one.verdict]
            value = msgspec.convert(one.value, form)
            for claim in one.claims:
                found.setdefault(claim, {})[slot] = (value,) if one.verdict == "place" else value
    return found
