"""Tables, of which a person may say which column is what."""

import json
from pathlib import Path

import pytest

from purport.pipeline import stages as wiring
from tests.cli.conftest import Purport
from tests.pipeline.fakes import DroneCounter, stages

TEXT = "Over the district 5 drones were seen, said the head of the district in a post of the night."


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(wiring, "default_stages", lambda: stages(DroneCounter()))
    rows = "".join(f'0{n}.05.2024 10:08;"{TEXT}";7\n' for n in range(6, 9))
    (tmp_path / "posts.csv").write_text(f"When;Note;Views\n{rows}", "utf-8")
    return "posts.csv"


def test_what_columns_are_read_as_is_told_in_one_line(purport: Purport, table: str) -> None:
    result = purport("read", table, "--dates", "dmy")
    assert result.status == 0
    assert "posts.csv: read as published='When', text='Note'; not read: 'Views'; times without a zone" in result.err
    assert purport("read", table, "--dates", "dmy", "--quiet") == (0, "", "")


def test_columns_can_be_shown_before_anything_is_read(purport: Purport, table: str) -> None:
    result = purport("read", table, "--show-columns")
    assert result.lines[0] == "posts.csv"
    shown = [line.split("  ")[0] for line in result.lines[2:]]
    assert shown == ["When", "Note", "Views"]
    assert "published" in result.lines[2]
    assert "its contents" in result.lines[2]
    assert not Path("purport.db").exists()
    assert purport("claims", table, "--show-columns").lines == result.lines


def test_columns_and_zone_can_be_given(purport: Purport, table: str) -> None:
    result = purport(
        "claims", table, "--columns", "text=Note,published=when", "--columns", "source==Town", "--zone", "Europe/Kyiv",
        "--format", "jsonl",
    )  # fmt: skip
    claim = json.loads(result.lines[0])
    assert (claim["publisher"], claim["published"]) == ("Town", "2024-05-06T10:08:00+03:00")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--columns", "words=Note"], "what a column may hold: text"),
        (["--zone", "Nowhere/Here"], "there is no zone"),
        (["--dates", "ymd"], "ymd"),
    ],
)
def test_what_is_said_wrongly_is_wrong_usage(purport: Purport, table: str, options: list[str], told: str) -> None:
    result = purport("read", table, *options)
    assert (result.status, result.out) == (2, "")
    assert told in result.err


def test_where_no_table_is_there_are_no_columns_to_show(purport: Purport, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words, and no more.")
    assert purport("read", "a.txt", "--show-columns").status == 1
