"""JSON Lines of the interchange format: carries all."""

from collections.abc import Iterable
from typing import BinaryIO

from purport.exports.account import Account
from purport.exports.safe import escape_json
from purport.model.codec import encode_claim, encode_empty
from purport.model.reading import Reading

__all__ = ["write_jsonl"]


def write_jsonl(readings: Iterable[Reading], out: BinaryIO) -> Account:
    """A line for each claim, and one for each document that holds none."""
    account = Account()
    for reading in readings:
        lines = [encode_claim(claim) for claim in reading.claims] or [encode_empty(reading.document)]
        out.write(b"".join(escape_json(line) + b"\n" for line in lines))
        account.documents += 1
        account.claims += len(reading.claims)
    return account
