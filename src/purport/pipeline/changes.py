"""What has become of incidents between two states of the book."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from purport.model.incident import Incident

__all__ = ["Change", "compare"]


class Change(NamedTuple):
    """An incident that has changed (as it stands, or last stood), and how it is and was.

    "joined": its claims are of the incident `now`, and it is none of its own any more; "gone": they are of none.
    """

    what: Literal["new", "revised", "contradicted", "joined", "gone"]
    incident: Incident
    now: Incident | None
    before: Incident | None


def compare(before: list[Incident], now: list[Incident]) -> list[Change]:
    """The changes from one state to another of what has been touched between them."""
    known = {incident.id: incident for incident in before}
    by_claim = {claim: incident for incident in before for claim in incident.claims}
    found = []
    for incident in now:
        former = known.get(incident.id) or next((by_claim[c] for c in incident.claims if c in by_claim), None)
        change = _change(incident, former)
        found += [change] if change else []
        if former:
            known.pop(former.id, None)
    return [*found, *_ended(known.values(), now)]


def _change(incident: Incident, former: Incident | None) -> Change | None:
    if former is None:
        return Change("new", incident, incident, None)
    if len(incident.contradictions) > len(former.contradictions):
        return Change("contradicted", incident, incident, former)
    return Change("revised", incident, incident, former) if _told(former) != _told(incident) else None


def _ended(former: Iterable[Incident], now: list[Incident]) -> Iterator[Change]:
    """What is no incident of its own any more."""
    by_claim = {claim: incident for incident in now for claim in incident.claims}
    for incident in former:
        into = next((by_claim[claim] for claim in incident.claims if claim in by_claim), None)
        yield Change("joined" if into else "gone", incident, into, incident)


def _told(incident: Incident) -> tuple[object, ...]:
    """What a reader would call a revision: figures, people, objects, stance, origins; not another copy of the same."""
    return incident.count, incident.implied, incident.people, incident.objects, incident.stance, incident.origins
