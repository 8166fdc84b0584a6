"""Claims of one incident that cannot all be true, as the smallest sets that show it: pairs."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from purport.incidents.facts import Facts
from purport.incidents.figures import Stated, counts, latest_of_each
from purport.model.incident import Contradiction

__all__ = ["conflicts"]

_MOST = 6  # figures that are set against each other; more tell no more


def conflicts(members: Sequence[Facts], origins: dict[str, str]) -> tuple[Contradiction, ...]:
    """Figures that exclude each other, an assertion beside a denial, and tolls that fell."""
    return (*_figures(members, origins), *_denials(members), *_tolls(members, origins))


def _figures(members: Iterable[Facts], origins: dict[str, str]) -> Iterable[Contradiction]:
    """For each two figures that exclude each other, the first claim of each; what has been corrected is left out."""
    counted = [facts for facts in members if not facts.about and len(facts.nodes) < 2]
    return _excluding(latest_of_each(counts(counted, lambda facts: origins[facts.claim.id])), "count")


def _excluding(stated: Iterable[Stated], about: str) -> Iterable[Contradiction]:
    first: dict[tuple[int | None, int | None], Stated] = {}
    for one in stated:
        first.setdefault((one.low, one.high), one)
    for mine, theirs in combinations(list(first.values())[:_MOST], 2):
        if mine.excludes(theirs):
            yield Contradiction((mine.claim, theirs.claim), about)


def _denials(members: Iterable[Facts]) -> Iterable[Contradiction]:
    first: dict[str, str] = {}
    for facts in members:
        first.setdefault(facts.claim.stance, facts.claim.id)
    if "asserted" in first and "denied" in first:
        yield Contradiction((first["asserted"], first["denied"]), "stance")


def _tolls(members: Iterable[Facts], origins: dict[str, str]) -> Iterable[Contradiction]:
    """A toll that one source puts lower than another had before it: tolls only rise."""
    most: dict[str, tuple[int, str, str]] = {}
    told = set()
    for facts in members:
        for people in facts.claim.people:
            origin = origins[facts.claim.id]
            high = most.get(people.effect)
            if high and people.max is not None and people.max < high[0] and origin != high[2]:
                pair = (high[1], facts.claim.id)
                if people.group is None and pair not in told:
                    told.add(pair)
                    yield Contradiction(pair, "people")
            if people.min is not None and people.group is None and (not high or people.min > high[0]):
                most[people.effect] = (people.min, facts.claim.id, origin)
