"""The desk as `purport serve` serves it: several processes at one address, which end together."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from select import select
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx
import pytest

from purport.ledger import open_ledger
from tests.postgres import Server

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")

_PATIENCE = 30.0  # seconds until what has not happened never will
_GRACE = 10.0  # seconds in which all have to end, on a machine that is busy


@contextmanager
def serving(ledger: str, processes: int | None = 2) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a desk of so many processes, and the process that was started."""
    command = [sys.executable, "-m", "purport", "serve", "--ledger", ledger, "--port", "0"]
    command += [] if processes is None else ["--processes", str(processes)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    ) as started:
        assert started.stdout is not None
        try:
            address = started.stdout.readline().strip()
            happens(lambda: len(workers(started)) == (processes or 0))
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


def line(address: str) -> HTTPConnection:
    """A connection on which it has been asked whether the desk is there."""
    opened = HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE)
    opened.request("GET", "/healthz")
    return opened


def answered(lines: list[HTTPConnection]) -> list[HTTPConnection]:
    """Those on which something has come, or comes soon."""
    ready, _, _ = select([one.sock for one in lines], [], [], 0.05)
    return [one for one in lines if one.sock in ready]


class Told(NamedTuple):
    status: int
    tag: str
    body: Any


def told_by(idle: int, address: str, path: str, headers: Mapping[str, str] | None = None, body: Any = None) -> Told:
    """What one of two processes answers, while the other, `idle`, stands still."""
    with stopped(idle), closing(line(address)) as one, closing(line(address)) as other:
        happens(lambda: answered([one, other]))
        (open_,) = answered([one, other])
        assert open_.getresponse().read()
        sent = None if body is None else json.dumps(body)
        told = {"Content-Type": "application/json", **(headers or {})}
        open_.request("GET" if body is None else "POST", f"/api/v1/{path}", sent, told)
        answer = open_.getresponse()
        read = answer.read()
        return Told(answer.status, answer.headers.get("ETag", ""), json.loads(read) if read else None)


@pytest.fixture
def ledger(night: Path, tmp_path: Path) -> str:
    place = tmp_path / "desk.db"
    place.write_bytes(night.read_bytes())
    return str(place)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_all_end_together(ledger: str, number: signal.Signals) -> None:
    with serving(ledger) as (address, started):
        assert httpx.get(f"{address}healthz").json() == {"status": "ok"}
        team = workers(started)
        if number == signal.SIGINT:  # Ctrl-C reaches all processes of a terminal
            for process in team:
                os.kill(process, number)
        started.send_signal(number)
        out, told = started.communicate(timeout=_GRACE)
    assert all(map(has_ended, team))
    assert (out, started.returncode) == ("", 130 if number == signal.SIGINT else -signal.SIGTERM)
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
        assert told_by(second, address, "incidents").body["total"] > 10
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
    queue = [told_by(idle, address, "review") for idle in (one, other)]
    assert queue[0] == queue[1]
    item = queue[0].body["items"][0]
    told = {"verdict": "accepted", "incident": item["incident"]["id"], "reason": "checked"}
    seen = {"If-Match": f'"{item["version"]}"'}
    before = told_by(one, address, "state")
    assert told_by(one, address, "state", {"If-None-Match": before.tag}).status == 304
    assert told_by(other, address, "judgements", seen, told | {"author": "first"}).status == 201
    after = told_by(one, address, "state", {"If-None-Match": before.tag})
    assert (after.status, after.body["judgement"]) == (200, before.body["judgement"] + 1)
    assert after.tag == told_by(other, address, "state").tag
    left = told_by(one, address, "review").body["items"]
    assert item["incident"]["id"] not in {one["incident"]["id"] for one in left}
    late = told_by(one, address, "judgements", seen, told | {"author": "second"})
    assert (late.status, late.body["judgements"][0]["author"]) == (412, "first")


def test_connections_are_dealt_out_in_turn(ledger: str) -> None:
    with serving(ledger) as (address, started), ExitStack() as opened:
        with stopped(workers(started)[0]):
            lines = [opened.enter_context(closing(line(address))) for _ in range(10)]
            happens(lambda: len(answered(lines)) == 5)
        happens(lambda: len(answered(lines)) == 10)


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


def test_of_a_small_ledger_one_process_answers(ledger: str) -> None:
    with serving(ledger, processes=None) as (address, started):
        assert httpx.get(f"{address}healthz", timeout=_PATIENCE).json() == {"status": "ok"}
        assert workers(started) == []
