"""What several claims leave of a number: its bounds, the likeliest, and the rule that chose it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from purport.incidents.facts import Facts
from purport.model.incident import Figure, Rule

__all__ = ["Stated", "counts", "figure_of", "latest_of_each"]


_Said = tuple[int | None, int | None, int | None]


class Stated(NamedTuple):
    """One claim's bounds of a number, who they go back to and when they were told; `own`: in his own voice."""

    low: int | None
    high: int | None
    origin: str
    told: int
    claim: str
    own: bool = True

    def excludes(self, other: "Stated") -> bool:
        """Whether both cannot be true."""
        above = self.low is not None and other.high is not None and self.low > other.high
        below = self.high is not None and other.low is not None and self.high < other.low
        return above or below


def latest_of_each(stated: Iterable[Stated]) -> list[Stated]:
    """What each origin has said and not taken back: a later figure takes back those that it excludes.

    Who says two things in one breath is heard with both; who cites somebody takes back nothing that he said himself.
    """
    listed = list(stated)
    if len(listed) < 2:
        return listed
    kept: dict[str, dict[_Said, Stated]] = defaultdict(dict)
    for one in sorted(listed, key=lambda one: (not one.own, one.told, one.claim)):
        said = kept[one.origin]
        against = [key for key, other in said.items() if one.excludes(other)]
        if any(said[key].own and not one.own for key in against):
            continue
        for key in against:
            if said[key].told != one.told:
                del said[key]
        said.setdefault((one.low, one.high, one.told if against else None), one)
    return [one for said in kept.values() for one in said.values()]


def counts(members: Sequence[Facts], origin: Callable[[Facts], str]) -> list[Stated]:
    """What claims state of a count. A round figure is only heard where nobody states a nearer one."""
    told = [facts for facts in members if facts.low is not None or facts.high is not None]
    firm = [facts for facts in told if not facts.about]
    return [
        Stated(facts.low, facts.high, origin(facts), facts.told, facts.claim.id, facts.voice) for facts in firm or told
    ]


def figure_of(stated: Iterable[Stated], *, grows: bool = False) -> Figure | None:
    """The figure over claims; `grows`: of numbers that differ the last told is nearer, as tolls only rise."""
    said = latest_of_each(one for one in stated if one.low is not None or one.high is not None)
    if not said:
        return None
    low = max((one.low for one in said if one.low is not None), default=None)
    high = min((one.high for one in said if one.high is not None), default=None)
    if low is None or high is None or low < high:
        return Figure(low, low, high, "only bounds")
    if low == high:
        return Figure(low, low, high, "agreed")
    return _contested(said, grows=grows)


def _contested(said: list[Stated], *, grows: bool) -> Figure:
    """Claims that exclude each other: from the least to the most that any of them states."""
    low = min(bound for one in said for bound in (one.low, one.high) if bound is not None)
    high = max(bound for one in said for bound in (one.low, one.high) if bound is not None)
    best, rule = _likeliest(said, grows=grows)
    return Figure(low, best, high, rule)


def _likeliest(said: list[Stated], *, grows: bool) -> tuple[int | None, Rule]:
    origins: dict[int, set[str]] = defaultdict(set)
    told: dict[int, int] = {}
    for one in said:
        if one.low is not None and one.low == one.high:
            origins[one.low].add(one.origin)
            told[one.low] = max(one.told, told.get(one.low, one.told))
    if not origins:
        return None, "only bounds"
    if grows:
        return max(told, key=lambda number: (told[number], len(origins[number]), number)), "latest"
    most = max(len(names) for names in origins.values())
    tied = [number for number, names in origins.items() if len(names) == most]
    if len(tied) == 1:
        return tied[0], "most origins"
    return max(tied, key=lambda number: (told[number], number)), "latest"
