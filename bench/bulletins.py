"""The Ukrainian air force's bulletins of weapons stopped: Purport's figures against another team's counts of them.

    python bench/bulletins.py [--errors] [DATA]

DATA: the folder with `kpszsu_bulletins.documents.jsonl` and `kpszsu_bulletins.counts.csv`. A cell is what one bulletin
says of one column of the counts; rows of the counts that one bulletin stands behind are summed. `--errors` shows each
disagreement with the bulletin's lines. Who is wrong in it was read by hand: `bulletins.verdicts.csv`, a line of which
holds only for the two figures that it was written for.
"""

import argparse
import csv
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from purport import extract
from purport.errors import InputError
from purport.model import Claim, Document, Weapon
from purport.sources import read_paths

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "shared" / "data"
DATE = re.compile(r"(?<!\d)(\d\d)\.(0[1-9]|1[0-2])(?:\.(?:20)?(\d\d))?(?!\d)")
CLOCK = re.compile(r"(?<!\d)(\d\d?)\.([0-5]\d)(?!\d)")
BRACKETS = re.compile(r"\([^)]*\)")
HEADING = re.compile(r"знищено", re.IGNORECASE)
VERDICTS = ("engine", "other team", "ambiguous", "unread")

Cells = dict[str, int]


@dataclass(frozen=True)
class Columns:
    """Which column counts which weapon."""

    classes: dict[str, str]
    models: dict[str, str]

    @classmethod
    def load(cls) -> "Columns":
        known = tomllib.loads((HERE / "bulletins.toml").read_text(encoding="utf-8"))
        return cls(known["classes"], known["models"])

    def of(self, weapons: Iterable[Weapon]) -> list[str]:
        """The columns that a figure for these weapons may stand in, those of named models first."""
        weapons = list(weapons)
        named = [self.models[w.model] for w in weapons if w.model in self.models]
        classes = [self.classes[w.cls] for w in weapons if w.cls in self.classes]
        open_to_class = len(weapons) > 1 or not named
        broader = ["missiles"] if len(weapons) > 1 and any(c.endswith("_missiles") for c in classes) else []
        return list(dict.fromkeys([*named, *(classes if open_to_class else []), *broader]))


@dataclass(frozen=True)
class Row:
    """One row of the other team's counts: `clock` is HH:MM, empty where they give none."""

    date: str
    clock: str
    cells: Cells


@dataclass(frozen=True)
class Cell:
    """One figure of one bulletin, by either side; None where a side has none."""

    document: str
    column: str
    theirs: int | None
    ours: int | None

    @property
    def agreed(self) -> bool:
        return self.theirs == self.ours


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(line) for line in csv.DictReader(file)]


def _row(line: dict[str, str]) -> Row:
    cells = {k: int(v) for k, v in line.items() if v and not k.startswith("checkpoint")}
    return Row(line["checkpoint_date"], line["checkpoint_time"][:5], cells)


def stamps(text: str, year: int) -> set[tuple[str, str]]:
    """Dates and clock times that a heading may join, as (YYYY-MM-DD, HH:MM); one empty clock where it names none."""
    head = HEADING.split(text, maxsplit=1)[0]
    bare = BRACKETS.sub(" ", head)
    dates = [f"{2000 + int(m[3]) if m[3] else year}-{m[2]}-{m[1]}" for m in DATE.finditer(bare)]
    told = [*CLOCK.finditer(DATE.sub(" ", bare)), *(m for part in BRACKETS.findall(head) for m in CLOCK.finditer(part))]
    clocks = [f"{int(m[1]):02}:{m[2]}" for m in told]
    return {(date, clock) for date in dates for clock in clocks or [""]}


def figures(claims: Iterable[Claim], columns: Columns, theirs: Cells) -> Cells:
    """Sums of the exact figures that claims say were stopped.

    A figure that could stand in several columns goes where it brings the two sides nearest.
    """
    ours: Counter[str] = Counter()
    stopped = [(columns.of(c.weapons), c.count) for c in claims if c.kind == "interception"]
    counted = [(options, q.min) for options, q in stopped if q is not None and q.min is not None and q.min == q.max]
    for options, count in sorted(counted, key=lambda each: len(each[0])):
        if options:
            ours[min(options, key=lambda name: abs(theirs.get(name, 0) - ours[name] - count))] += count
    return dict(ours)


