"""People decide, one after the other and at once: nothing is lost, and nobody overwrites what they have not seen."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import httpx
import pytest

from purport.ledger import Ledger
from purport.server.app import create_app
from tests.server.conftest import served
from tests.server.test_reading import POST, TOTAL, got

PART = "ia0f8a5ece4b2f7a8"  # 27 over Bryansk Oblast


def judged(desk: httpx.Client, version: str | None, **decision: Any) -> httpx.Response:
    headers = {"If-Match": f'"{version}"'} if version else {}
    return desk.post("/api/v1/judgements", json={"reason": "seen", "author": "A. Analyst", **decision}, headers=headers)


def version_of(desk: httpx.Client, incident: str) -> str:
    version: str = got(desk, f"incidents/{incident}")["version"]
    return version


def test_a_correction_changes_the_figure_at_once(desk: httpx.Client, book: Ledger) -> None:
    answer = judged(desk, version_of(desk, PART), verdict="count", incident=PART, value=26)
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (told["incident"], told["judgement"]["value"]) == (PART, {"min": 26, "max": 26})
    found = got(desk, f"incidents/{PART}")
    assert (found["incident"]["count"]["best"], found["version"]) == (26, told["version"])
    assert [row["id"] for row in found["judgements"]] == [told["judgement"]["id"]]
    assert [one.value for one in book.judgements()] == [{"min": 26, "max": 26}]


def test_an_undoing_brings_back_what_was(desk: httpx.Client) -> None:
    before = got(desk, f"incidents/{PART}")["incident"]
    made = judged(desk, version_of(desk, PART), verdict="count", incident=PART, value=26).json()
    undone = judged(desk, made["version"], verdict="undo", incident=PART, value=made["judgement"]["id"])
    assert undone.status_code == 201, undone.text
    found = got(desk, f"incidents/{PART}")
    assert found["incident"] == before
    assert [row["undone"] for row in found["judgements"]] == [True, False]


def test_a_rejection_leaves_no_incident(desk: httpx.Client) -> None:
    told = judged(desk, version_of(desk, PART), verdict="rejected", incident=PART).json()
    assert (told["incident"], told["version"]) == (None, None)
    assert desk.get(f"/api/v1/incidents/{PART}").status_code == 404


def test_a_place_may_be_named(desk: httpx.Client) -> None:
    told = judged(desk, version_of(desk, PART), verdict="place", incident=PART, value="Орловская область").json()
    assert got(desk, f"incidents/{told['incident']}")["incident"]["place"]["region"] == "RU-ORL"


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("attacker", "BY"),
        ("weapons", [{"class": "cruise_missile", "model": None}]),
        ("outcome", None),
        ("time", {"start": "2025-02-26", "end": "2025-02-26"}),
        ("stance", "denied"),
        ("people", []),
    ],
)
def test_each_slot_can_be_corrected(desk: httpx.Client, slot: str, value: Any) -> None:
    told = judged(desk, version_of(desk, PART), verdict=slot, incident=PART, value=value)
    assert told.status_code == 201, told.text
    found = got(desk, f"incidents/{told.json()['incident']}")["incident"]
    shown = found["weapon" if slot == "weapons" else slot]
    assert shown == (value[0] if slot == "weapons" else value)


def test_two_incidents_are_made_one(desk: httpx.Client) -> None:
    other = got(desk, f"incidents/{TOTAL}")["parts"][1]["incident"]["id"]
    told = judged(desk, version_of(desk, PART), verdict="same", incident=PART, **{"with": other})
    assert told.status_code == 201, told.text
    claims = told.json()["judgement"]["claims"]
    assert len(claims) == 2
    assert set(claims) <= set(got(desk, f"incidents/{told.json()['incident']}")["incident"]["claims"])


def test_a_claim_is_split_off(desk: httpx.Client) -> None:
    claims = got(desk, f"incidents/{TOTAL}")["incident"]["claims"]
    told = judged(desk, version_of(desk, TOTAL), verdict="different", incident=TOTAL, claims=[claims[-1]])
    assert told.status_code == 201, told.text
    assert claims[-1] not in got(desk, f"incidents/{TOTAL}")["incident"]["claims"]


@pytest.mark.parametrize("verdict", ["accepted", "note"])
def test_what_is_accepted_or_noted_stays_as_it_is(desk: httpx.Client, verdict: str) -> None:
    before = got(desk, f"incidents/{PART}")
    told = judged(desk, before["version"], verdict=verdict, incident=PART).json()
    after = got(desk, f"incidents/{PART}")
    assert after["incident"] == before["incident"]
    assert [row["verdict"] for row in after["judgements"]] == [verdict]
    assert after["version"] == told["version"] != before["version"], "others shall see it"


def test_without_a_version_nothing_is_kept(desk: httpx.Client, book: Ledger) -> None:
    answer = judged(desk, None, verdict="rejected", incident=PART)
    assert (answer.status_code, answer.json()["status"]) == (428, 428)
    assert book.judgements() == []


def test_who_is_late_is_told_what_has_happened(desk: httpx.Client, book: Ledger) -> None:
    version = version_of(desk, PART)
    first = judged(desk, version, verdict="count", incident=PART, value=26, author="First").json()
    late = judged(desk, version, verdict="rejected", incident=PART, author="Late")
    told = late.json()
    assert (late.status_code, late.headers["content-type"]) == (412, "application/problem+json")
    assert (told["version"], [row["author"] for row in told["judgements"]]) == (first["version"], ["First"])
    assert len(book.judgements()) == 1
    assert judged(desk, told["version"], verdict="rejected", incident=PART, author="Late").status_code == 201


def test_who_judges_what_is_no_more_is_told(desk: httpx.Client) -> None:
    version = version_of(desk, PART)
    judged(desk, version, verdict="rejected", incident=PART)
    late = judged(desk, version, verdict="count", incident=PART, value=1)
    assert (late.status_code, late.json()["version"]) == (412, None)
    assert [row["verdict"] for row in late.json()["judgements"]] == ["rejected"]


def test_a_tag_is_a_version_too(desk: httpx.Client) -> None:
    tag = desk.get(f"/api/v1/incidents/{PART}").headers["etag"]
    body = {"verdict": "count", "incident": PART, "value": 26, "reason": "seen"}
    assert desk.post("/api/v1/judgements", json=body, headers={"If-Match": tag}).status_code == 201


@pytest.mark.parametrize(
    "decision",
    [
        {"verdict": "war"},
        {"verdict": "rejected", "claims": []},
        {"verdict": "rejected", "claims": [POST], "reason": " "},
        {"verdict": "rejected", "claims": [POST], "more": 1},
        {"verdict": "rejected", "claims": [POST], "value": 1},
        {"verdict": "count", "claims": [POST], "value": -1},
        {"verdict": "count", "claims": [POST], "value": True},
        {"verdict": "place", "claims": [POST], "value": "Nowhere at All"},
        {"verdict": "place", "claims": [POST], "value": {"name": ""}},
        {"verdict": "weapons", "claims": [POST], "value": [{"class": "sling"}]},
        {"verdict": "time", "claims": [POST], "value": {"start": "2025-02-26", "end": "2025-02-25"}},
        {"verdict": "stance", "claims": [POST]},
        {"verdict": "same", "claims": [POST]},
        {"verdict": "undo", "value": 7},
        {"verdict": "rejected", "claims": "c"},
    ],
    ids=str,
)
def test_what_means_nothing_is_refused(desk: httpx.Client, book: Ledger, decision: dict[str, Any]) -> None:
    answer = judged(desk, None, **decision)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["cure"]
    assert book.judgements() == []


@pytest.mark.parametrize("decision", [{"verdict": "rejected", "claims": ["c0"]}, {"verdict": "undo", "value": "j0"}])
def test_what_is_about_nothing_is_refused(desk: httpx.Client, decision: dict[str, Any]) -> None:
    assert judged(desk, None, **decision).status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 50_000, b'"x"'])
def test_what_is_no_json_is_refused(desk: httpx.Client, body: bytes) -> None:
    answer = desk.post("/api/v1/judgements", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422


def test_judgements_are_listed_from_a_number_on(desk: httpx.Client) -> None:
    for count in (26, 25, 24):
        judged(desk, version_of(desk, PART), verdict="count", incident=PART, value=count)
    rows = got(desk, "judgements", after=1)["items"]
    assert [(row["number"], row["value"]["min"]) for row in rows] == [(2, 25), (3, 24)]
    first = got(desk, "judgements", limit=2)
    assert got(desk, "judgements", cursor=first["next"])["items"] == rows[1:]
    assert got(desk, "judgements", incident=TOTAL)["items"] == []


def test_of_two_at_once_one_is_told_and_nothing_is_lost(desk: httpx.Client, book: Ledger) -> None:
    """Twenty rounds of two people who decide about one incident in the same moment."""
    barrier = Barrier(2)

    def decide(author: str) -> list[int]:
        statuses = []
        with httpx.Client(base_url=desk.base_url, timeout=60) as client:
            for count in range(20):
                version = version_of(client, PART)
                barrier.wait()
                answer = judged(client, version, verdict="count", incident=PART, value=count, author=author)
                statuses.append(answer.status_code)
                barrier.wait()
        return statuses

    with ThreadPoolExecutor(2) as people:
        rounds = list(zip(*people.map(decide, ("one", "two")), strict=True))
    assert [sorted(each) for each in rounds] == [[201, 412]] * 20
    assert [one.value["min"] for one in book.judgements()] == list(range(20))
    assert got(desk, f"incidents/{PART}")["incident"]["count"]["best"] == 19


def test_two_desks_on_one_ledger_lose_nothing(book: Ledger) -> None:
    """Each process has its own lock: between them the ledger alone decides."""
    with served(create_app(book)) as one, served(create_app(book)) as two:
        clients = [httpx.Client(base_url=address, timeout=60) for address in (one, two)]
        for client in clients:  # routes are built when they are first asked for, which two threads must not do at once
            version_of(client, PART)
            assert judged(client, None, verdict="rejected", claims=[]).status_code == 422
        barrier = Barrier(2)

        def decide(client: httpx.Client) -> int:
            version = version_of(client, PART)
            barrier.wait()
            return judged(
                client, version, verdict="count", incident=PART, value=1, author=str(client.base_url)
            ).status_code

        with ThreadPoolExecutor(2) as people:
            statuses = sorted(people.map(decide, clients))
        for client in clients:
            client.close()
    assert statuses == [201, 412]
    assert len(book.judgements()) == 1


@pytest.fixture
def process(book: Ledger) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command itself, and the address that it prints."""
    command = [sys.executable, "-m", "purport", "serve", "--port", "0", "--ledger", book.location]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        yield running, running.stdout.readline().strip()
        running.kill()


