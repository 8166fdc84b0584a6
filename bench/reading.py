"""How fast Purport reads, beside what named peers do to the same texts, in one run on one core.

    python bench/reading.py [PATH…]
    python bench/reading.py --held [SHARED]

PATH: files or folders that Purport reads; the examples where none is named. The ratio is what counts, as machines
differ. No peer does the work of Purport; each does one part of it that a reader could be built on. `--held` measures
what is asked of Purport instead: the start-up, and one pass over each of two sets in the folder SHARED.

    purport     all of extraction: gate, words, numerals, places, times, frames, attribution, stance
    pymorphy3   each word's dictionary forms, which a reader that lemmatises while it reads needs before it can begin
    dateparser  the dates in a text
"""

import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from purport import extract
from purport.model import Document
from purport.sources import read_paths

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "one-night"
SHARED = ROOT.parent / "shared"
START_UP = 1.5  # processor seconds, at most
START = "from purport.pipeline.stages import default_stages; default_stages(); import time; print(time.process_time())"
WARM_UP_DOCUMENTS = 5
SECONDS = 5.0
WORD = re.compile(r"[^\W\d_]+")

Work = Callable[[Document], object]


@dataclass(frozen=True)
class Rate:
    """What one reader did in its share of time."""

    characters: int
    seconds: float

    @property
    def per_second(self) -> float:
        return self.characters / self.seconds


def pymorphy() -> Work:
    from pymorphy3 import MorphAnalyzer

    analyzers = {language: MorphAnalyzer(lang=language) for language in ("ru", "uk")}
    return lambda document: [analyzers[document.language or "ru"].parse(word) for word in WORD.findall(document.text)]


def dates() -> Work:
    from dateparser.search import search_dates

    return lambda document: search_dates(document.text, languages=[document.language or "en"])


def measure(work: Work, documents: list[Document]) -> Rate:
    """Go through the documents, again from the first where they are few, until the time is up."""
    for document in documents[:WARM_UP_DOCUMENTS]:
        work(document)
    characters = 0
    spent = 0.0
    started = time.process_time()
    again = cycle(documents)
    while spent < SECONDS:
        document = next(again)
        work(document)
        characters += len(document.text)
        spent = time.process_time() - started
    return Rate(characters, spent)


def once(work: Work, documents: list[Document]) -> float:
    """Processor seconds of one pass over the documents, with all that is loaded late loaded before."""
    for document in documents[:WARM_UP_DOCUMENTS]:
        work(document)
    started = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - started


def held(shared: Path) -> None:
    """What is asked: processor seconds on one core, with a warm cache, and the peer's on the same texts."""
    begun = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    print(f"start-up {float(begun.stdout):.2f} s, at most {START_UP} s")
    sets: tuple[tuple[str, float, str, Callable[[], Work]], ...] = (
        ("data/mod_russia", 4.0, "pymorphy3", pymorphy),
        ("gold/en", 0.5, "dateparser", dates),
    )
    for name, bound, peer, make in sets:
        documents = read([shared / f"{name}.documents.jsonl"])
        ours, theirs = once(extract, documents), once(make(), documents)
        print(
            f"{name}: {len(documents):,} documents in {ours:.2f} s, at most {bound} s; "
            f"{peer} {theirs:.2f} s, ratio of rates {theirs / ours:.2f}"
        )


def read(paths: list[Path]) -> list[Document]:
    return list(read_paths(paths, on_error=lambda error: print(f"left out: {error}", file=sys.stderr)))


def main() -> None:
    warnings.simplefilter("ignore")
    if sys.argv[1:2] == ["--held"]:
        held(Path(sys.argv[2]) if len(sys.argv) > 2 else SHARED)
        return
    documents = read([Path(name) for name in sys.argv[1:]] or [EXAMPLES])
    cyrillic = [document for document in documents if document.language in {"ru", "uk"}]
    print(f"{len(documents)} documents, {sum(len(document.text) for document in documents):,} code points")
    for name, make, texts in (("pymorphy3", pymorphy, cyrillic), ("dateparser", dates, documents)):
        if not texts:
            print(f"{name}: no text in its languages")
            continue
        ours, theirs = measure(extract, texts), measure(make(), texts)
        print(
            f"purport {ours.per_second:>9,.0f} code points/s   {name} {theirs.per_second:>9,.0f} code points/s   "
            f"ratio {ours.per_second / theirs.per_second:.2f}"
        )


if __name__ == "__main__":
    main()
