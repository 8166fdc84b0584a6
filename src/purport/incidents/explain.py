"""Why claims are of one incident: the points of each, in the order in which they joined."""

from collections.abc import Iterable
from typing import NamedTuple

from purport.incidents.compare import Fit, Reason, compare
from purport.incidents.facts import Facts
from purport.incidents.group import Group
from purport.incidents.linking import PLACED, UNPLACED, firmness
from purport.model import Claim
from purport.model.incident import incident_id

__all__ = ["Joining", "reasons", "regrouped"]


class Joining(NamedTuple):
    """A claim, and what joined it to those before it; None for the first, and for one that a person has joined."""

    claim: Claim
    fit: Fit | None


def regrouped(facts: Iterable[Facts], incident: str) -> Group:
    """The group of an incident's claims, as they joined it one after the other."""
    first, *others = sorted(facts, key=firmness)
    earliest = min((first, *others), key=lambda one: (one.told, one.claim.id))
    node = next((n for n in first.nodes if incident_id(earliest.claim.id, n.key) == incident), None)
    group = Group(first, node)
    for one in others:
        group.join(one)
    return group


def reasons(group: Group) -> list[Joining]:
    """How a group came together."""
    first, *others = group.members
    grown = Group(first, group.node)
    found = [Joining(first.claim, None)]
    for facts in others:
        fit = compare(facts, grown)
        found.append(Joining(facts.claim, _with_place(fit, is_placed=facts.placed) if fit else None))
        grown.join(facts)
    return found


def _with_place(fit: Fit, *, is_placed: bool) -> Fit:
    place = Reason("place", PLACED, "the same place") if is_placed else Reason("place", UNPLACED, "names no place")
    return Fit(fit.score + place.points, (place, *fit.reasons))
