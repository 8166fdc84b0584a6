"""Which places belong to a claim, and in which role."""

import pytest

from tests.claims.reading import Read, one, origins, targets


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Drones attacked Izmail in Odesa region.", ["Izmail"]),
        ("Drones attacked Izmail, Odesa region, Ukraine.", ["Izmail"]),
        ("Дрони атакували Ізмаїл Одеської області.", ["Izmail"]),
        ("Беспилотники атаковали Шебекино в Белгородской области.", ["Shebekino"]),
        ("Drones attacked Izmail and Reni.", ["Izmail", "Reni"]),
        ("Дрони атакували Суми, Полтаву і Харків.", ["Kharkiv", "Poltava", "Sumy"]),
        ("Беспилотники атаковали Тульскую и Калужскую области.", ["Kaluga Oblast", "Tula Oblast"]),
        ("Drones attacked targets across Ukraine.", ["Ukraine"]),
    ],
)
def test_targets_are_the_narrowest_that_the_words_name(read: Read, text: str, places: list[str]) -> None:
    assert targets(one(read(text), "attack")) == places


@pytest.mark.parametrize(
    ("text", "start", "aim"),
    [
        pytest.param(
            "Russia launched drones from Kursk region at Sumy.",
            ["Kursk Oblast"],
            ["Sumy"],
            marks=pytest.mark.xfail(strict=True, reason="words._FROM: reaches three words on, over 'at'"),
        ),
        ("Kalibr missiles were fired at Odesa from the Black Sea.", ["Black Sea"], ["Odesa"]),
        ("Росія атакувала Одесу ракетами «Калібр» з Чорного моря.", ["Black Sea"], ["Odesa"]),
        ("Ворог запустив дрони з районів Курськ та Орел по Сумах.", ["Kursk", "Oryol"], ["Sumy"]),
    ],
)
def test_what_was_launched_from_where_at_what(read: Read, text: str, start: list[str], aim: list[str]) -> None:
    claim = one(read(text, "telegram"), "attack")
    assert (origins(claim), targets(claim)) == (start, aim)


def test_people_from_a_place_make_it_no_origin(read: Read) -> None:
    assert origins(one(read("A man from Lviv was killed in Kherson by shelling."), "casualties")) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A drone was shot down in Tver, north-west of Moscow.", "Tver"),
        ("A drone fell in Vyshhorod, 20 km from Kyiv.", "Vyshhorod"),
    ],
)
def test_a_place_that_only_tells_where_another_lies_is_left_out(read: Read, text: str, place: str) -> None:
    assert targets(read(text)[0]) == [place]


@pytest.mark.parametrize(
    ("text", "country", "region", "settlement"),
    [
        ("A drone hit a depot in Sevastopol.", "UA", "UA-40", "Sevastopol"),
        ("Drones attacked Crimea.", "UA", "UA-43", None),
        ("Drones attacked Rostov region.", "RU", "RU-ROS", None),
        ("Беспилотники атаковали Московский регион.", "RU", "RU-MOS", None),
        ("Drones were shot down over the Black Sea.", None, None, None),
        ("Дрони атакували Херсонську область.", "UA", "UA-65", None),
    ],
)
def test_codes_are_those_of_the_format(
    read: Read, text: str, country: str | None, region: str | None, settlement: str | None
) -> None:
    (place,) = read(text)[0].places
    assert (place.country, place.region, place.settlement) == (country, region, settlement)


def test_a_place_is_named_once(read: Read) -> None:
    assert targets(read("Drones attacked Sumy, and in Sumy they hit a school.", "telegram")[0]) == ["Sumy"]
