"""Weapons in use: what was launched, stopped, hit, heard and seen."""

import pytest

from tests.claims.reading import Read, counted, kinds, one, origins, targets, things, weapons


@pytest.mark.parametrize(
    ("text", "weapon", "place"),
    [
        ("Russia attacked Kharkiv with guided bombs.", "guided_bomb", "Kharkiv"),
        ("Russian forces shelled Kherson.", "artillery", "Kherson"),
        ("Rockets from a Grad launcher were fired at Nikopol.", "rocket", "Nikopol"),
        ("Airstrikes hit Kupiansk.", "aircraft", "Kupiansk"),
        ("A naval drone attacked the port of Novorossiysk.", "naval_drone", "Novorossiysk"),
        ("Окупанти обстріляли Херсон з артилерії.", "artillery", "Kherson"),
        ("Ворог вдарив керованими авіабомбами по Харкову.", "guided_bomb", "Kharkiv"),
        ("Росіяни атакували Нікополь FPV-дроном.", "uav", "Nikopol"),
        ("ВСУ обстреляли Горловку из РСЗО «Град».", "rocket", "Horlivka"),
        ("Безэкипажные катера атаковали порт Новороссийска.", "naval_drone", "Novorossiysk"),
    ],
)
def test_an_attack_has_its_weapon_and_target(read: Read, text: str, weapon: str, place: str) -> None:
    claim = one(read(text, "telegram"), "attack")
    assert {c for c, _ in weapons(claim)} == {weapon}
    assert targets(claim) == [place]


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Russia attacked Kharkiv with drones.", "RU"),
        ("Ukraine struck an oil depot in Tambov.", "UA"),
        ("Kharkiv was attacked by Russian drones.", "RU"),
        ("ВСУ атаковали Горловку.", "UA"),
        ("Російська армія обстріляла Херсон.", "RU"),
        ("Окупанти обстріляли Херсон.", "RU"),
        ("Drones attacked Kharkiv.", None),
        ("A drone hit a depot in Tambov.", None),
    ],
)
def test_the_attacker_is_who_the_words_name(read: Read, text: str, attacker: str | None) -> None:
    assert one(read(text), "attack").attacker == attacker


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Three drones were shot down over Kyiv.", "destroyed"),
        ("Three drones were intercepted over Kyiv.", "intercepted"),
        ("Three drones were intercepted and destroyed over Kyiv.", "destroyed"),
        ("Three drones were shot down or jammed over Kyiv.", "intercepted"),
        ("Three drones were jammed over Kyiv.", "suppressed"),
        ("Three drones failed to reach their targets.", "suppressed"),
        ("Три дрони збито над Києвом.", "destroyed"),
        ("Три дрони не досягли цілей.", "suppressed"),
        ("Три дрони збито або подавлено над Києвом.", "intercepted"),
        ("Над Курском уничтожены и перехвачены три беспилотника.", "destroyed"),
        ("Над Курском перехвачены три беспилотника.", "intercepted"),
        ("Над Курском подавлены средствами РЭБ три беспилотника.", "suppressed"),
    ],
)
def test_outcomes_of_interception(read: Read, text: str, outcome: str) -> None:
    claim = one(read(text, "telegram"), "interception")
    assert (claim.outcome, counted(claim)) == (outcome, (3, 3))


def test_destroyed_and_lost_are_told_apart(read: Read) -> None:
    claims = read("Збито 31 дрон, ще 12 дронів локаційно втрачені.", "telegram")
    assert [(c.outcome, counted(c)) for c in claims] == [("destroyed", (31, 31)), ("suppressed", (12, 12))]


@pytest.mark.parametrize("dash", [" – ", " — ", " - ", " "])
def test_a_dash_between_a_count_and_its_verb_parts_nothing(read: Read, dash: str) -> None:
    claims = read(f"Над Україною збито 63 зі 109 дронів, ще 40{dash}локаційно втрачено.", "telegram")
    assert [(c.kind, counted(c)) for c in claims] == [
        ("interception", (63, 63)),
        ("attack", (109, 109)),
        ("interception", (40, 40)),
    ]


def test_one_was_intercepted_and_seven_were_destroyed(read: Read) -> None:
    claims = read("Над Тулой один беспилотник перехвачен и семь уничтожены.", "telegram")
    assert [(c.outcome, counted(c)) for c in claims] == [("intercepted", (1, 1)), ("destroyed", (7, 7))]


