"""A document that was read, and what was found in it."""

from msgspec import Struct

from purport.model.claim import Claim

__all__ = ["Reading"]


class Reading(Struct, frozen=True):
    """One document's id and its claims in order of their words; no claims means: it was read and holds none.

    `deleted`: when it was found that its publisher has taken the document back (ISO 8601 in UTC).
    """

    document: str
    claims: tuple[Claim, ...]
    deleted: str | None = None
