"""Whether the desk is there."""

from fastapi import APIRouter
from fastapi.responses import Response
from msgspec import Struct

from purport.server.answers import answer, answers

__all__ = ["router"]

router = APIRouter()


class Health(Struct, frozen=True):
    """That it answers at all."""

    status: str


@router.get("/healthz", responses=answers(Health, "The desk answers."), response_class=Response)
async def healthz() -> Response:
    """Whether the desk answers."""
    return answer(Health("ok"))
