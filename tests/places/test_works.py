"""Works, power stations and ports called after a town: where they stand."""

from collections.abc import Callable

import pytest

from purport.places.pointers import coordinates
from tests.places.conftest import Find

Places = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Уражено Рязанський НПЗ.", ["Ryazan/RU-RYA"]),
        ("удар по Туапсинському нафтопереробному заводу", ["Tuapse/RU-KDA"]),
        ("Уражено Таганрозький авіазавод", ["Taganrog/RU-ROS"]),
        ("по Зміївській ТЕС та Ладижинській ТЕС", ["Zmiiv/UA-63", "Ladyzhyn/UA-05"]),
        ("Пожар на Московском НПЗ", ["Moscow/RU-MOW"]),
        ("на территории Кстовского нефтеперерабатывающего завода", ["Kstovo/RU-NIZ"]),
        ("Вибухи на Феодосійській нафтобазі", ["Feodosiia/UA-43"]),
        ("Пошкоджено Київську ТЕЦ-5", ["Kyiv/UA-30"]),
        ("уразили Нижегородський нафтопереробний завод (Кстово)", ["Kstovo/RU-NIZ"]),
        ("Полтавський інститут і Харківська бригада", []),
    ],
)
def test_works_stand_in_the_town_that_they_are_called_after(places: Places, text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вибухи у Дубні", ["Dubno/UA-56"]),
        ("Уражено завод у Дубні", ["Dubna/RU-MOS"]),
        ("Завод у Дубні: 56.758984, 37.112304", ["Dubna/RU-MOS"]),
    ],
)
def test_coordinates_and_who_tells_of_its_own_hits_decide(places: Places, text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_a_unit_s_garrison_is_no_place(places: Places) -> None:
    assert places("рота полку (в/ч 71718, Шалі) поблизу Токмака") == ["Tokmak/UA-23"]


@pytest.mark.parametrize(
    ("text", "points"),
    [("at 55.7472, 37.5384.", 1), ("📍`45.0470119 33.952842`", 1), ("version 1.2345", 0), ("91.1234, 10.1234", 0)],
)
def test_coordinates_are_decimal_degrees(text: str, points: int) -> None:
    assert len(coordinates(text)) == points


def test_airfields_of_a_list_are_called_after_their_towns(places: Places) -> None:
    assert places("по аеродромах «Саки» та «Кача»") == ["Saky/UA-43", "Kacha/UA-40"]
    assert places("по заводах «Рязань» та «Калуга»") == []


def test_members_of_a_list_of_city_districts_share_their_noun(places: Places) -> None:
    assert places("у Деснянському та Дарницькому районах Києва") == ["Kyiv/UA-30", "Kyiv/UA-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("вибух у Брянську", ["Bryansk/RU-BRY"]),
        ("над Брянской и Курской областями", ["Bryansk Oblast/RU-BRY", "Kursk Oblast/RU-KRS"]),
        ("над Ельцом", ["Yelets/RU-LIP"]),
        ("у Шебекіному та Глушковому", ["Shebekino/RU-BEL", "Glushkovo/RU-KRS"]),
        ("у Куп'янську-Вузловому", ["Kupiansk-Vuzlovyi/UA-63"]),
    ],
)
def test_forms_that_two_cases_or_languages_share(places: Places, text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Удар по порту «Кавказ»", ["Port Kavkaz/RU-KDA"]),
        ('на аеродромі "Бєлая" горять літаки', ["Sredniy/RU-IRK"]),
        ("по аеродрому Оленья", ["Vysoky/RU-MUR"]),
        ("пожар в порту Приморск", ["Primorsk/RU-LEN"]),
        ("російський порт Усть-Луга", ["Ust-Luga/RU-LEN"]),
        ("оленья шкура и белая ночь", []),
    ],
)
def test_airfields_and_ports_have_names_of_their_own(places: Places, text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_a_community_is_called_after_its_centre(find: Find) -> None:
    assert [(m.place.settlement, m.place.region) for m in find("Ворог обстріляв Краснопільську громаду.")] == [
        ("Krasnopillia", "UA-59")
    ]