def test_what_was_decided_outlives_the_desk(process: tuple[subprocess.Popen[str], str], book: Ledger) -> None:
    running, address = process
    with httpx.Client(base_url=address, timeout=60) as client:
        assert judged(client, version_of(client, PART), verdict="count", incident=PART, value=26).status_code == 201
        running.send_signal(signal.SIGKILL)
        running.wait(20)
    with served(create_app(book)) as again, httpx.Client(base_url=again, timeout=60) as client:
        assert got(client, f"incidents/{PART}")["incident"]["count"]["best"] == 26


def test_the_desk_ends_when_it_is_interrupted(process: tuple[subprocess.Popen[str], str]) -> None:
    running, address = process
    assert httpx.get(f"{address}healthz").json() == {"status": "ok"}
    running.send_signal(signal.SIGINT)
    assert running.wait(20) in {0, 130}
    assert running.stderr is not None
    assert "Traceback" not in running.stderr.read()


def test_a_town_may_be_named_that_is_not_known_everywhere(desk: httpx.Client) -> None:
    told = judged(desk, version_of(desk, PART), verdict="place", incident=PART, value="Okhtyrka").json()
    place = got(desk, f"incidents/{told['incident']}")["incident"]["place"]
    assert (place["name"], place["x_geonames"], place["x_katottg"]) == ("Okhtyrka", 713749, "UA59040110010017443")
