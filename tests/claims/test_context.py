"""What carries over from one sentence to the next: weapons, attacker, place and time."""

import pytest

from tests.claims.reading import Read, counted, days, one, targets, things, weapons


@pytest.mark.parametrize(
    "text",
    [
        "Russian drones attacked Sumy overnight. Two people were killed.",
        "Російські дрони атакували Суми. Двоє людей загинули.",
        "Российские беспилотники атаковали Сумы. Погибли два человека.",
    ],
)
def test_harm_told_as_the_result_of_a_strike_has_its_weapons_attacker_and_place(read: Read, text: str) -> None:
    claim = one(read(text, "telegram"), "casualties")
    assert (weapons(claim), claim.attacker, targets(claim)) == ([("uav", None)], "RU", ["Sumy"])


@pytest.mark.parametrize(
    "text",
    [
        "Russian drones attacked Sumy. In Kherson region, artillery shelling damaged a school.",
        "Російські дрони атакували Суми. На Херсонщині внаслідок артобстрілу пошкоджено школу.",
    ],
)
def test_harm_elsewhere_has_its_own_weapons(read: Read, text: str) -> None:
    claim = one(read(text, "telegram"), "damage")
    assert weapons(claim) == [("artillery", None)]
    assert targets(claim) == ["Kherson Oblast"]


def test_a_hit_of_the_other_side_has_not_the_weapons_told_before(read: Read) -> None:
    claims = read("Ukrainian missiles hit a bridge in Kherson.\n\nRussia said it hit an arms factory in Kherson.")
    assert [(weapons(c), c.attacker) for c in claims] == [([("missile", None)], "UA"), ([], "RU")]


def test_things_counted_anew_are_not_those_hit_before(read: Read) -> None:
    claim = one(read("A glide bomb hit a school in Sumy. Windows were blown out in 14 buildings."), "damage")
    assert (things(claim), counted(claim)) == ([("other", "damaged")], (14, 14))


def test_harm_elsewhere_that_names_no_weapon_has_none(read: Read) -> None:
    claim = one(read("Russian drones attacked Sumy.\n\nA school was damaged in Kherson."), "damage")
    assert (weapons(claim), claim.attacker) == ([], None)


@pytest.mark.parametrize(
    "text",
    [
        "Russia launched 67 Shahed drones at Ukraine. Air defences shot down 53 of them.",
        "Ворог атакував Україну 67 «Шахедами». 53 з них збито.",
    ],
)
def test_them_are_the_weapons_told_before(read: Read, text: str) -> None:
    claim = one(read(text, "telegram"), "interception")
    assert (weapons(claim), counted(claim), claim.attacker) == ([("uav", "Shahed-136/131")], (53, 53), "RU")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Сили оборони збили 5 ворожих дронів над Одесою.", "RU"),
        ("Над Одесою збито 5 російських дронів.", "RU"),
        ("Над Курском уничтожены 5 украинских беспилотников.", "UA"),
    ],
)
def test_whose_weapons_were_stopped(read: Read, text: str, side: str) -> None:
    assert one(read(text, "telegram"), "interception").attacker == side


@pytest.mark.parametrize(
    "text",
    [
        "Russia sent 88 drones and two ballistic missiles at Ukraine overnight.",
        "Ворог атакував Україну 88 дронами та двома балістичними ракетами.",
        "Россия выпустила по Украине 88 дронов и две баллистические ракеты.",
    ],
)
def test_who_sent_the_one_sent_the_other(read: Read, text: str) -> None:
    assert [c.attacker for c in read(text, "telegram")] == ["RU", "RU"]


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("Drones hit Sumy overnight.", "attack", ("2025-03-13", "2025-03-14")),
        ("Drones hit Sumy yesterday.", "attack", ("2025-03-13", "2025-03-13")),
        ("Drones hit Sumy on Tuesday.", "attack", ("2025-03-11", "2025-03-11")),
        ("Drones hit Sumy on 2 March.", "attack", ("2025-03-02", "2025-03-02")),
        ("Drones hit Sumy.", "attack", None),
        ("Дрони вдарили по Сумах у ніч на 14 березня.", "attack", ("2025-03-13", "2025-03-14")),
        ("Ночью беспилотники ударили по Сумам.", "attack", ("2025-03-13", "2025-03-14")),
        ("Около 13.10 мск 13 марта над Курском сбит дрон.", "interception", ("2025-03-13T13:10", "2025-03-13T13:10")),
    ],
)
def test_when(read: Read, text: str, kind: str, span: tuple[str, str] | None) -> None:
    (claim,) = read(text)
    assert (claim.kind, days(claim)) == (kind, span)


def test_the_night_of_a_heading_is_that_of_the_whole_post(read: Read) -> None:
    claims = read("У ніч на 14 березня\n\nЗбито 5 дронів над Одесою.\n\nПошкоджено школу в Ізмаїлі.", "telegram")
    assert {days(c) for c in claims} == {("2025-03-13", "2025-03-14")}


def test_each_event_of_an_article_has_its_own_day(read: Read) -> None:
    claims = read("On Tuesday a drone hit a bus in Nikopol. On Wednesday a missile hit a school in Sumy.")
    assert [days(c) for c in claims] == [("2025-03-11", "2025-03-11"), ("2025-03-12", "2025-03-12")]