def test_those_that_were_not_stopped_are_no_interception(read: Read) -> None:
    claims = read("Five missiles were intercepted over Odesa, three were not.", "telegram")
    assert [counted(c) for c in claims] == [(5, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "Two missiles fired from Crimea were intercepted over Odesa.",
        "Two missiles launched by Russia from Crimea have been destroyed over Odesa.",
        "Две ракеты, выпущенные из Крыма, сбиты над Одессой.",
        "Дві ракети, запущені з Криму, були збиті над Одесою.",
    ],
)
def test_weapons_told_by_their_launch_were_launched_and_stopped(read: Read, text: str) -> None:
    claims = read(text, "telegram")
    assert kinds(claims) == ["attack", "interception"]
    assert [counted(c) for c in claims] == [(2, 2), (2, 2)]
    assert [[(p.name, p.role) for p in c.places] for c in claims] == [[("Crimea", "origin")], [("Odesa", "target")]]


@pytest.mark.parametrize(
    "text",
    [
        "An ammunition depot was destroyed in Luhansk.",
        "Two bridges were destroyed near Kherson.",
        "Знищено склад боєприпасів у Луганську.",
        "В Херсоне уничтожен мост.",
    ],
)
def test_what_stands_on_the_ground_is_damaged_and_not_stopped(read: Read, text: str) -> None:
    claim = one(read(text, "telegram"), "damage")
    assert [e for _, e in things(claim)] == ["destroyed"]


@pytest.mark.parametrize(
    ("text", "outcome", "kind"),
    [
        ("Debris from a drone fell on a kindergarten in Odesa.", "debris", "school"),
        ("Уламки дрона впали на школу в Одесі.", "debris", "school"),
        ("Обломки беспилотника упали на крышу жилого дома в Воронеже.", "debris", "residential_building"),
        ("Зафіксовано влучання у школу в Одесі.", "hit", "school"),
        ("В Белгороде зафиксировано попадание в жилой дом.", "hit", "residential_building"),
    ],
)
def test_impacts(read: Read, text: str, outcome: str, kind: str) -> None:
    claim = one(read(text, "telegram"), "impact")
    assert claim.outcome == outcome
    assert [t for t, _ in things(claim)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Debris from a downed drone fell on a kindergarten in Odesa.",
        "Уламки збитого дрона впали на школу в Одесі.",
        "Обломки сбитого беспилотника упали на дом в Воронеже.",
    ],
)
def test_a_downed_drone_whose_debris_fell_is_told_as_its_fall(read: Read, text: str) -> None:
    assert kinds(read(text, "telegram")) == ["impact"]


def test_hits_at_so_many_places_are_counted(read: Read) -> None:
    assert counted(
        one(read("Вночі дрони атакували Сумщину. Влучання зафіксовано на 7 локаціях.", "telegram"), "impact")
    ) == (7, 7)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A blast was heard in Mykolaiv.", (1, 1)),
        ("Three explosions were heard in Mykolaiv.", (3, 3)),
        ("Explosions were heard in Mykolaiv.", None),
        ("У Миколаєві пролунав вибух.", (1, 1)),
        ("У Миколаєві чути вибухи.", None),
        ("В Энгельсе прогремели три взрыва.", (3, 3)),
    ],
)
def test_explosions(read: Read, text: str, count: tuple[int, int] | None) -> None:
    claims = read(text, "telegram")
    assert kinds(claims) == ["explosion"]
    assert counted(claims[0]) == count


@pytest.mark.parametrize(
    ("text", "place", "count"),
    [
        ("Four drones are heading for Kyiv.", "Kyiv", (4, 4)),
        ("БпЛА курсом на Суми.", "Sumy", None),
        ("Три дрони в напрямку Полтави.", "Poltava", (3, 3)),
        ("Беспилотник в небе над Брянском.", "Bryansk", (1, 1)),
    ],
)
def test_sightings(read: Read, text: str, place: str, count: tuple[int, int] | None) -> None:
    claims = read(text, "telegram")
    assert kinds(claims) == ["sighting"]
    assert place in targets(claims[0])
    assert counted(claims[0]) == count


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Russia launched 20 drones at Ukraine from Primorsko-Akhtarsk.", "Primorsko-Akhtarsk"),
        ("Росія запустила 20 дронів з Курської області.", "Kursk Oblast"),
        ("Kalibr missiles were launched at Odesa from the Black Sea.", "Black Sea"),
    ],
)
def test_weapons_launched_from_somewhere_are_an_attack_with_an_origin(read: Read, text: str, origin: str) -> None:
    assert origins(one(read(text, "telegram"), "attack")) == [origin]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Drones struck an oil refinery in Ryazan.", ("oil_refinery", "hit")),
        ("Drones attacked an oil refinery in Ryazan.", ("oil_refinery", "targeted")),
        ("Дрони уразили нафтопереробний завод у Рязані.", ("oil_refinery", "hit")),
        ("Беспилотники атаковали аэродром в Моздоке.", ("military_airfield", "targeted")),
    ],
)
def test_what_was_aimed_at_or_hit_is_named(read: Read, text: str, effect: tuple[str, str]) -> None:
    assert things(one(read(text), "attack")) == [effect]


