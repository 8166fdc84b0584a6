"""Four feeds of one day, each wrong in its own ways at certain hours, served by real servers on loopback.

What they serve hangs on the time in a file, which the watcher's clock turns.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from msgspec import Struct

from tests.pipeline.watch.time import START, seconds_in
from tests.sources.web.serving import Answer, Site, endless, serving

WINDOW = 12  # items that a feed shows
PERIOD = 1200.0  # seconds between two items
EDITED, EDITED_AT = 20, 9 * 3600.0  # the item that "bravo" edits, and when
FORGOTTEN = "http://169.254.169.254/latest/meta-data"

Wrong = Callable[[BaseHTTPRequestHandler, bytes], None]


class Spell(Struct):
    """Hours in which a feed does wrong."""

    start: float
    end: float
    wrong: Answer


class World:
    """The feeds by name, with their spells; `now` is the time that they live in, in seconds."""

    def __init__(self, clock: Path, sites: dict[str, Site]) -> None:
        self._clock = clock
        self.sites = sites
        self.spells = _spells()
        for name, site in sites.items():
            site.does("/feed", self._answer(name))

    @property
    def now(self) -> float:
        return seconds_in(self._clock)

    def config(self, timeout: str = "4 s") -> str:
        feeds = [
            f'[[feed]]\nname = "{name}"\nkind = "rss"\nurl = "{site.url}/feed"\nevery = "10 min"\n'
            for name, site in self.sites.items()
        ]
        return f'allow_private = true\npause = "0 s"\ntimeout = "{timeout}"\n' + "".join(feeds)

    def items(self, name: str, now: float) -> list[tuple[int, str]]:
        """The items that a feed has published by then: number and text."""
        found = []
        for number in range(int(now // PERIOD) + 1):
            edited = " and 3 drones" if (name, number) == ("bravo", EDITED) and now >= EDITED_AT else ""
            found.append((number, f"Over Sumy {number + 1} drones fell{edited}, the army said."))
        return found

    def _answer(self, name: str) -> Answer:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            now = self.now
            for spell in self.spells[name]:
                if spell.start * 3600 <= now < spell.end * 3600:
                    spell.wrong(handler)
                    return
            _send(handler, self.body(name, now), skew=5 if name == "alpha" else 0)

        return answer

    def body(self, name: str, now: float) -> bytes:
        """RSS; "alpha" dates all its items anew each time, by a clock that is five hours fast."""
        shown = self.items(name, now)[-WINDOW:]
        parts = []
        for number, text in reversed(shown):
            at = now + 5 * 3600 if name == "alpha" else number * PERIOD
            url = f"http://{name}.example/{number}"
            date = format_datetime(START + timedelta(seconds=at))
            parts.append(
                f"<item><title>News {number}</title><link>{url}</link><guid>{url}</guid>"
                f"<pubDate>{date}</pubDate><description>{text}</description></item>"
            )
        head = f"<title>{name}</title><link>http://{name}.example/</link><language>en</language>"
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(parts)}</channel></rss>'.encode()


@contextmanager
def world(clock: Path) -> Iterator[World]:
    """The four feeds, served meanwhile."""
    with ExitStack() as held:
        sites = {name: held.enter_context(serving()) for name in ("alpha", "bravo", "charlie", "delta")}
        yield World(clock, sites)


def _spells() -> dict[str, list[Spell]]:
    return {
        "alpha": [Spell(3, 3.3, _slow), Spell(8, 8.5, _too_many)],
        "bravo": [Spell(5, 7, _error), Spell(10, 10.5, _lying)],
        "charlie": [Spell(6, 6.5, _broken), Spell(12, 13, _redirect)],
        "delta": [Spell(2, 2.6, endless), Spell(12, 19, _hung_up)],
    }


def _send(handler: BaseHTTPRequestHandler, body: bytes, skew: float = 0) -> None:
    handler.send_response_only(200)
    handler.send_header("Date", format_datetime(START + timedelta(hours=skew)))
    handler.send_header("Content-Type", "application/rss+xml")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _slow(handler: BaseHTTPRequestHandler) -> None:
    site: Site = handler.server.site  # type: ignore[attr-defined]
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    until = time.monotonic() + 30
    while time.monotonic() < until and not site.ending.wait(0.05):
        handler.wfile.write(b"X-Wait: 1\r\n")
        handler.wfile.flush()


def _too_many(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response_only(429)
    handler.send_header("Retry-After", "1500")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def _error(handler: BaseHTTPRequestHandler) -> None:
    handler.send_error(500)


def _lying(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response_only(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"<rss>")


def _broken(handler: BaseHTTPRequestHandler) -> None:
    _send(handler, b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Over Sumy 99 drones <<b></ti')


def _redirect(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response_only(302)
    handler.send_header("Location", FORGOTTEN)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def _hung_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()
