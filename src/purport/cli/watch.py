"""`purport watch`: feeds into the ledger, day and night."""

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import complain, counted

if TYPE_CHECKING:
    from purport.pipeline.watch import Config, Watcher

__all__ = ["watch"]

ConfigFile = Annotated[Path, typer.Argument(metavar="CONFIG.toml", help="What to watch (see docs/watching.md).")]
Once = Annotated[bool, typer.Option("--once", help="Poll every feed once, and end.")]
Login = Annotated[bool, typer.Option("--login", help="Log in to Telegram on this terminal, and end.")]


def watch(
    context: typer.Context,
    config: ConfigFile,
    once: Once = False,
    login: Login = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Watch feeds until interrupted: RSS, Atom, Telegram channels, folders. Each item goes into the ledger once."""
    from purport.ledger import open_ledger
    from purport.pipeline.watch import load, watcher_of

    options = common(context, ledger, quiet, no_color)
    asked = load(config)
    if login:
        from purport.pipeline.watch.wiring import session_of

        session_of(asked).login()
        return
    if not options.quiet:
        logging.getLogger("purport.watch").setLevel(logging.INFO)
    with open_ledger(_location(options, asked)) as book:
        watcher = watcher_of(asked, book)
        if not options.quiet:
            complain(f"watching {counted(len(asked.feeds), 'feed')}; ledger: {book.location}; Ctrl-C ends it")
        with _stopped_by_signals(watcher):
            if once:
                watcher.once()
            else:
                watcher.run()
    _end(watcher, options, once=once)


def _location(options: Common, config: "Config") -> str:
    """The ledger that an option names, else the configuration, else the surroundings."""
    if options.ledger or not config.ledger:
        return options.location
    return config.ledger if "://" in config.ledger else str(config.base / config.ledger)


@contextmanager
def _stopped_by_signals(watcher: "Watcher") -> "Iterator[None]":
    """Ctrl-C and a service manager's SIGTERM end the watching when what is being kept is kept."""
    wanted = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(one, lambda *_: watcher.stop()) for one in wanted]
    try:
        yield
    finally:
        for one, handler in zip(wanted, before, strict=True):
            signal.signal(one, handler)


def _end(watcher: "Watcher", options: Common, *, once: bool) -> None:
    told = watcher.told
    if not options.quiet:
        complain(
            f"{counted(told.polls, 'poll')} ({told.failed:,} failed), {counted(told.new, 'new document')}, "
            f"{told.changed:,} changed, {counted(told.claims, 'new claim')}"
        )
    if once and told.polls == told.failed:
        complain("purport: no feed could be had (`purport feeds` says why)")
        raise typer.Exit(1)
