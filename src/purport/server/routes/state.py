"""How far the book has come."""

from fastapi.responses import Response

from purport.server.answers import answer, answers
from purport.server.desk import Shared, State
from purport.server.routing import api

__all__ = ["router"]

router = api("state")


@router.get("/state", responses=answers(State, "How far the book has come."))
def state(desk: Shared) -> Response:
    """How far the book has come, and how much there is in it: to be asked again and again with If-None-Match."""
    return answer(desk.state())
