"""An incident with all that is told of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Annotated, cast

from msgspec import Meta, Struct

from purport.incidents import origins_within
from purport.ledger import Look, Words
from purport.model import Claim
from purport.model.incident import Incident
from purport.pipeline.adding import group_of
from purport.server.cursor import cursor_of, position_of
from purport.server.desk import Desk
from purport.server.index import View
from purport.server.index.near import nearest
from purport.server.pages import Listed, listed
from purport.server.query import Page
from purport.server.rows import Row, row_of
from purport.server.views.claims import ClaimView, claim_views
from purport.server.views.judgements import JudgementRow, judgement_rows, touching
from purport.server.views.parts import Part, below, parts_of, said_by

__all__ = ["Detail", "Step", "claims_page", "detail_of", "origin_numbers", "parts_page", "version_of_state"]

SHOWN = 100
"""Of claims, of parts, and of claims of others, in the answer of an incident; `claims_page` and `parts_page` go on."""
_NEIGHBOURS = 12
_STEPS = 500


class _Behind(Struct, frozen=True):
    """Where a page of what is told of an incident begins: behind so many items."""

    items: Annotated[int, Meta(ge=0)]


class Step(Struct, frozen=True, kw_only=True):
    """A figure as one claim tells it: of weapons or things ("count"), or of people by what they came to."""

    claim: str
    published: str | None
    low: int | None
    high: int | None
    what: str
    side: str | None


class Detail(Struct, frozen=True, kw_only=True):
    """An incident, its place among others, and what is told of it.

    `version` goes into If-Match of a judgement about it. `parts`: the first 100 of the `parts_total` below it;
    `next_parts`: the cursor of the list `parts` that goes on with them. `claims` and `next_claims`: the same of the
    claims that `incident` names. `others`: of claims of other incidents that contradict these, or imply its count, the
    first 100; `history`: the first 500 steps. `joined`: the id that it was asked for by, where that is a former one.
    """

    incident: Incident
    version: str
    parent: Row | None
    parts: tuple[Part, ...]
    parts_total: int
    next_parts: str | None
    claims: tuple[ClaimView, ...]
    next_claims: str | None
    others: tuple[ClaimView, ...]
    history: tuple[Step, ...]
    neighbours: Sequence[Row]
    judgements: tuple[JudgementRow, ...]
    joined: str | None


def detail_of(desk: Desk, look: Look, wanted: str, as_of: datetime | None) -> Detail:
    """The incident of an id; raises NotFoundError. `as_of`: the moment that is looked at."""
    state = look.incident(wanted)
    incident = state.incident
    judged = touching(judgement_rows(look.judgements()), incident.claims)
    shown, beside = incident.claims[:SHOWN], _beside(incident)[:SHOWN]
    view = desk.index.view(as_of)
    parts = below(look, view, incident)
    words = _one_each(look.words([*shown, *beside, *said_by(parts[:SHOWN])]))
    sides = {id_: desk.side_of(words[id_].claim) for id_ in [*shown, *beside] if id_ in words}
    of = look.incidents_of([*shown, *beside])
    origins = origin_numbers(desk, incident) if as_of is None else {}
    told = [words[id_] for id_ in shown if id_ in words]
    return Detail(
        incident=incident,
        version=version_of_state(state.number, judged),
        parent=row_of(look.incident(incident.parent).incident) if incident.parent else None,
        parts=parts_of(parts[:SHOWN], words),
        parts_total=len(parts),
        next_parts=_rest(len(parts)),
        claims=claim_views(told, of, sides=sides, origins=origins),
        next_claims=_rest(len(incident.claims)),
        others=claim_views((words[id_] for id_ in beside if id_ in words), of, sides=sides),
        history=_history_of(desk, incident, [one.claim for one in told]),
        neighbours=_neighbours(desk, view, view.position(incident.id)),
        judgements=tuple(judged),
        joined=None if incident.id.startswith(wanted) else wanted,
    )


def claims_page(desk: Desk, look: Look, wanted: str, as_of: datetime | None, page: Page) -> Listed[ClaimView]:
    """Claims of an incident, in the order in which it names them; raises NotFoundError."""
    incident = look.incident(wanted).incident
    first, last = _span(page)
    words = _one_each(look.words(incident.claims[first:last]))
    told = [words[id_] for id_ in incident.claims[first:last] if id_ in words]
    sides = {one.claim.id: desk.side_of(one.claim) for one in told}
    origins = origin_numbers(desk, incident) if as_of is None else {}
    items = claim_views(told, look.incidents_of(sides), sides=sides, origins=origins)
    return listed(items, len(incident.claims), _behind(last, len(incident.claims)))


def parts_page(desk: Desk, look: Look, wanted: str, as_of: datetime | None, page: Page) -> Listed[Part]:
    """Parts of an incident, each behind the whole that it is part of; raises NotFoundError."""
    parts = below(look, desk.index.view(as_of), look.incident(wanted).incident)
    first, last = _span(page)
    words = _one_each(look.words(said_by(parts[first:last])))
    return listed(parts_of(parts[first:last], words), len(parts), _behind(last, len(parts)))


def _span(page: Page) -> tuple[int, int]:
    first = position_of(page.cursor, _Behind).items if page.cursor else 0
    return first, first + page.limit


def _behind(last: int, total: int) -> _Behind | None:
    return _Behind(last) if last < total else None


def _rest(total: int) -> str | None:
    return cursor_of(_Behind(SHOWN)) if total > SHOWN else None


def _neighbours(desk: Desk, view: View, at: int | None) -> list[Row]:
    """Their rows, as JSON already."""
    numbers = nearest(view, at, _NEIGHBOURS) if at is not None else []
    return cast("list[Row]", desk.table.rows(numbers))


def version_of_state(number: int, judged: Sequence[JudgementRow]) -> str:
    """What changes whenever an incident does, or somebody judges it."""
    return f"{number}.{judged[-1].number if judged else 0}"


def origin_numbers(desk: Desk, incident: Incident) -> dict[str, int]:
    """A number for each origin, by claim; none where the incident's own claims do not tell its origins."""
    if incident.origins in {1, len(incident.claims)}:  # then there is nothing to find out
        return {id_: number if incident.origins > 1 else 0 for number, id_ in enumerate(incident.claims)}
    origins = origins_within(group_of(desk.book, incident))
    if len(set(origins.values())) != incident.origins:
        return {}
    numbers: dict[str, int] = {}
    return {id_: numbers.setdefault(origins[id_], len(numbers)) for id_ in incident.claims if id_ in origins}


