"""Posts: what one thing in the singular counts, what is told twice, who tells it."""

import pytest

from purport.model import Kind
from tests.claims.reading import Read, counted, harm, kinds, one, targets, weapons


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Ворожий дрон атакував автівку в Херсоні.", "attack", (1, 1)),
        ("Ворожі дрони атакували автівку в Херсоні.", "attack", None),
        ("Влучання в дитячий майданчик у Харкові.", "impact", (1, 1)),
        ("Влучання в Харкові.", "impact", None),
        ("Знищено Су-34 на аеродромі в Твері.", "damage", (1, 1)),
    ],
)
def test_one_thing_in_the_singular_is_one(read: Read, text: str, kind: Kind, count: tuple[int, int] | None) -> None:
    assert counted(one(read(text, "telegram"), kind)) == count


def test_two_things_of_one_sentence_are_two(read: Read) -> None:
    told = read("Мі-8 знищений, Мі-35 пошкоджений на аеродромі в Твері, — росЗМІ.", "telegram")
    assert kinds(told) == ["damage", "damage"]
    assert {c.sources for c in told} == {("Russian media",)}


def test_the_same_weapons_counted_again_by_their_sort_are_no_others(read: Read) -> None:
    told = read("Пілот збив 6 російських ракет. За підсумками бою він збив 6 крилатих ракет.", "telegram")
    assert weapons(one(told, "interception")) == [("cruise_missile", None)]


def test_an_enemy_who_tells_of_a_strike_is_its_source(read: Read) -> None:
    claim = one(read("Русня в Криму жаліється на атаку «Нептунів».", "telegram"), "attack")
    assert (claim.sources, targets(claim)) == (("Russians in Crimea",), ["Crimea"])
    claim = one(read("Окупанти в Керчі пишуть про атаку «Нептунів».", "telegram"), "attack")
    assert (claim.sources, targets(claim)) == (("Russians",), ["Kerch"])


def test_equipment_listed_below_a_heading_is_damage_one_a_line(read: Read) -> None:
    text = "Дрони працювали в Криму.\n\nУражено:\n- 2 ПУ ЗРК С-300В;\n- РЛС Обзор-3;\n- РЛС Каста-2Е2;"
    told = [c for c in read(text, "telegram") if c.kind == "damage"]
    assert [counted(c) for c in told] == [(2, 2), (1, 1), (1, 1)]


def test_a_toll_counted_in_the_next_clause_is_one(read: Read) -> None:
    text = "У Сумах зросла кількість загиблих через удар росіян, відомо вже про 35 вбитих людей."
    assert harm(one(read(text, "telegram"), "casualties")) == {"killed": (35, 35)}


@pytest.mark.parametrize(
    "text",
    [
        "Ми не отримуємо задоволення від ударів по Донецьку.",
        "У нас немає іншого виходу, окрім як знищити їх у Херсонській області.",
        "Дякую всім, хто захищає життя від російських ракет, — Зеленський.",
    ],
)
def test_feelings_aims_and_courtesy_are_no_report(read: Read, text: str) -> None:
    assert read(text, "telegram", source="dronbomber") == []
