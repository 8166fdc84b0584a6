"""Countries, regions, seas and parts of countries, in lists and in every case."""

from collections.abc import Callable

import pytest

from tests.places.conftest import Find

Places = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drones fell in the Kursk, Belgorod and Krasnodar regions.", ["RU-KRS", "RU-BEL", "RU-KDA"]),
        ("Two came down over Rostov and Voronezh oblasts", ["RU-ROS", "RU-VOR"]),
        ("Shelling of Kherson province and the Zaporizhia region", ["UA-65", "UA-23"]),
        ("The regions of Odesa and Mykolaiv were attacked", ["UA-51", "UA-48"]),
        ("in the eastern region of Donetsk", ["UA-14"]),
        ("сбиты над территориями Белгородской, Курской и Саратовской областей", ["RU-BEL", "RU-KRS", "RU-SAR"]),
        ("над Курской (1 БПЛА), Липецкой (2 БПЛА) областями", ["RU-KRS", "RU-LIP"]),
        ("три над территорией Тамбовской области, два – над территорией Воронежской", ["RU-TAM", "RU-VOR"]),
        ("по одному – над Брянской обл. и Тульской", ["RU-BRY", "RU-TUL"]),
        ("над Краснодарским краем и Республикой Татарстан", ["RU-KDA", "RU-TA"]),
        ("над территорией Московского региона", ["RU-MOS"]),
        ("вибухи у Запорізькій, Одеській та Дніпропетровській областях", ["UA-23", "UA-51", "UA-12"]),
        ("на Херсонщині й Дніпропетровщині", ["UA-65", "UA-12"]),
        ("Володимирська й Владімірська області", ["RU-VLA", "RU-VLA"]),
        ("обстріл Сумщини", ["UA-59"]),
        ("в ДНР и в Крыму", ["UA-14", "UA-43"]),
        ("over Crimea and the Crimean Peninsula", ["UA-43", "UA-43"]),
    ],
)
def test_regions_in_every_form(find: Find, text: str, expected: list[str]) -> None:
    found = [m.place for m in find(text)]
    assert [p.region for p in found] == expected
    assert {(p.precision, p.settlement) for p in found} == {("region", None)}


def test_each_region_of_a_list_has_its_own_span(find: Find) -> None:
    text = "над территориями Белгородской, Курской и Саратовской областей"
    spans = [text[m.start : m.end] for m in find(text)]
    assert spans == ["Белгородской", "Курской", "Саратовской областей"]


@pytest.mark.parametrize(
    "text", ["Курская АЭС работает", "в ходе Курской битвы", "курские новости", "белгородские власти"]
)
def test_adjectives_of_something_else_are_no_regions(find: Find, text: str) -> None:
    assert all(m.place.precision != "region" for m in find(text))


def test_a_head_in_the_singular_governs_only_its_own_name_in_english(places: Places) -> None:
    assert places("in Moscow and Belgorod region") == ["Moscow/RU-MOW", "Belgorod Oblast/RU-BEL"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("over the Black Sea", "Black Sea"),
        ("над акваторией Чёрного моря", "Black Sea"),
        ("над Азовським морем", "Sea of Azov"),
        ("з акваторії Каспійського моря", "Caspian Sea"),
        ("in the Red Sea", "Red Sea"),
        ("в Персидском заливе", "Persian Gulf"),
    ],
)
def test_seas_belong_to_no_country(find: Find, text: str, name: str) -> None:
    (mention,) = find(text)
    place = mention.place
    assert (place.name, place.country, place.region, place.settlement, place.precision) == (
        name,
        None,
        None,
        None,
        "sea",
    )
    assert place.lat is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("in southern Russia", "Southern Russia"),
        ("a city in central Ukraine", "Central Ukraine"),
        ("in the south of Ukraine", "Southern Ukraine"),
        ("Ukraine's east", "Eastern Ukraine"),
        ("на юге России", "Southern Russia"),
        ("in eastern Donbas", "Eastern Donbas"),
        ("на півдні України", "Southern Ukraine"),
        ("у східній Україні", "Eastern Ukraine"),
    ],
)
def test_parts_of_countries_are_areas_without_a_point(find: Find, text: str, name: str) -> None:
    (mention,) = find(text)
    assert (mention.place.name, mention.place.precision, mention.place.lat) == (name, "area", None)


@pytest.mark.parametrize(
    "text", ["Ukrainian drones", "Russian cities", "украинские беспилотники", "російська ракета", "help us"]
)
def test_adjectives_and_pronouns_are_no_countries(find: Find, text: str) -> None:
    assert find(text) == []


def test_countries_in_three_languages(places: Places) -> None:
    assert places("Russia, Ukraine and the US") == ["Russia/RU", "Ukraine/UA", "United States/US"]
    assert places("объекты на территории Российской Федерации") == ["Russia/RU"]
    assert places("на території рф та України") == ["Russia/RU", "Ukraine/UA"]


def test_regions_beyond_the_own_table(places: Places) -> None:
    assert places("Gunmen attacked a village in Benue state, Nigeria", "NG") == ["Benue/NG-BE", "Nigeria/NG"]
    assert places("rockets from the Gaza Strip hit Ashkelon", "IL", "PS") == ["Gaza Strip/PS", "Ashkelon/IL-D"]


def test_a_bare_name_is_the_city_before_it_is_the_region(places: Places) -> None:
    assert places("in Idlib and in Khuzestan", "SY", "IR") == ["Idlib/SY-ID", "Khuzestan/IR-06"]
    assert places("in Washington, United States")[0] == "Washington/US-DC"


def test_a_big_city_in_a_list_is_not_of_the_region_behind_it(places: Callable[..., list[str]]) -> None:
    found = places("strikes hit Kyiv, Zaporizhzhia, Donetsk region and Zhytomyr region")
    assert found == ["Kyiv/UA-30", "Zaporizhzhia/UA-23", "Donetsk Oblast/UA-14", "Zhytomyr Oblast/UA-18"]
