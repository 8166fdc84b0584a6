"""What a request may ask for in its query: filters, a moment of the book, a page of a list."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, NamedTuple

from fastapi import Depends, Path, Query
from msgspec import Struct
from pydantic import BaseModel, StringConstraints

from purport.errors import UsageError
from purport.model.claim import Kind, Stance
from purport.model.selection import Selection, day_bounds

__all__ = [
    "MOST_ITEMS",
    "AsOf",
    "Asked",
    "Box",
    "Chosen",
    "Filters",
    "Id",
    "Kinds",
    "Limit",
    "MinCount",
    "Page",
    "Paged",
    "Places",
    "Sides",
    "Since",
    "Sort",
    "Sources",
    "Text",
    "Until",
    "Words",
    "bounds",
    "moment_of",
    "place_terms_of",
]

MOST_ITEMS = 500
"""Of a list in one answer."""
_MOST_VALUES = 50  # of one parameter that may be repeated
_MOST_NUMBER = 2_000_000_000  # no count is above it, and every part of the program can hold it

Text = Annotated[str, StringConstraints(min_length=1, max_length=200)]


def _several(description: str) -> Any:
    """A parameter that may be repeated."""
    return Query(default_factory=_none, max_length=_MOST_VALUES, description=description)


def _none() -> list[str]:
    """What `list` would make: pydantic asks a factory for its parameters each time, which of `list` takes long."""
    return []


Kinds = Annotated[list[Kind], _several("Any of these kinds.")]
Places = Annotated[list[Text], _several("Any of these places: whole words of a name, or a code as in RU-ROS or UA.")]
Sources = Annotated[list[Text], _several("Said or published by one whose name has any of these in it.")]
Sides = Annotated[list[Text], _several("Whose weapons: a code as UA, or unknown.")]
Since = Annotated[Text | None, Query(description="Lasts to this local date, or minute as 2024-04-05T21:30, or later.")]
Until = Annotated[Text | None, Query(description="Begins on this local date, or in this minute, or before.")]
MinCount = Annotated[
    int | None, Query(ge=0, le=_MOST_NUMBER, description="With at least so many weapons, things or people.")
]
Words = Annotated[
    Text | None,
    Query(
        description="Words in the words of claims, in places' or sources' names: each begins some word there, "
        "and all are there."
    ),
]
Sort = Annotated[
    Literal[
        "time",
        "-time",
        "count",
        "-count",
        "origins",
        "-origins",
        "place",
        "-place",
        "kind",
        "-kind",
        "worth",
        "-worth",
    ],
    Query(description="The order; with a minus the greatest, or latest, first."),
]


class Box(NamedTuple):
    """A part of the map in degrees; where `west` is above `east` it lies across the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


class Filters(Selection, frozen=True, kw_only=True):
    """What is asked of incidents, beside what is asked of claims; every condition that is set has to hold.

    `sides` are those whose weapons were used, None where nobody tells. `night`: the date on which it ends. `weapons`
    are classes, or models in any case of letters. `undated`: those that no time is known of. `q`: as it was typed.
    """

    sides: tuple[str | None, ...] = ()
    box: Box | None = None
    night: date | None = None
    weapons: tuple[str, ...] = ()
    max_count: int | None = None
    stances: tuple[Stance, ...] = ()
    contradicted: bool = False
    implied: bool = False
    undated: bool = False
    q: str | None = None

    def __bool__(self) -> bool:
        return self != Filters()


class Page(Struct, frozen=True):
    """A part of a list: at most `limit` items, behind those of the page that ended in `cursor`."""

    limit: int = 50
    cursor: str | None = None


def bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """First and last minute of what is asked for; raises UsageError."""
    return day_bounds(since)[0] if since else None, day_bounds(until)[1] if until else None


def place_terms_of(places: list[str]) -> tuple[str, ...]:
    """All that stands for the places that are named, in any language that they are named in."""
    from purport.pipeline.stages import place_terms

    return tuple(term for place in places for term in place_terms(place))


def _box(text: str | None) -> Box | None:
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"{text!r} is no box", cure="write it as west,south,east,north in degrees") from None
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise UsageError(f"no part of the Earth is within {text}", cure="write west,south,east,north in degrees")
    return Box(west, south, east, north)


class _Filtered(BaseModel):
    """The filters as they stand in a query; FastAPI reads a model at once, in less than half of the time."""

    kind: Kinds
    side: Sides
    place: Places
    weapon: Annotated[list[Text], _several("Any of these classes or models of weapons.")]
    source: Sources
    stance: Annotated[list[Stance], _several("Any of these stances.")]
    box: Annotated[Text | None, Query(description="west,south,east,north: degrees.", examples=["22,44,41,53"])] = None
    since: Since = None
    until: Until = None
    night: Annotated[date | None, Query(description="The night, from noon to noon, that ends on this date.")] = None
    min_count: MinCount = None
    max_count: Annotated[
        int | None, Query(ge=0, le=_MOST_NUMBER, description="With at most so many weapons, things or people.")
    ] = None
    contradicted: Annotated[bool, Query(description="Only those whose claims cannot all be true.")] = False
    implied: Annotated[bool, Query(description="Only those on whose count sums put bounds.")] = False
    undated: Annotated[bool, Query(description="Only those that no time is known of.")] = False
    q: Words = None


async def _filters(told: Annotated[_Filtered, Query()]) -> Filters:
    first, last = bounds(told.since, told.until)
    return Filters(
        kinds=tuple(told.kind),
        sides=tuple(None if name == "unknown" else name for name in told.side),
        places=place_terms_of(told.place),
        box=_box(told.box),
        since=first,
        until=last,
        night=told.night,
        weapons=tuple(told.weapon),
        sources=tuple(told.source),
        min_count=told.min_count,
        max_count=told.max_count,
        stances=tuple(told.stance),
        contradicted=told.contradicted,
        implied=told.implied,
        undated=told.undated,
        q=told.q,
    )


async def _selection(
    kind: Kinds, place: Places, source: Sources, since: Since = None, until: Until = None, min_count: MinCount = None
) -> Selection:
    first, last = bounds(since, until)
    return Selection(
        kinds=tuple(kind),
        places=place_terms_of(place),
        sources=tuple(source),
        since=first,
        until=last,
        min_count=min_count,
    )


Chosen = Annotated[Selection, Depends(_selection)]
"""What a request asks of claims."""

Asked = Annotated[Filters, Depends(_filters)]
"""The filters of a request."""


async def moment_of(
    as_of: Annotated[
        Text | None, Query(description="As the book stood then: an ISO 8601 moment, in UTC where it has no offset.")
    ] = None,
) -> datetime | None:
    """The moment of the book that a request asks about; None: now."""
    from purport.pipeline.adding import moment

    return moment(as_of) if as_of else None


AsOf = Annotated[datetime | None, Depends(moment_of)]
"""The moment of a request."""

Limit = Annotated[int, Query(ge=1, le=MOST_ITEMS, description="So many items at most.")]


async def _page(
    limit: Limit = 50,
    cursor: Annotated[Text | None, Query(description="`next` of the page before.")] = None,
) -> Page:
    return Page(limit, cursor)


Paged = Annotated[Page, Depends(_page)]
"""The page of a request."""

Id = Annotated[str, Path(pattern="^[a-z0-9]{1,64}$", description="An id, or enough of its beginning.")]
