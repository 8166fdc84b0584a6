"""Documents, their versions, and the claims in them."""

from datetime import date
from typing import Annotated, Any

from fastapi import Query
from fastapi.responses import Response

from purport.ledger import Choice
from purport.server.answers import answer, answers
from purport.server.cursor import position_of
from purport.server.desk import Shared
from purport.server.pages import MOST_COUNTED, Listed, listed
from purport.server.query import AsOf, Id, Paged, Sources
from purport.server.routing import api
from purport.server.views.documents import DocumentDetail, DocumentItem, document_detail, document_item

__all__ = ["router"]

router = api("documents")

Number = Annotated[
    int | None, Query(ge=1, le=1_000_000, description="Of a version, the oldest is 1. [default: the current one]")
]


@router.get("/documents", responses=answers(Listed[DocumentItem], "Documents, those published last first."))
def documents(
    desk: Shared,
    source: Sources,
    page: Paged,
    as_of: AsOf,
    since: Annotated[date | None, Query(description="Published on this date or after it.")] = None,
    until: Annotated[date | None, Query(description="Published on this date or before it.")] = None,
) -> Response:
    """Documents in their current versions; those without a date of publication stand last."""
    choice = Choice(
        sources=tuple(source), since=since.isoformat() if since else None, until=until.isoformat() if until else None
    )
    after = position_of(page.cursor, tuple[str | None, str]) if page.cursor else None
    with desk.looking(as_of) as look:
        found = look.documents(choice, after, page.limit)
        total = look.count_documents(choice, MOST_COUNTED + 1)
        datings = look.datings([one.document.id for one in found])
    position: Any = (found[-1].document.published, found[-1].key) if len(found) == page.limit else None
    return answer(listed([document_item(one, datings) for one in found], total, position))


@router.get("/documents/{key}", responses=answers(DocumentDetail, "The document.", 404))
def document(desk: Shared, key: Id, as_of: AsOf, version: Number = None) -> Response:
    """The document of a key: its text, its versions, and the claims in the one that is shown."""
    with desk.looking(as_of) as look:
        return answer(document_detail(desk, look, key, version))
