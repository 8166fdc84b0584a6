"""`purport night`: what one night came to, by side and region."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.claims import Places, select
from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.lines import console, say
from purport.cli.screen import Write, complain, header, text_output, width
from purport.errors import UsageError

if TYPE_CHECKING:
    from purport.model.incident import Incident

__all__ = ["night"]

Day = Annotated[str, typer.Argument(metavar="DATE", help="The date on which the night ends, as 2024-04-05.")]

_BAR = "█"


@dataclass
class Tally:
    """What one region had: weapons launched at it and stopped over it, hits, things damaged, people killed and hurt."""

    launched: int = 0
    stopped: int = 0
    hits: int = 0
    damaged: int = 0
    killed: int = 0
    hurt: int = 0

    def add(self, incident: "Incident") -> None:
        """Count an incident by what its kind counts; what states no figure counts as one hit or thing."""
        best = incident.count.best if incident.count else None
        implied = incident.implied.min if incident.implied else None
        number = best if best is not None else implied
        match incident.kind:
            case "attack":
                self.launched += number or 0
            case "interception":
                self.stopped += number or 0
            case "impact":
                self.hits += 1 if number is None else number
            case "damage":
                self.damaged += 1 if number is None else number
            case "casualties":
                self.killed += _people(incident, {"killed"})
                self.hurt += _people(incident, {"injured", "hospitalised", "poisoned"})


def night(
    context: typer.Context,
    day: Day,
    place: Places = None,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Sum up the night that ended on a date: launched, stopped, hit, damaged, hurt, by side and region."""
    from purport.ledger import open_ledger
    from purport.pipeline.adding import link_ledger

    options = common(context, ledger, quiet, no_color)
    selection = select(None, None, [], place or [], [], None)
    with open_ledger(options.location, create=False) as book:
        _, linked = link_ledger(book)
    found = [one for one in map(linked.incident, linked.of_night(_day(day))) if selection.admits_incident(one)]
    if not found:
        complain(f"purport: the ledger holds nothing of the night that ended on {day}")
        raise typer.Exit(1)
    _print(found, options)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no date", cure="write it as 2024-04-05") from None


def _people(incident: "Incident", effects: set[str]) -> int:
    return sum(toll.best or 0 for toll in incident.people if toll.effect in effects and toll.group is None)


def _print(found: "list[Incident]", options: Common) -> None:
    with text_output() as write:
        for side in sorted({incident.attacker for incident in found}, key=lambda side: side or "~"):
            told = [incident for incident in found if incident.attacker == side]
            say(console(options.no_color), f"weapons of {side}" if side else "side not told", "bold")
            _print_side(told, write, options)


def _print_side(found: "list[Incident]", write: Write, options: Common) -> None:
    from purport.cli.table import Column, Table

    rows = _rows(found)
    most = max((tally.stopped for tally in rows.values()), default=0)
    names = ["LAUNCHED", "STOPPED", "HITS", "DAMAGED", "KILLED", "HURT"]
    columns = [
        Column("WHERE", 18, share=1),
        *(Column(name, len(name), right=True) for name in names),
        Column("", 12, share=1),
    ]
    table = Table(columns, width())
    write(header(table.header(), options.no_color))
    for place, tally in sorted(rows.items(), key=lambda row: (-row[1].stopped, -row[1].hits, row[0])):
        figures = (tally.launched, tally.stopped, tally.hits, tally.damaged, tally.killed, tally.hurt)
        bar = _BAR * round(12 * tally.stopped / most) if most else ""
        write(table.line([place, *(figure or "" for figure in figures), bar]))
    write("")


def _rows(found: "list[Incident]") -> dict[str, Tally]:
    """A line for each region; totals that have parts only count for what their parts do not."""
    parts: dict[str, int] = defaultdict(int)
    for incident in found:
        if incident.parent and incident.count:
            parts[incident.parent] += incident.count.best or 0
    rows: dict[str, Tally] = defaultdict(Tally)
    for incident in found:
        if incident.id not in parts:
            rows[_region(incident)].add(incident)
    return rows


def _region(incident: "Incident") -> str:
    place = incident.place
    if place is None:
        return "place not told"
    return place.region or place.name
