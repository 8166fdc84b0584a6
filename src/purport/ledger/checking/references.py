"""References: what a row names is there, whether or not the database was made to see to it."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, ForeignKeyConstraint, Table, and_, exists, select

from purport.ledger.checking.problem import Problem
from purport.ledger.checking.stream import chunks, streamed
from purport.ledger.schema import claims, metadata

__all__ = ["missing_claims", "unheld"]


def unheld(connection: Connection) -> Iterator[Problem]:
    """Rows that point at a row of another table that is not there."""
    for table in metadata.sorted_tables:
        for constraint in sorted(table.foreign_key_constraints, key=lambda one: tuple(one.column_keys)):
            yield from _unheld(connection, table, constraint)


def _unheld(connection: Connection, table: Table, constraint: ForeignKeyConstraint) -> Iterator[Problem]:
    pairs = [(element.parent, element.column) for element in constraint.elements]
    there = exists().where(*(theirs == mine for mine, theirs in pairs))
    told = and_(*(mine.is_not(None) for mine, _ in pairs))
    key = list(table.primary_key.columns)
    for row in streamed(connection, select(*key).where(told, ~there).order_by(*key)):
        name = constraint.referred_table.name
        yield Problem(table.name, "/".join(map(str, row)), f"it is of a row of {name} that is not there")


def missing_claims(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of these ids that no claim has."""
    asked = set(ids)
    there = {
        found
        for chunk in chunks(asked)
        for found in connection.execute(select(claims.c.id).where(claims.c.id.in_(chunk))).scalars()
    }
    return asked - there
