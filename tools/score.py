"""Scores, sums and costs against their bounds: one table; exit status 1 where one is beyond its bound.

    score.py SHARED [--raise [--allow-lower]]

SHARED is the folder with `gold`, `data` and `score`. Extraction runs as its user runs it, `purport claims FILE --format
jsonl`, in the environment that this script's Python belongs to. Times are processor time, so that load changes little.

Costs have their ceilings in `ceilings.toml`. Scores have their floors in `floors.toml`, each with a digest of the gold
that it was measured on: gold gets corrected, and a figure on other gold is printed and holds nothing. `--raise` writes
the floors anew from today's figures; a floor of the same gold only falls with `--allow-lower`.
"""

import argparse
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

PURPORT = Path(sys.executable).with_name("purport")
FLOORS = Path(__file__).with_name("floors.toml")
CEILINGS = Path(__file__).with_name("ceilings.toml")
HEAD = "# Written by `tools/score.py --raise`: the score that each gold set must reach, and a digest of that gold.\n"
MARGIN = 0.01  # between a figure and the floor that is written from it


@dataclass(frozen=True)
class Cost:
    """What one run of the command took."""

    cpu_s: float
    peak_mb: float


@dataclass(frozen=True)
class Row:
    """One measured figure, and whether it keeps to its bound (None: it has none)."""

    name: str
    figure: str
    bound: str = ""
    kept: bool | None = None


