from pathlib import Path

import pytest

import score
from score import Floor, Score

GOLD = {"posts": "digest-1"}
OLD = {"posts": Floor(0.80, "digest-1")}


def scores(value: float) -> dict[str, Score]:
    return {"posts": Score("soft F1 posts", value, "")}


@pytest.mark.parametrize(
    ("value", "may_fall", "floor"), [(0.905, False, 0.89), (0.70, False, 0.80), (0.70, True, 0.69)]
)
def test_a_floor_of_the_same_gold_rises_and_falls_only_where_it_may(value: float, may_fall: bool, floor: float) -> None:
    assert score.raised(OLD, scores(value), GOLD, may_fall)["posts"].score == floor


def test_corrected_gold_has_its_floor_measured_anew() -> None:
    assert score.raised(OLD, scores(0.70), {"posts": "digest-2"}, False)["posts"] == Floor(0.69, "digest-2")


@pytest.mark.parametrize(("now", "kept"), [("digest-1", False), ("digest-2", None)])
def test_a_score_fails_on_the_floor_s_own_gold_only(now: str, kept: bool | None) -> None:
    row = score.at_least("soft F1 posts", 0.5, OLD["posts"], now)
    assert row.kept is kept
    assert row.figure.startswith("0.500")


def test_floors_that_are_written_are_read_again(tmp_path: Path) -> None:
    score.write_floors(tmp_path / "floors.toml", OLD)
    assert score.read_floors(tmp_path / "floors.toml") == OLD
