"""What can be asked for, a module for each thing."""

from purport.server.routes import (
    claims,
    documents,
    episodes,
    exports,
    feeds,
    health,
    incidents,
    judgements,
    listing,
    overview,
    review,
    state,
)
from purport.server.static import router as files

__all__ = ["ROUTERS"]

ROUTERS = (
    health.router,
    state.router,
    listing.router,
    overview.router,
    review.router,
    incidents.router,
    episodes.router,
    claims.router,
    documents.router,
    judgements.router,
    feeds.router,
    exports.router,
    files,  # last: its paths are any
)
"""All routes, in the order in which they are tried."""
