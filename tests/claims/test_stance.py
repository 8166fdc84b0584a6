"""How a document stands to what it tells."""

import pytest

from purport.model import Kind
from tests.claims.reading import Read, one


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("Drones hit an oil refinery in Ryazan.", "attack", "asserted"),
        ("Drones hit an oil refinery in Ryazan, the governor said.", "attack", "asserted"),
        ("Drones reportedly hit an oil refinery in Ryazan.", "attack", "unverified"),
        ("Drones likely hit an oil refinery in Ryazan.", "attack", "unverified"),
        ("A drone allegedly hit a school in Sumy.", "attack", "unverified"),
        ("Unconfirmed reports said two people were killed in Sumy.", "casualties", "unverified"),
        ("Попередньо, дрон влучив у школу в Сумах.", "attack", "unverified"),
        ("Ймовірно, дрон влучив у школу в Сумах.", "attack", "unverified"),
        ("Предположительно, беспилотник попал в дом в Курске.", "attack", "unverified"),
        ("Russia denied that its missiles had hit a hospital in Sumy.", "attack", "denied"),
        ("Moscow denied hitting a hospital in Sumy.", "attack", "denied"),
        ("Росія заперечує, що вдарила по лікарні в Сумах.", "attack", "denied"),
        ("В Москве отрицают удар по больнице в Сумах.", "attack", "denied"),
        ("Росія заперечує атаку на торговий центр у Кременчуці.", "attack", "denied"),
        ("Russia denies responsibility for the attack on the train station in Kramatorsk.", "attack", "denied"),
        ("Kyiv rejected Moscow's claim that drones had attacked a hostel in Skadovsk.", "attack", "denied"),
        ("There was no attack on the Zaporizhzhia nuclear power plant, Rosatom said.", "attack", "denied"),
        ("It was not clear what caused the explosion in Tula.", "explosion", "unknown"),
        ("Причина взрыва в Туле неизвестна.", "explosion", "unknown"),
        ("It was not immediately clear whether anyone was killed in Sumy.", "casualties", "unknown"),
        ("Russia is preparing to strike Kyiv with missiles.", "attack", "threatened"),
        ("Hezbollah threatened to strike army bases if troops enter Beirut.", "attack", "threatened"),
        ("Moscow vowed to hit decision-making centres in Kyiv.", "attack", "threatened"),
        ("Putin warned that Russia would strike government buildings in Kyiv.", "attack", "threatened"),
        ("Russia is planning a massive missile attack on Odesa, officials said.", "attack", "threatened"),
        ("Иран пригрозил ударить по базам США в Катаре.", "attack", "threatened"),
        ("Росія готується вдарити по Києву ракетами.", "attack", "threatened"),
        ("Россия готовится ударить по Киеву ракетами.", "attack", "threatened"),
        ("Russia threatened to strike bridges in Kyiv with missiles.", "attack", "threatened"),
    ],
)
def test_stance(read: Read, text: str, kind: Kind, stance: str) -> None:
    told = [(c.kind, c.stance) for c in read(text)]
    assert (kind, stance) in told


@pytest.mark.parametrize(
    "text",
    [
        "The missile could have hit a school in Sumy.",
        "If drones hit Sumy, people will be killed.",
        "Kyiv says it needs more Patriots to shoot down ballistic missiles.",
        "If Israel attacks Isfahan again, Iran will strike Haifa.",
        "Air defence is able to shoot down missiles over Kyiv.",
        "Якби дрон влучив у школу в Сумах, загинули б діти.",
        "Якщо ворог знову вдарить по енергетиці Одеси, будуть пошкоджені підстанції.",
    ],
)
def test_what_did_not_happen_is_not_asserted(read: Read, text: str) -> None:
    assert all(c.stance != "asserted" for c in read(text) if c.kind != "statement")


def test_what_is_long_past_is_no_report(read: Read) -> None:
    assert read("In June 1941 aircraft bombed Kyiv. In 1999 missiles hit a hospital in Belgrade.") == []


