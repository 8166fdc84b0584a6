"""From claims to incidents: the whole way, in its order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from purport.incidents.build import Locate, Relations, incident_of
from purport.incidents.bundles import with_bundles
from purport.incidents.dating import Dated, date_by_evidence, with_dates
from purport.incidents.episodes import episode_id
from purport.incidents.facts import Facts, Origins, facts_of
from purport.incidents.group import Group
from purport.incidents.judging import Decisions
from purport.incidents.linking import link_groups
from purport.incidents.origins import Copies
from purport.incidents.parts import totals_of, wholes_of
from purport.incidents.sums import add_up
from purport.model import Claim
from purport.model.incident import Incident, Judgement, Who

__all__ = ["LINKER", "Linked", "link", "linkable"]

LINKER = "links/2"
"""Name and version: it changes whenever the same claims could give other incidents."""


class Linked:
    """What a set of claims adds up to. The same claims and judgements give the same, in whatever order they come.

    Iterate over it for the incidents in order of time; each is put together only then. `datings`: the documents that
    evidence has dated.
    """

    def __init__(self, facts: list[Facts], groups: list[Group], evidence: Mapping[str, Dated], locate: Locate) -> None:
        self.totals = totals_of(groups)  # of all groups that can be parts, also of those for which there is no room
        self.facts = facts
        wholes = wholes_of(self.totals)
        self._parents = {part: whole.total for whole in wholes for part in (*whole.parts, *whole.inside)}
        self._sums = add_up(with_bundles(wholes, groups))
        self._copies = Copies(facts)
        self._locate = locate
        self.groups = sorted(groups, key=_in_time)
        self.evidence = evidence
        self.datings = tuple(dated.dating for _, dated in sorted(evidence.items()))

    def __iter__(self) -> Iterator[Incident]:
        return map(self.incident, self.groups)

    def incident(self, group: Group) -> Incident:
        """The incident of one group of claims."""
        parent = self._parents.get(group)
        relations = Relations(
            parent.id if parent else None,
            episode_id(group),
            self._sums.implied.get(group),
            self._sums.contradictions.get(group),
        )
        return incident_of(group, relations, self._copies, self._locate)


def link(claims: Iterable[Claim], who: Who, locate: Locate, judgements: Sequence[Judgement] = ()) -> Linked:
    """The incidents that claims are about.

    `who` knows speakers and publishers by name, `locate` countries by code. What people have judged stands: rejected
    claims are left out, corrected slots are read as corrected, and no link is made or kept against a judgement.
    """
    decisions = Decisions.of(judgements)
    origins = Origins(who)
    undated = [facts_of(decisions.corrected(claim), origins) for claim in linkable(claims, decisions)]
    evidence = date_by_evidence(undated)
    facts = with_dates(undated, evidence)
    groups = link_groups(decisions.units(facts), decisions.apart)
    return Linked(facts, groups, evidence, locate)


def linkable(claims: Iterable[Claim], decisions: Decisions) -> list[Claim]:
    """Claims by id, each once, as its first publisher tells it; without statements, which are about no incident."""
    unique: dict[str, Claim] = {}
    for claim in claims:
        if claim.kind != "statement" and claim.id not in decisions.rejected:
            other = unique.get(claim.id)
            unique[claim.id] = claim if other is None else min(claim, other, key=_first_told)
    return [claim for _, claim in sorted(unique.items())]


def _first_told(claim: Claim) -> tuple[str, str, str, str]:
    return claim.published or "~", claim.document_key, claim.document, claim.publisher


def _in_time(group: Group) -> tuple[int, str]:
    return group.window.core_start if group.window else 1 << 40, group.id
