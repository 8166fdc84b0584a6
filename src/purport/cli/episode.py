"""`purport episode`: one attack or night over all its places, in order of time."""

from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.describe import how_many, what_happened, when
from purport.cli.lines import console, say
from purport.cli.screen import header, text_output, width
from purport.errors import NotFoundError

if TYPE_CHECKING:
    from purport.model.incident import Episode, Incident

__all__ = ["episode"]

Id = Annotated[str, typer.Argument(metavar="ID", help="An episode's id, or enough of its beginning.")]

_ORDER = ("sighting", "alert", "attack", "interception", "explosion", "impact", "damage", "casualties", "response")
"""Kinds in the order in which a night goes, for what is told of one and the same time."""


def episode(
    context: typer.Context,
    wanted: Id,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Show an episode as a timeline: warned, launched, stopped, hit, harmed, repaired."""
    from purport.incidents import episodes_of
    from purport.ledger import open_ledger
    from purport.pipeline.adding import link_ledger

    options = common(context, ledger, quiet, no_color)
    with open_ledger(options.location, create=False) as book:
        _, linked = link_ledger(book)
    incidents = {incident.id: incident for incident in linked}
    found = [one for one in episodes_of(incidents.values()) if one.id.startswith(wanted)]
    if len(found) != 1:
        reason = "several episodes have ids that begin so" if found else "no episode has this id"
        raise NotFoundError(reason, about=wanted, cure="`purport show` tells an incident's episode")
    _print(found[0], [incidents[id_] for id_ in found[0].incidents], options)


def _print(found: "Episode", incidents: "list[Incident]", options: Common) -> None:
    from purport.cli.table import Column, Table

    columns = [
        Column("WHEN", len("2024-04-05 21:30")),
        Column("WHAT", 20, share=3),
        Column("WHERE", 14, share=2),
        Column("HOW MANY", 10, share=1),
        Column("ID", 9),
    ]
    table = Table(columns, width())
    with text_output() as write:
        by = f" by {found.attacker}" if found.attacker else ""
        say(console(options.no_color), f"{when(found.time) or 'time not told'}{by}: {', '.join(found.places)}", "bold")
        write(header(table.header(), options.no_color))
        for incident in sorted(incidents, key=_in_time):
            place = incident.place.name if incident.place else ""
            told = when(incident.time, len("2024-04-05 21:30"))
            write(table.line([told, what_happened(incident), place, how_many(incident), incident.id[:9]]))


def _in_time(incident: "Incident") -> tuple[str, int, str]:
    return incident.time.start if incident.time else "~", _ORDER.index(incident.kind), incident.id
