"""The queue of what is most worth a look."""

from typing import Any

import httpx
import pytest

from tests.server.test_judging import PART, judged
from tests.server.test_reading import got


def queue(desk: httpx.Client, **asked: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = desk.get("/api/v1/review", params={"limit": 500, **asked}).json()["items"]
    return items


def listed(desk: httpx.Client, **asked: Any) -> list[str]:
    return [item["incident"]["id"] for item in queue(desk, **asked)]


def test_what_is_worth_most_stands_first_with_its_reasons(desk: httpx.Client) -> None:
    items = queue(desk)
    worth = [item["worth"] for item in items]
    assert worth == sorted(worth, reverse=True)
    assert all(item["why"] for item in items if item["worth"] > 40)
    for item in items[:3]:
        assert item["version"] == got(desk, f"incidents/{item['incident']['id']}")["version"]


def test_pages_of_the_queue_follow_each_other(desk: httpx.Client) -> None:
    whole = listed(desk)
    first = desk.get("/api/v1/review", params={"limit": 4}).json()
    second = desk.get("/api/v1/review", params={"limit": 500, "cursor": first["next"]}).json()
    assert [item["incident"]["id"] for page in (first, second) for item in page["items"]] == whole
    assert first["total"] == len(whole)


def test_what_is_accepted_leaves_the_queue_until_somebody_touches_it(desk: httpx.Client) -> None:
    before = listed(desk)
    (item,) = [item for item in queue(desk) if item["incident"]["id"] == PART]
    kept = judged(desk, item["version"], verdict="accepted", incident=PART).json()
    assert kept["incident"] == PART
    assert listed(desk) == [id_ for id_ in before if id_ != PART]
    assert listed(desk, judged=True) == before
    noted = judged(desk, kept["version"], verdict="note", incident=PART, reason="see the video").json()
    assert PART not in listed(desk)
    undone = judged(desk, noted["version"], verdict="undo", incident=PART, value=kept["judgement"]["id"])
    assert undone.status_code == 201, undone.text
    assert PART in listed(desk)


def test_a_correction_after_it_was_accepted_asks_for_another_look(desk: httpx.Client) -> None:
    version = got(desk, f"incidents/{PART}")["version"]
    version = judged(desk, version, verdict="accepted", incident=PART).json()["version"]
    judged(desk, version, verdict="count", incident=PART, value=26)
    assert PART in listed(desk)


@pytest.mark.parametrize(
    ("slot", "value", "told"),
    [
        ("outcome", "suppressed", "suppressed"),
        ("stance", "denied", "denied"),
        ("weapons", [{"class": "cruise_missile", "model": "Kalibr"}], {"class": "cruise_missile", "model": "Kalibr"}),
        ("time", {"start": "2025-02-20", "end": "2025-02-20"}, {"start": "2025-02-20", "end": "2025-02-20"}),
    ],
)
def test_any_slot_can_be_corrected(desk: httpx.Client, slot: str, value: Any, told: Any) -> None:
    made = judged(desk, got(desk, f"incidents/{PART}")["version"], verdict=slot, incident=PART, value=value)
    assert made.status_code == 201, made.text
    found = got(desk, f"incidents/{made.json()['incident']}")["incident"]
    name = "weapon" if slot == "weapons" else slot
    assert found[name] == told


@pytest.mark.parametrize(
    ("slot", "value"),
    [("outcome", "eaten"), ("stance", None), ("time", "yesterday"), ("weapons", "drones"), ("people", [{"effect": 3}])],
)
def test_what_is_no_value_of_a_slot_is_refused(desk: httpx.Client, slot: str, value: Any) -> None:
    answer = judged(desk, got(desk, f"incidents/{PART}")["version"], verdict=slot, incident=PART, value=value)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
