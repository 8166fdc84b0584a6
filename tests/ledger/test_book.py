"""What is put into the book, and what it answers."""

import pytest
import sqlalchemy as sa

from purport.errors import ClaimError, LedgerError, NotFoundError
from purport.ledger import Entry, Failure, Ledger, Standing, open_ledger
from purport.model.codec import encode_claim
from tests.ledger.conftest import New
from tests.ledger.raw import Raw
from tests.pipeline.fakes import NOW, DroneCounter, document, document_with, keep

POST = document("post", "Over Sumy 12 drones and 3 drones fell, the army said.", url="https://t.me/example/7")
QUIET = document("quiet", "A calm night.")


def test_what_goes_in_comes_out(book: Ledger) -> None:
    keep(book, POST, QUIET)
    claims = DroneCounter()(POST)
    by_document = {reading.document: reading.claims for reading in book.readings()}
    assert by_document == {"post": tuple(claims), "quiet": ()}
    assert [encode_claim(c) for c in book.claims()] == [encode_claim(c) for c in claims]
    assert book.count_claims() == 2


def test_the_same_twice_adds_only_a_run(book: Ledger, raw: Raw) -> None:
    keep(book, POST, QUIET)
    before = raw.rows()
    keep(book, POST, QUIET, POST)
    after = raw.rows()
    assert {table for table in after if after[table] != before[table]} == {"runs", "run_ends"}


def test_the_same_post_in_two_files_is_one_document(book: Ledger) -> None:
    again = document("example-7", POST.text, url="http://t.me/s/Example/7?embed=1")
    keep(book, POST, again)
    assert [row.id for row in book.documents()] == ["post"]


def test_the_same_name_in_two_folders_is_two_documents(book: Ledger) -> None:
    keep(book, document("post", "5 drones."), document("post", "6 drones."))
    assert len(list(book.documents())) == 2
    with pytest.raises(NotFoundError, match="several"):
        book.find("post")


def test_a_changed_text_is_a_new_version_and_its_claims_are_the_current_ones(book: Ledger) -> None:
    keep(book, POST)
    old = next(iter(book.claims()))
    keep(book, document_with(POST, "Over Sumy 13 drones fell."))
    assert [claim.quote for claim in book.claims()] == ["13 drones"]
    (row,) = book.documents()
    assert (row.versions, row.claims) == (2, 1)
    found = book.find(old.id)
    assert found.claim == old
    assert found.superseded
    assert found.document == POST
    assert not book.find(next(iter(book.claims())).id).superseded


@pytest.mark.parametrize("late_first", [True, False])
def test_of_versions_with_a_time_of_editing_the_last_edited_is_current(book: Ledger, late_first: bool) -> None:
    early = document("p", "1 drones", url="https://t.me/example/9", edited="2024-04-05T23:30:00+03:00")
    late = document("p", "2 drones", url="https://t.me/example/9", edited="2024-04-05T21:00:00+00:00")
    for version in (late, early) if late_first else (early, late):
        keep(book, version)
    assert [claim.quote for claim in book.claims()] == ["2 drones"]


def test_a_newer_extractor_supersedes_and_the_older_claims_stay_in_the_book(book: Ledger, raw: Raw) -> None:
    keep(book, POST)
    keep(book, POST, extractor=DroneCounter("drones/2"))
    assert {claim.extractor for claim in book.claims()} == {"drones/2"}
    assert book.count_claims() == 2
    assert raw.rows()["claims"] == 4


def test_standings_tell_new_changed_and_known(book: Ledger) -> None:
    keep(book, POST)
    changed = document_with(POST, "Other words.")
    assert book.standings([POST, changed, QUIET, QUIET], "drones/1") == [
        Standing("known", extracted=True),
        Standing("changed", extracted=False),
        Standing("new", extracted=False),
        Standing("known", extracted=True),
    ]
    assert book.standings([POST], "drones/2") == [Standing("known", extracted=False)]


def test_a_claim_whose_words_are_not_there_is_refused_with_its_whole_batch(book: Ledger, raw: Raw) -> None:
    claim = DroneCounter()(POST)[0]
    run = book.begin_run([], "drones/1", NOW)
    with pytest.raises(ClaimError, match="not in the text"):
        book.add(run, "drones/1", [Entry(QUIET, ()), Entry(document_with(POST, "Nothing of the kind."), (claim,))])
    assert raw.rows()["documents"] == 0


def test_nothing_can_be_changed_or_taken_out(book: Ledger, raw: Raw) -> None:
    keep(book, POST)
    tables = [table for table, number in raw.rows().items() if number]
    assert len(tables) == 9
    for table in tables:
        column = raw.columns(table)[0]
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column}"):
            with pytest.raises(sa.exc.IntegrityError, match="only ever added to"):
                raw.run(statement)


def test_a_document_that_could_not_be_extracted_is_kept_but_not_said_to_hold_nothing(book: Ledger) -> None:
    run = book.begin_run(["folder"], "drones/1", NOW)
    book.add(run, "drones/1", [Entry(POST, None)], [Failure("post", "RuntimeError: no")])
    assert list(book.readings()) == []
    assert [row.claims for row in book.documents()] == [None]
    assert book.failures(run) == [Failure("post", "RuntimeError: no")]
    keep(book, POST)
    assert book.count_claims() == 2


def test_runs_are_kept_with_how_they_ended(book: Ledger) -> None:
    first = book.begin_run(["a", "b"], "drones/1", NOW)
    second = book.begin_run(["c"], "drones/1", NOW)
    book.end_run(second, "interrupted", {"new": 1}, NOW)
    assert [(run.id, run.paths, run.outcome) for run in book.runs()] == [
        (first, ("a", "b"), None),
        (second, ("c",), "interrupted"),
    ]


def test_sources_are_who_speaks_not_who_carries_it(book: Ledger) -> None:
    keep(book, POST, document("own", "4 drones over Sumy."))
    assert [(s.name, s.kind, s.side, s.claims, s.documents) for s in book.sources()] == [
        ("The army", "military", "UA", 2, 1),
        ("Example Wire", "publisher", None, 1, 1),
    ]


def test_find_takes_whole_ids_before_beginnings(book: Ledger) -> None:
    keep(book, document("post", "5 drones."), document("post-2", "6 drones."))
    assert book.find("post").document.id == "post"
    assert book.find("post-").document.id == "post-2"
    claim = next(iter(book.find("post").claims))
    assert book.find(claim.id[:12]).claim == claim
    for wanted in ("po", "p%t", ""):
        with pytest.raises(NotFoundError):
            book.find(wanted)


def test_the_order_of_reading_plays_no_part(new_place: New) -> None:
    documents = [
        document(f"d{n}", f"{n} drones and {n + 1} drones", published=p)
        for n, p in enumerate(["2024-04-05", None, "2024-04-03", "2024-04-05T10:00:00Z", None])
    ]
    told = []
    for order in (documents, documents[::-1], documents[2:] + documents[:2]):
        with open_ledger(new_place()) as book:
            keep(book, *order)
            told.append((list(book.readings()), [row.key for row in book.documents()]))
    assert told[0] == told[1] == told[2]
    assert [reading.document for reading in told[0][0]][:3] == ["d2", "d0", "d3"]


def test_two_writers_wait_for_each_other(place: str, book: Ledger) -> None:
    with open_ledger(place, timeout=0.05) as other:
        with book._writing(), pytest.raises(LedgerError, match="another program") as caught:
            keep(other, POST)
        assert caught.value.retry
        keep(other, POST)
    assert book.count_claims() == 2
