"""A team on one ledger: eight who write and twenty who read at once, for minutes, and then a look at everything.

    team.py [URL] [--seconds S] [--writers W] [--readers R]

Each writer is a process that does as `purport read` does: a run, batches of documents (a tenth of them the same ones
that all others read), a linking, now and then a judgement. Each reader is a process that asks as the desk does, and
follows what is added by its numbers. Afterwards: nobody met an error; all that a writer was told was kept is there, and
nothing else; whoever followed by numbers has missed nothing; the ledger's own check finds nothing.

URL is that of an empty database; without it, a PostgreSQL server of its own is started, as the tests start one.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count, islice
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from statistics import quantiles

from msgspec import Struct, field
from msgspec.structs import replace

from keeping import EXTRACTOR, LINKER, entries, entry
from purport.ledger import Entry, Ledger, open_ledger
from purport.ledger.roll import Called
from purport.ledger.shelf import Choice
from purport.model.claim import claim_id
from purport.model.incident import Judgement
from purport.pipeline.linking import bring_up_to_date
from world import Maker

BATCH, BATCHES = 10, 4  # documents of a batch, batches of a run
SHARED = 10  # one of so many documents is read by all
NIGHTS_A_SECOND = 12  # more of the world than a machine gets through
WORDS = ("drones", "dro", "regi", "oblast drones", "17")


class Kept(Struct):
    """What a writer was told was kept."""

    runs: int = 0
    documents: int = 0
    versions: int = 0
    claims: int = 0
    keys: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    judged: set[str] = field(default_factory=set)
    seconds: list[float] = field(default_factory=list)


class Seen(Struct):
    """What a reader has followed: the numbers of claims and of linkings, and how long its looks took."""

    texts: list[int] = field(default_factory=list)
    linkings: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def named(one: Entry) -> Entry:
    """The entry with the ids that its claims' contents give them, for the check derives them."""
    return Entry(
        one.document, tuple({c.id: c for c in (replace(c, id=claim_id(c)) for c in one.claims or ())}.values())
    )


def portion(listed: list[Entry], number: int, writers: int) -> Iterator[Entry]:
    """What a writer reads: its own documents and those of all, then newer versions of them."""
    own = [one for at, one in enumerate(listed) if at % SHARED == 0 or at % writers == number]
    yield from own
    for left_out in count(1):
        yield from (named(entry(one.document.id, (one.claims or ())[left_out:])) for one in own)


_gate: list[Barrier] = []


def _meet(gate: Barrier) -> None:
    """Keep the gate that all processes wait at."""
    _gate.append(gate)


def begin(seconds: float) -> float:
    """Wait for all others, that they begin at once; when the day ends."""
    _gate[0].wait()
    return time.monotonic() + seconds


def write(url: str, number: int, writers: int, listed: list[Entry], seconds: float) -> Kept:
    """A writer's whole day."""
    chance, kept, rest = random.Random(number), Kept(), portion(listed, number, writers)  # noqa: S311
    with open_ledger(url) as book:
        until = begin(seconds)
        while time.monotonic() < until:
            run = book.begin_run([f"writer {number}"], EXTRACTOR, datetime.now(UTC))
            kept.runs += 1
            for _ in range(BATCHES):
                add(book, run, list(islice(rest, BATCH)), kept)
            book.end_run(run, "finished", {}, datetime.now(UTC))
            begun = time.monotonic()
            bring_up_to_date(book, LINKER, cause=f"run {run}", clock=lambda: datetime.now(UTC))
            kept.seconds.append(time.monotonic() - begun)
            if kept.ids and chance.random() < 0.3:
                judge(book, chance, number, kept)
    return kept


def add(book: Ledger, run: int, batch: list[Entry], kept: Kept) -> None:
    begun = time.monotonic()
    book.standings([one.document for one in batch], EXTRACTOR)
    added = book.add(run, EXTRACTOR, batch)
    kept.seconds.append(time.monotonic() - begun)
    kept.documents += added.new
    kept.versions += added.new + added.changed
    kept.claims += added.claims
    kept.keys |= {one.document.key for one in batch}
    kept.ids |= {claim.id for one in batch for claim in one.claims or ()}


def judge(book: Ledger, chance: random.Random, number: int, kept: Kept) -> None:
    about = chance.choice(sorted(kept.ids))
    now = datetime.now(UTC).isoformat()
    made = Judgement(verdict="note", claims=(about,), author=f"writer {number}", reason="seen", at=now)
    book.judge(made)
    kept.judged.add(made.id)


