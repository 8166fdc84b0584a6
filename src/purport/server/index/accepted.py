"""What people have checked, and nobody has touched since."""

import numpy as np

from purport.incidents import undone
from purport.ledger import Numbered
from purport.server.index.codes import Array, keys_of
from purport.server.index.view import View

__all__ = ["accepted_of"]


def accepted_of(view: View, judgements: list[Numbered], number: int) -> Array:
    """Which incidents have been accepted with all their claims, by judgements up to a number.

    What is decided of a claim later, other than a note, and a claim that joins later, ask for another look.
    """
    found: Array | None = view.kept.get(("accepted", number))
    if found is None:
        found = _accepted(view, _checked(judgements))
        view.kept.put(("accepted", number), found)
    return found


def _checked(judgements: list[Numbered]) -> list[str]:
    """The claims of which the last that was decided is that they are right."""
    withdrawn = undone(one.judgement for one in judgements)
    last: dict[str, bool] = {}
    for one in judgements:
        judgement = one.judgement
        if judgement.verdict not in {"note", "undo"} and judgement.id not in withdrawn:
            last.update(dict.fromkeys(judgement.claims, judgement.verdict == "accepted"))
    return [claim for claim, is_right in last.items() if is_right]


def _accepted(view: View, claims: list[str]) -> Array:
    if not claims:
        return np.zeros(len(view), np.bool_)
    held = np.bincount(view.claims.row, minlength=len(view))
    right = np.isin(view.claims.claim, view.claim_codes(keys_of(claims)))
    found: Array = (held > 0) & (np.bincount(view.claims.row[right], minlength=len(view)) == held)
    return found
