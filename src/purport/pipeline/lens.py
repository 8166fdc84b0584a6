"""What claims of the ledger stand for: as people have corrected them, and with the times that evidence gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from purport.incidents import Dated, Decisions, Facts, Origins, Realm, facts_of, linkable, realms_of, with_dates
from purport.model import Claim
from purport.model.incident import Who

if TYPE_CHECKING:
    from purport.ledger import Unlinked

__all__ = ["Lens"]

_dated = msgspec.json.Decoder(Dated)


class Lens:
    """The ledger's claims under judgements.

    `evidence`: what is known better than at the last linking of documents without a date; None: nothing dates one.
    `beside`: claims that are not found by their cells, since they have none yet, or since people have moved them.
    """

    def __init__(
        self,
        unlinked: "Unlinked",
        who: Who,
        decisions: Decisions,
        beside: Iterable[Claim] = (),
        evidence: Mapping[str, Dated | None] | None = None,
    ) -> None:
        self.decisions = decisions
        self.evidence = dict(evidence or {})
        self._unlinked = unlinked
        self._origins = Origins(who)
        self._chosen: dict[str, Facts] = {}
        self.beside = list(beside)
        self._beside: dict[Realm, list[Facts]] = defaultdict(list)
        for one in self.chosen(self.beside):
            for realm in realms_of(one):
                self._beside[realm].append(one)

    def undated(self, claims: Iterable[Claim]) -> list[Facts]:
        """Facts of claims as they tell their time themselves."""
        return [facts_of(self.decisions.corrected(claim), self._origins) for claim in claims]

    def each(self, claims: Iterable[Claim]) -> list[Facts]:
        """Facts of claims, those that tell no time with that which evidence gives them."""
        plain = self.undated(claims)
        return with_dates(plain, self.dates({one.claim.document for one in plain if one.window is None}))

    def dates(self, documents: Iterable[str]) -> dict[str, Dated]:
        """What evidence tells of documents."""
        asked = set(documents)
        known: dict[str, Dated | None] = {
            row.document: _dated.decode(row.record)
            for row in self._unlinked.datings(asked - self.evidence.keys())
            if row.record
        }
        return {document: dated for document, dated in (known | self.evidence).items() if dated and document in asked}

    def linkable(self, claims: Iterable[Claim]) -> list[Claim]:
        """Claims by id, each once, as `incidents.linkable` chooses among all that the ledger holds of one id."""
        listed = list(claims)
        doubled = self._unlinked.doubled({claim.id for claim in listed})
        return linkable([*listed, *self._unlinked.by_id(doubled)], self.decisions)

    def chosen(self, claims: Iterable[Claim]) -> list[Facts]:
        """Facts of claims, each once, those that people have rejected left out."""
        listed = list(claims)
        fresh = self.each(self.linkable(claim for claim in listed if claim.id not in self._chosen))
        self._chosen |= {one.claim.id: one for one in fresh}
        ids = dict.fromkeys(claim.id for claim in listed)
        return [self._chosen[id_] for id_ in ids if id_ in self._chosen]

    def beside_of(self, realm: Realm) -> list[Facts]:
        """Facts of the claims of a realm that are not found by their cells."""
        return self._beside.get(realm, [])
