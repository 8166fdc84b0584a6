"""One unit from its file into the tables: a child reads it, and is replaced where a record ends it."""

import mmap
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, field

from purport.errors import UnreadableError
from purport.pipeline.archive.batches import LOST, PLACE, Batch, Failure, Job, receive
from purport.pipeline.archive.tables import Part
from purport.pipeline.archive.units import Unit

__all__ = ["LIMITS", "Limits", "UnitAccount", "accounts", "read_unit", "so_far"]

_NOWHERE = -1
_ACCOUNTS = ".units"
_WHOLE, _SO_FAR = ".json", ".now"


class Limits(Struct, frozen=True):
    """What one record may take: seconds by the clock, and bytes of memory of the process that reads it."""

    seconds: float = 60.0
    memory: int = 600 << 20


LIMITS = Limits()


class UnitAccount(Struct, frozen=True):
    """What became of a unit's records, each counted under one of `steps.STEPS`; kept when all is in the tables."""

    unit: Unit
    documents: int = 0
    claims: int = 0
    steps: dict[str, int] = field(default_factory=dict)


def accounts(to: Path) -> dict[str, UnitAccount]:
    """The units that are read, by id."""
    return _kept(to, _WHOLE)


def so_far(to: Path) -> dict[str, UnitAccount]:
    """What the units that are being read have come to, by id; of a run that was killed, what they had."""
    return _kept(to, _SO_FAR)


def _kept(to: Path, kind: str) -> dict[str, UnitAccount]:
    decoder = msgspec.json.Decoder(UnitAccount)
    found = {}
    for path in (to / _ACCOUNTS).glob(f"u*{kind}"):
        with suppress(FileNotFoundError):  # it has just become whole
            found[path.stem] = decoder.decode(path.read_bytes())
    return found


def read_unit(unit: Unit, to: Path, limits: Limits = LIMITS) -> UnitAccount:
    """Read a unit into the tables at `to`, and keep its account there.

    Raises UnreadableError where its file cannot be got at: it has no account then, and is read another time.
    """
    part = Part(to, unit.id, unit.url)
    steps: Counter[str] = Counter()
    documents = claims = 0
    for batch in _batches(unit, limits):
        part.add(batch)
        steps.update(batch.steps)
        documents += len(batch.documents)
        claims += sum(len(read.claims) for read in batch.documents)
        _keep(UnitAccount(unit, documents, claims, dict(steps)), to, _SO_FAR)
    part.flush()
    account = UnitAccount(unit, documents, claims, dict(sorted(steps.items())))
    _keep(account, to, _WHOLE)
    (to / _ACCOUNTS / f"{unit.id}{_SO_FAR}").unlink(missing_ok=True)
    return account


def _keep(account: UnitAccount, to: Path, kind: str) -> None:
    folder = to / _ACCOUNTS
    folder.mkdir(exist_ok=True)
    half = folder / f"{account.unit.id}.half"
    half.write_bytes(msgspec.json.encode(account))
    half.replace(folder / f"{account.unit.id}{kind}")


def _batches(unit: Unit, limits: Limits) -> Iterator[Batch]:
    """All batches of a unit, of one child after the other: each goes on behind what the one before has sent."""
    after, skipped = _NOWHERE, frozenset[int]()
    while True:
        last = False
        with tempfile.NamedTemporaryFile() as place:
            place.write(PLACE.pack(_NOWHERE))
            place.flush()
            job = Job(unit, after, skipped, place.name, limits.seconds, limits.memory)
            with _child(job) as child:
                assert child.stdout is not None  # noqa: S101 - it was asked for
                for batch in receive(child.stdout):  # type: ignore[arg-type]
                    after, last = batch.at, batch.last
                    yield batch
            at = _place(Path(place.name))
        if last:
            return
        if child.returncode == LOST:
            raise UnreadableError("cannot be got at now", about=unit.url, retry=True)
        if not child.returncode:  # it has made room for another
            continue
        reason = _reason(child.returncode, limits)
        yield Batch(steps={"failed": 1}, failures=[Failure(at, f"{unit.url}:{at}", reason)])
        if at == _NOWHERE or at in skipped:  # it cannot even be got at
            return
        skipped |= {at}


def _child(job: Job) -> "subprocess.Popen[bytes]":
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "purport.pipeline.archive.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None  # noqa: S101 - it was asked for
    child.stdin.write(msgspec.json.encode(job))
    child.stdin.close()
    child.stdin = None
    return child


def _place(path: Path) -> int:
    with path.open("rb") as file, mmap.mmap(file.fileno(), PLACE.size, access=mmap.ACCESS_READ) as place:
        found: int = PLACE.unpack_from(place)[0]
    return found


def _reason(code: int, limits: Limits) -> str:
    if code == -signal.SIGALRM:
        return f"took longer than the {limits.seconds:g} seconds that one record may"
    if code == -signal.SIGKILL:
        return "ended its reader, most likely for want of memory"
    return f"ended its reader ({signal.Signals(-code).name})" if code < 0 else f"ended its reader (exit status {code})"
