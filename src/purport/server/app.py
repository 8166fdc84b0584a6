"""The application: the interface under /api/v1, and the web application's files."""

from fastapi import FastAPI

from purport import __version__
from purport.ledger import Ledger
from purport.server.desk import Desk
from purport.server.guard import Guard
from purport.server.openapi import describe
from purport.server.problems import answer_problems
from purport.server.routes import ROUTERS

__all__ = ["create_app"]


def create_app(book: Ledger) -> FastAPI:
    """The desk over an open ledger."""
    app = FastAPI(
        title="Purport",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = Desk(book)
    for router in ROUTERS:
        app.include_router(router)
    describe(app)
    answer_problems(app)
    app.add_middleware(Guard)
    return app
