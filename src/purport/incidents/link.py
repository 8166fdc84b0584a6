"""From claims to incidents: the whole way, in its order."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from purport.incidents.build import Locate, Relations, incident_of
from purport.incidents.dating import date_by_evidence
from purport.incidents.episodes import episode_id, episodes_of
from purport.incidents.facts import Facts, Origins, facts_of
from purport.incidents.group import Group
from purport.incidents.judging import Decisions
from purport.incidents.linking import link_groups
from purport.incidents.origins import Copies
from purport.incidents.parts import wholes_of
from purport.incidents.sums import Sums, add_up
from purport.model import Claim
from purport.model.incident import Dating, Episode, Incident, Judgement, Who

__all__ = ["Linked", "link"]


class Linked(Struct, frozen=True):
    """What a set of claims adds up to. The same claims and judgements give the same, in whatever order they come."""

    incidents: tuple[Incident, ...]
    datings: tuple[Dating, ...]

    @property
    def episodes(self) -> list[Episode]:
        """The incidents by the attack or night that they belong to."""
        return episodes_of(self.incidents)


def link(claims: Iterable[Claim], who: Who, locate: Locate, judgements: Sequence[Judgement] = ()) -> Linked:
    """The incidents that claims are about.

    `who` knows speakers and publishers by name, `locate` countries by code. What people have judged stands: rejected
    claims are left out, corrected slots are read as corrected, and no link is made or kept against a judgement.
    """
    decisions = Decisions.of(judgements)
    facts, datings = date_by_evidence(_facts(claims, who, decisions))
    groups = link_groups(decisions.units(facts), decisions.apart)
    wholes = wholes_of(groups)
    parents = {part: whole.total for whole in wholes for part in whole.parts}
    sums = add_up(wholes)
    copies = Copies(facts)
    ids = {group: group.id for group in groups}
    incidents = [incident_of(group, _relations(group, ids, parents, sums), copies, locate) for group in groups]
    incidents.sort(key=lambda incident: (incident.time.start if incident.time else "~", incident.id))
    return Linked(tuple(incidents), tuple(sorted(datings, key=lambda dating: dating.document)))


def _facts(claims: Iterable[Claim], who: Who, decisions: Decisions) -> list[Facts]:
    """Each claim once, statements left out: they are about no incident."""
    origins = Origins(who)
    unique = {claim.id: claim for claim in claims if claim.kind != "statement" and claim.id not in decisions.rejected}
    return [facts_of(decisions.corrected(claim), origins) for _, claim in sorted(unique.items())]


def _relations(group: Group, ids: dict[Group, str], parents: dict[Group, Group], sums: Sums) -> Relations:
    parent = parents.get(group)
    return Relations(
        ids[parent] if parent else None,
        episode_id(group),
        sums.implied.get(group),
        sums.contradictions.get(group),
    )
