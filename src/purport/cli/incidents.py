"""`purport incidents`: what claims add up to, from files or from the ledger."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from purport.cli.claims import Kinds, MinCount, Paths, Places, Since, Sources, Until, select, told_holes
from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.describe import ROOM_FOR_TIME, how_many, what_happened, when
from purport.cli.linked import linked_ledger
from purport.cli.progress import counting, progress
from purport.cli.screen import binary_output, complain, counted, header, text_output, width
from purport.model.families import Standing, in_families

if TYPE_CHECKING:
    from purport.cli.table import Table
    from purport.exports.holes import Hole
    from purport.incidents import Linked
    from purport.ledger import Ledger
    from purport.model import Claim
    from purport.model.incident import Dating, Incident
    from purport.model.selection import Selection

__all__ = ["AsOf", "Form", "incidents", "print_incidents"]

Form = Annotated[Literal["table", "jsonl", "csv"], typer.Option("--format", help="How to print them.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="TIME", help="What the ledger had read by then, as 2024-04-05T09:00Z.")
]
PublishedBy = Annotated[
    str | None, typer.Option("--published-by", metavar="TIME", help="What had been published by then.")
]
OfSide = Annotated[
    list[str] | None,
    typer.Option("--side", help="Only what this party tells of, as RU (may be repeated).", show_default=False),
]
Contradicted = Annotated[bool, typer.Option("--contradicted", help="Only those whose claims cannot all be true.")]
Implied = Annotated[bool, typer.Option("--implied", help="Only those on whose count sums put bounds.")]

_WITH_SIDES = 104
"""Columns of a terminal from which on sides and origins have room beside the rest."""

_DATINGS_SHOWN = 5

Choice = Callable[["Incident"], bool]


def incidents(
    context: typer.Context,
    paths: Paths = None,
    form: Form = "table",
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    place: Places = None,
    source: Sources = None,
    min_count: MinCount = None,
    side: OfSide = None,
    contradicted: Contradicted = False,
    implied: Implied = False,
    as_of: AsOf = None,
    published_by: PublishedBy = None,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print incidents: what the claims in the files named add up to, touching no ledger; or those in the ledger."""
    selection = select(since, until, kind or [], place or [], source or [], min_count)
    options = common(context, ledger, quiet, no_color)
    wanted = _choice(selection, side or [], contradicted=contradicted, implied=implied)
    if paths:
        _print_linked(*_of_files(paths, options, as_of, published_by), selection, wanted, form, options)
        return
    with linked_ledger(options) as book:
        if published_by:
            _print_linked(*_of_published(book, as_of, published_by), selection, wanted, form, options)
        else:
            _print_kept(book, as_of, selection, wanted, form, options)


def _choice(selection: "Selection", sides: list[str], *, contradicted: bool, implied: bool) -> Choice:
    named = {name.upper() for name in sides} | set(sides)

    def chosen(incident: "Incident") -> bool:
        return (
            selection.admits_incident(incident)
            and (not named or any(version.side in named for version in incident.sides))
            and (not contradicted or bool(incident.contradictions))
            and (not implied or incident.implied is not None)
        )

    return chosen


def _print_linked(
    claims: "Iterable[Claim]", linked: "Linked", selection: "Selection", wanted: Choice, form: str, options: Common
) -> None:
    """Print what has just been linked, as far as it was asked for."""
    said = {claim.id for claim in claims if selection.admits_source(claim)}
    print_incidents(_chosen(linked, wanted, said), linked.datings, form, options)


def _print_kept(
    book: "Ledger", as_of: str | None, selection: "Selection", wanted: Choice, form: str, options: Common
) -> None:
    """Print what the ledger keeps, as far as it was asked for."""
    from purport.model.selection import Selection
    from purport.pipeline.adding import moment

    by = moment(as_of) if as_of else None
    speakers = Selection(sources=selection.sources)
    said = {claim.id for claim in book.claims(speakers, as_of=by)} if speakers else None
    holes = told_holes(book, form, options, selection.since, as_of)
    print_incidents(_chosen(book.incidents(as_of=by), wanted, said), book.datings(as_of=by), form, options, holes)


