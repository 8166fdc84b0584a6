import pytest

from purport.sources.asked import DayOrder
from purport.sources.tables.moments import looks_dated, moment, order_of


@pytest.mark.parametrize(
    ("told", "zone", "found"),
    [
        ("2024-05-06T10:08:09+03:00", None, "2024-05-06T10:08:09+03:00"),
        ("2024-05-06T07:08:09Z", "Europe/Kyiv", "2024-05-06T07:08:09+00:00"),
        ("2024-05-06 10:08:09", None, "2024-05-06"),
        ("2024-05-06 10:08:09", "Europe/Kyiv", "2024-05-06T10:08:09+03:00"),
        ("2024-12-06 10:08", "Europe/Kyiv", "2024-12-06T10:08:00+02:00"),
        ("06.05.2024, 9:08", "Europe/Kyiv", "2024-05-06T09:08:00+03:00"),
        ("06.05.2024", "Europe/Kyiv", "2024-05-06"),
        ("2024/5/6", None, "2024-05-06"),
        ("Mon, 06 May 2024 10:08:09 +0300", None, "2024-05-06T10:08:09+03:00"),
        ("1714979289", None, "2024-05-06T07:08:09+00:00"),
        ("1714979289.0", None, "2024-05-06T07:08:09+00:00"),
        ("1714979289000", None, "2024-05-06T07:08:09+00:00"),
        ("31.02.2024", None, None),
        ("2024-05-06 25:08", "Europe/Kyiv", None),
        ("7", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_a_cell_tells_its_moment_and_no_more(told: str, zone: str | None, found: str | None) -> None:
    assert moment(told, "", zone, None) == found


def test_a_clock_in_a_column_of_its_own_counts_where_the_zone_is_known() -> None:
    assert moment("06.05.2024", "10:08", "Europe/Kyiv", None) == "2024-05-06T10:08:00+03:00"
    assert moment("06.05.2024", "10:08", None, None) == "2024-05-06"
    assert moment("06.05.2024", "at noon", "Europe/Kyiv", None) == "2024-05-06"


@pytest.mark.parametrize(("order", "day"), [("dmy", "2024-06-05"), ("mdy", "2024-05-06"), (None, None)])
def test_day_and_month_are_told_apart_by_what_is_known_and_never_guessed(
    order: DayOrder | None, day: str | None
) -> None:
    assert moment("05/06/2024", "", None, order) == day


def test_a_column_shows_its_order_by_a_number_that_is_no_month() -> None:
    assert order_of(["05/06/2024", "25/06/2024"]) == "dmy"
    assert order_of(["05/06/2024", "06/25/2024 1:00 PM"]) == "mdy"
    assert order_of(["05/06/2024", "words"]) is None


def test_half_days() -> None:
    assert moment("6/25/2024 1:05 PM", "", "UTC", "mdy") == "2024-06-25T13:05:00+00:00"
    assert moment("6/25/2024 12:05 am", "", "UTC", "mdy") == "2024-06-25T00:05:00+00:00"


def test_numbers_and_words_are_no_dates() -> None:
    assert not any(map(looks_dated, ("5", "2024", "12:30", "two", "1.5", "")))
    assert all(map(looks_dated, ("05/06/2024", "2024-05-06", "6.5.2024 10:00")))
