"""Groups: a count, the weapons that it counts and the places that it is told of."""

import re

from msgspec import Struct, field, structs

from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.model import Quantity, View

__all__ = ["Group", "groups"]

_DIRECT = 3  # code points between a count and the weapon it counts, where nothing stands between
_FAR = 60  # code points between two weapons of one group, at most
_ELSEWHERE = pattern(r"\b<elsewhere>\b")
_OVER = pattern(r"[\s–—-]+(?:<were_downed> )*<over>\b")
_OUT_OF = pattern(r"\s<out_of>\s")
_OF_FIRST = pattern(r"[\s\"«“(*]*<out_of> (?:(?:<the>|<all_of>) )?")
_SUBSET = pattern(r"\s*<subset>", re.IGNORECASE)
_BATCHES = pattern(r"\s(?:\w+ )?<batches>\b")
_PUNCTUATED = re.compile(r"[,;:–—.]")
_PARTED = re.compile(r"[,;:–—]| - ")


class Group(Struct):
    """One counted (or uncounted) thing: `start:end` spans what belongs to it.

    `quantity` is None where the words give no number. `counted`: a number word or figure stands there, even if it says
    nothing exact ("several"). `counted_to`: where those words end. `each`: as many for every place.
    `out_of`: the number of which it is a part ("53 of 67"). `inside_parens`:
    the count stands in brackets behind its place. `distributed`: its places turned out to be those of counted parts.
    """

    start: int
    end: int
    quantity: Quantity | None = None
    counted: bool = False
    weapons: list[Mark] = field(default_factory=list)
    places: list[Mark] = field(default_factory=list)
    inside_parens: bool = False
    counted_to: int = 0
    each: bool = False
    out_of: Mark | None = None
    distributed: bool = False

    @property
    def told_to(self) -> int:
        """Where the words of its count end, and of its weapon where that stands right behind: "30 missiles of 38"."""
        return self.end if self.weapons and not self.places else self.counted_to

    @property
    def used(self) -> Quantity | None:
        """How many were sent: of "53 of 67", the 67."""
        quantity: Quantity | None = self.out_of.value if self.out_of is not None else self.quantity
        return quantity


def groups(view: View, marks: Marks, start: int, end: int) -> list[Group]:
    """The groups of a stretch, in order: each begins at a quantity or at a weapon that no quantity counts."""
    found: list[Group] = []
    waiting: list[Mark] = []  # places told before anything is counted
    told = marks.within(start, end, "quantity", "weapon", "place") + _the_rest(view, marks, start, end)
    for mark in sorted(told, key=lambda m: m.start):
        if mark.type == "quantity":
            if found and _OUT_OF.fullmatch(view.folded[found[-1].told_to : mark.start]):
                found[-1].out_of = mark
            elif not _counts_no_weapon(view, marks, mark):
                _open(view, found, mark, start, waiting)
        elif mark.type == "weapon":
            _add_weapon(view, marks, found, mark)
        elif not found:
            waiting.append(mark)
        else:
            _add_place(view, found, mark)
    if found and waiting:
        _place_first(found, waiting)
    found = _of_total(view, start, found)
    return [part for group in found for part in _dealt(group)]


def _of_total(view: View, start: int, found: list[Group]) -> list[Group]:
    """Without a whole told first, which the count behind it is a part of: "of 20 missiles, 12 were shot down"."""
    if len(found) < 2 or not _OF_FIRST.fullmatch(view.folded, start, found[0].start):
        return found
    whole, part = found[:2]
    if not (whole.counted and whole.weapons and part.counted) or whole.places or part.weapons:
        return found
    part.out_of = Mark(whole.start, whole.counted_to, "quantity", "", whole.quantity)
    part.weapons = whole.weapons
    return found[1:]


def _dealt(group: Group) -> list[Group]:
    """ "One each over A and B": a group for each place."""
    if not group.each or len(group.places) < 2:
        return [group]
    parts = [structs.replace(group, places=[place], end=place.end) for place in group.places]
    return parts[:1] + [structs.replace(p, start=p.places[0].start) for p in parts[1:]]


