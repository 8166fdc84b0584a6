"""From claims to incidents: the whole way, in its order."""

from collections.abc import Iterable, Iterator, Sequence

from purport.incidents.build import Locate, Relations, incident_of
from purport.incidents.dating import date_by_evidence
from purport.incidents.episodes import episode_id
from purport.incidents.facts import Facts, Origins, facts_of
from purport.incidents.group import Group
from purport.incidents.judging import Decisions
from purport.incidents.linking import link_groups
from purport.incidents.origins import Copies
from purport.incidents.parts import wholes_of
from purport.incidents.sums import add_up
from purport.model import Claim
from purport.model.incident import Dating, Incident, Judgement, Who

__all__ = ["Linked", "link"]


class Linked:
    """What a set of claims adds up to. The same claims and judgements give the same, in whatever order they come.

    Iterate over it for the incidents in order of time; each is put together only then. `datings`: the documents that
    evidence has dated.
    """

    def __init__(self, facts: list[Facts], groups: list[Group], datings: list[Dating], locate: Locate) -> None:
        wholes = wholes_of(groups)
        self._parents = {part: whole.total for whole in wholes for part in whole.parts}
        self._sums = add_up(wholes)
        self._copies = Copies(facts)
        self._locate = locate
        self.groups = sorted(groups, key=_in_time)
        self.datings = tuple(sorted(datings, key=lambda dating: dating.document))

    def __iter__(self) -> Iterator[Incident]:
        return map(self.incident, self.groups)

    def __len__(self) -> int:
        return len(self.groups)

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
    facts, datings = date_by_evidence(_facts(claims, who, decisions))
    return Linked(facts, link_groups(decisions.units(facts), decisions.apart), datings, locate)


def _facts(claims: Iterable[Claim], who: Who, decisions: Decisions) -> list[Facts]:
    """Each claim once, statements left out: they are about no incident."""
    origins = Origins(who)
    unique = {claim.id: claim for claim in claims if claim.kind != "statement" and claim.id not in decisions.rejected}
    return [facts_of(decisions.corrected(claim), origins) for _, claim in sorted(unique.items())]


def _in_time(group: Group) -> tuple[int, str]:
    return group.window.core_start if group.window else 1 << 40, group.id
