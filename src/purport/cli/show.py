"""`purport show`: a document with its claims, or a claim with its words."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import counted, text_output, wants_color
from purport.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from purport.ledger import Found
    from purport.model import Claim, Document

__all__ = ["show"]

Id = Annotated[
    str, typer.Argument(metavar="ID", help="A document's id or key, a claim's id, or enough of its beginning.")
]


def show(
    context: typer.Context,
    wanted: Id,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Show a document with its claims marked in it, or a claim with its words in context."""
    from rich.console import Console

    from purport.ledger import open_ledger

    if not wanted.strip():
        raise UsageError("an empty id names nothing", cure="`purport documents` and `purport claims` list ids")
    options = common(context, ledger, quiet, no_color)
    with open_ledger(options.location, create=False) as book:
        found = book.find(wanted)
    with text_output():
        colour = wants_color(options.no_color)
        console = Console(
            file=sys.stdout, no_color=not colour, force_terminal=colour, highlight=False, emoji=False, markup=False
        )
        _claim(console, found, found.claim) if found.claim else _document(console, found)


def _document(console: "Console", found: "Found") -> None:
    from purport.cli.marks import marked, numbered

    claims = numbered(found.claims)
    _head(console, found.document)
    _line(console, marked(found.document.text, claims))
    _line(console, f"\n{counted(len(claims), 'claim')}" if claims else "\nno claims")
    for number, claim in claims.items():
        _line(console, "")
        _entry(console, claim, str(number))


def _claim(console: "Console", found: "Found", claim: "Claim") -> None:
    from purport.cli.marks import context, marked, numbered

    number = next(n for n, other in numbered(found.claims).items() if other.id == claim.id)
    span = context(found.document.text, claim)
    _head(console, found.document)
    if found.superseded:
        _line(console, "superseded: the document, or the reading of it, has a newer version\n")
    around = marked(found.document.text, {number: claim}, span)
    before, after = "… " if span.start else "", " …" if span.end < len(found.document.text) else ""
    _line(console, around.__class__.assemble(before, around, after))
    _line(console, "")
    _entry(console, claim, str(number))


def _head(console: "Console", document: "Document") -> None:
    told = [document.source, document.published or "undated", document.language or "", document.url or ""]
    if document.title:
        _line(console, document.title, "bold")
    _line(console, " · ".join(part for part in told if part))
    _line(console, f"{document.id} ({document.key})\n", "dim")


def _entry(console: "Console", claim: "Claim", number: str) -> None:
    from purport.cli.describe import details
    from purport.pipeline.stages import gloss

    _line(console, f"{number}  {claim.id}  {claim.kind}, {claim.stance}", "bold")
    told = [("words", claim.quote), ("en", gloss(claim, "en")), ("uk", gloss(claim, "uk")), *details(claim)]
    for name, value in told:
        _line(console, f"   {name:<9}{' '.join(value.split())}")


def _line(console: "Console", text: "Text | str", style: str = "") -> None:
    from rich.text import Text

    from purport.exports.safe import visible

    shown = Text(visible(text), style) if isinstance(text, str) else text
    console.print(shown, soft_wrap=True)
