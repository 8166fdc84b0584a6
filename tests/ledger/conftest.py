"""All tests of the ledger are run on each database that keeps one."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from purport.ledger import Ledger, open_ledger
from tests.ledger.raw import Raw

New = Callable[[], str]
"""Gives the URL of a place where a ledger can be made."""


@pytest.fixture(params=["sqlite", "postgres"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> New:
    if request.param == "postgres":
        new: New = request.getfixturevalue("postgres").new_schema
        return new
    numbers = count()
    return lambda: f"sqlite:///{tmp_path}/book{next(numbers)}.db"


@pytest.fixture
def place(new_place: New) -> str:
    return new_place()


@pytest.fixture
def raw(place: str) -> Iterator[Raw]:
    """The database past the ledger."""
    with Raw(place) as reached:
        yield reached


@pytest.fixture
def book(place: str) -> Iterator[Ledger]:
    with open_ledger(place) as ledger:
        yield ledger
