"""Where the front ran when a text was published: of two villages of one name the one beside it is what is meant."""

from functools import cache, lru_cache

from msgspec import Struct

from purport.places.index import Row
from purport.places.record import kilometres
from purport.places.tables import rows

__all__ = ["Front", "Point", "front", "nearness"]

Point = tuple[float, float]

# (km from the front, how much likelier than elsewhere a settlement that near is meant, in tenfolds of population).
_BANDS = ((30.0, 0.9), (70.0, 0.5), (120.0, 0.2))
_DAY = len("2022-02-24")


class Front(Struct, frozen=True, eq=False):
    """Points along the front; there is one such record for each of its courses, which is looked up as what it is."""

    points: tuple[Point, ...] = ()


@cache
def _fronts() -> tuple[tuple[str, str, tuple[Point, ...]], ...]:
    return tuple(
        (first, last or "9999", tuple(_point(p) for p in points.split())) for first, last, points in rows("fronts.tsv")
    )


def _point(words: str) -> Point:
    lat, lon = words.split(",")
    return float(lat), float(lon)


def front(published: str | None) -> Front:
    """The front at a day; that the latest one where no day, or one before the war, is given."""
    return _at(published[:_DAY] if published else "")


@lru_cache(maxsize=5_000)
def _at(day: str) -> Front:
    if day < _fronts()[0][0]:
        day = max(first for first, _, _ in _fronts())
    return _joined(tuple(i for i, (first, until, _) in enumerate(_fronts()) if first <= day <= until))


@cache
def _joined(lines: tuple[int, ...]) -> Front:
    return Front(tuple(dict.fromkeys(point for i in lines for point in _fronts()[i][2])))


def nearness(row: Row, front: Front) -> float:
    """How much likelier than elsewhere a settlement is meant for lying near the front."""
    if row.country not in {"UA", "RU"} or not front.points:
        return 0.0
    return _bonus(row.lat, row.lon, front)


@lru_cache(maxsize=20_000)
def _bonus(lat: float, lon: float, front: Front) -> float:
    away = min(kilometres(lat, lon, *point) for point in front.points)
    return next((bonus for limit, bonus in _BANDS if away < limit), 0.0)
