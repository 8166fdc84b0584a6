"""What an export wrote and what its form could not carry."""

from collections import Counter

__all__ = ["Account"]


class Account:
    """`claims` and `documents` written; `losses`: how often each kind of loss, named in words, came about."""

    def __init__(self) -> None:
        self.documents = 0
        self.claims = 0
        self.losses: Counter[str] = Counter()

    def lose(self, what: str, times: int = 1) -> None:
        """Note that something could not be carried."""
        if times:
            self.losses[what] += times

    def lines(self) -> list[str]:
        """The losses in words, the most frequent first."""
        ranked = sorted(self.losses.items(), key=lambda item: (-item[1], item[0]))
        return [f"{times} × {what}" for what, times in ranked]
