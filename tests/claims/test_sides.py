"""Whose weapons they are: who acts, who suffers, who only made or told it."""

import pytest

from purport.model import Kind
from tests.claims.reading import Read, one


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Ukraine struck a depot in Luhansk with missiles supplied by the United States.", "UA"),
        ("Officials said Ukrainians, using rockets made in Iran, attacked a prison in Makiivka.", "UA"),
        ("An Iranian-made drone struck a power station in Odesa.", None),
        ("The Russian defence ministry said it had hit a Ukrainian warship in Odesa.", "RU"),
        ("The Israeli military said it struck Hezbollah rocket launchers in Nabatieh.", "IL"),
        ("Russian troops were hit by missiles in Makiivka.", None),
        ("Ukraine's Special Operations Forces hit a radar station in Dzhankoi with drones.", "UA"),
        ("Повітряні Сили Збройних Сил України завдали удару по складу в Токмаку.", "UA"),
        ("Israeli missiles hit a Hezbollah depot in Nabatieh.", "IL"),
    ],
)
def test_who_attacks(read: Read, text: str, attacker: str | None) -> None:
    assert one(read(text), "attack").attacker == attacker


@pytest.mark.parametrize(
    ("text", "kind", "attacker"),
    [
        ("Ukraine's navy sank a landing ship near Feodosia with missiles.", "damage", "UA"),
        ("The Ukrainian military said its pilots destroyed a bridge in Antonivka with bombs.", "damage", "UA"),
        ("Russian air defences shot down 34 drones over Bryansk.", "interception", "UA"),
        ("Vasily Golubev said air defences shot down 34 drones over Morozovsk.", "interception", "UA"),
    ],
)
def test_who_destroys_and_whom_defenders_stop(read: Read, text: str, kind: Kind, attacker: str) -> None:
    assert one(read(text), kind).attacker == attacker


@pytest.mark.parametrize(
    ("text", "kind", "attacker"),
    [
        ("Знищено склад боєприпасів окупантів у Токмаку.", "damage", "UA"),
        ("Пошкоджено будинок ворожим дроном у Сумах.", "damage", None),
        ("Ворог пошкодив лікарню у Сумах.", "damage", "RU"),
        ("Херсон зазнав обстрілів з боку росіян.", "attack", "RU"),
    ],
)
def test_whose_things_are_destroyed_in_the_posts_of_one_side(
    read: Read, text: str, kind: Kind, attacker: str | None
) -> None:
    assert one(read(text, "telegram"), kind).attacker == attacker


def test_who_says_that_a_weapon_was_stopped_did_not_fire_it(read: Read) -> None:
    text = "The Houthis fired a missile at Eilat. Israel's army said the missile was intercepted."
    assert one(read(text), "interception").attacker == "Houthis"


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Russia launched one of its largest aerial attacks of the war on Odesa.", "RU"),
        ("Ukraine destroyed 40 Russian military aircraft in drone attacks on four air bases in Saratov.", "UA"),
    ],
)
def test_who_acts_is_not_whose_things_are_struck(read: Read, text: str, attacker: str) -> None:
    assert {c.attacker for c in read(text)} == {attacker}


def test_who_resumes_strikes_makes_them(read: Read) -> None:
    claim = one(read("росія відновила атаки на енергетику України.", "telegram", source="dronbomber"), "attack")
    assert claim.attacker == "RU"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Наші розвідувальні БПЛА зараз літають над Краснодаром.", "sighting"),
        ("Бійці 14 полку уразили склад БК на Луганщині.", "attack"),
    ],
)
def test_what_our_own_fly_and_fire_is_ours(read: Read, text: str, kind: Kind) -> None:
    assert one(read(text, "telegram", source="dronbomber", language="uk"), kind).attacker == "UA"


@pytest.mark.parametrize(
    "text",
    [
        "Київ готовий до перемовин, незважаючи на всі останні нічні атаки на Одесу.",
        "У Брюсселі готують заяву із засудженням удару росії по Сумах.",
    ],
)
def test_an_occasion_is_no_report_of_a_strike(read: Read, text: str) -> None:
    assert all(c.kind != "attack" for c in read(text, "telegram", source="dronbomber"))
