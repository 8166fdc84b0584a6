"""Harm, help and what was spared, as papers and officials tell them in Ukrainian and Russian."""

import pytest

from purport.model import Kind
from tests.claims.reading import Read, counted, kinds, one

_STRUCK = "БПЛА атакували Суми. "


def _people(read: Read, text: str) -> list[tuple[str, int | None, int | None]]:
    told = [c for c in read(_STRUCK + text, "telegram") if c.kind == "casualties"]
    return [(p.effect, p.min, p.max) for c in told for p in c.people]


@pytest.mark.parametrize(
    "text",
    [
        "Жертв вдалося уникнути.",
        "Жертв и пострадавших удалось избежать.",
        "Минулося без потерпілих.",
        "Никто из людей не пострадал.",
        "Люди неушкоджені.",
        "К счастью, все живы.",
        "По предварительным данным, пожаров и пострадавших нет.",
    ],
)
def test_that_nobody_was_hurt_is_told_in_many_words(read: Read, text: str) -> None:
    found = [c for c in read(_STRUCK + text, "telegram") if c.kind in {"casualties", "damage"}]
    assert [(c.stance, [(p.effect, p.max) for p in c.people]) for c in found] == [(found[0].stance, [("any", 0)])]
    assert found[0].stance != "denied"


@pytest.mark.parametrize(
    "text", ["Влучань у критичну інфраструктуру не допустили.", "Пожеж немає.", "Нафтобаза повністю вигорить."]
)
def test_what_did_not_happen_is_not_told(read: Read, text: str) -> None:
    assert kinds(read(_STRUCK + text, "telegram")) == ["attack"]


def test_nothing_damaged_is_spared(read: Read) -> None:
    spared = one(read(_STRUCK + "Руйнувань на землі немає.", "telegram"), "damage")
    assert [(t.type, t.effect) for t in spared.objects] == [("other", "not_damaged")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Зруйновано два будинки, ще сім – пошкоджено.", [("destroyed", (2, 2)), ("damaged", (7, 7))]),
        ("Разрушено два дома, повреждено - около 10.", [("destroyed", (2, 2)), ("damaged", (10, 10))]),
        ("Знищено вісім вантажівок і ще чотири пошкоджені.", [("destroyed", (8, 8)), ("damaged", (4, 4))]),
    ],
)
def test_a_number_alone_counts_the_things_before_it(
    read: Read, text: str, told: list[tuple[str, tuple[int, int]]]
) -> None:
    found = [c for c in read(_STRUCK + text, "telegram") if c.kind == "damage"]
    assert [(c.objects[0].effect, counted(c)) for c in found] == told
    assert len({c.objects[0].type for c in found}) == 1


def test_a_fire_and_other_harm_are_two(read: Read) -> None:
    found = read(_STRUCK + "Виникла пожежа та було пошкоджено дах.", "telegram")
    assert kinds(found) == ["attack", "damage", "damage"]


@pytest.mark.parametrize("text", ["Рятувальники загасили пожежу.", "Пожарные приступили к тушению пожара."])
def test_a_fire_that_is_put_out_is_no_new_one(read: Read, text: str) -> None:
    assert kinds(read(_STRUCK + text, "telegram")) == ["attack", "response"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Семеро людей отримали поранення. Усіх госпіталізовано.", [("injured", 7, 7), ("hospitalised", 7, 7)]),
        ("Ранены трое мужчин. Все доставлены в ЦРБ.", [("injured", 3, 3), ("hospitalised", 3, 3)]),
        ("Пострадавшего мужчину доставили в районную ЦРБ.", [("hospitalised", 1, 1)]),
        ("Жінку з осколковими пораненнями ніг доправили до міської лікарні.", [("hospitalised", 1, 1)]),
        ("Гуманітарну допомогу доставили до лікарні.", []),
    ],
)
def test_who_is_taken_to_hospital(read: Read, text: str, told: list[tuple[str, int, int]]) -> None:
    assert _people(read, text) == told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Окупанти атакували Одесу 24 дронами, з яких 17 було знищено засобами протиповітряної оборони.", (17, 17)),
        ("Ворог випустив по Одесі 30 шахедів, 22 з яких знищено силами ППО.", (22, 22)),
        ("Противник атаковал Одессу 12 беспилотниками, из которых 10 уничтожены средствами ПВО.", (10, 10)),
    ],
)
def test_those_of_whom_some_were_destroyed_flew(read: Read, text: str, count: tuple[int, int]) -> None:
    found = read(text, "telegram")
    assert kinds(found) == ["attack", "interception"]
    assert counted(found[1]) == count


@pytest.mark.parametrize(
    "text",
    [
        "Оператор в середньому запускає до 15 дронів на день по Курську.",
        "Безпілотник призначений для нанесення ударів по складах у Курську.",
        "Росія, намагаючись збільшити кількість атак, розширила виробництво шахедів у Татарстані.",
        "Наша ППО добре відпрацювала по ворожих БпЛА на Київщині.",
        "У Кремлі назвали атаку на Енгельс «терористичним актом».",
    ],
)
def test_what_is_done_as_a_rule_or_only_spoken_of_is_no_attack(read: Read, text: str) -> None:
    assert [c for c in read(text, "telegram") if c.kind == "attack"] == []