@pytest.mark.parametrize(
    "text",
    [
        "Germany will deliver two Patriot systems to Ukraine.",
        "The factory builds 40 drones a day.",
        "Russia has launched drone attacks on Ukraine for months.",
        "Україна отримала 20 гаубиць.",
    ],
)
def test_weapons_that_nobody_used_are_no_claim(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Russia launched two waves of missiles at Kyiv.", None),
        ("Russia launched two missiles at Kyiv.", (2, 2)),
    ],
)
def test_waves_are_no_count_of_weapons(read: Read, text: str, count: tuple[int, int] | None) -> None:
    assert counted(one(read(text), "attack")) == count


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Russia used an Oreshnik missile against a plant in Dnipro.", "ballistic_missile"),
        ("Ukraine used ATACMS to hit an airfield in Crimea.", "ballistic_missile"),
        ("Rockets crossed from Belarus into Ukraine, the army said.", "rocket"),
    ],
)
def test_weapons_used_on_something_are_an_attack(read: Read, text: str, weapon: str) -> None:
    assert [c for c, _ in weapons(one(read(text), "attack"))] == [weapon]


def test_what_launches_weapons_is_not_aimed_at(read: Read) -> None:
    assert things(one(read("A Russian warship fired Kalibr missiles at a port in Odesa."), "attack")) == [
        ("port", "targeted")
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("A missile fell on a school in Dnipro.", "hit"),
        ("Debris of a missile fell on a school in Dnipro.", "debris"),
        ("A drone was shot down and fell on a school in Dnipro.", "debris"),
    ],
)
def test_what_was_shot_down_falls_as_debris(read: Read, text: str, outcome: str) -> None:
    assert one(read(text), "impact").outcome == outcome


def test_debris_that_did_harm_is_told_once(read: Read) -> None:
    assert kinds(read("Fragments of a drone damaged a gas pipeline in Ilsky.")) == ["damage"]


@pytest.mark.parametrize(
    "text",
    [
        "Russian attacks killed four people and wounded 20 overnight, officials said.",
        "Russian strikes across Ukraine killed six people, officials said.",
        "Ukrainian rocket strikes have destroyed 30 Russian ammunition depots.",
    ],
)
def test_who_did_harm_by_a_strike_struck(read: Read, text: str) -> None:
    assert "attack" in kinds(read(text))


def test_attacks_counted_as_repelled_are_ground_fighting(read: Read) -> None:
    assert read("Ukrainian troops repelled 12 attacks near Pokrovsk and Toretsk.") == []


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        (
            "Kyiv came under attack, with missiles striking houses and a school.",
            ["private_house", "school"],
        ),
        ("Drones attacked Odesa on Sunday, targeting a port and an oil depot.", ["oil_depot", "port"]),
        ("The army struck rocket launchers and ammunition depots near Kursk.", ["military_depot"]),
        ("The army struck rocket launchers near Kursk.", ["military_site"]),
        ("Missiles hit two tanks near Kursk.", ["vehicle"]),
    ],
)
def test_what_was_attacked_is_one_attack_with_all_its_things(read: Read, text: str, objects: list[str]) -> None:
    assert [t for t, _ in things(one(read(text), "attack"))] == objects


def test_a_weapon_that_names_a_factory_was_not_used(read: Read) -> None:
    claim = one(read("Ukrainian missiles hit the Shahed drone factory in Yelabuga."), "attack")
    assert weapons(claim) == [("missile", None)]


@pytest.mark.parametrize(
    "text",
    [
        "There have been no major strikes on Kyiv since June, with missiles or without.",
        "They were the first bombing raids on Kyiv since April.",
        "It was the largest drone attack on Kharkiv in months.",
        "Kharkiv has been hit repeatedly by missiles.",
    ],
)
def test_what_is_ranked_missing_or_repeated_is_no_attack(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Odesa was struck again on Monday.",
        "Russia hit Kharkiv on Monday.",
        "Russia launched the largest attack on Kyiv.",
    ],
)
def test_a_town_that_was_struck_was_attacked(read: Read, text: str) -> None:
    assert kinds(read(text)) == ["attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts say Russia's strategy of hitting energy sites with drones has not changed.",
        "Its destroyers fired a dozen interceptors at the incoming missiles.",
        "Since June Ukraine has pounded ammunition depots in Crimea.",
        "Investigators published photographs of wreckage of a Kh-101 missile.",
        "Kharkiv was under Soviet rule when German aircraft bombed it in the Second World War.",
    ],
)
def test_what_is_pursued_lasting_or_of_another_war_is_no_report(read: Read, text: str) -> None:
    assert read(text) == []


