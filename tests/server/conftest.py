"""A desk on loopback, served as people are served, over a ledger that holds the example night."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from pytest_socket import socket_allow_hosts

from purport.ledger import Ledger, open_ledger
from purport.pipeline import read
from purport.server.app import create_app

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 10.0  # seconds until a server that has not begun to answer never will


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Sockets, to this machine alone."""
    del socket_enabled
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address at which an application is served meanwhile."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + _PATIENCE
    while not server.started:
        assert thread.is_alive(), "the server ended before it began"
        assert time.monotonic() < deadline, "the server does not begin"
        time.sleep(0.01)
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the example night, to be read only."""
    place = tmp_path_factory.mktemp("night") / "night.db"
    read(ROOT / "examples" / "one-night", place)
    return place


@pytest.fixture
def book(night: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The example night in a ledger of the test's own."""
    place = tmp_path / "desk.db"
    place.write_bytes(night.read_bytes())
    with open_ledger(place, create=False) as ledger:
        yield ledger


@pytest.fixture
def desk(book: Ledger) -> Iterator[httpx.Client]:
    """Somebody at the desk."""
    with served(create_app(book)) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client
