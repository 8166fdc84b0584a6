"""An incident with all that is told of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

from msgspec import Struct

from purport.incidents import origins_within
from purport.ledger import Look, Words
from purport.model import Claim
from purport.model.families import in_families
from purport.model.incident import Incident
from purport.pipeline.adding import group_of
from purport.server.desk import Desk
from purport.server.index import View
from purport.server.index.near import nearest
from purport.server.rows import Row, row_of
from purport.server.views.claims import ClaimView, claim_views
from purport.server.views.judgements import JudgementRow, judgement_rows, touching

__all__ = ["Detail", "Part", "Step", "detail_of", "origin_numbers", "version_of_state"]

_NEIGHBOURS = 12
_SAID = 4  # claims of a part that are looked at for who says it


class Step(Struct, frozen=True, kw_only=True):
    """A figure as one claim tells it: of weapons or things ("count"), or of people by what they came to."""

    claim: str
    published: str | None
    low: int | None
    high: int | None
    what: str
    side: str | None


class Part(Struct, frozen=True):
    """An incident below a whole, how many wholes it stands under, and who says it, nearest to the event."""

    incident: Row
    depth: int
    says: tuple[str, ...]


class Detail(Struct, frozen=True, kw_only=True):
    """An incident, its place among others, and what is told of it.

    `version` goes into If-Match of a judgement about it. `parts`: all below it. `others`: claims of other incidents
    that contradict these, or imply its count. `joined`: the id that it was asked for by, where that is a former one.
    """

    incident: Incident
    version: str
    parent: Row | None
    parts: tuple[Part, ...]
    claims: tuple[ClaimView, ...]
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
    beside = _beside(incident)
    view = desk.index.view(as_of)
    at = view.position(incident.id)
    below = look.below(incident.id) if at is None or view.has_parts(at) else []
    of_parts = (id_ for part in below for id_ in part.claims[:_SAID])
    words = _one_each(look.words([*incident.claims, *beside, *of_parts]))
    sides = {id_: desk.side_of(words[id_].claim) for id_ in [*incident.claims, *beside] if id_ in words}
    of = look.incidents_of([*incident.claims, *beside])
    origins = origin_numbers(desk, incident) if as_of is None else {}
    told = [words[id_] for id_ in incident.claims if id_ in words]
    return Detail(
        incident=incident,
        version=version_of_state(state.number, judged),
        parent=row_of(look.incident(incident.parent).incident) if incident.parent else None,
        parts=_parts(incident, below, words),
        claims=claim_views(told, of, sides=sides, origins=origins),
        others=claim_views((words[id_] for id_ in beside if id_ in words), of, sides=sides),
        history=tuple(_history([one.claim for one in told], sides)),
        neighbours=_neighbours(desk, view, at),
        judgements=tuple(judged),
        joined=None if incident.id.startswith(wanted) else wanted,
    )


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


def _parts(whole: Incident, below: list[Incident], words: Mapping[str, Words]) -> tuple[Part, ...]:
    standings = (one for one in in_families([whole, *below]) if one.incident is not whole)
    return tuple(Part(row_of(one.incident), one.depth, _says(one.incident, words)) for one in standings)


def _says(incident: Incident, words: Mapping[str, Words]) -> tuple[str, ...]:
    told = [words[id_].claim for id_ in incident.claims[:_SAID] if id_ in words]
    return tuple(dict.fromkeys(claim.sources[0] if claim.sources else claim.publisher for claim in told))


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
