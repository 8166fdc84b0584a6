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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5 БПЛА на Суми, 8+ БПЛА на Полтаву", [((5, 5), {"Sumy"}), ((8, None), {"Poltava"})]),
        ("15+ БПЛА на Приазов'я, 8 БПЛА на Брянськ", [((15, None), set()), ((8, 8), {"Bryansk"})]),
    ],
)
def test_flights_of_one_line_are_each_counted(read: Read, text: str, told: list[object]) -> None:
    assert [(counted(c), {p.name for p in c.places}) for c in read(text, "telegram")] == told


def test_each_sort_of_equipment_hit_is_counted(read: Read) -> None:
    text = "Ураження ЗРК «Бук», чотирьох ЗРК «Тор-М1» та трьох ЗРГК «Панцирь-С1» під Донецьком."
    assert [(c.kind, counted(c)) for c in read(text, "telegram")] == [
        ("damage", (1, 1)),
        ("damage", (4, 4)),
        ("damage", (3, 3)),
    ]


def test_a_fire_named_before_may_be_put_out(read: Read) -> None:
    text = "Пожежу на нафтобазі в Туапсе, яка виникла внаслідок атаки, вдалося ліквідувати."
    assert [c.kind for c in read(text, "telegram")] == ["damage", "response"]


@pytest.mark.parametrize(
    "text",
    [
        "Уявімо ситуацію: російський дрон летить до українського складу.",
        "Знищення ворожих бомбардувальників – це завдання, яке перед нами стояло.",
        "Катери уникали контакту через ризик ураження.",
        "Дистанція ураження вже досягла 1700 кілометрів.",
        "Поки ви намагаєтеся залишити нас без світла, ми працюємо у Києві.",
    ],
)
def test_what_is_imagined_risked_or_tried_is_no_report(read: Read, text: str) -> None:
    assert [c for c in read(text, "telegram") if c.kind != "statement"] == []


def test_strikes_that_only_cause_are_apart_from_what_was_hit(read: Read) -> None:
    claim = one(read("Унаслідок ударів дронами було уражено 41 літак.", "telegram"), "damage")
    assert (counted(claim), [w.cls for w in claim.weapons]) == ((41, 41), ["uav"])


def test_a_strike_told_when_something_else_was_done_takes_nothing_of_it(read: Read) -> None:
    text = "росія перекинула два Ту-160 в Анадир, після того, як Україна завдала ударів дронами по Енгельсу."
    claim = one(read(text, "telegram"), "attack")
    assert (claim.count, {p.name for p in claim.places}) == (None, {"Engels"})


def test_launches_that_were_none_are_denied(read: Read) -> None:
    claim = one(read("Пусків ракет «Калібр» по Одесі вночі не було.", "telegram"), "attack")
    assert claim.stance == "denied"


def test_one_missile_that_acts_behind_the_verb_is_one(read: Read) -> None:
    assert counted(one(read("НПЗ у Туапсе атакувала ракета «Довгий Нептун».", "telegram"), "attack")) == (1, 1)


def test_who_signs_is_no_town(read: Read) -> None:
    claim = one(read("Вночі уражено склад боєприпасів у тилу ворога, — Сирський.", "telegram"), "attack")
    assert claim.places == ()


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("У результаті удару по аеродрому «Енгельс-2» ворог втратив 96 крилатих ракет.", []),
        ("Під час атаки на аеродром в Єйську там перебувало 57 літаків та гелікоптерів.", []),
        ("Російські літаки під час атаки на Енгельс були в повітрі.", []),
        (
            "Вночі уразили склад у селі Чалтирь. Для цього були застосовані дрони та ракети Нептун.",
            ["uav", "cruise_missile"],
        ),
    ],
)
def test_what_stood_or_was_lost_was_not_used(read: Read, text: str, weapons: list[str]) -> None:
    claim = one(read(text, "telegram"), "attack")
    assert [w.cls for w in claim.weapons] == weapons


def test_a_body_that_was_found_is_one_dead(read: Read) -> None:
    text = "Вранці у саду під Брянськом знайшли труп воєнного злочинця."
    assert [(p.effect, p.min) for p in one(read(text, "telegram"), "casualties").people] == [("killed", 1)]


@pytest.mark.parametrize("text", ["Ми розбили ворога на Харківщині.", "Питання часу, коли дрони полетять на Крим."])
def test_fighting_and_what_will_fly_is_no_report(read: Read, text: str) -> None:
    assert [c for c in read(text, "telegram") if c.kind != "statement"] == []


def test_a_hit_is_one_by_its_noun(read: Read) -> None:
    assert counted(one(read("У Севастополі приліт БПЛА.", "telegram"), "impact")) == (1, 1)


def test_novorossiysk_in_ukrainian(read: Read) -> None:
    claim = one(read("Ураження порту Новоросійську супроводжувалось вибухами.", "telegram"), "attack")
    assert {p.name for p in claim.places} == {"Novorossiysk"}


def test_what_stands_before_an_occasion_is_not_of_the_strike(read: Read) -> None:
    found = read("Ізраїль знищив усі російські ЗРК С-300 під час масованого удару по Ірану 26 жовтня.", "telegram")
    damage, attack = one(found, "damage"), one(found, "attack")
    assert (damage.attacker, damage.quote) == ("IL", "Ізраїль знищив усі російські ЗРК С-300")
    assert (attack.objects, {p.name for p in attack.places}) == ((), {"Iran"})


