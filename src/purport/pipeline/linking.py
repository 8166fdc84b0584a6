"""The ledger's incidents, brought up to date with its claims and judgements, at the cost of what has changed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct

from purport.incidents import (
    LINKER,
    Dated,
    Facts,
    Group,
    Linked,
    Origins,
    area_of,
    cells_of,
    day_of,
    facts_of,
    link,
    night_of,
)
from purport.incidents.build import Locate
from purport.ledger.records import CellRow, DatingRow, IncidentRow, Linking
from purport.model import Claim
from purport.model.codec import encode_incident
from purport.model.incident import Who, incident_id

if TYPE_CHECKING:
    from purport.ledger import Ledger, Unlinked

__all__ = ["Linker", "Outcome", "bring_up_to_date", "cell_rows", "dating_row", "row_of"]

Clock = Callable[[], datetime]


class Linker(Struct, frozen=True):
    """What linking needs besides claims: it knows speakers by name, and countries by code.

    `name` changes whenever the same claims could give other incidents: then all are linked anew.
    """

    who: Who
    locate: Locate
    name: str = LINKER


class Outcome(NamedTuple):
    """What is to be kept: cells of claims that had none, and states that differ from those kept before."""

    cells: Iterable[CellRow]
    incidents: Iterable[IncidentRow]
    datings: Iterable[DatingRow]


def bring_up_to_date(book: "Ledger", linker: Linker, *, cause: str, clock: Clock) -> bool:
    """Link what the book has learnt since it was linked last; whether there was anything.

    Where another program has linked the book meanwhile, what that left is linked. Raises LedgerError.
    """
    with book.linking_turn():
        while True:
            with book.unlinked(linker.name) as unlinked:
                if unlinked.is_up_to_date:
                    return False
                outcome = _outcome(unlinked, linker)
                after, mark = unlinked.last, unlinked.mark
            made = Linking(clock().astimezone(UTC).isoformat(), cause, linker.name, mark, *outcome)
            if book.keep_linking(after, made):
                return True


def _outcome(unlinked: "Unlinked", linker: Linker) -> Outcome:
    from purport.pipeline.relinking import relink

    return _everything(unlinked, linker) if unlinked.is_mostly_new else relink(unlinked, linker)


def _everything(unlinked: "Unlinked", linker: Linker) -> Outcome:
    """All claims linked at once; states that are as they were are left out."""
    rows = list(unlinked.everything())
    known, made = unlinked.judgements()
    linked = link((claim for _, claim in rows), linker.who, linker.locate, [*known, *made])
    facts = {one.claim.id: one for one in linked.facts}
    stored = {row.incident: hash(row) for row in unlinked.states()}
    dated = {row.document: row for row in unlinked.datings()}
    now = {document: dating_row(document, one) for document, one in linked.evidence.items()}
    gone = (DatingRow(d, row.first_day, row.last_day, None) for d, row in dated.items() if d not in now)
    return Outcome(
        cell_rows(rows, facts, linker),
        _changed(linked, linked.groups, stored),
        [*(row for document, row in now.items() if dated.get(document) != row), *gone],
    )


def _changed(linked: Linked, groups: Iterable[Group], stored: dict[str, int]) -> Iterator[IncidentRow]:
    """States that differ from those stored, of which `stored` has hashes; then what is no more."""
    left = set(stored)
    for group in groups:
        row = row_of(linked, group)
        left.discard(row.incident)
        if stored.get(row.incident) != hash(row.state):
            yield row
    yield from (IncidentRow.gone(incident) for incident in sorted(left))


def row_of(linked: Linked, group: Group) -> IncidentRow:
    """The state of an incident as the ledger keeps it."""
    incident = linked.incident(group)
    place, window = group.node.key if group.node else "", group.window
    return IncidentRow(
        incident.id,
        incident.kind,
        area_of(group.node),
        incident.episode,
        incident.parent,
        night_of(window) if window else None,
        window.core_start if window else None,
        encode_incident(incident).decode(),
        tuple((claim, incident_id(claim, place)) for claim in incident.claims),
    )


def cell_rows(rows: Iterable[tuple[int, Claim]], facts: dict[str, Facts], linker: Linker) -> Iterator[CellRow]:
    """The cells of claims as they tell themselves, whatever evidence and people say of them.

    `facts` are those at hand, by claim id.
    """
    origins = Origins(linker.who)
    for extraction, claim in rows:
        if claim.kind == "statement":
            continue
        known = facts.get(claim.id)
        own = known if known and known.claim is claim and not known.dated else facts_of(claim, origins)
        yield from (CellRow(extraction, claim.id, cell) for cell in cells_of(own))


def dating_row(document: str, dated: Dated) -> DatingRow:
    """What evidence tells of a document, as the ledger keeps it."""
    span = dated.widest
    return DatingRow(document, day_of(span.start), day_of(span.end), msgspec.json.encode(dated).decode())
