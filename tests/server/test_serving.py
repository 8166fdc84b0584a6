"""The desk as `purport serve` serves it: several processes at one address, which end together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from purport.ledger import open_ledger
from tests.postgres import Server

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")

_PATIENCE = 30.0  # seconds until what has not happened never will
_GRACE = 10.0  # seconds in which all have to end, on a machine that is busy


@contextmanager
def serving(ledger: str, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a desk of two processes, and the process that was started."""
    command = [sys.executable, "-m", "purport", "serve", "--ledger", ledger, "--port", "0", "--processes", "2"]
    with subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    ) as started:
        assert started.stdout is not None
        try:
            address = started.stdout.readline().strip()
            happens(lambda: len(workers(started)) == 2)
            yield address, started
        finally:
            started.kill()


def workers(started: subprocess.Popen[str]) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{started.pid}/task/{started.pid}/children").read_text().split()))
    except FileNotFoundError:
        return []


def happens(event: Callable[[], Any]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not event():
        assert time.monotonic() < deadline, "it does not happen"
        time.sleep(0.02)


def has_ended(process: int) -> bool:
    """Whether a process is no more, or nobody has asked yet how it ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


@contextmanager
def stopped(process: int) -> Iterator[None]:
    """A process that does nothing meanwhile, so that the other one answers."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


@pytest.fixture
def ledger(night: Path, tmp_path: Path) -> str:
    place = tmp_path / "desk.db"
    place.write_bytes(night.read_bytes())
    return str(place)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_all_end_with_the_one_that_is_asked_to(ledger: str, number: signal.Signals) -> None:
    with serving(ledger) as (address, started):
        assert httpx.get(f"{address}healthz").json() == {"status": "ok"}
        team = workers(started)
        started.send_signal(number)
        out, told = started.communicate(timeout=_GRACE)
    assert all(map(has_ended, team))
    assert out == ""
    assert "Traceback" not in told
    assert started.returncode == (130 if number == signal.SIGINT else -signal.SIGTERM)


def test_an_interrupt_of_the_terminal_reaches_all_of_them(ledger: str) -> None:
    with serving(ledger) as (_, started):
        team = workers(started)
        for process in (*team, started.pid):
            os.kill(process, signal.SIGINT)
        _, told = started.communicate(timeout=_GRACE)
    assert all(map(has_ended, team))
    assert "Traceback" not in told
    assert "takes its place" not in told


def test_none_outlives_the_one_that_was_started(ledger: str) -> None:
    with serving(ledger) as (_, started):
        team = workers(started)
        started.kill()
        happens(lambda: all(map(has_ended, team)))


def test_another_takes_the_place_of_one_that_is_killed(ledger: str) -> None:
    with serving(ledger) as (address, started):
        first, second = workers(started)
        os.kill(first, signal.SIGKILL)
        happens(lambda: len(set(workers(started)) - {first}) == 2)
        with stopped(second):
            assert httpx.get(f"{address}api/v1/incidents", timeout=_PATIENCE).json()["total"] > 10
        started.terminate()
        _, told = started.communicate(timeout=_GRACE)
    assert "a process of the desk has ended (-9); another takes its place" in told


def test_what_is_decided_in_one_is_seen_by_the_other(ledger: str) -> None:
    with serving(ledger) as (address, started):
        _sees_what_another_decides(address, *workers(started))


def test_so_it_is_in_postgresql(night: Path, postgres: Server) -> None:
    where = postgres.new_schema()
    with open_ledger(night, create=False) as old, open_ledger(where) as new:
        new.upkeep.copy_from(old.upkeep, lambda _told: None)
    with serving(where) as (address, started):
        _sees_what_another_decides(address, *workers(started))


def _sees_what_another_decides(address: str, one: int, other: int) -> None:
    """Each process is asked while the other stands still."""
    api = f"{address}api/v1/"

    def ask(process: int, path: str, **headers: str) -> httpx.Response:
        with stopped(one if process == other else other):
            return httpx.get(api + path, headers=headers, timeout=_PATIENCE)

    def decide(process: int, incident: str, version: str) -> httpx.Response:
        told = {"verdict": "accepted", "incident": incident, "reason": "checked", "author": str(process)}
        with stopped(one if process == other else other):
            return httpx.post(f"{api}judgements", json=told, headers={"If-Match": f'"{version}"'}, timeout=_PATIENCE)

    queue = [ask(process, "review").json() for process in (one, other)]
    assert queue[0] == queue[1]
    first = queue[0]["items"][0]
    incident, version = first["incident"]["id"], first["version"]
    before = ask(other, "state")
    assert ask(other, "state", **{"If-None-Match": before.headers["etag"]}).status_code == 304
    assert decide(one, incident, version).status_code == 201
    after = ask(other, "state", **{"If-None-Match": before.headers["etag"]})
    assert (after.status_code, after.json()["judgement"]) == (200, before.json()["judgement"] + 1)
    assert after.headers["etag"] == ask(one, "state").headers["etag"]
    assert incident not in {item["incident"]["id"] for item in ask(other, "review").json()["items"]}
    late = decide(other, incident, version)
    assert (late.status_code, late.json()["judgements"][0]["author"]) == (412, str(one))


def test_of_all_that_decide_at_once_one_is_kept(ledger: str) -> None:
    with serving(ledger) as (address, _), httpx.Client(base_url=address, timeout=_PATIENCE) as client:
        incident = client.get("/api/v1/review").json()["items"][0]
        told = {"verdict": "accepted", "incident": incident["incident"]["id"], "reason": "checked"}
        headers = {"If-Match": f'"{incident["version"]}"'}

        def decide(number: int) -> int:
            answer = httpx.post(
                f"{address}api/v1/judgements", json={**told, "author": f"p{number}"}, headers=headers, timeout=_PATIENCE
            )
            return answer.status_code

        with ThreadPoolExecutor(8) as people:
            statuses = list(people.map(decide, range(8)))
        assert sorted(statuses) == [201, *[412] * 7]
        assert client.get("/api/v1/judgements").json()["total"] == 1
