import pytest

from purport.incidents.figures import Stated, figure_of
from purport.model.incident import Figure


def stated(low: int | None, high: int | None, origin: str = "a", told: int = 0) -> Stated:
    return Stated(low, high, origin, told, f"claim of {origin} at {told}")


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ([stated(44, 44), stated(41, None, "b")], Figure(44, 44, 44, "agreed")),
        ([stated(10, None)], Figure(10, 10, None, "only bounds")),
        ([stated(None, 30)], Figure(None, None, 30, "only bounds")),
        ([stated(0, 0)], Figure(0, 0, 0, "agreed")),
        ([stated(8, 8), stated(10, 10, "b"), stated(10, 10, "c")], Figure(8, 10, 10, "most origins")),
        ([stated(8, 8, told=1), stated(10, 10, "b")], Figure(8, 8, 10, "latest")),
        ([stated(8, 8), stated(10, 10, told=5)], Figure(10, 10, 10, "agreed")),
        ([stated(50, None), stated(10, 10, "b")], Figure(10, 10, 50, "most origins")),
    ],
)
def test_what_is_left_of_a_number_and_the_rule_that_chose(said: list[Stated], figure: Figure) -> None:
    assert figure_of(said) == figure


def test_of_a_toll_that_differs_the_last_told_is_nearer() -> None:
    assert figure_of([stated(2, 2), stated(2, 2, "b"), stated(5, 5, "c", 9)], grows=True) == Figure(2, 5, 5, "latest")


def test_nothing_stated_is_no_figure() -> None:
    assert figure_of([stated(None, None)]) is None
