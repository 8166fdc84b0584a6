"""Times in which a feed that was watched was not heard: an export that covers them says so."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from purport.exports.safe import escape_json

if TYPE_CHECKING:
    from purport.ledger import Ledger

__all__ = ["Hole", "hole_line", "hole_words", "holes_member", "holes_of"]

_SHOWN = 5


class Hole(Struct, frozen=True):
    """From when to when (None: still) a feed was not heard, with nothing had since of what it published meanwhile."""

    feed: str
    start: str
    end: str | None
    reason: str


def holes_of(book: "Ledger", as_of: datetime | None = None, since: str | None = None) -> list[Hole]:
    """The holes in what a ledger has read, by a moment of it; those that ended before a local date are left out."""
    by = as_of.astimezone(UTC).isoformat() if as_of else None
    kept = [gap for gap in book.feeds.gaps(by) if not gap.filled]
    found = [Hole(gap.feed, gap.start, gap.end, gap.reason) for gap in (*kept, *book.feeds.open_gaps(by))]
    return [hole for hole in found if not since or hole.end is None or hole.end[:10] >= since[:10]]


def hole_line(hole: Hole) -> bytes:
    """A hole as a line of JSON Lines."""
    return escape_json(msgspec.json.encode({"x_hole": hole})) + b"\n"


def holes_member(holes: Sequence[Hole]) -> bytes:
    """Holes as one more member of a JSON object; nothing where there are none."""
    return b',\n"x_holes":' + escape_json(msgspec.json.encode(holes)) if holes else b""


def hole_words(holes: Sequence[Hole]) -> list[str]:
    """The holes in words, the last ones only where there are many."""
    told = [
        f"hole: {one.feed} was not heard from {one.start} to {one.end or 'now'}: {one.reason}"
        for one in holes[-_SHOWN:]
    ]
    more = len(holes) - len(told)
    return [*told, f"… and {more} holes before these"] if more else told
