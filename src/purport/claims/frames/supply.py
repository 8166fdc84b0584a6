"""What people are supplied with, and lose or get back: power, water, heat and gas."""

from purport.claims.syntax import pattern
from purport.model import ObjectType

__all__ = ["also_lost", "supplies"]

_WORDS: dict[ObjectType, str] = {
    "power_supply": r"<power>",
    "water_supply": r"<water>",
    "heat_supply": r"<heat>",
    "gas_infrastructure": r"<gas>",
}
_NAMED = {label: pattern(rf"\b{words}\b") for label, words in _WORDS.items()}
_JOINED = pattern(r"(?:(?:,| <and>|, <and>) (?:<power>|<water>|<heat>|<gas>)\b)+")


def supplies(words: str) -> list[ObjectType]:
    """The supplies that words name."""
    return [label for label, named in _NAMED.items() if named.search(words)]


def also_lost(words: str) -> list[ObjectType]:
    """The supplies that the words behind a verb join to the one that it names: "without power and water"."""
    joined = _JOINED.match(words)
    return supplies(joined[0]) if joined else []
