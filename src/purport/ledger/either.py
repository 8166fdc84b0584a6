"""An expression that each database writes in its own way."""

from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

__all__ = ["Either"]


class Either(FunctionElement[Any]):
    """The first of two expressions in SQLite, the second in PostgreSQL."""

    inherit_cache = True

    def __init__(self, sqlite: ColumnElement[Any], postgres: ColumnElement[Any]) -> None:
        super().__init__(sqlite, postgres)
        self.type = sqlite.type


def _first(element: Either, compiler: SQLCompiler, **options: Any) -> str:
    sqlite, _ = element.clauses
    return compiler.process(sqlite, **options)


def _second(element: Either, compiler: SQLCompiler, **options: Any) -> str:
    _, postgres = element.clauses
    return compiler.process(postgres, **options)


compiles(Either, "sqlite")(_first)
compiles(Either, "postgresql")(_second)
