"""The feeds that are watched, and how they are."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from msgspec import Struct

from purport.pipeline.watch.survey import FeedHealth, survey
from purport.server.answers import answer, content, refusals
from purport.server.desk import Shared

__all__ = ["router"]

router = APIRouter(prefix="/api/v1", tags=["feeds"], default_response_class=Response)
"""Without tags of state: each poll changes the answer, and most polls do not change the book."""


class Feeds(Struct, frozen=True):
    """All feeds that were ever watched, by name, with their gaps."""

    items: list[FeedHealth]


_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "Each feed: alive, silent or broken, when heard last, and its gaps.", **content(Feeds)},
    **refusals(),
}


@router.get("/feeds", responses=_ANSWERS)
def feeds(desk: Shared) -> Response:
    """How the feeds are that were ever watched into the ledger."""
    return answer(Feeds(survey(desk.book)))
