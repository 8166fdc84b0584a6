"""Harm to people and to things."""

import pytest

from tests.claims.reading import Read, counted, harm, kinds, one, things, weapons

Bounds = dict[str, tuple[int | None, int | None]]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Two people were killed in Kharkiv.", {"killed": (2, 2)}),
        ("Two people were killed and seven were injured in Kharkiv.", {"killed": (2, 2), "injured": (7, 7)}),
        (
            "Two people were killed and at least seven were injured in Kharkiv.",
            {"killed": (2, 2), "injured": (7, None)},
        ),
        ("At least two people were killed and seven injured in Kharkiv.", {"killed": (2, None), "injured": (7, 7)}),
        ("A woman was killed and two men were wounded in Kharkiv.", {"killed": (1, 1), "injured": (2, 2)}),
        ("The strike killed two and injured seven people in Kharkiv.", {"killed": (2, 2), "injured": (7, 7)}),
        ("The strike on Kharkiv left three dead.", {"killed": (3, 3)}),
        ("A 44-year-old man was injured in Nikopol.", {"injured": (1, 1)}),
        ("People were injured in Nikopol.", {"injured": (None, None)}),
        ("Several people were injured in Nikopol.", {"injured": (None, None)}),
        ("Five people, including two children, were injured in Nikopol.", {"injured": (5, 5)}),
        ("Five people, including a rescue worker and two firefighters, were injured in Nikopol.", {"injured": (5, 5)}),
        (
            "At least six people, most of them displaced women and children, were killed near Nikopol.",
            {"killed": (6, None)},
        ),
        (
            "Three people, including a boy, were killed in Nikopol and 12 more, among them two medics, were injured.",
            {"killed": (3, 3), "injured": (12, 12)},
        ),
        ("У Нікополі загинули одинадцятеро людей, серед них дитина та двоє рятувальників.", {"killed": (11, 11)}),
        ("У Харкові загинули двоє людей.", {"killed": (2, 2)}),
        ("У Харкові двоє загиблих, семеро поранених.", {"killed": (2, 2), "injured": (7, 7)}),
        ("Внаслідок обстрілу Херсона загинула жінка, ще двоє людей поранені.", {"killed": (1, 1), "injured": (2, 2)}),
        ("У Нікополі поранено 44-річного чоловіка.", {"injured": (1, 1)}),
        ("У Сумах п'ятеро поранених, серед них двоє дітей.", {"injured": (5, 5)}),
        ("У Сумах четверо людей госпіталізовані.", {"hospitalised": (4, 4)}),
        ("В Белгороде погибли два человека, пятеро ранены.", {"killed": (2, 2), "injured": (5, 5)}),
        ("В Шебекино ранена женщина.", {"injured": (1, 1)}),
        ("В Шебекино пострадали три человека.", {"injured": (3, 3)}),
        ("В Горловке погиб мужчина, ранения получили ещё четверо.", {"killed": (1, 1), "injured": (4, 4)}),
        ("A sailor was killed and three others were badly injured in Odesa.", {"killed": (1, 1), "injured": (3, 3)}),
        (
            "The blast in Lviv killed a nurse and her two sons, leaving a guard wounded.",
            {"killed": (3, 3), "injured": (1, 1)},
        ),
        ("Three workers, a woman and two men, were killed in Lviv.", {"killed": (3, 3)}),
        ("Six people including two girls died in Poltava.", {"killed": (6, 6)}),
        ("Nine people were hurt in Lviv, three of them children.", {"injured": (9, 9)}),
        (
            "The strike on Lviv wounded 30 people, six of whom were hospitalised.",
            {"injured": (30, 30), "hospitalised": (6, 6)},
        ),
        ("The strike injured a man aged 41 and a woman, 67, in Lviv.", {"injured": (2, 2)}),
        ("The drone killed the driver and injured six passengers in Kherson.", {"killed": (1, 1), "injured": (6, 6)}),
        ("A pilot was killed along with four soldiers in Dnipro.", {"killed": (1, 1)}),
        ("The shelling of Sumy killed and wounded residents.", {"killed": (None, None), "injured": (None, None)}),
        ("Two boys aged 4 and 9 were injured in Lviv.", {"injured": (2, 2)}),
        ("A woman, 34, and her two sons, aged six and 12, died in Lviv.", {"killed": (3, 3)}),
        (
            "The death toll from Monday's Russian missile and drone attack on Kyiv increased to 31.",
            {"killed": (31, 31)},
        ),
        (
            "Shelling killed two people in Lviv and left five others with injuries.",
            {"killed": (2, 2), "injured": (5, 5)},
        ),
        ("The strike on Lviv killed no one.", {"any": (0, 0)}),
        ("У Львові загинули щонайменше 9 людей, ще 41 поранені.", {"killed": (9, None), "injured": (41, 41)}),
        ("В Брянске погибли трое рабочих, свыше 15 получили ранения.", {"killed": (3, 3), "injured": (16, None)}),
        ("У Сумах травмовано двох робітників, обох госпіталізовано.", {"injured": (2, 2), "hospitalised": (2, 2)}),
        ("The strike on Lviv killed 12 mourners and wounded 30.", {"killed": (12, 12), "injured": (30, 30)}),
        ("A missile killed a sculptor in Lviv.", {"killed": (1, 1)}),
        ("The death toll from the strike on Lviv climbed from 11 to 14.", {"killed": (14, 14)}),
        ("More than 80 people were killed or wounded in the strike on Lviv.", {"any": (81, None)}),
        ("A bomb hit the house in Lviv and killed him.", {"killed": (1, 1)}),
        ("There were casualties in Lviv after the strike.", {"any": (None, None)}),
        ("Nobody was killed, but two people were injured in Lviv.", {"injured": (2, 2)}),
        ("У Нікополі загинули чоловіки, 31 та 58 років.", {"killed": (2, 2)}),
        ("У Сумах поранення дістали 20-річна дівчина та її брат.", {"injured": (2, 2)}),
        ("Водій загинув, пасажирка поранена у Сумах.", {"killed": (1, 1), "injured": (1, 1)}),
        ("Кількість поранених у Львові зросла до 16, серед них троє дітей.", {"injured": (16, 16)}),
        ("Після удару по Львову є загиблі.", {"killed": (None, None)}),
        ("В Брянске пострадали двое рабочих — мужчина и женщина.", {"injured": (2, 2)}),
        ("Под завалами дома в Белгороде трое.", {"trapped": (3, 3)}),
    ],
)
def test_how_many_people_came_to_what_harm(read: Read, text: str, people: Bounds) -> None:
    assert harm(one(read(text, "telegram"), "casualties")) == people


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt in the drone attack on Sumy.",
        "There were no casualties in Sumy.",
        "No injuries were reported after the drone attack on Sumy.",
        "Внаслідок атаки на Суми постраждалих немає.",
        "У Сумах обійшлося без постраждалих.",
        "После атаки на Белгород пострадавших нет.",
        "При падении обломков в Воронеже никто не пострадал.",
        "No civilians were killed or injured in the drone attack on Sumy.",
        "None of the crew were hurt when a drone hit a tanker near Odesa.",
        "Загиблих і поранених серед персоналу станції немає після атаки дронів на Суми.",
        "Пострадавших среди рабочих нет после атаки беспилотника на Тулу.",
    ],
)
def test_nobody_is_zero_and_not_unknown(read: Read, text: str) -> None:
    claim = one(read(text, "telegram"), "casualties")
    assert harm(claim) == {"any": (0, 0)}
    assert claim.stance == "asserted"


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("A school was damaged in Dnipro.", [("school", "damaged")]),
        ("A warehouse is on fire in Dnipro.", [("warehouse", "on_fire")]),
        ("A bridge was destroyed in Kherson.", [("bridge", "destroyed")]),
        ("A hospital and a church were damaged in Dnipro.", [("hospital", "damaged"), ("place_of_worship", "damaged")]),
        ("The power station in Dnipro was not damaged by the drones.", [("power_plant", "not_damaged")]),
        ("У Дніпрі пошкоджено школу та лікарню.", [("hospital", "damaged"), ("school", "damaged")]),
        ("У Дніпрі горить склад.", [("warehouse", "on_fire")]),
        ("В Белгороде повреждена линия электропередачи.", [("power_line", "damaged")]),
        ("В Рязани загорелся нефтеперерабатывающий завод.", [("oil_refinery", "on_fire")]),
    ],
)
def test_things_and_what_befell_them(read: Read, text: str, effects: list[tuple[str, str]]) -> None:
    assert things(one(read(text, "telegram"), "damage")) == effects


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Five private houses were damaged in Nikopol.", (5, 5)),
        ("More than 20 private houses were damaged in Nikopol.", (21, None)),
        ("A private house was damaged in Nikopol.", (1, 1)),
        ("Several private houses were damaged in Nikopol.", None),
        ("Private houses were damaged in Nikopol.", None),
        ("У Нікополі пошкоджено п'ять приватних будинків.", (5, 5)),
        ("У Нікополі пошкоджено приватний будинок.", (1, 1)),
        ("В Шебекино повреждены три частных дома.", (3, 3)),
        ("В Шебекино повреждены частные дома.", None),
    ],
)
def test_how_many_things(read: Read, text: str, count: tuple[int | None, int | None] | None) -> None:
    assert counted(one(read(text, "telegram"), "damage")) == count


