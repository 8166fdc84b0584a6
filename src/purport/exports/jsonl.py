"""JSON Lines of the interchange format: carries all."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from purport.exports.account import Account
from purport.exports.holes import Hole, hole_line
from purport.exports.safe import escape_json
from purport.model.codec import encode_claim, encode_empty
from purport.model.reading import Reading

__all__ = ["write_jsonl"]


def write_jsonl(readings: Iterable[Reading], out: BinaryIO, holes: Sequence[Hole] = ()) -> Account:
    """A line for each claim, one for each document that holds none, and one for each hole."""
    account = Account()
    for reading in readings:
        lines = [encode_claim(claim) for claim in reading.claims] or [encode_empty(reading.document)]
        mark = f',"x_deleted":"{reading.deleted}"}}'.encode() if reading.deleted and reading.claims else b"}"
        out.write(b"".join(escape_json(line[:-1] + mark) + b"\n" for line in lines))
        account.documents += 1
        account.claims += len(reading.claims)
    out.write(b"".join(map(hole_line, holes)))
    return account
