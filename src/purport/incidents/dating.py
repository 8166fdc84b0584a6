"""Documents without a date, dated by what they tell: figures that dated claims of others tell of one night."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import log2

from msgspec import Struct

from purport.incidents.facts import OBJECTS, Facts
from purport.incidents.weapons import can_be_one
from purport.incidents.windows import DAY, Window, date_text, night_of
from purport.model.incident import Dating, When

__all__ = ["Dated", "date_by_evidence", "figure_keys", "with_dates"]

_ENOUGH = 3.5  # the weight of matches that dates a document: one figure of eleven, or several small ones
_AHEAD = 1.5  # how many times as much weight the best night has as any other
_THING, _TOWN = 1.5, 0.7  # the weight of one kind of thing, and of one kind of event, at one place
_NEAR = DAY  # what else such a document tells happened within a day of it

_Key = tuple[str, str, int]


class Dated(Struct, frozen=True):
    """A document's dating, and the window that it gives: `window` itself to claims of the kinds and sides in `like`."""

    dating: Dating
    window: Window
    like: tuple[tuple[str, str | None], ...]

    @property
    def widest(self) -> Window:
        """All that the document's claims can be put at."""
        return _near(self.window)

    def of(self, facts: Facts) -> Facts:
        """One of the document's claims with the time that evidence gives it."""
        if facts.window is not None:
            return facts
        is_like = (facts.claim.kind, facts.attacker) in self.like
        return replace(facts, window=self.window if is_like else self.widest, dated=True)


def date_by_evidence(facts: Iterable[Facts]) -> dict[str, Dated]:
    """What evidence tells of documents without a date, by document."""
    listed = list(facts)
    undated: dict[str, list[Facts]] = defaultdict(list)
    for one in listed:
        if one.window is None:
            undated[one.claim.document].append(one)
    if not undated:
        return {}
    known = _known(listed, {key for told in undated.values() for one in told for key in figure_keys(one)})
    found = {document: _dating(document, told, known) for document, told in undated.items()}
    return {document: dated for document, dated in found.items() if dated}


def with_dates(facts: Iterable[Facts], dated: Mapping[str, Dated]) -> list[Facts]:
    """The facts, those of documents that evidence dates with its time."""
    return [dated[one.claim.document].of(one) if one.claim.document in dated else one for one in facts]


def figure_keys(facts: Facts) -> Iterable[_Key]:
    """By what a claim is matched with those of others: its kind, each of its places, and its figure."""
    mark = facts.mark
    if mark is not None:
        for node in facts.nodes:
            yield facts.claim.kind, node.key, mark


def _known(facts: list[Facts], wanted: set[_Key]) -> dict[_Key, list[Facts]]:
    """Claims that tell their night or hours, by what they say."""
    known: dict[_Key, list[Facts]] = defaultdict(list)
    for one in facts:
        if one.window and one.window.rank <= 2:
            for key in figure_keys(one):
                if key in wanted:
                    known[key].append(one)
    return known


def _dating(document: str, told: list[Facts], known: dict[_Key, list[Facts]]) -> Dated | None:
    weight: dict[int, float] = defaultdict(float)
    firmest: dict[int, Window] = {}
    by: dict[int, set[str]] = defaultdict(set)
    for one in told:
        for night, match in _matches(one, known).items():
            weight[night] += _weight(one.mark or 0)
            by[night] |= {one.claim.id, match.claim.id}
            window = match.window
            if window and (night not in firmest or window.rank == 1):
                firmest[night] = window
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]):
        return None
    night, best = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    confidence = round(best / (best + second + 1), 2)
    window = firmest[night]
    like = {(one.claim.kind, one.attacker) for one in told if one.claim.id in by[night]}
    return Dated(
        Dating(document, _when(window), confidence, tuple(sorted(by[night]))), window, tuple(sorted(like, key=repr))
    )


def _matches(facts: Facts, known: dict[_Key, list[Facts]]) -> dict[int, Facts]:
    """For each night the first dated claim that says the same of the same side."""
    found: dict[int, Facts] = {}
    for key in figure_keys(facts):
        for other in known.get(key, ()):
            if other.window and _are_alike(facts, other):
                found.setdefault(night_of(other.window), other)
    return found


def _are_alike(facts: Facts, other: Facts) -> bool:
    sides = {facts.attacker, other.attacker} - {None}
    return len(sides) <= 1 and can_be_one(facts.arms, other.arms)


def _weight(mark: int) -> float:
    """How much two claims of one mark tell: numbers the more the larger they are."""
    return _THING if mark >= OBJECTS else max(_TOWN, log2(1 + mark))


def _near(window: Window) -> Window:
    start, end = window.start - _NEAR, window.end + _NEAR
    return Window(start, end, start, end, 4)


def _when(window: Window) -> When:
    return When(date_text(window.start), date_text(window.end), "evidence")
