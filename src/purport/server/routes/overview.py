"""All incidents at one look: on the map, in time, by their values, and the moments of the book."""

from typing import Annotated, Literal

from fastapi import Query
from fastapi.responses import Response

from purport.server.answers import answer, answers
from purport.server.desk import Shared
from purport.server.index.facets import Facets, facets
from purport.server.index.mapping import Mapped, mapped
from purport.server.index.moments import Moments, moments
from purport.server.index.timeline import Timeline, timeline
from purport.server.query import Asked, AsOf
from purport.server.routing import api

__all__ = ["router"]

router = api("overview")

Zoom = Annotated[float, Query(ge=0, le=24, description="Of the map: clusters are smaller the nearer it is.")]
By = Annotated[Literal["night", "month", "auto"], Query(description="What a bar stands for.")]


@router.get("/map", responses=answers(Mapped, "What a map shows."))
def map_(desk: Shared, filters: Asked, as_of: AsOf, zoom: Zoom = 4) -> Response:
    """Incidents on a map: up to 10,000 points one by one, more of them as clusters; regions as areas."""
    return answer(mapped(desk.index.view(as_of), filters, zoom))


@router.get("/timeline", responses=answers(Timeline, "Incidents in time."))
def timeline_(desk: Shared, filters: Asked, as_of: AsOf, by: By = "auto") -> Response:
    """Incidents in time, by nights from noon to noon or by months, and what was published meanwhile."""
    return answer(timeline(desk.index.view(as_of), filters, by))


@router.get("/facets", responses=answers(Facets, "Values with how many they leave."))
def facets_(desk: Shared, filters: Asked, as_of: AsOf) -> Response:
    """What else could be asked for: the 30 most frequent values of each filter."""
    return answer(facets(desk.index.view(as_of), filters))


@router.get("/moments", responses=answers(Moments, "Moments of the book."))
def moments_(desk: Shared, as_of: AsOf) -> Response:
    """When the book changed; of very many moments some 500."""
    return answer(moments(desk.index.view(as_of)))
