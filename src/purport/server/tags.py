"""Entity tags: an answer is as it was, as long as the book has not grown."""

from collections.abc import Callable, Coroutine
from hashlib import blake2b
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response, StreamingResponse
from fastapi.routing import APIRoute
from starlette.types import Scope

from purport import __version__
from purport.ledger import Stand
from purport.server.desk import Desk

__all__ = ["TaggedRoute", "version_of"]

_FRESHNESS = {"Cache-Control": "no-cache"}
_SIZE = 12


class TaggedRoute(APIRoute):
    """A route whose answers to GET carry an ETag, and which answers 304 to who has this one already.

    Answers are kept for who asks the same of the same state. That state of the book is asked for before the answer is
    made: the answer may be newer than its tag, never older. An answer may have a tag of its own, in which a version of
    what it is about stands before that state, and a dash.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request."""
        answer = super().get_route_handler()

        async def answer_tagged(request: Request) -> Response:
            if request.method != "GET":
                return await answer(request)
            desk: Desk = request.app.state.desk
            state = _digest(await run_in_threadpool(desk.stand), request.scope)
            known = _known(request.headers.get("if-none-match", ""), state)
            if known:
                return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": known, **_FRESHNESS})
            kept: Response | None = desk.answers.get(state)
            if kept is not None:
                return kept
            response = await answer(request)
            version = response.headers.get("etag")
            response.headers["ETag"] = f'"{version}-{state}"' if version else f'W/"{state}"'
            response.headers.update(_FRESHNESS)
            if response.status_code == HTTPStatus.OK and not isinstance(response, StreamingResponse):
                desk.answers.put(state, response)
            return response

        return answer_tagged


def version_of(tag: str) -> str:
    """The version in a tag, or in what a client makes of it: with or without quotes and what follows a dash."""
    return tag.strip().removeprefix("W/").strip('"').partition("-")[0]


def _digest(stand: Stand, scope: Scope) -> str:
    told = f"{__version__}\n{stand}\n{scope['path']}\n".encode(errors="replace") + scope["query_string"]
    return blake2b(told, digest_size=_SIZE).hexdigest()


def _known(tags: str, state: str) -> str | None:
    """The tag of this state among those that a client has."""
    return next((tag.strip() for tag in tags.split(",") if tag.strip().strip('"').endswith(state)), None)
