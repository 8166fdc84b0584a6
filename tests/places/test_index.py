"""Where the compiled index lies, and what happens where it cannot lie there."""

import os
import sqlite3
import tempfile
from pathlib import Path

import pytest

from purport.errors import PurportError
from purport.places import compiler
from purport.places.index import Index, open_index


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Compiling just makes an empty index; gives the paths asked for."""
    asked: list[Path] = []

    def compile_index(path: Path) -> None:
        asked.append(path)
        db = sqlite3.connect(path)
        db.executescript(compiler.SCHEMA)
        db.close()

    monkeypatch.setattr(compiler, "compile_index", compile_index)
    return asked


def _close(opened: Index) -> Path:
    opened.close()
    return opened.path


def test_it_is_compiled_once(cheap: list[Path], tmp_path: Path) -> None:
    first, second = _close(open_index(tmp_path)), _close(open_index(tmp_path))
    assert first == second
    assert first.parent == tmp_path
    assert len(cheap) == 1
    assert list(tmp_path.iterdir()) == [first]


def test_the_environment_names_the_folder(cheap: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PURPORT_CACHE", str(tmp_path / "there"))
    assert _close(open_index()).parent == tmp_path / "there"


def test_a_folder_that_cannot_be_written_is_passed_over(
    cheap: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    assert _close(open_index(tmp_path / "file" / "cache")).is_relative_to(tmp_path / "temporary")


def test_nowhere_to_write_is_told_with_its_cure(
    cheap: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "file"))
    with pytest.raises(PurportError, match="PURPORT_CACHE"):
        open_index(tmp_path / "file" / "cache")


def test_half_an_index_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: Path) -> None:
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(compiler, "compile_index", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_index(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_indexes_of_versions_long_gone_are_removed(cheap: list[Path], tmp_path: Path) -> None:
    old, recent = tmp_path / "places-0.sqlite", tmp_path / "places-1.sqlite"
    for path in (old, recent):
        path.touch()
    os.utime(old, (1, 1))
    _close(open_index(tmp_path))
    assert not old.exists()
    assert recent.exists()
