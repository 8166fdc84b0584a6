"""What the desk answers of the example night."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from purport.ledger import Entry, Ledger
from purport.model import Document, Media
from purport.model.codec import encode_incident
from purport.server.cursor import cursor_of

TOTAL = "i5071c098f4063721"
POST = "cadbf444d669ec0bc"


def got(desk: httpx.Client, path: str, **parameters: Any) -> Any:
    answer = desk.get(f"/api/v1/{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_state_tells_how_much_there_is(desk: httpx.Client, book: Ledger) -> None:
    state = got(desk, "state")
    assert (state["documents"], state["claims"], state["incidents"]) == (7, 42, len(list(book.incidents())))
    assert (state["linking"], state["judgement"], state["ledger"]) == (1, 0, "desk.db")
    assert state["first"] == state["last"] is not None


def test_an_incident_is_told_with_its_parts_and_words(desk: httpx.Client, book: Ledger) -> None:
    found = got(desk, f"incidents/{TOTAL}")
    assert found["incident"] == httpx.Response(200, content=encode_incident(book.incident(TOTAL))).json()
    assert [part["incident"]["count"] and part["incident"]["count"]["best"] for part in found["parts"]] == [
        27,
        14,
        9,
        6,
        None,
    ]
    assert {part["depth"] for part in found["parts"]} == {1}
    assert "Минобороны России" in found["parts"][0]["says"]
    assert [claim["claim"]["id"] for claim in found["claims"]] == found["incident"]["claims"]
    assert [claim["side"] for claim in found["claims"]] == ["RU", None, "RU"]
    assert len({claim["origin"] for claim in found["claims"]}) == found["incident"]["origins"]
    assert {claim["claim"]["id"] for claim in found["others"]} == set(found["incident"]["implied"]["by"])
    assert {step["low"] for step in found["history"]} == {61}
    assert all(one["episode"] == found["incident"]["episode"] for one in found["neighbours"])


@pytest.mark.parametrize("limit", [1, 2, 500])
def test_claims_and_parts_of_an_incident_come_in_pages(desk: httpx.Client, limit: int) -> None:
    whole = got(desk, f"incidents/{TOTAL}")
    assert (whole["next_claims"], whole["next_parts"], whole["parts_total"]) == (None, None, 5)
    assert pages(desk, f"incidents/{TOTAL}/claims", limit) == whole["claims"]
    assert pages(desk, f"incidents/{TOTAL}/parts", limit) == whole["parts"]


def test_an_incident_of_many_claims_and_parts_tells_the_first(
    desk: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = got(desk, f"incidents/{TOTAL}", as_of="2099-01-01")["history"]
    monkeypatch.setattr("purport.server.views.detail.SHOWN", 2)
    found = got(desk, f"incidents/{TOTAL}")
    assert (len(found["claims"]), len(found["parts"]), found["parts_total"]) == (2, 2, 5)
    assert found["history"] == history
    for what in ("claims", "parts"):
        rest = got(desk, f"incidents/{TOTAL}/{what}", cursor=found[f"next_{what}"])
        assert [*found[what], *rest["items"]] == pages(desk, f"incidents/{TOTAL}/{what}", 500)


@pytest.mark.parametrize("what", ["claims", "parts"])
def test_a_cursor_of_claims_or_parts_that_is_none_is_refused(desk: httpx.Client, what: str) -> None:
    for cursor in ("-", cursor_of({"items": -1}), cursor_of(3)):
        answer = desk.get(f"/api/v1/incidents/{TOTAL}/{what}", params={"cursor": cursor})
        assert answer.status_code == 422
    assert desk.get(f"/api/v1/incidents/i0/{what}").status_code == 404


def test_every_claim_stands_in_its_context(desk: httpx.Client, book: Ledger) -> None:
    for told in got(desk, f"incidents/{TOTAL}")["claims"]:
        text = book.find(told["claim"]["id"]).document.text
        assert told["before"] + told["claim"]["quote"] + told["after"] in text
        assert told["gloss"]["en"] != told["gloss"]["uk"]


def test_a_part_knows_its_whole(desk: httpx.Client) -> None:
    part = got(desk, f"incidents/{TOTAL}")["parts"][0]["incident"]
    assert got(desk, f"incidents/{part['id']}")["parent"]["id"] == TOTAL


def test_links_have_reasons(desk: httpx.Client) -> None:
    first, *others = got(desk, f"incidents/{TOTAL}/reasons")["items"]
    assert (first["claim"], first["score"]) == (POST, None)
    assert all(one["score"] == pytest.approx(sum(reason["points"] for reason in one["reasons"])) for one in others)


@pytest.mark.parametrize("path", ["incidents/i0", "claims/c0", "documents/d0", "episodes/e0", "incidents/i0/reasons"])
def test_what_is_not_there_is_a_problem(desk: httpx.Client, path: str) -> None:
    answer = desk.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert {"title", "status", "detail", "cure", "about"} <= answer.json().keys()


def test_a_claim_is_told_by_enough_of_its_id(desk: httpx.Client) -> None:
    [found] = got(desk, f"claims/{POST[:7]}")["items"]
    assert (found["claim"]["id"], found["incidents"], found["superseded"]) == (POST, [TOTAL], False)


def pages(desk: httpx.Client, path: str, limit: int, **parameters: Any) -> list[Any]:
    found: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = got(desk, path, limit=limit, **cursor, **parameters)
        assert len(page["items"]) <= limit
        found += page["items"]
        if page["next"] is None:
            assert page["total"] == len(found)
            return found
        cursor = {"cursor": page["next"]}


@pytest.mark.parametrize("limit", [1, 7, 500])
def test_pages_hold_each_item_once(desk: httpx.Client, book: Ledger, limit: int) -> None:
    claims = pages(desk, "claims", limit)
    assert sorted(one["claim"]["id"] for one in claims) == sorted(claim.id for claim in book.claims())
    documents = pages(desk, "documents", limit)
    assert sorted(one["key"] for one in documents) == sorted(row.key for row in book.documents())
    published = [one["published"] for one in documents]
    assert published == sorted((at for at in published if at), reverse=True) + [None] * published.count(None)


def test_claims_are_chosen_as_on_the_command_line(desk: httpx.Client, book: Ledger) -> None:
    named = [one["claim"] for one in pages(desk, "claims", 50, place="Охтирка", kind="casualties")]
    assert {claim["kind"] for claim in named} == {"casualties"}
    assert {claim["places"][0]["name"] for claim in named} == {"Okhtyrka"}
    [key] = {row.key for row in book.documents() if row.id == "ministry-3107"}
    assert len(pages(desk, "claims", 50, document=key)) == 6
    assert {one["claim"]["publisher"] for one in pages(desk, "claims", 50, source="минобороны")} == {
        "Минобороны России"
    }


def test_documents_are_chosen_by_source_and_day(desk: httpx.Client, book: Ledger) -> None:
    assert [one["source"] for one in pages(desk, "documents", 50, source="ОХТИРСЬКА")] == ["Охтирська міська рада"]
    assert pages(desk, "documents", 50, since="2025-02-27") == []
    day = "2025-02-26"
    then = {row.key for row in book.documents() if row.published and row.published.startswith(day)}
    assert {one["key"] for one in pages(desk, "documents", 50, since=day, until=day)} == then != set()


def test_a_document_is_told_with_its_claims(desk: httpx.Client, book: Ledger) -> None:
    [key] = {row.key for row in book.documents() if row.id == "ministry-3107"}
    found = got(desk, f"documents/{key}")
    text = found["document"]["text"]
    assert all(text[c["start"] :].startswith(c["quote"]) for c in (one["claim"] for one in found["claims"]))
    assert [(one["version"], one["current"]) for one in found["versions"]] == [(1, True)]
    assert desk.get(f"/api/v1/documents/{key}", params={"version": 2}).status_code == 404


def test_an_episode_is_told_in_order_and_in_sums(desk: httpx.Client) -> None:
    found = got(desk, f"episodes/{TOTAL}")
    assert {one["incident"]["id"] for one in found["incidents"]} == set(found["episode"]["incidents"])
    assert set(found["claims"]) == set(found["episode"]["incidents"])
    [bryansk] = [row for row in found["tallies"] if row["place"] == "RU-BRY"]
    assert (bryansk["side"], bryansk["name"], bryansk["stopped"]) == ("UA", "Bryansk Oblast", 27)


@pytest.mark.parametrize("path", ["state", "claims?limit=2", "documents", f"incidents/{TOTAL}", f"episodes/{TOTAL}"])
def test_an_answer_is_not_sent_twice(desk: httpx.Client, path: str) -> None:
    first = desk.get(f"/api/v1/{path}")
    again = desk.get(f"/api/v1/{path}", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])


def test_a_moment_before_all_reading_knows_nothing(desk: httpx.Client) -> None:
    before = {"as_of": "2020-01-01T00:00Z"}
    assert desk.get(f"/api/v1/incidents/{TOTAL}", params=before).status_code == 404
    assert pages(desk, "claims", 50, **before) == pages(desk, "documents", 50, **before) == []


@pytest.mark.parametrize(
    "query",
    [
        "as_of=yesterday",
        "as_of=0001-01-01T00:00%2B23:59",
        "cursor=x",
        "cursor=WzFd",
        "limit=0",
        "limit=501",
        "kind=war",
    ],
)
def test_a_parameter_that_means_nothing_is_told(desk: httpx.Client, query: str) -> None:
    answer = desk.get(f"/api/v1/claims?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["cure"]


@pytest.mark.parametrize("path", ["/", "/incident/i5071", "/document/d1", "/episode/e1", "/documents", "/review"])
def test_the_pages_of_the_application_are_one_page(desk: httpx.Client, path: str) -> None:
    answer = desk.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/../app.py", "/..%2fapp.py", "/assets/../../app.py", "/%2e%2e/app.py", "//etc/passwd"]
)
def test_no_other_file_is_served(desk: httpx.Client, path: str) -> None:
    answer = desk.get(httpx.URL(str(desk.base_url).rstrip("/") + "/x").copy_with(raw_path=path.encode()))
    assert answer.status_code == 404
    assert b"create_app" not in answer.content


@pytest.mark.parametrize("sort", ["worth", "-worth"])
def test_an_order_by_worth_is_one_however_often_it_is_asked_for(desk: httpx.Client, sort: str) -> None:
    first, *others = (
        [one["id"] for one in got(desk, "incidents", sort=order)["items"]] for order in (sort, "time", sort)
    )
    assert sorted(first) == sorted(others[0])
    assert others[-1] == first
    again = got(desk, "incidents", sort=sort, min_count=0)["items"]
    assert [one["id"] for one in again] == first


def test_episodes_are_listed_with_the_last_first(desk: httpx.Client) -> None:
    found = pages(desk, "episodes", 1)
    assert len({one["id"] for one in found}) == len(found) > 1
    assert {one["id"] for one in found} == {one["episode"] for one in pages(desk, "incidents", 50)}
    [of_russia] = {one["id"] for one in pages(desk, "episodes", 50, place="RU-BRY")}
    assert of_russia == got(desk, f"incidents/{TOTAL}")["incident"]["episode"]


def test_a_document_shows_its_media_and_what_was_found_of_them(desk: httpx.Client, book: Ledger) -> None:
    shown = Document(
        id="shown", source="Example Wire", kind="article", url="https://example.org/shown", published="2025-02-26",
        language="en", title=None, text="Nothing happened.",
        media=(Media("A window.", "https://pictures.example.org/a.jpg", "photo"),),
    )  # fmt: skip
    book.add(book.begin_run([], "fake/1", datetime.now(UTC)), "fake/1", [Entry(shown, ())])
    [told] = got(desk, f"documents/{shown.key}")["media"]
    assert (told["media"]["url"], told["found"]) == ("https://pictures.example.org/a.jpg", [])
    body = {"verdict": "media", "reason": "shadows", "author": "A. Analyst", "value": {"media": told["id"]}}
    assert desk.post("/api/v1/judgements", json=body).status_code == 422
    body["value"] = {"media": told["id"], "genuine": False, "place": "Сумська область"}
    answer = desk.post("/api/v1/judgements", json=body)
    assert answer.status_code == 201, answer.text
    [told] = got(desk, f"documents/{shown.key}")["media"]
    [found] = told["found"]
    assert (found["value"]["genuine"], found["value"]["place"]["region"], found["claims"]) == (False, "UA-59", [])
    body["value"] = {"media": "mnone", "genuine": True}
    assert desk.post("/api/v1/judgements", json=body).status_code == 404
    assert desk.post("/api/v1/judgements", json=body | {"value": "words"}).status_code == 422
