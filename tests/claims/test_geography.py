"""Which places belong to a claim, and in which role."""

import pytest

from purport.model import Kind
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
        ("Missiles hit the Kyiv suburb of Bucha.", ["Bucha"]),
        ("Missiles were fired at Iran, including at Tehran.", ["Iran", "Tehran"]),
        ("A rocket hit a depot in Nova Kakhovka, in Russian-occupied Kherson.", ["Nova Kakhovka"]),
        ("A rocket hit a depot in Russian-occupied Horlivka, Donetsk region.", ["Horlivka"]),
        ("A drone hit a Kyiv apartment block.", ["Kyiv"]),
        ("Russian missiles hit Kyiv and Odesa.", ["Kyiv", "Odesa"]),
        ("Ракети застосовано для ударів по містах, зокрема Київ і Запоріжжя.", ["Kyiv", "Zaporizhzhia"]),
        ("Israeli airstrikes on Iran hit a school.", ["Iran"]),
        ("An Iranian missile struck the Soroka hospital in Beersheba.", ["Soroka Medical Center"]),
    ],
)
def test_targets_are_the_narrowest_that_the_words_name(read: Read, text: str, places: list[str]) -> None:
    assert targets(one(read(text), "attack")) == places


@pytest.mark.parametrize(
    ("text", "start", "aim"),
    [
        ("A missile fired from Russia's Kursk region hit a hotel in Kharkiv.", ["Kursk Oblast"], ["Kharkiv"]),
        ("Russia launched drones from Kursk region at Sumy.", ["Kursk Oblast"], ["Sumy"]),
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


def test_whom_a_strike_killed_is_told_where_it_was(read: Read) -> None:
    told = one(read("The death toll from Saudi airstrikes on Yemen rose to 130 people."), "casualties")
    assert (origins(told), targets(told)) == ([], ["Yemen"])


def test_harm_by_who_struck_the_town_is_told_of_that_town(read: Read) -> None:
    """Ukraine strikes occupied towns of its own."""
    found = read(
        "Ukraine struck a depot in Nova Kakhovka with HIMARS. The Ukrainian strike destroyed three trucks and a bridge."
    )
    assert targets(one(found, "damage")) == ["Nova Kakhovka"]


def test_a_place_is_named_once(read: Read) -> None:
    assert targets(read("Drones attacked Sumy, and in Sumy they hit a school.", "telegram")[0]) == ["Sumy"]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("Kharkiv. Shelling damaged a school.", "damage", ["Kharkiv"]),
        ("Дрони вдарили по заводу неподалік Тамбова у Новій Ляді.", "attack", ["Novaya Lyada"]),
        ("Drones hit a depot near Tokmak and in Melitopol.", "attack", ["Melitopol", "Tokmak"]),
        ("Videos from Omdurman show the shelling of a market.", "attack", ["Omdurman"]),
        ("A missile hit the Mykolaiv Regional State Administration building.", "attack", ["Mykolaiv"]),
        ("Drones struck a warehouse west of Huliaipole, Zaporizhzhia region.", "attack", ["Huliaipole"]),
        ("Officials in Tambov were woken at night. A drone flew over the city.", "sighting", ["Tambov"]),
        ("A drone hit the city of Tambov. Officials in Kursk spoke.", "attack", ["Tambov"]),
        ("A bridge that is critical for Russia was hit in Chonhar.", "attack", ["Chonhar"]),
        ("Дрони впали у селі Юнаківка, Сумський район.", "impact", ["Yunakivka"]),
        ("A missile struck a depot in  Khrustalnyi, Luhansk Oblast.", "attack", ["Khrustalnyi"]),
    ],
)
def test_places_that_other_words_than_a_preposition_tell(read: Read, text: str, kind: Kind, places: list[str]) -> None:
    assert targets(one(read(text), kind)) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Вибухи на Сумщині.\n📍 Конотоп", ["Konotop"]),
        ("Вибухи на Сумщині.\nПрацює ППО.\nЛокація: м. Конотоп", ["Konotop"]),
        ("Вибухи на Сумщині.\nКонотоп, бережіть себе", ["Sumy Oblast"]),
        ("Вибухи на Сумщині.\n📍 Ромни, Конотоп", ["Konotop", "Romny"]),
    ],
)
def test_a_line_marked_as_a_location_says_where_a_post_s_events_were(read: Read, text: str, places: list[str]) -> None:
    assert targets(one(read(text, "telegram"), "explosion")) == places


def test_a_place_reaches_over_paragraphs_that_name_no_other(read: Read) -> None:
    text = "A missile hit a plant in Tambov.\n\n{}\n\nNobody could say more.\n\nThe blast injured three people."
    near = read(text.format("The fire was put out by noon."))
    far = read(text.format("People in Penza heard of it."))
    assert targets(one(near, "casualties")) == ["Tambov"]
    assert targets(one(far, "casualties")) != ["Tambov"]


def test_an_occupied_region_is_struck_by_its_own_country(read: Read) -> None:
    found = read("An explosion shook a base in Crimea. Ukrainian forces attacked the depot with drones.")
    assert targets(one(found, "attack")) == ["Crimea"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("В Борисовском районе в посёлке Борисовка беспилотник ударил по ЛЭП.", "Borisovka"),
        ("У Чугуївському районі в селі Печеніги дрон влучив у будинок.", "Pechenihy"),
    ],
)
def test_a_district_before_its_village_only_tells_where_that_lies(read: Read, text: str, town: str) -> None:
    assert targets(read(text, "telegram")[0]) == [town]


def test_who_backs_a_group_is_no_place(read: Read) -> None:
    claim = one(read("An Israeli strike hit the command centre of the Iran-backed group in Beirut."), "attack")
    assert targets(claim) == ["Beirut"]


def test_where_witnesses_are_is_where_they_heard_it(read: Read) -> None:
    claim = one(read("Residents in Sumy and Izium reported hearing explosions on Monday."), "explosion")
    assert targets(claim) == ["Izium", "Sumy"]


def test_near_a_town_in_the_south_is_near_the_town(read: Read) -> None:
    claim = one(read("An Israeli strike hit a camp near Khan Younis, in southern Gaza."), "attack")
    assert targets(claim) == ["Khan Yunis"]


def test_a_capital_told_as_such_is_where_something_happened(read: Read) -> None:
    text = "Russia launched drone attacks on the Ukrainian capital, Kyiv, and the main Black Sea port of Odesa."
    assert targets(one(read(text), "attack")) == ["Kyiv", "Odesa"]


def test_a_governor_tells_of_no_village_abroad(read: Read) -> None:
    text = "Гладков: в селе Нечаевка дрон атаковал автомобиль, ранен мужчина."
    assert {p.name for c in read(text, "telegram") for p in c.places} == {"Belgorod Oblast"}
