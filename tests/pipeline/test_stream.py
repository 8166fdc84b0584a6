from pathlib import Path

from purport.pipeline.stream import as_paths


def test_addresses_stay_as_they_are_written_and_all_else_is_a_path() -> None:
    assert as_paths("https://example.org/a//b") == ["https://example.org/a//b"]
    assert as_paths(["t.me/town", "notes", Path("x")]) == ["t.me/town", Path("notes"), Path("x")]
