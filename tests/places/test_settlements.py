"""Towns and villages: found in every case and spelling, told apart by what is named beside them."""

from collections.abc import Callable

import pytest

from purport.model import Hints, View
from purport.places import Gazetteer
from tests.places.conftest import Find

Places = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("у Києві, Сумах, Кривому Розі та Нікополі", ["Kyiv/UA-30", "Sumy/UA-59", "Kryvyi Rih/UA-12", "Nikopol/UA-12"]),
        ("Харкова, Куп'янська, Запоріжжя", ["Kharkiv/UA-63", "Kupiansk/UA-63", "Zaporizhzhia/UA-23"]),
        ("удар по Миколаєву та Одесі", ["Mykolaiv/UA-48", "Odesa/UA-51"]),
        ("под Белгородом, в Энгельсе и Таганроге", ["Belgorod/RU-BEL", "Engels/RU-SAR", "Taganrog/RU-ROS"]),
        ("Славянск, Северодонецк и Угледар", ["Sloviansk/UA-14", "Sievierodonetsk/UA-09", "Vuhledar/UA-14"]),
        ("в Новоселовке Первой", ["Novoselivka Persha/UA-14"]),
        ("завод у місті Мічуринськ", ["Michurinsk/RU-TAM"]),
        ("in Kharkov and Kiev", ["Kharkiv/UA-63", "Kyiv/UA-30"]),
        ("in Korotich and Stary Saltiv", ["Korotych/UA-63", "Staryi Saltiv/UA-63"]),
        ("in Kins'ki Rozdory", ["Kinski Rozdory/UA-23"]),
        ("Fire in Chasiv yar", ["Chasiv Yar/UA-14"]),
        ("smoke over kharkiv", ["Kharkiv/UA-63"]),
        ("The Bakhmut-Soledar road", ["Bakhmut/UA-14"]),
        ("in Belgorod-Dniester district", []),
        ("on Ukrainian territory", ["Ukraine/UA"]),
        ("вибухи у Вовчанську, поранено двох", ["Vovchansk/UA-63"]),
        ("Севастополь атакован", ["Sevastopol/UA-40"]),
        ("Tel Aviv and Haifa, Israel", ["Tel Aviv/IL-TA", "Haifa/IL-HA", "Israel/IL"]),
    ],
)
def test_names_in_every_case_and_spelling(places: Places, text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kstovo, Nizhny Novgorod Oblast", "Kstovo/RU-NIZ"),
        ("in Vesele, Kharkiv Oblast", "Vesele/UA-63"),
        ("in Vesele, Zaporizhzhia Oblast", "Vesele/UA-23"),
        ("у селі Веселе Запорізької області", "Vesele/UA-23"),
        ("у Дубні Московської області", "Dubna/RU-MOS"),
        ("Burnt houses in Pavlivka, Sumy.", "Pavlivka/UA-59"),
    ],
)
def test_the_region_beside_a_name_decides(places: Places, text: str, expected: str) -> None:
    assert places(text)[0] == expected


def test_other_places_nearby_decide(places: Places) -> None:
    assert places("бои в районах Авдеевки, Северска и Дзержинска") == [
        "Avdiivka/UA-14",
        "Siversk/UA-14",
        "Toretsk/UA-14",
    ]


@pytest.mark.parametrize(
    ("name", "published", "region"),
    [
        ("Buzova", "2022-03-20", "UA-32"),
        ("Buzova", "2023-08-29", "UA-63"),
        ("Lukashivka", "2022-03-20", "UA-74"),
        ("Buzova", None, "UA-63"),
        ("Buzova", "2019-01-01", "UA-63"),
    ],
)
def test_of_equals_the_one_beside_the_front_of_the_day_is_meant(
    gazetteer: Gazetteer, name: str, published: str | None, region: str
) -> None:
    hints = Hints(countries=("UA", "RU"), published=published)
    assert gazetteer.find(View(f"Shelling in {name}"), hints)[0].place.region == region


