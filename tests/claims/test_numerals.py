from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.claims.numerals import QuantityMention, find_quantities
from purport.model import Quantity, View

_ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "uk": "нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять "
    "п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
    "ru": "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "uk": "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
_HUNDREDS = {
    "uk": "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
}


def _render(n: int, language: str) -> str:
    ones, tens = _ONES[language].split(), _TENS[language].split()
    words = []
    if n >= 100:
        words.append(f"{ones[n // 100]} hundred" if language == "en" else _HUNDREDS[language].split()[n // 100 - 1])
    rest = n % 100
    if rest >= 20 and rest % 10 and language == "en":
        words.append(f"{tens[rest // 10 - 2]}-{ones[rest % 10]}")
    elif rest >= 20:
        words += [tens[rest // 10 - 2], *([ones[rest % 10]] if rest % 10 else [])]
    elif rest or not n:
        words.append(ones[rest])
    return " ".join(words)


def _read(text: str) -> list[tuple[str, Quantity | None]]:
    view = View(text)
    return [(view.plain[m.start : m.end], m.quantity) for m in find_quantities(view)]


def _one(text: str) -> QuantityMention:
    (mention,) = find_quantities(View(text))
    return mention


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_every_number_in_words_is_read_back(language: str) -> None:
    for n in range(1000):
        words = _render(n, language)
        assert _read(f"({words})") == [(words, Quantity.exact(n))]


@given(st.integers(0, 999), st.integers(1, 999), st.sampled_from(["en", "uk", "ru"]))
def test_thousands_add_up(low: int, high: int, language: str) -> None:
    scale = {"en": "thousand", "uk": "тисяч", "ru": "тысяч"}[language]
    words = f"{_render(high, language)} {scale} {_render(low, language) if low else ''}".strip()
    assert _read(words) == [(words, Quantity.exact(high * 1000 + low))]


@given(st.integers(0, 999_999))
def test_figures_in_all_groupings(n: int) -> None:
    if not 1940 <= n <= 2039:
        assert _one(f"({n})").quantity == Quantity.exact(n)
    assert _one(f"({n:,})").quantity == Quantity.exact(n)
    assert _one(f"({n:,})".replace(",", "\u00a0")).quantity == Quantity.exact(n)


@given(st.text(alphabet=st.sampled_from("0123456789 .,-:/+%$пятьдваоneтисячі№\n"), max_size=60))
def test_mentions_are_ordered_apart_and_within_the_text(text: str) -> None:
    view = View(text)
    mentions = find_quantities(view)
    assert all(0 <= m.start < m.end <= len(view.plain) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "words", "quantity"),
    [
        ("they lost more than 40 boats", "more than 40", Quantity.at_least(41)),
        ("збито понад 50 цілей", "понад 50", Quantity.at_least(51)),
        ("більше ніж 7 дронів", "більше ніж 7", Quantity.at_least(8)),
        ("более сорока ракет", "более сорока", Quantity.at_least(41)),
        ("at least six rockets", "at least six", Quantity.at_least(6)),
        ("no fewer than 12 rockets", "no fewer than 12", Quantity.at_least(12)),
        ("щонайменше п'ятьох", "щонайменше п'ятьох", Quantity.at_least(5)),
        ("не менее 10 ракет", "не менее 10", Quantity.at_least(10)),
        ("как минимум трое", "как минимум трое", Quantity.at_least(3)),
        ("up to 30 drones", "up to 30", Quantity.at_most(30)),
        ("as many as 20,000 shells", "as many as 20,000", Quantity.at_most(20_000)),
        ("до 20 БпЛА", "до 20", Quantity.at_most(20)),
        ("не более 5 домов", "не более 5", Quantity.at_most(5)),
        ("fewer than 8 drones", "fewer than 8", Quantity.at_most(7)),
        ("менше ніж 9 дронів", "менше ніж 9", Quantity.at_most(8)),
        ("about 20 drones", "about 20", Quantity.about(20)),
        ("близько сотні дронів", "близько сотні", Quantity.about(100)),
        ("около двадцати", "около двадцати", Quantity.about(20)),
        ("almost a hundred drones", "almost a hundred", Quantity.about(100)),
        ("5-7 drones", "5-7", Quantity(5, 7)),
        ("from 5 to 7 drones", "from 5 to 7", Quantity(5, 7)),
        ("от пяти до семи дронов", "от пяти до семи", Quantity(5, 7)),
        ("between five and seven", "between five and seven", Quantity(5, 7)),
        ("3 або 4 дрони", "3 або 4", Quantity(3, 4)),
        ("два-три взрыва", "два-три", Quantity(2, 3)),
        ("40+ drones", "40+", Quantity.at_least(40)),
        ("40 or more drones", "40 or more", Quantity.at_least(40)),
        ("half a dozen", "half a dozen", Quantity.exact(6)),
        ("two dozen", "two dozen", Quantity.exact(24)),
        ("полтора десятка", "полтора десятка", Quantity.exact(15)),
        ("1.5 thousand men", "1.5 thousand", Quantity.exact(1500)),
        ("1,5 тысячи человек", "1,5 тысячи", Quantity.exact(1500)),
        ("500 тис. осіб", "500 тис", Quantity.exact(500_000)),
        ("уничтожены 3-х катера", "3-х", Quantity.exact(3)),
        ("атакував 95-ма дронами", "95-ма", Quantity.exact(95)),
        ("понад 40-ка шахедів", "понад 40-ка", Quantity.at_least(41)),
        ("over three regions", "three", Quantity.exact(3)),
        ("over 200 others", "over 200", Quantity.at_least(201)),
        ("two hundred and five drones", "two hundred and five", Quantity.exact(205)),
    ],
)
def test_bounds_ranges_and_scales(text: str, words: str, quantity: Quantity) -> None:
    assert _read(text) == [(words, quantity)]


@pytest.mark.parametrize(
    "text",
    [
        "several drones",
        "dozens of drones",
        "декілька дронів",
        "несколько ракет",
        "кілька десятків дронів",
        "сотні людей",
        "a couple of blasts",
        "десятки взрывов",
    ],
)
def test_vague_words_are_kept_without_a_number(text: str) -> None:
    assert _one(text).vague


@pytest.mark.parametrize(
    "text",
    [
        "5 and 6 May 2024",
        "April 21, 2022",
        "с 11 по 17 мая",
        "ніч з 12 на 13 жовтня",
        "at 13.20 and 08:30",
        "since 2023",
        "15% of it",
        "15 percent",
        "54-й полк",
        "the 5th",
        "70 мотострілецького полку",
        "в районе 54, 61 и 63 механизированных бригад",
        "Ка-52",
        "Kh-101",
        "M54",
        "Shahed-136/131",
        "152-мм",
        "122 mm",
        "a 36-year-old",
        "від 18 до 25 років",
        "$15.2bn",
        "300 тысяч долларов",
        "5 тыс. долларов",
        "2 тис. кв. м",
        "160km",
        "250 miles",
        "on day 123",
        "+38 050 123 45 67",
        "55.7472584, 37.5384623",
        "G7",
        "house 12",
        "буд. 12",
        "no one",
        "24 hours",
        "at 3 a.m.",
        "1. Heading",
        "№ 5",
        "система RCH 155",
        "none, no drones",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert _read(text) == []


def test_a_whole_and_its_part_are_two_mentions() -> None:
    assert _read("53 of 67 drones") == [("53", Quantity.exact(53)), ("67", Quantity.exact(67))]
    assert _read("53 из 67") == [("53", Quantity.exact(53)), ("67", Quantity.exact(67))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("по одному – над заводом", "по одному"),
        ("по два дрони", "по два"),
        ("по 2 дрони", "по 2"),
        ("one drone each", "one"),
    ],
)
def test_dealt_out(text: str, words: str) -> None:
    view = View(text)
    mention = _one(text)
    assert mention.each
    assert view.plain[mention.start : mention.end] == words


def test_by_places_is_not_dealt_out() -> None:
    assert not _one("по двум регионам").each
    assert not _one("по 5 об'єктах").each


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("another three", Quantity.exact(3)),
        ("three more houses", Quantity.exact(3)),
        ("ещё шесть", Quantity.exact(6)),
        ("ще щонайменше 3", Quantity.at_least(3)),
    ],
)
def test_added_to_what_was_told(text: str, quantity: Quantity) -> None:
    mention = _one(text)
    assert mention.more
    assert mention.quantity == quantity


def test_a_list_of_lines_keeps_its_counts() -> None:
    text = "08 травня 2023 р.\n\n2\nударних БпЛА\n\n1\nБпЛА"
    assert _read(text) == [("2", Quantity.exact(2)), ("1", Quantity.exact(1))]
