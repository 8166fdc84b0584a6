"""What all requests share: the ledger, how far it has come, and who asks."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request
from msgspec import Struct

from purport.incidents import Origins, facts_of
from purport.ledger import Ledger, Look, Stand
from purport.model import Claim
from purport.pipeline.adding import who
from purport.server.index import Index
from purport.server.index.kept import Kept
from purport.server.table import Table

__all__ = ["Author", "Desk", "Shared", "State", "who_asks"]

_ROOM = 50_000_000
"""Bytes of answers that are kept at hand."""


class State(Struct, frozen=True):
    """How far the book has come, and how much there is in it.

    `linking` and `judgement`: the numbers of the last ones. `first` and `last`: the moments between which it has grown.
    `extractor`: what read the last documents. `ledger`: the name of its file, or of its database.
    """

    linking: int
    judgement: int
    documents: int
    claims: int
    incidents: int
    first: str | None
    last: str | None
    extractor: str | None
    ledger: str


class _Counts(Struct, frozen=True):
    documents: int
    claims: int


class Desk:
    """One ledger at which people work. `writing` is held while one of them changes something.

    `index` finds incidents, `table` has the rows of those that are shown, `answers` what was answered last.
    """

    def __init__(self, book: Ledger) -> None:
        self.book = book
        self.index = Index(book)
        self.table = Table(book)
        self.writing = Lock()
        self.answers = Kept(_ROOM, lambda response: len(response.body))
        self._counting = Lock()
        self._counted: dict[tuple[int, int], _Counts] = {}
        self._states: dict[Stand, State] = {}
        self._origins = Origins(who)

    @contextmanager
    def looking(self, as_of: datetime | None = None) -> Iterator[Look]:
        """One state of the book."""
        with self.book.looking(as_of) as look:
            yield look

    def stand(self) -> Stand:
        """How far the book has come."""
        with self.looking() as look:
            return look.stand()

    def state(self) -> State:
        """How far the book has come; what is in it is counted once for each thing that is added."""
        with self.looking() as look, self._counting:
            stand = look.stand()
            if stand not in self._states:
                self._states = {stand: self._count(look, stand)}
            return self._states[stand]

    def _count(self, look: Look, stand: Stand) -> State:
        read = (stand.version, stand.extraction)
        if read not in self._counted:
            self._counted = {read: _Counts(look.count_all_documents(), look.count_claims())}
        counts, span = self._counted[read], look.span()
        return State(
            linking=stand.linking,
            judgement=stand.judgement,
            documents=counts.documents,
            claims=counts.claims,
            incidents=len(self.index.view()),
            first=span.first,
            last=span.last,
            extractor=span.extractor,
            ledger=self.book.name,
        )

    def side_of(self, claim: Claim) -> str | None:
        """The party that speaks in a claim."""
        return facts_of(claim, self._origins).side


async def _desk(request: Request) -> Desk:
    found = request.app.state.desk
    assert isinstance(found, Desk)  # noqa: S101 - the application puts it there
    return found


Shared = Annotated[Desk, Depends(_desk)]
"""The desk of a request."""


async def who_asks() -> str | None:
    """Whoever asks: the person whose machine it is, where the system has a name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


Author = Annotated[str | None, Depends(who_asks)]
"""Who makes a request."""