def test_a_strike_that_destroyed_missiles_stopped_none(read: Read) -> None:
    claims = read("The security service said the attack on Engels destroyed 96 cruise missiles.")
    assert "interception" not in kinds(claims)


def test_the_blast_of_a_strike_is_the_strike(read: Read) -> None:
    assert kinds(read("Drones hit a depot in Toropets, triggering a huge blast.")) == ["attack"]


def test_two_strikes_of_one_sentence_are_two(read: Read) -> None:
    text = "A drone attack on Odesa came a day after Russia struck Kyiv with missiles."
    assert [weapons(c) for c in read(text)] == [[("uav", None)], [("missile", None)]]


@pytest.mark.parametrize(
    ("text", "kind", "objects"),
    [
        ("Расчет ЗРК уничтожил беспилотник в Московской области.", "interception", []),
        ("Обломки БПЛА попали в нефтебазу в Сочи.", "impact", [("oil_depot", "damaged")]),
        ("Зафіксовано влучання у Сумах.", "impact", []),
        ("У Сумах виникла пожежа на складі.", "damage", [("warehouse", "on_fire")]),
    ],
)
def test_posts_are_read_like_news(read: Read, text: str, kind: str, objects: list[tuple[str, str]]) -> None:
    (claim,) = read(text, "telegram")
    assert (claim.kind, things(claim)) == (kind, objects)


def test_what_weapons_start_from_is_not_aimed_at(read: Read) -> None:
    claim = one(read("Drones launched from a warehouse hit an airfield in Ryazan."), "attack")
    assert things(claim) == [("military_airfield", "hit")]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Минобороны РФ сообщило об атаке БПЛА.\n\n«За ночь уничтожены и перехвачены: 25 — над Ростовской областью, "
            "девять — над Белгородской», — добавили в ведомстве.",
            [25, 9],
        ),
        ("Russia reported a drone attack. Air defences destroyed 12 over Bryansk region and 5 over Tula.", [12, 5]),
    ],
)
def test_bare_figures_over_places_count_what_flew(read: Read, text: str, counts: list[int]) -> None:
    stopped = [c for c in read(text) if c.kind == "interception"]
    assert [c.count and c.count.min for c in stopped] == counts


@pytest.mark.parametrize(
    "text", ["Цю гаубицю Д-20 знищив квадрокоптер під Авдіївкою.", "На аеродромі Єйськ знищено 60 ракет «Кинджал»."]
)
def test_what_is_destroyed_where_it_stands_is_not_stopped(read: Read, text: str) -> None:
    assert all(c.kind != "interception" for c in read(text, "telegram"))


def test_what_enters_from_nowhere_named_is_only_seen(read: Read) -> None:
    assert kinds(read("A Russian drone entered the airspace of Romania at 7 a.m.")) == ["sighting"]
    assert kinds(read("Five drones entered Ukraine from the Black Sea at 7 a.m.")) == ["attack"]


def test_weapons_that_a_strike_is_on_are_its_aim(read: Read) -> None:
    claim = one(
        read("US Central Command said its forces conducted a strike against two naval drones in Yemen."), "attack"
    )
    assert (weapons(claim), things(claim), claim.attacker) == ([], [("vessel", "hit")], "US")


def test_missiles_that_destroy_a_thing_are_not_stopped(read: Read) -> None:
    claims = read("Russian missiles have destroyed a large arsenal in Kryvyi Rih.")
    assert "interception" not in kinds(claims)


def test_a_raid_that_air_defences_repel_is_stopped(read: Read) -> None:
    assert "interception" in kinds(read("The raid on Volgograd region was repelled by air defences."))


def test_the_port_of_a_name_is_no_thing_that_was_hit(read: Read) -> None:
    claim = one(read("Drones struck a naval base in Port Sudan, a Red Sea port city, on Sunday."), "attack")
    assert things(claim) == [("military_site", "hit")]


def test_that_which_joins_a_clause_points_back_to_no_strike(read: Read) -> None:
    assert "attack" in kinds(read("Police reported that Russian strikes killed at least 12 people on Sunday."))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Russian Su-34 jets dropped six glide bombs on Kharkiv.", (6, 6)),
        ("Four Su-34 jets dropped six glide bombs on Kharkiv.", (6, 6)),
        ("Two Su-34 jets dropped glide bombs on Kharkiv.", None),
    ],
)
def test_bombs_are_counted_and_not_who_dropped_them(read: Read, text: str, count: tuple[int, int] | None) -> None:
    claim = one(read(text), "attack")
    assert (weapons(claim), counted(claim)) == ([("guided_bomb", None)], count)


def test_jets_that_a_neighbour_scrambled_attacked_nobody(read: Read) -> None:
    claim = one(read("Poland scrambled fighter jets as Russia attacked Lviv with missiles."), "attack")
    assert weapons(claim) == [("missile", None)]
