"""An archive through Daft: on this machine, or on a Ray cluster, by the same code."""

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import msgspec
from msgspec import Struct, field

from purport.errors import PurportError, UsageError
from purport.pipeline.archive.steps import IRRELEVANT
from purport.pipeline.archive.tables import prepare
from purport.pipeline.archive.units import Unit, units
from purport.pipeline.archive.worker import LIMITS, Limits, UnitAccount, accounts, read_unit, so_far

__all__ = ["Account", "archive"]

_ROUNDS = 3
_TICK = 0.5
"""Seconds between two looks at how far the work has come."""
_SILENT = ("DAFT_PROGRESS_BAR", "DAFT_SHOW_QUERY_ID")  # ours tells more


class Account(Struct, frozen=True):
    """What became of all records: `steps` counts each once, under one of `steps.STEPS`.

    `units` have been read, `known` of them by an earlier run; `left` could not be, as where a cluster's nodes died.
    """

    units: int = 0
    known: int = 0
    left: tuple[str, ...] = ()
    bytes: int = 0
    documents: int = 0
    claims: int = 0
    steps: dict[str, int] = field(default_factory=dict)

    @property
    def records(self) -> int:
        """All records."""
        return sum(self.steps.values())

    @property
    def irrelevant(self) -> int:
        """Those that a look has left out."""
        return sum(self.steps.get(step, 0) for step in IRRELEVANT)


Progress = Callable[[Account, int], None]


def archive(
    inputs: Iterable[str],
    to: str | Path,
    *,
    on: str | None = None,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> Account:
    """Read WARC files, JSON Lines and Parquet into Parquet tables of documents, claims and failures in the folder `to`.

    What an earlier run into the same folder has read is not read again. `on`: "ray" for a cluster of this machine,
    "ray://host:port" for another, which must see the same files and `to`. `progress` is told the account so far, with
    how many units there are, twice a second, from a thread of its own. Raises UnreadableError and UsageError.
    """
    folder = Path(to).resolve()
    wanted = units(inputs)
    prepare(folder)
    known = accounts(folder).keys() & {unit.id for unit in wanted}
    _use(on)
    with _ticking(lambda: progress and progress(_sum(folder, wanted, known, begun=True), len(wanted))):
        for _ in range(_ROUNDS):  # a node that dies takes units with it, and sometimes the whole query
            waiting = [unit for unit in wanted if unit.id not in accounts(folder)]
            if not waiting:
                break
            for _ in _spread(waiting, folder, limits, clustered=on is not None):
                pass
    return _sum(folder, wanted, known)


@contextmanager
def _ticking(tell: Callable[[], object]) -> Iterator[None]:
    """Tell again and again, while the work lasts, how far it has come: of large parts it takes minutes to end one."""
    ended = Event()

    def tick() -> None:
        while not ended.wait(_TICK):
            tell()

    thread = Thread(target=tick, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _use(on: str | None) -> None:
    """Choose where Daft runs what it is told; it takes one choice a process."""
    import daft

    os.environ.update({name: os.environ.get(name, "0") for name in _SILENT})
    if on is None:
        daft.set_runner_native()
        return
    if on != "ray" and not on.startswith("ray://"):
        raise UsageError(f"nothing runs on {on!r}", cure='write "ray", or "ray://host:port" of a cluster')
    import ray

    quiet = {"env_vars": {**dict.fromkeys(_SILENT, "0"), "RAY_TQDM": "0"}}
    ray.init(
        address=None if on == "ray" else on,
        log_to_driver=False,
        logging_level=logging.ERROR,
        runtime_env=quiet,
        ignore_reinit_error=True,
    )
    daft.set_runner_ray(noop_if_initialized=True)


def _spread(waiting: list[Unit], folder: Path, limits: Limits, *, clustered: bool) -> Iterator[str]:
    """Have each unit read by some worker; what it came to is in its account."""
    import daft

    def read(job: str) -> str:
        return _read(job, str(folder), limits)

    work = daft.func(read, return_dtype=daft.DataType.string())
    jobs = daft.from_pydict({"job": [msgspec.json.encode(unit).decode() for unit in waiting]})
    parted = jobs.into_partitions(len(waiting)) if clustered else jobs.into_batches(1)
    spread = parted.select(work(daft.col("job")).alias("unit"))
    try:
        for row in spread.iter_rows(results_buffer_size=None):
            yield row["unit"]
    except (RuntimeError, OSError, daft.exceptions.DaftCoreException):
        return  # what is missing is seen by the accounts that are not there


def _read(job: str, to: str, limits: Limits) -> str:
    unit = msgspec.json.decode(job, type=Unit)
    try:
        return read_unit(unit, Path(to), limits).unit.id
    except PurportError as error:
        return str(error)


def _sum(folder: Path, wanted: list[Unit], known: set[str], *, begun: bool = False) -> Account:
    """What the wanted units have come to; with `begun`, those count that are being read, too."""
    kept = accounts(folder)
    found: list[UnitAccount] = [kept[unit.id] for unit in wanted if unit.id in kept]
    now = so_far(folder) if begun else {}
    partly = [now[unit.id] for unit in wanted if unit.id in now and unit.id not in kept]
    steps: Counter[str] = Counter()
    for one in found + partly:
        steps.update(one.steps)
    return Account(
        units=len(found),
        known=len(known),
        left=tuple(unit.url for unit in wanted if unit.id not in kept),
        bytes=sum((one.unit.end or one.unit.size) - one.unit.start for one in found),
        documents=sum(one.documents for one in found + partly),
        claims=sum(one.claims for one in found + partly),
        steps=dict(sorted(steps.items())),
    )
