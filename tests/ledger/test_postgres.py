"""What is PostgreSQL's own: who is let in and to what, what a server says, many at once, and the sudden end of some."""

import random
import signal
import string
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec import structs

from purport.errors import LedgerError, NotFoundError, UsageError
from purport.ledger import Ledger, open_ledger, schema
from purport.ledger.backends import postgres as backend
from purport.ledger.connect import label, name
from purport.model import Media
from tests.ledger.full import fill
from tests.ledger.raw import Raw
from tests.ledger.test_book import POST, QUIET
from tests.ledger.test_check import problems
from tests.ledger.test_copy import exported
from tests.pipeline.fakes import document, keep
from tests.postgres import Server

ROOT = Path(__file__).parents[2]
OWNER = "owner"


@pytest.fixture
def place(postgres: Server) -> str:
    """A database of its own."""
    return postgres.new_database()


@pytest.fixture
def book(place: str) -> Iterator[Ledger]:
    with open_ledger(place) as ledger:
        yield ledger


def refused(location: str, *, create: bool = True) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        open_ledger(location, create=create)
    assert caught.value.cure, "an error names its cure"
    assert "secret" not in str(caught.value)
    return caught.value


def database(place: str) -> str:
    return sa.make_url(place).database or ""


# who is let in


def test_no_server(tmp_path: Path) -> None:
    error = refused(f"postgresql:///book?host={tmp_path}")
    assert "cannot be reached" in error.reason
    assert error.retry


def test_no_such_database(postgres: Server) -> None:
    assert "no such database" in refused(postgres.url("nowhere")).reason


