"""Libraries that a hostile file could make take all memory or all time are run on it in a process of their own."""

import contextlib
import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from purport.errors import InputError, MalformedError, TooLargeError, UnreadableError
from purport.sources.limits import MAX_CONFINED_MEMORY, MAX_CONFINED_OUTPUT, MAX_CONFINED_SECONDS

__all__ = ["confined"]

_ERRORS: dict[str, type[InputError]] = {
    kind.__name__: kind for kind in (UnreadableError, MalformedError, TooLargeError)
}


def confined(task: str, data: bytes, about: str, cure: str) -> Iterator[Any]:
    """What `read(data)` of the module `task` gives, each thing as JSON has it, from a process with limits.

    Raises the InputError that it raises, and MalformedError, with the `cure`, where it does not end well.
    """
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as told:
        given.write(data)
        given.seek(0)
        status = _run(task, given, told, about, cure)
        told.seek(0)
        ended = False
        for line in told:
            ended, value = _value(line, about, cure)
            if not ended:
                yield value
    if not ended:
        raise MalformedError(f"what reads it came to no end ({status})", about=about, cure=cure)


def _run(task: str, given: BinaryIO, told: BinaryIO, about: str, cure: str) -> int:
    # -P: no module is taken from the folder in which somebody reads what they were sent.
    command = [sys.executable, "-P", "-m", "purport.sources.confined", task]
    try:
        ended = subprocess.run(
            command, stdin=given, stdout=told, stderr=subprocess.DEVNULL, timeout=MAX_CONFINED_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        reason = f"reading it takes longer than {MAX_CONFINED_SECONDS} seconds"
        raise TooLargeError(reason, about=about, cure=cure) from None
    return ended.returncode


def _value(line: bytes, about: str, cure: str) -> tuple[bool, Any]:
    """Whether a line says that all has been told, and else what it tells; a last line that is cut off is left out."""
    try:
        found = msgspec.json.decode(line)
    except msgspec.DecodeError:
        return False, None
    if "error" in found:
        kind = _ERRORS.get(found["error"], MalformedError)
        raise kind(found["reason"], about=about, cure=found["cure"] or cure)
    return "end" in found, found.get("value")


def _confine() -> None:
    """Limits that the system holds this process to, where it knows any."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for limit, most in (
        (resource.RLIMIT_AS, MAX_CONFINED_MEMORY),
        (resource.RLIMIT_CPU, MAX_CONFINED_SECONDS),
        (resource.RLIMIT_FSIZE, MAX_CONFINED_OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower limit holds already
            resource.setrlimit(limit, (most, most))


def main(task: str) -> None:
    """Read standard input as a module has it, and write what it gives to standard output."""
    _confine()
    os.environ.pop("RUST_BACKTRACE", None)
    out, encode = sys.stdout.buffer, msgspec.json.encode
    try:
        for value in importlib.import_module(task).read(sys.stdin.buffer.read()):
            out.write(encode({"value": value}) + b"\n")
        last: dict[str, Any] = {"end": True}
    except InputError as error:
        last = {"error": type(error).__name__, "reason": error.reason, "cure": error.cure}
    except (MemoryError, RecursionError) as error:
        last = {"error": "TooLargeError", "reason": f"reading it takes too much ({type(error).__name__})", "cure": ""}
    except Exception as error:  # libraries that meet such a file for the first time fail in ways of their own
        last = {"error": "MalformedError", "reason": f"{type(error).__name__}: {error}"[:300], "cure": ""}
    out.write(encode(last) + b"\n")
    out.flush()


if __name__ == "__main__":
    main(sys.argv[1])
