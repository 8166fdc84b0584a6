"""A document that was read, and what was found in it."""

from msgspec import Struct

from purport.model.claim import Claim

__all__ = ["Reading"]


class Reading(Struct, frozen=True):
    """One document's id and its claims in order of their words; no claims means: it was read and holds none."""

    document: str
    claims: tuple[Claim, ...]
