"""What is downloaded is what the command line writes, and who stops reading stops the writing."""

import io
import json
import threading
from typing import Any, BinaryIO

import httpx
import pytest

from purport.exports import export_named
from purport.exports.incidents import write_incidents
from purport.ledger import Ledger, roll
from purport.model.selection import Selection
from purport.server.streams import download

FORMS = {"jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json"}


@pytest.mark.parametrize("form", FORMS)
def test_claims_are_those_of_the_command_line(desk: httpx.Client, book: Ledger, form: str) -> None:
    answer = desk.get(f"/api/v1/claims.{form}", params={"kind": "interception"})
    out = io.BytesIO()
    export_named(form)(book.readings(Selection(kinds=("interception",))), out)
    assert (answer.content, answer.headers["content-type"]) == (out.getvalue(), FORMS[form])


def test_claims_are_downloaded_by_their_words(desk: httpx.Client) -> None:
    listed = desk.get("/api/v1/claims", params={"q": "беспилот", "limit": 500}).json()["items"]
    answer = desk.get("/api/v1/claims.jsonl", params={"q": "беспилот"})
    told = {json.loads(line)["id"] for line in answer.text.splitlines() if '"quote"' in line}
    assert told == {one["claim"]["id"] for one in listed}
    assert 0 < len(told) < desk.get("/api/v1/claims").json()["total"]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_incidents_are_those_of_the_command_line(desk: httpx.Client, book: Ledger, form: str) -> None:
    answer = desk.get(f"/api/v1/incidents.{form}", params={"contradicted": True})
    out = io.BytesIO()
    write_incidents(form, (one for one in book.incidents() if one.contradictions), out)
    assert sorted(answer.content.splitlines()) == sorted(out.getvalue().splitlines())
    assert answer.content
    assert f"incidents.{form}" in answer.headers["content-disposition"]


def test_a_feature_is_an_incident(desk: httpx.Client, book: Ledger) -> None:
    features = desk.get("/api/v1/incidents.geojson").json()["features"]
    assert sorted(one["id"] for one in features) == sorted(incident.id for incident in book.incidents())
    for feature in features:
        place = book.incident(feature["id"]).place
        point = [place.lon, place.lat] if place and place.lat is not None else None
        assert (feature["geometry"] or {}).get("coordinates") == point
        assert feature["properties"]["place"] == (place.name if place else None)


def test_what_is_left_out_of_a_search_is_told(desk: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = desk.get("/api/v1/claims", params={"q": "беспилот"}).json()
    assert "truncated" not in whole
    monkeypatch.setattr(roll, "MOST", 1)
    some = desk.get("/api/v1/claims", params={"q": "беспилот", "limit": 7}).json()
    assert (some["total"], some["truncated"]) == (1, True)


def test_nothing_is_a_collection_too(desk: httpx.Client) -> None:
    assert json.loads(desk.get("/api/v1/incidents.geojson?q=nowhere&place=Nowhere").text)["features"] == []


def test_who_stops_reading_stops_the_writing() -> None:
    ended = threading.Event()

    def writes(out: BinaryIO) -> None:
        try:
            while True:
                out.write(b"x" * 100_000)
        finally:
            ended.set()

    pieces: Any = download(writes, "text/plain", "endless").body_iterator
    sent = _first(pieces)
    assert set(sent) == {ord("x")}
    assert ended.wait(10)


def _first(pieces: Any) -> bytes:
    """The first piece of an answer whose reader then leaves."""
    import anyio

    async def read() -> bytes:
        found: bytes = await anext(pieces)
        await pieces.aclose()
        return found

    return anyio.run(read)
