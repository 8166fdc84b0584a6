"""Which column of a table is what: as it is given, else by its name, else by what stands in it."""

import re
import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from purport.errors import TooLargeError, UnreadableError
from purport.sources.addresses import is_web
from purport.sources.asked import Asked
from purport.sources.limits import MAX_COLUMNS
from purport.sources.tables.moments import looks_dated
from purport.sources.tables.names import rank_of, role_named

__all__ = ["Columns", "find_columns"]

Why = Literal["given", "its name", "its contents"]

# A column is of texts, addresses or dates where so many of its cells are.
_MOST = 0.8
# A text has words, and more letters than a name or a title; those of dumps have some 300 on average.
_LETTERS = 40
_NUMBER = re.compile(r"[-+]?\d[\d\s.,]*%?")


class Columns(Struct, frozen=True):
    """The columns of a table: their names, what is which (by its place from 0 on), and how that is known.

    `constant`: what holds of all rows.
    """

    names: tuple[str, ...]
    roles: Mapping[str, int]
    why: Mapping[str, Why]
    constant: Mapping[str, str]
    has_header: bool

    def told(self) -> str:
        """In one line, for people."""
        known = [f"{role}={self.names[at]!r}" for role, at in self.roles.items()]
        known += [f"{role}={value!r} (in all rows)" for role, value in self.constant.items()]
        rest = [repr(name) for at, name in enumerate(self.names) if at not in self.roles.values()]
        return ", ".join(known) + (f"; not read: {', '.join(rest)}" if rest else "")


def find_columns(sample: Sequence[Sequence[str]], asked: Asked, about: str) -> Columns:
    """The columns of a table whose first rows these are; raises InputError where none holds texts."""
    has_header = _has_header(sample)
    width = len(sample[0]) if has_header else max(len(row) for row in sample)
    if width > MAX_COLUMNS:
        raise TooLargeError(
            f"a table of more than {MAX_COLUMNS} columns", about=about, cure="leave out what holds no text"
        )
    first = sample[0] if has_header else [""] * width
    names = tuple(name.strip() or f"column {at}" for at, name in enumerate(first, 1))
    body = sample[1:] if has_header else sample
    cells = [[row[at] for row in body if at < len(row) and row[at].strip()] for at in range(width)]
    roles, why, constant = _given(names, asked, about)
    _by_name(names if has_header else (), cells, roles, why)
    _by_contents(cells, roles, why)
    if "text" not in roles:
        told = ", ".join(repr(name) for name in names)
        raise UnreadableError(
            f"a table without texts (columns: {told})", about=about, cure="say it: --columns text=NAME"
        )
    return Columns(names, roles, why, constant, has_header)


def _given(names: tuple[str, ...], asked: Asked, about: str) -> tuple[dict[str, int], dict[str, Why], dict[str, str]]:
    roles: dict[str, int] = {}
    constant: dict[str, str] = {}
    folded = [name.casefold() for name in names]
    for role, told in asked.columns.items():
        if told.startswith("="):
            constant[role] = told[1:].strip()
        elif told.casefold() in folded:
            roles[role] = folded.index(told.casefold())
        elif told.isdecimal() and 1 <= int(told) <= len(names):
            roles[role] = int(told) - 1
        else:
            cure = f"its columns: {', '.join(repr(name) for name in names)}"
            raise UnreadableError(f"a table without a column {told!r}", about=about, cure=cure)
    return roles, dict.fromkeys(roles, "given"), constant


def _by_name(names: Sequence[str], cells: Sequence[Sequence[str]], roles: dict[str, int], why: dict[str, Why]) -> None:
    """Names count where the cells are what they say, as far as that can be seen."""
    for at in sorted(range(len(names)), key=lambda at: rank_of(names[at])):
        role = role_named(names[at])
        if role and role not in roles and at not in roles.values() and _fits(role, cells[at]):
            roles[role], why[role] = at, "its name"


def _fits(role: str, cells: Sequence[str]) -> bool:
    if role == "published":
        return _share(cells, looks_dated) >= 1 - _MOST
    return role != "url" or _share(cells, is_web) >= 1 - _MOST


def _by_contents(cells: Sequence[Sequence[str]], roles: dict[str, int], why: dict[str, Why]) -> None:
    for role, test in (("url", is_web), ("published", looks_dated)):
        free = [at for at in range(len(cells)) if at not in roles.values()]
        found = next((at for at in free if _share(cells[at], test) >= _MOST), None)
        if role not in roles and found is not None:
            roles[role], why[role] = found, "its contents"
    free = [at for at in range(len(cells)) if at not in roles.values()]
    lengths = {at: _letters(cells[at]) for at in free}
    best = max(lengths, key=lambda at: lengths[at], default=None)
    if "text" not in roles and best is not None and lengths[best] >= _LETTERS:
        roles["text"], why["text"] = best, "its contents"


def _has_header(sample: Sequence[Sequence[str]]) -> bool:
    """The first row has names that are known, or nothing in it is like what stands below."""
    first = sample[0]
    if any(role_named(cell) for cell in first):
        return True
    return not any(map(_is_datum, first)) and any(_is_datum(cell) for row in sample[1:] for cell in row)


def _is_datum(cell: str) -> bool:
    """Whether it is no name of a column: a date, an address, a number or a text."""
    return _NUMBER.fullmatch(cell.strip()) is not None or len(cell) > _LETTERS or is_web(cell) or looks_dated(cell)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _letters(cells: Sequence[str]) -> float:
    """How many letters a cell of these has, of those that have words."""
    worded = [sum(map(str.isalpha, cell)) for cell in cells if " " in cell.strip() and cell.lstrip()[0] not in "{["]
    return statistics.median(worded) if 2 * len(worded) > len(cells) else 0.0
