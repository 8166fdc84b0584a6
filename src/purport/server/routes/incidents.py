"""One incident: what is told of it, and why its claims are of one thing."""

from fastapi.responses import Response
from msgspec import Struct

from purport.incidents import reasons
from purport.pipeline.adding import group_of
from purport.server.answers import answer, answers
from purport.server.desk import Shared
from purport.server.pages import Listed
from purport.server.query import AsOf, Id, Paged
from purport.server.routing import api
from purport.server.views.claims import ClaimView
from purport.server.views.detail import Detail, claims_page, detail_of, parts_page
from purport.server.views.parts import Part

__all__ = ["router"]

router = api("incidents")


class Reason(Struct, frozen=True):
    """One thing that speaks for a link, or against it, in points."""

    why: str
    points: float


class Joining(Struct, frozen=True):
    """A claim, and what joined it to those before it; no score: it is the first, or a person has joined it."""

    claim: str
    score: float | None
    reasons: tuple[Reason, ...]


class Reasons(Struct, frozen=True):
    """The claims of an incident in the order in which they joined it."""

    items: tuple[Joining, ...]


@router.get("/incidents/{id}", responses=answers(Detail, "The incident. Its ETag begins with its version.", 404))
def incident(desk: Shared, id: Id, as_of: AsOf) -> Response:  # noqa: A002 - the parameter's name
    """The incident of an id, or of one that it had before it was joined to another."""
    with desk.looking(as_of) as look:
        found = detail_of(desk, look, id, as_of)
    return answer(found, headers={"ETag": found.version})


@router.get("/incidents/{id}/claims", responses=answers(Listed[ClaimView], "Its claims with their words.", 404))
def incident_claims(desk: Shared, id: Id, as_of: AsOf, page: Paged) -> Response:  # noqa: A002
    """All claims of an incident, in the order in which it names them."""
    with desk.looking(as_of) as look:
        return answer(claims_page(desk, look, id, as_of, page))


@router.get("/incidents/{id}/parts", responses=answers(Listed[Part], "What it is the whole of.", 404))
def incident_parts(desk: Shared, id: Id, as_of: AsOf, page: Paged) -> Response:  # noqa: A002
    """All parts of an incident and theirs, each behind its whole, the largest first."""
    with desk.looking(as_of) as look:
        return answer(parts_page(desk, look, id, as_of, page))


@router.get("/incidents/{id}/reasons", responses=answers(Reasons, "What joined its claims.", 404))
def incident_reasons(desk: Shared, id: Id) -> Response:  # noqa: A002
    """Why the claims of an incident are held to be about one thing."""
    found = reasons(group_of(desk.book, desk.book.incident(id)))
    return answer(
        Reasons(
            tuple(
                Joining(
                    one.claim.id,
                    one.fit.score if one.fit else None,
                    tuple(Reason(reason.why, reason.points) for reason in one.fit.reasons) if one.fit else (),
                )
                for one in found
            )
        )
    )
