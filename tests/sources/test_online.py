"""Addresses that a person gives, asked of a server of this machine that stands for the web."""

from collections.abc import Iterator

import pytest
from pytest_socket import socket_allow_hosts

from purport.errors import FetchError, InputError, MalformedError
from purport.model import Document
from purport.sources import Asked, is_address, read_address, read_bytes
from purport.sources.online import documents_at
from tests.sources.web.serving import Site, serving

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Two drones</title></head><body><article><h1>Two drones fall</h1>"
    "<p>Two drones fell on a field near the village on Sunday night, the head of the district said in a post.</p>"
    "<p>Nobody was hurt, though the windows of a warehouse were broken for three hours.</p></article></body></html>"
)


def _post(number: int, text: str = "Two drones fell on the field.") -> str:
    return (
        f'<div class="tgme_widget_message" data-post="town/{number}"><div class="tgme_widget_message_text">{text}</div>'
        '<span class="tgme_widget_message_date"><time datetime="2024-05-06T07:08:09+00:00"></time></span></div>'
    )


@pytest.fixture
def site(socket_enabled: None) -> Iterator[Site]:
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
    with serving() as one:
        yield one


def _read(url: str, site: Site | None = None, *, private: bool = True) -> tuple[list[Document], list[InputError]]:
    errors: list[InputError] = []
    if site is None:
        asked = Asked(allow_private=private)
        return list(read_address(url, on_error=errors.append, asked=asked)), errors

    def read(data: bytes, name: str, charset: str | None) -> Iterator[Document]:
        return read_bytes(data, name=name, url=name, charset=charset, on_error=errors.append)

    try:
        return list(documents_at(url, read, allow_private=True, telegram=site.url)), errors
    except InputError as error:
        return [], [*errors, error]


def test_a_page_is_an_article_at_its_address(site: Site) -> None:
    url = site.on("/news/1", body=PAGE.encode(), Content_Type="text/html; charset=utf-8")
    [found], errors = _read(url)
    assert not errors
    assert (found.url, found.id, found.source, found.kind) == (url, url, "127.0.0.1", "article")
    assert found.text.startswith("Two drones fell on a field")
    assert site.paths == ["/robots.txt", "/news/1"]


def test_the_encoding_that_the_server_names_counts(site: Site) -> None:
    text = "Уночі над містом збито дві ракети, уламки впали на поле. Постраждалих немає, повідомили в адміністрації."
    page = f"<html><body><p>{text}</p></body></html>".encode("cp1251")
    [found], _ = _read(site.on("/uk", body=page, Content_Type="text/html; charset=windows-1251"))
    assert found.text == text


def test_a_feed_and_a_table_are_read_as_what_they_are(site: Site) -> None:
    feed = "<rss version='2.0'><channel><title>News</title><item><title>Two drones fell.</title></item></channel></rss>"
    assert [d.kind for d in _read(site.on("/rss", body=feed.encode()))[0]] == ["feed"]
    assert [d.text for d in _read(site.on("/dump", body=b"date,text\n2024-05-06,Two drones fell.\n"))[0]] == [
        "Two drones fell."
    ]


def test_what_robots_are_asked_not_to_take_is_not_taken(site: Site) -> None:
    site.on("/robots.txt", body=b"User-agent: *\nDisallow: /private\n")
    url = site.on("/private/1", body=PAGE.encode())
    [error] = _read(url)[1]
    assert isinstance(error, FetchError)
    assert "robots.txt" in error.reason
    assert site.paths == ["/robots.txt"]


def test_an_inner_address_is_asked_only_where_that_is_allowed(site: Site) -> None:
    url = site.on("/news/1", body=PAGE.encode())
    [error] = _read(url, private=False)[1]
    assert isinstance(error, FetchError)
    assert "no public address" in error.reason
    assert "--allow-private" in error.cure
    assert site.paths == []


def test_what_the_server_does_not_have_is_one_error(site: Site) -> None:
    documents, [error] = _read(site.url + "/none")
    assert (documents, isinstance(error, FetchError), error.about) == ([], True, site.url + "/none")
    picture = site.on("/a.png", body=b"\x89PNG\r\n\x1a\n")
    assert "picture" in _read(picture)[1][0].reason


@pytest.mark.parametrize("url", ["t.me/town", "https://t.me/s/town", "https://telegram.me/town/?before=9"])
def test_a_channel_is_asked_for_its_preview(site: Site, url: str) -> None:
    site.on("/s/town", body=f"<html><body><main>{_post(6)}{_post(7)}</main></body></html>".encode())
    documents, errors = _read(url, site)
    assert ([d.url for d in documents], errors) == (["https://t.me/town/6", "https://t.me/town/7"], [])


@pytest.mark.parametrize("url", ["t.me/town/7", "https://t.me/s/town/7?single"])
def test_a_post_is_asked_for_by_itself(site: Site, url: str) -> None:
    site.on("/town/7", body=f"<html><body>{_post(7)}</body></html>".encode())
    documents, errors = _read(url, site)
    assert ([d.url for d in documents], errors) == (["https://t.me/town/7"], [])
    assert site.paths[-1] == "/town/7?embed=1&mode=tme"


def test_a_channel_that_shows_nothing_says_how_to_read_it(site: Site) -> None:
    site.on("/s/town", status=302, Location="/town")
    site.on("/town", body=PAGE.encode())
    error = _read("t.me/town", site)[1][-1]
    assert isinstance(error, MalformedError)
    assert "export" in error.cure


@pytest.mark.parametrize("url", ["https://t.me/c/123/7", "https://t.me/+AbCd", "t.me/joinchat/AbCd"])
def test_what_is_not_public_is_not_asked_for(url: str) -> None:
    [error] = _read(url)[1]
    assert isinstance(error, FetchError)
    assert "export" in error.cure


def test_addresses_are_told_from_files() -> None:
    assert all(map(is_address, ("https://example.org", "HTTP://example.org/a", "t.me/town", "telegram.me/town/7")))
    assert not any(map(is_address, ("example.org", "t.me.txt", "folder/t.me/town", "http:", "C:/a", "", "https://[")))
