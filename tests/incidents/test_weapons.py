import pytest

from purport.incidents.weapons import arms_of, can_be_one, more_telling
from purport.model import Weapon


def arms(*weapons: tuple[str, str | None]):  # type: ignore[no-untyped-def]
    return arms_of(tuple(Weapon(kind, model) for kind, model in weapons))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mine", "theirs", "can"),
    [
        ([("uav", None)], [("uav", "Shahed-136/131")], True),
        ([("uav", "Geran-2")], [("uav", "Shahed-136/131")], True),
        ([("missile", None)], [("cruise_missile", "Kh-101")], True),
        ([("cruise_missile", "X-101")], [("cruise_missile", "Kh-101")], True),
        ([("cruise_missile", "Kalibr")], [("cruise_missile", "Kh-101")], False),
        ([("cruise_missile", None)], [("ballistic_missile", None)], False),
        ([("uav", None)], [("missile", None)], False),
        ([], [("missile", None)], True),
        ([("unknown", None)], [("missile", None)], True),
    ],
)
def test_which_weapons_can_be_one(
    mine: list[tuple[str, str | None]], theirs: list[tuple[str, str | None]], can: bool
) -> None:
    assert can_be_one(arms(*mine), arms(*theirs)) is can


def test_both_leave_open_what_the_more_telling_says() -> None:
    assert more_telling(arms(("missile", None)), arms(("cruise_missile", "Kh-101"))) == arms(
        ("cruise_missile", "Kh-101")
    )
    assert more_telling(arms(), arms(("uav", None))) == arms(("uav", None))
