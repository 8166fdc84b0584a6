"""A place as the registers have it, before it is compiled into the index."""

from dataclasses import dataclass, field
from math import cos, radians, sqrt

__all__ = ["AT_WAR", "FOCUS", "Record", "kilometres", "mean"]

# Countries whose places are indexed with all their names, however small.
FOCUS = frozenset({"UA", "RU", "BY", "MD"})
# Countries with wars of their own: there also small places are told of, under any of their Latin spellings.
AT_WAR = frozenset(
    {
        "IL",
        "PS",
        "LB",
        "SY",
        "YE",
        "IR",
        "IQ",
        "SD",
        "SS",
        "AF",
        "PK",
        "MM",
        "AM",
        "AZ",
        "ET",
        "SO",
        "CD",
        "ML",
        "NG",
        "HT",
    }
)


@dataclass(slots=True)
class Record:
    """A settlement, a part of a city (`settlement` names the city) or a first-level region (`kind` "region")."""

    name: str
    kind: str
    country: str
    region: str | None
    lat: float
    lon: float
    population: int
    settlement: str | None
    geonames: int | None = None
    katottg: str | None = None
    approximate: bool = False
    latin: set[str] = field(default_factory=set)
    ukrainian: set[str] = field(default_factory=set)
    russian: set[str] = field(default_factory=set)


def kilometres(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Distance in km, near enough within a country."""
    x = (a_lon - b_lon) * cos(radians((a_lat + b_lat) / 2))
    return 111.2 * sqrt((a_lat - b_lat) ** 2 + x * x)


def mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean latitude and longitude."""
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
