"""Claims by their words: each word that is asked for begins some word of the claim.

Words are cut and folded here, not by the database: `claim_words` only ever sees them between single blanks, whatever
anybody types.
"""

import re
from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, cast, func, insert, literal_column, select
from sqlalchemy.dialects.postgresql import TSQUERY

from purport.ledger.either import Either
from purport.ledger.schema import claim_texts, claim_words
from purport.model import Claim

__all__ = ["MOST", "keep", "matching", "words_in", "words_of"]

MOST = 5_000
"""Claims that a search finds: the newest."""
_LONGEST = 40
"""Code points of a word; what stands behind them is not looked at."""
_WORD = re.compile(r"[^\W_]+")
_ALIKE = str.maketrans({"ё": "е"} | dict.fromkeys("'`´ʼ\u2018\u2019"))  # п'ять is one word, however it is written


def words_in(text: str) -> list[str]:
    """The words of a text as they are compared, each once."""
    folded = normalize("NFKC", text).casefold().translate(_ALIKE)
    return list(dict.fromkeys(word[:_LONGEST] for word in _WORD.findall(folded)))


def words_of(claim: Claim) -> str:
    """All words by which a claim is found: its own, and those of the names in it."""
    places = [name for place in claim.places for name in (place.name, place.settlement) if name]
    return " ".join(words_in(" ".join([claim.quote, *places, *claim.sources, claim.publisher])))


def keep(connection: Connection, told: Sequence[tuple[int, Claim]]) -> None:
    """Make claims, each with its extraction, findable."""
    if not told:
        return
    last = connection.execute(select(func.max(claim_texts.c.id))).scalar_one() or 0
    rows = list(enumerate(told, last + 1))
    kept = [{"id": number, "extraction": extraction, "claim": claim.id} for number, (extraction, claim) in rows]
    connection.execute(insert(claim_texts), kept)
    connection.execute(insert(claim_words), [{"rowid": number, "words": words_of(one)} for number, (_, one) in rows])


def matching(words: Sequence[str], extraction: int | ScalarSelect[Any] | None = None) -> Select[Any]:
    """The numbers of the newest claims that hold all words, one more than `MOST` where there are more.

    `extraction`: of those found up to this one.
    """
    held = [word for word in words if not any(other != word and other.startswith(word) for other in words)]
    number = claim_words.c.rowid
    asked = select(number).where(_begin(held))
    if extraction is not None:
        texts = claim_texts.c
        last = select(texts.id).where(texts.extraction <= extraction).order_by(texts.id.desc()).limit(1)
        asked = asked.where(number <= last.scalar_subquery())
    return asked.order_by(number.desc()).limit(MOST + 1)


def _begin(words: Sequence[str]) -> ColumnElement[bool]:
    """Whether each of these begins one of the words; of letters and digits alone, none of them means anything else."""
    sqlite = literal_column("claim_words").op("MATCH")(" ".join(f'"{word}"*' for word in words))
    postgres = claim_words.c.words.op("@@")(cast(" & ".join(f"'{word}':*" for word in words), TSQUERY))
    return Either(sqlite, postgres)
