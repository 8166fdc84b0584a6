"""Lines for people to read on a terminal, with colours where it has them."""

import sys
from typing import TYPE_CHECKING

from purport.cli.screen import wants_color

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["BAR", "bar", "console", "say"]

BAR = 16
"""Columns of the longest bar."""


def console(no_color: bool) -> "Console":
    """Standard output as a console that makes nothing of what a text may hold."""
    from rich.console import Console

    colour = wants_color(no_color)
    return Console(
        file=sys.stdout, no_color=not colour, force_terminal=colour, highlight=False, emoji=False, markup=False
    )


def say(out: "Console", text: "Text | str", style: str = "") -> None:
    """One line; in a string, what steers a terminal is made visible."""
    from rich.text import Text

    from purport.exports.safe import visible

    out.print(Text(visible(text), style) if isinstance(text, str) else text, soft_wrap=True)


def bar(number: int, most: int, block: str = "█", length: int = BAR) -> str:
    """A bar as long, beside that of `most`, as the number is large; whatever is not nothing can be seen."""
    return block * max(1, round(length * number / most)) if number > 0 else ""
