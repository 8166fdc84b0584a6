"""Frames of weapons in use: attack, interception, impact, explosion, sighting."""

import re
from collections.abc import Sequence

from purport.claims.counts import AIRBORNE, Group, groups, weapons_of
from purport.claims.frames.scene import Draft, Scene
from purport.claims.marks import Mark
from purport.model import Kind, Outcome, Quantity, Thing

_NO = re.compile(r"\b(?:no|without|жодного|жодних|без|никаких)(?: \w+)?\s$")
_SHORT = 60
_BARE = re.compile(
    r"[\s–—-]*(?:$|[,;:.()]|\d|(?:of|were|was|had|have|has|over|in|above|near|more|others?|another|із|з|из|над|в|у|на|було|були|были|был|ще|еще|по|под|біля)\b)"
)
_WAKE = re.compile(
    r"\b(?:wake|time|response|reaction|retaliation|threat|risk|fear|fears) (?:of|to|for|from)(?: \w+){0,2}\s$"
)
_THE = re.compile(
    r"\b(?:the|this|that|these|those|such|цього|цієї|цей|ця|цих|этого|этой|этот|эта|этих)(?: \w+){0,2}\s$"
)
_ON = re.compile(r"\s(?:on|against|in|at|near|over|targeting|of|was|were|по|на|за|в|у|had|took)\b")

__all__ = ["attack", "destroy", "explosion", "hit", "impact", "interception", "listed", "sighting"]


def interception(scene: Scene) -> list[Draft]:
    """Weapons stopped: one draft for each counted group, one for the whole where nothing is counted."""
    outcome = _stopped(scene)
    found = [g for g in _launched(scene) if _flies(g)]
    for group in found:
        group.weapons = [w for w in group.weapons if not scene.is_instrument(w)]
    found = [g for g in found if (g.counted and _is_bare(scene, g)) or g.weapons]
    if not found:
        bare = scene.event.has("interception:at_work") or scene.event.has("interception:intercepted")
        return (
            [_draft(scene, "interception", outcome=outcome, weapons_open=True)]
            if bare and _about_weapons(scene)
            else []
        )
    drafts = [_counted(scene, "interception", found, i, outcome) for i in range(len(found)) if _tells(scene, found, i)]
    return [d for d in drafts if d.weapons or d.count or d.part or _them(scene)]


def destroy(scene: Scene) -> list[Draft]:
    """ "Destroyed" stops what flies; what stands on the ground is damage."""
    things = scene.within("object")
    flying = [
        w
        for w in scene.within("weapon")
        if w.head in AIRBORNE and w.head not in {"artillery", "other", "unknown"} and not scene.is_instrument(w)
    ]
    counted = [
        g
        for g in groups(scene.view, scene.marks, scene.event.start, scene.event.end)
        if g.counted and (g.places or g.weapons)
    ]
    if flying and not (things and _nearer(scene, things, flying)):
        return interception(scene)
    if things:
        return []
    return interception(scene) if counted and _them(scene) else []


def attack(scene: Scene) -> list[Draft]:
    """Weapons used: one draft for each counted kind of weapon, else one with all of them."""
    if _is_echo(scene) or all(t.sub == "foil" for t in scene.event.triggers):
        return []
    found = [g for g in _launched(scene) if g.weapons]
    launch = scene.event.has("attack:launch") and not scene.event.has(
        "attack:strike", "attack:shelling", "attack:target"
    )
    if launch and not found:
        return []
    if scene.event.has("attack:send") and not (_sent(scene) and any(g.counted for g in found)):
        return []
    things = _aimed_at(scene, "hit" if scene.event.has("hit") or _is_strike(scene) else "targeted")
    counted = [i for i, g in enumerate(found) if g.counted and g.quantity is not None]
    if len(counted) > 1:
        drafts = [_counted(scene, "attack", found, i, None) for i in counted]
        for draft in drafts:
            draft.marks = draft.marks or scene.within("place")
        return drafts
    own = [g for g in found if not g.counted or g.quantity is not None] or found
    draft = _draft(scene, "attack")
    draft.weapons = weapons_of(scene.view, [w for g in own for w in g.weapons])
    draft.weapons_open = not draft.weapons and scene.cue("of_them", "others")
    draft.count = own[0].quantity if len(own) >= 1 and own[0].counted else None
    draft.objects = things
    draft.fired = any(scene.is_instrument(w) for g in found for w in g.weapons)
    if scene.event.has("attack:shelling") and not draft.weapons:
        draft.weapons = weapons_of(scene.view, [Mark(0, 0, "weapon", "artillery")])
    return [draft]


