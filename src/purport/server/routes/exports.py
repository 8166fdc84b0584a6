"""Everything that was asked for, in forms that other programs read, sent as it is made."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import Any, BinaryIO

from fastapi import APIRouter
from fastapi.responses import Response

from purport.exports import export_named
from purport.exports.holes import holes_of
from purport.exports.incidents import write_incidents
from purport.ledger import Called
from purport.ledger.search import words_in
from purport.model.incident import Incident
from purport.model.reading import Reading
from purport.server.answers import refusals
from purport.server.desk import Desk, Shared
from purport.server.index.ordering import ordered
from purport.server.query import Asked, AsOf, Chosen, Sort, Words
from purport.server.routing import api
from purport.server.streams import download

__all__ = ["router"]

router = api("exports")

_MEDIA = MappingProxyType(
    {"jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json"}
)
_MEANING = MappingProxyType(
    {
        "jsonl": "One record of the interchange format a line.",
        "csv": "One row each.",
        "geojson": "One feature a line.",
    }
)
_AT_ONCE = 500


def _answers(form: str) -> dict[int | str, dict[str, Any]]:
    media = _MEDIA[form].partition(";")[0]
    schema = {"type": "object"} if form == "geojson" else {"type": "string"}
    told: dict[int | str, dict[str, Any]] = {
        200: {"description": _MEANING[form], "content": {media: {"schema": schema}}},
        304: {"description": "It is as the client has it already (If-None-Match)."},
    }
    return told | refusals()


def _add(router: APIRouter, form: str) -> None:
    """The two routes of one form."""

    def incidents(desk: Shared, filters: Asked, as_of: AsOf, sort: Sort = "-time") -> Response:
        view = desk.index.view(as_of)
        numbers = view.columns.number[ordered(view, filters, sort)].tolist()

        def writes(out: BinaryIO) -> None:
            write_incidents(form, _states(desk, numbers), out, holes_of(desk.book, as_of))

        return download(writes, _MEDIA[form], f"incidents.{form}")

    def claims(desk: Shared, chosen: Chosen, as_of: AsOf, q: Words = None) -> Response:
        words = tuple(words_in(q or ""))

        def writes(out: BinaryIO) -> None:
            found = _said(desk, Called(selection=chosen, words=words), as_of)
            told = found if words else desk.book.readings(chosen, as_of=as_of)
            export_named(form)(told, out, holes_of(desk.book, as_of))

        return download(writes, _MEDIA[form], f"claims.{form}")

    for thing, answers in (("incidents", incidents), ("claims", claims)):
        router.add_api_route(
            f"/{thing}.{form}",
            answers,
            responses=_answers(form),
            name=f"{thing}_{form}",
            description=f"All {thing} that were asked for, as {form}.",
        )


def _states(desk: Desk, numbers: list[int]) -> Iterator[Incident]:
    for at in range(0, len(numbers), _AT_ONCE):
        yield from desk.book.incident_states(numbers[at : at + _AT_ONCE])


def _said(desk: Desk, called: Called, as_of: datetime | None) -> Iterator[Reading]:
    """The claims that hold words, those last read first."""
    after = None
    with desk.looking(as_of) as look:
        while found := look.claims(called, after, _AT_ONCE):
            for _, rows in groupby((one.words for one in found), key=lambda one: one.key):
                told = list(rows)
                yield Reading(told[0].document.id, tuple(one.claim for one in told))
            after = found[-1].position


for _form in _MEDIA:
    _add(router, _form)