def test_what_nothing_decides_keeps_its_candidates(find: Find) -> None:
    (mention,) = find("Shelling of Novomykhailivka")
    assert mention.place.basis == "ambiguous"
    assert len({(c.region, c.lat) for c in mention.place.candidates}) > 1


def test_ids_and_precision(find: Find) -> None:
    city, village = (m.place for m in find("in Kherson and the village of Novoselivka Persha"))
    assert (city.geonames, city.precision, city.code) == (706448, "settlement", "UA-65")
    assert city.katottg is not None
    # the register only has the point of the village's community
    assert (village.geonames, village.precision) == (None, "district")
    assert village.katottg is not None


def test_a_settlement_in_no_register_has_its_region_and_no_point(find: Find) -> None:
    place = find("Удар по н.п. Верхнее Заозерьево Орловской области")[0].place
    assert (place.settlement, place.region, place.lat, place.precision) == (
        "Verkhneye Zaozeryevo",
        "RU-ORL",
        None,
        "settlement",
    )


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("near Tokmak", "settlement"),
        ("on the outskirts of Tokmak", "settlement"),
        ("south of Tokmak", "area"),
        ("10 km from Tokmak", "area"),
        ("біля Токмака", "settlement"),
        ("поблизу міста Токмак", "settlement"),
        ("южнее Токмака", "area"),
        ("под Токмаком", "settlement"),
    ],
)
def test_near_is_marked_and_a_direction_makes_an_area(find: Find, text: str, precision: str) -> None:
    (mention,) = find(text)
    assert (mention.place.settlement, mention.near, mention.place.precision) == ("Tokmak", True, precision)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Zhuravlyne village, Kharkiv Oblast", ["Zhuravlyne/UA-63", "Kharkiv Oblast/UA-63"]),
        ("a college in Druzhivka, Donetsk", ["Druzhkivka/UA-14", "Donetsk Oblast/UA-14"]),
        ("Minister Sybyhaka, Kyiv", ["Kyiv/UA-30"]),
    ],
)
def test_names_that_no_register_has_so_are_told_by_what_stands_behind(
    places: Places, text: str, expected: list[str]
) -> None:
    assert places(text) == expected


def test_in_a_place_is_not_near_it(find: Find) -> None:
    assert [m.near for m in find("in Tokmak and Melitopol")] == [False, False]


def test_the_hinted_region_decides_between_equals(find: Find) -> None:
    regions = {hint: find("Обстріл села Мирне", region=hint)[0].place.region for hint in ("UA-65", "UA-23", "UA-14")}
    assert regions["UA-23"] == "UA-23"
    assert regions["UA-14"] == "UA-14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor of Kherson spoke", ["Kherson Oblast/UA-65"]),
        ("Kharkiv governor Syniehubov said", ["Kharkiv Oblast/UA-63"]),
        ("in the city of Kherson", ["Kherson/UA-65"]),
        ("Rostov region: 44 fell in Rostov", ["Rostov Oblast/RU-ROS", "Rostov Oblast/RU-ROS"]),
        ("44 fell in Rostov", ["Rostov-on-Don/RU-ROS"]),
        ("in Donetsk, an eastern province", ["Donetsk Oblast/UA-14"]),
        ("in Kupiansk, Kharkiv and Sumy", ["Kupiansk/UA-63", "Kharkiv/UA-63", "Sumy/UA-59"]),
    ],
)
def test_a_seat_may_stand_for_its_region(places: Places, text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_a_village_of_the_region_told_beside_it_is_no_namesake_abroad(find: Find) -> None:
    region, village = (m.place for m in find("В Белгородской области в селе Нечаевка дрон атаковал автомобиль."))
    assert (region.region, village.region, village.settlement) == ("RU-BEL", "RU-BEL", "Nechayevka")
    assert village.lat is None


def test_weapons_fly_from_a_region_to_a_village_abroad(find: Find) -> None:
    found = find("Авиация из Белгородской области ударила по селу Мирополье.")
    assert [(m.place.region, m.place.settlement) for m in found] == [("RU-BEL", None), ("UA-59", "Myropillia")]
