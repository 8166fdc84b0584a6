"""How routes of the interface are made."""

from fastapi import APIRouter
from fastapi.responses import Response

from purport.server.tags import TaggedRoute

__all__ = ["api"]


def api(thing: str) -> APIRouter:
    """A router of what stands under /api/v1; all that it answers is encoded already."""
    return APIRouter(prefix="/api/v1", tags=[thing], route_class=TaggedRoute, default_response_class=Response)
