"""A ledger of made claims, linked as it grows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from purport.incidents import Linked, link
from purport.ledger import Entry, Ledger
from purport.model import Claim, Document
from purport.model.incident import Incident
from purport.pipeline.linking import Linker, bring_up_to_date

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def entries(claims: Iterable[Claim]) -> list[Entry]:
    """The documents that these claims stand in, each with its claims."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document].append(claim)
    return [entry(name, of) for name, of in found.items()]


def entry(name: str, claims: Iterable[Claim]) -> Entry:
    """A document whose text is the words of these claims; of one name there may be several versions."""
    placed, at = [], 0
    for claim in claims:
        placed.append(replace(claim, start=at))
        at += len(claim.quote) + 1
    document = Document(
        id=name,
        source=placed[0].publisher if placed else "Nobody",
        kind="telegram",
        url=f"https://example.org/{name}",
        published=placed[0].published if placed else None,
        language=None,
        title=None,
        text="\n".join(claim.quote for claim in placed) or "nothing",
    )
    return Entry(document, tuple(replace(claim, document_key=document.key) for claim in placed))


def add(book: Ledger, added: Iterable[Entry], name: str = "made/1") -> int:
    """One run that reads these documents; nothing is linked yet."""
    listed = list(added)
    run = book.begin_run(["test"], name, BEGUN)
    book.add(run, name, listed)
    return run


class Clock:
    """A clock that goes on by an hour each time it is asked."""

    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def up_to_date(book: Ledger, linker: Linker, clock: Clock) -> bool:
    return bring_up_to_date(book, linker, cause="test", clock=clock)


def anew(book: Ledger, linker: Linker) -> Linked:
    """What all claims of the book come to, linked at once."""
    return link(book.claims(), linker.who, linker.locate, book.judgements())


def kept(book: Ledger) -> list[Incident]:
    return list(book.incidents())
