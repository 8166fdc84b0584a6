"""Frames of weapons stopped: shot down, suppressed, destroyed, and the lists that count them."""

from collections.abc import Iterable

from purport.claims.counts import Group, groups
from purport.claims.frames.aims import harmed, named
from purport.claims.frames.counted import counted, tells
from purport.claims.frames.draft import Draft
from purport.claims.frames.heads import ATTACK
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import AIRBORNE, weapons_of
from purport.model import Kind, Outcome

__all__ = ["flying", "interception", "listed"]

_BARE = pattern(r"[\s–—-]*(?:$|[,;:.()]|\d|<bare_count>\b)")
_SHORT = 60  # code points of a sentence that says little else than that air defence is at work
_ACTING = 60  # code points before "destroyed" in which the strike that did it is named
_ONLY_AUXILIARY = pattern(r"s?(?: <strike_on>(?: [\w’'-]+){1,4})? (?:<auxiliary> )?(?:\w+ly )?")
_ALOFT = pattern(r"[\s–—-]*(?:<in_the_sky> )?<only_over>\b")
_AT = pattern(r"(?:^|\b)<stored_at> (?:[\w-]+ )?$")
_JOINED = pattern(r",?\s(?:<and_so_many>\s)?")
_NOT_SO = pattern(r"(?: \w+){0,3}? <not>\b")  # "three were not"
_JAMMED = pattern(r"\b<jamming>\b")
_SAPPERS = pattern(r"\b<sappers>\b")
_DOING = pattern(r"<doing_ending>$")
_EITHER = pattern(r"\b<or>\b|/")
_DOES = pattern(r" (?:<auxiliary> )?(?:also )?(?:\w+ly )?")
_DIRECT = pattern(r" (?:(?!<preposition>\b)[\w-]+ ){0,4}")
_STOPS_THEM = pattern(r"\b<air_defence_forces>\b")
_STOPPERS = frozenset({"air_defence_missile", "aircraft"})
_IT_DOES = pattern(r"[а-яіїєґ']+<it_does>\b")
_WITH_MEANS = pattern(r"\b<with_means> ")
_MEANS = 30  # code points before a word for air defence in which it is told that it did something
_NONE = pattern(r"\b<none>(?: [\w-]+)?\s$")
_FEW = 20  # code points before a weapon in which it is told that there was none
_VICTIMS = 40  # code points behind a verb in which the people stand who suffered what it tells
_DIRECTLY = 4  # code points between weapons and the participle that tells that they were sent
_BY = 8  # code points between that and who sent them
_AIRFIELDS = frozenset({"military_airfield", "airport"})
_STORES = _AIRFIELDS | {"military_depot", "warehouse"}
# Of what can come through the air, what is mostly destroyed where it stands.
_ON_THE_GROUND = frozenset({"artillery", "other", "unknown"})


def interception(scene: Scene) -> list[Draft]:
    """Weapons stopped: one draft for each counted group, one for the whole where nothing is counted."""
    if _SAPPERS.search(scene.words(scene.sentence.start, scene.sentence.end)):
        return []
    outcome = _outcome(scene)
    found = [g for g in named(scene) if _flies(g)]
    means = _means(scene, [w for g in found for w in g.weapons])
    for group in found:
        group.weapons = [w for w in group.weapons if w not in means and not _stops(scene, w)]
    found = [g for g in found if _is_told(scene, g)]
    if not found:
        at_work = scene.event.has("interception:at_work", "interception:intercepted") and _about_weapons(scene)
        at_work = (at_work and not _is_only_talk(scene)) or _them(scene)
        return [scene.draft("interception", outcome=outcome, weapons_open=True)] if at_work else []
    told = [counted(scene, "interception", found, i, outcome=outcome) for i in range(len(found)) if tells(found, i)]
    used = [_used(scene, group, group.out_of) for group in found if group.out_of is not None]
    return used + [d for d in told if d.weapons or d.count or d.part or _them(scene)]


