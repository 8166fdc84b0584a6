"""`purport changes`: what is new, revised, contradicted, joined or gone since a moment."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.describe import ROOM_FOR_TIME, how_many, what_happened, when
from purport.cli.linked import linked_ledger
from purport.cli.screen import binary_output, complain, counted, header, json_line, text_output, width

if TYPE_CHECKING:
    from purport.pipeline.changes import Change

__all__ = ["changes"]

SinceMoment = Annotated[
    str, typer.Option("--since", metavar="TIME", help="A moment of the ledger, as 2024-04-05T06:00Z.")
]
Form = Annotated[Literal["table", "jsonl"], typer.Option("--format", help="How to print them.")]


def changes(
    context: typer.Context,
    since: SinceMoment,
    form: Form = "table",
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print what the ledger has learnt since a moment: what is new, revised, contradicted, joined or gone."""
    from purport.pipeline.adding import moment
    from purport.pipeline.changes import compare

    options = common(context, ledger, quiet, no_color)
    with linked_ledger(options) as book:
        found = compare(*book.changed_incidents(moment(since)))
    if form == "jsonl":
        _print_lines(found)
    else:
        _print_table(found, options)


def _print_lines(found: "list[Change]") -> None:
    with binary_output() as out:
        for change in found:
            line = {"change": change.what, "incident": change.now, "before": change.before}
            out.write(json_line(line))


def _print_table(found: "list[Change]", options: Common) -> None:
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


def _cells(change: "Change") -> list[str]:
    one = change.incident
    place = one.place.name if one.place else ""
    return [change.what, one.id[:9], when(one.time, ROOM_FOR_TIME), what_happened(one), place, _figures(change)]


def _figures(change: "Change") -> str:
    """The figure, with what it was where it has changed; of what was joined to another, which that is."""
    now, before = change.now, change.before
    if change.what == "joined" and now:
        return f"→ {now.id[:9]}"
    told, former = (how_many(one) if one else "" for one in (now or before, before))
    return told if before is None or told == former else f"{former or '?'} → {told or '?'}"
