"""The client against real servers that misbehave: what it asks, what it refuses, and that it always comes to an end."""

import gzip
import socket
import ssl
from collections.abc import Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from purport.errors import FetchError, InputError, TooLargeError
from purport.sources.web import FEED_TYPES, Client, Policy, Response, fetch
from tests.sources.web.serving import Site, dripping, endless, free_port, serving

INNER = Policy(allowed="inner", whole=20.0, size=1 << 20)
PUBLIC_ADDRESS = "1.1.1.1"


class Names:
    """Names that mean something else at each look."""

    def __init__(self, **answers: Sequence[str]) -> None:
        self.answers = {name.replace("_", "."): list(looks) for name, looks in answers.items()}
        self.looks: list[str] = []

    def __call__(self, host: str, port: int) -> list[str]:
        del port
        self.looks.append(host)
        left = self.answers[host]
        return [left.pop(0) if len(left) > 1 else left[0]]


class Wires:
    """Calls of public addresses end at a server of ours; each call's address is kept."""

    def __init__(self) -> None:
        self.called: list[str] = []

    def __call__(self, address: str, port: int, seconds: float) -> socket.socket:
        self.called.append(address)
        return socket.create_connection(("127.0.0.1", port), timeout=seconds)


def test_an_answer_is_told_with_its_headers(site: Site) -> None:
    url = site.on("/feed", body=b"<rss/>", ETag='"1"', Last_Modified="Mon, 01 Jan 2024 00:00:00 GMT")
    response = fetch(url, INNER, headers={"If-None-Match": '"0"'})
    assert (response.status, response.body, response.url) == (200, b"<rss/>", url)
    assert (response.etag, response.modified) == ('"1"', "Mon, 01 Jan 2024 00:00:00 GMT")
    [(_, headers)] = site.asked
    assert headers["if-none-match"] == '"0"'
    assert headers["user-agent"].startswith("purport")
    assert headers["host"] == f"127.0.0.1:{site.port}"


def test_an_inner_address_is_refused_before_it_is_asked(site: Site) -> None:
    url = site.on("/", body=b"secret")
    for one in (
        url,
        f"http://localhost:{site.port}/",
        f"http://2130706433:{site.port}/",
        f"http://0x7f.1:{site.port}/",
    ):
        with pytest.raises(FetchError, match="no public address"):
            fetch(one)
    assert site.asked == []


def test_a_redirect_to_an_inner_address_is_refused(site: Site, other: Site) -> None:
    """The name is public, and its server sends on to an address of this machine: nothing there is asked."""
    other.on("/", body=b"secret")
    site.on("/out", 302, Location=other.url + "/")
    names, wires = Names(feed_example=[PUBLIC_ADDRESS], **{"127_0_0_1": ["127.0.0.1"]}), Wires()
    for policy in (Policy(), INNER):  # also where inner addresses may be asked: nobody outside leads there
        with pytest.raises(FetchError, match=r"out, which leads to 127\.0\.0\.1: 127\.0\.0\.1 is no public address"):
            Client(policy, resolve=names, dial=wires).fetch(f"http://feed.example:{site.port}/out")
    assert wires.called == [PUBLIC_ADDRESS] * 2
    assert other.asked == []


def test_a_name_is_looked_up_once_and_what_was_checked_is_called(site: Site) -> None:
    """The second look would lead to this machine; there is none."""
    site.on("/", body=b"public")
    names, wires = Names(feed_example=[PUBLIC_ADDRESS, "127.0.0.1"]), Wires()
    response = Client(Policy(), resolve=names, dial=wires).fetch(f"http://feed.example:{site.port}/")
    assert response.body == b"public"
    assert names.looks == ["feed.example"]
    assert wires.called == [PUBLIC_ADDRESS]


