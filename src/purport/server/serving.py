"""The desk at an address, in one process or in several."""

import socket
from functools import partial

from fastapi import FastAPI

from purport.ledger import Ledger
from purport.server.app import create_app
from purport.server.desk import Desk
from purport.server.team import can_fork, cores, work_together
from purport.server.warming import warm

__all__ = ["serve_desk"]

_LARGE = 20_000
"""Documents in a ledger from which on an answer takes so long that others should not wait for it."""
_MOST = 4
"""Processes that are enough for the people of one machine."""


def serve_desk(book: Ledger, listener: socket.socket, processes: int | None = None) -> None:
    """Answer until somebody ends it; by default in one process for a ledger that is not large."""
    app = create_app(book)
    desk: Desk = app.state.desk
    answer = partial(_answer, app, listener)
    number = _processes(desk) if processes is None else processes
    if number == 1:
        answer()
        return
    warm(desk)
    book.close()
    work_together(number, answer)


def _processes(desk: Desk) -> int:
    return min(cores(), _MOST) if can_fork() and desk.stand().version >= _LARGE else 1


def _answer(app: FastAPI, listener: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="on", server_header=False)
    uvicorn.Server(config).run(sockets=[listener])
