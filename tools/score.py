"""Scores, sums and costs against the bounds of `floors.toml`: one table; exit status 1 where one is beyond its bound.

    score.py SHARED

SHARED is the folder with `gold`, `data` and `score`. Extraction runs as its user runs it, `purport claims FILE --format
jsonl`, in the environment that this script's Python belongs to. Times are processor time, so that load changes little.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

PURPORT = Path(sys.executable).with_name("purport")


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


def at_least(name: str, value: float, floor: float, note: str = "") -> Row:
    return Row(name, f"{value:.3f}{note}", f"≥ {floor:.2f}", value >= floor)


def at_most(name: str, value: float, ceiling: float, unit: str) -> Row:
    return Row(name, f"{value:.2f} {unit}", f"≤ {ceiling:g} {unit}", value <= ceiling)


def gold_rows(shared: Path, floors: dict[str, float], work: Path) -> list[Row]:
    rows = []
    for name, floor in floors.items():
        claims = work / f"{name}.jsonl"
        purport(["claims", f"{shared}/gold/{name}.documents.jsonl", "--format", "jsonl"], claims)
        result = json.loads(scorer(shared, "score.py", shared / "gold" / f"{name}.claims.jsonl", claims, "--json"))
        found, exact = result["found"]["f1"], result["exact"]["f1"]
        rows.append(at_least(f"soft F1 {name}", result["soft"]["f1"], floor, f"  found {found:.3f}  exact {exact:.3f}"))
    return rows


def place_rows(shared: Path, floor: float, work: Path) -> list[Row]:
    claims = work / "places.jsonl"
    purport(["claims", f"{shared}/gold/places.documents.jsonl", "--format", "jsonl"], claims)
    said = scorer(shared, "places.py", shared / "gold" / "places.truth.jsonl", claims).strip()
    within = re.search(r"within 25 km ([\d.]+)", said)
    if not within:
        sys.exit(f"places.py says nothing of 25 km: {said}")
    return [at_least("places within 25 km", float(within[1]), floor, f"  ({said})")]


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


def main() -> None:
    shared = Path(sys.argv[1])
    floors = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        rows = [
            *gold_rows(shared, floors["soft_f1"], work),
            *place_rows(shared, floors["places"]["within_25_km"], work),
            *mod_russia_rows(shared, floors["cost"], work),
            *first_start_rows(shared, floors["cost"], work),
            start_up_row(floors["cost"], work),
        ]
    for row in rows:
        mark = {None: " ", True: "ok", False: "BEYOND"}[row.kept]
        print(f"{mark:7}{row.name:32}{row.bound:10}{row.figure}")
    if any(row.kept is False for row in rows):
        sys.exit("A figure is beyond its bound (tools/floors.toml).")


if __name__ == "__main__":
    main()