def test_a_hedge_belongs_to_its_own_sentence(read: Read) -> None:
    claims = read("A drone hit a school in Sumy. Two people were reportedly killed.", "telegram")
    assert (one(claims, "attack").stance, one(claims, "casualties").stance) == ("asserted", "unverified")


def test_a_hedge_belongs_to_its_own_clause(read: Read) -> None:
    claims = read("A drone hit a school in Sumy, reportedly killing two people.", "telegram")
    assert (one(claims, "attack").stance, one(claims, "casualties").stance) == ("asserted", "unverified")


def test_an_official_bulletins_own_preliminary_figures_are_asserted(read: Read) -> None:
    text = "За попередніми даними, збито 12 ворожих БпЛА."
    assert read(text, "telegram", source="kpszsu", language="uk")[0].stance == "asserted"
    assert read(text, "telegram", source="somebody", language="uk")[0].stance == "unverified"


@pytest.mark.parametrize(
    "text", ["Nobody was killed in Sumy.", "No casualties were reported in Sumy.", "У Сумах ніхто не загинув."]
)
def test_that_nobody_was_hurt_is_asserted_and_not_denied(read: Read, text: str) -> None:
    assert one(read(text, "telegram"), "casualties").stance == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Russia has launched drone attacks on Ukraine for months.",
        "Shelling of Kherson happens daily.",
        "Окупанти постійно обстрілюють Херсон.",
        "ВСУ регулярно обстреливают Горловку.",
    ],
)
def test_background_is_no_claim(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("A missile flew over Poltava, apparently heading for Kyiv.", "sighting", "asserted"),
        ("Clips shared online purported to show a fire at a fuel depot in Tuapse.", "damage", "unverified"),
        ("Russia said it destroyed a bridge in Sumy, a claim that could not be verified.", "damage", "unverified"),
        ("Kyiv disputes Moscow's account of the missile strike on Kryvyi Rih.", "attack", "asserted"),
        ("Kyiv denies the missile strike on Kursk.", "attack", "denied"),
    ],
)
def test_what_is_doubted_and_what_is_not(read: Read, text: str, kind: Kind, stance: str) -> None:
    assert one(read(text), kind).stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Russian officials have not commented on the missile strike on Dzhankoi.",
        "Israel has neither confirmed nor denied striking the consulate in Damascus.",
        "Ukraine declined to comment on the drone attack on Belgorod.",
    ],
)
def test_who_does_not_say_it_is_no_source(read: Read, text: str) -> None:
    assert {c.sources for c in read(text)} <= {()}


def test_who_denies_doing_it_would_have_done_it(read: Read) -> None:
    claim = one(read("Iran denied attacking a tanker off Oman with drones."), "attack")
    assert (claim.attacker, claim.stance) == ("IR", "denied")


def test_what_is_possible_is_threatened(read: Read) -> None:
    claims = read("Посольство США попереджає про можливу масовану атаку росії на Одесу.", "telegram")
    assert [(c.kind, c.stance) for c in claims] == [("attack", "threatened")]


@pytest.mark.parametrize(
    "text", ["Це свідчить про намір росії завдати удару по Сумах.", "Есть желание ударить по Одессе."]
)
def test_what_somebody_means_to_do_is_threatened(read: Read, text: str) -> None:
    assert {c.stance for c in read(text, "telegram", source="dronbomber")} <= {"threatened"}


@pytest.mark.parametrize(
    "text",
    [
        "Україна вдарить по складах у Брянську, — Зеленський.",
        "Ми обов'язково продовжимо завдавати ударів по складах у Брянську, — Зеленський.",
    ],
)
def test_a_strike_to_come_is_threatened(read: Read, text: str) -> None:
    claims = read(text, "telegram", source="dronbomber")
    assert [(c.kind, c.stance) for c in claims] == [("attack", "threatened")]


@pytest.mark.parametrize("text", ["Якщо Україна вдарить по складах, війна скінчиться.", "Він зруйнує Кримський міст."])
def test_what_may_come_is_neither_told_nor_threatened(read: Read, text: str) -> None:
    assert all(c.kind not in {"attack", "damage"} for c in read(text, "telegram", source="dronbomber"))
