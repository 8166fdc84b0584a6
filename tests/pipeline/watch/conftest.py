from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from tests.pipeline.watch.watching import Room, room
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


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as one:
        yield one
