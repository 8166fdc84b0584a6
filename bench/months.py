"""Drones shot down over Russia, month by month, from what the ministry's posts, a channel's and bulletins add up to.

    months.py POSTS.jsonl ...

The posts are read once; what they claim is then linked as it came, with every claim twice, with every post told a
second time under another name, and in three random orders. A month's total is the sum over incidents that are part of
no other; of a figure told of several places together that figure. Totals are to be the same within 1 %.

2026-11-23, of the ministry's posts, a channel's and bulletins: 18,497 in 28 months, and no month changes.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from purport.model import Claim
from purport.model.incident import Incident
from purport.pipeline import claims_of
from purport.pipeline.adding import link_claims

HELD = frozenset({"UA-43", "UA-40"})
"""Regions of the other country whose sky the ministry counts as its own."""


def totals(claims: Iterable[Claim]) -> Counter[str]:
    """How many were shot down in each month, by what claims add up to."""
    listed = list(claims)
    return total_of(link_claims(listed), listed)


def total_of(incidents: Iterable[Incident], claims: Iterable[Claim]) -> Counter[str]:
    """The months' sums over incidents that are part of no other, and the claims behind them."""
    known = {claim.id: claim for claim in claims}
    ours = {incident.id: incident for incident in incidents if is_ours(incident)}
    roots = [incident for incident in ours.values() if incident.parent not in ours]
    months: Counter[str] = Counter()
    for incident in roots:
        if incident.time and incident.count and incident.count.best:
            months[incident.time.end[:7]] += incident.count.best
    for month, count in joint(roots, known):
        months[month] += count
    return months


def is_ours(incident: Incident) -> bool:
    """Drones, shot down over Russia, over what it holds, or over the sea on the way there."""
    if incident.kind != "interception" or incident.weapon is None or incident.weapon.cls != "uav":
        return False
    if incident.attacker == "RU" or incident.place is None or incident.stance == "threatened":
        return False
    place = incident.place
    return place.country == "RU" or place.region in HELD or (place.country is None and incident.attacker == "UA")


def joint(roots: Sequence[Incident], known: dict[str, Claim]) -> set[tuple[str, int]]:
    """Figures told of several places together where none of these has one of its own, once each."""
    open_places = [incident for incident in roots if incident.count is None and incident.time]
    return {
        (incident.time.end[:7], claim.count.min)
        for incident in open_places
        for claim in (known[id_] for id_ in incident.claims)
        if incident.time and len(claim.places) > 1 and claim.count and claim.count.min
    }


def told_again(claims: Iterable[Claim]) -> list[Claim]:
    """The same posts under other names, as two dumps of one channel have them."""
    return [replace(claim, id=f"{claim.id}-again", document=f"{claim.document}-again") for claim in claims]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("posts", type=Path, nargs="+")
    chosen = parser.parse_args()
    readings = claims_of(chosen.posts, on_error=lambda about, why: print(about, why, file=sys.stderr))
    claims = [claim for reading in readings for claim in reading.claims]
    first = totals(claims)
    ways = {"twice": claims + claims, "told again": claims + told_again(claims)}
    for seed in range(3):
        ways[f"order {seed}"] = random.Random(seed).sample(claims, len(claims))  # noqa: S311
    others = {way: totals(some) for way, some in ways.items()}
    print(f"{'month':8}{'at once':>9}" + "".join(f"{way:>12}" for way in others))
    for month in sorted(first):
        print(f"{month:8}{first[month]:9}" + "".join(f"{other[month]:12}" for other in others.values()))
    for way, other in others.items():
        months = {month for month in first | other if abs(first[month] - other[month]) > first[month] / 100}
        print(f"{way}: {sum(other.values()) - sum(first.values()):+} in all, {len(months)} months change by over 1 %")


if __name__ == "__main__":
    main()
