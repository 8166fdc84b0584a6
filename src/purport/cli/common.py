"""What all commands share: three options that may stand before or after the command's name."""

import logging
from typing import Annotated

import typer
from msgspec import Struct

from purport.cli.screen import complain
from purport.settings import Settings

__all__ = ["Common", "LedgerOption", "NoColorOption", "QuietOption", "common"]

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH|URL",
        help="The ledger. [default: $PURPORT_LEDGER, else ./purport.db]",
        show_default=False,
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors on standard error.")]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="No colours (also: the variable NO_COLOR).")]


class Common(Struct, frozen=True):
    """The three options as they were given."""

    ledger: str | None = None
    quiet: bool = False
    no_color: bool = False

    @property
    def location(self) -> str:
        """Where the ledger is."""
        return self.ledger or Settings.of().ledger


def common(context: typer.Context, ledger: str | None, quiet: bool, no_color: bool) -> Common:
    """The options given behind the command's name, else those before it."""
    before = context.obj if isinstance(context.obj, Common) else Common()
    options = Common(ledger or before.ledger, quiet or before.quiet, no_color or before.no_color)
    _hear_stages(quiet=options.quiet)
    return options


def _hear_stages(*, quiet: bool) -> None:
    """What a stage logs for people (that it compiles the gazetteer, for one) is one line on standard error."""
    logger = logging.getLogger("purport")
    logger.setLevel(logging.ERROR if quiet else logging.WARNING)
    logger.handlers = [_Complaining()]


class _Complaining(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        complain(f"purport: {record.getMessage()}")
