"""Districts, parts of cities, directions of the front and airfields."""

import pytest

from tests.places.conftest import Find


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("in Morozovsk district", "Morozovsky District", "RU-ROS"),
        ("в Морозовском районе", "Morozovsky District", "RU-ROS"),
        ("в Белгородском районе", "Belgorodsky District", "RU-BEL"),
        ("над Раменским районом", "Ramensky District", "RU-MOS"),
        ("в Шебекинском округе", "Shebekinsky District", "RU-BEL"),
        ("у Куп'янському районі", "Kupianskyi District", "UA-63"),
        ("обстріляли Нікопольщину", "Nikopolskyi District", "UA-12"),
        ("вибухи на Павлоградщині", "Pavlohradskyi District", "UA-12"),
    ],
)
def test_a_district_is_no_settlement(find: Find, text: str, name: str, region: str) -> None:
    (mention,) = find(text)
    place = mention.place
    assert (place.name, place.region, place.settlement, place.precision) == (name, region, None, "district")
    assert place.lat is not None


def test_a_district_whose_town_is_unknown_has_the_region_behind_it_and_no_point(find: Find) -> None:
    place = find("дом сгорел в Заозерьевском районе Курской области")[0].place
    assert (place.name, place.region, place.lat) == ("Zaozeryevsky District", "RU-KRS", None)


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        ("in the Shevchenkivskyi district of Kyiv", "Shevchenkivskyi District", "Kyiv"),
        ("in Kharkiv's Saltivskyi district", "Saltivskyi District", "Kharkiv"),
        ("у Шевченківському районі Києва", "Shevchenkivskyi District", "Kyiv"),
        ("у Дарницькому районі столиці", "Darnytskyi District", "Kyiv"),
        ("in the Zavodskoy district of Saratov", "Zavodskoy District", "Saratov"),
    ],
)
def test_a_citys_district_has_the_city_as_its_settlement(find: Find, text: str, name: str, city: str) -> None:
    place = next(m.place for m in find(text) if m.place.precision == "district")
    assert (place.name, place.settlement) == (name, city)


def test_the_city_named_nearest_before_has_the_district(find: Find) -> None:
    text = "In Kharkiv and Lviv it was calm. In Kyiv a house in Shevchenkivskyi district burnt; so did one in Odesa."
    districts = [m.place.settlement for m in find(text) if m.place.precision == "district"]
    assert districts == ["Kyiv"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("На Купянском направлении", [("Kupiansk direction", "UA-63")]),
        ("на Краснолиманском и Донецком направлениях", [("Lyman direction", "UA-14"), ("Donetsk direction", "UA-14")]),
        ("на Запорожском направлении", [("Zaporizhzhia direction", "UA-23")]),
        (
            "на Покровському та Курахівському напрямках",
            [("Pokrovsk direction", "UA-14"), ("Kurakhove direction", "UA-14")],
        ),
        ("in the Bakhmut direction", [("Bakhmut direction", "UA-14")]),
    ],
)
def test_directions_are_areas(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    found = [m.place for m in find(text)]
    assert [(p.name, p.region) for p in found] == expected
    assert {(p.precision, p.settlement) for p in found} == {("area", None)}


@pytest.mark.parametrize(
    ("text", "name", "settlement"),
    [
        ("at the Millerovo airfield", "Millerovo airfield", "Millerovo"),
        ("на аэродроме Днепр", "Dnipro airfield", "Dnipro"),
        ("на аеродромі «Морозовськ»", "Morozovsk airfield", "Morozovsk"),
        ("Kherson international airport", "Kherson airport", "Kherson"),
    ],
)
def test_an_airfield_keeps_its_town(find: Find, text: str, name: str, settlement: str) -> None:
    (mention,) = find(text)
    assert (mention.place.name, mention.place.settlement) == (name, settlement)
