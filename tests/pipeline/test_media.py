"""Files of pictures and videos: fetched where somebody asks, within limits, and known by their hashes."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytest_socket import socket_allow_hosts

from purport.errors import FetchError, InputError, TooLargeError, UnreadableError
from purport.ledger import Entry, Ledger, open_ledger
from purport.model import Media
from purport.model.incident import Judgement
from purport.pipeline.media import Fetched, fetch_media, media_client, verified
from tests.pipeline.fakes import NOW, document
from tests.sources.web.serving import Site, endless, serving

JPEG = b"\xff\xd8\xff\xe0 a picture"


@pytest.fixture
def site(socket_enabled: None) -> Iterator[Site]:
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
    with serving() as one:
        yield one


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "book.db") as one:
        yield one


def _fetch(
    book: Ledger, folder: Path, *urls: str | None, private: bool = True
) -> tuple[list[Fetched], list[InputError]]:
    shown = replace(document("a", "7 drones"), media=tuple(Media(url=url, kind="photo") for url in urls))
    book.add(book.begin_run([], "fake/1", NOW), "fake/1", [Entry(shown, ())])
    errors: list[InputError] = []
    client = media_client(allow_private=private)
    found = fetch_media(book, book.media(), folder, client, clock=lambda: NOW, on_error=errors.append)
    return list(found), errors


def test_a_file_lies_under_its_hash_and_the_book_knows_it(book: Ledger, site: Site, tmp_path: Path) -> None:
    url = site.on("/a.jpg", body=JPEG, Content_Type="image/jpeg")
    [found], errors = _fetch(book, tmp_path / "files", url, url)
    sha256 = hashlib.sha256(JPEG).hexdigest()
    assert not errors
    assert (found.path, found.sha256, found.size) == (tmp_path / "files" / f"{sha256}.jpg", sha256, len(JPEG))
    assert found.path.read_bytes() == JPEG
    assert {row.media.sha256 for row in book.media()} == {sha256}
    assert site.paths == ["/a.jpg"]


def test_what_is_no_picture_or_has_no_end_is_not_kept(book: Ledger, site: Site, tmp_path: Path) -> None:
    page = site.on("/page", body=b"<html>", Content_Type="text/html")
    found, errors = _fetch(book, tmp_path / "files", page, site.url + "/none", "photos/1.jpg", None)
    assert found == []
    assert [type(error) for error in errors] == [FetchError, FetchError, UnreadableError, UnreadableError]
    assert "export" in errors[2].cure
    assert not (tmp_path / "files").exists()
    assert all(row.media.sha256 is None for row in book.media())


def test_an_endless_file_is_given_up(book: Ledger, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.pipeline.media._SIZE", 1 << 20)
    _, [error] = _fetch(book, tmp_path / "files", site.does("/endless", endless))
    assert isinstance(error, TooLargeError)


def test_an_inner_address_is_not_asked(book: Ledger, site: Site, tmp_path: Path) -> None:
    url = site.on("/a.jpg", body=JPEG, Content_Type="image/jpeg")
    _, [error] = _fetch(book, tmp_path / "files", url, private=False)
    assert isinstance(error, FetchError)
    assert site.paths == []


def test_what_was_found_stands_until_it_is_undone() -> None:
    made = [
        Judgement(
            verdict="media", claims=(), author="Olena", reason="shadows", at=f"2024-05-0{day}T00:00:00Z",
            value={"media": "m1", "genuine": genuine},
        )
        for day, genuine in ((6, True), (7, False))
    ]  # fmt: skip
    undo = Judgement(
        verdict="undo", claims=(), author="Olena", reason="no", at="2024-05-08T00:00:00Z", value=made[1].id
    )
    assert [one.finding.genuine for one in verified(made)["m1"]] == [True, False]
    assert [one.judgement for one in verified([*made, undo])["m1"]] == [made[0]]
