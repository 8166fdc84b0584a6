"""`purport link`: claims in, incidents out, no ledger."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import NoColorOption, QuietOption, common
from purport.cli.incidents import Form, print_incidents
from purport.cli.screen import complain
from purport.errors import UnreadableError

if TYPE_CHECKING:
    from purport.model import Claim

__all__ = ["link"]

Claims = Annotated[Path, typer.Argument(metavar="CLAIMS.jsonl", help="Claims, one a line; - for standard input.")]


def link(
    context: typer.Context,
    path: Claims,
    form: Form = "table",
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print the incidents that a file of claims adds up to, touching no ledger."""
    from purport.pipeline.adding import link_claims

    options = common(context, None, quiet, no_color)
    gc.disable()  # a million claims are alive until the end: looking for garbage among them finds none and takes long
    claims = {claim.id: claim for claim in _claims(path)}
    if not claims:
        complain(f"purport: {path}: no claims (each line of the file is one claim of the interchange form)")
        raise typer.Exit(1)
    print_incidents(link_claims(claims.values()), form, options)


def _claims(path: Path) -> "Iterator[Claim]":
    """The claims of a file; a line that holds none is told, and left out."""
    from purport.model import Claim
    from purport.pipeline.adding import claim_lines

    try:
        lines = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    except OSError as error:
        raise UnreadableError(error.strerror or str(error), about=str(path), cure="name a file of claims") from error
    with lines:
        for number, found in claim_lines(lines):
            if isinstance(found, Claim):
                yield found
            else:
                complain(f"purport: {path}:{number}: {found}")
