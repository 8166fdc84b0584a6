"""Who fights whom and where both do, as `data/wars.toml` has it."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from purport.model import fold

__all__ = ["is_contested", "only_theatre", "opponent", "parties", "theatre", "theatre_of_sea", "user_of"]


class _War(Struct, frozen=True, forbid_unknown_fields=True):
    parties: tuple[str, str]
    seas: tuple[str, ...]
    models: dict[str, tuple[str, ...]]


class _Wars(Struct, frozen=True, forbid_unknown_fields=True):
    wars: tuple[_War, ...]
    contested: frozenset[str]


def opponent(side: str | None) -> str | None:
    """The only party that a side fights; None where there are several, or none is known."""
    return _opponents().get(side or "")


def is_contested(region: str | None) -> bool:
    """Whether both parties to a war hold parts of a region."""
    return region in _wars().contested


def user_of(model: str | None) -> str | None:
    """The only party that uses a model."""
    return _users().get(model or "")


def parties() -> tuple[str, ...]:
    """All parties to the wars that are known."""
    return tuple(party for war in _wars().wars for party in war.parties)


def only_theatre() -> str:
    """The theatre of the only war that is known; "" where several are."""
    names = set(_theatres().values())
    return names.pop() if len(names) == 1 else ""


def theatre(country: str) -> str:
    """One name for all the countries of one war; any other country's own."""
    return _theatres().get(country, country)


def theatre_of_sea(name: str) -> str | None:
    """The theatre that a sea belongs to, by its folded name."""
    return _seas().get(name)


@cache
def _wars() -> _Wars:
    return msgspec.toml.decode((files("purport.incidents") / "data" / "wars.toml").read_bytes(), type=_Wars)


@cache
def _opponents() -> dict[str, str]:
    return {side: other for war in _wars().wars for side, other in (war.parties, war.parties[::-1])}


@cache
def _users() -> dict[str, str]:
    return {model: party for war in _wars().wars for party, models in war.models.items() for model in models}


@cache
def _theatres() -> dict[str, str]:
    return {party: "+".join(war.parties) for war in _wars().wars for party in war.parties}


@cache
def _seas() -> dict[str, str]:
    return {fold(sea): "+".join(war.parties) for war in _wars().wars for sea in war.seas}
