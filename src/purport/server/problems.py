"""What goes wrong, as problem details (RFC 9457): what it is, what to do, and whether to try again."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from msgspec import UNSET, Struct, UnsetType
from starlette.exceptions import HTTPException

from purport.errors import ConflictError, LedgerError, NotFoundError, PurportError, UsageError
from purport.server.headers import HEADERS

__all__ = ["PROBLEM", "Problem", "answer_problems", "problem"]

PROBLEM = "application/problem+json"
_RETRY_AFTER = {"Retry-After": "1"}


class Problem(Struct, frozen=True, kw_only=True):
    """What went wrong: `detail` about this request, and the `cure`, where there is one."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | UnsetType = UNSET
    cure: str | UnsetType = UNSET
    about: str | UnsetType = UNSET


def problem(
    status: int, detail: str = "", *, cure: str = "", about: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    """The answer to a request that cannot be served."""
    told = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail or UNSET,
        cure=cure or UNSET,
        about=about or UNSET,
    )
    return Response(msgspec.json.encode(told), status, dict(headers or {}), PROBLEM)


def answer_problems(app: FastAPI) -> None:
    """Have every failure answered with a problem."""
    app.add_exception_handler(PurportError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_parameters)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(Exception, _of_nobody)


_STATUSES: tuple[tuple[type[PurportError], int], ...] = (
    (ConflictError, HTTPStatus.PRECONDITION_FAILED),
    (NotFoundError, HTTPStatus.NOT_FOUND),
    (UsageError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (LedgerError, HTTPStatus.SERVICE_UNAVAILABLE),
)


async def _of_ours(_request: Request, error: Exception) -> Response:
    assert isinstance(error, PurportError)  # noqa: S101 - what it is registered for
    status = next((status for kind, status in _STATUSES if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)
    headers = _RETRY_AFTER if error.retry else None
    return problem(status, error.reason, cure=error.cure, about=error.about, headers=headers)


async def _of_parameters(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    told = "; ".join(_refusal(one) for one in error.errors())
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, told, cure="/api/v1/openapi.json describes every parameter")


def _refusal(one: Any) -> str:
    return f"{' '.join(str(part) for part in one['loc'])}: {one['msg']}"


async def _of_framework(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    return problem(error.status_code, error.detail, headers=error.headers)


async def _of_nobody(_request: Request, _error: Exception) -> Response:
    """Nothing of an error that nobody foresaw is told to the one who asks; the log has it.

    It is answered outside of what guards all other answers.
    """
    told, cure = "this is an error of the program", "what it prints says more"
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, told, cure=cure, headers=HEADERS)
