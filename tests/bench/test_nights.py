"""The table of nights beside bulletins: what agrees, what differs, what is not told."""

import csv
from types import ModuleType

from tests.incidents.making import claim

HEAD = "time_start,time_end,model,destroyed"


def verdicts(nights: ModuleType, *rows: str) -> list[str]:
    told = claim(
        "interception",
        ("UA", "Ukraine"),
        n=12,
        attacker="RU",
        weapon="uav",
        time=("2023-05-01", "2023-05-01"),
        published="2023-05-01T09:00:00+03:00",
    )
    listed = list(nights.rows_of(csv.DictReader([HEAD, *rows]), "2023-05-01", "2023-05-02"))
    linked = nights.link_claims([told, *listed])
    return [row.verdict for row in nights.compared(listed, linked, {told.id: told})]


def test_one_figure_agrees_and_another_contradicts(nights: ModuleType) -> None:
    assert verdicts(nights, "2023-05-01,2023-05-01 08:00,Unknown UAV,12.0") == ["agrees"]
    assert verdicts(nights, "2023-05-01,2023-05-01 08:00,Unknown UAV,11.0") == ["contradicted"]


def test_another_day_is_not_told_and_other_dates_are_left_out(nights: ModuleType) -> None:
    assert verdicts(nights, "2023-05-02 20:00,2023-05-02 23:00,Kalibr,3") == ["not told"]
    assert verdicts(nights, "2022-05-02,2022-05-02,Kalibr,3", "2023-05-01,2023-05-01,Kalibr,") == []
