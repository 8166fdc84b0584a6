"""What expressions mean.

Published, unless said otherwise, on Sunday 4 October 2026 at 12:42 in Kyiv and Moscow (UTC+3).
"""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purport.errors import MalformedError, UsageError
from purport.model import Hints, View
from purport.model.time import TimeSpan
from purport.times import Times

_PUBLISHED = "2026-10-04T09:42:00+00:00"
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}


def _find(
    text: str,
    published: str | None = _PUBLISHED,
    zone: str | None = "Europe/Kyiv",
) -> list[tuple[str, TimeSpan]]:
    view = View(text)
    found = Times().find(view, Hints(published=published, zone=zone))
    return [(view.plain[m.start : m.end], m.span) for m in found]


def _read(text: str, published: str | None = _PUBLISHED) -> list[tuple[str, str]]:
    return [(words, f"{span.start}/{span.end}") for words, span in _find(text, published)]


def _day(on: str) -> str:
    return f"{on}/{on}"


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("С 13.20 до 14.50 мск 2 февраля сбиты", "С 13.20 до 14.50 мск 2 февраля", "2026-02-02T13:20/2026-02-02T14:50"),
        ("C 20.10 до 20.35 мск 8 июля сбиты", "C 20.10 до 20.35 мск 8 июля", "2026-07-08T20:10/2026-07-08T20:35"),
        ("Около 10.10 сбит дрон", "Около 10.10", "2026-10-04T10:10/2026-10-04T10:10"),
        ("Около 19.50 мск сбит дрон", "Около 19.50 мск", "2026-10-03T19:50/2026-10-03T19:50"),
        ("С 23.00 до 23.50 мск сбиты", "С 23.00 до 23.50 мск", "2026-10-03T23:00/2026-10-03T23:50"),
        ("С 23.00 до 07.00 сбиты", "С 23.00 до 07.00", "2026-10-03T23:00/2026-10-04T07:00"),
        (
            "С 22.40 мск 27.09 до 05.20 мск 28.09 сбиты",
            "С 22.40 мск 27.09 до 05.20 мск 28.09",
            "2026-09-27T22:40/2026-09-28T05:20",
        ),
        (
            "В период с 19.30 мск 4 апреля до 6.15 мск 5 апреля",
            "В период с 19.30 мск 4 апреля до 6.15 мск 5 апреля",
            "2026-04-04T19:30/2026-04-05T06:15",
        ),
        ("с 22.00 второго мая до 6.00 мск", "с 22.00 второго мая до 6.00 мск", "2026-05-02T22:00/2026-05-03T06:00"),
        (
            "Двадцять першого травня о 10:20 дрон",
            "Двадцять першого травня о 10:20",
            "2026-05-21T10:20/2026-05-21T10:20",
        ),
        ("с 22.00 до 24.00 мск 1 мая", "с 22.00 до 24.00 мск 1 мая", "2026-05-01T22:00/2026-05-02T00:00"),
        (
            "15 сентября в период с 23.00 до 00.30 мск",
            "15 сентября в период с 23.00 до 00.30 мск",
            "2026-09-15T23:00/2026-09-16T00:30",
        ),
        ("6 января около 00.30 мск. сбит", "6 января около 00.30 мск", "2026-01-06T00:30/2026-01-06T00:30"),
        ("Drones flew from 18:00 on 3 October, said", "from 18:00 on 3 October", "2026-10-03T18:00/2026-10-04"),
        ("Drones flew from 18:00 on 1 October, said", "from 18:00 on 1 October", "2026-10-01T18:00/2026-10-01"),
        ("05.01.2023 (14.00-18.00), збито", "05.01.2023 (14.00-18.00)", "2023-01-05T14:00/2023-01-05T18:00"),
        (
            "11.05.2023 (22.10) - 12.05.2023 (04.40) збито",
            "11.05.2023 (22.10) - 12.05.2023 (04.40)",
            "2023-05-11T22:10/2023-05-12T04:40",
        ),
        ("May 26, 2023 10:29", "May 26, 2023 10:29", "2023-05-26T10:29/2023-05-26T10:29"),
        ("at around 3 a.m. on Friday", "at around 3 a.m. on Friday", "2026-10-02T03:00/2026-10-02T03:00"),
        ("between 10 p.m. and 2 a.m. drones", "between 10 p.m. and 2 a.m.", "2026-10-03T22:00/2026-10-04T02:00"),
        ("between 1 and 3 a.m. drones", "between 1 and 3 a.m.", "2026-10-04T01:00/2026-10-04T03:00"),
        ("о 6-й ранку", "о 6-й ранку", "2026-10-04T06:00/2026-10-04T06:00"),
        ("около 18 часов вчера", "около 18 часов вчера", "2026-10-03T18:00/2026-10-03T18:00"),
        ("в 3 часа ночи", "в 3 часа ночи", "2026-10-04T03:00/2026-10-04T03:00"),
        ("с 5 до 7 утра", "с 5 до 7 утра", "2026-10-04T05:00/2026-10-04T07:00"),
        ("о 3 годині дня 2 жовтня", "о 3 годині дня 2 жовтня", "2026-10-02T15:00/2026-10-02T15:00"),
        (
            "В течение прошедшей ночи с 01.10 до 03.40 сбиты",
            "В течение прошедшей ночи с 01.10 до 03.40",
            "2026-10-04T01:10/2026-10-04T03:40",
        ),
        ("вчора вночі близько 23:30", "вчора вночі близько 23:30", "2026-10-02T23:30/2026-10-02T23:30"),
        ("00:25 | 21/05 дрони", "00:25 | 21/05", "2026-05-21T00:25/2026-05-21T00:25"),
        ("two hours ago", "two hours ago", "2026-10-04T10:42/2026-10-04T10:42"),
    ],
)
def test_hours(text: str, words: str, span: str) -> None:
    assert (words, span) in _read(text)


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("вони летіли вночі", "вночі", "2026-10-03/2026-10-04"),
        ("Overnight drones flew", "Overnight", "2026-10-03/2026-10-04"),
        ("drones flew last night", "last night", "2026-10-03/2026-10-04"),
        ("протягом ночі", "протягом ночі", "2026-10-03/2026-10-04"),
        ("цієї ночі", "цієї ночі", "2026-10-03/2026-10-04"),
        ("минувшей ночью", "минувшей ночью", "2026-10-03/2026-10-04"),
        ("сегодня ночью", "сегодня ночью", "2026-10-03/2026-10-04"),
        ("в ночное время", "в ночное время", "2026-10-03/2026-10-04"),
        ("У ніч на 24 лютого 2025 року", "У ніч на 24 лютого 2025 року", "2025-02-23/2025-02-24"),
        ("в ночь на субботу", "в ночь на субботу", "2026-10-02/2026-10-03"),
        ("ніч з 17 на 18 квітня", "ніч з 17 на 18 квітня", "2026-04-17/2026-04-18"),
        ("в ночь с 31 мая на 1 июня", "в ночь с 31 мая на 1 июня", "2026-05-31/2026-06-01"),
        ("У ніч на 04.10 удар", "У ніч на 04.10", "2026-10-03/2026-10-04"),
        ("the night of 5-6 April", "the night of 5-6 April", "2026-04-05/2026-04-06"),
        ("the night of April 5-6, 2023", "the night of April 5-6, 2023", "2023-04-05/2023-04-06"),
        ("the night of April 5", "the night of April 5", "2026-04-05/2026-04-06"),
        ("Ночью 16 сентября т.г. сбиты", "Ночью 16 сентября т.г", "2026-09-15/2026-09-16"),
        ("Вночі, 02.05.2025, удар", "Вночі, 02.05.2025", "2025-05-01/2025-05-02"),
        ("overnight into Friday", "overnight into Friday", "2026-10-01/2026-10-02"),
        ("on Wednesday night", "on Wednesday night", "2026-09-30/2026-10-01"),
        (
            "У ніч на 04 жовтня (з 19:30 03 жовтня) удар",
            "У ніч на 04 жовтня (з 19:30 03 жовтня)",
            "2026-10-03T19:30/2026-10-04",
        ),
    ],
)
def test_nights(text: str, words: str, span: str) -> None:
    assert _read(text) == [(words, span)]
    assert _find(text)[0][1].grain == "night"


