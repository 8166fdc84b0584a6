"""Monthly totals over Russia: the same however often, in whatever order and in how many runs the posts are read."""

import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from purport.ledger import open_ledger
from purport.model import Claim
from purport.pipeline import claims_of, read
from tests.incidents.making import RUSSIA, claim

POSTS = 60  # of those of a month: each is read in a run of its own


@pytest.fixture(scope="module")
def posts(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A month's first posts of the ministry, of a channel and of bulletins, each in a file of its own."""
    folder = tmp_path_factory.mktemp("posts")
    found = []
    for name in ("mod_russia", "dronbomber", "kpszsu_bulletins"):
        lines = (shared / "data" / f"{name}.documents.jsonl").read_bytes().splitlines(keepends=True)
        month = [line for line in lines if (json.loads(line)["published"] or "").startswith("2024-10")]
        for number, line in enumerate(month[:POSTS]):
            found.append(folder / f"{name}-{number:03}.jsonl")
            found[-1].write_bytes(line)
    return found


@pytest.fixture(scope="module")
def claims(posts: list[Path]) -> list[Claim]:
    def fail(about: str, why: str) -> None:
        pytest.fail(f"{about}: {why}")

    return [claim for reading in claims_of(posts, on_error=fail) for claim in reading.claims]


def test_twice_told_again_and_in_any_order(months: ModuleType, claims: list[Claim]) -> None:
    first = months.totals(claims)
    assert first["2024-10"] > 100
    assert months.totals(claims + claims) == first
    assert months.totals(claims + months.told_again(claims)) == first
    assert months.totals(random.Random(1).sample(claims, len(claims))) == first  # noqa: S311


def test_one_by_one(months: ModuleType, posts: list[Path], claims: list[Claim], tmp_path: Path) -> None:
    with open_ledger(tmp_path / "book.db") as book:
        for post in random.Random(2).sample(posts, len(posts)):  # noqa: S311
            read(post, book)
        read(posts, book)
        found = months.total_of(book.incidents(), book.claims())
    assert found == months.totals(claims)


def test_hours_inside_a_night_are_not_counted_twice(months: ModuleType) -> None:
    told = [
        claim("interception", RUSSIA, n=40, time=("2025-03-04T20:00", "2025-03-05T07:00")),
        claim("interception", RUSSIA, n=9, time=("2025-03-04T20:00", "2025-03-04T21:00")),
        claim("interception", RUSSIA, n=5, time=("2025-03-05T12:00", "2025-03-05T13:00")),
    ]
    assert months.totals(told)["2025-03"] == 45
