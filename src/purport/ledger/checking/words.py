"""The index of words: each claim is found by all of its words, and by no others."""

from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing

from sqlalchemy import Connection, func, select

from purport.errors import MalformedError
from purport.ledger.checking.problem import Problem
from purport.ledger.checking.stream import Beside, streamed
from purport.ledger.schema import claim_texts, claims
from purport.ledger.search import words_of
from purport.model.codec import decode_claim

__all__ = ["numbers_problems", "words_problems"]

_BITS = (1 << 64) - 1


def numbers_problems(connection: Connection) -> Iterator[Problem]:
    """Claims that have no number in the index, or several."""
    texts = claim_texts.c
    told = select(texts.extraction, func.count(), func.count(texts.claim.distinct())).group_by(texts.extraction)
    numbered = Beside(streamed(connection, told.order_by(texts.extraction)), 1)
    held = select(claims.c.extraction, func.count()).group_by(claims.c.extraction).order_by(claims.c.extraction)
    with closing(numbered):
        for extraction, number in streamed(connection, held):
            _, rows, different = next(iter(numbered.of((extraction,))), (extraction, 0, 0))
            if different < number:
                reason = f"{number - different} claims of this extraction can be found by no word"
                yield Problem("claim_texts", str(extraction), reason)
            if rows > different:
                yield Problem("claim_texts", str(extraction), f"{rows - different} claims of it have two numbers")


def words_problems(connection: Connection, kept: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Numbers that have other words in the index (`kept`) than their claims have, or are out of order."""
    last = connection.execute(select(func.max(claim_texts.c.id))).scalar_one() or 0
    sums = array("Q", bytes(8 * (last + 1)))  # of all words of a number: their order plays no part
    for number, word in kept:
        if number <= last:
            sums[number] = (sums[number] + hash(word)) & _BITS
        else:
            yield Problem("claim_words", str(number), "it is the number of no claim")
    of_text = (claim_texts.c.extraction == claims.c.extraction) & (claim_texts.c.claim == claims.c.id)
    asked = select(claim_texts.c.id, claim_texts.c.extraction, claims.c.record).join(claims, of_text)
    before = 0
    for row in streamed(connection, asked.order_by(claim_texts.c.id)):
        if row.extraction < before:
            yield Problem("claim_texts", str(row.id), "its claim was found before that of a lesser number")
        before = max(before, row.extraction)
        if sums[row.id] != _sum(row.record):
            yield Problem("claim_words", str(row.id), "the words in the index are not those of the claim")


def _sum(record: str) -> int:
    try:
        words = words_of(decode_claim(record)).split()
    except MalformedError:
        return 0
    return sum(map(hash, words)) & _BITS