@pytest.mark.parametrize(
    ("text", "words", "span", "grain"),
    [
        ("on Friday drones", "on Friday", _day("2026-10-02"), "day"),
        ("on Sunday drones", "on Sunday", _day("2026-10-04"), "day"),
        ("last Sunday drones", "last Sunday", _day("2026-09-27"), "day"),
        ("on Friday morning drones", "on Friday morning", _day("2026-10-02"), "part"),
        ("early on Friday drones", "early on Friday", _day("2026-10-02"), "part"),
        ("Thursday's attack", "Thursday's", _day("2026-10-01"), "day"),
        ("у п'ятницю вранці", "у п'ятницю вранці", _day("2026-10-02"), "part"),
        ("yesterday", "yesterday", _day("2026-10-03"), "day"),
        ("вчора", "вчора", _day("2026-10-03"), "day"),
        ("сегодняшней атаки", "сегодняшней", _day("2026-10-04"), "day"),
        ("позавчера", "позавчера", _day("2026-10-02"), "day"),
        ("зранку", "зранку", _day("2026-10-04"), "part"),
        ("вечером", "вечером", _day("2026-10-03"), "part"),
        ("this morning", "this morning", _day("2026-10-04"), "part"),
        ("22 вересня", "22 вересня", _day("2026-09-22"), "day"),
        ("26 December", "26 December", _day("2025-12-26"), "day"),
        ("26 April last year", "26 April last year", _day("2025-04-26"), "day"),
        ("the 5th of May 2023", "the 5th of May 2023", _day("2023-05-05"), "day"),
        ("24.02.2025", "24.02.2025", _day("2025-02-24"), "day"),
        ("2025-02-24", "2025-02-24", _day("2025-02-24"), "day"),
        ("2/24/2025", "2/24/2025", _day("2025-02-24"), "day"),
        ("5-6 April", "5-6 April", "2026-04-05/2026-04-06", "range"),
        ("5 and 6 May", "5 and 6 May", "2026-05-05/2026-05-06", "range"),
        ("с 7 по 13 сентября", "с 7 по 13 сентября", "2026-09-07/2026-09-13", "range"),
        (
            "с 27 декабря 2021 г. по 4 января 2022 г.",
            "с 27 декабря 2021 г. по 4 января 2022 г",
            "2021-12-27/2022-01-04",
            "range",
        ),
        ("Monday to Wednesday", "Monday to Wednesday", "2026-09-28/2026-09-30", "range"),
        ("since Thursday", "since Thursday", "2026-10-01/2026-10-04", "range"),
        ("over the weekend", "over the weekend", "2026-10-03/2026-10-04", "range"),
        ("за добу", "за добу", "2026-10-03/2026-10-04", "day"),
        ("за прошедшие сутки", "за прошедшие сутки", "2026-10-03/2026-10-04", "day"),
        ("in the past 24 hours", "in the past 24 hours", "2026-10-03/2026-10-04", "day"),
        ("in 24 hours", "in 24 hours", "2026-10-03/2026-10-04", "day"),
        ("two weeks ago", "two weeks ago", _day("2026-09-20"), "week"),
        ("три дні тому", "три дні тому", _day("2026-10-01"), "day"),
        ("last week", "last week", "2026-09-21/2026-09-27", "week"),
        ("на прошлой неделе", "на прошлой неделе", "2026-09-21/2026-09-27", "week"),
        ("this week", "this week", "2026-09-28/2026-10-04", "week"),
        ("on Tuesday last week", "on Tuesday last week", _day("2026-09-22"), "day"),
        ("the previous day", "the previous day", _day("2026-10-03"), "day"),
        ("о п'ятій ранку", "о п'ятій ранку", "2026-10-04T05:00/2026-10-04T05:00", "hour"),
        ("до дев'ятої ранку", "до дев'ятої ранку", "2026-10-04/2026-10-04T09:00", "hour"),
        ("until 24:00 on Friday", "until 24:00 on Friday", "2026-10-02/2026-10-03T00:00", "minute"),
        ("близько 22-ї години", "близько 22-ї години", "2026-10-03T22:00/2026-10-03T22:00", "hour"),
        ("минулого місяця", "минулого місяця", "2026-09-01/2026-09-30", "month"),
        ("a year ago", "a year ago", "2025-01-01/2025-12-31", "year"),
        ("in September 2022", "in September 2022", "2022-09-01/2022-09-30", "month"),
        ("у лютому 2024 року", "у лютому 2024 року", "2024-02-01/2024-02-29", "month"),
        ("in November", "in November", "2025-11-01/2025-11-30", "month"),
        ("в апреле - июле 2025 г.", "в апреле - июле 2025 г", "2025-04-01/2025-07-31", "range"),
        ("the day before.", "the day before", _day("2026-10-03"), "day"),
        ("у 2023 році", "у 2023 році", "2023-01-01/2023-12-31", "year"),
    ],
)
def test_days_and_longer(text: str, words: str, span: str, grain: str) -> None:
    assert _read(text) == [(words, span)]
    assert _find(text)[0][1].grain == grain