def test_missiles_in_quotes_may_be_what_was_attacked(read: Read) -> None:
    found = read("Під час атаки по «Іскандерам» у Брянській області загинуло 8 росіян.", "telegram")
    assert [([w.cls for w in c.weapons], [t.type for t in c.objects]) for c in found] == [
        ([], ["military_site"]),
        ([], []),
    ]


def test_the_dead_are_apart_from_what_was_destroyed(read: Read) -> None:
    text = "Уражено склад у Льгові. Об'єкт був повністю зруйнований, ліквідовано до 30 окупантів."
    assert [(p.effect, p.max) for p in one(read(text, "telegram"), "casualties").people] == [("killed", 30)]


def test_a_branch_of_the_army_is_no_weapon(read: Read) -> None:
    text = "Сили оборони у взаємодії з Ракетними військами та артилерією вдарили по нафтобазі у Брянську."
    assert one(read(text, "telegram"), "attack").weapons == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Уражено склад в Кондратівці, Курська область.", "Kondrativka"),
        ("Уражено склад у Ютанівці Бєлгородської області.", "Yutanivka"),
    ],
)
def test_a_village_of_no_register_is_named_by_its_case(read: Read, text: str, name: str) -> None:
    assert [p.settlement for p in one(read(text, "telegram"), "attack").places] == [name]


def test_debris_tells_what_a_strike_was_made_with(read: Read) -> None:
    text = "Уламки від ракети Storm Shadow після сьогоднішньої атаки на Ростовську область."
    assert [w.model for w in one(read(text, "telegram"), "attack").weapons] == ["Storm Shadow"]


def test_missiles_may_be_told_closer(read: Read) -> None:
    text = (
        "Завдано ракетного удару по базі в селі Мирне, Запорізька область. Удар завдано із застосуванням РСЗВ HIMARS."
    )
    assert [w.model for w in one(read(text, "telegram"), "attack").weapons] == ["HIMARS"]


def test_whose_strikes_a_target_suffers_is_told(read: Read) -> None:
    assert one(read("Завод у Тулі вже ставав ціллю для наших ударів.", "telegram"), "attack").attacker == "UA"


def test_works_that_stop_after_a_strike_are_damaged(read: Read) -> None:
    found = read("Рязанський НПЗ призупинив роботу після атак українськими дронами.", "telegram")
    assert [[(t.type, t.effect) for t in c.objects] for c in found if c.kind == "damage"] == [
        [("oil_refinery", "damaged")]
    ]
    assert [c for c in found if c.kind == "alert"] == []


def test_aircraft_below_losses_are_each_counted(read: Read) -> None:
    text = "Втрати дальньої авіації виглядають так:\n8 × Ту-95МС\n5 × Ту-22М3\nЙмовірно знищено ще:\n- 2 × А-50"
    found = read(text, "telegram")
    assert [(c.kind, counted(c)) for c in found] == [("damage", (8, 8)), ("damage", (5, 5)), ("damage", (2, 2))]
    assert read("Втрати ворога за добу:\nтанків – 5\nлітаків – 2", "telegram") == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Уражено пором у порту «Кавказ».", ["vessel"]),
        ("Дрони атакували літак Ту-95 на аеродромі Оленья.", ["vehicle"]),
        ("Беспилотники ударили по танкеру в порту Новороссийска.", ["vessel"]),
        ("Удар по нафтобазі та на аеродромі Енгельс.", ["oil_depot", "military_airfield"]),
    ],
)
def test_the_site_in_which_a_thing_was_struck_is_not_the_aim(read: Read, text: str, types: list[str]) -> None:
    assert [t.type for t in one(read(text, "telegram"), "attack").objects] == types


def test_who_is_at_work_does_what_is_told_then(read: Read) -> None:
    text = "Робота наших FPV на Новопавлівському напрямку.\nЗнищено вантажівку та пошкоджено БТР."
    for claim in read(text, "telegram"):
        assert claim.attacker == "UA"
        assert [w.cls for w in claim.weapons] == ["uav"]
    said = read("ГУР повідомляє про пожежу. Знищено вантажівку у Шахтарську.", "telegram")
    assert [c.attacker for c in said if "вантажівку" in c.quote] == [None]


def test_a_date_line_sets_the_scene(read: Read) -> None:
    found = read("Харків, 6 червня 2025 року. Унаслідок удару загинули троє рятувальників.", "telegram")
    assert [p.settlement for p in one(found, "casualties").places] == ["Kharkiv"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Росія відновила атаки на енергетику України.", "UA"),
        ("Українські безпілотники атакували російські нафтові об'єкти.", "RU"),
        ("Украинские дроны ударили по НПЗ России.", "RU"),
        ("Російські дрони вночі вдарили по українських містах.", "UA"),
    ],
)
def test_what_a_country_owns_stands_in_it(read: Read, text: str, country: str) -> None:
    assert [p.country for p in one(read(text, "telegram"), "attack").places] == [country]
