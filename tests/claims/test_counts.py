"""How many of what, and where: totals, parts, and what a figure counts."""

import pytest

from tests.claims.reading import Read, counted, kinds, one, targets, weapons

Told = list[tuple[int | None, list[str]]]


def _interceptions(read: Read, text: str) -> Told:
    claims = [c for c in read(text, "telegram") if c.kind == "interception"]
    return [(c.count.min if c.count else None, targets(c)) for c in claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Air defences destroyed 26 drones: 15 over Rostov region and 11 over Bryansk region.",
            [(26, []), (15, ["Rostov Oblast"]), (11, ["Bryansk Oblast"])],
        ),
        (
            "Уничтожены 17 беспилотников: девять над Брянской областью, восемь – над Курской областью.",
            [(17, []), (9, ["Bryansk Oblast"]), (8, ["Kursk Oblast"])],
        ),
        (
            "Сбиты два беспилотника: по одному – над Тульской и Калужской областями.",
            [(2, []), (1, ["Tula Oblast"]), (1, ["Kaluga Oblast"])],
        ),
        (
            "Збито 12 БпЛА: 7 – на Одещині, 5 – на Миколаївщині.",
            [(12, []), (7, ["Odesa Oblast"]), (5, ["Mykolaiv Oblast"])],
        ),
        (
            "Сбито 9 БПЛА: Белгородская область (6), Курская область (3).",
            [(9, []), (6, ["Belgorod Oblast"]), (3, ["Kursk Oblast"])],
        ),
        ("Twelve drones were shot down over Kursk and Bryansk regions.", [(12, ["Bryansk Oblast", "Kursk Oblast"])]),
    ],
)
def test_a_total_and_its_parts_are_claims_each(read: Read, text: str, told: Told) -> None:
    assert _interceptions(read, text) == told


def test_a_weapon_named_with_the_total_is_that_of_its_parts(read: Read) -> None:
    claims = read("Уничтожены 17 беспилотников: девять над Брянской областью, восемь – над Курской.", "telegram")
    assert {tuple(weapons(c)) for c in claims} == {(("uav", None),)}


@pytest.mark.parametrize(
    "text",
    [
        "Russia launched 67 Shahed drones at Ukraine; 53 of them were shot down.",
        "53 of 67 Shahed drones launched by Russia were shot down.",
        "Of the 67 Shahed drones launched by Russia, 53 were shot down.",
        "Of 67 Shahed drones, 53 were shot down and the others were lost.",
        "Air defences downed 53 of the 67 Shahed drones that Russia had launched.",
        "Сбиты 53 из 67 «Шахедов», выпущенных Россией.",
        "Ворог запустив 67 «Шахедів», 53 з них збито.",
        "Враг выпустил 67 «Шахедов», 53 из них сбиты.",
    ],
)
def test_a_part_of_what_was_launched_was_stopped(read: Read, text: str) -> None:
    claims = read(text, "telegram")
    assert sorted(kinds(claims)) == ["attack", "interception"]
    assert counted(one(claims, "attack")) == (67, 67)
    assert counted(one(claims, "interception")) == (53, 53)
    assert {tuple(weapons(c)) for c in claims} == {(("uav", "Shahed-136/131"),)}


@pytest.mark.parametrize(
    "text",
    [
        "Збито 30 із 41 безпілотника.",
        "30 of 41 drones were shot down.",
        "Сбиты 30 из 41 беспилотника.",
    ],
)
def test_of_n_of_m_only_n_were_stopped(read: Read, text: str) -> None:
    stopped = [c for c in read(text, "telegram") if c.kind == "interception"]
    assert [counted(c) for c in stopped] == [(30, 30)]
    assert weapons(stopped[0]) == [("uav", None)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("More than 40 drones were shot down over Kyiv.", (41, None)),
        ("At least 10 drones were shot down over Kyiv.", (10, None)),
        ("Up to 30 drones were shot down over Kyiv.", (None, 30)),
        ("Several drones were shot down over Kyiv.", None),
        ("Dozens of drones were shot down over Kyiv.", None),
        ("Drones were shot down over Kyiv.", None),
        ("A drone was shot down over Kyiv.", (1, 1)),
        ("Понад 40 дронів збито над Києвом.", (41, None)),
        ("Збито щонайменше 10 дронів над Києвом.", (10, None)),
        ("Кілька дронів збито над Києвом.", None),
        ("Над Києвом збито дрон.", (1, 1)),
        ("Сбито до 30 беспилотников над Курском.", (None, 30)),
        ("Над Курском сбиты несколько беспилотников.", None),
        ("Над Курском сбит беспилотник.", (1, 1)),
    ],
)
def test_bounds_are_those_of_the_words(read: Read, text: str, bounds: tuple[int | None, int | None] | None) -> None:
    assert counted(one(read(text), "interception")) == bounds


def test_about_is_kept(read: Read) -> None:
    claim = one(read("About 20 drones were shot down over Kyiv."), "interception")
    assert claim.count is not None
    assert (claim.count.min, claim.count.max, claim.count.approx) == (20, 20, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russia launched 12 Kh-101 cruise missiles, four Iskander-M and 60 Shahed drones at Ukraine.",
            [("Iskander-M", 4), ("Kh-101", 12), ("Shahed-136/131", 60)],
        ),
        (
            "Ворог атакував Україну 12 ракетами Х-101, 4 балістичними ракетами «Іскандер-М» та 60 «Шахедами».",
            [("Iskander-M", 4), ("Kh-101", 12), ("Shahed-136/131", 60)],
        ),
    ],
)
def test_each_counted_weapon_is_an_attack(read: Read, text: str, told: list[tuple[str, int]]) -> None:
    claims = [c for c in read(text, "telegram") if c.kind == "attack"]
    assert sorted((c.weapons[0].model or "", c.count.min if c.count else None) for c in claims) == told


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed when drones attacked Sumy.",
        "Дрони атакували Суми, поранено 7 людей.",
        "Беспилотники атаковали Шебекино, повреждены три дома.",
    ],
)
def test_people_and_things_are_no_count_of_weapons(read: Read, text: str) -> None:
    assert one(read(text), "attack").count is None
