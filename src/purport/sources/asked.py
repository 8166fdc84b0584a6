"""What a person has said of what is to be read: which column is what, where its clocks run, whom it may ask."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from purport.errors import UsageError
from purport.sources.knowledge import table

__all__ = ["Asked", "DayOrder"]

DayOrder = Literal["dmy", "mdy"]
# What may be said of all rows at once, as in "source==Town".
_CONSTANT = frozenset({"source", "language"})


class Asked(Struct, frozen=True):
    """What was given with the files.

    `columns`: for what a column holds (as "text" or "published") its name, or its number from 1 on, or, after "=", what
    holds of all rows. `zone`: the IANA zone of times that have none; without it they keep their day only. `order`:
    whether 05/06/2024 is in June ("dmy") or in May ("mdy"); without it, what the column itself shows. `allow_private`:
    whether addresses of this machine and of private networks may be asked.
    """

    columns: Mapping[str, str] = MappingProxyType({})
    zone: str | None = None
    order: DayOrder | None = None
    allow_private: bool = False

    @classmethod
    def of(
        cls,
        columns: Iterable[str],
        zone: str | None = None,
        order: DayOrder | None = None,
        *,
        allow_private: bool = False,
    ) -> Self:
        """From what is typed, as "text=Message,published=Date"; raises UsageError."""
        given = dict(_pair(part) for told in columns for part in told.split(",") if part.strip())
        if zone:
            check_zone(zone)
        return cls(MappingProxyType(given), zone, order, allow_private)


def _pair(told: str) -> tuple[str, str]:
    role, parted, name = (part.strip() for part in told.partition("="))
    known = table("columns")
    if not parted or not name or role not in known:
        cure = f"write text=NAME; what a column may hold: {', '.join(known)}"
        raise UsageError(f"{told!r} tells of no column", cure=cure)
    if name.startswith("=") and role not in _CONSTANT:
        raise UsageError(f"{role} cannot be one and the same in all rows", cure=f"name a column: {role}=NAME")
    return role, name


def check_zone(zone: str) -> None:
    """Raises UsageError where there is no such zone."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(f"there is no zone {zone!r}", cure="name it as in Europe/Kyiv") from None
