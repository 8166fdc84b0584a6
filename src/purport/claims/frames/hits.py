"""The frame of strikes told by their result: "hit", "struck"."""

from purport.claims.frames.aims import aimed_at, fired, planes_struck
from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.frames.seen import sighting
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import weapons_of
from purport.model import Quantity, Thing

__all__ = ["hit"]

_ACTS = pattern(r" (?:<auxiliary> )?(?:\w+ly |also |again )?")
_NAME = 40  # code points of the name of who does something, at most
_IS_HIT = pattern(r"\s<was>(?: \w+)?\s<attacked>\b(?!\s<by>\b).*")
_EQUIPMENT = frozenset({"air_defence", "vehicle"})
_BESIDE = 3  # code points behind a thing in which its model begins
_OF_DOING = pattern(r"\b<of>(?: \w+ly)?\s$")
_ACCUSED = 60  # code points between "accused" and what somebody is accused of
_CRASHED = pattern(r"<crashed>")
_FLIES_IN = pattern(r"<flies_in>")
_WHICH = pattern(r"\b<relative>\s(?:[\w-]+\s){0,2}$")
_GETS_INTO = pattern(r"<gets_into>")
_IMPERSONAL = pattern(r"<impersonal>$")
_CAME_IN = pattern(r"<came_in>\b")
_TARGETS = pattern(r"\s(?:[\w'’-]+\s){0,5}<targets>\b[^,;:.]*")
_TARGET = 90  # code points behind a verb in which the place of the targets that were hit is told
_OBJECT = 12  # code points behind a verb in which the town that was hit may begin
_BEHIND = 24  # code points behind a verb in which the one weapon stands that did it


def hit(scene: Scene) -> list[Draft]:
    """ "Hit", "struck": a strike told by its result; nothing without something that was hit, a weapon or a town."""
    planes = planes_struck(scene)
    if planes is not None:
        return [_put_out(scene, planes)]
    equipment = _equipment_hit(scene)
    if equipment:
        return equipment
    things = aimed_at(scene, "hit")
    weapons = fired(scene)
    if _is_accident(scene, weapons) or _is_accused(scene) or (not weapons and _is_any_movement(scene)):
        return []
    if not things and all(_FLIES_IN.match(scene.view.folded, t.start) for t in scene.event.triggers):
        return sighting(scene)
    if not things and not weapons and not (scene.within("place") if scene.brief else _is_struck(scene)):
        return []
    came_in = not weapons and _came_in(scene)
    draft = scene.draft("impact" if came_in else "attack", outcome="hit", weapons_open=not weapons)
    draft.weapons = weapons_of(scene.view, weapons)
    draft.objects = things
    draft.effect = "hit"
    draft.count = _count(scene, weapons[0]) if weapons else _hits(scene)
    return [draft]


def _is_any_movement(scene: Scene) -> bool:
    """Whether verbs that tell of all that moves have no weapon for their subject: "a car crashed into a bus stop"."""
    verbs = [scene.words(t.start, t.end) for t in scene.event.triggers]
    if any(not _GETS_INTO.match(verb) or _IMPERSONAL.search(verb) for verb in verbs):
        return False
    named_before = scene.cue("of_them", "others") or _WHICH.search(scene.before(scene.event.triggers[0], _NAME))
    first = scene.event.first
    return not (named_before or scene.marks.within(max(scene.event.start, first - _BEHIND), first, "quantity"))


def _came_in(scene: Scene) -> bool:
    """Whether it is only told that something came down: «прилетіло по порту»."""
    return all(_CAME_IN.match(scene.view.folded, t.start) for t in scene.event.triggers)


def _is_accused(scene: Scene) -> bool:
    """Whether somebody is accused of strikes in general: "accused Moscow of striking civilian targets in revenge"."""
    first = scene.event.first
    before = [t for t in scene.sentence.triggers if t.end <= first]
    accused = bool(before) and before[-1].label == "statement:judge" and first - before[-1].end < _ACCUSED
    own = scene.marks.within(first, scene.event.end, "time", "place", "quantity", "weapon")
    return accused and not own and bool(_OF_DOING.search(scene.words(before[-1].end, first)))