def hit(scene: Scene) -> list[Draft]:
    """ "Hit", "struck": a strike told by its result; nothing without something that was hit, a weapon or a place."""
    things = _aimed_at(scene, "hit")
    weapons = [w for w in scene.within("weapon") if w.head in AIRBORNE and not _is_target(scene, w)]
    if not things and not weapons and not (scene.brief and scene.within("place")):
        return []
    draft = _draft(scene, "attack", weapons_open=not weapons)
    draft.weapons = weapons_of(scene.view, weapons)
    counted = scene.quantity_before(weapons[0]) if weapons else None
    draft.count = counted.value if counted else None
    draft.objects = things
    draft.outcome = draft.effect = "hit"
    if (
        draft.count is None
        and weapons
        and any("s" in (w.number, t.number) for w in weapons[:1] for t in scene.event.triggers)
    ):
        draft.count = Quantity.exact(1)
    return [draft]


def impact(scene: Scene) -> list[Draft]:
    """Weapons or debris that came down."""
    weapons = [w for w in scene.within("weapon") if w.head in AIRBORNE]
    debris = any(t.sub in {"debris", "fall", "remains"} for t in scene.event.triggers)
    things = _aimed_at(scene, "damaged" if debris else "hit")
    counted = [q for q in scene.within("quantity") if not _counts_people(scene, q)]
    fallen = any(t.sub in {"fall", "remains"} for t in scene.event.triggers) and not any(
        t.sub == "debris" for t in scene.event.triggers
    )
    if fallen and not weapons:
        return []
    if debris and not (weapons or things or scene.within("place") or counted):
        return []
    if not debris and not (counted or things or weapons or scene.within("place")):
        return []
    draft = _draft(scene, "impact", outcome="debris" if debris else "hit", weapons_open=not weapons)
    draft.weapons = weapons_of(scene.view, weapons)
    draft.objects = things
    draft.effect = "damaged" if debris else "hit"
    draft.count = counted[0].value if counted else None
    return [draft]


def explosion(scene: Scene) -> list[Draft]:
    """A blast whose cause the words do not name."""
    nouns = [t for t in scene.event.triggers if t.head == "explosion"]
    if scene.within("weapon"):
        return []
    if not nouns:
        return (
            [_draft(scene, "explosion")] if scene.within("object") and (scene.within("place") or scene.is_post) else []
        )
    counted = scene.quantity_before(nouns[0])
    draft = _draft(scene, "explosion")
    draft.count = counted.value if counted else Quantity.exact(1) if nouns[0].number == "s" else None
    if (
        draft.count is None
        and not counted
        and not draft.marks
        and len(scene.event.triggers) == 1
        and not _is_short(scene)
    ):
        return []
    return [draft]


def sighting(scene: Scene) -> list[Draft]:
    """Weapons in flight; aircraft parts and talk of flying without a weapon are nothing."""
    weapons = [w for w in scene.marks.within(scene.sentence.start, scene.sentence.end, "weapon") if w.head in AIRBORNE]
    if not weapons:
        return []
    draft = _draft(scene, "sighting")
    draft.start = min(draft.start, weapons[0].start)
    draft.end = max(draft.end, weapons[-1].end)
    draft.weapons = weapons_of(scene.view, weapons)
    draft.count = scene.number_of(weapons[0])
    draft.marks = scene.marks.within(scene.sentence.start, scene.sentence.end, "place")
    return [draft]


def listed(scene: Scene, kind: Kind, outcome: Outcome | None, *, uncounted: bool) -> list[Draft]:
    """The counted groups of a sentence without a trigger of its own: items of a list, or figures that go on from the last sentence.

    `uncounted`: a heading announced a list, so that a weapon without a figure is an item too.
    """
    found = [g for g in groups(scene.view, scene.marks, scene.sentence.start, scene.sentence.end) if _flies(g)]
    kept = [i for i, g in enumerate(found) if (g.counted and (g.weapons or g.places)) or (uncounted and g.weapons)]
    if kind == "attack":
        kept = [i for i in kept if found[i].weapons]
    return [_counted(scene, kind, found, i, outcome, listed_item=True) for i in kept]


# helpers


def _draft(scene: Scene, kind: Kind, *, outcome: Outcome | None = None, weapons_open: bool = False) -> Draft:
    start, end = scene.clause()
    return Draft(
        kind,
        start,
        end,
        scene.sentence,
        scene.event.first,
        until=scene.event.last,
        scope=(scene.event.start, scene.event.end),
        outcome=outcome,
        weapons_open=weapons_open,
        marks=scene.within("place"),
    )


