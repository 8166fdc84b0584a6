import pytest

from purport.incidents.tree import node_of
from purport.model import Place
from tests.incidents.making import region, town


@pytest.mark.parametrize(
    ("place", "key", "above"),
    [
        (region(("RU", "Russia")), "RU", ()),
        (region(("RU-ROS", "Rostov Oblast")), "RU-ROS", ("RU",)),
        (town("Engels", "RU-SAR"), "RU/engels", ("RU-SAR", "RU")),
        (town("Engels", "RU-SAR", "Letny"), "RU/engels/letny", ("RU/engels", "RU-SAR", "RU")),
        (town("Kyiv", "UA-30"), "UA-30", ("UA",)),
        (town("Kyiv", "UA-30", "Darnytskyi District"), "UA-30/darnytskyi district", ("UA-30", "UA")),
    ],
)
def test_places_lie_in_what_they_lie_in(place: Place, key: str, above: tuple[str, ...]) -> None:
    node = node_of(place)
    assert (node.key, node.above) == (key, above)


def test_a_district_is_not_its_region_though_no_precision_is_told() -> None:
    district = Place("Morozovsky District", "target", "RU", "RU-ROS", None, None, None, None, None, None)
    assert node_of(district).above == ("RU-ROS", "RU")


def test_a_sea_is_nobody_s() -> None:
    sea = Place("Black Sea", "target", None, None, None, None, None, None, None, "sea")
    assert (node_of(sea).key, node_of(sea).country) == ("sea/black sea", None)


def test_an_apostrophe_makes_no_other_town() -> None:
    assert node_of(town("Morozovs'k", "RU-ROS")).key == node_of(town("Morozovsk", "RU-ROS")).key
