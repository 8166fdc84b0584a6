"""What the columns of tables would be taken for, before anything is read."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from purport.errors import InputError
from purport.sources.asked import Asked
from purport.sources.forms import Form, recognise
from purport.sources.opening import open_file
from purport.sources.tables.reading import columns_of
from purport.sources.walk import walk

__all__ = ["ShownColumn", "shown_columns"]


class ShownColumn(Struct, frozen=True):
    """A column of a table: what it would be read as (None: not at all), how that is known, and a cell of it."""

    table: str
    name: str
    role: str | None
    why: str
    example: str


def shown_columns(paths: Iterable[Path], asked: Asked, report: Callable[[InputError], None]) -> Iterator[ShownColumn]:
    """The columns of all tables in files and folders; what is no table is passed over."""
    for file in (file for path in paths for file in walk(path, report)):
        try:
            with open_file(file) as blob:
                form = recognise(blob.head(), blob.name)
                if form in {Form.TABLE, Form.SHEETS}:
                    for about, columns, sample in columns_of(blob, asked, is_sheet=form is Form.SHEETS):
                        roles = {at: role for role, at in columns.roles.items()}
                        for at, name in enumerate(columns.names):
                            cells = (row[at] for row in sample[columns.has_header :] if at < len(row))
                            example = next((cell for cell in cells if cell.strip()), "")
                            role = roles.get(at)
                            yield ShownColumn(about, name, role, columns.why[role] if role else "", example)
        except InputError as error:
            report(error)
