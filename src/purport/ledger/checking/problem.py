"""What is told of a row that is not as it should be."""

from msgspec import Struct

__all__ = ["Problem"]


class Problem(Struct, frozen=True):
    """A row of a table, by its key, and what is wrong with it."""

    table: str
    row: str
    reason: str
