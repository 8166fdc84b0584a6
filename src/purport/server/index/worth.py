"""What a person's look at an incident is worth, and why: what contradicts itself first, then what is told worst."""

import numpy as np

from purport.server.index.codes import Array
from purport.server.index.columns import STANCES
from purport.server.index.view import View

__all__ = ["WHY", "reasons_of", "worth_of"]

WHY = (
    ("contradiction", 60),
    ("unverified", 20),
    ("single origin", 10),
    ("dated by evidence", 15),
    ("undated", 10),
    ("no place", 10),
    ("ambiguous place", 15),
)
"""Each reason with its weight. A contradiction outweighs all doubts together that one incident mostly has; numbers,
of weapons or of people, add up to 30 more: a doubtful thousand matters more than a doubtful one."""

_ASSERTED = STANCES.index("asserted")


def _reasons(view: View) -> tuple[Array, ...]:
    """For each reason whether it holds, in the order of `WHY`."""
    columns = view.columns
    return (
        columns.contradictions > 0,
        columns.stance != _ASSERTED,
        columns.origins < 2,
        columns.evidence,
        columns.starts == columns.starts.dtype.type(-(1 << 31)),
        columns.place == 0,
        view.ambiguous,
    )


def worth_of(view: View) -> Array:
    """The worth of each incident, in hundredths."""
    found: Array | None = view.derived.get("worth")
    if found is None:
        found = _worth(view)
        view.derived.put("worth", found)
    return found


def _worth(view: View) -> Array:
    doubts = sum(100 * weight * held for (_, weight), held in zip(WHY, _reasons(view), strict=True))
    size = np.log2(1 + np.maximum(view.columns.figure, 0).astype(np.float64)) * 300
    found: Array = (doubts + np.minimum(size, 3_000)).astype(np.int64)
    return found


def reasons_of(view: View, at: int) -> list[str]:
    """Why a row is worth a look."""
    found = [name for (name, _), held in zip(WHY, _reasons(view), strict=True) if held[at]]
    return [*found, "high count"] if view.columns.figure[at] >= _HIGH else found


_HIGH = 50
"""A figure from which on it is told as high."""
