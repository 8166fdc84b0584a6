"""Which of several words of harm each of several people belongs to: "two were killed and a girl injured"."""

from itertools import takewhile

from purport.claims.frames.headcount import BREAK
from purport.claims.frames.scene import Scene
from purport.claims.frames.victims import Victims, is_revised
from purport.claims.marks import Mark
from purport.claims.syntax import pattern

__all__ = ["HELPERS", "assigned", "is_toll"]

_AUXILIARY = pattern(r"\b(?:<was>|<auxiliary>|<not_been>|<is>)\b")
_VERB_FOLLOWS = pattern(r",? (?:<was>|<is>|<auxiliary>)(?: \w+ly| <not_been>| <adverb>){0,2} ")
_NAMED = pattern(r"^,? \(?<including>\b[^,;:.()]*[,)]")  # "two generals, including Ali Rezaei, were killed"
_TRANSITIVE = pattern(r"<harms_whom>")
_TOLL = pattern(r"(?:[\w-]+ )?<toll>\b")
_TOLL_OF = pattern(r"\b<toll> (?:[\w-]+ )?$")
HELPERS = frozenset({"rescuers", "medics", "police"})
"""Groups of people who come to help, and are seldom those who came to harm."""

_REACH = 70  # what a verb and its people may cost, at most
_ACROSS = 25  # what a comma or an "and" between a verb and its people costs, in code points
_UNCOUNTED = 12  # what it costs that nobody counts them
_PART = 40  # what it costs that they are part of others
_WRONG_SIDE = 15  # what it costs to stand where who did it stands, or one who helps


def assigned(scene: Scene, triggers: list[Mark], found: list[Victims]) -> list[Victims | None]:
    """The people that each of several verbs tells of: both come in one order, and what stands closest belongs together.

    "Two were killed and a girl injured", «загинули двоє, поранено сімох», «погибли двое, пятеро ранены».
    """
    best: list[tuple[float, list[Victims | None]]] = [(0.0, [])] * (len(found) + 1)
    ends = [_told_to(found, i) for i in range(len(found))]
    for trigger in triggers:
        costs = [_cost(scene, v, trigger, end) for v, end in zip(found, ends, strict=True)]
        following: list[tuple[float, list[Victims | None]]] = []
        for j in range(len(found) + 1):
            options = [(best[j][0] + _REACH, [*best[j][1], None])]
            if j:
                options.append((best[j - 1][0] + costs[j - 1], [*best[j - 1][1], found[j - 1]]))
                options.append(following[j - 1])
            following.append(min(options, key=lambda way: way[0]))
        best = following
    return best[-1][1]


def _told_to(found: list[Victims], i: int) -> int:
    """Where the words on some people end: behind what is told of some of them."""
    parts = takewhile(lambda v: v.part, found[i + 1 :]) if not found[i].part else ()
    return max([found[i].end, *(v.end for v in parts)])


def _cost(scene: Scene, victim: Victims, trigger: Mark, told_to: int) -> float:
    """How far people stand from a verb: in code points, more where a clause lies between; a toll takes only numbers."""
    if victim.start < trigger.end and trigger.start < victim.end:
        return 0
    end = told_to if told_to <= trigger.start else victim.end
    first, last = (end, trigger.start) if victim.end <= trigger.start else (trigger.end, victim.start)
    between = _NAMED.sub("", scene.view.folded[first:last])
    last = first + len(between)
    toll = is_toll(scene, trigger)
    if toll and not victim.counted:
        return 2 * _REACH
    if _VERB_FOLLOWS.fullmatch(between):
        return _PART * victim.part
    across = bool(BREAK.search(between)) and not toll
    if victim.part and (across or victim.start > trigger.start):
        return 2 * _REACH
    cost = last - first + _ACROSS * across + _UNCOUNTED * (not victim.counted) + _PART * victim.part
    if toll and is_revised(scene, victim.start) is not None:
        return min(cost, _REACH - 1)  # however far the toll stands from the verb that revises it
    return cost + _WRONG_SIDE * _stands_wrong(scene, victim, trigger, between)


def _stands_wrong(scene: Scene, victim: Victims, trigger: Mark, between: str) -> bool:
    """Whether people stand where who did the harm would: before a verb that is not passive; or are those who help."""
    if victim.counted:
        return False
    active = victim.end <= trigger.start and not _AUXILIARY.search(between)
    return victim.group in HELPERS or (active and bool(_TRANSITIVE.match(scene.view.folded, trigger.start)))


def is_toll(scene: Scene, trigger: Mark) -> bool:
    """Whether a word of harm tells of a toll, which counts people without naming them."""
    return bool(_TOLL.match(scene.view.folded, trigger.start) or _TOLL_OF.search(scene.before(trigger, 30)))
