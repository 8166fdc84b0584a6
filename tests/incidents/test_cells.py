"""Cells hold all that linking looks at: claims that share none never meet."""

from hypothesis import given
from hypothesis import strategies as st

from purport.incidents.cells import Realm, area_of, cells_of, days_of, realms_of
from purport.incidents.facts import Origins, facts_of
from purport.incidents.linking import _days
from purport.incidents.windows import DAY, LONGEST, UNDATED, Window
from tests.incidents.making import KURSK, ROSTOV, claim, who


@given(st.integers(0, 40_000), st.integers(0, 3 * LONGEST * DAY), st.integers(0, DAY - 1))
def test_all_days_on_which_linking_looks_are_in_the_cells(first: int, length: int, minute: int) -> None:
    start = first * DAY + minute
    window = Window(start, start + length, start, start + length, 3)
    assert set(_days(window)) <= days_of(window)
    assert {window.start // DAY, window.end // DAY} <= days_of(window)


def test_what_has_no_window_has_a_day_of_its_own() -> None:
    assert days_of(None) == {UNDATED} == set(_days(None))


def test_a_claim_of_two_places_has_a_cell_in_each() -> None:
    facts = facts_of(claim("interception", ROSTOV, KURSK), Origins(who))
    area = area_of(facts.nodes[0])
    assert [(cell.place, cell.area, cell.figure) for cell in cells_of(facts)] == [
        ("RU-ROS", area, None),
        ("RU-KRS", area, None),
    ]
    assert realms_of(facts) == {Realm("interception", area)}


def test_a_statement_is_compared_with_nothing() -> None:
    assert realms_of(facts_of(claim("statement", ROSTOV), Origins(who))) == set()
