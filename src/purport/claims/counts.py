"""Groups: a count, the weapons that it counts and the places that it is told of."""

import re
from dataclasses import dataclass, field, replace

from purport.claims.marks import Mark, Marks
from purport.model import Quantity, View, Weapon

__all__ = ["AIRBORNE", "Group", "groups", "weapons_of"]

_GAP = re.compile(
    r"[\s\"'(«»“”]*(?:тип[ау]?|type|типу|модел[іи]|морського базування|морского базирования|повітряного базування|воздушного базирования"
    r"|наземного базування|наземного базирования|самолетного типа|літакового типу|класу|класса|style|-)?"
    r"[\s\"'«»“”-]*",
    re.IGNORECASE,
)
_DIRECT = 3  # code points between a count and the weapon it counts, where nothing stands between
_ELSEWHERE = re.compile(r"\b(?:in|with|on|over|by|at|from|в|у|на|над|из|із|з|с|по)\b")
_OVER = re.compile(r"[\s–—-]+(?:were |was |downed |shot down )*(?:over|in|above|над|в|у|на)\b")
_SUBSET = re.compile(
    r"\s*(?:із них|з них|из них|of them|of which|of those|з яких|из которых|із яких|серед них|среди них)", re.IGNORECASE
)
AIRBORNE = frozenset(
    {
        "uav",
        "cruise_missile",
        "ballistic_missile",
        "missile",
        "guided_bomb",
        "rocket",
        "aircraft",
        "naval_drone",
        "air_defence_missile",
        "target",
        "other",
        "unknown",
        "artillery",
    }
)
"""Classes of weapons that come through the air or over water: what can be launched, seen on its way and stopped."""


@dataclass(slots=True)
class Group:
    """One counted (or uncounted) thing: `quantity` None where the words give no number. `start`/`end` span what belongs to it.

    `counted`: a number word or figure stands there, even if it says nothing exact ("several"). `counted_to`: where those words end. `each`: as many for every place. `inside_parens`: the count stands in
    brackets behind its place. `distributed`: its places turned out to be those of counted parts.
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
    distributed: bool = False


def groups(view: View, marks: Marks, start: int, end: int) -> list[Group]:
    """The groups of a stretch, in order: each begins at a quantity or at a weapon that no quantity counts."""
    found: list[Group] = []
    waiting: list[Mark] = []  # places told before anything is counted
    for mark in sorted(
        marks.within(start, end, "quantity", "weapon", "place") + _the_rest(view, marks, start, end),
        key=lambda m: m.start,
    ):
        if mark.type == "quantity":
            if not _counts_no_weapon(view, marks, mark):
                _open(view, found, mark, start, waiting)
        elif mark.type == "weapon":
            _add_weapon(view, marks, found, mark)
        elif not found:
            waiting.append(mark)
        else:
            _add_place(view, found, mark)
    if found and waiting:
        _place_first(view, found, waiting)
    return [part for group in found for part in _dealt(group)]


def _dealt(group: Group) -> list[Group]:
    """ "One each over A and B": a group for each place."""
    if not group.each or len(group.places) < 2:
        return [group]
    parts = [replace(group, places=[place], end=place.end) for place in group.places]
    return parts[:1] + [replace(p, start=p.places[0].start) for p in parts[1:]]


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
    """Whether a weapon starts a group of its own: another clause stands between, or a place already closed the last one."""
    if group.counted and not group.weapons and mark.start - group.counted_to < _DIRECT:
        return False
    between = view.plain[group.end : mark.start]
    if group.inside_parens and ")" in between:
        return True
    if group.places and not (group.counted and group.weapons):
        return True
    if (
        group.counted
        and not group.weapons
        and (_ELSEWHERE.search(between.lower()) or marks.within(group.end, mark.start, "trigger"))
    ):
        return bool(marks.within(group.end, mark.start, "object", "people")) or bool(_ELSEWHERE.search(between.lower()))
    return len(between) > 60 or ";" in between


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


def _place_first(view: View, found: list[Group], waiting: list[Mark]) -> None:
    """Places in front of the first count are its own, unless it has one behind it; then every count follows its place."""
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
    if _SUBSET.match(view.plain, mark.end):
        return _in_parens(view, mark, max(0, mark.start - 80))
    following = marks.within(mark.end, mark.end + 45, "people", "object", "weapon", "place", "quantity", "trigger")
    if following and following[0].type == "trigger" and following[0].head in {"attack", "explosion", "hit"}:
        return not re.search(r"[,;:–—.]", view.plain[mark.end : following[0].start]) and following[0].number != "s"
    if not following or following[0].type not in {"people", "object"}:
        return False
    return not re.search(r"[,;:–—]| - ", view.plain[mark.end : following[0].start])


def weapons_of(view: View, found: list[Mark]) -> tuple[Weapon, ...]:
    """The weapons that marks name, each once; a bare class that only introduces a model ("drones of the type Shahed") is left out."""
    named: list[Weapon] = []
    for i, mark in enumerate(found):
        cls, model = mark.head, mark.sub or None
        if cls == "target" or _introduces(view, mark, found[i + 1] if i + 1 < len(found) else None):
            continue
        weapon = Weapon(cls, model)  # type: ignore[arg-type]
        if weapon not in named:
            named.append(weapon)
    return tuple(named)


def _introduces(view: View, mark: Mark, following: Mark | None) -> bool:
    if following is None or mark.sub:
        return False
    between = view.plain[mark.end : following.start]
    if following.start < mark.end:
        return True
    return bool(_GAP.fullmatch(between)) and (
        following.head == mark.head or "missile" in mark.head or mark.head in {"uav", "other", "unknown", "aircraft"}
    )
