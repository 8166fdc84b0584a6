"""Options of commands that read: which column of a table is what, where its clocks run, and whom the web may be."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from purport.cli.common import Common
from purport.cli.screen import complain, header, text_output, width

if TYPE_CHECKING:
    from purport.sources import Asked

__all__ = ["AllowPrivate", "Columns", "DatesOption", "ShowColumns", "ZoneOption", "asked_of", "show_columns"]

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--columns",
        metavar="ROLE=NAME,...",
        help="Which column of a table is what, as in text=Message,published=Date (may be repeated).",
        show_default=False,
    ),
]
ZoneOption = Annotated[
    str | None,
    typer.Option("--zone", metavar="ZONE", help="Where clocks without an offset in tables run, as in Europe/Kyiv."),
]
DatesOption = Annotated[
    Literal["dmy", "mdy"] | None,
    typer.Option("--dates", help="Whether 05/06/2024 in tables is in June (dmy) or in May (mdy)."),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Addresses may be of this machine and of private networks, too."),
]
ShowColumns = Annotated[
    bool, typer.Option("--show-columns", help="Only show what the columns of tables would be read as.")
]


def asked_of(
    columns: list[str] | None,
    zone: str | None,
    dates: Literal["dmy", "mdy"] | None,
    allow_private: bool,
) -> "Asked":
    """What these options say; raises UsageError."""
    from purport.sources import Asked

    return Asked.of(columns or (), zone, dates, allow_private=allow_private)


def show_columns(paths: Sequence[str], asked: "Asked", options: Common) -> None:
    """Print the columns of all tables in files and folders; the exit status is 1 where there are none."""
    from purport.cli.table import Column, Table
    from purport.sources.tables.showing import shown_columns

    drawn = Table(
        [Column("COLUMN", 16, share=1), Column("READ AS", 14), Column("KNOWN BY", 12), Column("EXAMPLE", 16, share=2)],
        width(),
    )
    last = None
    with text_output() as write:
        for one in shown_columns(map(Path, paths), asked, lambda error: complain(f"purport: {error}")):
            if one.table != last:
                write(one.table if last is None else f"\n{one.table}")
                write(header(drawn.header(), options.no_color))
                last = one.table
            write(drawn.line([one.name, one.role or "", one.why, one.example]))
    if last is None:
        complain("purport: no table with texts in what was named")
        raise typer.Exit(1)
