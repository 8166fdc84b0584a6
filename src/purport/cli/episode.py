"""`purport episode`: one attack or night over all its places, in order of time."""

from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.describe import ROOM_FOR_TIME, how_many, what_happened, when
from purport.cli.incidents import AsOf
from purport.cli.lines import console, say
from purport.cli.linked import linked_ledger
from purport.cli.screen import complain, counted, header, text_output, width
from purport.errors import NotFoundError, UsageError
from purport.model.families import Standing, in_families

if TYPE_CHECKING:
    from datetime import datetime

    from purport.ledger import Ledger
    from purport.model.incident import Episode, Incident

__all__ = ["episode"]

Id = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an episode or of one of its incidents, or enough of either.")
]
_SHOWN = 5


def episode(
    context: typer.Context,
    wanted: Id,
    as_of: AsOf = None,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Show an episode as a timeline: warned, launched, stopped, hit, harmed, repaired."""
    from purport.pipeline.adding import moment

    if not wanted.strip():
        raise UsageError("an empty id names nothing", cure="`purport show` and an incident's id tell its episode")
    options = common(context, ledger, quiet, no_color)
    with linked_ledger(options) as book:
        found, incidents = _find(book, wanted, moment(as_of) if as_of else None)
    _print(found, incidents, options)


def _find(book: "Ledger", wanted: str, by: "datetime | None") -> "tuple[Episode, list[Incident]]":
    """The episode of this id, or of an incident of this id, with its incidents at a moment; raises NotFoundError."""
    from purport.incidents import episodes_of

    if wanted.startswith("i"):
        wanted = book.incident(wanted).episode
    incidents = list(book.incidents(as_of=by, episode=wanted))
    found = sorted(episodes_of(incidents), key=lambda one: one.id)
    if not found:
        raise NotFoundError(
            "no episode has this id", about=wanted, cure="`purport show` and an incident's id tell its episode"
        )
    if len(found) > 1:
        cure = f"name one of {', '.join(one.id for one in found[:_SHOWN])}" + (", …" if len(found) > _SHOWN else "")
        raise NotFoundError("several episodes have ids that begin so", about=wanted, cure=cure)
    return found[0], incidents


def _print(found: "Episode", incidents: "list[Incident]", options: Common) -> None:
    from purport.cli.table import Column, Table

    columns = [
        Column("WHEN", ROOM_FOR_TIME),
        Column("WHAT", 20, share=3),
        Column("WHERE", 15, share=2),
        Column("HOW MANY", 12, share=1),
        Column("ID", 9),
    ]
    table = Table(columns, width())
    with text_output() as write:
        by = f" · {found.attacker}'s weapons" if found.attacker else ""
        say(console(options.no_color), f"{when(found.time) or 'time not told'}{by} · episode {found.id}\n", "bold")
        write(header(table.header(), options.no_color))
        last = None
        for standing in in_families(incidents):
            told = when(standing.incident.time, ROOM_FOR_TIME)
            write(table.line(_cells(standing, "" if told == last else told)))
            last = told
    if not options.quiet:
        complain(f"{counted(len(incidents), 'incident')} in {counted(len(found.places), 'place')}")


def _cells(standing: Standing, told: str) -> list[str]:
    """A time is told once, and stands for the lines below it."""
    incident = standing.incident
    return [told, what_happened(incident), standing.place, how_many(incident), incident.id[:9]]
