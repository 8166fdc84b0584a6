"""The moments at which the book changed, for a slider that goes back in time."""

import numpy as np
from msgspec import Struct

from purport.server.index.view import View

__all__ = ["Moment", "Moments", "moments"]

_MOST = 500


class Moment(Struct, frozen=True):
    """When the book was linked, how many documents it held then, and what the occasion was."""

    at: str
    documents: int
    cause: str


class Moments(Struct, frozen=True):
    """The oldest first; of very many only some, the first and the last among them."""

    items: list[Moment]


def moments(view: View) -> Moments:
    """The moments up to the one that is looked at."""
    number = len(view.linkings)
    shown = np.unique(np.linspace(0, number - 1, min(number, _MOST)).round().astype(int)).tolist()
    linkings = [view.linkings[at] for at in shown]
    known = np.searchsorted(view.publications.number, [row.version for row in linkings], "right").tolist()
    return Moments([Moment(row.at, count, row.cause) for row, count in zip(linkings, known, strict=True)])
