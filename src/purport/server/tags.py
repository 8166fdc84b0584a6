"""Entity tags: an answer is as it was, as long as the book has not grown."""

from collections.abc import Callable, Coroutine
from hashlib import blake2b
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.datastructures import URL

from purport import __version__
from purport.ledger import Stand
from purport.server.desk import Desk

__all__ = ["TaggedRoute", "version_of"]

_FRESHNESS = {"Cache-Control": "no-cache"}
_SIZE = 12


class TaggedRoute(APIRoute):
    """A route whose answers to GET carry an ETag, and which answers 304 to who has this one already.

    The state of the book is asked for before the answer is made: the answer may be newer than its tag, never older. An
    answer may have a tag of its own, in which a version of what it is about stands before that state, and a dash.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request."""
        answer = super().get_route_handler()

        async def answer_tagged(request: Request) -> Response:
            if request.method != "GET":
                return await answer(request)
            desk: Desk = request.app.state.desk
            state = _digest(await run_in_threadpool(desk.stand), request.url)
            known = _known(request.headers.get("if-none-match", ""), state)
            if known:
                return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": known, **_FRESHNESS})
            response = await answer(request)
            version = response.headers.get("etag")
            response.headers["ETag"] = f'"{version}-{state}"' if version else f'W/"{state}"'
            response.headers.update(_FRESHNESS)
            return response

        return answer_tagged


def version_of(tag: str) -> str:
    """The version in a tag, or in what a client makes of it: with or without quotes and what follows a dash."""
    return tag.strip().removeprefix("W/").strip('"').partition("-")[0]


def _digest(stand: Stand, url: URL) -> str:
    told = f"{__version__}\n{stand}\n{url.path}\n{url.query}"
    return blake2b(told.encode(errors="replace"), digest_size=_SIZE).hexdigest()


def _known(tags: str, state: str) -> str | None:
    """The tag of this state among those that a client has."""
    return next((tag.strip() for tag in tags.split(",") if tag.strip().strip('"').endswith(state)), None)
