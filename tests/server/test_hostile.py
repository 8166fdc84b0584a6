"""A document of a stranger who means harm is text, and nothing but text, wherever the desk tells of it."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from purport.ledger import open_ledger
from purport.pipeline import read
from purport.server.app import create_app
from purport.server.headers import HEADERS
from tests.server.conftest import served
from tests.server.test_reading import got

SCRIPT = "<script>fetch('https://evil.example')</script><img src=x onerror=alert(1)>"
BIDI = "\u202egnirts\u202c \u2066x\u2069"
WORD = "Щ" * 1_000_000  # two million bytes of UTF-8
ADDRESS = "javascript:alert(document.cookie)"
SAID = "Air defence shot down 44 drones over Rostov Oblast overnight, the Russian Defence Ministry said."
TEXT = f"{SCRIPT} {BIDI} </script><!-- {SAID} \u2028 {WORD} ]]>"


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[httpx.Client]:
    told = {
        "id": "<b>id</b>",
        "source": f"Evil {SCRIPT}",
        "kind": "article",
        "url": ADDRESS,
        "published": "2025-02-26T05:40:00+00:00",
        "language": "en",
        "title": f"{SCRIPT}{BIDI}",
        "text": TEXT,
    }
    (tmp_path / "evil.jsonl").write_bytes(msgspec.json.encode(told) + b"\n")
    read(tmp_path / "evil.jsonl", tmp_path / "evil.db")
    with (
        open_ledger(tmp_path / "evil.db", create=False) as book,
        served(create_app(book)) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        yield client


def test_it_comes_out_as_the_text_that_it_is(hostile: httpx.Client) -> None:
    [row] = got(hostile, "documents")["items"]
    found = got(hostile, f"documents/{row['key']}")
    assert (found["document"]["text"], found["document"]["url"]) == (TEXT, ADDRESS)
    assert found["claims"], "what it claims is a claim like any other"
    for claim in found["claims"]:
        quote = claim["claim"]["quote"]
        assert TEXT[claim["claim"]["start"] :].startswith(quote)


def test_every_answer_about_it_is_json_that_no_browser_takes_for_a_page(hostile: httpx.Client) -> None:
    key = got(hostile, "documents")["items"][0]["key"]
    incident = got(hostile, "incidents")["items"][0]
    claim = got(hostile, "claims")["items"][0]["claim"]["id"]
    paths = [f"documents/{key}", f"incidents/{incident['id']}", f"episodes/{incident['episode']}", f"claims/{claim}"]
    for path in ["documents", "claims", "incidents", "claims.jsonl", "claims.geojson", *paths]:
        answer = hostile.get(f"/api/v1/{path}")
        assert answer.status_code == 200, path
        assert answer.headers["content-type"].split(";")[0] in {
            "application/json",
            "application/x-ndjson",
            "application/geo+json",
        }
        assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)


def test_words_around_it_are_never_more_than_a_screen(hostile: httpx.Client) -> None:
    claim = got(hostile, "claims")["items"][0]["claim"]["id"]
    [found] = got(hostile, f"claims/{claim}")["items"]
    assert max(len(found["before"]), len(found["after"])) <= 240
    assert WORD[:100] not in found["after"], "a word at the end is told whole or not at all"
