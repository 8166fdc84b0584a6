"""What the databases are told about tables beside their columns: that rows are only added, and how words are found."""

__all__ = ["GUARD", "guard", "words"]

GUARD = """
CREATE FUNCTION purport_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'the ledger is only ever added to' USING ERRCODE = 'integrity_constraint_violation';
END
$body$
"""
"""PostgreSQL's answer to whoever changes a row; to be made before the first table is guarded."""


def guard(dialect: str, table: str) -> list[str]:
    """Statements after which a table is only ever added to, whoever has it open."""
    if dialect == "postgresql":
        return [
            f"CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION purport_only_added_to()"
        ]
    return [
        f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END"
        for action in ("update", "delete")
    ]


def words(dialect: str) -> list[str]:
    """Statements that make `claim_words`, by which claims are found, once `claim_texts` is there."""
    if dialect == "postgresql":
        return [
            "CREATE TABLE claim_words (rowid BIGINT PRIMARY KEY REFERENCES claim_texts (id), words TSVECTOR NOT NULL)",
            "CREATE INDEX claim_words_words ON claim_words USING gin (words)",
            *guard(dialect, "claim_words"),
        ]
    return [
        "CREATE VIRTUAL TABLE claim_words "
        "USING fts5(words, content = '', columnsize = 0, detail = none, "
        "prefix = '1 2 3 4 5 6 7 8', tokenize = 'ascii')"
    ]