def _is_only_talk(scene: Scene) -> bool:
    """Whether a long sentence speaks of the work of air defence, nowhere: «там, де ППО працює на високому рівні»."""
    at_work = all(t.sub == "at_work" for t in scene.event.triggers)
    return at_work and scene.sentence.end - scene.sentence.start > _SHORT and not scene.around("place", "time")


def _means(scene: Scene, weapons: list[Mark]) -> list[Mark]:
    """The weapons by which others were stopped: «збито дроном-перехоплювачем»."""
    others = [w for w in weapons if not _DOING.search(scene.words(w.start, w.end))]
    behind = [w for w in weapons if w not in others and w.start > scene.event.last and others]
    return [w for w in weapons if w in behind or scene.is_instrument(w)]


def _stops(scene: Scene, weapon: Mark) -> bool:
    """Whether a weapon of air defence, or an aircraft, in front of the verb stopped what is named behind it."""
    if weapon.head not in _STOPPERS or weapon.start > scene.event.first:
        return False
    return any(w.start > scene.event.last and not scene.is_instrument(w) for w in scene.within("weapon"))


def _is_told(scene: Scene, group: Group) -> bool:
    """Whether a group was stopped: weapons, "targets" counted or placed, or a count that stands for weapons."""
    if group.weapons:
        if _NONE.search(scene.before(group.weapons[0], _FEW)):
            return False
        return group.counted or bool(group.places) or any(w.head != "target" for w in group.weapons)
    return group.counted and _is_bare(scene, group)


def _used(scene: Scene, group: Group, total: Mark) -> Draft:
    """The attack that "53 of 67 were shot down" tells: the 67."""
    draft = scene.draft("attack", weapons_open=not group.weapons)
    draft.start, draft.end = total.start, _launched_by(scene, max([total.end, *(w.end for w in group.weapons)]))
    draft.at, draft.until = draft.start, draft.end
    draft.weapons, draft.count = weapons_of(scene.view, group.weapons), group.used
    return draft


def _launched_by(scene: Scene, end: int) -> int:
    """Where words end behind weapons that tell who sent them: "67 drones launched by Russia"."""
    launch = next((t for t in scene.marks.within(end, end + _DIRECTLY, "trigger") if t.sub == "launch"), None)
    if launch is None:
        return end
    by = next(iter(scene.marks.within(launch.end, launch.end + _BY, "side")), None)
    return by.end if by is not None else launch.end


def flying(scene: Scene) -> bool:
    """Whether "destroyed" is told of what flies, and so stops it; what stands on the ground is damaged."""
    things = [t for t in scene.within("object") if not _is_defence(scene, t)]
    weapons = [w for w in scene.within("weapon") if _can_fly(w) and not scene.is_instrument(w)]
    weapons = [w for w in weapons if not _names(scene, w, things) and not _of_a_strike(scene, w)]
    if (
        _acts_alone(scene, weapons)
        or _is_by_a_strike(scene)
        or _stood(scene, weapons)
        or (weapons and _kills(scene, weapons))
    ):
        return False
    if _fell_to(scene, weapons) or (weapons and _destroys(scene, weapons)):
        return False
    if any(w.start > scene.event.last for w in weapons):  # a battery in front of the verb is what destroyed them
        things = [t for t in things if t.label != "air_defence" or t.start > scene.event.first]
    if weapons:
        return not things or _away(scene, things) > _away(scene, weapons)
    if things:
        return False
    found = [g for g in groups(scene.view, scene.marks, scene.event.start, scene.event.end) if g.counted]
    if any((g.places or g.weapons) and (_them(scene) or _is_aloft(scene, g)) for g in found):
        return True
    if _flew(scene):
        return bool(found)
    return bool(found) and _goes_on(scene, found[0]) and _is_bare(scene, found[0])


