"""Incidents in the order in which people read them."""

from collections.abc import Iterable

from msgspec import Struct

from purport.model.families import in_families
from purport.model.incident import Incident
from purport.server.rows import Row, row_of

__all__ = ["Standing", "standings_of"]


class Standing(Struct, frozen=True):
    """An incident below a whole: `depth` tells how many wholes it stands under."""

    incident: Row
    depth: int


def standings_of(incidents: Iterable[Incident]) -> tuple[Standing, ...]:
    """Rows by time, parts behind their whole."""
    return tuple(Standing(row_of(standing.incident), standing.depth) for standing in in_families(incidents))
