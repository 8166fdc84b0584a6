"""Who says it."""

from typing import Literal

from msgspec import Struct

__all__ = ["Attribution", "Source", "SourceKind"]

SourceKind = Literal[
    "official",
    "ministry",
    "military",
    "administration",
    "emergency_service",
    "agency",
    "media",
    "channel",
    "platform",
    "organisation",
    "state",
    "role",
    "unnamed",
]


class Source(Struct, frozen=True, gc=False, omit_defaults=True):
    """Somebody who speaks or publishes, in a public function or as a role; private persons are never named.

    `side` is the party that the source belongs to (ISO 3166-1 alpha-2), None where it belongs to none or is not known.
    `jurisdiction` is what it speaks for: an ISO 3166-2 region, an ISO 3166-1 country, or None; `settlement` narrows it
    to a town.
    """

    name: str
    kind: SourceKind
    side: str | None = None
    jurisdiction: str | None = None
    settlement: str | None = None


class Attribution(Struct, frozen=True, gc=False, omit_defaults=True):
    """One link of the chain from the one nearest to the event outwards.

    `cue` is the kind of words that make it one: "said", "according", "citing", "quote", "sign-off" or "carried" (told
    before in the document and still governing).
    """

    source: Source
    cue: str
