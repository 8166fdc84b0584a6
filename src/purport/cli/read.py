"""`purport read`: files and folders into the ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from purport.cli.common import LedgerOption, NoColorOption, QuietOption, common
from purport.cli.progress import progress
from purport.cli.screen import complain, counted
from purport.cli.tables import AllowPrivate, Columns, DatesOption, ShowColumns, ZoneOption, asked_of, show_columns

if TYPE_CHECKING:
    from purport.pipeline import Summary

__all__ = ["read"]

_SKIPPED_SHOWN = 20

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files, folders and web addresses; what they are is seen from their content."
    ),
]


def read(
    context: typer.Context,
    paths: Paths,
    columns: Columns = None,
    zone: ZoneOption = None,
    dates: DatesOption = None,
    show: ShowColumns = False,
    allow_private: AllowPrivate = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Read files, folders and web addresses into the ledger. The same input twice adds nothing."""
    from purport import pipeline

    options = common(context, ledger, quiet, no_color)
    asked = asked_of(columns, zone, dates, allow_private)
    if show:
        show_columns(paths, asked, options)
        return
    with progress(options, "reading") as tell:
        summary = pipeline.read(
            paths,
            options.location,
            stages=pipeline.stages_for(asked),
            progress=lambda sums: tell(f"{sums.documents:,} documents, {sums.claims:,} new claims"),
        )
    if not options.quiet:
        _tell(summary, options.location)
    if not summary.documents:
        complain("purport: nothing could be read (name files or folders that hold pages, posts, feeds or texts)")
        raise typer.Exit(1)


def _tell(summary: "Summary", location: str) -> None:
    from purport.ledger.connect import label

    complain(
        f"{counted(summary.documents, 'document')} "
        f"({summary.new:,} new, {summary.changed:,} changed, {summary.known:,} known), "
        f"{counted(summary.claims, 'new claim')}, {len(summary.skipped):,} skipped; ledger: {label(location)}"
    )
    for skipped in summary.skipped[:_SKIPPED_SHOWN]:
        complain(f"  skipped {skipped.about}: {skipped.reason}")
    if len(summary.skipped) > _SKIPPED_SHOWN:
        complain(f"  … and {len(summary.skipped) - _SKIPPED_SHOWN:,} more; the ledger has them all, with this run")
