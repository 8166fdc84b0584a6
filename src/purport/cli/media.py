"""`purport media`: pictures and videos that documents show; their files only where somebody asks for them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import binary_output, complain, counted, header, json_line, text_output, width
from purport.cli.tables import AllowPrivate
from purport.errors import UsageError

if TYPE_CHECKING:
    from purport.ledger import Ledger, MediaRow
    from purport.pipeline.media import Verified

__all__ = ["media"]

Wanted = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]", help="A document, or a picture or video by its id or address; none: all.", show_default=False
    ),
]
Download = Annotated[
    Path | None, typer.Option("--download", metavar="DIR", help="Fetch the files into this folder; needs ID.")
]
AsLines = Annotated[bool, typer.Option("--jsonl", help="JSON Lines, for programs.")]


def media(
    context: typer.Context,
    wanted: Wanted = None,
    download: Download = None,
    allow_private: AllowPrivate = False,
    lines: AsLines = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """List pictures and videos of documents, as links; fetch their files where that is asked for."""
    from purport.ledger import open_ledger
    from purport.pipeline.media import verified

    options = common(context, ledger, quiet, no_color)
    if download is not None and wanted is None:
        raise UsageError("files are fetched of one document, or one by one", cure="name an id, or an address")
    with open_ledger(options.location, create=False) as book:
        rows = _rows(book, wanted)
        if download is not None:
            _download(book, rows, download, options, allow_private=allow_private)
            return
        found = verified(book.judgements())
    (_print_lines if lines else _print)(rows, found, options)


def _rows(book: "Ledger", wanted: str | None) -> "list[MediaRow]":
    """All media, those of a document, or those of an id or address of their own."""
    if wanted is None:
        return book.media()
    if wanted.startswith(("http://", "https://", "m")):
        from purport.errors import NotFoundError

        try:
            return book.find_media(wanted)
        except NotFoundError:
            if not wanted.startswith("m"):
                raise
    return book.media(book.find(wanted).document.key)


def _print(rows: "Iterable[MediaRow]", found: "dict[str, list[Verified]]", options: Common) -> None:
    from purport.cli.describe import finding
    from purport.cli.table import Column, Table

    columns = [
        Column("ID", 9),
        Column("KIND", 5),
        Column("PUBLISHED", 10),
        Column("SOURCE", 8, share=1),
        Column("CAPTION", 8, share=2),
        Column("ADDRESS", 10, share=3),
        Column("FOUND", 7, share=1),
    ]
    table, number = Table(columns, width()), 0
    with text_output() as write:
        write(header(table.header(), options.no_color))
        for number, row in enumerate(rows, 1):  # noqa: B007 - counted for the line below
            shown = row.media
            words = " · ".join(part for part in (shown.caption, shown.credit) if part)
            judged = "; ".join(finding(one.finding) for one in found.get(row.id, ()))
            day = (row.published or "")[:10]
            write(table.line([row.id[:9], shown.kind, day, row.source, words, shown.url, judged]))
    if not options.quiet:
        complain(f"{number:,} {'picture or video' if number == 1 else 'pictures and videos'}")


def _print_lines(rows: "Iterable[MediaRow]", found: "dict[str, list[Verified]]", options: Common) -> None:
    import msgspec

    del options
    with binary_output() as out:
        for row in rows:
            told: dict[str, Any] = msgspec.to_builtins(row)
            told["found"] = [
                {"by": one.judgement.author, "at": one.judgement.at, "reason": one.judgement.reason}
                | msgspec.to_builtins(one.finding)
                for one in found.get(row.id, ())
            ]
            out.write(json_line(told))


def _download(book: "Ledger", rows: "list[MediaRow]", folder: Path, options: Common, *, allow_private: bool) -> None:
    from purport.pipeline.media import fetch_media, media_client

    client, number = media_client(allow_private=allow_private), 0
    fetched = fetch_media(
        book,
        rows,
        folder,
        client,
        clock=lambda: datetime.now(UTC),
        on_error=lambda error: complain(f"purport: {error}"),
    )
    with text_output() as write:
        for one in fetched:
            number += 1
            write(f"{one.row.id}  {one.path}  {one.size:,} bytes")
    if not options.quiet:
        complain(f"{counted(number, 'file')} fetched into {folder}")
    if not number:
        raise typer.Exit(1)
