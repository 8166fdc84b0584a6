"""`purport link`: claims in, incidents out, no ledger."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import NoColorOption, QuietOption, common
from purport.cli.incidents import Form, print_incidents
from purport.cli.progress import counting, progress
from purport.cli.screen import complain

if TYPE_CHECKING:
    from purport.errors import InputError

__all__ = ["link"]

_SHOWN = 20

Claims = Annotated[Path, typer.Argument(metavar="CLAIMS.jsonl", help="Claims, one a line; - for standard input.")]


def link(
    context: typer.Context,
    path: Claims,
    form: Form = "table",
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print the incidents that a file of claims adds up to, touching no ledger."""
    from purport.pipeline.adding import link_claims, read_claims

    options = common(context, None, quiet, no_color)
    gc.disable()  # a million claims are alive until the end: looking for garbage among them finds none and takes long
    with progress(options, "reading") as tell, _complaints() as report:
        source = sys.stdin.buffer if str(path) == "-" else path
        claims = list(counting(read_claims(source, report), "claims", tell))
        if not claims:
            complain(f"purport: {path}: no claims (each line of the file is one claim of the interchange form)")
            raise typer.Exit(1)
        tell(f"linking {len(claims):,} claims")
        linked = link_claims(claims)
    print_incidents(linked, linked.datings, form, options)


@contextmanager
def _complaints() -> "Iterator[Callable[[InputError], None]]":
    """Lines that hold no claim are told; of very many the first, and at the end how many there were."""
    number = 0

    def report(error: "InputError") -> None:
        nonlocal number
        number += 1
        if number <= _SHOWN:
            complain(f"purport: {error}")

    try:
        yield report
    finally:
        if number > _SHOWN:
            complain(f"purport: … and {number - _SHOWN:,} more lines that hold no claim")
