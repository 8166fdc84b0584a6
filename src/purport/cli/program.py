"""The program `purport`: its commands, and how it ends."""

import contextlib
import gc
import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from purport import __version__
from purport.cli.archive import archive
from purport.cli.changes import changes
from purport.cli.claims import claims
from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption
from purport.cli.documents import documents
from purport.cli.episode import episode
from purport.cli.export import export
from purport.cli.feeds import feeds
from purport.cli.incidents import incidents
from purport.cli.judge import judge
from purport.cli.ledger import ledger as ledger_commands
from purport.cli.link import link
from purport.cli.media import media
from purport.cli.night import night
from purport.cli.read import read
from purport.cli.screen import complain
from purport.cli.serve import serve
from purport.cli.show import show
from purport.cli.sources import sources
from purport.cli.watch import watch
from purport.errors import PurportError, UsageError

__all__ = ["app", "main", "run"]

_INTERRUPTED = 130
_NEW_OBJECTS = 50_000  # between two searches for cycles, which reading hardly leaves any of behind

app = typer.Typer(
    name="purport",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (
    read,
    claims,
    incidents,
    show,
    episode,
    night,
    changes,
    judge,
    link,
    documents,
    media,
    sources,
    export,
    serve,
    watch,
    feeds,
    archive,
):
    app.command(_command.__name__)(_command)
app.add_typer(ledger_commands, name="ledger")


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"purport {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")] = False,
) -> None:
    """Read what is said about attacks in a war, and keep a book of claims: who said what, where and when."""
    context.obj = Common(ledger, quiet, no_color)
    if context.invoked_subcommand is None:
        sys.stderr.write(context.get_help() + "\n")
        raise typer.Exit(2)


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status: 0, 1 (nothing could be read, or found), 2 (usage), 130 (interrupted)."""
    try:
        status = app(list(arguments), prog_name="purport", standalone_mode=False) or 0
    except typer.TyperException as error:
        complain(f"purport: {error.format_message()} (see `{_path_of(error)} --help`)")
        return error.exit_code
    except UsageError as error:
        complain(f"purport: {error}")
        return 2
    except PurportError as error:
        complain(f"purport: {error}")
        return 1
    except OSError as error:
        complain(f"purport: {error.filename or 'a file'}: {error.strerror or error}")
        return 1
    if status == _INTERRUPTED:
        complain("purport: interrupted; what was added to a ledger is whole, and the same command goes on from there")
    return int(status)


def _path_of(error: typer.TyperException) -> str:
    return getattr(getattr(error, "ctx", None), "command_path", "purport")


def main() -> None:
    """The console script."""
    gc.set_threshold(_NEW_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(ValueError):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a terminal that knows no Cyrillic is no reason to stop
    sys.exit(run(sys.argv[1:]))
