"""What the index has read is kept in a file, and is believed only of the ledger that it was read from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from purport.ledger import Ledger, open_ledger
from purport.server.index import Index, index, stored
from purport.server.index.filtering import mask_of
from purport.server.query import Filters
from tests.pipeline.linked import Clock, add, entries, update, world


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PURPORT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(index, "_MANY", 0)
    return tmp_path / "cache"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "book.db") as ledger:
        add(ledger, entries(world(3, 4)))
        update(ledger, Clock())
        yield ledger


def shown(of: Index, book: Ledger, *filters: Filters) -> list[list[str]]:
    view = of.view()
    found = [view.columns.number[mask_of(view, one)].tolist() for one in (Filters(), *filters)]
    return [[incident.id for incident in book.incident_states(numbers)] for numbers in found]


ASKED = (Filters(places=("ru",)), Filters(sources=("a",)), Filters(q="drones"), Filters(kinds=("interception",)))


def kept(book: Ledger) -> bool:
    with book.surveyed() as survey:
        return stored.kept(book.location, survey) is not None


def test_an_index_from_the_file_finds_what_one_that_was_read_finds(book: Ledger, cache: Path) -> None:
    assert not kept(book)
    first = shown(Index(book), book, *ASKED)
    assert len(list(cache.iterdir())) == 1
    assert first[0]
    assert kept(book)
    assert shown(Index(book), book, *ASKED) == first


def test_what_was_added_since_is_read_as_well(book: Ledger) -> None:
    shown(Index(book), book)
    clock = Clock()
    add(book, entries(world(8, 5)))
    update(book, clock)
    assert kept(book)
    grown = shown(Index(book), book, *ASKED)
    for file in Path(stored._path(book.location)).parent.iterdir():
        file.unlink()
    assert grown == shown(Index(book), book, *ASKED)
    assert len(grown[0]) > 0


def test_the_file_of_another_ledger_at_the_same_place_is_not_believed(book: Ledger, tmp_path: Path) -> None:
    shown(Index(book), book)
    with open_ledger(tmp_path / "other.db") as other:
        add(other, entries(world(9, 4)))
        update(other, Clock())
        other.location = book.location
        assert not kept(other)
        assert shown(Index(other), other)[0] == sorted(
            (one.id for one in other.incidents()), key=shown(Index(other), other)[0].index
        )


@pytest.mark.parametrize("spoilt", [b"", b"no file of arrays", None])
def test_a_file_that_is_broken_is_as_none(book: Ledger, cache: Path, spoilt: bytes | None) -> None:
    first = shown(Index(book), book)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if spoilt is None else spoilt)
    assert not kept(book)
    assert shown(Index(book), book) == first


def test_where_nothing_can_be_kept_the_desk_works(book: Ledger, cache: Path, caplog: pytest.LogCaptureFixture) -> None:
    cache.write_text("a file where a folder should be")
    assert shown(Index(book), book)[0]
    assert "will take its time" in caplog.text
