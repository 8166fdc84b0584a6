"""Holes in what was heard are in every export that covers them, and deleted documents are marked."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from purport.exports import export_named
from purport.exports.holes import Hole, hole_words, holes_of
from purport.exports.incidents import write_incidents
from purport.ledger import Entry, Ledger, open_ledger
from purport.ledger.feedrecords import FeedGap, FeedSetting, FeedState, Polled
from purport.model.codec import decode_claim_line
from tests.pipeline.fakes import DroneCounter, document

FEED = FeedSetting("Example agency", "rss", "http://a.example/rss", 600)
HOLE = Hole(FEED.name, "2024-04-05T02:00:00+00:00", "2024-04-05T06:00:00+00:00", "the server answers 500")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "book.db") as ledger:
        yield ledger


def keep(book: Ledger, at: str, **more: object) -> None:
    before = book.feeds.mark(f"feed {FEED.name}")
    known = {"feed": FEED, "at": at, "before": before, "mark": at, "extractor": "drones/1"}
    assert book.feeds.keep(Polled(**known, **more)) is not None  # type: ignore[arg-type]


def fill(book: Ledger) -> None:
    """A claim, a hole, and a gap that was filled."""
    one = document("a", "Over Sumy 7 drones", url="http://a.example/1")
    holes = [
        FeedGap(HOLE.feed, HOLE.start, HOLE.end, HOLE.reason, filled=False),
        FeedGap(FEED.name, "2024-04-05T08:00:00+00:00", "2024-04-05T09:00:00+00:00", "nobody watched", filled=True),
    ]
    keep(book, "2024-04-05T09:00:00+00:00", entries=(Entry(one, tuple(DroneCounter()(one))),), gaps=tuple(holes))


def exported(book: Ledger, form: str) -> tuple[bytes, list[str]]:
    out = io.BytesIO()
    account = export_named(form)(book.readings(), out, holes_of(book))
    return out.getvalue(), account.lines()


def test_lines_end_in_the_holes(book: Ledger) -> None:
    fill(book)
    *claims, last = exported(book, "jsonl")[0].splitlines()
    assert json.loads(last) == {
        "x_hole": {"feed": HOLE.feed, "start": HOLE.start, "end": HOLE.end, "reason": HOLE.reason}
    }
    assert decode_claim_line(last) is None
    assert [bool(decode_claim_line(line)) for line in claims] == [True]
    out = io.BytesIO()
    write_incidents("jsonl", [], out, holes_of(book))
    assert out.getvalue() == last + b"\n"


def test_features_stand_beside_the_holes(book: Ledger) -> None:
    fill(book)
    told = json.loads(exported(book, "geojson")[0])
    assert [hole["start"] for hole in told["x_holes"]] == [HOLE.start]
    assert len(told["features"]) == 1
    out = io.BytesIO()
    write_incidents("geojson", [], out, holes_of(book))
    assert len(json.loads(out.getvalue())["x_holes"]) == 1


def test_rows_lose_the_holes_and_say_so(book: Ledger) -> None:
    fill(book)
    assert any("hole" in line for line in exported(book, "csv")[1])
    assert hole_words([HOLE]) == [
        "hole: Example agency was not heard from 2024-04-05T02:00:00+00:00 to 2024-04-05T06:00:00+00:00: "
        "the server answers 500"
    ]
    assert len(hole_words([HOLE] * 9)) == 6


@pytest.mark.parametrize("form", ["jsonl", "csv", "geojson"])
def test_without_holes_nothing_is_added(book: Ledger, form: str) -> None:
    one = document("a", "Over Sumy 7 drones", url="http://a.example/1")
    keep(book, "2024-04-05T09:00:00+00:00", entries=(Entry(one, tuple(DroneCounter()(one))),))
    out = io.BytesIO()
    export_named(form)(book.readings(), out)
    assert exported(book, form)[0] == out.getvalue()
    assert b"hole" not in out.getvalue()


def test_a_hole_that_lasts_has_no_end(book: Ledger) -> None:
    broken = FeedState(FEED.name, "2024-04-05T02:20:00+00:00", "broken", HOLE.start, HOLE.reason)
    keep(book, "2024-04-05T02:20:00+00:00", states=(broken,))
    assert holes_of(book) == [Hole(HOLE.feed, HOLE.start, None, HOLE.reason)]
    alive = FeedState(FEED.name, "2024-04-05T06:00:00+00:00", "alive", None, "")
    gap = FeedGap(HOLE.feed, HOLE.start, HOLE.end, HOLE.reason, filled=False)
    keep(book, "2024-04-05T06:00:00+00:00", states=(alive,), gaps=(gap,))
    assert holes_of(book) == [HOLE]
    then = datetime(2024, 4, 5, 3, tzinfo=UTC)
    assert holes_of(book, then) == [Hole(HOLE.feed, HOLE.start, None, HOLE.reason)]
    assert holes_of(book, since="2024-04-06") == []
    assert holes_of(book, since="2024-04-05") == [HOLE]


def test_claims_of_a_deleted_document_are_marked(book: Ledger) -> None:
    fill(book)
    key = next(iter(book.documents())).key
    keep(book, "2024-04-05T10:00:00+00:00", gone=(key,), basis="not on the page")
    [reading] = book.readings()
    assert reading.deleted == "2024-04-05T10:00:00+00:00"
    [before] = book.readings(as_of=datetime(2024, 4, 5, 9, 30, tzinfo=UTC))
    assert before.deleted is None
    claim = exported(book, "jsonl")[0].splitlines()[0]
    assert json.loads(claim)["x_deleted"] == reading.deleted
    assert decode_claim_line(claim) == reading.claims[0]
    [feature] = json.loads(exported(book, "geojson")[0])["features"]
    assert feature["properties"]["x_deleted"] == reading.deleted
    assert any("deleted document" in line for line in exported(book, "csv")[1])
