"""What a check of the whole ledger finds: nothing in one that programs wrote, and whatever is not as it was derived."""

import re

import pytest

from purport.ledger import Ledger, Problem
from tests.ledger.full import fill
from tests.ledger.raw import Raw
from tests.pipeline.linked import add, entries, update, world


def problems(book: Ledger) -> list[Problem]:
    return list(book.upkeep.check(lambda _told: None))


def test_a_ledger_that_was_only_written_to_has_no_problems(book: Ledger, raw: Raw) -> None:
    fill(book)
    rows = raw.rows()
    feeds = {"alerts", "deletions", "feed_files", "feed_gaps", "feed_hours", "feed_states", "feeds", "marks"}
    assert {table for table, number in rows.items() if not number} == feeds
    assert problems(book) == []


def test_an_empty_ledger_has_no_problems(book: Ledger) -> None:
    assert problems(book) == []


TAMPERED = {
    "a text": (
        "UPDATE versions SET record = replace(record, 'Over Sumy', 'Under Sumy') WHERE id = 1",
        {"versions": "content is not what its hash", "claims": "quote is not in the text"},
    ),
    "a hash": (
        "UPDATE versions SET content_hash = 'v0' WHERE id = 1",
        {"versions": "content is not what its hash"},
    ),
    "a key": (
        "UPDATE versions SET document = (SELECT max(key) FROM documents WHERE key <> document) WHERE id = 1",
        {"versions": "document is '"},
    ),
    "an editing time": (
        "UPDATE versions SET edited = '2024-04-06' WHERE id = 1",
        {"versions": "edited is '2024-04-06'"},
    ),
    "a record": (
        "UPDATE versions SET record = '{' WHERE id = 2",
        {"versions": "the record cannot be read"},
    ),
    "an offset": ("UPDATE claims SET start = start + 1 WHERE extraction = 1", {"claims": "start is"}),
    "words": (
        "UPDATE claims SET record = replace(record, '12 drones', '13 drones') WHERE extraction = 1",
        {"claims": "quote is not in the text", "claim_words": "words in the index"},
    ),
    "what is claimed": (
        "UPDATE claims SET record = replace(record, 'interception', 'impact') WHERE extraction = 1",
        {"claims": "the id is not the hash"},
    ),
    "a count": ("UPDATE claims SET count_min = 1 WHERE extraction = 1", {"claims": "count_min is 1"}),
    "a place": ("UPDATE claim_places SET words = ' kyiv '", {"claim_places": "not those that the claim gives"}),
    "a speaker": ("DELETE FROM claim_sources WHERE position = 0", {"claim_sources": "not those that the claim gives"}),
    "an extraction's run": ("UPDATE extractions SET run = 99 WHERE id = 1", {"extractions": "a row of runs"}),
    "a version that is gone": (
        "DELETE FROM versions WHERE id = 1",
        {"extractions": "a row of versions"},
    ),
    "a picture's address": ("UPDATE media SET url = 'https://e.org/b.jpg'", {"media": "the id is not"}),
    "a picture's id": ("UPDATE media SET id = 'm0'", {"media": "the id is not", "media_files": "no document shows"}),
    "a picture's document": ("UPDATE media SET version = 90 + version", {"media": "a row of versions"}),
    "a judgement's reason": (
        "UPDATE judgements SET record = replace(record, 'seen', 'heard')",
        {"judgements": "not the hash of what was decided"},
    ),
    "a judgement's time": ("UPDATE judgements SET at = '2026' WHERE number = 1", {"judgements": "at is '2026'"}),
    "a judgement that is gone": ("DELETE FROM judgements WHERE number = 1", {"judgements": "it undoes judgement"}),
    "a linking's mark": (
        "UPDATE linkings SET extraction = 99 WHERE id = 1",
        {"linkings": "it knew of extraction"},
    ),
    "an incident's claims": (
        """UPDATE incident_versions SET record = replace(record, '"claims":["', '"claims":["c0","') WHERE id = 1""",
        {"incident_versions": "claim c0, which is not there", "incident_claims": "no row is"},
    ),
    "an incident's kind": (
        "UPDATE incident_versions SET kind = 'alert' WHERE id = 1",
        {"incident_versions": "kind is"},
    ),
    "an incident's whole": (
        "UPDATE incident_versions SET parent = 'i0' WHERE id = 1",
        {"incident_versions": "a part of incident i0"},
    ),
    "an incident's row": ("DELETE FROM incident_claims", {"incident_claims": "and no row is"}),
    "a claim of no incident": ("UPDATE incident_claims SET claim = claim || 'x'", {"incident_claims": "is not there"}),
    "a dating's document": (
        "UPDATE dating_versions SET document = 'no'",
        {"dating_versions": "document no is not there"},
    ),
    "a picture that is gone": ("DELETE FROM media", {"media": "not those", "judgements": "no document shows"}),
    "a number of a claim": ("DELETE FROM claim_texts WHERE id = 2", {"claim_texts": "found by no word"}),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_meddled_with_is_told(book: Ledger, raw: Raw, what: str) -> None:
    statement, expected = TAMPERED[what]
    fill(book)
    raw.force(statement)
    found = problems(book)
    for table, reason in expected.items():
        assert [one for one in found if one.table == table and re.search(reason, one.reason)], found


def test_a_word_that_is_no_claim_s_is_told(book: Ledger, raw: Raw) -> None:
    fill(book)
    assert problems(book) == []
    if raw.is_sqlite:
        raw.force("INSERT INTO claim_words (rowid, words) VALUES (2, 'zeppelin')")
    else:
        raw.force("UPDATE claim_words SET words = words || array_to_tsvector('{zeppelin}') WHERE rowid = 2")
    assert [(one.table, one.row) for one in problems(book)] == [("claim_words", "2")]


def test_claims_of_others_are_told_only_for_their_ids(book: Ledger) -> None:
    """A made world's claims have ids that nobody derived; all else of a ledger that was linked thrice is right."""
    listed = entries(world(7, 5))
    for part in (listed[::3], listed[1::3], listed[2::3]):
        add(book, part)
        update(book)
    assert {(one.table, one.reason) for one in problems(book)} == {
        ("claims", "the id is not the hash of what is claimed")
    }
