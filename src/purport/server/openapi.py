"""The description of the interface: routes as FastAPI tells them, forms as the program's own records have them."""

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from purport.server.answers import DESCRIBED

__all__ = ["describe"]

_ABOUT = """What is said about attacks in a war, who said it, and what it adds up to.

Moments are ISO 8601. Errors are problem details (RFC 9457), each with the cure where there is one. Lists come in
pages: give `next` as `cursor` for the page behind. Every answer has an ETag; ask again with If-None-Match.
`as_of` asks the book as it stood at a moment. Nothing is ever overwritten: judgements are records of their own."""


def describe(app: FastAPI) -> None:
    """Have an application describe itself so."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI's documentation has it


def _described(app: FastAPI) -> dict[str, Any]:
    told = get_openapi(title=app.title, version=app.version, description=_ABOUT, routes=app.routes)
    _, components = msgspec.json.schema_components(DESCRIBED.values(), ref_template="#/components/schemas/{name}")
    told.setdefault("components", {})["schemas"] = components
    return told
