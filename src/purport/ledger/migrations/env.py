"""Alembic runs this: the migrations go over the connection that the ledger has open, inside its transaction."""

from alembic import context

from purport.ledger.schema import REVISION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=REVISION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
