import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.incidents.windows import DAY, Window, date_text, moment_of, night_of, window_of
from purport.model import TimeSpan

HOUR = 60


def window(start: str, end: str, published: str | None = None) -> Window:
    found = window_of(TimeSpan(start, end), published)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("start", "end", "rank"),
    [
        ("2025-03-04T20:30", "2025-03-04T21:00", 0),
        ("2025-03-04", "2025-03-05", 1),
        ("2025-03-05", "2025-03-05", 2),
        ("2025-03-01", "2025-03-09", 3),
    ],
)
def test_hours_are_firmer_than_a_night_a_night_than_a_date_a_date_than_a_week(start: str, end: str, rank: int) -> None:
    assert window(start, end).rank == rank


def test_a_night_s_core_is_the_dark_and_its_edge_the_evening_before() -> None:
    night, evening = window("2025-03-04", "2025-03-05"), window("2025-03-04T20:30", "2025-03-04T20:30")
    assert night.meets(evening)
    assert not night.meets_core(evening)
    assert night.meets_core(window("2025-03-05T03:00", "2025-03-05T03:00"))


def test_a_span_may_have_an_hour_at_one_end_alone() -> None:
    until, since = window("2025-03-04", "2025-03-05T05:00"), window("2025-03-04T22:00", "2025-03-05")
    assert (until.start % DAY, until.end % DAY) == (0, 5 * HOUR)
    assert (since.start % DAY, since.end % DAY) == (22 * HOUR, DAY - 1)


def test_what_was_told_in_the_morning_had_happened_by_then() -> None:
    told = window("2025-03-05", "2025-03-05", "2025-03-05T08:00:00+03:00")
    assert not told.meets(window("2025-03-05T20:00", "2025-03-05T20:00"))


def test_a_time_behind_its_publication_is_left_as_it_is() -> None:
    assert window("2025-03-05", "2025-03-05", "2025-03-04T08:00:00+03:00") == window("2025-03-05", "2025-03-05")


def test_what_tells_no_time_happened_in_the_days_before_it_was_told() -> None:
    found = window_of(None, "2025-03-05T08:00:00+00:00")
    assert found is not None
    assert (found.end, found.rank) == (moment_of("2025-03-05T08:00:00+00:00"), 4)


def test_nothing_told_is_no_window() -> None:
    assert window_of(None, None) is None


def test_publication_is_read_in_local_time_and_a_date_lasts_to_its_end() -> None:
    assert moment_of("2025-03-05T22:30:00+00:00") % DAY == 1 * HOUR + 30
    assert moment_of("2025-03-05") % DAY == DAY - 1


@pytest.mark.parametrize(
    ("start", "end"),
    [("2025-03-04", "2025-03-05"), ("2025-03-05", "2025-03-05"), ("2025-03-04T22:00", "2025-03-04T23:00")],
)
def test_a_night_and_the_date_on_which_it_ends_are_of_one_night(start: str, end: str) -> None:
    assert date_text(night_of(window(start, end)) * DAY) == "2025-03-04"


_HOURS = st.tuples(st.integers(0, 3 * DAY), st.integers(0, 3 * DAY)).map(sorted)


@given(_HOURS, _HOURS)
def test_narrowing_never_leaves_what_both_leave_open(mine: list[int], theirs: list[int]) -> None:
    a, b = (Window(start, end, start, end, 0) for start, end in (mine, theirs))
    if a.meets(b):
        both = a.narrowed(b)
        assert max(a.start, b.start) == both.start <= both.end == min(a.end, b.end)


def test_a_date_and_an_hour_are_one_span() -> None:
    window = window_of(TimeSpan("2025-03-04", "2025-03-05T08:00"), None)
    assert window is not None
    assert (window.end - window.start, window.rank) == (32 * 60, 0)


def test_what_is_told_while_it_happens_happened_not_long_before() -> None:
    late = "2025-03-05T03:00:00+03:00"
    calm, live = window_of(None, late), window_of(None, late, live=True)
    assert calm is not None
    assert live is not None
    assert (live.start, live.end) == (calm.start, calm.end)
    assert live.core_start > calm.core_start
