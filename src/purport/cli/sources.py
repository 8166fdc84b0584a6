"""`purport sources`: who speaks in the ledger."""

import typer

from purport.cli.common import LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import complain, counted, header, text_output, width

__all__ = ["sources"]


def sources(
    context: typer.Context,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """List who speaks in the ledger: as a source that is named, or in a document's own voice (kind "publisher")."""
    from purport.cli.table import Column, Table
    from purport.ledger import open_ledger

    options = common(context, ledger, quiet, no_color)
    columns = [
        Column("NAME", 20, share=1),
        Column("KIND", 17),
        Column("SIDE", 4),
        Column("CLAIMS", 7, right=True),
        Column("DOCUMENTS", 9, right=True),
    ]
    table = Table(columns, width())
    with open_ledger(options.location, create=False) as book:
        rows = book.sources()
    with text_output() as write:
        write(header(table.header(), options.no_color))
        for row in rows:
            write(table.line([row.name, row.kind, row.side, row.claims, row.documents]))
    if not options.quiet:
        complain(counted(len(rows), "source"))
