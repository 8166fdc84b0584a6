"""Answers straight from the program's records, and how the description of the interface tells them."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi.responses import Response

from purport.server.problems import PROBLEM, Problem

__all__ = ["DESCRIBED", "answer", "answers", "content", "refusals"]

DESCRIBED: dict[str, Any] = {}
"""Every form of answer and body that a route tells of, by the name that the description gives it."""

_encoder = msgspec.json.Encoder()


def answer(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A value as JSON."""
    return Response(_encoder.encode(value), status, dict(headers or {}), "application/json")


def answers(form: Any, meaning: str, *failures: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What a route answers: its form, and the statuses with which it refuses, beside those of every route."""
    told: dict[int | str, dict[str, Any]] = {status: {"description": meaning, **content(form)}}
    if status == HTTPStatus.OK:
        told[304] = {"description": "It is as the client has it already (If-None-Match)."}
    return told | refusals(*failures)


def refusals(*failures: int) -> dict[int | str, dict[str, Any]]:
    """How a route refuses: with these statuses, and with those of every route."""
    statuses = sorted({*failures, 421, 422, 503})
    return {status: {"description": _WHY[status], **content(Problem, PROBLEM)} for status in statuses}


def content(form: Any, media: str = "application/json") -> dict[str, Any]:
    """A body of this form; the description is given its schema where it is put together."""
    name = _name(form)
    DESCRIBED[name] = form
    return {"content": {media: {"schema": {"$ref": f"#/components/schemas/{name}"}}}}


_WHY = {
    404: "Nothing has this id.",
    409: "It contradicts what the ledger holds.",
    403: "A page from elsewhere asks for a change.",
    412: "Somebody else was faster: the answer tells what they did.",
    413: "The body is too large.",
    415: "The body is not JSON.",
    421: "The Host is none of this machine.",
    422: "A parameter, or the body, means nothing.",
    428: "If-Match is missing.",
    503: "The ledger is locked; try again.",
}


def _name(form: Any) -> str:
    """As the description calls it: a page of rows is Listed_Row_."""
    (told,), _ = msgspec.json.schema_components([form])
    return str(told["$ref"]).rpartition("/")[2]
