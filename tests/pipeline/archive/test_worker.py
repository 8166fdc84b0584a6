"""One unit by one worker: nothing is lost, and nothing that one record does is any other's concern."""

import json
from pathlib import Path

import pytest

from purport.pipeline.archive.tables import Part, prepare
from purport.pipeline.archive.units import units
from purport.pipeline.archive.worker import Limits, UnitAccount, accounts, read_unit, so_far
from tests.pipeline.archive.crawl import ENDLESS, crawl, endless, rows
from tests.sources.archives import packed, response

POST = {"id": "1", "source": "a channel", "kind": "telegram", "text": "Шахеди атакували Суми, троє людей поранені."}


def read(path: Path, to: Path, limits: Limits | None = None) -> UnitAccount:
    prepare(to)
    (unit,) = units([str(path)])
    return read_unit(unit, to, limits or Limits())


def test_every_record_is_accounted_for_once(tmp_path: Path) -> None:
    (file,) = crawl(tmp_path / "in", 1)
    account = read(file, tmp_path / "out")
    assert account.steps == {"no page": 12, "no word": 8, "read": 4}
    assert account.documents == 4
    assert account.claims >= 8
    assert len(rows(tmp_path / "out", "documents")) == 4
    assert len(rows(tmp_path / "out", "claims")) == account.claims
    assert rows(tmp_path / "out", "failures") == []
    assert list(accounts(tmp_path / "out").values()) == [account]


def test_what_a_unit_has_come_to_is_seen_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = crawl(tmp_path / "in", 1)
    flush = Part.flush
    seen: list[UnitAccount] = []

    def looked_at(part: Part) -> None:
        seen.extend(so_far(tmp_path / "out").values())
        flush(part)

    monkeypatch.setattr(Part, "flush", looked_at)
    account = read(file, tmp_path / "out")
    assert seen == [account]
    assert so_far(tmp_path / "out") == {}


def test_reading_a_unit_again_replaces_what_is_there(tmp_path: Path) -> None:
    (file,) = crawl(tmp_path / "in", 1)
    read(file, tmp_path / "out")
    before = {table: rows(tmp_path / "out", table) for table in ("documents", "claims", "failures")}
    read(file, tmp_path / "out")
    assert {table: rows(tmp_path / "out", table) for table in before} == before


def test_a_record_that_takes_too_long_ends_alone(tmp_path: Path) -> None:
    (file,) = crawl(tmp_path / "in", 1)
    file.write_bytes(packed(response(ENDLESS, endless())) + file.read_bytes())
    account = read(file, tmp_path / "out", Limits(seconds=2))
    assert account.steps == {"failed": 1, "no page": 12, "no word": 8, "read": 4}
    (failure,) = rows(tmp_path / "out", "failures")
    assert "longer than the 2 seconds" in failure


def test_a_record_that_eats_all_memory_ends_alone(tmp_path: Path) -> None:
    (file,) = crawl(tmp_path / "in", 1)
    file.write_bytes(packed(response(ENDLESS, endless(600_000))) + file.read_bytes())
    account = read(file, tmp_path / "out", Limits(memory=260 << 20))
    assert account.steps["failed"] == 1
    assert account.steps["read"] == 4


def test_what_is_no_archive_is_one_failure(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_text("a text")
    account = read(file, tmp_path / "out")
    assert account.steps == {"failed": 1}
    assert "no WARC file" in rows(tmp_path / "out", "failures")[0]


def test_lines_are_documents_and_broken_ones_failures(tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    peace = POST | {"id": "2", "text": "The bakery opens at eight."}
    file.write_text("\n".join([json.dumps(POST), "{broken", json.dumps(peace), ""]))
    account = read(file, tmp_path / "out")
    assert account.steps == {"failed": 1, "no text": 1, "read": 1}
    assert account.claims > 0


@pytest.mark.parametrize("date", ["2026-01-02", None])
def test_tables_are_parted_by_the_date_of_publication(tmp_path: Path, date: str | None) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text(json.dumps(POST | {"published": date}))
    read(file, tmp_path / "out")
    folder = f"date={date or 'unknown'}"
    assert [path.parent.name for path in (tmp_path / "out" / "documents").glob("*/*.parquet")] == [folder]
