"""What the cheap looks of `purport archive` lose, against reading every page in full.

    recall.py PAGES DOCUMENTS.jsonl… [--of N] [--seed N] [--lost N]

PAGES: a folder of real pages (`*.html`, WARC files), which become templates. Each document, N of each file, is put into
one of them in each way that an article stands in a page (`bench/pages.py`), and the page is read in full and through
the looks. Recall is the share of pages with claims that pass, and of their claims. The pages of the folder are also
read as they are.
"""

import argparse
import logging
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pages import VARIANTS, load, wrap
from purport.errors import InputError
from purport.model import Document
from purport.pipeline.archive.reading import Reader
from purport.pipeline.archive.records import Item
from purport.pipeline.stages import default_extractor
from purport.settings import Settings
from purport.sources import read_bytes, read_paths

WORDS = {"no word": "bytes", "no sentence": "text"}


def claims_in(data: bytes, extract: object) -> int:
    """How many claims the full reading of a page finds."""
    found = read_bytes(data, name="page", on_error=lambda _: None)
    return sum(len(extract(document)) for document in found)  # type: ignore[operator]


def drawn(paths: list[Path], number: int, seed: int) -> Iterator[tuple[str, Document]]:
    """So many documents of each file."""
    for path in paths:
        documents = list(read_paths([path], on_error=lambda _: None))
        random.Random(seed).shuffle(documents)  # noqa: S311 - a draw
        yield from ((path.name.partition(".")[0], document) for document in documents[:number])


class Tally:
    """Pages with claims, and what became of them."""

    def __init__(self, lost: int) -> None:
        self._look, self._extract = Reader(), default_extractor(Settings.of())
        self._counts: dict[tuple[str, str], Counter[str]] = {}
        self._shown = lost

    def add(self, key: tuple[str, str], data: bytes, about: str) -> None:
        counts = self._counts.setdefault(key, Counter())
        claims = claims_in(data, self._extract)
        if not claims:
            counts["none"] += 1
        try:
            step, _ = self._look(Item(0, about, data))
        except InputError as error:
            step = error.reason
        if claims:
            counts.update({"pages": 1, "claims": claims, step: 1})
            counts["claims kept"] += claims if step == "read" else 0
            if step != "read" and self._shown:
                self._shown -= 1
                print(f"lost by its {WORDS.get(step, step)}: {key} {about}: {claims} claims")
        elif step == "read":
            counts["read in vain"] += 1

    def show(self) -> None:
        print(f"{'set':<16}{'page':<14}{'with claims':>12}{'lost by bytes':>15}", end="")
        print(f"{'by text':>9}{'recall':>9}{'of claims':>11}{'without':>9}{'in vain':>9}")
        for (name, variant), counts in sorted(self._counts.items()):
            self._line(name, variant, counts)
        self._line("all", "", sum(self._counts.values(), Counter()))

    def _line(self, name: str, variant: str, counts: Counter[str]) -> None:
        pages = counts["pages"] or 1
        kept, claims = counts["read"] / pages, counts["claims kept"] / (counts["claims"] or 1)
        print(f"{name:<16}{variant:<14}{counts['pages']:>12,}{counts['no word']:>15}", end="")
        print(f"{counts['no sentence']:>9}{kept:>9.4f}{claims:>11.4f}{counts['none']:>9,}{counts['read in vain']:>9,}")


def main() -> None:
    logging.disable()
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", type=Path)
    parser.add_argument("documents", type=Path, nargs="+")
    parser.add_argument("--of", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lost", type=int, default=20)
    given = parser.parse_args()
    templates = load(given.pages)
    chance = random.Random(given.seed)  # noqa: S311 - a draw
    tally = Tally(given.lost)
    for name, data in templates:
        tally.add(("as they are", ""), data, name)
    for name, document in drawn(given.documents, given.of, given.seed):
        for variant in VARIANTS:
            about, template = chance.choice(templates)
            tally.add((name, variant), wrap(template, document, variant, about), f"{document.id} in {about}")
    tally.show()


if __name__ == "__main__":
    main()
