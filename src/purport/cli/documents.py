"""`purport documents`: what the ledger has read."""

import typer

from purport.cli.common import LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import complain, counted, header, text_output, width

__all__ = ["documents"]


def documents(
    context: typer.Context,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """List the documents in the ledger, in their latest version."""
    from purport.cli.table import Column, Table
    from purport.ledger import open_ledger

    options = common(context, ledger, quiet, no_color)
    columns = [
        Column("KEY", 9),
        Column("PUBLISHED", 16),
        Column("SOURCE", 8, share=1),
        Column("CLAIMS", 6, right=True),
        Column("TITLE OR FIRST WORDS", 10, share=2),
    ]
    table = Table(columns, width())
    number = 0
    with open_ledger(options.location, create=False) as book, text_output() as write:
        write(header(table.header(), options.no_color))
        for row in book.documents():
            number += 1
            deleted = "[deleted] " if row.deleted else ""
            published = (row.published or "")[:16].replace("T", " ")
            write(table.line([row.key[:9], published, row.source, row.claims, f"{deleted}{row.title or row.opening}"]))
    if not options.quiet:
        complain(counted(number, "document"))
