"""`purport archive`: crawls and dumps of any size into tables, on this machine or on a cluster."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import NoColorOption, QuietOption, common
from purport.cli.progress import progress
from purport.cli.screen import complain, counted, text_output
from purport.errors import UsageError

if TYPE_CHECKING:
    from purport.pipeline.archive.run import Account

__all__ = ["archive"]

_NEEDED = ("daft", "fastwarc", "fsspec", "pyarrow")

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="WARC...",
        help="WARC files, JSON Lines and Parquet: paths, patterns, folders, or URLs of object stores.",
    ),
]
To = Annotated[
    Path, typer.Option("--to", metavar="DIR", help="The folder of the tables; a run goes on where it ended.")
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="ray[://HOST:PORT]", help="A Ray cluster, which sees the same files and DIR."),
]
Seconds = Annotated[
    float, typer.Option("--seconds", min=1, help="What one record may take before it counts as failed.")
]


def archive(
    context: typer.Context,
    inputs: Inputs,
    to: To,
    on: On = None,
    seconds: Seconds = 60,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Read archives into Parquet tables of documents, claims and failures; `purport read DIR` takes them in."""
    options = common(context, None, quiet, no_color)
    _check(to, on)
    from purport.pipeline.archive.run import archive as run
    from purport.pipeline.archive.worker import Limits

    with progress(options, "looking at the files") as tell:
        account = run(
            inputs,
            to,
            on=on,
            limits=Limits(seconds=seconds),
            progress=lambda so_far, all_: tell(
                f"{so_far.units:,} of {counted(all_, 'part')}, {so_far.records:,} records, {so_far.claims:,} claims"
            ),
        )
    _print(account, to)
    if not quiet:
        complain(f"`purport read {to}` takes them into a ledger")
    if account.left:
        complain(f"purport: not read, the same command tries again: {', '.join(account.left)}")
        raise typer.Exit(1)


def _check(to: Path, on: str | None) -> None:
    needed = (*_NEEDED, "ray") if on else _NEEDED
    if any(find_spec(name) is None for name in needed):
        raise UsageError("archives need an extra", cure="pip install 'purport[archive]'")
    if to.exists() and not to.is_dir():
        raise UsageError(f"{to} is no folder", cure="name another with --to")


def _print(account: "Account", to: Path) -> None:
    """Every record is told once: read, left out by one of the looks, or failed; and what share of all that is."""
    from purport.pipeline.archive.steps import IRRELEVANT

    def line(number: int, told: str) -> str:
        return f"{number:>12,}  {number / max(account.records, 1):>6.1%}  {told}"

    steps = account.steps
    with text_output() as write:
        earlier = f", {account.known:,} of them by an earlier run" if account.known else ""
        write(f"{counted(account.records, 'record')} in {counted(account.units, 'part')}{earlier}")
        write(line(steps.get("read", 0), "read, with their claims"))
        write(line(account.irrelevant, "irrelevant"))
        for step, told in IRRELEVANT.items():
            if step in steps:
                write(line(steps[step], f"  {told}"))
        failed = steps.get("failed", 0)
        write(line(failed, f"failed; {to / 'failures'} tells why" if failed else "failed"))
        write(f"{counted(account.documents, 'document')}, {counted(account.claims, 'claim')}")