def _stopped(scene: Scene) -> Outcome:
    """Destroyed and suppressed in one breath is "intercepted"; so is "downed or intercepted"; "intercepted and destroyed" is destroyed."""
    subs = {"destroyed" if t.head == "destroy" else t.sub for t in scene.event.triggers}
    if "suppressed" in subs:
        return "suppressed" if subs == {"suppressed"} else "intercepted"
    if "destroyed" not in subs:
        return "intercepted"
    first, last = scene.event.triggers[0], scene.event.triggers[-1]
    either = (
        re.search(r"\bor\b|\bили\b|\bабо\b|\bчи\b|/", scene.words(first.end, last.start))
        if last.start > first.end
        else None
    )
    return "intercepted" if either and "intercepted" in subs else "destroyed"


def _flies(group: Group) -> bool:
    return all(w.head in AIRBORNE for w in group.weapons)


def _them(scene: Scene) -> bool:
    """Whether words stand for weapons told before: "44 of them were downed", "others were"."""
    return scene.cue("of_them", "others")


def _is_bare(scene: Scene, group: Group) -> bool:
    """Whether a count without a weapon can stand for weapons told before: no other thing follows that it would count."""
    if group.weapons or _BARE.match(scene.view.folded, group.counted_to):
        return True
    return bool(scene.marks.within(group.counted_to, group.counted_to + 3, "trigger", "place"))


def _about_weapons(scene: Scene) -> bool:
    around = scene.marks.within(scene.sentence.start, scene.sentence.end, "weapon", "trigger")
    return any(m.type == "weapon" or m.sub == "at_work" for m in around)


def _nearer(scene: Scene, things: Sequence[Mark], flying: Sequence[Mark]) -> bool:
    def away(marks: Sequence[Mark]) -> int:
        return min(
            abs(m.start - scene.event.last) if m.start >= scene.event.first else abs(scene.event.first - m.end)
            for m in marks
        )

    return away(things) <= away(flying)


def _is_echo(scene: Scene) -> bool:
    """Whether a noun only points back to a strike told before, or says that there was none: "at the time of the strike", "no strikes"."""
    if len(scene.event.triggers) > 1 or scene.event.label != "attack:strike" or scene.cue("deny"):
        return False
    trigger = scene.event.triggers[0]
    if trigger.number == "" and not scene.view.folded.startswith(("attack", "strike", "raid"), trigger.start):
        return False  # a verb tells for itself
    before = scene.view.folded[max(scene.sentence.start, trigger.start - 28) : trigger.start]
    if _NO.search(before) or _WAKE.search(before) or _is_judged(scene, trigger):
        return True
    return bool(_THE.search(before)) and not _ON.match(scene.view.folded, trigger.end)


def _is_short(scene: Scene) -> bool:
    """Whether a post's sentence says little else, so that its one noun is the report: "Blasts heard in the city"."""
    return scene.is_post and scene.sentence.end - scene.sentence.start < _SHORT


def _is_judged(scene: Scene, trigger: Mark) -> bool:
    """Whether a position is voiced on attacks, and no attack told: "accused Russia of attacks", "respond to the strikes"."""
    voiced = [t for t in scene.sentence.triggers if t.head == "statement" and 0 < trigger.start - t.end < 90]
    return (
        bool(voiced) and not scene.marks.within(trigger.start, scene.event.end, "time", "quantity") and not scene.brief
    )


def _is_strike(scene: Scene) -> bool:
    """A "strike" hits; an "attack" aims."""
    return bool(
        re.search(
            r"strike|struck|удар|ураж|ураз|пораж|пораз|hit|shell|обстр",
            scene.words(scene.event.first, scene.event.last),
        )
    )


def _sent(scene: Scene) -> bool:
    """Whether a side sends weapons ("Russia sent 88 drones"), and no ally hands them over."""
    before = scene.marks.within(max(scene.sentence.start, scene.event.first - 30), scene.event.first, "side")
    return any(scene.event.first - s.end < 8 for s in before) and not re.match(
        r"\W+(?:to|into) (?:ukraine|israel|kyiv)\b", scene.view.folded[scene.event.last :]
    )


def _launched(scene: Scene) -> list[Group]:
    """The groups of weapons that were used, without the batteries that were aimed at."""
    found = groups(scene.view, scene.marks, scene.event.start, scene.event.end)
    for group in found:
        group.weapons = [w for w in group.weapons if not _is_battery(scene, w)]
    return found


