"""Standard output and standard error: who writes where, and what happens when nobody listens any more."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import typer

__all__ = [
    "Write",
    "binary_output",
    "complain",
    "counted",
    "header",
    "json_line",
    "text_output",
    "wants_color",
    "width",
]

Write = Callable[[str], None]

_NARROWEST = 40


def complain(text: str) -> None:
    """One line on standard error, with nothing in it that steers a terminal."""
    from purport.exports.safe import visible

    with suppress(BrokenPipeError):
        sys.stderr.write(visible(text).replace("\n", " ") + "\n")
        sys.stderr.flush()


@contextmanager
def binary_output() -> Iterator[BinaryIO]:
    """Standard output for a machine's form. A reader who has enough (`| head`) ends it without a word."""
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _leave()


def json_line(value: object) -> bytes:
    """A value as one line of JSON, in which what would steer a terminal is written as escapes."""
    import msgspec

    from purport.exports.safe import escape_json

    return escape_json(msgspec.json.encode(value)) + b"\n"


@contextmanager
def text_output() -> Iterator[Write]:
    """Standard output for people."""

    def write(text: str) -> None:
        sys.stdout.write(text + "\n")

    try:
        yield write
        sys.stdout.flush()
    except BrokenPipeError:
        _leave()


def _leave() -> None:
    # Python flushes standard output once more when it ends, and would complain then.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(0)


def counted(number: int, noun: str) -> str:
    """The number with its noun, as English has it."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def header(names: str, no_color: bool) -> str:
    """A table's line of names, bold where the terminal has it."""
    return f"\x1b[1m{names}\x1b[0m" if wants_color(no_color) else names


def width() -> int:
    """Columns of the terminal; 80 where there is none, or what COLUMNS says."""
    return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def wants_color(no_color: bool) -> bool:
    """Whether standard output is a terminal whose user has nothing against colours."""
    return not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()
