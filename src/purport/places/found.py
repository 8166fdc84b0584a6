"""What the finder knows of a mention before it is resolved."""

from bisect import bisect_left

from msgspec import Struct, field

from purport.model import Place, Precision
from purport.places.index import Row

__all__ = ["Known", "Open", "Option", "longest", "named_place"]


class Known(Struct):
    """A mention of a closed kind: its place is certain as soon as it is found."""

    start: int
    end: int
    place: Place
    kind: str


class Option(Struct, gc=False):
    """A place that the words may mean, and how its name there came to be (0 official … 3 guessed)."""

    row: Row
    quality: int


class Open(Struct):
    """Words that name one of several settlements. `cue`: what stands before it ("noun", "locative", "near" or "");
    `attached`: the region that stands right behind it."""

    start: int
    end: int
    form: str
    options: list[Option]
    cue: str = ""
    sentence_start: bool = False
    attached: str | None = None
    tags: set[str] = field(default_factory=set)


def longest(found: list[Known]) -> list[Known]:
    """Of overlapping mentions the longest (of equally long ones the first), in order of start."""
    if len(found) < 2:
        return list(found)
    kept: list[Known] = []
    starts: list[int] = []  # of what is kept; none of it overlaps, so only the neighbours can
    for known in sorted(found, key=lambda k: (-(k.end - k.start), k.start)):
        i = bisect_left(starts, known.start)
        if (i and kept[i - 1].end > known.start) or (i < len(kept) and kept[i].start < known.end):
            continue
        kept.insert(i, known)
        starts.insert(i, known.start)
    return kept


def named_place(
    name: str,
    precision: Precision,
    country: str | None = None,
    region: str | None = None,
    settlement: str | None = None,
    lat: float | None = None,
    lon: float | None = None,
) -> Place:
    """The place of a name that means but one."""
    return Place(
        name=name,
        role="target",
        country=country,
        region=region,
        settlement=settlement,
        geonames=None,
        code=region or country,
        lat=lat,
        lon=lon,
        precision=precision,
        basis="named",
    )