@pytest.mark.parametrize(
    "text",
    [
        "Three villages in Sumy region were left without power after the drone attack.",
        "Після атаки дронів три села на Сумщині без світла.",
        "После удара дрона без света остались три села в Белгородской области.",
    ],
)
def test_what_is_cut_off(read: Read, text: str) -> None:
    assert ("power_supply", "cut_off") in things(one(read(text, "telegram"), "damage"))


@pytest.mark.parametrize(
    "text",
    [
        "The war has damaged trust.",
        "Deaths from flu fell last year.",
        "The injured striker missed the match against Lviv.",
    ],
)
def test_harm_that_no_war_did_is_no_claim(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A wounded sniper who came back from captivity in Donetsk recalled his cell.",
        "Rescuers searched the ruins in Lviv for missing people after a missile strike.",
        "Up to 50 soldiers were being killed a day near Bakhmut, where drones strike.",
        "Most of the town has gone, and 30% of the wounded in the strike on Lviv were children.",
        "Russia kills civilians with shells in its war on Ukraine.",
        "How many people must die before missiles for Kyiv come?",
        "The death toll from the strike on Lviv is expected to rise.",
        "Russia has one goal in its strikes on Kyiv – kill as many people as possible.",
        "The army lost 300 soldiers killed and wounded near Donetsk, where drones strike.",
        "Противник потерял убитыми и ранеными до 90 военнослужащих при ударах авиации под Донецком.",
        "It is like feeding Kyiv with one hand and helping drones kill its people.",
        "Three cows were killed in the shelling of Sumy.",
        "Поранений стрілець розповів про удари дронів під Бахмутом.",
    ],
)
def test_words_of_harm_that_report_none(read: Read, text: str) -> None:
    assert "casualties" not in kinds(read(text))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The strike on Odesa killed 12 people. Two of them were nurses.", ("killed", 2, "medics")),
        ("The strike on Odesa injured 12 people. Among them were three boys.", ("injured", 3, "children")),
        ("Удар по Мирному: загинуло 14 військових. З них двоє – офіцери.", ("killed", 2, "military")),
        ("При ударе по Белгороду ранены 9 человек. Среди них трое детей.", ("injured", 3, "children")),
    ],
)
def test_some_of_those_told_before_are_told_apart(read: Read, text: str, part: tuple[str, int, str]) -> None:
    told = [c for c in read(text, "telegram") if c.kind == "casualties"][-1]
    assert [(p.effect, p.min, p.group) for p in told.people] == [part]
    assert told.sources == ()