def _goes_on(scene: Scene, group: Group) -> bool:
    """Whether a count is joined to weapons stopped right before it: "one drone was intercepted and seven destroyed"."""
    before = [t for t in scene.sentence.triggers if t.end <= group.start]
    if not before or before[-1].head != "interception":
        return False
    return bool(_JOINED.fullmatch(scene.words(before[-1].end, group.start)))


def _is_defence(scene: Scene, thing: Mark) -> bool:
    """Whether air defence is named as who destroys: «знищено засобами протиповітряної оборони», «силами ППО»."""
    if thing.label != "air_defence":
        return False
    return bool(_WITH_MEANS.search(scene.view.folded, max(scene.sentence.start, thing.start - _MEANS), thing.end))


def _flew(scene: Scene) -> bool:
    """Whether those of whom some are told of are weapons that flew: "24 drones, of which 17 were destroyed"."""
    told = scene.marks.within(scene.sentence.start, scene.event.first, "weapon", "object")
    return _them(scene) and bool(told) and all(m.type == "weapon" and _can_fly(m) for m in told)


def _acts_alone(scene: Scene, weapons: list[Mark]) -> bool:
    """Whether one aircraft in front of a verb in the singular is who destroys something: «МіГ-29 знищує пункт»."""
    if len(weapons) != 1 or weapons[0].head != "aircraft" or scene.event.first - weapons[0].end != 1:
        return False
    return bool(_IT_DOES.match(scene.view.folded, scene.event.first))


def _is_aloft(scene: Scene, group: Group) -> bool:
    """Whether what a bare count counts was over a place, where only what flies can be: "25 over Rostov region"."""
    return bool(_ALOFT.match(scene.view.folded, group.counted_to))


def _fell_to(scene: Scene, weapons: list[Mark]) -> bool:
    """Whether weapons behind the verb destroyed guns before it: «гаубицю знищив дрон»."""
    before = scene.marks.within(scene.event.start, scene.event.first, "weapon")
    return any(w.head == "artillery" for w in before) and all(w.start > scene.event.last for w in weapons)


def _destroys(scene: Scene, weapons: list[Mark]) -> bool:
    """Whether weapons in front of the verb are what did it to a thing: "missiles have destroyed an arsenal"."""
    acting = max(weapons, key=lambda w: w.end)
    if acting.end > scene.event.first or not _DOES.fullmatch(scene.words(acting.end, scene.event.first)):
        return False
    thing = next(iter(_behind(scene, "object")), None)
    return thing is not None and bool(_DIRECT.fullmatch(scene.words(scene.event.last, thing.start)))


def _stood(scene: Scene, weapons: list[Mark]) -> bool:
    """Whether what was destroyed are aircraft that stood on the ground, or weapons that lay at an airfield or depot."""
    planes = bool(weapons) and all(w.head == "aircraft" for w in weapons)
    return ((planes or bool(harmed(scene))) and _on_the_ground(scene)) or (bool(weapons) and _were_stored(scene))


def _were_stored(scene: Scene) -> bool:
    """Whether words before the verb tell that it happened at an airfield or depot: «на складі знищено 60 ракет»."""
    stores = [m for m in scene.marks.within(scene.event.start, scene.event.first, "object") if m.label in _STORES]
    return any(_AT.search(scene.before(m, 24)) for m in stores)


def _is_by_a_strike(scene: Scene) -> bool:
    """Whether it was a strike that destroyed: "the attack destroyed 96 missiles"."""
    first = scene.event.first
    before = scene.marks.within(max(scene.sentence.start, first - _ACTING), first, "trigger")
    acts = [t for t in before if t.label == "attack:strike"]
    return bool(acts) and _ONLY_AUXILIARY.fullmatch(scene.words(acts[-1].end, first)) is not None


def _on_the_ground(scene: Scene) -> bool:
    """Whether aircraft were lost where they stood: a strike destroyed them, or it was at an airfield."""
    struck = any(t.head in ATTACK for t in scene.sentence.triggers)
    return struck or any(m.label in _AIRFIELDS for m in scene.around("object"))