def _is_accident(scene: Scene, weapons: list[Mark]) -> bool:
    """Whether an aircraft with a crew fell on what it hit: "a bomber crashed into a block of flats"."""
    crashed = all(_CRASHED.match(scene.view.folded, t.start) for t in scene.event.triggers)
    return crashed and bool(weapons) and all(w.head == "aircraft" for w in weapons)


def _put_out(scene: Scene, count: Quantity) -> Draft:
    """The damage that a counted number of aircraft hit is: «уражено чотири літаки»."""
    draft = scene.draft("damage", weapons_open=True)
    draft.weapons = weapons_of(scene.view, fired(scene))
    draft.objects, draft.effect, draft.count = (Thing("vehicle", "hit"),), "hit", count
    return draft


def _equipment_hit(scene: Scene) -> list[Draft]:
    """Several sorts of equipment put out of action, some of them counted: «уражено РЛС та два ЗРК»."""
    things = [m for m in scene.within("object") if m.label in _EQUIPMENT and m.start > scene.event.last]
    numbers = [scene.quantity_before(m) for m in things]
    if len(things) < 2 or not any(numbers):
        return []
    parts = []
    for i, (thing, number) in enumerate(zip(things, numbers, strict=True)):
        draft = scene.draft("damage", weapons_open=True)
        draft.weapons = weapons_of(scene.view, [w for w in fired(scene) if scene.is_instrument(w)])
        draft.objects, draft.effect = (Thing(thing.label, "hit"),), "hit"  # type: ignore[arg-type]
        draft.count = number.value if number is not None else Quantity.exact(1)
        draft.start = draft.start if not i else min(thing.start, number.start if number else thing.start)
        draft.at = draft.at if not i else draft.start
        draft.end = draft.until = _behind_names(scene, thing, draft.end) if i < len(things) - 1 else draft.end
        parts.append(draft)
    return parts


def _behind_names(scene: Scene, thing: Mark, end: int) -> int:
    """The end of the words of a thing and of the models named right behind it."""
    models = [w.end for w in scene.marks.within(thing.start, thing.end + _BESIDE, "weapon")]
    return min(end, max([thing.end, *models]))


def _is_struck(scene: Scene) -> bool:
    """Whether a town, or targets in a place, was hit, and by a side: "Russia struck Kharkiv"; storms hit towns, too."""
    first, last = scene.event.first, scene.event.last
    side = bool(scene.marks.within(scene.event.start, first, "side"))
    where = next(iter(scene.marks.within(last, min(last + _TARGET, scene.event.end), "place")), None)
    acting = side or bool(scene.marks.within(scene.sentence.start, first, "side", "source", "role"))
    if acting and where is not None and _TARGETS.fullmatch(scene.words(last, where.start)):
        return True
    town = next(iter(scene.marks.within(last, last + _OBJECT, "place")), None)
    if town is not None:
        return town.value.place.settlement is not None and (side or _is_of_forces(scene))
    towns = [m for m in scene.marks.within(scene.event.start, first, "place") if m.value.place.settlement is not None]
    return bool(towns) and bool(_IS_HIT.fullmatch(scene.words(towns[-1].end, last + _OBJECT)))


def _is_of_forces(scene: Scene) -> bool:
    """Whether a body that the register knows stands right before the verb: "the Israeli army struck"."""
    first = scene.event.first
    return any(_ACTS.fullmatch(scene.words(m.end, first)) for m in scene.marks.within(first - _NAME, first, "source"))


def _count(scene: Scene, weapon: Mark) -> Quantity | None:
    """The count of the weapon that hit; one where its form or the verb's is singular."""
    told = scene.quantity_before(weapon)
    if told is not None and told.value is not None:
        value: Quantity = told.value
        return value
    nouns = [t for t in scene.event.triggers[1:] if t.label == "attack:strike"]
    if any(0 < t.start - weapon.end < _BESIDE for t in nouns):
        return None  # "in a drone attack" tells of no number
    one = weapon.number == "s" or any(t.number == "s" for t in scene.event.triggers)
    return Quantity.exact(1) if one else None


def _hits(scene: Scene) -> Quantity | None:
    """How many hits are counted: «п'ять уражень командних пунктів»."""
    noun = next((t for t in scene.event.triggers if t.number == "p"), None)
    counted = scene.quantity_before(noun) if noun is not None else None
    count: Quantity | None = counted.value if counted is not None else None
    return count
