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
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic, sleep
from typing import NamedTuple

__all__ = ["can_fork", "cores", "handed", "work_together"]

_log = logging.getLogger("purport")
_ENDING = (signal.SIGINT, signal.SIGTERM)
_LEAST = 1.0
"""Seconds between two beginnings in one place: what ends as it begins must not take all time."""
_GRACE = 3.0
"""Seconds in which those who are asked to end may finish what they do."""


def can_fork() -> bool:
    """Whether a process can go on as several here; elsewhere than on Linux libraries do not bear it, or nothing can."""
    return sys.platform == "linux"


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def work_together(number: int, listener: socket.socket, work: Callable[[socket.socket], None]) -> None:
    """Have `number` forks serve a listener until this process is asked to end (SIGINT, SIGTERM); then it ends so.

    `work` is given what the connections come through (`handed`). Whoever calls has one thread, and holds nothing open
    that a fork must not share. Where a fork is killed, another takes its place; where this process is, they end.
    """
    gc.collect()
    gc.freeze()  # looking for garbage would write on what is shared, and so copy it
    listener.setblocking(False)
    with _hearing() as hears:
        team = _Team(listener, work)
        try:
            team.begin(number)
            team.tend(hears)
        finally:
            team.end()
        (asked,) = hears.recv(1)
    signal.raise_signal(asked)


def handed(channel: socket.socket) -> socket.socket | None:
    """The next connection that was handed to a fork; None where there is none yet."""
    try:
        _, (number, *_), _, _ = socket.recv_fds(channel, 1, 1)
    except (BlockingIOError, ValueError):
        return None
    return socket.socket(fileno=number)


class _Worker(NamedTuple):
    process: BaseProcess
    channel: socket.socket
    began: float


class _Team:
    """Forks, and the connections dealt out to them in turn.

    Where all of them accepted, the one that happened to run would take most of what comes at once, and most would wait.
    """

    def __init__(self, listener: socket.socket, work: Callable[[socket.socket], None]) -> None:
        self._listener = listener
        self._work = work
        self._workers: deque[_Worker] = deque()

    def begin(self, number: int) -> None:
        for _ in range(number):
            self._add()

    def tend(self, hears: socket.socket) -> None:
        """Deal out connections, and replace who ends, until a signal asks all to end."""
        while hears not in (ready := wait([hears, self._listener, *(one.process.sentinel for one in self._workers)])):
            if self._listener in ready:
                self._deal()
            if len(ready) > (self._listener in ready):
                self._replace()

    def end(self) -> None:
        for one in self._workers:
            one.process.terminate()
        until = monotonic() + _GRACE
        for one in self._workers:
            one.process.join(max(0.0, until - monotonic()))
            one.process.kill()
            one.process.join()

    def _add(self) -> None:
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        process = get_context("fork").Process(target=self._begin, args=(theirs,))
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours, monotonic()))

    def _begin(self, channel: socket.socket) -> None:
        """What a fork does."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C asks all of a terminal: the parent tells when to end
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        self._listener.close()
        channel.setblocking(False)
        Thread(target=_end_with_parent, daemon=True).start()
        self._work(channel)

    def _deal(self) -> None:
        try:
            connection, _ = self._listener.accept()
        except OSError:  # whoever asked has gone already
            return
        with connection:
            for _ in range(len(self._workers)):
                self._workers.rotate(-1)
                with suppress(OSError):  # it has ended, or stands still
                    socket.send_fds(self._workers[-1].channel, [b"."], [connection.fileno()])
                    return

    def _replace(self) -> None:
        for one in [one for one in self._workers if not one.process.is_alive()]:
            _log.warning("a process of the desk has ended (%s); another takes its place", one.process.exitcode)
            self._workers.remove(one)
            one.channel.close()
            sleep(max(0.0, one.began + _LEAST - monotonic()))
            self._add()


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


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
