"""What it costs to keep incidents: a ledger of a made world linked at once, then with one new document after another.

    keeping.py [--nights N ...] [--documents D] [--folder FOLDER]

For each number of nights (20,900 make a million claims): the ledger's making, the first linking, and of D documents
that come after it, one by one, what linking each takes, by processor and by clock. `--folder` keeps the ledgers there
and takes them from there again.
"""

import argparse
import gc
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median

from msgspec.structs import replace

from purport.ledger import Entry, Ledger, open_ledger
from purport.model import Claim, Document
from purport.pipeline.linking import Linker, bring_up_to_date
from world import Maker, locate, who

LINKER = Linker(who, locate)
EXTRACTOR = "made/1"
BATCH = 1_000


def entries(claims: Iterable[Claim]) -> list[Entry]:
    """The documents that claims stand in, each with its claims."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document].append(claim)
    return [entry(name, of) for name, of in found.items()]


def entry(name: str, claims: Iterable[Claim]) -> Entry:
    """A document whose text is the words of these claims; of one name there may be several versions."""
    placed, at = [], 0
    for claim in claims:
        placed.append(replace(claim, start=at))
        at += len(claim.quote) + 1
    document = Document(
        id=name,
        source=placed[0].publisher if placed else "Nobody",
        kind="telegram",
        url=f"https://example.org/{name}",
        published=placed[0].published if placed else None,
        language=None,
        title=None,
        text="\n".join(claim.quote for claim in placed) or "nothing",
    )
    return Entry(document, tuple(replace(claim, document_key=document.key) for claim in placed))


def add(book: Ledger, added: Iterable[Entry]) -> None:
    """One run that reads these documents; nothing is linked yet."""
    run = book.begin_run(["a made world"], EXTRACTOR, datetime.now(UTC))
    rest = iter(added)
    while batch := list(islice(rest, BATCH)):
        book.add(run, EXTRACTOR, batch)


def update(book: Ledger) -> None:
    bring_up_to_date(book, LINKER, cause="bench", clock=lambda: datetime.now(UTC))


def spent(book: Ledger, added: Iterable[Entry]) -> Iterator[tuple[float, float]]:
    """Seconds of processor and clock that it takes to link each document when it has just been read."""
    for one in added:
        add(book, [one])
        began = time.process_time(), time.perf_counter()
        update(book)
        yield time.process_time() - began[0], time.perf_counter() - began[1]


def measure(nights: int, documents: int, folder: Path) -> None:
    world = Maker(1).make(nights)
    listed = entries(world.claims)
    random.Random(nights).shuffle(listed)  # noqa: S311
    late, early = listed[:documents], listed[documents:]
    path = folder / f"{nights}.db"
    with open_ledger(path) as book:
        began = time.process_time()
        add(book, early)
        added = time.process_time() - began
        update(book)
        linked = time.process_time() - began - added
        gc.freeze()  # the world itself, which no reader holds in memory, is no part of what a document costs
        costs = list(spent(book, late))
    number = len(world.claims)
    print(
        f"{number:>9,} claims: added in {1e6 * added / number:.0f} µs each, linked and kept in "
        f"{1e6 * linked / number:.0f} µs each ({linked:.0f} s); one new document: median "
        f"{1e3 * median(p for p, _ in costs):.0f} ms of processor, {1e3 * median(c for _, c in costs):.0f} ms by the "
        f"clock, at most {1e3 * max(c for _, c in costs):.0f} ms; {path.stat().st_size / 1e6:,.0f} MB; "
        f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--nights", type=int, nargs="+", default=[209, 2_090])
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for nights in chosen.nights:
            measure(nights, chosen.documents, chosen.folder or Path(temporary))


if __name__ == "__main__":
    main()
