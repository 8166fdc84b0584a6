"""`purport export`: the ledger's claims in another form, with an account of what that form cannot carry."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from purport.cli.common import LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import binary_output, complain, counted
from purport.errors import UsageError

__all__ = ["export"]

Form = Annotated[str, typer.Argument(metavar="FORMAT", help="jsonl, csv or geojson.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.")]


def export(
    context: typer.Context,
    form: Form,
    output: Output = "-",
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Write the ledger's claims to a file."""
    from purport.exports import export_named
    from purport.exports.holes import hole_words, holes_of
    from purport.ledger import open_ledger

    options = common(context, ledger, quiet, no_color)
    write = export_named(form)
    with open_ledger(options.location, create=False) as book, _opened(output) as out:
        holes = holes_of(book)
        account = write(book.readings(), out, holes)
    if not options.quiet:
        complain(f"{counted(account.claims, 'claim')} of {counted(account.documents, 'document')}")
        for line in account.lines():
            complain(f"  not carried: {line}")
        for line in hole_words(holes):
            complain(f"  {line}")


@contextmanager
def _opened(output: str) -> Iterator[BinaryIO]:
    if output == "-":
        with binary_output() as out:
            yield out
        return
    with _replaced(Path(output)) as out:
        yield out


@contextmanager
def _replaced(path: Path) -> Iterator[BinaryIO]:
    """A file that stands under its name only once it is whole."""
    if path.exists() and not path.is_file():  # a pipe, or /dev/null: written to as it is
        with path.open("wb") as out:
            yield out
        return
    if not path.parent.is_dir():
        raise UsageError("there is no such folder", about=str(path.parent), cure="make it, or name another with -o")
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:  # about the file that was asked for, not about its draft
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
