"""Documents as lists and their own pages tell of them."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from purport.errors import NotFoundError
from purport.ledger import Look, Shelved, Words
from purport.model import Document, Media
from purport.model.document import DocumentKind
from purport.model.incident import Dating, When
from purport.server.desk import Desk
from purport.server.views.claims import ClaimView, claim_view
from purport.server.views.judgements import JudgementRow, judgement_rows

__all__ = ["Dated", "DocumentDetail", "DocumentItem", "Version", "document_detail", "document_item"]

_OPENING = 200
"""Code points of a text that stand for it in a list."""


class Dated(Struct, frozen=True):
    """The time that evidence gives a document without a date, how sure that is, and the claims that match."""

    time: When
    confidence: float
    by: tuple[str, ...]


class DocumentItem(Struct, frozen=True, kw_only=True):
    """A document in its current version; `claims` is None where nobody has looked for any."""

    key: str
    id: str
    source: str
    kind: DocumentKind
    language: str | None
    published: str | None
    published_basis: str | None
    title: str | None
    opening: str
    versions: int
    claims: int | None
    dated: Dated | None


class Version(Struct, frozen=True, kw_only=True):
    """One of the versions of a document: 1 is the oldest; `read`: when the run began that read it."""

    version: int
    read: str
    edited: str | None
    published: str | None
    current: bool


class MediaView(Struct, frozen=True, kw_only=True):
    """A picture or video by its id, with what people have found of it; the desk itself never loads its file."""

    id: str
    media: Media
    found: tuple[JudgementRow, ...]


class DocumentDetail(Struct, frozen=True, kw_only=True):
    """One version of a document, with the claims in it, and what other versions there are."""

    document: Document
    key: str
    version: int
    versions: tuple[Version, ...]
    dated: Dated | None
    claims: tuple[ClaimView, ...]
    media: tuple[MediaView, ...]


def document_item(shelved: Shelved, datings: Mapping[str, Dating]) -> DocumentItem:
    """A document in a list."""
    document = shelved.document
    return DocumentItem(
        key=shelved.key,
        id=document.id,
        source=document.source,
        kind=document.kind,
        language=document.language,
        published=document.published,
        published_basis=document.published_basis,
        title=document.title,
        opening=" ".join(document.text[:_OPENING].split()),
        versions=shelved.versions,
        claims=shelved.claims,
        dated=_dated(document, datings),
    )


def document_detail(desk: Desk, look: Look, key: str, number: int | None) -> DocumentDetail:
    """A version of a document, the current one where no number is given; raises NotFoundError."""
    rows = look.versions(key)
    if number is not None and number > len(rows):
        raise NotFoundError(f"there is no version {number}", about=key, cure=f"there are {len(rows)}")
    shown = rows[(number or len(rows)) - 1]
    claims = look.claims_of_version(shown.id) or []
    of = look.incidents_of(claim.id for claim in claims)
    sides = {claim.id: desk.side_of(claim) for claim in claims}
    is_old = shown is not rows[-1]
    words = (Words(claim, shown.document, key, superseded=is_old) for claim in claims)
    return DocumentDetail(
        document=shown.document,
        key=key,
        version=number or len(rows),
        versions=tuple(
            Version(
                version=n,
                read=row.read,
                edited=row.document.edited,
                published=row.document.published,
                current=row is rows[-1],
            )
            for n, row in enumerate(rows, 1)
        ),
        dated=_dated(shown.document, look.datings([shown.document.id])),
        claims=tuple(claim_view(one, of, sides=sides) for one in words),
        media=tuple(_media(look, shown.id)),
    )


def _media(look: Look, version: int) -> Iterator[MediaView]:
    rows = look.media_of_version(version)
    judged = judgement_rows(look.judgements()) if rows else []
    for row in rows:
        about = (one for one in judged if one.verdict == "media" and one.value["media"] == row.id)
        yield MediaView(id=row.id, media=row.media, found=tuple(one for one in about if not one.undone))


def _dated(document: Document, datings: Mapping[str, Dating]) -> Dated | None:
    """What evidence tells, of a document that tells no date itself."""
    found = datings.get(document.id)
    return Dated(found.time, found.confidence, found.by) if found else None
