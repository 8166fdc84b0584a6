"""The desk at an address, in one process or in several."""

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from purport.ledger import Ledger
from purport.server.app import create_app
from purport.server.desk import Desk
from purport.server.index.stored import is_kept
from purport.server.team import can_fork, cores, handed, work_together
from purport.server.warming import warm

__all__ = ["serve_desk"]

_log = logging.getLogger("purport")
_LARGE = 20_000
"""Documents in a ledger from which on an answer takes so long that others should not wait for it."""
_MOST = 4
"""Processes that are enough for the people of one machine."""


def serve_desk(book: Ledger, listener: socket.socket, processes: int | None = None) -> None:
    """Answer until somebody ends it; by default in one process for a ledger that is not large."""
    app = create_app(book)
    desk: Desk = app.state.desk
    number = _processes(desk) if processes is None else processes
    if number == 1:
        _Server(app).run(sockets=[listener])
        return
    if desk.stand().version >= _LARGE and not is_kept(book.location):
        _log.warning("the whole ledger is read before the desk answers, once: half a minute for a million claims")
    warm(desk)
    book.close()
    work_together(number, listener, lambda channel: _Server(app, channel).run(sockets=[]))


def _processes(desk: Desk) -> int:
    return min(cores(), _MOST) if can_fork() and desk.stand().version >= _LARGE else 1


class _Server(uvicorn.Server):
    """A server whose connections come through a channel, where there is one."""

    def __init__(self, app: FastAPI, channel: socket.socket | None = None) -> None:
        super().__init__(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="on", server_header=False))
        self._channel = channel

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._channel is not None:
            asyncio.get_running_loop().add_reader(self._channel, self._take, self._channel)

    def _take(self, channel: socket.socket) -> None:
        connection = handed(channel)
        if connection is not None:
            task = asyncio.get_running_loop().create_task(self._connect(connection))
            self.server_state.tasks.add(task)
            task.add_done_callback(self.server_state.tasks.discard)

    async def _connect(self, connection: socket.socket) -> None:
        with suppress(OSError):  # whoever asked has gone already
            await asyncio.get_running_loop().connect_accepted_socket(self._protocol, connection)

    def _protocol(self) -> asyncio.Protocol:
        """As uvicorn makes one for a connection that it has accepted itself."""
        made: Callable[..., asyncio.Protocol] = self.config.http_protocol_class
        return made(config=self.config, server_state=self.server_state, app_state=self.lifespan.state)
