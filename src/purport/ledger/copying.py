"""A ledger into another database, row by row: each keeps its number, so that both answer the same."""

import hashlib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, exists, insert, select

from purport.errors import LedgerError
from purport.ledger.backends import BACKENDS
from purport.ledger.schema import claim_texts, claim_words, claims, metadata
from purport.ledger.search import words_of
from purport.ledger.streaming import streamed
from purport.model.codec import decode_claim

__all__ = ["copy"]

_CHUNK = 2_000

Tell = Callable[[str], None]


def copy(source: Connection, target: Connection, about: str, tell: Tell) -> dict[str, int]:
    """Put all rows of one state of a ledger into an empty one, and read them back; how many each table has.

    Raises LedgerError where the target, which is `about`, holds anything, or gives back other rows than it was given.
    """
    copied: dict[str, int] = {}
    _check_empty(target, about)
    for table in metadata.sorted_tables:
        given = _Told(f"copying {table.name}", tell)
        rows = _rows(source, table)
        while chunk := list(islice(rows, _CHUNK)):
            target.execute(insert(table), [row._asdict() for row in chunk])
            given.hear(chunk)
        back = _Told(f"reading {table.name} back", tell)
        back.hear(_rows(target, table))
        if back.digest != given.digest:
            raise LedgerError(
                f"{table.name} was copied, and is not the same there", about=about, cure="nothing was kept: report this"
            )
        copied[table.name] = given.number
    _find_words(source, target, _Told("making words findable", tell))
    BACKENDS[target.dialect.name].renumber(target, metadata.sorted_tables)
    return copied


class _Told:
    """How many rows there have been, which is told, and a hash of them."""

    def __init__(self, what: str, tell: Tell) -> None:
        self._what = what
        self._tell = tell
        self._hash = hashlib.blake2b()
        self.number = 0

    def hear(self, rows: Any) -> None:
        for row in rows:
            self._hash.update(msgspec.json.encode(tuple(row)))
            self.number += 1
            if self.number % _CHUNK == 0:
                self._tell(f"{self._what}: {self.number:,}")

    @property
    def digest(self) -> bytes:
        return self._hash.digest()


def _check_empty(target: Connection, about: str) -> None:
    for table in metadata.sorted_tables:
        if target.execute(select(exists(select(1).select_from(table)))).scalar_one():
            raise LedgerError(
                "there is a ledger with something in it", about=about, cure="name a place where there is none yet"
            )


def _rows(connection: Connection, table: Table) -> Iterator[Any]:
    asked = select(table).order_by(*table.primary_key.columns)
    return streamed(connection, asked, _CHUNK)


def _find_words(source: Connection, target: Connection, told: _Told) -> None:
    """The index holds no texts that could be copied: it is made anew from the claims."""
    texts = claim_texts.c
    of_text = (texts.extraction == claims.c.extraction) & (texts.claim == claims.c.id)
    asked = select(texts.id, claims.c.record).join(claims, of_text).order_by(texts.id)
    rows = streamed(source, asked, _CHUNK)
    while chunk := list(islice(rows, _CHUNK)):
        made = [{"rowid": row.id, "words": words_of(decode_claim(row.record))} for row in chunk]
        target.execute(insert(claim_words), made)
        told.hear(chunk)
