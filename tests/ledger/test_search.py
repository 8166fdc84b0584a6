"""Claims are found by their words, whatever anybody types."""

from typing import Any

import pytest

from purport.errors import LedgerError
from purport.ledger import Ledger, open_ledger, search
from purport.ledger.roll import Called
from purport.ledger.search import words_in
from tests.incidents.making import claim, town
from tests.ledger.raw import Raw
from tests.pipeline.linked import add, entries

SAID = {
    "shot": "12 drones were shot down over Taganrog, the governor's office said",
    "сбили": "силы ПВО сбили семь беспилотников над Таганрогом, ещё один упал",
    "збито": "над містом збито п'ять дронів, пошкоджено об’єкт енергетики",
    "near": "debris fell near the port and not far from it",
}


def told() -> list[Any]:
    place = town("Taganrog", "RU-ROS")
    return [claim("interception", place, by="Ministry of Defence", quote=quote) for quote in SAID.values()]


@pytest.fixture
def held(book: Ledger) -> Ledger:
    add(book, entries(told()))
    return book


def found(book: Ledger, asked: str) -> set[str]:
    """The first words by which claims are told apart."""
    with book.looking() as look:
        rolled = look.claims(Called(words=tuple(words_in(asked))), None, 50)
    names = {quote: name for name, quote in SAID.items()}
    return {names[one.words.claim.quote] for one in rolled}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("drone", {"shot"}),
        ("rones", set()),
        ("DRONES taGAN", {"shot"}),
        ("drones сбили", set()),
        ("беспилотник", {"сбили"}),
        ("пво ТАГАНРОГОМ", {"сбили"}),
        ("еще", {"сбили"}),
        ("ещё", {"сбили"}),
        ("п'ять", {"збито"}),
        ("п’ят", {"збито"}),
        ("об'єкт", {"збито"}),
        ("объект", set()),
        ("governor’s", {"shot"}),
        ("ministry defence debris", {"near"}),
        ("taganrog", set(SAID)),
        ("d drone drones", {"shot"}),
    ],
)
def test_each_word_begins_one_of_the_claim(held: Ledger, asked: str, expected: set[str]) -> None:
    assert found(held, asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ('"debris"', {"near"}),
        ('"', set(SAID)),
        ("debris OR drones", set()),
        ("NOT debris", {"near"}),
        ("NEAR(debris port, 2)", set()),
        ("near", {"near"}),
        ("words:debris", set()),
        ("deb*", {"near"}),
        ("***", set(SAID)),
        ("^debris + port", {"near"}),
        ("debris AND drones", set()),
        ("debris\0port", {"near"}),
        ("'; DROP TABLE claims; --", set()),
        ("x" * 200, set()),
        ("\ud800 debris", {"near"}),
        ("\U0001f600 debris", {"near"}),
        (" ".join(map(chr, range(ord("a"), ord("z")))), set()),
    ],
)
def test_nothing_that_is_typed_is_more_than_words(held: Ledger, asked: str, expected: set[str]) -> None:
    assert found(held, asked) == expected


def test_a_very_long_word_is_found_by_its_beginning(book: Ledger) -> None:
    add(book, entries([claim("damage", town("Azov", "RU-ROS"), quote="b" * 40_000)]))
    assert book.matching(["b" * 7]) == book.matching(words_in("b" * 200)) == [1]


def test_only_the_newest_are_found(held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST", 2)
    assert held.matching(["taganrog"]) == [4, 3, 2]
    assert held.matching(["taganrog"], extraction=2) == [2, 1]
    assert held.matching(["taganrog"], extraction=0) == []


def test_what_is_refused_is_not_found(book: Ledger, raw: Raw) -> None:
    raw.fail_on("claim_sources")
    with pytest.raises(LedgerError, match="no"):
        add(book, entries(told()))
    assert book.matching(["taganrog"]) == []


def test_an_older_ledger_is_filled(held: Ledger, place: str, raw: Raw) -> None:
    words = ["taganrog", "drone", "б", "пять", "ministry"]
    expected = [held.matching([word]) for word in words]
    assert all(expected)
    held.close()
    newer = ["feeds", "feed_states", "feed_hours", "feed_gaps", "feed_files", "deletions", "alerts", "marks"]
    newer += ["media", "media_files"]
    raw.run(*(f"DROP TABLE {table}" for table in ("claim_words", "claim_texts", *newer)))
    raw.run("UPDATE purport_schema SET version_num = '0002'")
    with open_ledger(place, create=False) as book:
        assert [book.matching([word]) for word in words] == expected
        add(book, entries([claim("damage", town("Azov", "RU-ROS"), quote="a tower in Taganrog Bay", document="later")]))
        assert book.matching(["taganrog"]) == [5, *expected[0]]
