"""Only the machine's own pages may ask, and no answer can run what strangers wrote."""

import httpx
import pytest

from purport.server.guard import LARGEST_BODY
from purport.server.headers import HEADERS


@pytest.mark.parametrize("path", ["/healthz", "/api/v1/openapi.json", "/api/v1/nothing"])
def test_every_answer_has_the_headers(desk: httpx.Client, path: str) -> None:
    answer = desk.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "[::2]"])
def test_another_host_is_refused(desk: httpx.Client, host: str) -> None:
    answer = desk.get("/healthz", headers={"Host": host})
    assert answer.status_code in {400, 421}  # of an empty Host the HTTP parser itself thinks nothing
    assert "ok" not in answer.text


def test_loopback_has_several_names(desk: httpx.Client) -> None:
    assert [desk.get("/healthz", headers={"Host": host}).status_code for host in ("localhost:1", "127.0.0.1")] == [
        200
    ] * 2


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=str,
)
def test_a_change_from_elsewhere_is_refused(desk: httpx.Client, headers: dict[str, str]) -> None:
    assert desk.post("/api/v1/judgements", json={}, headers=headers).status_code == 403


def test_a_form_is_no_change(desk: httpx.Client) -> None:
    assert desk.post("/api/v1/judgements", data={"verdict": "rejected"}).status_code == 415


def test_an_oversized_body_is_refused(desk: httpx.Client) -> None:
    large = b'"' + b"x" * LARGEST_BODY + b'"'
    answer = desk.post("/api/v1/judgements", content=large, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
