"""One realm's claims and incidents, as linking a neighbourhood anew asks the ledger for them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from purport.incidents import LONGEST, UNDATED, Facts, Realm, days_of, realms_of
from purport.ledger.records import IncidentRow
from purport.model import Claim
from purport.model.incident import Incident
from purport.pipeline.lens import Lens

if TYPE_CHECKING:
    from purport.ledger import Unlinked

__all__ = ["LedgerAround"]

_incidents = msgspec.json.Decoder(Incident)


class LedgerAround:
    """The surroundings that `incidents.settle` asks for. `states`: of the incidents that it asked for."""

    def __init__(self, unlinked: "Unlinked", lens: Lens, realm: Realm) -> None:
        self._unlinked, self._lens, self._realm = unlinked, lens, realm
        self.states: dict[str, IncidentRow] = {}

    def of_days(self, days: frozenset[int]) -> Iterable[Facts]:
        """Claims that touch these days, and those that a person has judged to be one with them."""
        found = {one.claim.id: one for one in self._lens.chosen(self._claims(days))}
        found |= {one.claim.id: one for one in self._lens.beside_of(self._realm)}
        inside = {id_: one for id_, one in found.items() if self._touches(one, days)}
        mates = self._lens.decisions.mates(inside)
        return [*inside.values(), *self.members(mates - inside.keys())]

    def _touches(self, facts: Facts, days: frozenset[int]) -> bool:
        return self._realm in realms_of(facts) and not days_of(facts.window).isdisjoint(days)

    def _claims(self, days: frozenset[int]) -> Iterator[Claim]:
        documents: set[str] = set()
        for first, last in _runs(days - {UNDATED}):
            yield from self._unlinked.of_days(*self._realm, first, last, LONGEST)
            documents |= {row.document for row in self._unlinked.dated_between(first, last)}
        documents |= {document for document, dated in self._lens.evidence.items() if dated}
        if documents:
            yield from self._unlinked.undated_of(documents)
        if UNDATED in days:
            yield from self._unlinked.undated(*self._realm)

    def members(self, claims: Iterable[str]) -> Iterable[Facts]:
        """Those of the claims of these ids that stand."""
        return self._lens.chosen(self._unlinked.by_id(claims))

    def stored(self, claims: Iterable[str]) -> Mapping[str, Incident]:
        """The realm's incidents that hold one of these claims, as they were linked last, by id."""
        states = {row.incident: row for row in self._unlinked.incidents_of(claims, *self._realm)}
        self.states |= states
        return {id_: _incidents.decode(row.record or "") for id_, row in states.items()}


def _runs(days: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last day of each unbroken run."""
    ordered = sorted(days)
    starts = [day for at, day in enumerate(ordered) if not at or ordered[at - 1] != day - 1]
    ends = [day for at, day in enumerate(ordered) if at + 1 == len(ordered) or ordered[at + 1] != day + 1]
    yield from zip(starts, ends, strict=True)
