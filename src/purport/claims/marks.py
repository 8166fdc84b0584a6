"""Everything in a text that may become part of a claim, in one sorted list."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import force_setattr

__all__ = ["Mark", "Marks"]


class Mark(Struct, frozen=True, gc=False, eq=False):
    """Words `plain[start:end]` and what they are: `type` the sort of thing, `label` which, `value` the record behind.

    `number` is "s" or "p" where the form tells one from many, else "". `head` and `sub` follow from the label.
    """

    start: int
    end: int
    type: str
    label: str
    value: Any = None
    number: str = ""

    head: str = ""
    """The label up to its colon: a trigger's kind, a weapon's class."""
    sub: str = ""
    """The label behind its colon: a trigger's sub-kind, a weapon's model; empty where there is none."""

    def __post_init__(self) -> None:
        head, colon, rest = self.label.partition(":")
        force_setattr(self, "head", head)
        if colon:
            force_setattr(self, "sub", rest)


class Marks:
    """Marks in order of start, with look-ups by stretch and type."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.all = sorted(marks, key=_order)
        self._starts = [m.start for m in self.all]
        self._by_type: _Sorted = {}
        self._cues: _Sorted = {}
        for mark in self.all:
            _enter(self._by_type, mark.type, mark)
            if mark.type == "cue":
                _enter(self._cues, mark.label, mark)

    def dated(self, start: int, end: int) -> list[Mark]:
        """The words of time in a stretch that something anchors, so that they have a span."""
        return [mark for mark in self.within(start, end, "time") if mark.value is not None]

    def within(self, start: int, end: int, *types: str) -> list[Mark]:
        """Marks that start in `[start, end)`, of any of the types (of all, where none is named)."""
        if len(types) == 1:  # as nearly always; it is asked a hundred times of a post
            known = self._by_type.get(types[0])
            return known[1][bisect_left(known[0], start) : bisect_left(known[0], end)] if known else []
        if types:
            return _within(self._by_type, start, end, types)
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def cues(self, start: int, end: int, *labels: str) -> list[Mark]:
        """Cue words with one of the labels in a stretch; of most labels a text has none."""
        return [] if self._cues.keys().isdisjoint(labels) else _within(self._cues, start, end, labels)


# Marks by what is asked for, in order of their starts, which stand beside them.
_Sorted = dict[str, tuple[list[int], list[Mark]]]


def _order(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.type, mark.label


def _enter(known: _Sorted, key: str, mark: Mark) -> None:
    starts, marks = known.setdefault(key, ([], []))
    starts.append(mark.start)
    marks.append(mark)


def _within(known: _Sorted, start: int, end: int, keys: tuple[str, ...]) -> list[Mark]:
    """The marks under some keys that start in a stretch; of most keys a text has few or none."""
    found: list[Mark] = []
    runs = 0
    for key in keys:
        if key in known:
            starts, marks = known[key]
            first = bisect_left(starts, start)
            if first < len(starts) and starts[first] < end:
                found += marks[first : bisect_left(starts, end, first)]
                runs += 1
    return sorted(found, key=_order) if runs > 1 else found
