"""Archives at addresses: a web server that gives parts of a file, and stores that cannot be got at."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from purport.errors import UnreadableError
from purport.pipeline.archive import run
from purport.pipeline.archive import units as module
from purport.pipeline.archive.tables import prepare
from purport.pipeline.archive.units import units
from purport.pipeline.archive.worker import accounts, read_unit
from tests.pipeline.archive.crawl import crawl, rows
from tests.sources.web.serving import Site, serving


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Sockets, to this machine alone."""
    del socket_enabled
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


class Store:
    """A file that is given in the parts that are asked for; from some place on it is not, while `broken`."""

    def __init__(self, data: bytes, broken: int | None = None) -> None:
        self.data, self.broken = data, broken
        self.parts = 0

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", handler.headers.get("Range") or "")
        first, last = (int(asked[1]), int(asked[2])) if asked else (0, len(self.data) - 1)
        if self.broken is not None and asked and last >= self.broken:
            handler.send_error(503)
            return
        part = self.data[first : last + 1]
        handler.send_response(206 if asked else 200)
        handler.send_header("Accept-Ranges", "bytes")
        handler.send_header("Content-Length", str(len(part)))
        if asked:
            handler.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(self.data)}")
        handler.end_headers()
        if handler.command == "GET":
            self.parts += 1
            handler.wfile.write(part)


def whole(tmp_path: Path, pages: int = 12) -> tuple[bytes, Path]:
    """A WARC file, and the tables that it comes to."""
    (file,) = crawl(tmp_path / "in", 1, pages)
    prepare(tmp_path / "whole")
    for unit in units([str(file)]):
        read_unit(unit, tmp_path / "whole")
    return file.read_bytes(), tmp_path / "whole"


def test_a_file_at_an_address_is_read_as_one_here(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    data, here = whole(tmp_path)
    store = Store(data)
    monkeypatch.setattr(run, "_TICK", 0.01)
    told: list[tuple[int, int]] = []
    account = run.archive(
        [site.does("/crawl.warc.gz", store)],
        tmp_path / "out",
        progress=lambda one, all_: told.append((one.units, all_)),
    )
    assert (account.units, account.left) == (1, ())
    assert (0, 1) in told
    assert store.parts
    assert rows(tmp_path / "out", "claims") == rows(here, "claims") != []


def test_a_store_that_fails_in_mid_file_leaves_the_part_for_another_run(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, here = whole(tmp_path)
    monkeypatch.setattr(module, "RANGE", len(data) // 3)
    store = Store(data + bytes(8 << 20), broken=len(data) + (6 << 20))  # zeros behind, so that it is asked for parts
    url = site.does("/crawl.warc.gz", store)
    last = units([url])[-1]
    prepare(tmp_path / "out")
    with pytest.raises(UnreadableError, match="got at"):
        read_unit(last, tmp_path / "out")
    assert accounts(tmp_path / "out") == {}
    store.data, store.broken = data, None
    for unit in units([url]):
        read_unit(unit, tmp_path / "out")
    assert rows(tmp_path / "out", "claims") == rows(here, "claims")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("gs://bucket/crawl.warc.gz", "pip install gcsfs"),
        ("nowhere://bucket/crawl", "protocol not known"),
    ],
)
def test_addresses_that_need_more_say_what(url: str, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        units([url])


def test_an_address_without_a_file_is_an_error(site: Site) -> None:
    site.on("/none.warc.gz", 404)
    with pytest.raises(UnreadableError, match="no such file, or no answer"):
        units([site.url + "/none.warc.gz"])
