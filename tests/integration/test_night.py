"""From the example files to every output: what one says, all say."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from purport.exports import export_named
from purport.ledger import open_ledger
from purport.model import KINDS, Claim
from purport.model.codec import decode_claim, encode_claim
from purport.model.reading import Reading
from purport.model.selection import Selection
from purport.pipeline import Summary, claims_of, read
from purport.sources import read_path
from tests.integration.conftest import NIGHT, run

TABLES = ("documents", "versions", "extractions", "claims", "claim_places", "claim_sources", "failures")


def of_files(*paths: Path) -> list[Reading]:
    failed: list[str] = []
    readings = list(claims_of(paths, on_error=lambda about, reason: failed.append(f"{about}: {reason}")))
    assert failed == []
    return readings


def of_book(book: Path, selection: Selection | None = None) -> list[Reading]:
    with open_ledger(book, create=False) as ledger:
        return list(ledger.readings(selection or Selection()))


def by_document(readings: list[Reading]) -> dict[str, tuple[Claim, ...]]:
    return {reading.document: reading.claims for reading in readings}


def every_claim(readings: list[Reading]) -> list[Claim]:
    return [claim for reading in readings for claim in reading.claims]


def exported(form: str, book: Path) -> bytes:
    out = io.BytesIO()
    with open_ledger(book, create=False) as ledger:
        export_named(form)(ledger.readings(), out)
    return out.getvalue()


def test_claims_of_the_files_are_those_of_the_ledger(book: Path) -> None:
    assert by_document(of_files(NIGHT)) == by_document(of_book(book))


def test_every_document_of_the_night_says_something(book: Path) -> None:
    assert {name for name, claims in by_document(of_book(book)).items() if not claims} == set()


def test_every_claim_stands_on_its_words_and_survives_its_line(book: Path) -> None:
    texts = {document.id: document.text for document in read_path(NIGHT)}
    claims = every_claim(of_book(book))
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        claim.check(texts[claim.document])
        assert decode_claim(encode_claim(claim)) == claim


def test_a_ministry_s_total_and_its_parts(book: Path) -> None:
    told = [
        (str(claim.count), [place.code for place in claim.places], claim.outcome, claim.sources)
        for claim in by_document(of_book(book))["ministry-3107"]
        if claim.kind == "interception"
    ]
    assert told[:4] == [
        ("61", [], "destroyed", ()),
        ("27", ["RU-BRY"], "destroyed", ()),
        ("14", ["RU-KRS"], "destroyed", ()),
        ("9", ["RU-SMO"], "destroyed", ()),
    ]


def test_the_same_files_again_add_nothing(tmp_path: Path) -> None:
    book = tmp_path / "night.db"
    first = read(NIGHT, book)
    before = rows(book)
    assert read([NIGHT, NIGHT], book) == Summary(known=2 * first.documents)
    assert rows(book) == before
    assert first.claims == before["claims"]


def rows(book: Path) -> dict[str, int]:
    connection = sqlite3.connect(book)
    found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    connection.close()
    return found


def test_json_lines_carry_all_of_the_ledger(book: Path) -> None:
    claims = [decode_claim(line) for line in exported("jsonl", book).splitlines() if b'"quote"' in line]
    assert claims == every_claim(of_book(book))


def test_csv_has_a_row_for_each_claim(book: Path) -> None:
    table = list(csv.DictReader(io.StringIO(exported("csv", book).decode(), newline="")))
    claims = every_claim(of_book(book))
    assert [(row["id"], row["kind"], row["document"]) for row in table] == [(c.id, c.kind, c.document) for c in claims]
    for row, claim in zip(table, claims, strict=True):
        assert row["count_min"] == ("" if claim.count is None or claim.count.min is None else str(claim.count.min))
        assert row["event_start"] == (claim.time.start if claim.time else "")


def test_geojson_has_a_feature_for_each_place(book: Path) -> None:
    features = json.loads(exported("geojson", book))["features"]
    expected = [
        (claim.id, place.name if place else None, [place.lon, place.lat] if place and place.lat is not None else None)
        for claim in every_claim(of_book(book))
        for place in claim.places or (None,)
    ]
    told = [
        (f["properties"]["claim"], f["properties"]["place"], f["geometry"] and f["geometry"]["coordinates"])
        for f in features
    ]
    assert told == expected


@pytest.mark.parametrize(
    "selection",
    [
        *(Selection(kinds=(kind,)) for kind in KINDS),
        Selection(places=("UA-59",)),
        Selection(places=("Okhtyrka",)),
        Selection(sources=("telegram",)),
        Selection(min_count=50),
        Selection(since="2025-02-26T00:00", until="2025-02-26T23:59"),
        Selection(until="2025-02-24T23:59"),
    ],
)
def test_the_ledger_chooses_as_the_files_do(book: Path, selection: Selection) -> None:
    chosen = {claim.id for claim in every_claim(of_files(NIGHT)) if selection.admits(claim)}
    assert {claim.id for claim in every_claim(of_book(book, selection))} == chosen


def test_each_claim_of_the_table_can_be_shown(book: Path) -> None:
    claims = every_claim(of_book(book))
    table = run("claims", "--ledger", book)
    ids = [line.split()[0].decode() for line in table.stdout.splitlines()[1:]]
    assert ids == [claim.id[:9] for claim in claims]
    assert table.stderr == f"{len(claims)} claims in {len(of_book(book))} documents\n".encode()
    shown = run("show", ids[-1], "--ledger", book)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert " ".join(claims[-1].quote.split()) in shown.stdout.decode()
