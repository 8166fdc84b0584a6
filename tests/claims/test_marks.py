"""What words are taken for: a weapon, a number, a side or a place, and what they are not inside a name."""

import pytest

from purport.claims.matcher import Lexicon
from purport.model import View
from purport.places import Gazetteer
from tests.claims.reading import Read, counted, days, marks_of, one, targets, weapons


def _types(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    view = View(text)
    return [(m.type, view.plain[m.start : m.end]) for m in marks_of(view, lexicon, gazetteer).all]


@pytest.mark.parametrize(
    "text",
    ["Drones hit Odesa on 13 March, the governor said.", "13 березня дрони вдарили по Одесі.", "Ракеты над Курском"],
)
def test_marks_stand_in_order_within_the_text(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    view = View(text)
    marks = marks_of(view, lexicon, gazetteer)
    assert marks.all
    assert [m.start for m in marks.all] == sorted(m.start for m in marks.all)
    assert all(0 <= m.start < m.end <= len(view.plain) for m in marks.all)


def test_a_stretch_holds_the_marks_that_start_in_it(lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    view = View("Drones hit Odesa and Sumy")
    marks = marks_of(view, lexicon, gazetteer)
    assert [m.label for m in marks.within(0, len(view.plain), "place")] == ["Odesa", "Sumy"]
    assert marks.within(view.plain.index("Odesa") + 1, view.plain.index("Sumy"), "place") == []
    assert marks.within(0, 0) == []


def test_figures_of_a_model_and_of_a_date_count_nothing(lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    assert "quantity" not in {t for t, _ in _types("On 14 March 2025 Kh-101 missiles hit Lutsk", lexicon, gazetteer)}
    assert "quantity" not in {t for t, _ in _types("14 березня Х-101 вдарили по Луцьку", lexicon, gazetteer)}


@pytest.mark.parametrize(
    ("text", "model", "count"),
    [
        ("Two Kh-101 missiles hit a plant in Lutsk.", ("cruise_missile", "Kh-101"), (2, 2)),
        ("A Shahed-136 hit a house in Sumy.", ("uav", "Shahed-136/131"), (1, 1)),
        ("Дві ракети Х-101 влучили в завод у Луцьку.", ("cruise_missile", "Kh-101"), (2, 2)),
        ("Две ракеты Искандер-М попали в склад в Днепре.", ("ballistic_missile", "Iskander-M"), (2, 2)),
    ],
)
def test_a_weapon_has_its_model_and_its_own_count(
    read: Read, text: str, model: tuple[str, str], count: tuple[int, int]
) -> None:
    (claim,) = read(text)
    assert model in weapons(claim)
    assert counted(claim) == count


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Moscow said its air defences downed four drones over Tula.", ["Tula"]),
        ("Kyiv said Russian missiles struck a school in Izmail.", ["Izmail"]),
        ("Russia-backed forces shelled a school in Avdiivka.", ["Avdiivka"]),
        ("The governor of Kherson region said two drones were shot down over Odesa.", ["Odesa"]),
        ("Начальник Херсонской области сообщил, что в Одессе сбиты два беспилотника.", ["Odesa"]),
    ],
)
def test_who_speaks_or_acts_is_no_place(read: Read, text: str, places: list[str]) -> None:
    (claim,) = read(text)
    assert targets(claim) == places


@pytest.mark.parametrize(
    ("text", "kind", "attacker"),
    [
        ("Ukrainian drones attacked an oil depot in Tambov.", "attack", "UA"),
        ("Російські дрони атакували Чернігів.", "attack", "RU"),
        ("Украинские беспилотники атаковали Тамбов.", "attack", "UA"),
        ("A Russian drone hit a bus in Nikopol.", "attack", "RU"),
        ("Russian drones were shot down over Kyiv.", "interception", "RU"),
    ],
)
def test_an_adjective_of_a_country_is_a_side_and_no_place(read: Read, text: str, kind: str, attacker: str) -> None:
    (claim,) = read(text)
    assert (claim.kind, claim.attacker) == (kind, attacker)
    assert not {"Ukraine", "Russia"} & set(targets(claim))


def test_hours_and_days_are_no_counts(read: Read) -> None:
    claim = one(
        read("С 21.00 до 23.30 мск 13 марта над Курской областью сбиты беспилотники.", "telegram"), "interception"
    )
    assert claim.count is None
    assert days(claim) == ("2025-03-13T21:00", "2025-03-13T23:30")


def test_anti_aircraft_and_anti_drone_are_no_weapons_that_attack(read: Read) -> None:
    assert weapons(one(read("Anti-aircraft guns shot down a cruise missile over Kyiv."), "interception")) == [
        ("cruise_missile", None)
    ]


@pytest.mark.parametrize("text", ["Drones hit Odesa and Kyiv.", "Drones hit Sumy, Odesa and Kyiv."])
def test_a_capital_that_is_hit_beside_another_town_is_a_place(read: Read, text: str) -> None:
    assert {"Kyiv", "Odesa"} <= set(targets(one(read(text), "attack")))


def test_a_place_that_is_part_of_a_name_is_no_place(read: Read) -> None:
    claim = one(read("Odesa Journal said a drone hit a warehouse in Izmail."), "attack")
    assert targets(claim) == ["Izmail"]


def test_us_is_no_state_in_small_letters(read: Read) -> None:
    assert one(read("They attacked us in Kherson with drones at dawn."), "attack").attacker is None
    assert one(read("US forces attacked Basra with drones at dawn."), "attack").attacker == "US"
