"""How far long work has come: a bar on standard error, where that is a terminal and nobody asked for quiet."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from purport.cli.common import Common

__all__ = ["Tell", "counting", "progress"]

T = TypeVar("T")
Tell = Callable[[str], None]
_STEP = 100  # things between two looks at the clock of the screen


@contextmanager
def progress(options: Common, what: str) -> Iterator[Tell]:
    """While the work lasts, a bar beside `what`, or beside what it is told last; no trace of it is left behind."""
    if options.quiet or not sys.stderr.isatty():
        yield _nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(bar_width=24), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    screen = Console(stderr=True, no_color=options.no_color or None)
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda told: bar.update(task, description=told)


def counting(things: Iterable[T], noun: str, tell: Tell) -> Iterator[T]:
    """The same things, telling now and then how many there have been."""
    for number, thing in enumerate(things, 1):
        if number % _STEP == 0:
            tell(f"{number:,} {noun}")
        yield thing


def _nobody(_told: str) -> None:
    """Tell nobody."""
