"""What it costs to watch feeds for weeks: memory and time by the day, in a time that runs as fast as it can.

    weeks.py [--days N] [--feeds F] [--every MINUTES] [--items PER_DAY]

F feeds on loopback, served by another process, each with so many new items a day in two languages, are watched with the
stages that Purport ships, into a ledger in a folder of its own. For each day: the memory of the process, what a poll
took of the processor, and the size of the ledger.
"""

import argparse
import multiprocessing
import queue
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any, TypeVar

from purport.ledger import open_ledger
from purport.pipeline.watch import load, watcher_of

T = TypeVar("T")

START = datetime(2024, 4, 5, tzinfo=UTC)
DAY = 24 * 3600.0
_SHOWN = 30
_REGIONS = ("Sumy", "Kharkiv", "Poltava", "Odesa", "Mykolaiv")
_REGIONS_UK = ("Сумщині", "Харківщині", "Полтавщині", "Одещині", "Миколаївщині")


def text_of(feed: int, number: int, day: int) -> str:
    """What an item says: of each region one figure a day, told by all."""
    region = (feed + number) % len(_REGIONS)
    count = 5 + (7 * day + 11 * region) % 40
    if feed % 2:
        return f"Вночі над {_REGIONS_UK[region]} збили {count} дронів, повідомили Повітряні сили."
    return f"Air defence shot down {count} drones over {_REGIONS[region]} Oblast overnight, the air force said."


class Clock:
    """A clock that jumps to whatever is waited for, seen by the serving process too."""

    def __init__(self, shared: "Synchronized[float]", end: float, at_day: Callable[[int], None]) -> None:
        self._shared = shared
        self._end = end
        self._at_day = at_day
        self._day = 0
        self.ended: Callable[[], None] = lambda: None

    def now(self) -> datetime:
        return START + timedelta(seconds=self._shared.value)

    def wait(self, inbox: "queue.SimpleQueue[T]", seconds: float, *, busy: bool) -> T | None:
        if busy:
            return inbox.get(timeout=600)
        try:
            return inbox.get_nowait()
        except queue.Empty:
            self._shared.value += max(0.0, seconds)
        if int(self._shared.value // DAY) > self._day:
            self._day = int(self._shared.value // DAY)
            self._at_day(self._day)
        if self._shared.value >= self._end:
            self.ended()
        return None


def serve(shared: "Synchronized[float]", port: "Synchronized[int]", per_day: int) -> None:
    """Serve all feeds, at /0, /1, …, each as it is at the shared time."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = rss(int(self.path[1:]), shared.value, per_day)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port.value = server.server_address[1]
    server.serve_forever()


def rss(feed: int, now: float, per_day: int) -> bytes:
    """The last items of a feed."""
    last = int(now / DAY * per_day)
    items = []
    for number in range(max(0, last - _SHOWN), last + 1):
        at = number * DAY / per_day
        date = format_datetime(START + timedelta(seconds=at))
        url = f"http://feed{feed}.example/{number}"
        told = text_of(feed, number, int(at // DAY))
        items.append(
            f"<item><title>{number}</title><link>{url}</link><pubDate>{date}</pubDate>"
            f"<description>{told}</description></item>"
        )
    head = f"<title>Feed {feed}</title><link>http://feed{feed}.example/</link>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()


def held() -> float:
    """MB of this process."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--days", type=int, default=14)
    options.add_argument("--feeds", type=int, default=12)
    options.add_argument("--every", type=int, default=10, help="minutes between two polls")
    options.add_argument("--items", type=int, default=24, help="new items of each feed a day")
    asked = options.parse_args()
    shared, port = multiprocessing.Value("d", 0.0), multiprocessing.Value("i", 0)
    server = multiprocessing.Process(target=serve, args=(shared, port, asked.items), daemon=True)
    server.start()
    while not port.value:
        time.sleep(0.01)
    with tempfile.TemporaryDirectory() as folder:
        watch(asked, shared, port.value, Path(folder))
    server.terminate()


def watch(asked: argparse.Namespace, shared: "Synchronized[float]", port: int, folder: Path) -> None:
    feeds = "".join(
        f'[[feed]]\nname = "{n}"\nkind = "rss"\nurl = "http://127.0.0.1:{port}/{n}"\nevery = "{asked.every} min"\n'
        for n in range(asked.feeds)
    )
    (folder / "watch.toml").write_text(f'allow_private = true\npause = "0 s"\n{feeds}', encoding="utf-8")
    begun = [time.process_time(), 0.0]

    def at_day(day: int) -> None:
        took, polls = time.process_time() - begun[0], watcher.told.polls - begun[1]
        size = sum(path.stat().st_size for path in folder.glob("book.db*")) / 1e6
        per_poll = 1000 * took / max(1, polls)
        print(f"day {day:3}  {held():7.1f} MB  {per_poll:6.1f} ms a poll  ledger {size:7.2f} MB", flush=True)
        begun[:] = time.process_time(), watcher.told.polls

    clock = Clock(shared, asked.days * DAY, at_day)
    with open_ledger(folder / "book.db") as book:
        watcher = watcher_of(load(folder / "watch.toml"), book, clock=clock)
        clock.ended = watcher.stop
        watcher.run()
        told = watcher.told
        print(f"{told.polls:,} polls, {told.failed} failed, {told.new:,} documents, {told.claims:,} claims")
        print(f"{len(book.feeds.gaps())} gaps, {len(list(book.incidents())):,} incidents")


if __name__ == "__main__":
    sys.exit(main())
