"""What a worker tells the child that reads for it, and what comes back: batches, each a length and MessagePack."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

import msgspec
from msgspec import Struct, field

from purport.pipeline.archive.units import Unit

__all__ = ["LOST", "PLACE", "Batch", "Failure", "Job", "Read", "receive", "send"]

PLACE = struct.Struct("<q")
"""How the place of a record is noted."""
LOST = 75
"""The exit status of a child whose file cannot be got at any more: the system's own for what is worth a retry."""
_LENGTH = struct.Struct("<I")


class Job(Struct, frozen=True):
    """The records of a unit behind the one at `after`; those in `skipped` are left out, for they end their reader.

    `place` is the file to note places in; `seconds` and `memory` (bytes) are what one record may take.
    """

    unit: Unit
    after: int
    skipped: frozenset[int]
    place: str
    seconds: float
    memory: int


class Read(Struct, frozen=True):
    """A document with its claims, in the interchange form."""

    key: str
    published: str | None
    document: bytes
    claims: tuple[bytes, ...]


class Failure(Struct, frozen=True):
    """A record that could not be read, and why."""

    at: int
    about: str
    reason: str


class Batch(Struct):
    """What has come of the records up to the one at `at`; `steps` counts each by what became of it."""

    at: int = -1
    steps: dict[str, int] = field(default_factory=dict)
    documents: list[Read] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    last: bool = False

    def count(self, step: str) -> None:
        """One record more of which this became."""
        self.steps[step] = self.steps.get(step, 0) + 1

    def fail(self, failure: Failure) -> None:
        """One record more that could not be read."""
        self.count("failed")
        self.failures.append(failure)


def receive(stream: BinaryIO) -> Iterator[Batch]:
    """The batches that a child sends, until it ends, or is ended in the middle of one."""
    decoder = msgspec.msgpack.Decoder(Batch)
    while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        body = stream.read(length)
        if len(body) < length:
            return
        yield decoder.decode(body)


def send(batch: Batch, stream: BinaryIO) -> None:
    """Send a batch at once."""
    body = msgspec.msgpack.encode(batch)
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()
