"""`purport incidents`: what claims add up to, from files or from the ledger."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from purport.cli.claims import Kinds, MinCount, Paths, Places, Since, Sources, Until, select
from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import binary_output, complain, counted, header, text_output, width

if TYPE_CHECKING:
    from purport.incidents import Linked
    from purport.model import Claim
    from purport.model.incident import Incident

__all__ = ["Form", "incidents", "print_incidents"]

Form = Annotated[Literal["table", "jsonl", "csv"], typer.Option("--format", help="How to print them.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="TIME", help="What the ledger had read by then, as 2024-04-05T09:00Z.")
]
PublishedBy = Annotated[
    str | None, typer.Option("--published-by", metavar="TIME", help="What had been published by then.")
]
OfSide = Annotated[
    list[str] | None,
    typer.Option("--side", help="Only what a party tells of, as RU (may be repeated).", show_default=False),
]
Contradicted = Annotated[bool, typer.Option("--contradicted", help="Only those whose claims cannot all be true.")]
Implied = Annotated[bool, typer.Option("--implied", help="Only those on whose count sums put bounds.")]

_WITH_SIDES = 104
"""Columns of a terminal from which on sides and origins have room beside the rest."""

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
    if paths:
        claims, linked = _of_files(paths, as_of, published_by)
    else:
        claims, linked = _of_ledger(options, as_of, published_by)
    of_sources = {claim.id for claim in claims if selection.admits_source(claim)}

    def chosen(incident: "Incident") -> bool:
        return (
            selection.admits_incident(incident)
            and not of_sources.isdisjoint(incident.claims)
            and (not side or any(version.side in side for version in incident.sides))
            and (not contradicted or bool(incident.contradictions))
            and (not implied or incident.implied is not None)
        )

    print_incidents(linked, form, options, chosen)


def _of_files(paths: list[Path], as_of: str | None, published_by: str | None) -> "tuple[list[Claim], Linked]":
    """The claims in files, and what they add up to; a file's claims are known now, so a past moment is refused."""
    from purport.errors import UsageError
    from purport.pipeline import claims_of
    from purport.pipeline.adding import link_claims, published_until

    if as_of:
        raise UsageError("--as-of asks the ledger, and files were named", cure="leave out one of the two")
    readings = list(claims_of(paths, on_error=lambda about, reason: complain(f"purport: {about}: {reason}")))
    if not readings:
        complain("purport: nothing could be read (name files or folders that hold pages, posts, feeds or texts)")
        raise typer.Exit(1)
    claims = published_until((claim for reading in readings for claim in reading.claims), published_by)
    return claims, link_claims(claims)


def _of_ledger(options: Common, as_of: str | None, published_by: str | None) -> "tuple[list[Claim], Linked]":
    from purport.ledger import open_ledger
    from purport.pipeline.adding import link_ledger

    with open_ledger(options.location, create=False) as book:
        return link_ledger(book, as_of=as_of, published_by=published_by)


def print_incidents(linked: "Linked", form: str, options: Common, chosen: "Choice | None" = None) -> None:
    """Print those incidents that were chosen, parts beneath their whole in a table, in order of time elsewhere."""
    found = filter(chosen, linked) if chosen else iter(linked)
    if form != "table":
        from purport.exports.incidents import write_incidents

        with binary_output() as out:
            write_incidents(form, found, out)
    else:
        _print_table(found, options)
    if not options.quiet:
        for dating in linked.datings:
            complain(
                f"{dating.document} has no date; {counted(len(dating.by), 'claim')} put it at "
                f"{dating.time.start} to {dating.time.end} (confidence {dating.confidence:.2f})"
            )


def _print_table(found: "Iterable[Incident]", options: Common) -> None:
    from purport.cli.table import Column, Table

    columns = [
        Column("ID", 9),
        Column("WHEN", len("2024-04-05 21:30")),
        Column("WHAT", 16, share=3),
        Column("WHERE", 12, share=2),
        Column("HOW MANY", 10, share=1),
        Column("", 1),
    ]
    is_wide = width() >= _WITH_SIDES
    told = [Column("SIDES", 7, share=1), Column("ORIGINS", 7, right=True)] if is_wide else []
    table = Table([*columns[:-1], *told, columns[-1]], width())
    number = 0
    with text_output() as write:
        write(header(table.header(), options.no_color))
        for incident, is_part in _in_families(list(found)):
            number += 1
            write(table.line(_cells(incident, is_part, is_wide=is_wide)))
    if not options.quiet:
        complain(counted(number, "incident"))


def _in_families(found: "list[Incident]") -> "Iterator[tuple[Incident, bool]]":
    """Each whole with its parts behind it; parts whose whole is not shown stand alone."""
    shown = {incident.id for incident in found}
    parts: dict[str, list[Incident]] = {}
    for incident in found:
        if incident.parent in shown:
            parts.setdefault(str(incident.parent), []).append(incident)
    for incident in found:
        if incident.parent not in shown:
            yield incident, False
            yield from _parts_of(incident, parts)


def _parts_of(whole: "Incident", parts: "dict[str, list[Incident]]") -> "Iterator[tuple[Incident, bool]]":
    for part in parts.get(whole.id, ()):
        yield part, True
        yield from _parts_of(part, parts)


def _cells(incident: "Incident", is_part: bool, *, is_wide: bool) -> list[str | int | None]:
    from purport.cli.describe import how_many, what_happened, when

    place = incident.place.name if incident.place else ""
    sides = " ".join(side.side or "?" for side in incident.sides)
    told: list[str | int | None] = [sides, incident.origins] if is_wide else []
    return [
        incident.id[:9],
        when(incident.time, len("2024-04-05 21:30")),
        what_happened(incident),
        f"└ {place}" if is_part else place,
        how_many(incident),
        *told,
        "!" if incident.contradictions else "",
    ]
