"""A crawl made of a folder of real pages: WARC files of any size, written as they come, every page at its own address.

    crawl.py PAGES DOCUMENTS… --to FILE.warc.gz --mb N [--relevant 0.02]

N are megabytes of pages, unpacked. DOCUMENTS are texts that become relevant pages (`bench/pages.py`).
"""

import argparse
import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pages import load, wrap
from purport.model import Document
from purport.pipeline.stages import default_extractor
from purport.settings import Settings
from purport.sources import read_bytes, read_paths

RELEVANT = 0.02
MB = 1_000_000


@dataclass(frozen=True)
class Stock:
    """Pages to make a crawl of."""

    irrelevant: list[bytes]
    relevant: list[bytes]

    def mixed(self, seed: int = 1, share: float = RELEVANT) -> Iterator[bytes]:
        """Pages without end, of which so many are relevant: every fiftieth, say, so that few are enough to measure."""
        chance = random.Random(seed)  # noqa: S311 - a draw
        every = round(1 / share)
        while True:
            turn = chance.randrange(every)
            for at in range(every):
                yield chance.choice(self.relevant if at == turn else self.irrelevant)


def stock(folder: Path, documents: list[Path], seed: int = 1) -> Stock:
    """The folder's pages in which the full reading finds no claim, and each document in four of the folder's pages."""
    extract = default_extractor(Settings.of())

    def claims(data: bytes) -> int:
        return sum(len(extract(one)) for one in read_bytes(data, name="page", on_error=lambda _: None))

    templates = load(folder)
    irrelevant = [data for _, data in templates if not claims(data)]
    texts: list[Document] = list(read_paths(documents, on_error=lambda _: None))
    chance = random.Random(seed)  # noqa: S311 - a draw
    made = (wrap(chance.choice(templates)[1], text) for text in texts for _ in range(4))
    return Stock(irrelevant, [data for data in made if claims(data)])


def record(url: str, body: bytes) -> bytes:
    """A record of what a server answered."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    about = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head) + len(body)}\r\n\r\n"
    )
    return about.encode() + head + body + b"\r\n\r\n"


def write(path: Path, pages: Iterator[bytes], size: int) -> int:
    """Write pages of so many bytes in all, each a gzip member of its own; how many they are."""
    written = number = 0
    with path.open("wb") as file:
        for page in pages:
            if written >= size:
                return number
            url = f"https://news.example/{path.name}/{number}"
            file.write(gzip.compress(record(url, page), compresslevel=1))
            written += len(page)
            number += 1
    return number


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", type=Path)
    parser.add_argument("documents", type=Path, nargs="+")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--mb", type=int, required=True)
    parser.add_argument("--relevant", type=float, default=RELEVANT)
    given = parser.parse_args()
    made = stock(given.pages, given.documents)
    print(f"{len(made.irrelevant)} irrelevant pages, {len(made.relevant)} relevant ones")
    number = write(given.to, made.mixed(share=given.relevant), given.mb * MB)
    print(f"{number:,} pages, {given.to.stat().st_size / MB:,.0f} MB packed")


if __name__ == "__main__":
    main()