def _beside(incident: Incident) -> list[str]:
    """Claims of others without which the incident cannot be understood."""
    named = [id_ for contradiction in incident.contradictions for id_ in contradiction.claims]
    named += incident.implied.by if incident.implied else ()
    return [id_ for id_ in dict.fromkeys(named) if id_ not in incident.claims]


def _one_each(words: Iterable[Words]) -> dict[str, Words]:
    """Each claim once, where it stands still, as its first publisher tells it."""
    found: dict[str, Words] = {}
    for one in words:
        known = found.setdefault(one.claim.id, one)
        if known.superseded and not one.superseded:
            found[one.claim.id] = one
    return found


def _history_of(desk: Desk, incident: Incident, shown: Sequence[Claim]) -> tuple[Step, ...]:
    """The steps of all claims of an incident that are current; of a few claims, those that are shown are all."""
    told = shown
    if len(incident.claims) > SHOWN:
        known = {claim.id: claim for claim in desk.book.claims_of(incident.claims)}
        told = [known[id_] for id_ in incident.claims if id_ in known]
    sides = {claim.id: desk.side_of(claim) for claim in told}
    return tuple(islice(_history(told, sides), _STEPS))


def _history(told: Sequence[Claim], sides: dict[str, str | None]) -> Iterator[Step]:
    """Every figure in the order in which it was published, where it differs from what the same side told before."""
    last: dict[tuple[str | None, str], tuple[int | None, int | None]] = {}
    for claim in told:
        side = sides.get(claim.id)
        for what, low, high in _figures(claim):
            if last.get((side, what)) != (low, high):
                last[side, what] = (low, high)
                yield Step(claim=claim.id, published=claim.published, low=low, high=high, what=what, side=side)


def _figures(claim: Claim) -> Iterator[tuple[str, int | None, int | None]]:
    if claim.count is not None:
        yield "count", claim.count.min, claim.count.max
    for people in claim.people:
        if people.group is None and (people.min, people.max) != (None, None):
            yield people.effect, people.min, people.max
