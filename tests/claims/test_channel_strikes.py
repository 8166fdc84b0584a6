"""Strikes, losses and flights as channels tell them: by a count alone, by a list, by slang."""

import pytest

from tests.claims.reading import Read, counted, kinds, one


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Знищено 2х Су-34, 3х Мі-8 на аеродромі в Курську.", [2, 3]),
        ("Пошкоджено два Ту-95 та три Ту-22М3.", [2, 3]),
        ("На аэродроме в Ейске повреждены 2х Су-30.", [2]),
    ],
)
def test_each_model_that_is_counted_came_to_harm(read: Read, text: str, counts: list[int]) -> None:
    found = [c for c in read(text, "telegram") if c.kind == "damage"]
    assert [c.count.max for c in found if c.count] == counts


def test_times_is_a_count(read: Read) -> None:
    assert counted(one(read("Пуски 4х Калібрів з Чорного моря.", "telegram"), "attack")) == (4, 4)


@pytest.mark.parametrize(
    "text", ["Пролунав ще один удар по центру Харкова.", "В Одессе прогремел второй удар.", "Мінус нафтобаза у Твері."]
)
def test_a_strike_may_be_heard_and_a_loss_be_a_minus(read: Read, text: str) -> None:
    assert kinds(read(text, "telegram"))[0] in {"attack", "damage"}


def test_a_question_that_recalls_a_strike_tells_of_it(read: Read) -> None:
    text = "Пам'ятаєте атаку на авіабазу в Енгельсі 5 травня 2023 року, де було знищено чотири Ту-95?"
    assert kinds(read(text, "telegram")) == ["attack", "damage"]
    assert read("Хтось знає, де була атака на авіабазу в Енгельсі?", "telegram") == []


def test_the_items_of_a_list_have_its_source(read: Read) -> None:
    text = "Генштаб ЗСУ повідомив про ураження:\n- склад у н.п. Грайворон\n- НПЗ у Рязані"
    found = read(text, "telegram")
    assert [[s.name for s in (a.source for a in c.attribution)][:1] for c in found] == [
        ["General Staff of the Armed Forces of Ukraine"]
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Після атаки дронів компанія отримала контракт на виробництво 6000 дронів у Твері.",
        "Останнім часом українські сили здійснили низку атак на об'єкти в Росії.",
        "Ми продовжимо завдавати ударів по російських аеродромах.",
        "Склад потрапив під санкції ЄС.",
        "Без води, без їжі вони просиділи два дні, дрони літали поряд.",
        "Вартість пошкоджень авіабази склала 200 мільйонів.",
    ],
)
def test_what_is_made_promised_or_paid_is_no_strike(read: Read, text: str) -> None:
    assert [c for c in read(text, "telegram") if c.kind in {"damage", "impact"} or c.count] == []


def test_a_thing_beside_is_not_the_one_harmed(read: Read) -> None:
    claim = one(read("Поруч із ТЕЦ у Рязані пошкоджено склад, але дрон дотягнув до аеродрому.", "telegram"), "damage")
    assert [t.type for t in claim.objects] == ["warehouse"]


def test_alarms_are_told_each_where_it_is_raised(read: Read) -> None:
    text = "У Криму та Орловській області ракетна тривога, у Таганрозі звучать сирени."
    found = [c for c in read(text, "telegram") if c.kind == "alert"]
    assert [{p.name for p in c.places} for c in found] == [{"Crimea", "Oryol Oblast"}, {"Taganrog"}]


def test_right_now_is_the_day_of_the_post(read: Read) -> None:
    claim = one(read("Прямо зараз дрони атакують нафтобазу в Енгельсі.", "telegram"), "attack")
    assert claim.time is not None
    assert claim.published is not None
    assert claim.time.start[:10] == claim.published[:10]


@pytest.mark.parametrize("outcome", ["Наслідки уточнюються", "Результати удару поки невідомі"])
def test_what_came_of_a_strike_may_be_unknown(read: Read, outcome: str) -> None:
    claim = one(read(f"Вночі дрони вдарили по нафтобазі в Енгельсі. {outcome}.", "telegram"), "damage")
    assert (claim.stance, [t.type for t in claim.objects]) == ("unknown", ["oil_depot"])


def test_an_aircraft_that_was_damaged_did_not_attack(read: Read) -> None:
    found = read("В результаті атаки на Ахтубінськ один Су-57 був пошкоджений.", "telegram")
    assert [c.weapons for c in found] == [(), ()]


def test_an_aircraft_told_by_its_flight_may_be_shot_down(read: Read) -> None:
    text = "Літак, який летів у Грозний, був збитий силами ППО рф під час атаки БПЛА на Чечню."
    found = read(text, "telegram")
    assert (kinds(found), one(found, "attack").attacker) == (["interception", "attack"], None)


def test_a_second_town_that_was_hit_was_attacked(read: Read) -> None:
    text = "Завдано удару по аеродрому в Саках, уражено склад у Джанкої."
    assert kinds(read(text, "telegram")) == ["attack", "attack"]


def test_whose_drones_are_seen_is_told(read: Read) -> None:
    text = "Русня помітила наші розвідувальні БПЛА, які літають у Краснодарському краї."
    assert one(read(text, "telegram"), "sighting").attacker == "UA"


def test_a_list_below_pictures_is_a_list(read: Read) -> None:
    text = "Знову шорох у Криму. Уражено:\n▪️КП батальйону.\n▪️РЛС П-18."
    found = read(text, "telegram")
    assert [([t.type for t in c.objects], [p.name for p in c.places]) for c in found] == [
        (["command_post"], ["Crimea"]),
        (["air_defence"], ["Crimea"]),
    ]