def purport(arguments: list[str], output: Path, cache: Path | None = None) -> Cost:
    """Run the command with its standard output in a file, and a cache of its own where one is named."""
    surroundings = {**os.environ, "PURPORT_CACHE": str(cache)} if cache else None
    with output.open("wb") as out:
        child = subprocess.Popen([PURPORT, *arguments], stdout=out, stderr=subprocess.DEVNULL, env=surroundings)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"purport {' '.join(arguments)}: exit status {child.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def scorer(shared: Path, name: str, *arguments: str | Path) -> str:
    command = [sys.executable, shared / "score" / name, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@dataclass(frozen=True)
class Floor:
    """The score that one gold set must reach, and the digest of the gold that it was measured on."""

    score: float
    digest: str


def digest(shared: Path, name: str) -> str:
    """Of all files of one gold set, documents and truth."""
    files = sorted((shared / "gold").glob(f"{name}.*"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:16]


def at_least(name: str, value: float, floor: Floor, now: str, note: str = "") -> Row:
    if floor.digest != now:
        return Row(name, f"{value:.3f}{note}  (other gold than the floor's: {now})")
    return Row(name, f"{value:.3f}{note}", f"≥ {floor.score:.2f}", value >= floor.score)


def at_most(name: str, value: float, ceiling: float, unit: str) -> Row:
    return Row(name, f"{value:.2f} {unit}", f"≤ {ceiling:g} {unit}", value <= ceiling)


@dataclass(frozen=True)
class Score:
    """What one gold set gave: the figure that its floor holds, and the rest in words."""

    label: str
    value: float
    note: str


def claims_score(shared: Path, name: str, work: Path) -> Score:
    claims = work / f"{name}.jsonl"
    purport(["claims", f"{shared}/gold/{name}.documents.jsonl", "--format", "jsonl"], claims)
    result = json.loads(scorer(shared, "score.py", shared / "gold" / f"{name}.claims.jsonl", claims, "--json"))
    found, exact = result["found"]["f1"], result["exact"]["f1"]
    return Score(f"soft F1 {name}", result["soft"]["f1"], f"  found {found:.3f}  exact {exact:.3f}")


def places_score(shared: Path, name: str, work: Path) -> Score:
    claims = work / f"{name}.jsonl"
    purport(["claims", f"{shared}/gold/{name}.documents.jsonl", "--format", "jsonl"], claims)
    said = scorer(shared, "places.py", shared / "gold" / f"{name}.truth.jsonl", claims).strip()
    within = re.search(r"within 25 km ([\d.]+)", said)
    if not within:
        sys.exit(f"places.py says nothing of 25 km: {said}")
    return Score(f"{name} within 25 km", float(within[1]), f"  ({said})")


def raised(
    old: dict[str, Floor], scores: dict[str, Score], digests: dict[str, str], may_fall: bool
) -> dict[str, Floor]:
    """Floors a margin under today's scores; on the same gold none falls unless it may."""
    new = {}
    for name, score in scores.items():
        floor = Floor(math.floor((score.value - MARGIN) * 100) / 100, digests[name])
        held = old.get(name)
        kept = held and held.digest == floor.digest and held.score > floor.score and not may_fall
        new[name] = held if held and kept else floor
    return new


def read_floors(path: Path) -> dict[str, Floor]:
    return {name: Floor(**said) for name, said in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def write_floors(path: Path, floors: dict[str, Floor]) -> None:
    tables = (f'\n[{name}]\nscore = {floor.score}\ndigest = "{floor.digest}"\n' for name, floor in floors.items())
    path.write_text(HEAD + "".join(tables), encoding="utf-8")


def mod_russia_rows(shared: Path, bounds: dict[str, float], work: Path) -> list[Row]:
    claims, documents = work / "mod_russia.jsonl", shared / "data" / "mod_russia.documents.jsonl"
    cost = purport(["claims", str(documents), "--format", "jsonl"], claims)
    return [
        Row("sums mod_russia", scorer(shared, "sums.py", documents, claims).strip()),
        at_most("mod_russia, processor time", cost.cpu_s, bounds["mod_russia_cpu_s"], "s"),
        at_most("mod_russia, peak memory", cost.peak_mb, bounds["mod_russia_peak_mb"], "MB"),
    ]


def first_start_rows(shared: Path, bounds: dict[str, float], work: Path) -> list[Row]:
    """What the first run on a machine costs, which compiles the gazetteer."""
    cost = purport(["claims", f"{shared}/gold/seeds.documents.jsonl"], work / "first.txt", work / "cache")
    return [
        Row("first start, processor time", f"{cost.cpu_s:.2f} s"),
        at_most("first start, peak memory", cost.peak_mb, bounds["first_start_peak_mb"], "MB"),
    ]


def start_up_row(bounds: dict[str, float], work: Path) -> Row:
    best = min(purport(["--help"], work / "help.txt").cpu_s for _ in range(5))
    return at_most("purport --help, processor time", best, bounds["start_up_cpu_s"], "s")


def measured(shared: Path, floors: dict[str, Floor], work: Path) -> dict[str, Score]:
    return {name: (places_score if name == "places" else claims_score)(shared, name, work) for name in floors}


def costs(shared: Path, work: Path) -> list[Row]:
    ceilings = tomllib.loads(CEILINGS.read_text(encoding="utf-8"))
    return [
        *mod_russia_rows(shared, ceilings, work),
        *first_start_rows(shared, ceilings, work),
        start_up_row(ceilings, work),
    ]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument(
        "--raise", dest="raise_floors", action="store_true", help="write the floors from today's scores"
    )
    parser.add_argument("--allow-lower", action="store_true", help="with --raise: a floor may fall")
    return parser.parse_args()


def main() -> None:
    chosen = options()
    floors, shared = read_floors(FLOORS), chosen.shared
    digests = {name: digest(shared, name) for name in floors}
    with tempfile.TemporaryDirectory() as folder:
        scores = measured(shared, floors, Path(folder))
        if chosen.raise_floors:
            floors = raised(floors, scores, digests, chosen.allow_lower)
            write_floors(FLOORS, floors)
        rows = [at_least(s.label, s.value, floors[name], digests[name], s.note) for name, s in scores.items()]
        rows += costs(shared, Path(folder))
    for row in rows:
        mark = {None: " ", True: "ok", False: "BEYOND"}[row.kept]
        print(f"{mark:7}{row.name:32}{row.bound:10}{row.figure}")
    if any(row.kept is False for row in rows):
        sys.exit("A figure is beyond its bound (tools/floors.toml, tools/ceilings.toml).")


if __name__ == "__main__":
    main()
