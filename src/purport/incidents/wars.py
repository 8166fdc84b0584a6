"""Who fights whom and where both do, as `data/wars.toml` has it."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

__all__ = ["is_contested", "opponent"]


class _Wars(Struct, frozen=True, forbid_unknown_fields=True):
    opponents: tuple[tuple[str, str], ...]
    contested: frozenset[str]


def opponent(side: str | None) -> str | None:
    """The only party that a side fights; None where there are several, or none is known."""
    return _opponents().get(side or "")


def is_contested(region: str | None) -> bool:
    """Whether both parties to a war hold parts of a region."""
    return region in _wars().contested


@cache
def _wars() -> _Wars:
    return msgspec.toml.decode((files("purport.incidents") / "data" / "wars.toml").read_bytes(), type=_Wars)


@cache
def _opponents() -> dict[str, str]:
    return {side: other for pair in _wars().opponents for side, other in (pair, pair[::-1])}
