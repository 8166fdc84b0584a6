"""Posts of channels: what they tell in few words, and what of their talk tells of nothing."""

import pytest

from tests.claims.reading import Read, one, weapons


@pytest.mark.parametrize(
    "text",
    [
        "Випробували перехоплювач, який збиває «Шахеди».",
        "Ангар для Ту-22М3, які запускають ракети Х-22.",
        "Гаубиця М777 має снаряди для ураження складів і мостів.",
        "Нова РЕБ знижує ризик ураження дронами.",
        "Союзники дозволили завдавати ударів по аеродромах у Криму.",
        "Дрони атакуватимуть нафтобазу в Твері ще не раз.",
        "Завод у Туле выпускает снаряды с увеличенной точностью поражения.",
    ],
)
def test_what_weapons_are_for_and_can_do_is_no_report(read: Read, text: str) -> None:
    assert read(text, "telegram") == []


@pytest.mark.parametrize(
    "text",
    [
        "Наші змогли уразити нафтобазу в Твері.",
        "Українським дронам вдалося атакувати нафтобазу в Твері.",
        "Росіяни продовжують обстрілювати нафтобазу в Херсоні.",
        "Ворог застосував Ту-95 для удару по нафтобазі в Полтаві.",
    ],
)
def test_what_was_managed_or_used_is_one(read: Read, text: str) -> None:
    assert one(read(text, "telegram"), "attack")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ракетний удар по Одесі.", [("missile", None)]),
        ("Уражено склад ракетних військ у Криму.", []),
        ("Атакували навчальний авіаційний центр у Твері.", []),
        ("Балістичний і дроновий удар по Києву.", [("ballistic_missile", None), ("uav", None)]),
    ],
)
def test_an_adjective_names_a_weapon_only_beside_a_strike(
    read: Read, text: str, told: list[tuple[str, str | None]]
) -> None:
    assert sorted(weapons(one(read(text, "telegram"), "attack"))) == sorted(told)