def _chosen(found: "Iterable[Incident]", wanted: Choice, said: set[str] | None) -> "Iterator[Incident]":
    """Those wanted, of which somebody speaks who was asked for: `said` are the claims of those."""
    return (one for one in found if wanted(one) and (said is None or not said.isdisjoint(one.claims)))


def _of_files(
    paths: list[str], options: Common, as_of: str | None, published_by: str | None
) -> "tuple[list[Claim], Linked]":
    """The claims in files, and what they add up to; a file's claims are known now, so a past moment is refused."""
    from purport.errors import UsageError
    from purport.pipeline import claims_of
    from purport.pipeline.adding import link_claims, published_until

    if as_of:
        raise UsageError("--as-of asks the ledger, and files were named", cure="leave out one of the two")
    with progress(options, "reading") as tell:
        found = claims_of(paths, on_error=lambda about, reason: complain(f"purport: {about}: {reason}"))
        readings = list(counting(found, "documents", tell))
    if not readings:
        complain("purport: nothing could be read (name files or folders that hold pages, posts, feeds or texts)")
        raise typer.Exit(1)
    claims = published_until((claim for reading in readings for claim in reading.claims), published_by)
    return claims, link_claims(claims)


def _of_published(book: "Ledger", as_of: str | None, published_by: str) -> "tuple[list[Claim], Linked]":
    """The ledger's claims that had been published by then, and what they added up to."""
    from purport.pipeline.adding import ledger_claims, link_claims, moment

    claims = ledger_claims(book, as_of, published_by)
    return claims, link_claims(claims, book.judgements(as_of=moment(as_of) if as_of else None))


def print_incidents(
    found: "Iterable[Incident]",
    datings: "Sequence[Dating]",
    form: str,
    options: Common,
    holes: "Sequence[Hole]" = (),
) -> None:
    """Print incidents, in a table in order of time with parts beneath their whole; and what evidence has dated."""
    if form != "table":
        from purport.exports.incidents import write_incidents

        with binary_output() as out:
            write_incidents(form, found, out, holes)
    else:
        _print_table(found, options)
    if not options.quiet:
        _tell_datings(datings)


def _tell_datings(datings: "Sequence[Dating]") -> None:
    for dating in datings[:_DATINGS_SHOWN]:
        complain(
            f"{dating.document} has no date; {counted(len(dating.by), 'claim')} put it at "
            f"{when(dating.time)} (confidence {dating.confidence:.2f})"
        )
    if len(datings) > _DATINGS_SHOWN:
        complain(f"… and {len(datings) - _DATINGS_SHOWN:,} more documents that evidence dates")


def _print_table(found: "Iterable[Incident]", options: Common) -> None:
    is_wide = width() >= _WITH_SIDES
    table = _table(width(), is_wide=is_wide)
    number = 0
    with text_output() as write:
        write(header(table.header(), options.no_color))
        for standing in in_families(found):
            number += 1
            write(table.line(_cells(standing, is_wide=is_wide)))
    if not options.quiet:
        complain(counted(number, "incident"))


def _table(columns: int, *, is_wide: bool) -> "Table":
    from purport.cli.table import Column, Table

    told = [
        Column("ID", 9),
        Column("WHEN", ROOM_FOR_TIME),
        Column("BY", 8 if is_wide else 2),
        Column("WHAT", 17, share=3),
        Column("WHERE", 14, share=2),
        Column("HOW MANY", 12, share=1),
    ]
    return Table([*told, Column("TOLD BY", 7, share=1), Column("ORIGINS", 7, right=True)] if is_wide else told, columns)


def _cells(standing: Standing, *, is_wide: bool) -> list[str | int | None]:
    incident = standing.incident
    contradicted = "! " if incident.contradictions else ""
    told: list[str | int | None] = [
        incident.id[:9],
        when(incident.time, ROOM_FOR_TIME),
        incident.attacker,
        what_happened(incident),
        standing.place,
        contradicted + how_many(incident),
    ]
    sides = " ".join(side.side or "?" for side in incident.sides)
    return [*told, sides, incident.origins] if is_wide else told
