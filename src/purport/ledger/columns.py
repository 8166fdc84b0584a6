"""The types of the tables' columns, alike in every database: what SQLite does by itself, the others are told."""

from typing import Any

from sqlalchemy import BigInteger, BindParameter, ColumnElement, Integer, Text, func
from sqlalchemy.types import UserDefinedType

__all__ = ["LEXEMES", "NUMBER", "TEXT"]

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by its code points, not by the customs of a country."""
NUMBER = Integer().with_variant(BigInteger(), "postgresql")
"""A whole number of 64 bits."""


class _Lexemes(UserDefinedType[str]):
    """Words between single blanks; PostgreSQL keeps them as they are, and neither cuts nor stems them."""

    cache_ok = True

    def get_col_spec(self, **_options: Any) -> str:
        return "TSVECTOR"

    def bind_expression(self, bindvalue: BindParameter[str]) -> ColumnElement[Any]:
        return func.array_to_tsvector(func.string_to_array(bindvalue, " "))


LEXEMES = Text().with_variant(_Lexemes(), "postgresql")
"""The words of a text for a search."""
