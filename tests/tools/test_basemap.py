"""The base map that is committed: every region that places carry is on it, under the country that it is in."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from purport.places.tables import rows

SOURCES = Path(__file__).resolve().parent.parent.parent / "web" / "src"
DRAWN = SOURCES / "map" / "basemap.json"
Ring = list[tuple[float, float]]


@pytest.fixture(scope="module")
def drawn() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(DRAWN.read_text(encoding="utf-8"))
    return read


def shapes(drawn: dict[str, Any], layer: str) -> Iterator[tuple[list[str], list[list[int]]]]:
    """Each shape's codes and rings, a ring as numbers of arcs."""
    for shape in drawn["objects"][layer]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        yield shape["properties"]["code"].split(), [ring for polygon in polygons for ring in polygon]


def line(drawn: dict[str, Any], number: int) -> Ring:
    """An arc in degrees; a negative number is the arc run backwards."""
    (east, north), (west, south) = drawn["transform"]["scale"], drawn["transform"]["translate"]
    x = y = 0
    points = []
    for right, up in drawn["arcs"][number if number >= 0 else ~number]:
        x, y = x + right, y + up
        points.append((x * east + west, y * north + south))
    return points if number >= 0 else points[::-1]


def within(drawn: dict[str, Any], rings: list[list[int]], lon: float, lat: float) -> bool:
    crossed = False
    for ring in rings:
        points = [point for arc in ring for point in line(drawn, arc)]
        for (x, y), (u, v) in zip(points, points[1:] + points[:1], strict=True):
            crossed ^= (y > lat) != (v > lat) and lon < (u - x) * (lat - y) / (v - y) + x
    return crossed


def at(drawn: dict[str, Any], layer: str, lon: float, lat: float) -> list[str]:
    return [code for codes, rings in shapes(drawn, layer) if within(drawn, rings, lon, lat) for code in codes]


@pytest.mark.parametrize("country", ["UA", "RU"])
def test_every_region_that_places_carry_has_a_shape_and_a_ukrainian_name(drawn: dict[str, Any], country: str) -> None:
    carried = {code for _, _, code, _ in rows("admin1.tsv")[1:]} | {code for code, *_ in rows("regions.tsv")[1:]}
    asked = {code for code in carried if code.startswith(f"{country}-")}
    assert len(asked) >= 27
    assert not asked - {code for codes, _ in shapes(drawn, "regions") for code in codes}
    assert asked <= json.loads((SOURCES / "i18n" / "regions.uk.json").read_text(encoding="utf-8")).keys()


@pytest.mark.parametrize(
    ("lon", "lat", "country", "region"),
    [
        (34.10, 44.95, "UA", "UA-43"),  # Simferopol
        (33.55, 44.57, "UA", "UA-40"),  # Sevastopol
        (37.80, 48.02, "UA", "UA-14"),  # Donetsk
        (30.50, 50.45, "UA", "UA-30"),  # Kyiv
        (36.58, 50.60, "RU", "RU-BEL"),  # Belgorod
        (37.62, 55.75, "RU", "RU-MOW"),  # Moscow
        (27.56, 53.90, "BY", "BY-HM"),  # Minsk
    ],
)
def test_a_town_lies_in_its_region_and_country(
    drawn: dict[str, Any], lon: float, lat: float, country: str, region: str
) -> None:
    assert at(drawn, "countries", lon, lat) == [country]
    assert at(drawn, "regions", lon, lat) == [region]


@pytest.mark.parametrize("country", ["UA", "RU"])
def test_a_country_ends_where_its_regions_end(drawn: dict[str, Any], country: str) -> None:
    passed: Counter[int] = Counter()
    for codes, rings in shapes(drawn, "regions"):
        if codes[0].startswith(f"{country}-"):
            passed.update(arc if arc >= 0 else ~arc for ring in rings for arc in ring)
    (whole,) = (rings for codes, rings in shapes(drawn, "countries") if codes == [country])
    outside = {arc if arc >= 0 else ~arc for ring in whole for arc in ring}
    assert outside == {arc for arc, times in passed.items() if times == 1}


def test_it_is_small_enough_to_be_fetched_at_once() -> None:
    assert DRAWN.stat().st_size < 1_500_000
