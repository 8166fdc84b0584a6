"""Judgements in the book, and the book as it stood at a moment."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa

from purport.errors import NotFoundError
from purport.ledger import Entry, Ledger, open_ledger
from purport.model import Document
from purport.model.incident import Judgement
from tests.ledger.raw import Raw
from tests.ledger.test_book import POST, QUIET
from tests.pipeline.fakes import DroneCounter, document, document_with, keep

FIRST = datetime(2024, 4, 6, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def claims(book: Ledger) -> list[str]:
    return [claim.id for claim in book.claims()]


def judgement(*about: str, at: str = "2024-04-06T10:00:00+00:00", **more: Any) -> Judgement:
    slots: dict[str, Any] = {"verdict": "rejected", "author": "A. Analyst", "reason": "a drill"} | more
    return Judgement(claims=about, at=at, **slots)


def read(book: Ledger, at: datetime, *documents: Document, extractor: DroneCounter | None = None) -> None:
    extractor = extractor or DroneCounter()
    run = book.begin_run(["test"], extractor.name, at)
    book.add(run, extractor.name, [Entry(one, tuple(extractor(one))) for one in documents])
    book.end_run(run, "finished", {}, at)


# judgements


def test_what_is_decided_is_kept_as_it_was_made(book: Ledger) -> None:
    keep(book, POST)
    one, two = claims(book)
    made = [
        judgement(one, two, verdict="same"),
        judgement(one, verdict="count", value={"min": 5, "max": 5}, at="2024-04-06T11:00:00+00:00"),
    ]
    for each in reversed(made):
        book.judge(each)
    assert book.judgements() == made, "the first first"


def test_the_same_judgement_twice_is_one(book: Ledger) -> None:
    keep(book, POST)
    for _ in range(2):
        book.judge(judgement(claims(book)[0]))
    assert len(book.judgements()) == 1


def test_a_judgement_about_what_is_not_there_is_refused(book: Ledger) -> None:
    keep(book, POST)
    with pytest.raises(NotFoundError, match="no claim of this id") as caught:
        book.judge(judgement(claims(book)[0], "c0"))
    assert caught.value.about == "c0"
    assert book.judgements() == []


def test_only_a_judgement_can_be_undone_and_its_undoing_too(book: Ledger) -> None:
    keep(book, POST)
    made = judgement(claims(book)[0])
    undo = judgement(verdict="undo", value=made.id, at="2024-04-06T11:00:00+00:00")
    with pytest.raises(NotFoundError, match="purport judge list"):
        book.judge(undo)
    book.judge(made)
    book.judge(undo)
    book.judge(judgement(verdict="undo", value=undo.id, at="2024-04-06T12:00:00+00:00"))
    assert [one.verdict for one in book.judgements()] == ["rejected", "undo", "undo"]


def test_judgements_are_never_changed(book: Ledger, raw: Raw) -> None:
    keep(book, POST)
    book.judge(judgement(claims(book)[0]))
    for statement in ("DELETE FROM judgements", "UPDATE judgements SET at = at"):
        with pytest.raises(sa.exc.IntegrityError, match="only ever added to"):
            raw.run(statement)


def test_judgements_as_of_a_moment_whatever_offset_they_were_made_at(book: Ledger) -> None:
    keep(book, POST)
    one, two = claims(book)
    book.judge(judgement(one, at="2024-04-06T12:30:00+03:00"))  # 09:30 in UTC
    book.judge(judgement(two, at="2024-04-06T10:00:00+00:00"))
    assert [each.claims for each in book.judgements()] == [(one,), (two,)]
    in_kyiv = datetime(2024, 4, 6, 12, 45, tzinfo=timezone(3 * HOUR))
    assert [each.claims for each in book.judgements(as_of=in_kyiv)] == [(one,)]
    assert book.judgements(as_of=FIRST) == []


def test_a_judgement_about_a_claim_of_an_older_version_stands(book: Ledger) -> None:
    keep(book, POST)
    old = claims(book)[0]
    keep(book, document_with(POST, "Over Sumy 13 drones fell."))
    assert old not in claims(book)
    book.judge(judgement(old))
    assert len(book.judgements()) == 1


def test_judgements_outlast_the_program(place: str) -> None:
    with open_ledger(place) as book:
        keep(book, POST)
        book.judge(judgement(claims(book)[0]))
    with open_ledger(place) as book:
        assert len(book.judgements()) == 1


# as of a moment


def quotes(book: Ledger, as_of: datetime | None = None) -> list[str]:
    return [claim.quote for claim in book.claims(as_of=as_of)]


def test_before_the_first_run_nothing_was_known(book: Ledger) -> None:
    read(book, FIRST, POST)
    assert quotes(book, FIRST - HOUR) == []
    assert quotes(book, FIRST) == quotes(book) == ["12 drones", "3 drones"]


def test_a_later_document_was_not_known_before(book: Ledger) -> None:
    read(book, FIRST, POST)
    read(book, FIRST + 2 * HOUR, document("late", "40 drones"))
    assert quotes(book, FIRST + HOUR) == ["12 drones", "3 drones"]
    assert sorted(quotes(book, FIRST + 2 * HOUR)) == ["12 drones", "3 drones", "40 drones"]


def test_a_corrected_text_was_what_it_had_been(book: Ledger) -> None:
    read(book, FIRST, POST)
    read(book, FIRST + 2 * HOUR, document_with(POST, "Over Sumy 13 drones fell."))
    assert quotes(book, FIRST + HOUR) == ["12 drones", "3 drones"]
    assert quotes(book) == ["13 drones"]


def test_an_older_reading_was_the_current_one(book: Ledger) -> None:
    read(book, FIRST, POST)
    read(book, FIRST + 2 * HOUR, POST, extractor=DroneCounter("drones/2"))
    assert {claim.extractor for claim in book.claims(as_of=FIRST + HOUR)} == {"drones/1"}
    assert {claim.extractor for claim in book.claims()} == {"drones/2"}


def test_documents_without_claims_are_known_from_when_they_were_read(book: Ledger) -> None:
    read(book, FIRST, QUIET)
    assert [reading.document for reading in book.readings(as_of=FIRST)] == ["quiet"]
    assert list(book.readings(as_of=FIRST - HOUR)) == []


def test_a_moment_of_another_offset_is_the_same_moment(book: Ledger) -> None:
    read(book, FIRST, POST)
    assert quotes(book, FIRST.astimezone(timezone(3 * HOUR))) != []
    assert quotes(book, (FIRST - HOUR).astimezone(timezone(3 * HOUR))) == []