def _the_rest(view: View, marks: Marks, start: int, end: int) -> list[Mark]:
    """ "Others", "the rest", told with a place of their own: a count that nobody gives."""
    rest = [m for m in marks.cues(start, end, "others") if _OVER.match(view.folded, m.end)]
    return [Mark(m.start, m.end, "quantity", "", None) for m in rest]


def _open(view: View, found: list[Group], mark: Mark, start: int, waiting: list[Mark]) -> None:
    group = Group(
        mark.start,
        mark.end,
        mark.value,
        counted=True,
        counted_to=mark.end,
        each=mark.label == "each",
        inside_parens=_in_parens(view, mark, start),
    )
    if group.inside_parens:
        for earlier in [g.places for g in reversed(found)] or [waiting]:
            if earlier and view.plain[earlier[-1].end : mark.start].strip() == "(":
                group.places.append(earlier.pop())
                break
        for other in found:
            other.distributed = other.distributed or not other.inside_parens
    found.append(group)


def _add_weapon(view: View, marks: Marks, found: list[Group], mark: Mark) -> None:
    if not found or _separate(view, marks, found[-1], mark):
        found.append(Group(mark.start, mark.end))
    found[-1].weapons.append(mark)
    found[-1].end = max(found[-1].end, mark.end)


def _separate(view: View, marks: Marks, group: Group, mark: Mark) -> bool:
    """Whether a weapon starts a group of its own: another clause stands between, or a place already closed the last."""
    waits = group.counted and not group.weapons
    if waits and mark.start - group.counted_to < _DIRECT:
        return False
    between = view.plain[max(group.end, group.out_of.end if group.out_of else 0) : mark.start]
    if group.inside_parens and ")" in between:
        return True
    if group.places and not (group.counted and group.weapons):
        return True
    if waits and _ELSEWHERE.search(between.lower()):
        return True
    if waits and marks.within(group.end, mark.start, "trigger"):
        return bool(marks.within(group.end, mark.start, "object", "people"))
    return len(between) > _FAR or ";" in between


def _add_place(view: View, found: list[Group], mark: Mark) -> None:
    group = found[-1]
    if group.inside_parens and ")" in view.plain[group.end : mark.start]:
        if len(found) > 1 and not found[0].inside_parens:
            found[0].places.append(mark)
        else:
            found.insert(0, Group(mark.start, mark.end, places=[mark], distributed=True))
        return
    group.places.append(mark)
    group.end = max(group.end, mark.end)


def _place_first(found: list[Group], waiting: list[Mark]) -> None:
    """Places before the first count are its own, unless it has one behind it; then every count follows its place."""
    if found[0].inside_parens:
        return
    order = [g for g in found if g.counted]
    shifted = len(order) > 1 and all(g.places for g in order[:-1]) and not order[-1].places
    if shifted:
        behind = [waiting, *(g.places for g in order[:-1])]
        for group, places in zip(order, behind, strict=True):
            group.places = places
            group.end = max([group.start, *(w.end for w in group.weapons)])
    elif not found[0].places:
        found[0].places = waiting


def _in_parens(view: View, mark: Mark, start: int) -> bool:
    opened = view.plain.rfind("(", start, mark.start)
    return opened >= 0 and ")" not in view.plain[opened : mark.start]


def _counts_no_weapon(view: View, marks: Marks, mark: Mark) -> bool:
    """Whether a quantity counts people, objects or a part of the group before it."""
    if _BATCHES.match(view.folded, mark.end):
        return True
    if _SUBSET.match(view.plain, mark.end):
        return _in_parens(view, mark, max(0, mark.start - 80))
    following = marks.within(mark.end, mark.end + 45, "people", "object", "weapon", "place", "quantity", "trigger")
    if any(w.start == following[0].start for w in following[:2] if w.type == "weapon"):
        return False  # what is used and that it was are one word: «90 обстрілів»
    if following and following[0].type == "trigger" and following[0].head in {"attack", "explosion", "hit"}:
        return not _PUNCTUATED.search(view.plain[mark.end : following[0].start]) and following[0].number != "s"
    if not following or following[0].type not in {"people", "object"}:
        return False
    return not _PARTED.search(view.plain[mark.end : following[0].start])
