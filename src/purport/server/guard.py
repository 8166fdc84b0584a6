"""What stands before every request: only the own machine's pages may ask, and no answer can run what strangers wrote.

A page from elsewhere can make a browser send requests to this machine, also under a name that it lets point here (DNS
rebinding). Such a request has another Host, or another Origin.
"""

import re
from http import HTTPStatus

from fastapi.responses import Response
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from purport.server.headers import HEADERS
from purport.server.problems import problem

__all__ = ["LARGEST_BODY", "Guard"]

LARGEST_BODY = 64 * 1024
"""Bytes of a request's body: a judgement is far smaller."""

_RAW = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
_TOO_LARGE = f"no request has more than {LARGEST_BODY} bytes"
_LOOPBACK = re.compile(r"(127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Guard:
    """Refuses what no page of the desk's own sends, and puts the headers on whatever is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *_RAW]}
            await send(message)

        refusal = _refusal(scope["method"], Headers(scope=scope))
        if refusal is not None:
            await refusal(scope, receive, send_guarded)
            return
        await self._app(scope, _bounded(receive), send_guarded)


def _refusal(method: str, headers: Headers) -> Response | None:
    host = headers.get("host", "")
    if not _LOOPBACK.fullmatch(host):
        cure = "open it as http://127.0.0.1 or http://localhost, with its port"
        return problem(HTTPStatus.MISDIRECTED_REQUEST, "the desk answers to names of its own machine only", cure=cure)
    if method not in _CHANGING:
        return None
    origin = headers.get("origin")
    if (origin is not None and origin.lower() != f"http://{host.lower()}") or headers.get("sec-fetch-site") not in {
        None,
        "same-origin",
        "none",
    }:
        return problem(HTTPStatus.FORBIDDEN, "a page from elsewhere asks for a change")
    if headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        return problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a change is told as JSON", cure="send application/json")
    if not headers.get("content-length", "0").isdecimal() or int(headers.get("content-length", "0")) > LARGEST_BODY:
        return _too_large()
    return None


def _too_large() -> Response:
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)


def _bounded(receive: Receive) -> Receive:
    """A body that does not tell its length, counted as it comes."""
    size = 0

    async def receive_bounded() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)
        return message

    return receive_bounded
