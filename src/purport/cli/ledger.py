"""`purport ledger`: what is done with a ledger as a whole."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.progress import progress
from purport.cli.screen import binary_output, complain, counted, header, json_line, text_output, width
from purport.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from purport.ledger import Problem

__all__ = ["ledger"]

_FOUND = 1
"""The exit status where a check has found problems."""

ledger = typer.Typer(help="Copy, check or measure a whole ledger.", rich_markup_mode=None, add_completion=False)

From = Annotated[str, typer.Argument(metavar="FROM", help="The ledger to copy: a path or URL.")]
To = Annotated[str, typer.Argument(metavar="TO", help="Where it goes: a path or URL at which there is none yet.")]
Form = Annotated[Literal["table", "jsonl"], typer.Option("--format", help="How to print what is found.")]


@ledger.command("copy")
def copy_ledger(
    context: typer.Context, source: From, target: To, quiet: QuietOption = False, no_color: NoColorOption = False
) -> None:
    """Copy a ledger, whole and as it stands now, from one database to another; nothing is taken out of the first."""
    from purport.ledger import open_ledger

    options = common(context, None, quiet, no_color)
    if source == target:
        raise UsageError("a ledger is not copied onto itself", cure="name another place")
    with (
        open_ledger(source, create=False) as old,
        open_ledger(target) as new,
        progress(options, "looking at both ledgers") as tell,
    ):
        rows = new.upkeep.copy_from(old.upkeep, tell)
    if not quiet:
        told = ", ".join(counted(rows[table], noun) for table, noun in (("documents", "document"), ("claims", "claim")))
        complain(f"{counted(sum(rows.values()), 'row')} copied and read back the same: {told}; ledger: {new.location}")


@ledger.command("check")
def check_ledger(
    context: typer.Context,
    form: Form = "table",
    at: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Verify every hash, offset and reference; the exit status is 1 where anything is not as it should be."""
    from purport.ledger import open_ledger

    options = common(context, at, quiet, no_color)
    with open_ledger(options.location, create=False) as book, progress(options, "opening") as tell:
        number = _tell(book.upkeep.check(tell), form, options)
    if not options.quiet:
        complain(f"{counted(number, 'problem')} in {book.location}")
    if number:
        raise typer.Exit(_FOUND)


def _tell(problems: "Iterator[Problem]", form: str, options: Common) -> int:
    """Print problems as they are found; how many there were."""
    from purport.cli.table import Column, Table

    number = 0
    if form == "jsonl":
        with binary_output() as out:
            for problem in problems:
                out.write(json_line(problem))
                number += 1
        return number
    table = Table([Column("TABLE", 17), Column("ROW", 18, share=1), Column("PROBLEM", 20, share=3)], width())
    with text_output() as write:
        for number, problem in enumerate(problems, 1):
            if number == 1:
                write(header(table.header(), options.no_color))
            write(table.line([problem.table, problem.row, problem.reason]))
    return number


@ledger.command("info")
def info(
    context: typer.Context,
    form: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")] = "table",
    at: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Tell where the ledger is, in which database, of which form, and how large."""
    from purport.ledger import open_ledger

    options = common(context, at, quiet, no_color)
    with open_ledger(options.location, create=False) as book:
        size = book.upkeep.size()
    if form == "json":
        with binary_output() as out:
            out.write(json_line(size))
        return
    told = {"ledger": size.location, "database": size.database, "form": size.revision, "bytes": f"{size.size:,}"}
    with text_output() as write:
        for name, value in (told | {name: f"{number:,}" for name, number in size.rows.items()}).items():
            write(f"{name:<18}{value}")
