"""What the finder knows of a mention before it is resolved."""

from dataclasses import dataclass, field

from purport.model import Place
from purport.places.index import Row

__all__ = ["Known", "Open", "Option"]


@dataclass(slots=True)
class Known:
    """A mention of a closed kind: its place is certain as soon as it is found."""

    start: int
    end: int
    place: Place
    kind: str


@dataclass(slots=True)
class Option:
    """A place that the words may mean, and how its name there came to be (0 official … 3 guessed)."""

    row: Row
    quality: int


@dataclass(slots=True)
class Open:
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
