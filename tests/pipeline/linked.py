"""A ledger of made claims, linked as it grows. The made world and its documents lie in the folder of benches."""

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from purport.incidents import Linked, link
from purport.ledger import Entry, Ledger
from purport.model import Claim
from purport.model.incident import Incident
from purport.pipeline.linking import Linker, bring_up_to_date

BENCH = Path(__file__).resolve().parents[2] / "bench"
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def _of_bench(name: str) -> Any:
    sys.path.insert(0, str(BENCH))
    try:
        return import_module(name)
    finally:
        sys.path.remove(str(BENCH))


_world, _keeping = _of_bench("world"), _of_bench("keeping")
LINKER = Linker(_world.who, _world.locate)


def world(seed: int, nights: int) -> list[Claim]:
    """The claims of a made world."""
    claims: list[Claim] = _world.Maker(seed).make(nights).claims
    return claims


def entry(name: str, claims: Iterable[Claim]) -> Entry:
    """A document whose text is the words of these claims; of one name there may be several versions."""
    made: Entry = _keeping.entry(name, claims)
    return made


def entries(claims: Iterable[Claim]) -> list[Entry]:
    """The documents that these claims stand in, each with its claims."""
    made: list[Entry] = _keeping.entries(claims)
    return made


def add(book: Ledger, added: Sequence[Entry]) -> None:
    """One run that reads these documents; nothing is linked yet."""
    book.add(book.begin_run(["test"], "made/1", BEGUN), "made/1", added)


class Clock:
    """A clock that goes on by an hour each time it is asked."""

    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def update(book: Ledger, clock: Clock | None = None, linker: Linker = LINKER) -> bool:
    """Link what is new; whether there was anything."""
    return bring_up_to_date(book, linker, cause="test", clock=clock or Clock())


def anew(book: Ledger) -> Linked:
    """What all claims of the book come to, linked at once."""
    return link(book.claims(), LINKER.who, LINKER.locate, book.judgements())


def kept(book: Ledger) -> list[Incident]:
    return list(book.incidents())
