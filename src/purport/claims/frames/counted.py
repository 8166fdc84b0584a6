"""Drafts of counted groups: a sentence that counts several kinds of weapons makes one for each."""

from purport.claims.counts import Group
from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import weapons_of
from purport.model import Kind, Outcome, Quantity

__all__ = ["counted", "tells"]

_OVER_SOMEWHERE = pattern(r"[\s–—-]*<over_somewhere>\b")
_DID = pattern(r"[а-яіїєґ']+<they_did>")
_REACH = 12  # code points behind a group in which the place that it was stopped over begins


def tells(found: list[Group], i: int) -> bool:
    """Whether a group is told of: counted, or the only one, or not merely spread out over counted parts."""
    group = found[i]
    return group.counted or not (group.distributed or any(g.counted for g in found))


def counted(
    scene: Scene, kind: Kind, found: list[Group], i: int, *, outcome: Outcome | None = None, listed_item: bool = False
) -> Draft:
    """The draft of one group of several. `listed_item`: it is an item of a list, without a verb of its own."""
    group = found[i]
    start, end = _stretch(scene, found, i, listed_item=listed_item)
    draft = Draft(kind, start, end, scene.sentence, group.start, group.end, (scene.event.start, scene.event.end))
    draft.outcome = outcome
    draft.weapons = weapons_of(scene.view, group.weapons)
    draft.weapons_open = not draft.weapons
    draft.shared = len(found) > 1
    used = group.used if kind == "attack" else group.quantity
    draft.count = used if group.counted else _singular(scene, group, listed_item=listed_item)
    draft.marks = group.places
    first = next((j for j, g in enumerate(found) if g.counted), 0)
    draft.part = i > first or group.inside_parens or (listed_item and group.counted and not group.weapons)
    draft.place_open = not draft.part and (bool(group.places) or not _is_over_somewhere(scene, group))
    return draft


def _is_over_somewhere(scene: Scene, group: Group) -> bool:
    """Whether words behind a group begin to tell a place, one that nobody knows if the group has none."""
    return bool(_OVER_SOMEWHERE.match(scene.view.folded[group.end : group.end + _REACH]))


def _singular(scene: Scene, group: Group, *, listed_item: bool) -> Quantity | None:
    """One, where a weapon is named in the singular and no verb speaks of several; a listed item is one of its kind."""
    verbs = {t.number for t in scene.event.triggers if not _speaks_of_others(scene, t, group)}
    forms = {w.number for w in group.weapons}
    if len(group.weapons) > 2 or "p" in verbs | forms:
        return None
    plane = len(group.weapons) == 1 and group.weapons[0].head == "aircraft" and bool(group.weapons[0].sub)
    return Quantity.exact(1) if listed_item or plane or "s" in verbs | forms else None


def _speaks_of_others(scene: Scene, verb: Mark, group: Group) -> bool:
    """Whether a verb's plural is that of those who do it: «захисники збили дрон»."""
    active = _DID.fullmatch(scene.words(verb.start, verb.end)) is not None
    return verb.number == "p" and active and all(w.start > verb.end for w in group.weapons)


def _stretch(scene: Scene, found: list[Group], i: int, *, listed_item: bool) -> tuple[int, int]:
    """The words of a group, with the verb where it stands on the group's side of its neighbours."""
    group = found[i]
    start, end = group.start, group.end
    if group.places and (not group.inside_parens or group.places[0].start < start):
        start = min(start, *(p.start for p in group.places))
    if group.inside_parens:
        return start, end + scene.view.plain.startswith(")", end)
    if listed_item:
        return start, end
    return _with_verb(scene, found, i, start, end)


def _with_verb(scene: Scene, found: list[Group], i: int, start: int, end: int) -> tuple[int, int]:
    before = found[i - 1].end if i else scene.event.start
    after = found[i + 1].start if i + 1 < len(found) else scene.event.end
    if before > scene.event.first or scene.event.last > after:
        return start, end
    start, end = min(start, scene.event.first), max(end, scene.event.last)
    return (start if i else min(start, scene.clause()[0])), end