def _is_target(scene: Scene, weapon: Mark) -> bool:
    """Whether a weapon was hit rather than fired: a battery, or an aircraft behind the verb that nobody flew."""
    flown = weapon.head != "aircraft" or weapon.start < scene.event.first or scene.is_instrument(weapon)
    return _is_battery(scene, weapon) or not (flown or weapon.label == "aircraft")


def _is_battery(scene: Scene, weapon: Mark) -> bool:
    """Whether an air defence system is named as such, not as the missile it fired: "the S-400 position was hit"."""
    if weapon.head != "air_defence_missile" or not weapon.sub:
        return False
    around = scene.marks.within(max(scene.sentence.start, weapon.start - 30), weapon.end + 30, "weapon")
    return not any(w.head in {"missile", "air_defence_missile"} and not w.sub for w in around)


def _aimed_at(scene: Scene, effect: str) -> tuple[Thing, ...]:
    things: list[Thing] = []
    for mark in scene.heads(scene.within("object")):
        thing = Thing(mark.label, effect)  # type: ignore[arg-type]
        if thing not in things:
            things.append(thing)
    if not things and any(_is_battery(scene, w) for w in scene.within("weapon")):
        things.append(Thing("air_defence", effect))  # type: ignore[arg-type]
    elif not things and scene.event.has("hit") and any(_is_target(scene, w) for w in scene.within("weapon")):
        things.append(Thing("vehicle", effect))  # type: ignore[arg-type]
    return tuple(t for t in things if t.type != "other" or len(things) == 1)


def _counts_people(scene: Scene, quantity: Mark) -> bool:
    following = scene.marks.within(quantity.end, quantity.end + 40, "people", "weapon", "object")
    return bool(following) and following[0].type == "people"


def _tells(scene: Scene, found: list[Group], i: int) -> bool:
    """Whether a group is told of: counted, or the only one, or not merely spread out over counted parts."""
    group = found[i]
    if group.counted:
        return True
    return not group.distributed and not any(g.counted for g in found)


def _counted(
    scene: Scene, kind: Kind, found: list[Group], i: int, outcome: Outcome | None, *, listed_item: bool = False
) -> Draft:
    group = found[i]
    start, end = _stretch(scene, found, i, listed_item=listed_item)
    draft = Draft(kind, start, end, scene.sentence, group.start, until=group.end, outcome=outcome)
    draft.weapons = weapons_of(scene.view, group.weapons)
    draft.weapons_open = not draft.weapons
    draft.scope = (scene.event.start, scene.event.end)
    draft.shared = len(found) > 1
    draft.count = group.quantity if group.counted else _singular(scene, group, listed_item=listed_item)
    draft.marks = group.places
    first = next((j for j, g in enumerate(found) if g.counted), 0)
    draft.part = i > first or group.inside_parens or (listed_item and group.counted and not group.weapons)
    cut_off = re.match(r"[\s–—-]*(?:над|over|in|в|у)\b", scene.view.folded[group.end : group.end + 12]) is not None
    draft.place_open = not (draft.part or (cut_off and not group.places))
    return draft


def _singular(scene: Scene, group: Group, *, listed_item: bool) -> Quantity | None:
    """One, where a single weapon is named in the singular and no verb speaks of several; an item of a list is one of its kind."""
    verbs = {t.number for t in scene.event.triggers} if scene.event.triggers else set()
    if len(group.weapons) > 2 or "p" in verbs:
        return None
    numbers = {w.number for w in group.weapons}
    if "p" in numbers:
        return None
    return Quantity.exact(1) if listed_item or "s" in numbers or "s" in verbs else None


def _stretch(scene: Scene, found: list[Group], i: int, *, listed_item: bool) -> tuple[int, int]:
    """The words of a group, with the verb where it stands on the group's side of its neighbours."""
    group = found[i]
    start, end = group.start, group.end
    if group.places:
        start = (
            min(start, *(p.start for p in group.places))
            if not group.inside_parens or group.places[0].start < start
            else start
        )
    if group.inside_parens:
        return start, end + 1 if scene.view.plain[end : end + 1] == ")" else end
    if listed_item:
        return start, end
    before = found[i - 1].end if i else scene.event.start
    after = found[i + 1].start if i + 1 < len(found) else scene.event.end
    if before <= scene.event.first and scene.event.last <= after:
        start, end = min(start, scene.event.first), max(end, scene.event.last)
        if i == 0:
            start = min(start, scene.clause()[0])
    return start, end