def test_strangers_and_wrong_passwords(postgres: Server, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    postgres.execute("DROP ROLE IF EXISTS stranger", "CREATE ROLE stranger LOGIN PASSWORD 'secret'")
    postgres.execute(f"GRANT ALL ON DATABASE {database(place)} TO stranger")
    for user in ("stranger", "stranger:secret2", "nobody"):
        error = refused(postgres.url(database(place), user))
        assert "does not let this user in" in error.reason
        assert not error.retry
    postgres.execute("GRANT ALL ON SCHEMA public TO stranger", database=database(place))
    open_ledger(postgres.url(database(place), "stranger:secret")).close()
    monkeypatch.setenv("PGPASSWORD", "secret")
    open_ledger(postgres.url(database(place), "stranger"), create=False).close()


def test_rights_to_read_and_to_add_are_enough(postgres: Server, book: Ledger, place: str) -> None:
    keep(book, POST)
    for role in ("reader", "analyst"):
        postgres.execute(f"DROP ROLE IF EXISTS {role}", f"CREATE ROLE {role} LOGIN")
    page = (ROOT / "docs" / "team.md").read_text(encoding="utf-8")
    grants = page.split("```sql\n")[1].split("```")[0].split(";")
    postgres.execute(*(grant for grant in grants if grant.strip()), database=database(place))
    with open_ledger(postgres.url(database(place), "analyst"), create=False) as hers:
        keep(hers, QUIET)
        assert hers.feeds.keep_alerts("alerts", None, "1")
        assert hers.feeds.keep_alerts("alerts", "1", "2")
    with open_ledger(postgres.url(database(place), "reader"), create=False) as his:
        assert sorted(row.id for row in his.documents()) == ["post", "quiet"]
        with pytest.raises(LedgerError, match="may not do that"):
            keep(his, document("more", "1 drones"))
    postgres.execute("DROP OWNED BY reader, analyst", database=database(place))


# what is in the way


def test_the_database_of_another_program(place: str) -> None:
    with Raw(place) as raw:
        raw.run("CREATE TABLE alembic_version (version_num TEXT)")
    assert "another program" in refused(place).reason


def test_tables_of_an_extension_are_in_nobody_s_way(place: str) -> None:
    with Raw(place) as raw:
        raw.run("CREATE TABLE spatial_ref_sys (srid INT)", "CREATE EXTENSION pg_trgm")
        raw.run("ALTER EXTENSION pg_trgm ADD TABLE spatial_ref_sys")
    with open_ledger(place) as book:
        assert book.count_claims() == 0


def test_a_schema_that_is_not_there(postgres: Server, place: str) -> None:
    error = refused(postgres.url(database(place), options="-csearch_path=nowhere"))
    assert "schema does not exist" in error.reason


def test_two_ledgers_of_one_database_know_nothing_of_each_other(postgres: Server) -> None:
    with open_ledger(postgres.new_schema()) as one, open_ledger(postgres.new_schema(), timeout=0.05) as other:
        with one._writing():
            keep(other, POST)
        assert (one.count_claims(), other.count_claims()) == (0, 2)


def test_a_database_without_unicode(postgres: Server) -> None:
    postgres.execute(
        "DROP DATABASE IF EXISTS plain",
        "CREATE DATABASE plain TEMPLATE template0 ENCODING SQL_ASCII LOCALE 'C' LOCALE_PROVIDER libc",
    )
    assert "SQL_ASCII" in refused(postgres.url("plain")).reason


def test_an_older_server(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.ledger.backends.postgres._OLDEST", 99)
    assert "is PostgreSQL 1" in refused(place).reason


def test_a_server_that_takes_no_changes(book: Ledger) -> None:
    with pytest.raises(LedgerError, match="can only be read"), book._reading() as connection:
        connection.execute(sa.insert(schema.documents).values(key="d", run=1))


def test_a_text_that_postgresql_cannot_keep_is_refused_whole_and_asked_for_in_vain(book: Ledger) -> None:
    keep(book, QUIET)
    for wanted in ("quiet\0", "\0", "qui\0et"):
        with pytest.raises(NotFoundError):
            book.find(wanted)
    with pytest.raises(LedgerError, match="U\\+0000"):
        keep(book, document("post\0", "12 drones"))
    assert len(list(book.documents())) == 1


@pytest.mark.parametrize("length", [10, 100_000])
def test_ids_and_addresses_of_any_length_are_kept(book: Ledger, length: int) -> None:
    chance = random.Random(1)  # noqa: S311
    name = "".join(chance.choices(string.printable, k=length))
    picture = Media("A field.", f"https://e.org/{name}", "photo")
    told = structs.replace(document(name, "Over Sumy 12 drones fell."), media=(picture,))
    keep(book, told)
    assert book.find(name).document == told
    assert [one.media.url for one in book.media()] == [picture.url]
    assert problems(book) == []


def test_without_the_driver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match="purport\\[postgres\\]"):
        open_ledger("postgresql://host/book")


def test_names_and_labels() -> None:
    url = "postgresql://u:secret@host/book?password=secret&sslmode=require"
    assert label(url) == "postgresql://u:***@host/book?sslmode=require"
    assert (name(url), name("folder/book.db"), name("sqlite:///folder/book.db")) == ("book", "book.db", "book.db")


# tables


def test_all_texts_sort_by_code_points(book: Ledger, place: str) -> None:
    with Raw(place) as raw:
        other = raw.ask(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
            "AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
        )
        narrow = raw.ask(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = 'public' AND data_type = 'integer'"
        )
    assert [row for row in other if row[0] != schema.REVISION_TABLE] == []
    assert narrow == []
    keep(book, *(document(f"d{n}", "1 drones", url=f"https://e.org/{n}", published=None) for n in "zZäёЯ"))
    assert [row.key for row in book.documents()] == sorted(row.key for row in book.documents())


@pytest.mark.parametrize("revision", schema.REVISIONS[:-1])
def test_a_ledger_of_an_older_form_is_upgraded(place: str, revision: str) -> None:
    with open_ledger(f"{place}") as book:
        fill(book)
        told = exported(book)
    with Raw(place) as raw:
        raw.force(*downgrade(revision))
    with open_ledger(place, create=False) as book:
        words = book.matching(["drones"]), book.matching(["sumy"])
        assert len(words[0]) == book.upkeep.size().rows["claims"]
        assert problems(book) == []
        if revision >= "0002":
            assert exported(book) == told
        keep(book, document("later", "Over Sumy 9 drones fell."))
        assert problems(book) == []


def downgrade(revision: str) -> list[str]:
    """Statements after which the ledger is as a program of that revision left it."""
    newer = {
        "0001": ("judgements", "linkings", "claim_cells", "incident_versions", "incident_claims", "dating_versions"),
        "0002": ("claim_words", "claim_texts"),
        "0003": ("feeds", "feed_states", "feed_hours", "feed_gaps", "feed_files", "deletions", "alerts", "marks"),
        "0004": ("media", "media_files"),
    }
    gone = [table for since, tables in newer.items() if since >= revision for table in tables]
    return [
        *(f"DROP TABLE {table} CASCADE" for table in gone),
        f"UPDATE purport_schema SET version_num = '{revision}'",
    ]


# many at once, and the sudden end of some

MAKING = "import sys; from purport.ledger import open_ledger; open_ledger(sys.argv[1]).close()"
WRITING = """
import sys
from purport.ledger import open_ledger
from tests.pipeline.fakes import document, keep
with open_ledger(sys.argv[1]) as book:
    for n in range(100_000):
        keep(book, *(document(f"d{n}-{k}", f"Over Sumy {n} drones and {k} drones fell.") for k in range(20)))
        print(n, flush=True)
"""


def start(code: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_of_many_who_make_a_ledger_at_once_one_does(place: str) -> None:
    makers = [start(MAKING, place) for _ in range(6)]
    assert [maker.wait() for maker in makers] == [0] * 6
    for maker in makers:
        maker.communicate()
    with open_ledger(place, create=False) as book:
        assert problems(book) == []


@pytest.mark.parametrize("wait", [0.0, 0.013, 0.029])
def test_a_writer_that_is_killed_leaves_nothing_half(book: Ledger, place: str, wait: float) -> None:
    with start(WRITING, place) as writer:
        assert writer.stdout
        for _ in range(3):
            writer.stdout.readline()
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
    rows = book.upkeep.size().rows
    assert rows["documents"] % 20 == 0
    assert rows["documents"] >= 60
    assert rows["claims"] == 2 * rows["documents"]
    keep(book, POST)  # the lock is free
    assert problems(book) == []


def test_a_server_that_starts_anew_is_found_again(place: str, postgres: Server) -> None:
    with open_ledger(place) as book:
        keep(book, POST)
        postgres.restart()
        assert book.count_claims() == 2
        keep(book, QUIET)
        readings = book.readings()
        assert next(readings)
        postgres.restart()
        with pytest.raises(LedgerError) as caught:
            list(readings)
        assert caught.value.retry
        assert "connection" in caught.value.reason
        assert len(list(book.documents())) == 2


def test_of_two_who_link_one_waits_for_its_turn_and_writers_do_not(book: Ledger, place: str) -> None:
    came = threading.Event()

    def link() -> None:
        with open_ledger(place) as other, other.linking_turn():
            came.set()

    other = threading.Thread(target=link)
    with Raw(place) as raw:
        with book.linking_turn():
            other.start()
            while not raw.ask("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"):
                time.sleep(0.01)
            keep(book, POST)
            assert not came.is_set()
        other.join()
    assert came.is_set()


def test_who_waits_too_long_to_link_goes_on(book: Ledger, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend, "_TURN", backend._TURN.replace("60s", "10ms"))
    with book.linking_turn(), open_ledger(place) as other, other.linking_turn():
        assert other.count_claims() == 0


def test_a_team_for_a_few_seconds(place: str) -> None:
    team = [sys.executable, str(ROOT / "bench" / "team.py"), place, "--seconds", "5"]
    result = subprocess.run(team, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "no error, nothing lost, nothing wrong" in result.stdout
