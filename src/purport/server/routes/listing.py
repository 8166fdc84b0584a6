"""Incidents as a list."""

from fastapi.responses import Response

from purport.server.answers import answer, answers
from purport.server.desk import Shared
from purport.server.index.filtering import more_of
from purport.server.index.ordering import ordered
from purport.server.pages import Listed
from purport.server.query import Asked, AsOf, Paged, Sort
from purport.server.routing import api
from purport.server.rows import Row
from purport.server.table import page_of

__all__ = ["router"]

router = api("incidents")


@router.get("/incidents", responses=answers(Listed[Row], "Incidents, those asked for."))
def incidents(desk: Shared, filters: Asked, page: Paged, as_of: AsOf, sort: Sort = "-time") -> Response:
    """Incidents that were asked for, a page of them in the order that was asked for."""
    view = desk.index.view(as_of)
    rows = ordered(view, filters, sort)
    shown, behind = page_of(view, rows, sort, page)
    return answer(
        Listed(desk.table.rows(view.columns.number[shown].tolist()), behind, len(rows), more_of(view, filters))
    )
