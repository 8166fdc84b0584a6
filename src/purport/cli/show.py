"""`purport show`: a document with its claims, a claim with its words, or an incident with the claims of all sides."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import LedgerOption, NoColorOption, QuietOption, common
from purport.cli.describe import finding, how_many, what_happened
from purport.cli.lines import console, say
from purport.cli.linked import linked_ledger
from purport.cli.screen import counted, text_output
from purport.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from purport.ledger import Found, Ledger, MediaRow
    from purport.model import Claim, Document
    from purport.model.incident import Incident
    from purport.pipeline.media import Verified

__all__ = ["show"]

_INCIDENT = re.compile(r"i[0-9a-f]{1,16}")

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A document's id or key, a claim's or an incident's id, or enough of its beginning."
    ),
]
Why = Annotated[bool, typer.Option("--why", help="Of an incident: why its claims are of one thing.")]


def show(
    context: typer.Context,
    wanted: Id,
    why: Why = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Show a document with its claims marked in it, a claim with its words, or an incident with all sides' claims."""
    if not wanted.strip():
        raise UsageError("an empty id names nothing", cure="`purport documents`, `claims` and `incidents` list ids")
    from purport.pipeline.media import verified

    options = common(context, ledger, quiet, no_color)
    with linked_ledger(options) as book:
        found = _found(book, wanted)
        if found is None:
            from purport.cli.incident import show_incident

            show_incident(book, wanted, options, why=why)
            return
        incidents = book.incidents_of(found.claim.id) if found.claim else []
        media = [] if found.claim else book.media(found.document.key)
        verdicts = verified(book.judgements()) if media else {}
    with text_output():
        out = console(options.no_color)
        if found.claim is None:
            _document(out, found)
            _tell_media(out, media, verdicts)
        else:
            _claim(out, found, found.claim)
            _tell_incidents(out, incidents)


def _found(book: "Ledger", wanted: str) -> "Found | None":
    """The document or claim; None where there is none and the id may be that of an incident."""
    try:
        return book.find(wanted)
    except NotFoundError:
        if not _INCIDENT.fullmatch(wanted):
            raise
        return None


def _document(out: "Console", found: "Found") -> None:
    from purport.cli.marks import marked, numbered

    claims = numbered(found.claims)
    _head(out, found.document)
    _tell_deletion(out, found)
    say(out, marked(found.document.text, claims))
    say(out, f"\n{counted(len(claims), 'claim')}" if claims else "\nno claims")
    for number, claim in claims.items():
        say(out, "")
        _entry(out, claim, str(number))


def _tell_media(out: "Console", media: "list[MediaRow]", found: "dict[str, list[Verified]]") -> None:
    """Pictures and videos as links, and what people have found of them."""
    if media:
        say(out, "\npictures and videos", "bold")
    for row in media:
        shown = row.media
        told = (row.id, shown.kind, shown.caption, shown.credit, shown.url, shown.sha256 and f"sha256 {shown.sha256}")
        say(out, f"   {' · '.join(part for part in told if part)}")
        for one in found.get(row.id, ()):
            judged = one.judgement
            said = f"{judged.author} ({judged.at[:10]}): {finding(one.finding)}; {' '.join(judged.reason.split())}"
            say(out, f"      {said}")


def _claim(out: "Console", found: "Found", claim: "Claim") -> None:
    from purport.cli.marks import context, marked, numbered

    number = next(n for n, other in numbered(found.claims).items() if other.id == claim.id)
    span = context(found.document.text, claim)
    _head(out, found.document)
    _tell_deletion(out, found)
    if found.superseded:
        say(out, "superseded: the document, or the reading of it, has a newer version\n")
    around = marked(found.document.text, {number: claim}, span)
    before, after = "… " if span.start else "", " …" if span.end < len(found.document.text) else ""
    say(out, around.__class__.assemble(before, around, after))
    say(out, "")
    _entry(out, claim, str(number))


def _tell_deletion(out: "Console", found: "Found") -> None:
    if found.deleted:
        say(out, f"deleted by its publisher: found so at {found.deleted}\n")


def _tell_incidents(out: "Console", incidents: "list[Incident]") -> None:
    for incident in incidents:
        place = incident.place.name if incident.place else ""
        told = (incident.id, what_happened(incident), place, how_many(incident))
        say(out, f"   {'incident':<9}{' · '.join(part for part in told if part)}")


def _head(out: "Console", document: "Document") -> None:
    told = [document.source, document.published or "undated", document.language or "", document.url or ""]
    if document.title:
        say(out, document.title, "bold")
    say(out, " · ".join(part for part in told if part))
    say(out, f"{document.id} ({document.key})\n", "dim")


def _entry(out: "Console", claim: "Claim", number: str) -> None:
    from purport.cli.describe import details
    from purport.pipeline.stages import gloss

    say(out, f"{number}  {claim.id}  {claim.kind}, {claim.stance}", "bold")
    told = [("words", claim.quote), ("en", gloss(claim, "en")), ("uk", gloss(claim, "uk")), *details(claim)]
    for name, value in told:
        say(out, f"   {name:<9}{' '.join(value.split())}")
