"""How many: an interval of whole numbers that somebody stated."""

from msgspec import Struct

__all__ = ["Quantity"]


class Quantity(Struct, frozen=True, gc=False, omit_defaults=True):
    """A closed interval of counts; an end that was not stated is None. Zero was stated; what is unknown is no Quantity.

    Exact: `min == max`. "More than 40": `min=41`. "At least 10": `min=10`. "Up to 30": `max=30`. "About 20": both 20
    and `approx`.
    """

    min: int | None
    max: int | None
    approx: bool = False

    def __post_init__(self) -> None:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"a quantity's min {self.min} is above its max {self.max}")
        if (self.min is not None and self.min < 0) or (self.max is not None and self.max < 0):
            raise ValueError("a quantity is never negative")

    @classmethod
    def exact(cls, n: int) -> "Quantity":
        """The quantity of exactly `n`."""
        return cls(n, n)

    @classmethod
    def at_least(cls, n: int) -> "Quantity":
        """`n` or more."""
        return cls(n, None)

    @classmethod
    def at_most(cls, n: int) -> "Quantity":
        """`n` or fewer."""
        return cls(None, n)

    @classmethod
    def about(cls, n: int) -> "Quantity":
        """Roughly `n`."""
        return cls(n, n, approx=True)

    @property
    def is_exact(self) -> bool:
        """Whether one number is stated as such."""
        return self.min is not None and self.min == self.max and not self.approx

    def admits(self, n: int) -> bool:
        """Whether the count `n` lies within the bounds."""
        return (self.min is None or n >= self.min) and (self.max is None or n <= self.max)

    def __str__(self) -> str:
        if self.min is None and self.max is None:
            return "?"
        if self.min == self.max:
            return f"~{self.min}" if self.approx else str(self.min)
        if self.max is None:
            return f"≥{self.min}"
        if self.min is None:
            return f"≤{self.max}"
        return f"{self.min}-{self.max}"