@pytest.mark.parametrize(
    "text",
    [
        "Дрон влучив у бліндаж під Токмаком: 4-200, 6-300",
        "Дрон влучив у бліндаж під Токмаком: 4 «200», 6 «300».",
        "Дрон влучив у бліндаж під Токмаком, 4 загинули, ще 6 - 300.",
    ],
)
def test_soldiers_figures_for_harm(read: Read, text: str) -> None:
    assert harm(one(read(text, "telegram"), "casualties")) == {"killed": (4, 4), "injured": (6, 6)}


def test_large_figures_are_no_soldiers_figures(read: Read) -> None:
    assert "casualties" not in kinds(read("Ворог запустив по Києву 100-200 дронів, збито 200.", "telegram"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Three people were killed in Lviv and ten injured in Odesa.",
            [("Lviv", "killed", 3), ("Odesa", "injured", 10)],
        ),
        (
            "Two people were killed in Sumy, one in Kherson and four in Nikopol.",
            [("Sumy", "killed", 2), ("Kherson", "killed", 1), ("Nikopol", "killed", 4)],
        ),
        (
            "На Донеччині загинули 3 людей, на Сумщині – 1, на Харківщині поранено 5.",
            [("Donetsk Oblast", "killed", 3), ("Sumy Oblast", "killed", 1), ("Kharkiv Oblast", "injured", 5)],
        ),
    ],
)
def test_harm_told_place_by_place(read: Read, text: str, told: list[tuple[str, str, int]]) -> None:
    claims = [c for c in read(text, "telegram") if c.kind == "casualties"]
    assert [(c.places[0].name, c.people[0].effect, c.people[0].min) for c in claims] == told


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("A Russian missile killed three people in Lviv.", [("missile", None)]),
        ("Two farmers were killed by artillery in Sumy.", [("artillery", None)]),
        ("У Херсоні дрон поранив двох жінок.", [("uav", None)]),
        ("The operator of a drone was killed in Sumy.", []),
    ],
)
def test_what_did_the_harm(read: Read, text: str, used: list[tuple[str, str | None]]) -> None:
    assert weapons(one(read(text, "telegram"), "casualties")) == used


