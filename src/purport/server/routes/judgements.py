"""What people decide. Nothing is overwritten, and nobody overwrites what they have not seen."""

import logging
from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from fastapi import Depends, Header, Query, Request
from fastapi.responses import Response
from msgspec import Struct

from purport.errors import ConflictError, LedgerError, NotFoundError, UsageError
from purport.ledger import Expected, Look
from purport.model.incident import Incident
from purport.pipeline.adding import catch_up
from purport.server.answers import answer, answers, content
from purport.server.cursor import position_of
from purport.server.deciding import Decision, judgement_of
from purport.server.desk import Author, Desk, Shared
from purport.server.pages import MOST_COUNTED, Listed, listed
from purport.server.problems import PROBLEM, Problem, problem
from purport.server.query import AsOf, Paged
from purport.server.routing import api
from purport.server.tags import version_of
from purport.server.views.detail import version_of_state
from purport.server.views.judgements import JudgementRow, judgement_rows, touching

__all__ = ["router"]

_log = logging.getLogger("purport")
router = api("judgements")

_decisions = msgspec.json.Decoder(Decision)


class Conflict(Problem, frozen=True, kw_only=True):
    """That somebody else was faster: what version the incident has now (None: it is no more), and what they decided."""

    version: str | None
    judgements: tuple[JudgementRow, ...]


class Judged(Struct, frozen=True):
    """A judgement that is kept, and the incident that what it is about is of now, in its new version."""

    judgement: JudgementRow
    incident: str | None
    version: str | None


async def _decision(request: Request) -> Decision:
    try:
        return _decisions.decode(await request.body())
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"this is no judgement: {error}", cure="/api/v1/openapi.json describes it") from None


@router.get("/judgements", responses=answers(Listed[JudgementRow], "Judgements, the first first.", 404))
def judgements(
    desk: Shared,
    page: Paged,
    as_of: AsOf,
    after: Annotated[int, Query(ge=0, le=1 << 31, description="Only those kept behind the one of this number.")] = 0,
    incident: Annotated[str | None, Query(pattern="^[a-z0-9]{1,64}$", description="Only those about it.")] = None,
) -> Response:
    """What people have decided, in the order in which it was kept."""
    with desk.looking(as_of) as look:
        rows = judgement_rows(look.judgements())
        if incident is not None:
            rows = touching(rows, look.incident(incident).incident.claims)
    last = max(after, position_of(page.cursor, int) if page.cursor else 0)
    found = [row for row in rows if row.number > last]
    shown = found[: page.limit]
    total = sum(row.number > after for row in rows)
    return answer(listed(shown, min(total, MOST_COUNTED), shown[-1].number if len(found) > len(shown) else None))


_BODY: dict[str, Any] = {"requestBody": {"required": True, **content(Decision)}}


@router.post(
    "/judgements",
    status_code=HTTPStatus.CREATED,
    openapi_extra=_BODY,
    responses=answers(Judged, "It is kept, and linking has followed it.", 403, 404, 413, 415, 428, status=201)
    | {412: {"description": "Somebody else was faster.", **content(Conflict, PROBLEM)}},
)
def judge(
    desk: Shared,
    asker: Author,
    decision: Annotated[Decision, Depends(_decision)],
    if_match: Annotated[
        str | None, Header(description="The version of the incident that the person saw; needed with `incident`.")
    ] = None,
) -> Response:
    """Keep a judgement. What is about an incident is kept only if the incident is as the person saw it."""
    if decision.incident is not None and if_match is None:
        cure = "send If-Match with the `version` of the incident that the person sees"
        return problem(HTTPStatus.PRECONDITION_REQUIRED, "nobody knows which version this is about", cure=cure)
    expected = _expected(decision.incident, if_match) if decision.incident is not None else None
    with desk.writing:
        incident = _seen(desk, decision.incident) if decision.incident is not None else None
        if expected is not None and incident is None:
            return _conflict(desk, expected, ConflictError("the incident is no more", about=expected.incident))
        try:
            number = desk.book.judge(judgement_of(desk.book, decision, incident, asker), expected)
        except ConflictError as error:
            assert expected is not None  # noqa: S101 - what conflicts is what was expected
            return _conflict(desk, expected, error)
        _relink(desk, number)
        return answer(_judged(desk, number, incident), HTTPStatus.CREATED)


def _expected(incident: str, if_match: str | None) -> Expected:
    state, _, judgement = version_of(if_match or "").partition(".")
    if not (state.isdecimal() and judgement.isdecimal()):
        raise UsageError("If-Match has no version of an incident", cure="send the `version` that the incident has")
    return Expected(incident, int(state), int(judgement))


def _seen(desk: Desk, wanted: str) -> Incident | None:
    """The incident that a person saw; None where it is no more."""
    try:
        found = desk.book.incident(wanted)
    except NotFoundError:
        return None
    return found


def _relink(desk: Desk, number: int) -> None:
    """Have linking follow; where another program holds the ledger, whoever links next follows."""
    try:
        catch_up(desk.book, cause=f"judgement {number}")
    except LedgerError as error:
        _log.warning("judgement %d is kept, but not linked yet: %s", number, error)


def _judged(desk: Desk, number: int, incident: Incident | None) -> Judged:
    with desk.looking() as look:
        rows = judgement_rows(look.judgements())
        row = next(row for row in rows if row.number == number)
        about = [*row.claims, *(incident.claims if incident else ())]
        of = look.incidents_of(about)
        ids = [id_ for claim in about for id_ in of.get(claim, ())]
        now = incident.id if incident and incident.id in ids else next(iter(ids), None)
        return Judged(row, now, _version(look, now, rows)[0] if now else None)


def _version(look: Look, incident: str, rows: list[JudgementRow]) -> tuple[str, list[JudgementRow]]:
    state = look.incident(incident)
    about = touching(rows, state.incident.claims)
    return version_of_state(state.number, about), about


def _conflict(desk: Desk, expected: Expected, error: ConflictError) -> Response:
    """What has happened meanwhile, so that a person can decide again."""
    with desk.looking() as look:
        rows = judgement_rows(look.judgements())
        try:
            version, about = _version(look, expected.incident, rows)
        except NotFoundError:
            version, about = None, rows
    told = Conflict(
        title=HTTPStatus.PRECONDITION_FAILED.phrase,
        status=HTTPStatus.PRECONDITION_FAILED,
        detail=f"{error.reason}; what you decided was not kept",
        cure="look at it again, and decide then",
        about=expected.incident,
        version=version,
        judgements=tuple(row for row in about if row.number > expected.judgement),
    )
    return Response(msgspec.json.encode(told), HTTPStatus.PRECONDITION_FAILED, media_type=PROBLEM)
