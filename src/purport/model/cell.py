"""Where a claim is compared with others, as a record that the ledger can look up."""

from msgspec import Struct

__all__ = ["Cell"]


class Cell(Struct, frozen=True):
    """One place and one span of days in which a claim is compared with others of its kind.

    `area`: all that is ever compared lies in one ("" where nothing tells it). `place`: the place's key in the place
    tree. `figure`: the one number that is stated of it, where a place is named. `first` and `last`: days counted from
    1970-01-01; None where nothing tells the time.
    """

    kind: str
    area: str
    place: str
    figure: int | None
    first: int | None
    last: int | None
