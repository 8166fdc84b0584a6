"""A claim with its words in their context, and the document that says them."""

from collections.abc import Iterable, Mapping

from msgspec import UNSET, Struct, UnsetType

from purport.ledger import Words
from purport.model import Claim, Document
from purport.pipeline.stages import gloss

__all__ = ["Brief", "ClaimView", "Gloss", "brief_of", "claim_view", "claim_views"]

_AROUND = 240  # code points of context before the words, and behind them


class Gloss(Struct, frozen=True):
    """A claim in one line of each language of the desk."""

    en: str
    uk: str


class Brief(Struct, frozen=True, kw_only=True):
    """What tells a document from others."""

    key: str
    id: str
    source: str
    title: str | None
    published: str | None
    language: str | None
    url: str | None


class ClaimView(Struct, frozen=True, kw_only=True):
    """A claim, and what stands around its words.

    `side`: the party that speaks. `origin`: claims of one incident that have the same number go back to one origin.
    `superseded`: the document, or its reading, has been replaced since. `incidents`: those that it is a claim of.
    """

    claim: Claim
    side: str | None
    origin: int | None
    before: str | UnsetType = UNSET
    after: str | UnsetType = UNSET
    gloss: Gloss
    document: Brief
    superseded: bool
    incidents: tuple[str, ...]


def brief_of(key: str, document: Document) -> Brief:
    """The document in brief."""
    return Brief(
        key=key,
        id=document.id,
        source=document.source,
        title=document.title,
        published=document.published,
        language=document.language,
        url=document.url,
    )


def claim_views(
    words: Iterable[Words],
    incidents: Mapping[str, tuple[str, ...]],
    *,
    sides: Mapping[str, str | None],
    origins: Mapping[str, int] | None = None,
) -> tuple[ClaimView, ...]:
    """Claims with their context."""
    return tuple(claim_view(one, incidents, sides=sides, origins=origins, around=_AROUND) for one in words)


def claim_view(
    words: Words,
    incidents: Mapping[str, tuple[str, ...]],
    *,
    sides: Mapping[str, str | None],
    origins: Mapping[str, int] | None = None,
    around: int | None = None,
) -> ClaimView:
    """A claim; with `around` code points of context, cut at words, where they are given."""
    claim = words.claim
    before, after = (UNSET, UNSET) if around is None else _context(words.document.text, claim, around)
    return ClaimView(
        claim=claim,
        side=sides.get(claim.id),
        origin=(origins or {}).get(claim.id),
        before=before,
        after=after,
        gloss=Gloss(gloss(claim, "en"), gloss(claim, "uk")),
        document=brief_of(words.key, words.document),
        superseded=words.superseded,
        incidents=incidents.get(claim.id, ()),
    )


def _context(text: str, claim: Claim, most: int) -> tuple[str, str]:
    """What stands before the words and behind them; of the words at the ends none is cut in two."""
    first, last = max(0, claim.start - most), min(len(text), claim.end + most)
    before, after = text[first : claim.start], text[claim.end : last]
    if first and not text[first - 1].isspace():
        before = before.partition(_blank(before))[2]
    if last < len(text) and not text[last].isspace():
        after = after.rpartition(_blank(reversed(after)))[0]
    return before, after


def _blank(letters: Iterable[str]) -> str:
    """The first white space among these letters; a blank where there is none."""
    return next((letter for letter in letters if letter.isspace()), " ")
