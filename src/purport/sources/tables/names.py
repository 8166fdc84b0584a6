"""What columns are called, in the languages that are read here."""

import re
from functools import cache

from purport.sources.knowledge import table

__all__ = ["rank_of", "role_named"]

_SEPARATED = re.compile(r"[\W_]+")


def role_named(name: str) -> str | None:
    """What a column of this name holds; None where its name is not known."""
    found = _roles().get(_plain(name))
    return found[0] if found else None


def rank_of(name: str) -> int:
    """How far down the list of its role's names the name stands: of two columns, the one called more plainly counts."""
    found = _roles().get(_plain(name))
    return found[1] if found else 0


def _plain(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return _SEPARATED.sub(" ", words).strip().casefold()


@cache
def _roles() -> dict[str, tuple[str, int]]:
    return {name: (role, rank) for role, names in table("columns").items() for rank, name in enumerate(names)}
