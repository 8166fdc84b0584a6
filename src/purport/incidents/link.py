"""From claims to incidents: the whole way, in its order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from purport.errors import NotFoundError
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
from purport.incidents.windows import night_of
from purport.model import Claim
from purport.model.incident import Incident, Judgement, Who, incident_id

__all__ = ["LINKER", "Linked", "link", "linkable"]

LINKER = "links/1"
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

    def __len__(self) -> int:
        return len(self.groups)

    def find(self, wanted: str) -> Group:
        """The group whose id this is or begins so; also by an id that it had before it was joined to another.

        Raises NotFoundError.
        """
        for names in (lambda group: (group.id,), _former_ids):
            found = [group for group in self.groups if any(name.startswith(wanted) for name in names(group))]
            if len(found) == 1:
                return found[0]
            if found:
                shown = ", ".join(group.id for group in found[:5])
                raise NotFoundError("several incidents have ids that begin so", about=wanted, cure=f"as {shown}")
        raise NotFoundError("no incident has this id", about=wanted, cure="`purport incidents` lists ids")

    def parts(self, group: Group) -> list[Group]:
        """The counted parts of a group, in order of time."""
        return [part for part in self.groups if self._parents.get(part) is group]

    def of_night(self, ends: date) -> list[Group]:
        """The groups of the night that ends on a date, from noon to noon."""
        began = ends.toordinal() - date(1970, 1, 1).toordinal() - 1
        return [group for group in self.groups if group.window and night_of(group.window) == began]

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


def _former_ids(group: Group) -> tuple[str, ...]:
    """The ids that a group would have had any other of its claims founded it: those of what was joined to it."""
    key = group.node.key if group.node else ""
    return tuple(incident_id(facts.claim.id, key) for facts in group.members)


def _in_time(group: Group) -> tuple[int, str]:
    return group.window.core_start if group.window else 1 << 40, group.id
