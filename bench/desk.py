"""How long the desk takes to answer when many ask at once, over a ledger as large as it has to bear.

    desk.py LEDGER [--at-once N] [--seconds S] [--seed S] [--processes N]

Starts `purport serve` on the ledger (`bench/million.py` makes one of a million claims) and asks it, N requests at a
time, for views of the map, searches, incidents' pages and the rest that a page needs. No two ask for the same: boxes,
dates and words are drawn, so that answers come from no cache. Prints, for each kind of request, how many were answered
and in what time half, 95 and 99 of a hundred were; and the server's processor time a request, which other programs on
the machine disturb less than the clock.
"""

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode, urlsplit

from million import CODES, SYLLABLES
from world import FIRST

TICKS = os.sysconf("SC_CLK_TCK")
KINDS = ["interception", "attack", "damage", "casualties"]
SORTS = ["-time", "time", "-count", "place", "-origins"]
REGIONS = [code for codes in CODES.values() for code in codes]
WEIGHTS = {"map": 5, "search": 4, "incident": 5, "list": 3, "timeline": 2, "facets": 1}
Asked = tuple[str, dict[str, str]]


class Reader:
    """Asks as somebody at the desk does, of a ledger whose incidents `ids` are some of."""

    def __init__(self, seed: int, ids: list[str], nights: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.ids = ids
        self.nights = nights
        self.ways: dict[str, Callable[[], Asked]] = {
            "map": lambda: ("map", {**self._box(), **self._some(), "zoom": str(self.random.randint(4, 9))}),
            "search": lambda: ("incidents", {"q": self._words()}),
            "incident": lambda: (f"incidents/{self.random.choice(self.ids)}", {}),
            "list": lambda: ("incidents", {**self._some(), "sort": self.random.choice(SORTS)}),
            "timeline": lambda: ("timeline", self._some()),
            "facets": lambda: ("facets", self._some()),
        }

    def ask(self) -> tuple[str, Asked]:
        """The kind of the next request, and the request."""
        (kind,) = self.random.choices(list(WEIGHTS), WEIGHTS.values())
        return kind, self.ways[kind]()

    def _box(self) -> dict[str, str]:
        west, south = self.random.uniform(26, 44), self.random.uniform(44, 53)
        width = self.random.choice([1, 3, 8, 20])
        return {"box": f"{west:.3f},{south:.3f},{west + width:.3f},{min(89.0, south + width / 2):.3f}"}

    def _some(self) -> dict[str, str]:
        """A few filters: days, mostly, and then a kind or a region."""
        asked = {}
        if self.random.random() < 0.7:
            first = FIRST + timedelta(self.random.randrange(self.nights))
            last: date = first + timedelta(self.random.choice([1, 7, 30, 365]))
            asked |= {"since": first.isoformat(), "until": last.isoformat()}
        if self.random.random() < 0.4:
            asked["kind"] = self.random.choice(KINDS)
        if self.random.random() < 0.3:
            asked["place"] = self.random.choice(REGIONS)
        return asked

    def _words(self) -> str:
        """One or two beginnings of words, frequent or rare."""
        begun = ["".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 3))), "drones", "збито", "Kursk"]
        return " ".join(self.random.sample(begun, self.random.randint(1, 2)))


@contextmanager
def served(ledger: Path, processes: int | None) -> Iterator[tuple[str, int]]:
    """The address of the desk, and its process; the first of several."""
    command = [sys.executable, "-m", "purport", "serve", "--ledger", str(ledger), "--port", "0"]
    if processes:
        command += ["--processes", str(processes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout
        try:
            yield serving.stdout.readline().strip(), serving.pid
        finally:
            serving.terminate()


def spent(process: int) -> float:
    """Seconds of processor that a process and its children have taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return (int(fields[11]) + int(fields[12])) / TICKS + sum(spent(int(child)) for child in children)


class Line:
    """A connection that asks one thing after the other, and costs the machine less than a whole client would."""

    def __init__(self, address: str) -> None:
        self.netloc = urlsplit(address).netloc
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, query: dict[str, str]) -> tuple[int, bytes]:
        """The status and the body of an answer."""
        if self._ends is None:
            host, port = self.netloc.rsplit(":", 1)
            self._ends = await asyncio.open_connection(host, int(port), limit=1 << 24)
        reader, writer = self._ends
        target = f"/api/v1/{path}?{urlencode(query)}"
        writer.write(f"GET {target} HTTP/1.1\r\nHost: {self.netloc}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        return int(head.split(b" ", 2)[1]), await reader.readexactly(length)

    def close(self) -> None:
        if self._ends is not None:
            self._ends[1].close()


async def press(line: Line, reader: Reader, until: float, told: dict[str, list[float]]) -> Counter[int]:
    """One of those who ask at once: the next request as soon as the last is answered."""
    statuses: Counter[int] = Counter()
    while time.perf_counter() < until:
        kind, (path, query) = reader.ask()
        began = time.perf_counter()
        status, _ = await line.get(path, query)
        told[kind].append(time.perf_counter() - began)
        statuses[status] += 1
    line.close()
    return statuses


async def measure(address: str, process: int, chosen: argparse.Namespace) -> None:
    began = time.perf_counter()
    ids, first = [], Line(address)
    for sort in SORTS:  # each order is made once
        page = json.loads((await first.get("incidents", {"limit": "500", "sort": sort}))[1])
        if not ids:
            print(f"{page['total']:,} incidents; the first answer after {time.perf_counter() - began:.1f} s")
        ids += [row["id"] for row in page["items"]]
    first.close()
    readers = [Reader(chosen.seed + number, ids, chosen.nights) for number in range(chosen.at_once)]
    told: dict[str, list[float]] = defaultdict(list)
    before, began = spent(process), time.perf_counter()
    until = began + chosen.seconds
    statuses = await asyncio.gather(*(press(Line(address), reader, until, told) for reader in readers))
    seconds = time.perf_counter() - began
    number = sum(map(len, told.values()))
    print(f"{'':10}{'asked':>8}{'p50':>8}{'p95':>8}{'p99':>8}  ms")
    for kind, times in sorted(told.items()):
        cuts = quantiles(times, n=100, method="inclusive") if len(times) > 1 else [times[0]] * 99
        print(f"{kind:10}{len(times):>8}" + "".join(f"{1e3 * cuts[at - 1]:>8.0f}" for at in (50, 95, 99)))
    processor, answers = 1e3 * (spent(process) - before) / number, dict(sum(statuses, Counter()))
    print(f"{number / seconds:.0f} a second; {processor:.1f} ms of processor each; answers: {answers}")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--at-once", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--nights", type=int, default=20_900)
    parser.add_argument("--processes", type=int, help="that answer; as many as the desk thinks right, by default")
    chosen = parser.parse_args()
    with served(chosen.ledger, chosen.processes) as (address, process):
        asyncio.run(measure(address, process, chosen))


if __name__ == "__main__":
    main()
