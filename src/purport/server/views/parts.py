"""The parts of a whole: all incidents below it, in order of families, and who says each."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from purport.ledger import Look, Words
from purport.model.families import Standing, in_families
from purport.model.incident import Incident
from purport.server.index import View
from purport.server.rows import Row, row_of

__all__ = ["Part", "below", "parts_of", "said_by"]

_SAID = 4  # claims of a part that are looked at for who says it


class Part(Struct, frozen=True):
    """An incident below a whole, how many wholes it stands under, and who says it, nearest to the event."""

    incident: Row
    depth: int
    says: tuple[str, ...]


def below(look: Look, view: View, whole: Incident) -> list[Standing]:
    """All that stand below a whole."""
    at = view.position(whole.id)
    if at is not None and not view.has_parts(at):
        return []
    return [one for one in in_families([whole, *look.below(whole.id)]) if one.incident is not whole]


def said_by(standings: Iterable[Standing]) -> Iterator[str]:
    """The claims that tell who says these parts."""
    return (id_ for one in standings for id_ in one.incident.claims[:_SAID])


def parts_of(standings: Iterable[Standing], words: Mapping[str, Words]) -> tuple[Part, ...]:
    """Parts, of whom `words` has the claims of `said_by`."""
    return tuple(Part(row_of(one.incident), one.depth, _says(one.incident, words)) for one in standings)


def _says(incident: Incident, words: Mapping[str, Words]) -> tuple[str, ...]:
    told = [words[id_].claim for id_ in incident.claims[:_SAID] if id_ in words]
    return tuple(dict.fromkeys(claim.sources[0] if claim.sources else claim.publisher for claim in told))
