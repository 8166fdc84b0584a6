from collections.abc import Iterator
from pathlib import Path

import pytest

from purport.ledger import Ledger, open_ledger


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "book.db"


@pytest.fixture
def book(place: Path) -> Iterator[Ledger]:
    with open_ledger(place) as ledger:
        yield ledger
