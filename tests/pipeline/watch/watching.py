"""A watcher over a ledger and feeds of the test's own, in a time that the test turns."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from purport.ledger import Ledger, open_ledger
from purport.pipeline import Stages
from purport.pipeline.watch import Watcher, load, watcher_of
from purport.sources.polling import Messages
from tests.pipeline.fakes import DroneCounter, read_lines
from tests.pipeline.linked import LINKER
from tests.pipeline.watch.time import FastClock

ITEM = "<item><title>News {n}</title><link>http://a.example/{n}</link><description>{text}</description></item>"


def rss(*texts: str) -> bytes:
    """A feed of these texts, the first first."""
    items = "".join(ITEM.format(n=n, text=text) for n, text in enumerate(texts))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>A</title>{items}</channel></rss>'.encode()


class Room:
    """A folder with a clock, a ledger and a configuration."""

    def __init__(self, folder: Path, book: Ledger) -> None:
        self.folder = folder
        self.book = book
        self.clock = FastClock(folder / "clock")
        self.extract = DroneCounter()

    def watcher(self, config: str, messages: Messages | None = None) -> Watcher:
        path = self.folder / "watch.toml"
        path.write_text(config, encoding="utf-8")
        stages = Stages(read=read_lines, extract=self.extract, link=LINKER)
        return watcher_of(load(path), self.book, stages=stages, clock=self.clock, jitter=lambda: 0.0, messages=messages)

    def run(self, config: str, hours: float, messages: Messages | None = None) -> Watcher:
        """Watch for so many hours from now on."""
        self.clock.end = self.clock.seconds + hours * 3600
        watcher = self.watcher(config, messages)
        self.clock.ended = watcher.stop
        watcher.run()
        return watcher

    def texts(self) -> list[str]:
        """The texts of all documents as they are."""
        return sorted(self.book.find(row.key).document.text for row in self.book.documents())


@contextmanager
def room(folder: Path, place: str | None = None) -> Iterator[Room]:
    with open_ledger(place or folder / "book.db") as book:
        yield Room(folder, book)
