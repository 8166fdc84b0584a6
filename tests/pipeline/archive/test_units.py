"""What an archive is divided into."""

from pathlib import Path

import pytest

from purport.errors import UnreadableError
from purport.pipeline.archive import units as module
from purport.pipeline.archive.records import items
from purport.pipeline.archive.units import units
from tests.pipeline.archive.crawl import crawl


def test_files_folders_and_patterns_name_the_same(tmp_path: Path) -> None:
    files = crawl(tmp_path / "in")
    by_folder = units([str(tmp_path / "in")])
    assert [unit.url.rpartition("/")[2] for unit in by_folder] == [file.name for file in files]
    assert units([str(tmp_path / "in" / "*.warc.gz")]) == by_folder
    assert units([*map(str, files), str(tmp_path / "in")]) == by_folder


def test_the_kind_is_told_by_content(tmp_path: Path) -> None:
    (tmp_path / "posts").write_text('{"id": "1", "source": "a", "text": "b"}\n')
    (tmp_path / "table").write_bytes(b"PAR1 and more")
    (tmp_path / "zzz").write_text("a text")
    (crawl(tmp_path / "in", 1)[0]).rename(tmp_path / "archive")
    assert [unit.kind for unit in units([str(tmp_path)])] == ["warc", "documents", "parquet", "other"]


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        units([str(tmp_path / "none.warc.gz")])


@pytest.mark.parametrize("size", [300, 1_000, 2_500])
def test_the_ranges_of_a_large_file_hold_each_record_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    (file,) = crawl(tmp_path / "in", 1)
    (whole,) = units([str(file)])
    monkeypatch.setattr(module, "RANGE", size)
    parts = units([str(file)])
    assert len(parts) > 2
    assert [item.at for part in parts for item in items(part, -1)] == [item.at for item in items(whole, -1)]