@pytest.mark.parametrize(
    "text",
    [
        "The strike on Lviv killed five people. The number later rose to nine.",
        "The death toll from the strike on Lviv was first put at five, but it had risen to nine.",
    ],
)
def test_a_toll_revised_is_a_second_claim(read: Read, text: str) -> None:
    claims = [c for c in read(text) if c.kind == "casualties"]
    assert [harm(c) for c in claims] == [{"killed": (5, 5)}, {"killed": (9, 9)}]


def test_a_thing_that_did_not_suffer_is_nobody_spared(read: Read) -> None:
    assert "casualties" not in kinds(read("Удар дронів по Брянську, нафтопровід не постраждав.", "telegram"))


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Two Ukrainian soldiers are killed and three wounded in a Russian strike on Sumy.", "RU"),
        ("A Russian woman was killed in a drone attack on Belgorod.", None),
        ("Israeli soldiers killed two civilians in a raid on Gaza City.", "IL"),
    ],
)
def test_whose_people_suffer_did_not_do_it(read: Read, text: str, attacker: str | None) -> None:
    assert {c.attacker for c in read(text) if c.kind in {"attack", "casualties"}} == {attacker}


def test_nobody_knows_is_not_nobody(read: Read) -> None:
    claim = one(read("It was not immediately known whether there were casualties in the strike on Lviv."), "casualties")
    assert (harm(claim), claim.stance) == ({"any": (None, None)}, "unknown")


