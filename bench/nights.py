"""The Ukrainian side's totals from its bulletins, against another team's daily table of the same.

    nights.py BULLETINS.jsonl TABLE.csv [--all]

The table's rows (`time_start`, `time_end`, `model`, `destroyed`: Petro Ivaniuk's data set of attacks on Ukraine) are
read as claims of their own source and linked with what the bulletins claim. A row is covered where these tell of
its model within its days. It agrees where both are one incident with one figure, or where what they tell of
the days adds up to it; all others are shown with both figures. `--all` shows those that agree too.

2026-11-23: 194 of 271 rows are told by the bulletins of January to August 2023; 181 of them agree, 4 as a sum.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from purport.model import Claim, Place, Quantity, TimeSpan, Weapon
from purport.model.incident import Incident
from purport.pipeline import claims_of
from purport.pipeline.adding import link_claims

TABLE = "daily table"
CLASSES = {
    "shahed": "uav",
    "lancet": "uav",
    "uav": "uav",
    "iskander-m": "ballistic_missile",
    "kinzhal": "ballistic_missile",
}
DRONES = ("orlan", "zala", "supercam", "merlin", "orion", "granat", "mohajer", "forpost")
UKRAINE = Place("Ukraine", "target", "UA", None, None, None, "UA", None, None, "country")


@dataclass(frozen=True)
class Row:
    """One line of the table, and what the bulletins say of it."""

    claim: Claim
    told: tuple[int, ...]
    joined: bool
    contradicted: bool

    @property
    def figure(self) -> int:
        assert self.claim.count is not None
        return self.claim.count.min or 0

    @property
    def verdict(self) -> str:
        if not self.told:
            return "not told"
        if self.joined:
            return "contradicted" if self.contradicted else "agrees"
        sums = {sum(some) for size in range(1, len(self.told) + 1) for some in combinations(self.told, size)}
        return "agrees as a sum" if self.figure in sums else "differs"


def rows_of(table: Iterable[dict[str, str]], first: str, last: str) -> Iterator[Claim]:
    """The table's rows between two dates, as claims."""
    for number, row in enumerate(table):
        start, end, destroyed = _iso(row["time_start"]), _iso(row["time_end"]), row["destroyed"]
        if destroyed and first <= end[:10] <= last and float(destroyed):
            yield Claim(
                id=f"row-{number}",
                document=f"row-{number}",
                kind="interception",
                quote=f"{row['model']}: {destroyed}",
                start=0,
                attacker="RU",
                weapons=tuple(_weapon(name) for name in row["model"].split(" and ")),
                count=Quantity.exact(int(float(destroyed))),
                outcome="destroyed",
                places=(UKRAINE,),
                time=TimeSpan(start, end),
                objects=(),
                people=(),
                sources=(),
                stance="asserted",
                published=f"{end[:10]}T23:59:00+03:00",
                publisher=TABLE,
            )


def _iso(moment: str) -> str:
    day, _, hour = moment.partition(" ")
    return f"{day}T{hour.zfill(5)}" if hour else day


def _weapon(name: str) -> Weapon:
    """A model as Purport writes it."""
    model = re.sub(r"^X-47 ", "", name)
    model = re.sub(r"\bX-", "Kh-", model)
    folded = model.casefold()
    if "unknown" in folded or "reconnaissance" in folded:
        return Weapon("uav" if "uav" in folded else "missile", None)
    kind = next((cls for word, cls in CLASSES.items() if word in folded), None)
    kind = "uav" if folded.startswith(DRONES) else kind
    return Weapon(kind or "cruise_missile", model)  # type: ignore[arg-type]


def compared(rows: Iterable[Claim], incidents: Iterable[Incident], told: dict[str, Claim]) -> list[Row]:
    """Each row with the bulletins' figures of its model and days."""
    listed = [incident for incident in incidents if incident.kind == "interception"]
    homes = {claim: incident for incident in listed for claim in incident.claims}
    return [_row(row, homes[row.id], listed, told) for row in rows]


def _row(row: Claim, home: Incident, incidents: Iterable[Incident], told: dict[str, Claim]) -> Row:
    beside = [told[claim] for claim in home.claims if claim in told]
    if beside:
        figures = {c.count.min for c in beside if c.count and c.count.min is not None}
        clash = row.count is not None and row.count.min not in figures
        return Row(row, tuple(sorted(figures)), joined=True, contradicted=clash)
    near = [
        figure
        for incident in incidents
        if (figure := _near(row, incident)) is not None and any(claim in told for claim in incident.claims)
    ]
    return Row(row, tuple(near[:8]), joined=False, contradicted=False)


def _near(row: Claim, incident: Incident) -> int | None:
    """An incident's figure, where it is of the row's models and days."""
    if incident.time is None or incident.count is None or row.time is None:
        return None
    apart = incident.time.end[:10] < row.time.start[:10] or row.time.end[:10] < incident.time.start[:10]
    mine = {weapon.model for weapon in row.weapons}
    return None if apart or incident.weapon is None or incident.weapon.model not in mine else incident.count.best


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("bulletins", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--all", action="store_true")
    chosen = parser.parse_args()
    readings = claims_of([chosen.bulletins], on_error=lambda about, why: print(about, why, file=sys.stderr))
    told = {claim.id: claim for reading in readings for claim in reading.claims}
    days = sorted(claim.published[:10] for claim in told.values() if claim.published)
    with chosen.table.open() as lines:
        rows = list(rows_of(csv.DictReader(lines), days[0], days[-1]))
    report(compared(rows, link_claims([*told.values(), *rows]), told), show_all=chosen.all)


def report(rows: list[Row], *, show_all: bool) -> None:
    """Every row that differs, and how many of each verdict there are."""
    for row in sorted(rows, key=lambda row: row.claim.time.start if row.claim.time else ""):
        if row.told and (show_all or not row.verdict.startswith("agrees")):
            when = row.claim.time.end if row.claim.time else ""
            models = " and ".join(weapon.model or weapon.cls for weapon in row.claim.weapons)
            said = ", ".join(map(str, row.told))
            print(f"{when:16}  {models:24}  table {row.figure:4}  bulletins {said:12}  {row.verdict}")
    covered = [row for row in rows if row.told]
    agree = [row for row in covered if row.verdict.startswith("agrees")]
    summed = sum(row.verdict == "agrees as a sum" for row in agree)
    print(
        f"{len(covered)} of {len(rows)} rows are told by the bulletins; {len(agree)} of them agree, {summed} as a sum"
    )


if __name__ == "__main__":
    main()