@pytest.mark.parametrize(
    "text",
    [
        "they may march",
        "a may day",
        "13.20 million",
        "version 10.12",
        "open 24/7",
        "on day 123 of the war",
        "in recent days",
        "за останні дні",
        "in three days",
        "на 15 день",
        "99.99",
        "in the night",
        "5/6/2025",
        "31.02.2025",
        "5 drones, 7 cars",
        "протягом 5 годин",
        "о 25:00",
        "by the end of the year or so",
        "декілька днів тому",
        "с Днем флота",
    ],
)
def test_no_time_is_made_up(text: str) -> None:
    assert _read(text) == []


def test_as_of_is_marked_and_stands_for_one_moment() -> None:
    ((words, span),) = _find("Збито 12 дронів станом на 08:30.")
    assert words == "станом на 08:30"
    assert (span.start, span.end, span.basis) == ("2026-10-04T08:30", "2026-10-04T08:30", "as-of")
    assert _find("На 08:00 горить цех")[0][1].basis == "as-of"
    day, hour = _find("13.02.23\n(12.00)\n\nЗбито")
    assert (day[1].start, day[1].end, day[1].basis) == ("2023-02-13", "2023-02-13", "words")
    assert (hour[1].start, hour[1].basis) == ("2023-02-13T12:00", "as-of")


