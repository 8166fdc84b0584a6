"""Linking what has changed since the last linking, with its neighbourhood and no more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from purport.incidents import (
    Dated,
    Decisions,
    Facts,
    Realm,
    date_by_evidence,
    days_of,
    figure_keys,
    realms_of,
    settle,
)
from purport.incidents import Touched as Change
from purport.ledger.records import DatingRow, IncidentRow, Touched
from purport.model import Claim
from purport.model.incident import Judgement
from purport.pipeline.around import LedgerAround
from purport.pipeline.lens import Lens
from purport.pipeline.linking import Linker, Outcome, cell_rows, dating_row, row_of

if TYPE_CHECKING:
    from purport.ledger import Unlinked

__all__ = ["relink"]


def relink(unlinked: "Unlinked", linker: Linker) -> Outcome:
    """What the book's changes since the last linking come to."""
    known, made = unlinked.judgements()
    touched = unlinked.touched()
    fresh = [(one.extraction, one.claim) for one in touched if one.fresh and one.current]
    before = Lens(unlinked, linker.who, Decisions.of(known))
    decisions = Decisions.of([*known, *made])
    beside = [*(claim for _, claim in fresh), *unlinked.by_id(decisions.slots)]
    ids = _with_mates({one.claim.id for one in touched} | _judged(known, made), before.decisions, decisions)
    claims = _rows(unlinked, ids, touched)
    undated = Lens(unlinked, linker.who, decisions, beside)
    evidence = _evidence(unlinked, undated, _doubtful(unlinked, claims, before, undated))
    redated = _differing(evidence, before)
    ids = _with_mates(ids | _undated_of(unlinked, undated, redated), before.decisions, decisions)
    now = Lens(unlinked, linker.who, decisions, beside, evidence)
    claims = _rows(unlinked, ids, touched)
    change = Change(ids, [*before.each(claims), *now.each(claims)])
    rows = list(_settled(unlinked, linker, now, change))
    return Outcome(cell_rows(fresh, {}, linker), rows, _dating_rows(unlinked, redated))


def _settled(unlinked: "Unlinked", linker: Linker, now: Lens, change: Change) -> Iterator[IncidentRow]:
    for realm, days in sorted(_felt(change.facts).items()):
        around = LedgerAround(unlinked, now, realm)
        changes = settle(realm, days, change, around, now.decisions, linker.locate)
        rows = (row_of(changes.linked, group) for group in changes.groups)
        yield from (row for row in rows if around.states.get(row.incident) != row.state)
        yield from (IncidentRow.gone(incident) for incident in sorted(changes.gone))


def _judged(known: list[Judgement], made: list[Judgement]) -> set[str]:
    """Claims of judgements made since, and of those that they withdraw, or bring back."""
    by_id = {one.id: one for one in [*known, *made]}
    found: set[str] = set()
    for one in made:
        judgement: Judgement | None = one
        while judgement:
            found |= set(judgement.claims)
            judgement = by_id.get(judgement.value) if judgement.verdict == "undo" else None
    return found


def _with_mates(ids: Iterable[str], before: Decisions, now: Decisions) -> frozenset[str]:
    """These claims, and all that are, or were, judged to be one with one of them."""
    found = frozenset(ids)
    while True:
        grown = found | before.mates(found) | now.mates(found)
        if grown == found:
            return found
        found = grown


def _rows(unlinked: "Unlinked", ids: Iterable[str], touched: Iterable[Touched]) -> list[Claim]:
    """The claims of these ids, as they stand in all documents and as they stood in those that have changed."""
    return [*unlinked.by_id(ids), *(one.claim for one in touched if not one.current)]


def _felt(touched: Iterable[Facts]) -> dict[Realm, set[int]]:
    """The days of each realm that claims touch, or touched."""
    felt: dict[Realm, set[int]] = defaultdict(set)
    for facts in touched:
        for realm in realms_of(facts):
            felt[realm] |= days_of(facts.window)
    return felt


def _doubtful(unlinked: "Unlinked", claims: list[Claim], before: Lens, now: Lens) -> set[str]:
    """Documents without a date of which these claims may change what evidence tells: their own, or matching ones."""
    found: set[str] = set()
    keys: set[tuple[str, str, int]] = set()
    for facts in (*before.undated(claims), *now.undated(claims)):
        if facts.window is None:
            found.add(facts.claim.document)
        else:
            keys.update(figure_keys(facts))
    matching = (unlinked.with_figure(*key, undated=True) for key in keys)
    beside = (one.claim.document for one in now.undated(now.beside) if one.window is None)
    return found | {claim.document for listed in matching for claim in listed} | set(beside)


def _evidence(unlinked: "Unlinked", lens: Lens, documents: set[str]) -> dict[str, Dated | None]:
    """What all claims that match theirs tell of the time of these documents."""
    if not documents:
        return {}
    asked = _undated_facts(unlinked, lens, documents)
    keys = {key for one in asked for key in figure_keys(one)}
    told = chain.from_iterable(unlinked.with_figure(*key, undated=False) for key in keys)
    facts = {one.claim.id: one for one in (*lens.undated(lens.linkable([*told, *lens.beside])), *asked)}
    found = date_by_evidence(one for _, one in sorted(facts.items()))
    return {document: found.get(document) for document in documents}


def _undated_facts(unlinked: "Unlinked", lens: Lens, documents: set[str]) -> list[Facts]:
    claims = [*unlinked.undated_of(documents), *(one for one in lens.beside if one.document in documents)]
    return [one for one in lens.undated(lens.linkable(claims)) if one.window is None]


def _undated_of(unlinked: "Unlinked", lens: Lens, documents: Iterable[str]) -> set[str]:
    return {one.claim.id for one in _undated_facts(unlinked, lens, set(documents))}


def _differing(evidence: dict[str, Dated | None], before: Lens) -> dict[str, Dated | None]:
    """Those documents of which evidence tells something else than at the last linking."""
    was = before.dates(evidence)
    return {document: dated for document, dated in evidence.items() if dated != was.get(document)}


def _dating_rows(unlinked: "Unlinked", redated: dict[str, Dated | None]) -> list[DatingRow]:
    was = {row.document: row for row in unlinked.datings(redated)}
    return [
        dating_row(document, dated)
        if dated
        else DatingRow(document, was[document].first_day, was[document].last_day, None)
        for document, dated in sorted(redated.items())
    ]
