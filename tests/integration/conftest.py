"""The example documents and a ledger of them, read by the stages that Purport ships."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec import structs

from purport.model import Document
from purport.model.codec import encode_document
from purport.pipeline import read
from purport.sources import read_path

ROOT = Path(__file__).resolve().parents[2]
NIGHT = ROOT / "examples" / "one-night"


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the examples, only to be read."""
    path = tmp_path_factory.mktemp("night") / "night.db"
    assert read(NIGHT, path).skipped == ()
    return path


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "purport", *map(str, arguments)]


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[bytes]":
    """A command of its own, as a person runs it; the two outputs apart."""
    return subprocess.run(command(*arguments), capture_output=True, check=False)


def lines(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def archive(path: Path, size: int) -> Path:
    """A file of so many documents: the examples again and again, each under an address of its own."""
    examples: Sequence[Document] = list(read_path(NIGHT))
    posts = [
        structs.replace(examples[n % len(examples)], id=f"d{n}", url=f"https://example.org/{n}") for n in range(size)
    ]
    path.write_bytes(b"".join(encode_document(post) + b"\n" for post in posts))
    return path
