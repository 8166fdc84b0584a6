"""Answers that are too long to be held."""

from collections.abc import Generator
from typing import Any

from sqlalchemy import Connection, Executable

__all__ = ["streamed"]


def streamed(connection: Connection, asked: Executable, size: int) -> Generator[Any, None, None]:
    """The rows of an answer, of which `size` are held at once, in this program as in the database's client."""
    with connection.execute(asked, execution_options={"yield_per": size}) as rows:
        yield from rows
