"""The process that reads one unit. What one record does to it, be it to hang or to eat all memory, ends it alone.

It is started as `python -m purport.pipeline.archive.child`, takes a job on standard input and answers with batches.
Before each record it notes where it is, in a file that its parent can read after its death, and sets the alarm that
will end it: the system's own, which nothing that a library does can put off.
"""

import mmap
import os
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from purport.errors import InputError
from purport.model.codec import encode_claim, encode_document
from purport.pipeline.archive.batches import LOST, PLACE, Batch, Failure, Job, Read, send
from purport.pipeline.archive.reading import Reader
from purport.pipeline.archive.records import Item, items
from purport.pipeline.archive.units import LostError
from purport.pipeline.stream import reason_of

_DATA = 5  # the number of the column of Linux's account of a process's memory that tells of its data
_RECORDS, _BYTES = 512, 1 << 20
"""A batch ends with whichever comes first."""


def main() -> None:
    """Do the one job."""
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not get among the batches
    resource.setrlimit(resource.RLIMIT_DATA, (job.memory, job.memory))
    try:
        for batch in _batches(job):
            send(batch, out)
    except LostError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(LOST)


def _batches(job: Job) -> Iterator[Batch]:
    read = Reader()
    batch = Batch(at=job.after)
    size = 0
    try:
        for item in _watched(job):
            size += _take(batch, item, read, job)
            if sum(batch.steps.values()) >= _RECORDS or size >= _BYTES or batch.failures:
                signal.setitimer(signal.ITIMER_REAL, 0)  # what the parent does with it is no fault of a record
                yield batch
                if batch.failures and _is_bloated(job.memory):
                    return  # it is not last: another child goes on, in memory of its own
                batch, size = Batch(at=batch.at), 0
    except InputError as error:  # of the whole file, or of all that is left of it
        batch.fail(Failure(batch.at, error.about, reason_of(error)))
    batch.last = True
    yield batch


def _is_bloated(memory: int) -> bool:
    """Whether so much of the memory is taken that the next record would fail for the one before it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[_DATA])
    return pages * resource.getpagesize() > memory // 2


def _watched(job: Job) -> Iterator[Item]:
    """The records, with the alarm set anew before each; getting at it counts to the time of the one before."""
    with Path(job.place).open("r+b") as file, mmap.mmap(file.fileno(), PLACE.size) as place:
        signal.setitimer(signal.ITIMER_REAL, job.seconds)
        for item in items(job.unit, job.after):
            PLACE.pack_into(place, 0, item.at)
            signal.setitimer(signal.ITIMER_REAL, job.seconds)
            yield item
        signal.setitimer(signal.ITIMER_REAL, 0)


def _take(batch: Batch, item: Item, read: Reader, job: Job) -> int:
    """Add what comes of a record to the batch; its size in bytes."""
    batch.at = item.at
    if item.at in job.skipped:
        return 0  # the parent has told of it
    try:
        step, found = read(item)
        made = [
            Read(document.key, document.published, encode_document(document), tuple(map(encode_claim, claims)))
            for document, claims in found
        ]
    except Exception as error:  # a slip of a reader's in one record must not lose the others
        batch.fail(Failure(item.at, item.about, _reason(error)))
        return 0
    batch.count(step)
    batch.documents += made
    return sum(len(one.document) + sum(map(len, one.claims)) for one in made)


def _reason(error: Exception) -> str:
    return "takes more memory than one record may" if isinstance(error, MemoryError) else reason_of(error)


if __name__ == "__main__":
    main()
