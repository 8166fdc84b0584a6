"""`purport feeds`: what is watched, and how it is."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import binary_output, complain, counted, header, json_line, text_output, width

if TYPE_CHECKING:
    from purport.pipeline.watch.survey import FeedHealth

__all__ = ["feeds"]

Form = Annotated[Literal["table", "jsonl"], typer.Option("--format", help="How to print them.")]


def feeds(
    context: typer.Context,
    form: Form = "table",
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """List the feeds that were ever watched: alive, silent or broken, last heard when, and their gaps."""
    from purport.ledger import open_ledger
    from purport.pipeline.watch.survey import survey

    options = common(context, ledger, quiet, no_color)
    with open_ledger(options.location, create=False) as book:
        found = survey(book)
    if form == "jsonl":
        _print_lines(found)
    else:
        _print_table(found, options)


def _print_lines(found: "list[FeedHealth]") -> None:
    with binary_output() as out:
        for feed in found:
            out.write(json_line(feed))


def _print_table(found: "list[FeedHealth]", options: Common) -> None:
    from purport.cli.table import Column, Table

    columns = [
        Column("FEED", 10, share=2),
        Column("KIND", 8),
        Column("STATE", 6),
        Column("LAST HEARD", 16),
        Column("LAST NEW", 16),
        Column("24 H", 7, right=True),
        Column("GAPS", 4, right=True),
        Column("WHY", 6, share=3),
    ]
    table = Table(columns, width())
    with text_output() as write:
        write(header(table.header(), options.no_color))
        for feed in found:
            moments = [_short(feed.heard), _short(feed.fresh)]
            state = feed.state or "?"
            items = str(feed.items) if feed.expected is None else f"{feed.items}/{feed.expected:.0f}"
            write(table.line([feed.name, feed.kind, state, *moments, items, len(feed.gaps), feed.reason]))
    if not options.quiet:
        complain(counted(len(found), "feed"))


def _short(moment: str | None) -> str:
    return (moment or "")[:16].replace("T", " ")
