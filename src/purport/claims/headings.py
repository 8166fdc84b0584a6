"""What a post opens with and tells again below, more fully: the words below are the claim's."""

from purport.claims.frames import Draft
from purport.claims.gate import MILITARY
from purport.claims.statements import Voiced

__all__ = ["without_heading"]

_BODY = 4  # sentences below which what a post opens with may be told again


def without_heading(told: list[Voiced]) -> list[Voiced]:
    """What a post tells, without what it opens with where a draft below tells that again."""
    if not told:
        return told
    head, below = told[0][0], [d for d, _ in told[1:]]
    if head.sentence.triggers and any(_is_figure_of(head, d) for d in below):
        return told[1:]
    body = next((d for d in below if _is_headed_by(d, head)), None)
    if body is None:
        return told
    _take_over(body, head)
    return told[1:]


def _is_headed_by(item: Draft, head: Draft) -> bool:
    """Whether the strike or harm that a post opens with is told more fully by a draft below it."""
    below = head.sentence.index <= 1 and head.sentence.index < item.sentence.index <= _BODY
    if not below or head.count not in {None, item.count} or head.time not in {None, item.time}:
        return False
    if head.kind == item.kind == "damage":
        return _is_same_harm(item, head)
    if head.kind == item.kind == "casualties":
        return _is_same_toll(item, head)
    named = item.marks or (item.objects and not head.marks) or _is_with_the_same(item, head)
    if head.kind != "attack" or item.kind not in {"attack", "impact"} or not named:
        return False
    longer = item.end - item.start > head.end - head.start
    with_these = not item.weapons or {w.cls for w in head.weapons} <= {w.cls for w in item.weapons}
    return longer and with_these and _is_of_these(item, head)


def _is_with_the_same(item: Draft, head: Draft) -> bool:
    """Whether a strike is told again with the same weapons on the same place."""
    return item.kind == "attack" and bool(head.weapons) and (item.weapons, item.places) == (head.weapons, head.places)


def _is_of_these(item: Draft, head: Draft) -> bool:
    """Whether a strike can be on what the one above it was, or, no thing named, in a town of its region."""
    things, told = {t.type for t in head.objects}, {t.type for t in item.objects}
    regions = {p.region for p in item.places} | {p.country for p in item.places}
    wider = all(p.settlement is None and (p.region or p.country) in regions for p in head.places)
    if things == {"military_site"} and told & MILITARY:
        things = set()  # what sort of military site is told below
    if not things:
        placed = bool(head.places) and all(p.settlement for p in item.places)
        return placed and wider and head.attacker == item.attacker
    return (things <= told or not told) and (wider or {p.name for p in head.places} <= {p.name for p in item.places})


def _is_same_harm(item: Draft, head: Draft) -> bool:
    """Whether the same one thing came to harm, at a place that may be told more closely."""
    things = {t.type for t in head.objects}
    same = bool(things) and things <= {t.type for t in item.objects} and things != {"other"}
    return same and {p.name for p in head.places} <= {p.name for p in item.places}


def _is_same_toll(item: Draft, head: Draft) -> bool:
    """Whether the same number of people came to the same harm, at a place within the one above."""
    mine, theirs = ({(p.effect, p.min, p.max) for p in d.people} for d in (item, head))
    regions = {p.region for p in item.places}
    wider = all(p.settlement is None and p.region in regions for p in head.places)
    return mine == theirs and bool(item.marks) and (wider or head.places == item.places)


def _take_over(item: Draft, head: Draft) -> None:
    """What a headline told goes to what is told below it."""
    item.kind, item.outcome = head.kind, head.outcome
    item.weapons = item.weapons or head.weapons
    item.attacker = item.attacker or head.attacker
    item.objects = item.objects or head.objects
    item.count = item.count or head.count


def _is_figure_of(head: Draft, other: Draft) -> bool:
    """Whether a figure is told again with at least the weapons and places that its heading named."""
    if head.count is None or head.sentence.index == other.sentence.index:
        return False
    if (head.kind, head.count, head.outcome) != (other.kind, other.count, other.outcome):
        return False
    if head.places != other.places or (head.weapons and not other.weapons):
        return False
    return all(any(o.cls == w.cls and w.model in {None, o.model} for o in other.weapons) for w in head.weapons)
