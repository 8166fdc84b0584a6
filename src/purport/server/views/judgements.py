"""What people have decided, as a list tells it."""

from collections.abc import Collection, Iterable
from typing import Any

from msgspec import Struct

from purport.incidents import undone
from purport.ledger import Numbered
from purport.model.incident import Judgement, Verdict

__all__ = ["JudgementRow", "judgement_rows", "touching"]


class JudgementRow(Struct, frozen=True, kw_only=True):
    """A judgement with its number, and whether somebody has withdrawn it since."""

    number: int
    id: str
    verdict: Verdict
    claims: tuple[str, ...]
    value: Any
    author: str
    reason: str
    at: str
    undone: bool


def judgement_rows(listed: Collection[Numbered]) -> list[JudgementRow]:
    """All that people have decided."""
    withdrawn = undone(one.judgement for one in listed)
    return [_row(one.number, one.judgement, withdrawn) for one in listed]


def _row(number: int, judgement: Judgement, withdrawn: Collection[str]) -> JudgementRow:
    return JudgementRow(
        number=number,
        id=judgement.id,
        verdict=judgement.verdict,
        claims=judgement.claims,
        value=judgement.value,
        author=judgement.author,
        reason=judgement.reason,
        at=judgement.at,
        undone=judgement.id in withdrawn,
    )


def touching(rows: Iterable[JudgementRow], claims: Collection[str]) -> list[JudgementRow]:
    """Those about any of these claims, and those that withdraw, or bring back, one of them; in order of number."""
    about = set(claims)
    found: dict[str, JudgementRow] = {}
    for row in rows:
        if not about.isdisjoint(row.claims) or (row.verdict == "undo" and row.value in found):
            found[row.id] = row
    return list(found.values())