def test_a_name_that_turns_inner_between_two_requests_is_refused(site: Site) -> None:
    """A redirect to the same name is a look of its own, and so is the next fetch."""
    site.on("/", 302, Location="/again")
    site.on("/again", body=b"secret")
    names, wires = Names(feed_example=[PUBLIC_ADDRESS, "127.0.0.1"]), Wires()
    client = Client(Policy(), resolve=names, dial=wires)
    for _ in range(2):
        with pytest.raises(FetchError, match=r"127\.0\.0\.1 is no public address"):
            client.fetch(f"http://feed.example:{site.port}/")
    assert site.paths == ["/"]
    assert wires.called == [PUBLIC_ADDRESS]


def test_redirects_are_followed_to_their_end(site: Site) -> None:
    for at in range(5):
        site.on(f"/{at}", 301, Location=f"{at + 1}")
    last = site.on("/5", body=b"there")
    assert fetch(f"{site.url}/0", INNER).url == last
    site.on("/5", 301, Location="/0")
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch(f"{site.url}/0", INNER)
    site.on("/0", 302, Location="file:///etc/passwd")
    with pytest.raises(FetchError, match="no address of the web"):
        fetch(f"{site.url}/0", INNER)


def test_secrets_stay_with_their_host(site: Site, other: Site) -> None:
    site.on("/0", 302, Location="/1")
    site.on("/1", 302, Location=other.url + "/2")
    other.on("/2", body=b"there")
    Client(INNER).fetch(f"{site.url}/0", headers={"X-All": "a"}, secrets={"Authorization": "Bearer s"})
    assert [headers.get("authorization") for _, headers in site.asked] == ["Bearer s", "Bearer s"]
    assert [(headers.get("authorization"), headers.get("x-all")) for _, headers in other.asked] == [(None, "a")]


def test_the_proxies_of_the_environment_are_not_asked(site: Site, other: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, other.url)
    assert fetch(site.on("/", body=b"straight"), INNER).body == b"straight"
    assert other.asked == []


def test_an_endless_body_is_cut_off(site: Site) -> None:
    with pytest.raises(TooLargeError, match="larger than the 1 MiB"):
        fetch(site.does("/", endless), INNER)


def test_a_body_that_unpacks_without_measure_is_cut_off(site: Site) -> None:
    bomb = gzip.compress(bytes(200 << 20))
    with pytest.raises(TooLargeError):
        fetch(site.on("/", body=bomb, Content_Encoding="gzip"), INNER)
    packed = gzip.compress(b"words")
    assert fetch(site.on("/small", body=packed, Content_Encoding="gzip"), INNER).body == b"words"


def test_a_length_that_is_too_much_is_believed_and_not_waited_for(site: Site) -> None:
    with pytest.raises(TooLargeError):
        fetch(site.on("/", body=b"little", Content_Length=str(1 << 40)), INNER)


def test_a_body_shorter_than_its_length_is_no_whole_answer(site: Site) -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"<rss>")

    with pytest.raises(FetchError, match="no whole answer") as caught:
        fetch(site.does("/", short), INNER)
    assert caught.value.retry


@pytest.mark.parametrize("answer", [dripping, lambda handler: handler.server.site.ending.wait()])
def test_a_server_that_takes_its_time_is_left(site: Site, answer: object) -> None:
    policy = Policy(allowed="inner", whole=0.3)
    with pytest.raises(FetchError, match=r"no whole answer within 0\.3 seconds") as caught:
        fetch(site.does("/", answer), policy)  # type: ignore[arg-type]
    assert caught.value.retry


@pytest.mark.parametrize(
    "said", [b"", b"\x00\xff\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n", b"220 smtp\r\n"]
)
def test_what_is_no_http_is_an_error_of_ours(site: Site, said: bytes) -> None:
    with pytest.raises(FetchError):
        fetch(site.does("/", lambda handler: handler.wfile.write(said)), INNER)


def test_a_broken_chunk_is_an_error_of_ours(site: Site) -> None:
    said = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc"
    with pytest.raises(FetchError):
        fetch(site.does("/", lambda handler: handler.wfile.write(said)), INNER)
    broken = site.on("/packed", body=b"no gzip", Content_Encoding="gzip")
    with pytest.raises(FetchError):
        fetch(broken, INNER)