def look(url: str, number: int, seconds: float) -> Seen:
    """A reader's whole day."""
    chance, seen = random.Random(number), Seen()  # noqa: S311
    with open_ledger(url, create=False) as book:
        until = begin(seconds)
        while time.monotonic() < until:
            begun = time.monotonic()
            ask(book, chance)
            follow(book, seen)
            seen.seconds.append(time.monotonic() - begun)
            time.sleep(chance.uniform(0, 0.2))
    return seen


def ask(book: Ledger, chance: random.Random) -> None:
    """One question of those that the desk asks; all of its looks are of one state."""
    with book.looking() as state:
        before = state.stand()
        claims = state.claims(Called(words=tuple(chance.choice(WORDS).split())), None, 50)
        documents = state.documents(Choice(), None, 50)
        state.words([one.words.claim.id for one in claims[:20]])
        state.incidents_of([one.words.claim.id for one in claims])
        assert state.stand() == before, "what was added meanwhile is seen"
        assert not documents or state.count_documents(Choice(), 50) == len(documents)
    for incident in islice(book.incidents(), 20):
        assert book.incident(incident.id[:17]).id


def follow(book: Ledger, seen: Seen) -> None:
    """What is behind the numbers that were seen last, as the desk's index reads it."""
    with book.surveyed() as survey:
        seen.texts += [number for number, _ in survey.texts(seen.texts[-1] if seen.texts else 0)]
        seen.linkings += [row.number for row in survey.linkings(seen.linkings[-1] if seen.linkings else 0)]


def verify(book: Ledger, writers: list[Kept], readers: list[Seen]) -> None:
    """Nothing is lost, nothing is there that nobody wrote, nobody who followed by numbers has missed anything."""
    rows = book.upkeep.size().rows
    told = {"runs": "runs", "documents": "documents", "versions": "versions", "claims": "claims"}
    for table, name in told.items():
        assert rows[table] == sum(getattr(one, name) for one in writers), f"{table}: {rows[table]}"
    assert rows["run_ends"] == rows["runs"]
    assert rows["documents"] == len(set().union(*(one.keys for one in writers)))
    assert {one.id for one in book.judgements()} == set().union(*(one.judged for one in writers))
    assert len(book.claims_of(set().union(*(one.ids for one in writers)))) == book.count_claims()
    with book.surveyed() as survey:
        texts, linkings = [number for number, _ in survey.texts(0)], [row.number for row in survey.linkings(0)]
    for one in readers:
        follow(book, one)
        assert one.texts == texts, "a reader has missed a claim"
        assert one.linkings == linkings, "a reader has missed a linking"
    problems = list(book.upkeep.check(lambda _told: None))
    assert not problems, problems[:5]


@contextmanager
def served(url: str | None) -> Iterator[str]:
    """The database given, or a new one on a server of its own."""
    if url:
        yield url
        return
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tests.postgres import Server, programs

    found = programs()
    if found is None:
        raise SystemExit("no PostgreSQL server is installed (Debian: apt-get install postgresql); else name a URL")
    server = Server(found)
    try:
        yield server.new_database()
    finally:
        server.stop()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url", nargs="?")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--readers", type=int, default=20)
    given = parser.parse_args()
    listed = [named(one) for one in entries(Maker(1).make(int(given.seconds * NIGHTS_A_SECOND) + 10).claims)]
    with served(given.url) as url, open_ledger(url) as book:
        writers, readers = run(url, given, listed)
        verify(book, writers, readers)
        tell(book, writers, readers)


def run(url: str, given: argparse.Namespace, listed: list[Entry]) -> tuple[list[Kept], list[Seen]]:
    """All writers and readers at once; the first error of any of them ends it."""
    number, context = given.writers + given.readers, get_context("fork")
    with ProcessPoolExecutor(number, context, _meet, (context.Barrier(number),)) as pool:
        writing = [pool.submit(write, url, n, given.writers, listed, given.seconds) for n in range(given.writers)]
        reading = [pool.submit(look, url, n, given.seconds) for n in range(given.readers)]
        return [one.result() for one in writing], [one.result() for one in reading]


def tell(book: Ledger, writers: list[Kept], readers: list[Seen]) -> None:
    size = book.upkeep.size()
    told = [f"{size.rows[table]:,} {table}" for table in ("runs", "versions", "claims", "linkings", "judgements")]
    print(f"{size.database}: {', '.join(told)}; {size.size / 1e6:,.0f} MB")
    for who, days in (("writers", writers), ("readers", readers)):
        spent = sorted(second for one in days for second in one.seconds)
        cuts = quantiles([*spent, *spent], n=100)
        print(f"{len(days)} {who}: {len(spent):,} times, {cuts[49]:.3f} s (median), {cuts[98]:.3f} s (99 of 100)")
    print(f"most memory of a process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:,.0f} MB")
    print("no error, nothing lost, nothing wrong")


if __name__ == "__main__":
    main()
