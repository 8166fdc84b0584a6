"""What stages ask of each other, without knowing each other. Offsets here are those of a View's `plain`."""

from typing import Protocol

from msgspec import Struct

from purport.model.place import Place
from purport.model.time import TimeSpan
from purport.model.view import View

__all__ = ["Hints", "PlaceFinder", "PlaceMention", "TimeFinder", "TimeMention"]


class Hints(Struct, frozen=True, gc=False):
    """What is known of a document before its text is read, to tell same-named places apart and to anchor times.

    `countries`: ISO 3166-1 codes that the document is about or from, likeliest first. `region`: the ISO 3166-2 code its
    publisher speaks for. `published`: as in Document. `zone`: the IANA zone that the publisher's local times are in.
    """

    countries: tuple[str, ...] = ()
    region: str | None = None
    published: str | None = None
    zone: str | None = None


class PlaceMention(Struct, frozen=True, gc=False):
    """Words that name a place, and the place (its role still "target": roles are for who reads the sentence).

    `near`: the words around it put the event not in the place but near, outside, or in a direction from it (`precision`
    is then "area"). `start` and `end` span the whole expression ("Morozovsk district", "Kursk Oblast").
    """

    start: int
    end: int
    place: Place
    near: bool = False


class TimeMention(Struct, frozen=True, gc=False):
    """Words that say when, and the span they mean; `zone` in the span only where the words name one."""

    start: int
    end: int
    span: TimeSpan


class PlaceFinder(Protocol):
    """Finds and resolves every place that a text names, in the light of the others that it names."""

    def find(self, view: View, hints: Hints) -> list[PlaceMention]:
        """Mentions in order of start, none overlapping another."""
        ...

    def by_code(self, code: str) -> Place | None:
        """The region of an ISO 3166-2 code, or the country of an ISO 3166-1 one; None where nothing is known of it."""
        ...


class TimeFinder(Protocol):
    """Finds every expression of time that can be anchored."""

    def find(self, view: View, hints: Hints) -> list[TimeMention]:
        """Mentions in order of start, none overlapping another; what nothing anchors (no date anywhere) is left out."""
        ...
