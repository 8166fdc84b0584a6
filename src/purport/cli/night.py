"""`purport night`: what one night came to, by side and region."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.claims import Places, select
from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.incidents import AsOf
from purport.cli.lines import BAR, bar, console, say
from purport.cli.linked import linked_ledger
from purport.cli.screen import Write, complain, counted, header, text_output, width
from purport.errors import UsageError
from purport.model.tally import Tally, tallies

if TYPE_CHECKING:
    from purport.cli.table import Table
    from purport.model.incident import Incident

__all__ = ["night"]

Day = Annotated[str, typer.Argument(metavar="DATE", help="The date on which the night ends, as 2024-04-05.")]

_FIGURES = ("LAUNCHED", "STOPPED", "HITS", "DAMAGED", "KILLED", "HURT")
_NO_PLACE = "place not told"
_WIDE = 100
"""Columns of a terminal from which on a long bar has room beside the rest."""
_STOPPED, _HIT = "█", "▒"


def night(
    context: typer.Context,
    day: Day,
    place: Places = None,
    as_of: AsOf = None,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Sum up the night that ended on a date, from noon to noon: launched, stopped, hit, harmed, by side and region."""
    from purport.pipeline.adding import moment

    options = common(context, ledger, quiet, no_color)
    selection = select(None, None, [], place or [], [], None)
    ends, by = _day(day), moment(as_of) if as_of else None
    with linked_ledger(options) as book:
        found = [incident for incident in book.incidents(as_of=by, night=ends) if selection.admits_incident(incident)]
    if not found:
        complain(
            f"purport: the ledger holds nothing of the night that ended on {day} (`purport incidents` lists times)"
        )
        raise typer.Exit(1)
    _print(found, ends, options)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no date", cure="write it as 2024-04-05") from None


def _print(found: "list[Incident]", ends: date, options: Common) -> None:
    began = ends - timedelta(days=1)
    with text_output() as write:
        say(console(options.no_color), f"The night of {began} to {ends}, from noon to noon", "bold")
        for side in sorted({incident.attacker for incident in found}, key=lambda side: side or "~"):
            _print_side(side, [one for one in found if one.attacker == side], write, options)
    if not options.quiet:
        largest, _ = Counter(incident.episode for incident in found).most_common(1)[0]
        complain(f"{counted(len(found), 'incident')}; bars: {_STOPPED} stopped, {_HIT} hits")
        complain(f"`purport episode {largest[:9]}` tells the largest episode in order of time")


def _print_side(side: str | None, told: "list[Incident]", write: Write, options: Common) -> None:
    rows = [(_name(place), tally) for place, tally in tallies(told).items() if tally]
    if not rows:
        return
    rows.sort(key=lambda row: (-row[1].stopped, -row[1].hits, -row[1].damaged, row[0]))
    name, length = (30, BAR) if width() >= _WIDE else (18, BAR // 2)
    table = _table(name, length)
    say(console(options.no_color), f"\n{side}'s weapons" if side else "\nwhose weapons is not told", "bold")
    write(header(table.header(), options.no_color))
    most = max(tally.stopped + tally.hits for _, tally in rows)
    for place, tally in rows:
        write(table.line([place, *_cells(tally), _bar(tally, most, length)]))
    if len(rows) > 1:
        write(table.line(["all", *_cells(_sum(tally for _, tally in rows)), ""]))


def _table(name: int, length: int) -> "Table":
    from purport.cli.table import Column, Table

    figures = (Column(name, len(name), right=True) for name in _FIGURES)
    return Table([Column("WHERE", name), *figures, Column("", length + 1)], width())


def _cells(tally: Tally) -> list[int | None]:
    """What is zero is left out: that nothing is told does not mean that nothing was."""
    return [figure or None for figure in tally.figures()]


def _bar(tally: Tally, most: int, length: int) -> str:
    return bar(tally.stopped, most, _STOPPED, length) + bar(tally.hits, most, _HIT, length)


def _sum(tallies_: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies_:
        total = total + tally
    return total


def _name(place: str | None) -> str:
    """A region's English name, where its code is known; of a country, that nobody tells where in it."""
    from purport.pipeline.adding import locate

    known = locate(place) if place else None
    if known is None:
        return place or _NO_PLACE
    return f"{known.name}, no region told" if known.precision == "country" else known.name
