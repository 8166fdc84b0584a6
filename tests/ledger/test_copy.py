"""A ledger that is copied from one database into another, and back, is the same."""

import io
from pathlib import Path

import pytest

from purport.errors import LedgerError
from purport.exports import export_named
from purport.ledger import Ledger, copying, open_ledger
from tests.ledger.conftest import New
from tests.ledger.full import fill
from tests.ledger.raw import Raw
from tests.ledger.test_check import problems
from tests.pipeline.fakes import document, keep
from tests.pipeline.linked import update
from tests.postgres import Server


def quietly(_told: str) -> None:
    """Nobody listens."""


def exported(book: Ledger) -> dict[str, bytes]:
    """What the ledger tells of claims, in forms for machines, and of all the rest."""
    forms = {}
    for form in ("jsonl", "csv"):
        out = io.BytesIO()
        export_named(form)(book.readings(), out)
        forms[form] = out.getvalue()
    rest = (list(book.incidents()), book.datings(), book.judgements(), book.runs(), book.sources(), book.failures(4))
    return forms | {"rest": repr(rest).encode()}


def test_there_and_back_gives_the_same_to_the_byte(postgres: Server, tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    with open_ledger(first) as book:
        told = exported(fill(book))
        with open_ledger(postgres.new_schema()) as there, open_ledger(second) as back:
            rows = there.upkeep.copy_from(book.upkeep, quietly)
            assert back.upkeep.copy_from(there.upkeep, quietly) == rows
            assert exported(there) == exported(back) == told
            assert problems(there) == problems(back) == []
    with Raw(f"sqlite:///{first}") as before, Raw(f"sqlite:///{second}") as after:
        assert rows == before.rows() == after.rows()
        for table in before.tables():
            assert sorted(before.ask(f"SELECT * FROM {table}")) == sorted(after.ask(f"SELECT * FROM {table}"))


def test_numbers_go_on_where_they_were(new_place: New) -> None:
    with open_ledger(new_place()) as book, open_ledger(new_place()) as copy:
        copy.upkeep.copy_from(fill(book).upkeep, quietly)
        for each in (book, copy):
            keep(each, document("later", "Over Sumy 80 drones fell."))
            update(each)
        assert exported(copy) == exported(book)
        assert copy.runs()[-1].id == len(copy.runs())
        assert problems(copy) == []


def test_nothing_is_copied_onto_a_ledger_that_holds_anything(new_place: New) -> None:
    with open_ledger(new_place()) as book, open_ledger(new_place()) as other:
        fill(book)
        keep(other, document("own", "1 drones"))
        with pytest.raises(LedgerError, match="something in it"):
            other.upkeep.copy_from(book.upkeep, quietly)
        assert [row.id for row in other.documents()] == ["own"]


def test_all_is_copied_or_nothing(new_place: New) -> None:
    place = new_place()
    with open_ledger(new_place()) as book, open_ledger(place) as other, Raw(place) as raw:
        fill(book)
        raw.fail_on("incident_versions")
        with pytest.raises(LedgerError):
            other.upkeep.copy_from(book.upkeep, quietly)
        assert not any(raw.rows().values())


def test_what_is_not_the_same_when_read_back_is_not_kept(new_place: New) -> None:
    place = new_place()
    with open_ledger(new_place()) as book, open_ledger(place) as other, Raw(place) as raw:
        fill(book)
        raw.run(*_MEDDLING[raw.is_sqlite])
        with pytest.raises(LedgerError, match="failures was copied, and is not the same"):
            other.upkeep.copy_from(book.upkeep, quietly)
        assert not any(raw.rows().values())


_MORE = "INSERT INTO failures SELECT coalesce(max(id), 70) + 1, 1, 'x', 'x' FROM failures"
_MEDDLING = {  # a row too many
    True: [f"CREATE TRIGGER more AFTER INSERT ON documents BEGIN {_MORE}; END"],
    False: [
        f"CREATE FUNCTION more() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {_MORE}; RETURN NULL; END$$",
        "CREATE TRIGGER more AFTER INSERT ON documents FOR EACH STATEMENT EXECUTE FUNCTION more()",
    ],
}


def test_it_is_told_how_far_copying_has_come(new_place: New, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "_CHUNK", 2)
    told: list[str] = []
    with open_ledger(new_place()) as book, open_ledger(new_place()) as other:
        other.upkeep.copy_from(fill(book).upkeep, told.append)
        assert exported(other) == exported(book)
    assert "copying claims: 8" in told
    assert "making words findable: 8" in told
