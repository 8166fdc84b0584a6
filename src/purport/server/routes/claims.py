"""Claims with their words."""

from typing import Annotated

from fastapi import Query
from fastapi.responses import Response
from msgspec import Struct

from purport.errors import NotFoundError
from purport.ledger import Called
from purport.ledger.search import words_in
from purport.server.answers import answer, answers
from purport.server.cursor import position_of
from purport.server.desk import Shared
from purport.server.pages import MOST_COUNTED, Listed, listed
from purport.server.query import AsOf, Chosen, Id, Paged, Words
from purport.server.routing import api
from purport.server.views.claims import ClaimView, claim_view, claim_views

__all__ = ["router"]

router = api("claims")

OfDocument = Annotated[
    str | None, Query(pattern="^[a-z0-9]{1,64}$", description="Only those of the document of this key.")
]


class SameWords(Struct, frozen=True):
    """A claim in each document that says it in the same words."""

    items: tuple[ClaimView, ...]


@router.get("/claims", responses=answers(Listed[ClaimView], "Claims, those last read first."))
def claims(
    desk: Shared, chosen: Chosen, page: Paged, as_of: AsOf, document: OfDocument = None, q: Words = None
) -> Response:
    """Claims, without the context of their words."""
    called = Called(selection=chosen, document=document, words=tuple(words_in(q or "")))
    after = position_of(page.cursor, tuple[int, int, str]) if page.cursor else None
    with desk.looking(as_of) as look:
        found = look.claims(called, after, page.limit)
        total = look.count_chosen(called, MOST_COUNTED + 1)
        of = look.incidents_of(one.words.claim.id for one in found)
        more = look.leaves_out(called)
    sides = {one.words.claim.id: desk.side_of(one.words.claim) for one in found}
    items = [claim_view(one.words, of, sides=sides) for one in found]
    return answer(listed(items, total, found[-1].position if len(found) == page.limit else None, more=more))


@router.get("/claims/{id}", responses=answers(SameWords, "The claim, for each document that holds its words.", 404))
def claim(desk: Shared, id: Id, as_of: AsOf) -> Response:  # noqa: A002 - the parameter's name
    """The claim of an id, with its words in their context."""
    with desk.looking(as_of) as look:
        words = look.words([look.claim_id(id)])
        of = look.incidents_of(one.claim.id for one in words)
    if not words:
        raise NotFoundError("the book did not hold this claim then", about=id, cure="ask without as_of")
    sides = {one.claim.id: desk.side_of(one.claim) for one in words}
    return answer(SameWords(claim_views(words, of, sides=sides)))
