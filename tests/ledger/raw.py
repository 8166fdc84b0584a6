"""A ledger's database, looked at and meddled with past the ledger."""

from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa

from purport.ledger.schema import REVISION_TABLE

__all__ = ["Raw"]


class Raw:
    """Each statement is a transaction of its own."""

    def __init__(self, url: str) -> None:
        self.engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"), poolclass=sa.NullPool)
        self.is_sqlite = self.engine.dialect.name == "sqlite"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.engine.dispose()

    def run(self, *statements: str) -> None:
        for statement in statements:
            with self.engine.begin() as connection:
                connection.exec_driver_sql(statement)

    def force(self, *statements: str) -> None:
        """Run statements that the ledger's guards and references would not let pass."""
        with self.engine.begin() as connection:
            if self.is_sqlite:
                triggers = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()
                for trigger in triggers.all():
                    connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
            else:
                connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for statement in statements:
                connection.exec_driver_sql(statement)

    def ask(self, statement: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.exec_driver_sql(statement).all())

    def tables(self) -> list[str]:
        """All tables of records: an index, as `claim_words` is, is none."""
        listed = sa.inspect(self.engine).get_table_names()
        return sorted(name for name in listed if not name.startswith("claim_words") and name != REVISION_TABLE)

    def rows(self) -> dict[str, int]:
        """How many rows each table of records has."""
        return {table: self.ask(f"SELECT count(*) FROM {table}")[0][0] for table in self.tables()}

    def columns(self, table: str) -> list[str]:
        return [column["name"] for column in sa.inspect(self.engine).get_columns(table)]

    def fail_on(self, table: str) -> None:
        """From now on, nothing can be added to a table."""
        if self.is_sqlite:
            self.run(f"CREATE TRIGGER no_{table} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END")
            return
        self.run(
            "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'no'; END$$",
            f"CREATE TRIGGER no_{table} BEFORE INSERT ON {table} EXECUTE FUNCTION fail()",
        )
