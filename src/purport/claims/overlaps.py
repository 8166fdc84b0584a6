"""Marks that share words: which of them is meant."""

from collections.abc import Iterable

from purport.claims.marks import Mark
from purport.claims.syntax import pattern

__all__ = ["settle"]

# What lies inside what: a mark of a type on the right is dropped within the span of one of the type on the left.
_SWALLOWS: dict[str, frozenset[str]] = {
    "source": frozenset(
        {"place", "side", "weapon", "object", "trigger", "people", "role", "surname", "quantity", "body"}
    ),
    "time": frozenset({"quantity", "cue", "place", "trigger"}),
    "object": frozenset({"weapon", "side", "people"}),
    "weapon": frozenset({"quantity", "surname", "object"}),
    "role": frozenset({"weapon", "object"}),
    "place": frozenset({"source"}),
    "body": frozenset({"source", "role", "surname", "side", "trigger", "people"}),
}
_FORCES = pattern(r"<forces>")
_REACH = 40  # marks before one that are looked at for what may reach into it
# Where two types claim the very same words, or one lies inside the other, the longer wins; ties by this order.
_LONGER_WINS = (
    ("trigger", "weapon"),
    ("trigger", "object"),
    ("trigger", "people"),
    ("trigger", "place"),
    ("trigger", "role"),
)


def settle(marks: list[Mark]) -> list[Mark]:
    """The marks, sorted by start, that no other swallows: spans are short, so each is held beside its neighbours."""
    kept: list[Mark] = []
    for together in _heaps(marks):
        lone = len(together) == 1
        kept += together if lone else [mark for i, mark in enumerate(together) if not _is_beaten(together, i)]
    return kept


def _heaps(marks: list[Mark]) -> Iterable[list[Mark]]:
    """The marks that share words, directly or by others between them."""
    heap: list[Mark] = []
    end = 0
    for mark in marks:
        if heap and mark.start >= end:
            yield heap
            heap = []
        heap.append(mark)
        if mark.end > end:
            end = mark.end
    if heap:
        yield heap


def _is_beaten(marks: list[Mark], i: int) -> bool:
    """Whether the mark at `i` gives way to one that shares words with it."""
    mark = marks[i]
    for other in marks[max(0, i - _REACH + 1) : i]:
        if other.end > mark.start and _beats(other, mark):
            return True
    for other in marks[i + 1 :]:
        if other.start >= mark.end:
            break
        if _beats(other, mark):
            return True
    return False


def _is_called_port(place: Mark, mark: Mark) -> bool:
    """Whether a town only has "port" in its name: Port Sudan is none, the port of Kavkaz is one."""
    if place.type != "place" or mark.label != "port" or place.value.place.precision != "settlement":
        return False
    return place.start == mark.start and mark.end < place.end


def _beats(other: Mark, mark: Mark) -> bool:
    length, others = mark.end - mark.start, other.end - other.start
    if _is_called_port(other, mark):
        return True
    if mark.type in _SWALLOWS.get(other.type, ()) and other.start <= mark.start and mark.end <= other.end:
        if mark.type == "side" and (_FORCES.search(other.label) or other.label == mark.label):
            return False  # "the Russian military struck": who speaks for a side can also act for it
        if other.type == "object" and mark.type == "weapon" and length == others:
            return False  # a battery by its model: each would hide the other
        return mark.type not in {"place", "side", "source"} or length != others  # a state is all of them
    if (other.type, mark.type) in _LONGER_WINS or (mark.type, other.type) in _LONGER_WINS:
        return others > length
    if other.type == "weapon" and other.sub and mark.type == "place" and length == others:
        return True  # towns are called as models are: "a Pantsir system"
    return (
        other.type == mark.type and mark.type in {"surname", "source"} and others > length
    )  # "the US" in "the US Navy"