def test_nobody_there_may_be_tried_again() -> None:
    with pytest.raises(FetchError) as caught:
        fetch(f"http://127.0.0.1:{free_port()}/", INNER)
    assert caught.value.retry


def test_tls_that_does_not_prove_its_name_is_refused(site: Site) -> None:
    with pytest.raises(FetchError, match="no whole answer"):
        fetch(site.url.replace("http:", "https:"), INNER)


def test_with_tls_the_address_is_the_checked_one_and_the_name_is_proved() -> None:
    """The server proves that it is feed.example with a certificate that was made for this test."""
    pem = Path(__file__).with_name("feed.example.pem")
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(pem)
    ours = ssl.create_default_context(cafile=str(pem))
    names, wires = Names(feed_example=[PUBLIC_ADDRESS], other_example=[PUBLIC_ADDRESS]), Wires()
    with serving(theirs) as site:
        site.on("/", body=b"proved")
        client = Client(Policy(whole=20.0), resolve=names, dial=wires, tls=ours)
        assert client.fetch(f"https://feed.example:{site.port}/").body == b"proved"
        assert site.asked[0][1]["host"] == f"feed.example:{site.port}"
        with pytest.raises(FetchError, match="no whole answer"):
            client.fetch(f"https://other.example:{site.port}/")
        with pytest.raises(FetchError, match="no whole answer"):
            Client(Policy(whole=20.0), resolve=names, dial=wires).fetch(f"https://feed.example:{site.port}/")
    assert len(site.asked) == 1
    assert set(wires.called) == {PUBLIC_ADDRESS}


def test_types_that_are_not_wanted_are_not_taken(site: Site) -> None:
    policy = Policy(allowed="inner", types=FEED_TYPES)
    with pytest.raises(FetchError, match="of the type video/mp4"):
        fetch(site.on("/", body=b"x", Content_Type="video/mp4"), policy)
    assert fetch(site.on("/xml", body=b"x", Content_Type="application/rss+xml; charset=x"), policy).charset == "x"
    assert fetch(site.on("/none", body=b"x"), policy).body == b"x"


@pytest.mark.parametrize(
    ("status", "retry"), [(404, False), (403, False), (410, False), (429, True), (500, True), (503, True)]
)
def test_a_refusal_is_an_answer_until_it_is_checked(site: Site, status: int, retry: bool) -> None:
    response = fetch(site.on("/", status, body=b"no"), INNER)
    assert response.status == status
    with pytest.raises(InputError, match=str(status)) as caught:
        response.checked()
    assert caught.value.retry is retry


def test_how_long_a_server_asks_to_be_left_alone_is_told_by_its_own_clock() -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC)

    def after(**headers: str) -> float | None:
        return Response("", 429, {name.replace("_", "-"): value for name, value in headers.items()}, b"").retry_after(
            now
        )

    assert after(retry_after="120") == 120
    assert after(retry_after="Mon, 01 Jan 2024 00:01:00 GMT") == 60
    late = {"date": "Mon, 01 Jan 2024 05:00:00 GMT", "retry_after": "Mon, 01 Jan 2024 05:01:00 GMT"}
    assert after(**late) == 60
    assert after(retry_after="soon") is None
    assert after() is None


def test_a_post_carries_its_body_and_goes_nowhere_else(site: Site, other: Site) -> None:
    url = site.on("/hook", 302, Location=other.url)
    response = Client(INNER).post(url, b'{"a": 1}', headers={"Content-Type": "application/json"})
    assert response.status == 302
    assert site.sent == [b'{"a": 1}']
    assert other.asked == []


def test_what_may_not_be_asked_is_refused_before_anything_is(site: Site) -> None:
    with pytest.raises(FetchError, match="no public address"):
        Client(Policy()).refuse(site.url)
    Client(Policy(allowed="inner")).refuse(site.url)
    assert site.paths == []
