"""Which weapons can be one: the same class, or a missile of a kind not said and one of a kind that is."""

import re
from functools import lru_cache

from purport.model import Weapon

__all__ = ["Arms", "arms_of", "can_be_one", "more_telling"]

Arms = frozenset[tuple[str, str | None]]
"""Classes with models; a class that tells nothing ("unknown") is left out, and no weapons mean: not said."""

_MISSILES = frozenset({"missile", "cruise_missile", "ballistic_missile"})
_MUTE = frozenset({"unknown"})


def arms_of(weapons: tuple[Weapon, ...]) -> Arms:
    """The weapons of a claim."""
    return frozenset((weapon.cls, _model(weapon.model)) for weapon in weapons if weapon.cls not in _MUTE)


@lru_cache(maxsize=1 << 12)
def can_be_one(mine: Arms, theirs: Arms) -> bool:
    """Whether claims of these weapons can be about the same ones: silence can, and some pair must."""
    if not mine or not theirs or mine == theirs:
        return True
    return any(_alike(a, b) for a in mine for b in theirs)


@lru_cache(maxsize=1 << 12)
def more_telling(mine: Arms, theirs: Arms) -> Arms:
    """Of two that can be one, what both leave open: models over none, kinds of missile over none."""
    if not mine or not theirs:
        return mine or theirs
    both = {_finer(a, b) for a in mine for b in theirs if _alike(a, b)}
    return frozenset(both) or mine


def _alike(a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    if a[1] and b[1]:
        return a[1] == b[1]
    return a[0] == b[0] or (a[0] in _MISSILES and b[0] in _MISSILES and "missile" in (a[0], b[0]))


def _finer(a: tuple[str, str | None], b: tuple[str, str | None]) -> tuple[str, str | None]:
    if a[1] or b[1]:
        return a if a[1] else b
    return b if a[0] == "missile" else a


@lru_cache(maxsize=1 << 10)
def _model(name: str | None) -> str | None:
    """A model's name without what writers do differently; Shahed and Geran are one."""
    if not name:
        return None
    folded = re.sub(r"^[xх](?=[\W\d])", "kh", name.casefold())
    return "shahed" if folded.startswith(("shahed", "geran")) else re.sub(r"\W", "", folded)
