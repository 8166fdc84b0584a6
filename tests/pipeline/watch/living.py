"""A program that lives through the day of `world`: once, or killed on the way again and again.

`python -m tests.pipeline.watch.living CONFIG LEDGER CLOCK KILLS`: prints the growth of its memory where it is not
killed, and the number of kills where it is.
"""

import gc
import os
import random
import signal
import sys
import time
import tracemalloc
from pathlib import Path

from purport.ledger import open_ledger
from purport.pipeline import Stages
from purport.pipeline.watch import load, watcher_of
from tests.pipeline.fakes import DroneCounter, read_lines
from tests.pipeline.linked import LINKER
from tests.pipeline.watch.time import DAY, FastClock, seconds_in

_TRACED, _WARM = 17 * 3600.0, 19 * 3600.0  # seconds of the day from which on memory is looked at, and may not grow
_MARGIN = 0.002


def live(config: Path, ledger: Path, clock: FastClock) -> None:
    """Watch until the day is over."""
    stages = Stages(read=read_lines, extract=DroneCounter(), link=LINKER)
    with open_ledger(ledger) as book:
        watcher = watcher_of(load(config), book, stages=stages, clock=clock, jitter=lambda: 0.5)
        clock.ended = watcher.stop
        watcher.run()


def calm(config: Path, ledger: Path, path: Path) -> None:
    """Live through the day, and print by how many bytes memory has grown in its last hours."""
    clock = FastClock(path)
    held: list[int] = []

    def measure(now: float) -> None:
        if now >= _TRACED and not tracemalloc.is_tracing():
            tracemalloc.start()
        if now >= _WARM and not held:
            held.append(_held())

    clock.at_each = measure
    live(config, ledger, clock)
    print(_held() - held[0], flush=True)  # noqa: T201


def _held() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def rough(config: Path, ledger: Path, path: Path, kills: int) -> None:
    """Live through the day as children of which each is killed somewhere in its part of it, and the last is not."""
    chance = random.Random(20240405)  # noqa: S311
    killed = 0
    for number in range(kills):
        until = DAY * (number + chance.random()) / kills
        child = os.fork()
        if not child:
            live(config, ledger, FastClock(path))
            os._exit(0)
        while seconds_in(path) < until:
            time.sleep(_MARGIN)
        time.sleep(chance.random() * _MARGIN * 5)
        os.kill(child, signal.SIGKILL)
        killed += os.waitpid(child, 0)[1] == signal.SIGKILL
    live(config, ledger, FastClock(path))
    print(killed, flush=True)  # noqa: T201


if __name__ == "__main__":
    config, ledger, path = map(Path, sys.argv[1:4])
    if kills := int(sys.argv[4]):
        rough(config, ledger, path, kills)
    else:
        calm(config, ledger, path)