def listed(scene: Scene, kind: Kind, outcome: Outcome | None, *, uncounted: bool) -> list[Draft]:
    """The counted groups of a sentence without a verb of its own: items of a list, or figures that go on from before.

    `uncounted`: a heading announced a list, so that a weapon without a figure is an item too.
    """
    found = [g for g in groups(scene.view, scene.marks, scene.sentence.start, scene.sentence.end) if _flies(g)]
    kept = [i for i, g in enumerate(found) if (g.counted and (g.weapons or g.places)) or (uncounted and g.weapons)]
    if kind == "attack":
        kept = [i for i in kept if found[i].weapons]
    return [counted(scene, kind, found, i, outcome=outcome, listed_item=True) for i in kept]


def _outcome(scene: Scene) -> Outcome:
    """Destroyed and suppressed in one breath is "intercepted"; so is "downed or intercepted".

    "Intercepted and destroyed" is destroyed.
    """
    subs = {"destroyed" if t.head == "destroy" else t.sub for t in scene.event.triggers}
    if subs == {"intercepted"} and _JAMMED.search(scene.words(scene.event.start, scene.event.end)):
        return "suppressed"
    if "suppressed" in subs:
        return "suppressed" if subs == {"suppressed"} else "intercepted"
    if "destroyed" not in subs:
        return "intercepted"
    first, last = scene.event.triggers[0], scene.event.triggers[-1]
    either = _EITHER.search(scene.words(first.end, last.start))
    return "intercepted" if either and "intercepted" in subs else "destroyed"


def _flies(group: Group) -> bool:
    return all(w.head in AIRBORNE for w in group.weapons)


def _can_fly(weapon: Mark) -> bool:
    return weapon.head in AIRBORNE and weapon.head not in _ON_THE_GROUND


def _names(scene: Scene, weapon: Mark, things: list[Mark]) -> bool:
    """Whether a weapon only tells which a thing before it is: "the launcher of an Iskander"."""
    return any(t.end <= weapon.start and not scene.gap(t, weapon).strip(' "«“') for t in things)


def _behind(scene: Scene, *types: str) -> list[Mark]:
    """The marks of its sentence right behind the verb."""
    last = scene.event.last
    return scene.marks.within(last, min(last + _VICTIMS, scene.sentence.end), *types)


def _kills(scene: Scene, weapons: list[Mark]) -> bool:
    """Whether weapons before the verb did what it tells to people behind it."""
    behind = _behind(scene, "people", "weapon")
    return bool(behind) and behind[0].type == "people" and all(w.end <= scene.event.first for w in weapons)


def _of_a_strike(scene: Scene, weapon: Mark) -> bool:
    """Whether a weapon tells of a strike that is named beside what it destroyed: "destroyed by a missile strike"."""
    following = scene.marks.within(weapon.end, weapon.end + 2, "trigger")
    return any(t.head == "attack" and t.sub != "launch" for t in following)


def _them(scene: Scene) -> bool:
    """Whether words stand for weapons told before: "44 of them were downed", "others were"."""
    return scene.cue("of_them", "others")


def _is_bare(scene: Scene, group: Group) -> bool:
    """Whether a count without a weapon can stand for weapons told before: nothing else follows that it would count."""
    if _NOT_SO.match(scene.view.folded, group.counted_to):
        return False
    if _BARE.match(scene.view.folded, group.counted_to):
        return True
    return bool(scene.marks.within(group.counted_to, group.counted_to + _DIRECTLY, "trigger", "place"))


def _about_weapons(scene: Scene) -> bool:
    if any(m.type == "weapon" or m.sub == "at_work" for m in scene.around("weapon", "trigger")):
        return True
    return bool(_STOPS_THEM.search(scene.view.folded, scene.sentence.start, scene.sentence.end))


def _away(scene: Scene, marks: Iterable[Mark]) -> int:
    """How far the nearest of marks stands from the verb."""
    event = scene.event
    return min(abs(m.start - event.last) if m.start >= event.first else abs(event.first - m.end) for m in marks)
