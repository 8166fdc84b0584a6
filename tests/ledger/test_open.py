"""Opening: what makes a ledger, and what is refused in words."""

import sqlite3
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from purport.errors import LedgerError
from purport.ledger import connect, open_ledger, schema
from purport.ledger.seam import translate
from tests.ledger.conftest import New
from tests.ledger.raw import Raw
from tests.pipeline.fakes import NOW, document, keep

MIGRATIONS = Path(connect.__file__).with_name("migrations")


def layout(raw: Raw) -> list[tuple[str, ...]]:
    """All that the database knows of the tables' form, white space apart."""
    if raw.is_sqlite:
        return sorted(
            (name, " ".join(sql.split()))
            for name, sql in raw.ask(
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL "
                "AND (type IN ('index', 'trigger') OR substr(name, 1, 11) = 'claim_words')"
            )
        )
    schema_name = raw.ask("SELECT current_schema()")[0][0]
    told = raw.ask(
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = current_schema() UNION ALL "
        "SELECT event_object_table, trigger_name || event_manipulation || action_statement "
        "FROM information_schema.triggers WHERE trigger_schema = current_schema() UNION ALL "
        "SELECT table_name, concat_ws(' ', column_name, data_type, is_nullable, column_default, collation_name) "
        "FROM information_schema.columns WHERE table_schema = current_schema()"
    )
    return sorted((name, definition.replace(f"{schema_name}.", "")) for name, definition in told)


def is_own(name: str | None, kind: str, _parents: object) -> bool:
    """Whether it is a thing that SQLAlchemy describes; `claim_words`, with what SQLite keeps for it, is none."""
    return kind != "table" or not (name or "").startswith("claim_words")


def test_revisions_are_those_of_the_migrations() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    assert [step.revision for step in script.walk_revisions()][::-1] == list(schema.REVISIONS)
    assert script.get_current_head() == schema.REVISIONS[-1]


def test_migrations_lead_to_the_tables_that_a_new_ledger_has(new_place: New) -> None:
    old, new = new_place(), new_place()
    with Raw(old) as grown, Raw(new) as made:
        with grown.engine.begin() as connection:
            schema.revision_table.create(connection)
        connect._upgrade(grown.engine)
        open_ledger(new).close()
        with grown.engine.connect() as connection:
            opts = {"version_table": schema.REVISION_TABLE, "compare_type": True, "include_name": is_own}
            context = MigrationContext.configure(connection, opts=opts)
            assert compare_metadata(context, schema.metadata) == []
            assert connection.execute(sa.select(schema.revision_table)).scalars().all() == [schema.REVISIONS[-1]]
        assert layout(grown) == layout(made)
    open_ledger(old, create=False).close()


def test_a_ledger_of_the_present_form_opens_without_alembic(tmp_path: Path) -> None:
    code = (
        "import sys; from purport.ledger import open_ledger; "
        "open_ledger(sys.argv[1]).close(); print('alembic' in sys.modules)"
    )
    for _ in range(2):
        result = subprocess.run(
            [sys.executable, "-c", code, tmp_path / "b.db"], capture_output=True, text=True, check=True
        )
        assert result.stdout == "False\n"


def test_many_read_at_once_while_they_read(place: str) -> None:
    with open_ledger(place) as book, ExitStack() as held:
        for _ in range(30):
            held.enter_context(book.surveyed())
        assert book.count_claims() == 0, "one more finds a connection at once"


def refused(location: str | Path, *, create: bool = True) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        open_ledger(location, create=create)
    assert caught.value.cure, "an error names its cure"
    return caught.value


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, " * 100)
    assert "no ledger" in refused(path).reason
    assert path.read_text().startswith("Dear")


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.close()
    assert "another program" in refused(path).reason


def test_a_newer_form(place: str, raw: Raw) -> None:
    open_ledger(place).close()
    raw.run("UPDATE purport_schema SET version_num = '9999'")
    assert "newer form (9999)" in refused(place).reason


@pytest.mark.parametrize("content", [None, b""])
def test_nothing_there_to_read_from(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "none.db"
    if content is not None:
        path.write_bytes(content)
    assert "no ledger here" in refused(path, create=False).reason
    assert path.exists() == (content is not None)


def test_places_where_no_ledger_can_be(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path).reason
    assert "does not exist" in refused(tmp_path / "nowhere" / "book.db").reason
    assert "no URL" in refused("sqlite:/://").reason
    assert "SQLite or PostgreSQL" in refused("mysql://reader:secret@host/book").reason
    assert "psycopg alone" in refused("postgresql+asyncpg://reader:secret@host/book").reason


@pytest.mark.parametrize("form", ["mysql://u:secret@h/b", "postgresql+x://u:secret@h/b?password=secret"])
def test_a_password_is_never_told(form: str) -> None:
    assert "secret" not in str(refused(form))


def test_a_url_is_as_good_as_a_path(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    open_ledger(f"sqlite:///{path}").close()
    open_ledger(path, create=False).close()


def test_a_ledger_that_can_only_be_read(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    open_ledger(path).close()
    with (
        open_ledger(f"sqlite:///file:{path}?mode=ro&uri=true") as book,
        pytest.raises(LedgerError, match="only be read"),
    ):
        book.begin_run([], "x", NOW)


def test_a_ledger_in_a_folder_that_nobody_may_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "of 100% #1?" / "book.db"
    path.parent.mkdir()
    with open_ledger(path) as book:
        keep(book, document("a", "7 drones"))
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    with open_ledger(path, create=False) as book:
        assert [claim.quote for reading in book.readings() for claim in reading.claims] == ["7 drones"]
        assert [each.name for each in path.parent.iterdir()] == ["book.db"]  # SQLite kept nothing beside it
        with pytest.raises(LedgerError, match="only be read"):
            book.begin_run([], "x", NOW)


def test_what_the_database_says_is_always_told_in_words() -> None:
    for words, reason, _, retry in (
        ("database disk image is malformed", "the ledger is damaged", "", False),
        ("database or disk is full", "the disk is full", "", True),
        ("unable to open database file", "the ledger cannot be opened", "", False),
    ):
        error = translate(sa.exc.OperationalError("SELECT", {}, sqlite3.OperationalError(words)), "book.db")
        assert (error.reason, error.retry, error.about) == (reason, retry, "book.db")
    assert (
        "strange" in translate(sa.exc.OperationalError("SELECT", {}, sqlite3.OperationalError("strange")), "b").reason
    )