def test_without_a_time_of_publication_weekdays_mean_nothing(read: Read) -> None:
    assert days(read("Drones hit Sumy on Tuesday.", published=None)[0]) is None


def test_a_fire_befell_what_was_hit(read: Read) -> None:
    claims = read("Дрон влучив у склад у Полтаві. Виникла пожежа.", "telegram")
    assert things(one(claims, "damage")) == [("warehouse", "on_fire")]


def test_what_two_sentences_tell_of_one_strike_is_one_claim_with_the_slots_of_both(read: Read) -> None:
    claims = read("Ворог атакував Суми. Удар завдано дроном.", "telegram")
    assert [c.kind for c in claims] == ["attack"]
    assert weapons(claims[0]) == [("uav", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Окупанти обстріляли Нікополь з РСЗВ.", [("rocket", None)]),
        ("Российская авиация сбросила две управляемые бомбы на Харьков.", [("guided_bomb", None)]),
        ("Russia launched missiles from Tu-95 bombers at Kyiv.", [("missile", None)]),
        ("Росіяни скинули вибухівку з дрона на чоловіка у Херсоні.", [("uav", None)]),
        ("Бійці Сил безпілотних систем уразили склад у Донецьку.", [("uav", None)]),
        ("Russia hit Sumy with artillery bombardments and airstrikes.", [("aircraft", None), ("artillery", None)]),
    ],
)
def test_what_a_strike_was_done_with(read: Read, text: str, found: list[tuple[str, str | None]]) -> None:
    assert weapons(one(read(text, "telegram"), "attack")) == found


@pytest.mark.parametrize(
    "text",
    [
        "Підрозділи ГУР уразили нафтобазу у Саратовській області.\n\nПісля удару БпЛА виникла пожежа на об'єкті.",
        "Терор відбувся біля Бериславу. Там БпЛА влучив у автомобіль.",
    ],
)
def test_a_strike_has_the_weapons_that_what_came_of_it_names(read: Read, text: str) -> None:
    assert [weapons(c) for c in read(text, "telegram")] == [[("uav", None)], [("uav", None)]]


def test_the_missile_is_the_one_told_before(read: Read) -> None:
    claims = read("Iran fired a ballistic missile at Haifa. The missile was shot down.")
    assert weapons(one(claims, "interception")) == [("ballistic_missile", None)]


def test_harm_is_that_of_all_counted_parts_of_a_strike(read: Read) -> None:
    claims = read("Russia launched 440 drones and 32 missiles at Kyiv, killing 28 people.")
    assert weapons(one(claims, "casualties")) == [("missile", None), ("uav", None)]


def test_what_stops_a_missile_is_not_stopped(read: Read) -> None:
    claims = read("A Patriot missile intercepted a Kh-101 cruise missile over Kyiv.")
    assert weapons(one(claims, "interception")) == [("cruise_missile", "Kh-101")]


@pytest.mark.parametrize(
    "text",
    [
        "A missile attack on Kharkiv killed five people.\n\nThe missiles hit a printing house.",
        "A missile attack on Kharkiv killed five people.\n\nThe strike, which hit a printing house, also wounded two.",
    ],
)
def test_what_is_told_of_an_attack_hit_later_on(read: Read, text: str) -> None:
    assert things(one(read(text), "impact")) == [("industrial_site", "hit")]


def test_another_weapon_is_another_attack(read: Read) -> None:
    claims = read("Russia shelled a school in Kupiansk. Missiles hit a hospital in Lozova.")
    assert [(c.kind, weapons(c)) for c in claims] == [
        ("attack", [("artillery", None)]),
        ("attack", [("missile", None)]),
    ]


def test_a_bare_thing_is_the_one_told_before(read: Read) -> None:
    claim = one(read("Drones attacked an oil depot in Proletarsk. The depot was damaged."), "damage")
    assert things(claim) == [("oil_depot", "damaged")]


def test_a_strike_told_again_with_less_is_one(read: Read) -> None:
    text = (
        "Ukraine struck an arsenal in Toropets with drones on Wednesday.\n\n"
        "Drones attacked an ammunition depot in Toropets on Wednesday."
    )
    assert [c.quote for c in read(text)] == ["Ukraine struck an arsenal in Toropets with drones on Wednesday"]


def test_a_strike_of_another_day_is_another(read: Read) -> None:
    text = "Drones hit a depot in Toropets on Wednesday.\n\nDrones hit a depot in Toropets on Monday."
    assert len(read(text)) == 2


def test_what_is_made_or_kept_at_a_place_was_not_fired_at_it(read: Read) -> None:
    claims = read("Уражено завод з виробництва ракет у Брянську.", "telegram")
    assert [weapons(c) for c in claims] == [[]]


def test_an_attack_that_is_the_one_told_before_has_its_weapons(read: Read) -> None:
    claims = read("Russia launched airstrikes on Kyiv, claiming it had targeted a tank depot.")
    assert [weapons(c) for c in claims] == [[("aircraft", None)], [("aircraft", None)]]
