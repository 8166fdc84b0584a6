"""`purport claims`: the claims in files, or in the ledger."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import binary_output, complain, counted, header, text_output, width
from purport.cli.tables import AllowPrivate, Columns, DatesOption, ShowColumns, ZoneOption, asked_of, show_columns

if TYPE_CHECKING:
    from purport.cli.table import Table
    from purport.exports.holes import Hole
    from purport.ledger import Ledger
    from purport.model import Claim
    from purport.model.reading import Reading
    from purport.model.selection import Selection
    from purport.sources import Asked

__all__ = ["Kinds", "MinCount", "Paths", "Places", "Since", "Sources", "Until", "claims", "select", "told_holes"]

_WITH_WORDS, _WITH_HOURS = 110, 140
"""Columns of a terminal from which on a claim's words, and the hours from and to, have room beside the rest."""

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Files, folders, web addresses; none: the ledger.", show_default=False),
]
Form = Annotated[Literal["table", "jsonl", "csv"], typer.Option("--format", help="How to print them.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Events that last to this local date or later.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Events that begin on this local date or before.")
]
Kinds = Annotated[
    list[str] | None, typer.Option("--kind", help="Only this kind (may be repeated).", show_default=False)
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        help="Only here: a name, or a code as in RU-ROS or UA (may be repeated).",
        show_default=False,
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        help="Only said or published by one whose name has this in it (may be repeated).",
        show_default=False,
    ),
]
MinCount = Annotated[
    int | None, typer.Option("--min-count", min=0, help="Only with at least so many weapons, things or people.")
]


def claims(
    context: typer.Context,
    paths: Paths = None,
    form: Form = "table",
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    place: Places = None,
    source: Sources = None,
    min_count: MinCount = None,
    columns: Columns = None,
    zone: ZoneOption = None,
    dates: DatesOption = None,
    show: ShowColumns = False,
    allow_private: AllowPrivate = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print claims: those in the files named, touching no ledger; or those in the ledger."""
    selection = select(since, until, kind or [], place or [], source or [], min_count)
    options = common(context, ledger, quiet, no_color)
    if not paths:
        _from_ledger(selection, form, options)
        return
    asked = asked_of(columns, zone, dates, allow_private)
    if show:
        show_columns(paths, asked, options)
        return
    readings = _FromFiles(paths, selection, asked)
    _print(readings, form, options)
    if not readings.documents:
        complain("purport: nothing could be read (name files or folders that hold pages, posts, feeds or texts)")
        raise typer.Exit(1)


def select(
    since: str | None, until: str | None, kinds: list[str], places: list[str], sources: list[str], min_count: int | None
) -> "Selection":
    """What these options choose; raises UsageError."""
    from purport.model.selection import Selection, day_bounds
    from purport.pipeline.stages import place_terms

    return Selection(
        since=day_bounds(since)[0] if since else None,
        until=day_bounds(until)[1] if until else None,
        kinds=tuple(kinds),  # type: ignore[arg-type]  # Selection itself refuses what is no kind
        places=tuple(term for place in places for term in place_terms(place)),
        sources=tuple(sources),
        min_count=min_count,
    )


def _table(columns: int) -> "Table":
    """When, what, where and by whom; and the words themselves where the terminal is wide enough for them."""
    from purport.cli.table import Column, Table

    told = [
        Column("ID", 9),
        Column("WHEN", _room_for_time(columns)),
        Column("WHAT", 20, share=3),
        Column("WHERE", 12, share=2),
        Column("WHO", 12, share=2),
    ]
    return Table([*told, Column("WORDS", 16, share=3)] if columns >= _WITH_WORDS else told, columns)


def _room_for_time(columns: int) -> int:
    """For a night and for a moment; where there is room, also for the hours from and to."""
    return len("2024-04-05 21:30…23:45") if columns >= _WITH_HOURS else len("2024-04-05 21:30")


def _cells(claim: "Claim", columns: int) -> list[str]:
    from purport.cli.describe import what, when, where_in_short, who
    from purport.pipeline.stages import gloss

    told = what(claim, lambda bare: gloss(bare, "en"))
    cells = [claim.id[:9], when(claim.time, _room_for_time(columns)), told, where_in_short(claim), who(claim)]
    return [*cells, claim.quote] if columns >= _WITH_WORDS else cells


def _from_ledger(selection: "Selection", form: str, options: Common) -> None:
    from purport.ledger import open_ledger

    with open_ledger(options.location, create=False) as book:
        _print(book.readings(selection), form, options, told_holes(book, form, options, selection.since))


class _FromFiles:
    """Readings straight from files; `documents` counts all that could be read, whatever was asked for."""

    def __init__(self, paths: list[str], selection: "Selection", asked: "Asked") -> None:
        self._paths = paths
        self._selection = selection
        self._asked = asked
        self.documents = 0

    def __iter__(self) -> "Iterator[Reading]":
        from purport.model.reading import Reading
        from purport.pipeline import claims_of, stages_for

        for reading in claims_of(
            self._paths,
            on_error=lambda about, reason: complain(f"purport: {about}: {reason}"),
            stages=stages_for(self._asked),
        ):
            self.documents += 1
            chosen = tuple(claim for claim in reading.claims if self._selection.admits(claim))
            if chosen or not self._selection:
                yield Reading(reading.document, chosen)


def told_holes(book: "Ledger", form: str, options: Common, since: str | None, as_of: str | None = None) -> "list[Hole]":
    """The holes that a machine's form is to tell of; what has no place for them has them told on standard error."""
    if form == "table":
        return []
    from purport.exports.holes import hole_words, holes_of
    from purport.pipeline.adding import moment

    holes = holes_of(book, moment(as_of) if as_of else None, since)
    for line in hole_words(holes) if form == "csv" and not options.quiet else ():
        complain(f"purport: {line}")
    return holes


def _print(readings: "Iterable[Reading]", form: str, options: Common, holes: "Sequence[Hole]" = ()) -> None:
    if form == "table":
        _print_table(readings, options)
        return
    from purport.exports import export_named

    with binary_output() as out:
        export_named(form)(readings, out, holes)


def _print_table(readings: "Iterable[Reading]", options: Common) -> None:
    columns = width()
    table = _table(columns)
    documents = number = 0
    with text_output() as write:
        write(header(table.header(), options.no_color))
        for reading in readings:
            documents += 1
            number += len(reading.claims)
            for claim in reading.claims:
                write(table.line(_cells(claim, columns)))
    if not options.quiet:
        complain(f"{counted(number, 'claim')} in {counted(documents, 'document')}")
