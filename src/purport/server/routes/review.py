"""The queue of what is most worth a person's look."""

from typing import Annotated

from fastapi import Query
from fastapi.responses import Response
from msgspec import Struct

from purport.server.answers import answer, answers
from purport.server.desk import Shared
from purport.server.index.accepted import accepted_of
from purport.server.index.ordering import ordered
from purport.server.index.worth import reasons_of, worth_of
from purport.server.pages import Listed
from purport.server.query import Asked, AsOf, Paged
from purport.server.routing import api
from purport.server.rows import Row, row_of
from purport.server.table import page_of
from purport.server.views.detail import version_of_state
from purport.server.views.judgements import judgement_rows, touching

__all__ = ["router"]

router = api("review")


class Queued(Struct, frozen=True):
    """An incident, what a look at it is worth and why, and its version for If-Match."""

    incident: Row
    worth: float
    why: tuple[str, ...]
    version: str


@router.get("/review", responses=answers(Listed[Queued], "Incidents, those most worth a look first."))
def review(
    desk: Shared,
    filters: Asked,
    page: Paged,
    as_of: AsOf,
    judged: Annotated[bool, Query(description="Also those that have been accepted, and not touched since.")] = False,
) -> Response:
    """Incidents that contradict themselves, or are told badly, or are large, and that nobody has accepted."""
    view = desk.index.view(as_of)
    with desk.looking(as_of) as look:
        decided = look.judgements()
    rows = ordered(view, filters, "-worth")
    if not judged:
        last = decided[-1].number if decided else 0
        rows = rows[~accepted_of(view, decided, last)[rows]]
    shown, behind = page_of(view, rows, "-worth", page)
    numbers, worth = view.columns.number[shown].tolist(), worth_of(view)[shown]
    about = judgement_rows(decided)
    items = [
        Queued(
            row_of(incident),
            worth[at].item() / 100,
            tuple(reasons_of(view, row)),
            version_of_state(numbers[at], touching(about, incident.claims)),
        )
        for at, (row, incident) in enumerate(zip(shown.tolist(), desk.book.incident_states(numbers), strict=True))
    ]
    return answer(Listed(items, behind, len(rows)))
