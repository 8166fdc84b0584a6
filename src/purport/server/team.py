"""Forks of one process that do the same work side by side, and none of which outlives it.

Python works out one answer at a time in a process. A fork has all that its parent has worked out before, in the same
memory, at once.
"""

import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic

__all__ = ["can_fork", "cores", "work_together"]

_log = logging.getLogger("purport")
_ENDING = (signal.SIGINT, signal.SIGTERM)
_PAUSE = 0.5
"""Seconds before another takes the place of one that has ended: one that ends as it begins must not take all time."""
_GRACE = 3.0
"""Seconds in which those who are asked to end may finish what they do."""


def can_fork() -> bool:
    """Whether a process can go on as several here; elsewhere than on Linux libraries do not bear it, or nothing can."""
    return sys.platform == "linux"


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def work_together(number: int, work: Callable[[], None]) -> None:
    """Have `number` forks work until this process is asked to end (SIGINT, SIGTERM); then it ends as it would have.

    Whoever calls has one thread, and holds nothing open that a fork must not share. Where a fork is killed, another
    takes its place; where this process is, they end at once.
    """
    gc.collect()
    gc.freeze()  # looking for garbage would write on what is shared, and so copy it
    team: list[BaseProcess] = []
    with _hearing() as hears:
        try:
            team += (_begun(work) for _ in range(number))
            _tend(team, work, hears)
        finally:
            _end(team)
        (asked,) = hears.recv(1)
    signal.raise_signal(asked)


@contextmanager
def _hearing() -> Iterator[socket.socket]:
    """Where the numbers of signals that ask to end can be read from; they do nothing else meanwhile."""
    hears, told = socket.socketpair()
    told.setblocking(False)
    before = {number: signal.signal(number, lambda *_: None) for number in _ENDING}
    signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    try:
        yield hears
    finally:
        signal.set_wakeup_fd(-1)
        for number, handler in before.items():
            signal.signal(number, handler)
        hears.close()
        told.close()


def _begun(work: Callable[[], None]) -> BaseProcess:
    process = get_context("fork").Process(target=_work, args=(work,))
    process.start()
    return process


def _tend(team: list[BaseProcess], work: Callable[[], None], hears: socket.socket) -> None:
    """Replace those that end, until a signal asks all of them to."""
    while hears not in wait([hears, *(one.sentinel for one in team)]):
        if wait([hears], _PAUSE):
            return
        for at, one in enumerate(team):
            if not one.is_alive():
                _log.warning("a process of the desk has ended (%s); another takes its place", one.exitcode)
                team[at] = _begun(work)


def _end(team: list[BaseProcess]) -> None:
    for one in team:
        one.terminate()
    until = monotonic() + _GRACE
    for one in team:
        one.join(max(0.0, until - monotonic()))
        one.kill()
        one.join()


def _work(work: Callable[[], None]) -> None:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C asks all of a terminal: the parent tells when to end
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()
    work()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
