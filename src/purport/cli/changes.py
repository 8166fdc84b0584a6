"""`purport changes`: what is new, revised or contradicted since a moment."""

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.describe import ROOM_FOR_TIME, how_many, what_happened, when
from purport.cli.linked import linked_ledger
from purport.cli.screen import binary_output, complain, counted, header, text_output, width

if TYPE_CHECKING:
    from purport.model.incident import Incident

__all__ = ["changes"]

SinceMoment = Annotated[
    str, typer.Option("--since", metavar="TIME", help="A moment of the ledger, as 2024-04-05T06:00Z.")
]
Form = Annotated[Literal["table", "jsonl"], typer.Option("--format", help="How to print them.")]


class Change(NamedTuple):
    """An incident that is new, revised or newly contradicted, and how it was before."""

    what: Literal["new", "revised", "contradicted"]
    now: "Incident"
    before: "Incident | None"


def changes(
    context: typer.Context,
    since: SinceMoment,
    form: Form = "table",
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print what the ledger has learnt since a moment: incidents that are new, revised, or contradicted now."""
    from purport.pipeline.adding import moment

    options = common(context, ledger, quiet, no_color)
    with linked_ledger(options) as book:
        found = _compare(*book.changed_incidents(moment(since)))
    if form == "jsonl":
        _print_lines(found)
    else:
        _print_table(found, options)


def _compare(before: "list[Incident]", now: "list[Incident]") -> list[Change]:
    known = {incident.id: incident for incident in before}
    by_claim = {claim: incident for incident in before for claim in incident.claims}
    found = []
    for incident in now:
        former = known.get(incident.id) or next((by_claim[c] for c in incident.claims if c in by_claim), None)
        if former is None:
            found.append(Change("new", incident, None))
        elif len(incident.contradictions) > len(former.contradictions):
            found.append(Change("contradicted", incident, former))
        elif _told(former) != _told(incident):
            found.append(Change("revised", incident, former))
    return found


def _told(incident: "Incident") -> tuple[object, ...]:
    """What a reader would call a revision: figures, people, objects, stance, origins; not another copy of the same."""
    return incident.count, incident.implied, incident.people, incident.objects, incident.stance, incident.origins


def _print_lines(found: list[Change]) -> None:
    import msgspec

    with binary_output() as out:
        for change in found:
            line = {"change": change.what, "incident": change.now, "before": change.before}
            out.write(msgspec.json.encode(line) + b"\n")


def _print_table(found: list[Change], options: Common) -> None:
    from purport.cli.table import Column, Table

    columns = [
        Column("CHANGE", 12),
        Column("ID", 9),
        Column("WHEN", ROOM_FOR_TIME),
        Column("WHAT", 14, share=3),
        Column("WHERE", 10, share=2),
        Column("HOW MANY", 9, share=2),
    ]
    table = Table(columns, width())
    with text_output() as write:
        write(header(table.header(), options.no_color))
        for change in found:
            write(table.line(_cells(change)))
    if not options.quiet:
        complain(counted(len(found), "change"))


def _cells(change: Change) -> list[str]:
    now, before = change.now, change.before
    figure = how_many(now)
    if before is not None and how_many(before) != figure:
        figure = f"{how_many(before) or '?'} → {figure or '?'}"
    place = now.place.name if now.place else ""
    return [change.what, now.id[:9], when(now.time, ROOM_FOR_TIME), what_happened(now), place, figure]