def test_the_zone_is_named_only_where_the_words_name_it() -> None:
    assert [span.zone for _, span in _find("С 8.00 до 9.00 мск; о 7:00")] == ["Europe/Moscow", None]


def test_published_is_read_in_the_publishers_zone() -> None:
    late = "2026-10-03T22:30:00+00:00"
    assert _find("yesterday", late, "Europe/Kyiv")[0][1].start == "2026-10-03"
    assert _find("yesterday", late, None)[0][1].start == "2026-10-02"
    assert _find("около 1.20 мск", late, "Europe/Kyiv")[0][1].start == "2026-10-04T01:20"


def test_a_bare_date_is_the_same_day_everywhere() -> None:
    assert _read("today at 15:00", "2026-10-04") == [("today at 15:00", _day("2026-10-04T15:00"))]


def test_a_year_told_with_the_second_date_is_the_firsts_too() -> None:
    assert [span for _, span in _read("30 липня та 1 серпня 2023 року")] == [_day("2023-07-30"), _day("2023-08-01")]


def test_hours_take_the_day_told_just_before() -> None:
    (_, day), (_, hour) = _find("On Friday a plant was hit. It began at 13:20.")
    assert (day.start, hour.start, hour.basis) == ("2026-10-02", "2026-10-02T13:20", "inherited")


def test_earlier_counts_from_the_day_told_before() -> None:
    assert _read("On Thursday it burned; two weeks earlier it was hit")[1] == ("two weeks earlier", _day("2026-09-17"))


def test_without_publication_only_full_dates_are_anchored() -> None:
    text = "The plant was hit yesterday, as it had been on 5 May, in June and on 21 April 2022, when it was new."
    assert _read(text, None) == [("on 21 April 2022", _day("2022-04-21"))]


@pytest.mark.parametrize("head", ["Published: MAY 26, 2023", "26 May 2023 10:29", "26.05.2023"])
def test_a_dateline_anchors_what_nobody_dated(head: str) -> None:
    found = _find(f"A plant burns\n{head}\nDrones flew over the plant on Thursday, said its owner.", None)
    assert found[-1][1] == TimeSpan("2023-05-25", "2023-05-25", grain="day", basis="dateline")


def test_a_zone_or_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="Nowhere"):
        _find("today", zone="Nowhere/Atall")
    for never in ("someday", "0001-01-01", "9999-12-31T23:59:59Z"):
        with pytest.raises(MalformedError, match=never):
            _find("today", never)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.sampled_from(["en", "uk", "ru"]))
def test_a_full_date_is_read_back(on: date, language: str) -> None:
    month = _MONTHS[language].split()[on.month - 1]
    for text in (f"{on.day} {month} {on.year}", f"{on:%d.%m.%Y}", on.isoformat(), f"{on:%d} {month} {on.year}"):
        assert _read(text, None) == [(text, _day(on.isoformat()))]


@given(st.dates(date(2000, 3, 1), date(2030, 1, 1)), st.integers(0, 300), st.sampled_from(["en", "uk", "ru"]))
def test_a_date_without_its_year_is_the_nearest_one_before(published: date, back: int, language: str) -> None:
    on = published - timedelta(back)
    if (on.month, on.day) != (2, 29):
        text = f"{on.day} {_MONTHS[language].split()[on.month - 1]}"
        assert _read(text, published.isoformat()) == [(text, _day(on.isoformat()))]


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_within_the_week_before(today: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    ((_, span),) = _find(f"on {name}", today.isoformat())
    on = date.fromisoformat(span.start)
    assert on.weekday() == weekday
    assert timedelta(0) <= today - on < timedelta(7)


_SOUP = (
    "с до от по на in on at the of last this night ніч ночи overnight May 5 31 2023 13.20 24:00 08:30 28.09 "
    "01.02.2023 (10.00) мск утра дня week два тому earlier since Friday п'ятницю - , ) \n\n "
    "станом weekend 3am вчора about за сутки і and years 24"
)
_WORDS = st.sampled_from(_SOUP.split(" "))


@settings(max_examples=300)
@given(st.lists(_WORDS, max_size=14), st.sampled_from([None, "2026-10-04", _PUBLISHED, "1900-01-01", "2199-12-31"]))
def test_whatever_the_words_mentions_stand_in_order(words: list[str], published: str | None) -> None:
    view = View(" ".join(words))
    found = Times().find(view, Hints(published=published))
    assert all(0 <= m.start < m.end <= len(view.plain) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