def test_people_stand_only_where_people_are_told_of(read: Read) -> None:
    claims = read("A drone hit a bus in Nikopol, killing the driver and damaging two cars.", "telegram")
    assert sorted(kinds(claims)) == ["attack", "casualties", "damage"]
    assert harm(one(claims, "casualties")) == {"killed": (1, 1)}
    assert counted(one(claims, "damage")) == (2, 2)


def test_children_and_soldiers_are_told_as_groups(read: Read) -> None:
    claim = one(read("Three children were injured in Sumy.", "telegram"), "casualties")
    assert [(p.effect, p.min, p.group) for p in claim.people] == [("injured", 3, "children")]


@pytest.mark.parametrize(
    ("text", "weapon", "count"),
    [
        ("Ukraine struck the Saky air base with cruise missiles, destroying four aircraft.", "cruise_missile", (4, 4)),
        ("Ukrainian drones destroyed a helicopter at an airfield in Crimea.", "uav", (1, 1)),
        ("Two Su-34 jets were damaged at the Morozovsk airfield.", None, (2, 2)),
        ("Дрони СБУ знищили три літаки на аеродромі Бельбек.", "uav", (3, 3)),
    ],
)
def test_aircraft_lost_on_the_ground_are_things(
    read: Read, text: str, weapon: str | None, count: tuple[int, int]
) -> None:
    claim = one(read(text), "damage")
    assert [t.type for t in claim.objects] == ["vehicle"]
    assert (next((w.cls for w in claim.weapons), None), counted(claim)) == (weapon, count)


def test_aircraft_destroyed_in_the_air_were_stopped(read: Read) -> None:
    assert kinds(read("Ukraine destroyed three Su-34 jets over the Black Sea.")) == ["interception"]


def test_what_a_strike_destroyed_is_not_what_it_was_done_with(read: Read) -> None:
    claim = one(read("Ukraine's attack on airfields in Crimea damaged 41 Russian bombers."), "attack")
    assert (claim.weapons, claim.attacker) == ((), "UA")


@pytest.mark.parametrize(
    "text",
    [
        "Внаслідок атаки дронів загорівся склад у Броварах.",
        "Після удару пошкоджено школу у Херсоні.",
        "В результате атаки БПЛА поврежден завод в Туле.",
        "После атаки дронов поврежден завод в Туле.",
    ],
)
def test_a_strike_that_is_only_the_cause_of_harm_is_told_with_it(read: Read, text: str) -> None:
    claim = one(read(text), "damage")
    assert kinds(read(text)) == ["damage"]
    assert claim.quote == text.rstrip(".")


def test_a_strike_with_a_place_of_its_own_is_told_beside_its_harm(read: Read) -> None:
    assert kinds(read("Після удару по Херсону пошкоджено школу.")) == ["attack", "damage"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Після удару дронів Одеса залишилася без води й опалення.", ["water_supply", "heat_supply"]),
        ("После обстрела Белгород остался без света, воды и тепла.", ["power_supply", "water_supply", "heat_supply"]),
        ("After the strike Kharkiv was left without power and water.", ["power_supply", "water_supply"]),
    ],
)
def test_all_that_a_town_is_left_without_is_cut_off(read: Read, text: str, lost: list[str]) -> None:
    assert [(o.type, o.effect) for o in one(read(text), "damage").objects] == [(label, "cut_off") for label in lost]


def test_strikes_that_are_counted_are_no_people(read: Read) -> None:
    claim = one(read("Twenty people were killed in six other Israeli strikes on Gaza City."), "casualties")
    assert harm(claim) == {"killed": (20, 20)}


def test_the_name_of_a_hospital_tells_of_no_harm(read: Read) -> None:
    text = "The Martyrs Hospital said a woman and a child were killed in a strike on Sumy."
    assert harm(one(read(text), "casualties")) == {"killed": (2, 2)}


def test_what_befalls_many_as_a_rule_is_no_report(read: Read) -> None:
    assert "casualties" not in kinds(read("Дуже багато військових зазнають поранень і повертаються.", "telegram"))
