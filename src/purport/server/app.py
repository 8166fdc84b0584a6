"""The application: the interface under /api/v1, and the web application's files."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI

from purport import __version__
from purport.ledger import Ledger
from purport.server.desk import Desk
from purport.server.guard import Guard
from purport.server.openapi import describe
from purport.server.problems import answer_problems
from purport.server.routes import ROUTERS
from purport.server.warming import warm

__all__ = ["create_app"]

_AT_ONCE = 2
"""Answers that are worked out at once; more would only wait for each other, and all take longer."""


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = _AT_ONCE
    Thread(target=warm, args=(app.state.desk,), daemon=True).start()
    yield


def create_app(book: Ledger) -> FastAPI:
    """The desk over an open ledger."""
    app = FastAPI(
        title="Purport",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_open,
    )
    app.state.desk = Desk(book)
    for router in ROUTERS:
        app.include_router(router)
    describe(app)
    answer_problems(app)
    app.add_middleware(Guard)
    return app
