"""The wars that are read about, as `lexicon/theatres.toml` has them: parties, countries, zones of time."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from purport.model import Document

__all__ = ["Theatres", "load"]


class Theatres(Struct, frozen=True, forbid_unknown_fields=True):
    """`fought_in`: countries of wars. `default`: where a text that names no other party is looked for first.

    `opponents`: the enemy of a side. `reach`: countries where its blows and those against it fall. `held`: who holds a
    region that is not its own. `movements`: who fires from a country. `zones`: IANA names by country. `countries`,
    `sides`: by language, where its texts look first, and for whom they speak.
    """

    fought_in: frozenset[str]
    default: tuple[str, ...]
    opponents: dict[str, str]
    held: dict[str, str]
    movements: dict[str, str]
    reach: dict[str, tuple[str, ...]]
    zones: dict[str, str]
    countries: dict[str, tuple[str, ...]]
    sides: dict[str, str]

    def enemy(self, side: str | None) -> str | None:
        """Whom a side fights; None where that is not known."""
        return self.opponents.get(side or "")

    def zone(self, country: str | None) -> str | None:
        """The zone of a country's time; None where it has none of its own, or none is known."""
        return self.zones.get(country or "")

    def side(self, document: Document) -> str | None:
        """The side that a document's language speaks for."""
        return self.sides.get(document.language or "")


@cache
def load() -> Theatres:
    """The theatres that are shipped."""
    return msgspec.toml.decode((files("purport.claims") / "lexicon" / "theatres.toml").read_bytes(), type=Theatres)
