"""What the tests of the engine share: one way to read a text, and short forms of what a claim holds."""

from typing import Protocol

from purport.claims.gathering import gather
from purport.claims.marks import Marks
from purport.claims.matcher import Lexicon
from purport.model import Claim, Document, DocumentKind, Hints, Kind, PlaceFinder, View
from purport.times import Times

PUBLISHED = "2025-03-14T09:00:00+02:00"  # a Friday


class Read(Protocol):
    """Reads a text as a document of one kind; an article of no known publisher, unless told otherwise."""

    def __call__(
        self,
        text: str,
        kind: DocumentKind = "article",
        *,
        source: str = "",
        published: str | None = PUBLISHED,
        language: str | None = None,
    ) -> list[Claim]: ...


def document(
    text: str,
    kind: DocumentKind = "article",
    *,
    source: str = "",
    published: str | None = PUBLISHED,
    language: str | None = None,
) -> Document:
    return Document(
        id="d",
        source=source,
        kind=kind,
        url="https://example.org/d",  # so that the document's identity does not hang on its text
        published=published,
        language=language or tongue(text),
        title=None,
        text=text,
    )


def tongue(text: str) -> str:
    """The language of a test's text, as the reader would have told the extractor."""
    folded = text.lower()
    if set("іїєґ") & set(folded):
        return "uk"
    return "ru" if any("а" <= c <= "я" for c in folded) else "en"


def marks_of(view: View, lexicon: Lexicon, places: PlaceFinder) -> Marks:
    return gather(view, lexicon.find(view), places, Times(), Hints(("UA", "RU"), None, PUBLISHED, "Europe/Kyiv"))


def one(claims: list[Claim], kind: Kind) -> Claim:
    """The only claim of a kind."""
    (claim,) = (c for c in claims if c.kind == kind)
    return claim


def kinds(claims: list[Claim]) -> list[str]:
    return [c.kind for c in claims]


def targets(claim: Claim) -> list[str]:
    return sorted(p.name for p in claim.places if p.role == "target")


def origins(claim: Claim) -> list[str]:
    return sorted(p.name for p in claim.places if p.role == "origin")


def weapons(claim: Claim) -> list[tuple[str, str | None]]:
    return sorted(((w.cls, w.model) for w in claim.weapons), key=str)


def things(claim: Claim) -> list[tuple[str, str]]:
    return sorted((t.type, t.effect) for t in claim.objects)


def harm(claim: Claim) -> dict[str, tuple[int | None, int | None]]:
    return {p.effect: (p.min, p.max) for p in claim.people}


def counted(claim: Claim) -> tuple[int | None, int | None] | None:
    return (claim.count.min, claim.count.max) if claim.count else None


def days(claim: Claim) -> tuple[str, str] | None:
    return (claim.time.start, claim.time.end) if claim.time else None