def test_a_community_is_its_town(read: Read) -> None:
    struck = one(read("Вночі росіяни атакували Сумську громаду ударними дронами.", "telegram"), "attack")
    assert [p.settlement for p in struck.places] == ["Sumy"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Наші захисники збили дрон над Києвом.", (1, 1)),
        ("Росія завдала удару по Дніпру балістичною ракетою.", (1, 1)),
        ("Росія вдарила ракетами по Дніпру.", None),
        ("Знищено РЛС у Шовковичному.", (1, 1)),
        ("Знищено російські РЛС у Криму.", None),
    ],
)
def test_a_singular_is_one(read: Read, text: str, count: tuple[int, int] | None) -> None:
    (claim,) = read(text, "telegram")
    assert (counted(claim) if claim.count else None) == count


def test_who_publishes_a_strike_tells_of_it(read: Read) -> None:
    found = read("КіберБорошно публікують результати ураження складу в Торопці.", "telegram")
    assert [[a.source.name for a in c.attribution] for c in found] == [["CyberBoroshno"]]


def test_a_headline_with_the_country_is_told_again_below(read: Read) -> None:
    text = "ГУР завдало удару по російській базі в Сирії\nСпецпризначенці атакували військовий аеродром біля Алеппо."
    assert kinds(read(text, "telegram")) == ["attack"]


def test_what_is_said_of_every_hit_is_told_of_none(read: Read) -> None:
    assert read("Кожен точний приліт по Курську — як свято.", "telegram") == []


@pytest.mark.parametrize(
    "text",
    [
        "Щодо наслідків поки що невідомо.",
        "Детальні наслідки вогневого ураження уточнюють.",
        "Масштаби завданих збитків з'ясовуються.",
        "Последствия удара пока уточняются.",
    ],
)
def test_what_came_of_a_strike_may_be_unknown(read: Read, text: str) -> None:
    found = read("Уражено склад у Торопці. " + text, "telegram")
    assert [(c.kind, c.stance) for c in found] == [("attack", "asserted"), ("damage", "unknown")]
    assert [t.type for t in found[1].objects] == ["warehouse"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("По Зеленодольській громаді здійснили артобстріл.", "attack"),
        ("Вночі ворог спрямував на Дніпропетровщину безпілотники.", "attack"),
        ("Вибух у Харкові. Тривають роботи з ліквідації пожежі.", "response"),
        ("Ранен мирный житель в Белгороде, сообщил губернатор.", "casualties"),
    ],
)
def test_words_of_officials(read: Read, text: str, kind: Kind) -> None:
    assert next(p.country for p in one(read(text, "telegram"), kind).places) in {"UA", "RU"}


def test_a_community_is_in_ukraine(read: Read) -> None:
    struck = one(read("По Зеленодольській громаді вдарили дроном.", "telegram"), "attack")
    assert [p.region for p in struck.places] == ["UA-12"]


def test_those_that_were_stopped_in_part_are_the_enemys(read: Read) -> None:
    found = read("Українські сили ППО знищили 11 з 16 шахедів над Одесою.", "telegram")
    assert {(c.kind, c.attacker) for c in found} == {("interception", "RU"), ("attack", "RU")}


def test_a_strike_not_without_consequences_spares_nothing(read: Read) -> None:
    assert kinds(read("Дрони атакували порт у Керчі. Атака не минулася без наслідків.", "telegram")) == ["attack"]


def test_an_aircraft_that_destroys_is_not_what_is_destroyed(read: Read) -> None:
    (found,) = read("МіГ-29 знищує командний пункт окупантів у Токмаку.", "telegram")
    assert (found.kind, [t.type for t in found.objects]) == ("damage", ["command_post"])


def test_what_launchers_fire_did_not_hit_them(read: Read) -> None:
    struck = one(read("Уражено пускові ракет «Іскандер» біля Джанкоя.", "telegram"), "attack")
    assert struck.weapons == ()


@pytest.mark.parametrize("heading", ["Зафіксовано пожежі:", "Зафиксированы пожары:"])
def test_what_is_listed_under_fires_burns(read: Read, heading: str) -> None:
    found = read(f"{heading}\n— склад у Торопці;\n— нафтобаза в Туапсе.", "telegram")
    burnt = [("damage", "warehouse", "on_fire"), ("damage", "oil_depot", "on_fire")]
    assert [(c.kind, t.type, t.effect) for c in found for t in c.objects] == burnt
    assert len(found) == len(burnt)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Взрывной волной выбито более 30 окон в доме в Белгороде.", 31),
        ("Вибито щонайменше 40 вікон у Сумах.", 40),
        ("Выбиты стекла в 12 квартирах в Энгельсе.", 12),
    ],
)
def test_panes_are_counted_between_the_verb_and_them(read: Read, text: str, least: int) -> None:
    (found,) = read(text, "telegram")
    assert found.count is not None
    assert (found.kind, found.count.min) == ("damage", least)


def test_who_is_driven_out_is_no_pane(read: Read) -> None:
    assert "damage" not in kinds(read("Ворога вибито з Покровська.", "telegram"))


@pytest.mark.parametrize("text", ["Людей, на щастя, не зачепило.", "Вдалося уникнути жертв.", "Жертв избежали."])
def test_nobody_was_harmed_by_luck(read: Read, text: str) -> None:
    (_, spared) = read("Шахед атакував Миколаїв. " + text, "telegram")
    assert (spared.kind, [(p.effect, p.max) for p in spared.people]) == ("casualties", [("any", 0)])
