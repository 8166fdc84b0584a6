"""When: which of a text's words of time are a claim's, and how far they carry. Told on Friday, 14 March 2025."""

import pytest

from tests.claims.reading import Read, days, one

MONDAY, TUESDAY = ("2025-03-10", "2025-03-10"), ("2025-03-11", "2025-03-11")
WEDNESDAY, TODAY = ("2025-03-12", "2025-03-12"), ("2025-03-14", "2025-03-14")
LAST_NIGHT = ("2025-03-13", "2025-03-14")


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("Israeli drones hit a depot in Tehran on Tuesday in response to Monday's attack.", "attack", TUESDAY),
        ("Three people were killed in Sumy, the governor said on Wednesday.", "casualties", None),
        (
            "Three people were killed by shells in Sumy on Monday, the railway company said on Wednesday.",
            "casualties",
            MONDAY,
        ),
        ("Repair crews restored power on Wednesday after a missile damaged a substation in Sumy.", "damage", None),
        ("A woman born in 1957 was wounded when a drone hit Nikopol.", "casualties", None),
        ("A missile hit Kyiv for the first time since Monday.", "attack", None),
        ("Missiles have hit Kharkiv in recent weeks.", "attack", None),
    ],
)
def test_a_time_is_that_of_the_event_it_is_told_of(
    read: Read, text: str, kind: str, span: tuple[str, str] | None
) -> None:
    assert {days(c) for c in read(text) if c.kind == kind} == {span}


def test_a_night_ends_on_the_day_on_which_it_is_told(read: Read) -> None:
    claims = read("Air defences shot down 60 drones over Ukraine overnight, the air force said on Wednesday.")
    assert days(one(claims, "interception")) == ("2025-03-11", "2025-03-12")


@pytest.mark.parametrize("told", ["At least nine people were killed.", "The strike also set a market on fire."])
def test_what_comes_of_a_strike_has_its_time_and_weapons_in_the_next_paragraph_too(read: Read, told: str) -> None:
    claims = read(f"A Russian missile hit a hotel in Kramatorsk late on Wednesday.\n\n{told}")
    assert [(days(c), c.weapons) for c in claims[1:]] == [(days(claims[0]), claims[0].weapons)]


def test_the_paragraphs_of_a_digest_tell_a_story_each(read: Read) -> None:
    story = "Drones hit a depot in Sumy on Monday. Two people were wounded there."
    other = "A missile hit a school in Odesa. Three people were killed."
    more = "Talks go on in Geneva. Nobody expects much of them."
    claims = read(f"{story}\n\n{other}\n\n{more}")
    assert [days(c) for c in claims] == [MONDAY, MONDAY, None, None]


def test_a_sentence_that_only_dates_a_strike_dates_its_harm(read: Read) -> None:
    claims = read("Удар по Полтаві. Загинули троє людей. Удар було завдано у вівторок.", "telegram")
    assert {days(c) for c in claims} == {TUESDAY}


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Вчора дрон влучив у будинок у Сумах. Горить склад у Ромнах.", ("2025-03-13", "2025-03-13")),
        ("Уражено НПЗ у Рязані.  Дрони вдарили по заводу у ніч на 14 березня.", LAST_NIGHT),
        ("Над Туапсе слышны взрывы.", TODAY),
        ("Дрони влучили у склад у Сумах. Пожежу ліквідовано о 09:40.", None),
    ],
)
def test_the_time_of_a_post(read: Read, text: str, span: tuple[str, str] | None) -> None:
    assert {days(c) for c in read(text, "telegram") if c.kind != "response"} == {span}


def test_an_alert_in_a_post_is_of_its_day(read: Read) -> None:
    assert days(one(read("Відбій повітряної тривоги в Одесі.", "telegram"), "alert")) == TODAY


def test_what_was_before_the_news_has_not_its_time(read: Read) -> None:
    text = "Air strikes killed 21 people in Nabatieh on Monday, a day after Hezbollah fired 100 rockets at Haifa."
    claims = read(f"{text}\n\nFour children were among the dead.")
    assert [days(c) for c in claims if "rockets" in c.quote] == [None]
    assert {days(c) for c in claims if c.kind == "casualties"} == {MONDAY}


def test_a_story_has_the_time_of_its_top(read: Read) -> None:
    told = "Drones hit Port Sudan on Tuesday.\n\nOn Monday drones had hit an air base in Kassala."
    claims = read(f"{told}\n\nThe army said it shot down five drones.")
    assert days(one(claims, "interception")) == TUESDAY


def test_a_count_over_a_month_is_no_time_of_the_strike_before(read: Read) -> None:
    text = "Росіяни вдарили по вокзалу в Лозовій. Загалом цього місяця РФ атакувала об’єкти залізниці 31 раз."
    assert one(read(text, "telegram"), "attack").time is None


def test_a_strike_of_long_ago_does_not_date_the_news(read: Read) -> None:
    text = (
        "A drone attack caused a fire at a refinery in Saratov. It was last hit in a strike on Saratov in April 2024."
    )
    first = read(text)[0]
    assert first.time is None


def test_a_strike_of_last_night_is_a_report_though_nobody_knows_which_night_it_was(read: Read) -> None:
    told = read("Moscow's army sent several drones against Ukrainian towns overnight.", published=None)
    assert one(told, "attack").time is None


def test_since_when_a_war_has_gone_on_is_from_when_its_dead_are_counted(read: Read) -> None:
    claim = one(
        read("Some 7,500 people have been killed in Ukraine since the war began on February 24, 2022."), "casualties"
    )
    assert days(claim) == ("2022-02-24", "2025-03-14")


def test_the_day_before_is_a_time_and_points_to_no_strike_told_before(read: Read) -> None:
    claim = one(read("Напередодні ввечері ворог обстріляв Нікополь.", "telegram", published="2025-03-14"), "attack")
    assert days(claim) == ("2025-03-13", "2025-03-13")
