"""The desk on a ledger in PostgreSQL: it answers as on one in SQLite."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from purport.ledger import open_ledger
from purport.server.app import create_app
from tests.postgres import Server
from tests.server.conftest import served

ASKED = [
    "incidents?limit=200",
    "incidents?night=2025-02-26&sort=time",
    "incidents?q=drones",
    "map?zoom=6",
    "timeline",
    "facets",
    "moments",
    "review",
    "episodes",
    "claims?limit=200",
    "claims?q=drone+reg",
    "claims?q=DRONES%00",
    "claims?place=RU-ROS&min_count=1",
    "claims?source=Ministry&since=2025-02-25",
    "documents?limit=50",
    "documents?source=EXAMPLE",
    "documents?source=%D0%92%D0%86%D0%A1",
    "documents/%00",
    "judgements",
    "incidents.jsonl",
    "claims.jsonl",
    "claims.csv",
    "claims.geojson",
]


@pytest.fixture(scope="module")
def both(night: Path, postgres: Server) -> Iterator[tuple[str, str]]:
    """The addresses of a desk on each database."""
    with open_ledger(night, create=False) as old, open_ledger(postgres.new_schema()) as new:
        new.upkeep.copy_from(old.upkeep, lambda _told: None)
        with served(create_app(old)) as one, served(create_app(new)) as other:
            yield one, other


@pytest.mark.parametrize("asked", ASKED)
def test_the_same_is_answered(both: tuple[str, str], asked: str) -> None:
    one, other = (httpx.get(f"{address}/api/v1/{asked}") for address in both)
    assert (one.status_code, one.content) == (other.status_code, other.content)
    assert one.status_code == 200 or "%00" in asked


def test_each_incident_and_claim_is_told_the_same(both: tuple[str, str]) -> None:
    for thing in ("incidents", "claims", "episodes", "documents"):
        listed = httpx.get(f"{both[0]}/api/v1/{thing}?limit=200").json()
        for one in listed["items"]:
            name = one.get("key") or one.get("id") or one["claim"]["id"]
            answers = [httpx.get(f"{address}/api/v1/{thing}/{name}") for address in both]
            assert answers[0].content == answers[1].content
            assert answers[0].status_code == 200


def test_the_desk_is_named_by_its_database(both: tuple[str, str]) -> None:
    assert httpx.get(f"{both[1]}/api/v1/state").json()["ledger"] == "postgres"