def matched(documents: list[Document], counts: list[Row]) -> list[list[Row]]:
    """The rows that each bulletin stands behind: those of its dates and clocks, then those left of its other dates."""
    headings = [stamps(document.text, int((document.published or "2023")[:4])) for document in documents]
    found: list[list[Row]] = []
    left = list(counts)
    for heading in headings:
        found.append([row for row in left if (row.date, row.clock) in heading])
        left = [row for row in left if row not in found[-1]]
    for heading, mine in zip(headings, found, strict=True):
        bare = {date for date, _ in heading} - {row.date for row in mine} if mine else set()
        mine += [row for row in left if row.date in bare]
        left = [row for row in left if row.date not in bare]
    return found


def compare(documents: list[Document], counts: list[Row]) -> tuple[list[Cell], list[Row]]:
    """All cells that either side fills, and the rows that no bulletin here stands behind."""
    columns = Columns.load()
    cells: list[Cell] = []
    pairs = matched(documents, counts)
    for document, mine in zip(documents, pairs, strict=True):
        if mine:
            theirs = dict(sum((Counter(row.cells) for row in mine), Counter[str]()))
            ours = figures(extract(document), columns, theirs)
            names = dict.fromkeys([*theirs, *ours])
            cells += [Cell(document.id, name, theirs.get(name), ours.get(name)) for name in names]
    return cells, [row for row in counts if all(row not in mine for mine in pairs)]


def verdicts(path: Path) -> dict[Cell, tuple[str, str]]:
    """Who is right in a disagreement, and why, as read by hand."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            Cell(v["document"], v["column"], _figure(v["theirs"]), _figure(v["ours"])): (v["wrong"], v["why"])
            for v in csv.DictReader(file)
        }


def _figure(text: str) -> int | None:
    return int(text) if text else None


def report(cells: list[Cell], unmatched: list[Row], known: dict[Cell, tuple[str, str]]) -> None:
    filled = [cell for cell in cells if cell.theirs is not None]
    right = sum(cell.agreed for cell in filled)
    apart = [cell for cell in cells if not cell.agreed]
    print(f"{len({c.document for c in cells})} bulletins, {len(filled)} cells filled by the other team")
    print(f"the same figure: {right}, {right / len(filled):.3f}")
    print(f"rows of theirs with no bulletin here: {len(unmatched)}")
    print(f"disagreements: {len(apart)}, of which {sum(c.theirs is None for c in apart)} in cells that they left empty")
    wrong = Counter(known.get(cell, ("unread", ""))[0] for cell in apart)
    for verdict in VERDICTS:
        print(f"  wrong: {verdict:12}{wrong[verdict]:4}")


def show(cells: list[Cell], documents: dict[str, Document], known: dict[Cell, tuple[str, str]]) -> None:
    for cell in cells:
        if cell.agreed:
            continue
        verdict, why = known.get(cell, ("unread", ""))
        print(f"\n{cell.document}  {cell.column}: theirs {cell.theirs}, ours {cell.ours}  [wrong: {verdict}] {why}")
        lines = [line.strip() for line in documents[cell.document].text.splitlines()]
        print("\n".join(f"    {line}" for line in lines if line and "://" not in line))


def stop(error: InputError) -> None:
    sys.exit(str(error))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--errors", action="store_true", help="show each disagreement with the bulletin's lines")
    options = parser.parse_args()
    documents = list(read_paths([options.data / "kpszsu_bulletins.documents.jsonl"], on_error=stop))
    cells, unmatched = compare(documents, rows(options.data / "kpszsu_bulletins.counts.csv"))
    known = verdicts(HERE / "bulletins.verdicts.csv")
    report(cells, unmatched, known)
    if options.errors:
        show(cells, {document.id: document for document in documents}, known)
        for row in unmatched:
            print(f"\nno bulletin here: {row.date} {row.clock} {row.cells}")


if __name__ == "__main__":
    main()
