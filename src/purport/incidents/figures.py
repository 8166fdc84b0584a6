"""What several claims leave of a number: its bounds, the likeliest, and the rule that chose it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from purport.model.incident import Figure, Rule

__all__ = ["Stated", "figure_of", "latest_of_each"]


class Stated(NamedTuple):
    """One claim's bounds of a number, who they go back to and when they were told."""

    low: int | None
    high: int | None
    origin: str
    told: int
    claim: str


def latest_of_each(stated: Iterable[Stated]) -> list[Stated]:
    """The last that each origin has said; who says two things in one breath is heard with both."""
    said = list(stated)
    last: dict[str, int] = {}
    for one in said:
        last[one.origin] = max(one.told, last.get(one.origin, one.told))
    return [one for one in said if one.told == last[one.origin]]


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
