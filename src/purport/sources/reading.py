"""Bytes to documents: each file by its form, each failure one error, and the rest read on."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from purport.errors import InputError, UnreadableError
from purport.model import Document
from purport.sources import documents, export, texts
from purport.sources.addresses import is_address
from purport.sources.asked import Asked
from purport.sources.forms import Form, recognise
from purport.sources.languages import fill
from purport.sources.opening import Blob, open_bytes, open_file
from purport.sources.walk import walk

__all__ = ["Report", "read_address", "read_bytes", "read_path", "read_paths"]

Report = Callable[[InputError], None]


def read_path(path: Path, *, on_error: Report | None = None, asked: Asked | None = None) -> Iterator[Document]:
    """The documents of a file, or of every file in a folder and the folders in it.

    Each form is told by content. What cannot be read (a file, a line, a message) is handed to `on_error` with its
    reason, and the rest is read; without `on_error` the first such InputError is raised. JSON Lines are a stream.
    `asked`: what a person has said of tables.
    """
    report = on_error or _raise
    for file in walk(Path(path), report):
        yield from _file(file, report, asked or Asked())


def read_paths(
    paths: Iterable[Path | str], *, on_error: Report | None = None, asked: Asked | None = None
) -> Iterator[Document]:
    """As `read_path`, for one path after the other; what is an address on the web is asked for (`read_address`)."""
    for path in paths:
        if isinstance(path, str) and is_address(path):
            yield from read_address(path, on_error=on_error, asked=asked)
        else:
            yield from read_path(Path(path), on_error=on_error, asked=asked)


def read_address(url: str, *, on_error: Report | None = None, asked: Asked | None = None) -> Iterator[Document]:
    """The documents at an address on the web: a page, a feed, a channel of Telegram, or one post of it.

    The web is asked with the care of `purport.sources.web`. What cannot be had or read is handed to `on_error`.
    """
    from purport.sources.online import documents_at

    report, said = on_error or _raise, asked or Asked()

    def read(data: bytes, name: str, charset: str | None) -> Iterator[Document]:
        return _blob(lambda: nullcontext(open_bytes(data, name, url=name, charset=charset)), report, said)

    try:
        yield from fill(documents_at(url, read, allow_private=said.allow_private))
    except InputError as error:
        report(error)


def read_bytes(
    data: bytes, *, name: str, url: str | None = None, charset: str | None = None, on_error: Report | None = None
) -> Iterator[Document]:
    """The documents in these bytes, as if they were a file called `name`.

    Errors are about that name, and the ids of texts and pages come from it, or from the address that they were fetched
    at. `charset`: the encoding that the server named.
    """
    report = on_error or _raise
    yield from fill(_blob(lambda: nullcontext(open_bytes(data, name, url=url, charset=charset)), report, Asked()))


def _file(path: Path, report: Report, asked: Asked) -> Iterator[Document]:
    return fill(_blob(lambda: open_file(path), report, asked))


def _blob(opened: Callable[[], AbstractContextManager[Blob]], report: Report, asked: Asked) -> Iterator[Document]:
    """What one file gives until it ends or fails; what came before the failure has been handed on."""
    try:
        with opened() as blob:
            yield from _documents(recognise(blob.head(), blob.name), blob, report, asked)
    except InputError as error:
        report(error)


def _documents(form: Form, blob: Blob, report: Report, asked: Asked) -> Iterator[Document]:
    """The reader for each form; those that need a parser of HTML or feeds are loaded when the first such file comes."""
    if form is Form.DOCUMENTS:
        return documents.read(blob, report)
    if form is Form.EXPORT:
        return export.read(blob, report)
    if form is Form.PARQUET:
        return _rows(blob, report)
    if form is Form.TEXT:
        return texts.read(blob)
    if form in {Form.TABLE, Form.SHEETS}:
        from purport.sources.tables import read_delimited, read_sheets

        return (read_sheets if form is Form.SHEETS else read_delimited)(blob, asked, report)
    return _parsed(form, blob, report)


def _rows(blob: Blob, report: Report) -> Iterator[Document]:
    try:
        import pyarrow  # noqa: F401 - whether it is there
    except ImportError:
        cure = "pip install 'purport[archive]'"
        raise UnreadableError("Parquet, which needs an extra", about=blob.name, cure=cure) from None
    from purport.sources.dump import documents_in_rows

    for _, found in documents_in_rows(blob.seekable(), blob.name):
        if isinstance(found, Document):
            yield found
        else:
            report(found)


def _parsed(form: Form, blob: Blob, report: Report) -> Iterator[Document]:
    if form is Form.CHANNEL:
        from purport.sources import channel

        return channel.read(blob, report)
    if form is Form.EXPORT_PAGE:
        from purport.sources import export_page

        return export_page.read(blob, report)
    if form is Form.FEED:
        from purport.sources import feed

        return feed.read(blob, report)
    if form is Form.MAIL:
        from purport.sources import mail

        return mail.read(blob, report)
    if form is Form.PDF:
        from purport.sources import pdf

        return pdf.read(blob)
    from purport.sources import page

    return page.read(blob)


def _raise(error: InputError) -> None:
    raise error
