"""What weapons were used on: the things that were aimed at, and which weapons are among them."""

from purport.claims.counts import Group, groups
from purport.claims.frames.heads import RUIN
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import AIRBORNE
from purport.claims.words import comes_from
from purport.model import ObjectType, Quantity, Thing

__all__ = ["aimed_at", "arms", "fired", "harmed", "launched", "named", "planes_struck"]

_IS_HARMED = pattern(r"\s(?:(?:\w+ ){0,2}<was>\s|(?:<was_then> )?<done>\b)")
_LAUNCHER = pattern(r"<launcher>s?$")
_STRUCK = pattern(r"<struck>")
_BY_PLANE = pattern(r"(?:[\w-]+ )?<by_aircraft>")
_DOING = pattern(r"<doing_ending>\b")
_MISSILE = pattern(r"\b<missile_word>")
_HEAVY = frozenset({"aircraft", "artillery", "rocket"})
_GUNS = frozenset({"artillery", "rocket"})
_IS_KEPT = pattern(r"\b<kept>\b[^,;:.]{0,50}$")
_OCCASION = pattern(r"\b<amid>\s(?:[\w-]+\s){0,2}$")
_WARE_OF = pattern(r"\b<ware_of>\s(?:\w+\s)?$")
_AGAINST = pattern(r"\b<aimed_at> (?:(?!<instrument>\b)[\w-]+ ){0,3}[\"«]?$")
_STANDS_IN = pattern(
    r"(?!.*\b<and>\b)[^,;:.()]*?\s(?:<where_thing>|<near_thing>)\s(?:<article> )?(?:[\w'-]+\s){0,2}[\"«]?"
)
_ARMS: dict[str, ObjectType] = {"naval_drone": "vessel", "aircraft": "vehicle"}
_FIRES = pattern(r"<fires_itself>\b")
_ACTS = pattern(r" (?:<auxiliary> )?(?:\w+ly |also |again )?")
_PROJECTILE = pattern(r"(?:[\w-]+ )*<projectile>s?")
_ARMED = frozenset({"vehicle", "vessel"})
_STORED = 40  # code points before a weapon in which words tell that it is made or kept there
_BESIDE = 30  # code points around an air defence system in which its missile may be named


def launched(scene: Scene) -> list[Group]:
    """The groups of weapons that were used, without the aircraft lost and the batteries aimed at."""
    if not scene.within("weapon"):
        return named(scene)
    lost = harmed(scene) + _chased(scene) + _lost(scene) + _struck(scene) + _standing(scene)
    found = named(scene)
    for group in found:
        kept = [w for w in group.weapons if w not in lost]
        if len(kept) < len(group.weapons) and not kept:
            group.quantity, group.counted = None, False  # it counted what was hit
        group.weapons = kept
    return found


def _standing(scene: Scene) -> list[Mark]:
    """Weapons that somebody lost or that stood somewhere, and aircraft told of on the occasion of an attack."""
    found = [w for w in scene.within("weapon") if not scene.is_instrument(w)]
    behind = [
        w for w in found if w.start > scene.event.last and _IS_KEPT.search(scene.words(scene.event.last, w.start))
    ]
    occasion = _OCCASION.search(scene.view.folded, scene.event.start, scene.event.first)
    planes = [w for w in found if occasion is not None and w.head == "aircraft" and w.end <= occasion.start()]
    return behind + planes


def _chased(scene: Scene) -> list[Mark]:
    """Aircraft that other weapons attack: behind the verb, where those stand before it."""
    weapons = scene.within("weapon")
    if not any(w.head != "aircraft" and w.end <= scene.event.first for w in weapons):
        return []
    return [w for w in weapons if w.head == "aircraft" and w.start > scene.event.last and not scene.is_instrument(w)]


def _struck(scene: Scene) -> list[Mark]:
    """Weapons that a strike is told to be on: "a strike against two naval drones"."""
    behind = [w for w in scene.within("weapon") if w.start > scene.event.last and not scene.is_instrument(w)]
    behind = [w for w in behind if not _BY_PLANE.fullmatch(scene.words(w.start, w.end))]
    return [w for w in behind if _is_against(scene, w)]


def _is_against(scene: Scene, weapon: Mark) -> bool:
    on = _AGAINST.search(scene.before(weapon, _STORED))
    if on is None:
        return False
    first = weapon.start - len(on[0])
    return first >= scene.event.last and not scene.marks.within(
        first, weapon.start, "place", "object", "time", "weapon"
    )


def _lost(scene: Scene) -> list[Mark]:
    """Aircraft behind a verb of harm and before the attack that did it: "destroyed 40 bombers in drone attacks"."""
    planes = [w for w in scene.within("weapon") if w.head == "aircraft" and w.end <= scene.event.first]
    if not planes:
        return []
    before = [t for t in scene.sentence.triggers if t.end <= planes[0].start]
    return planes if before and before[-1].head in RUIN else []


def named(scene: Scene) -> list[Group]:
    """The groups of weapons that an event's words name, without those aimed at and those that describe a thing."""
    found = groups(scene.view, scene.marks, scene.event.start, scene.event.end)
    for group in found:
        group.weapons = [w for w in group.weapons if not (_is_aimed_at(scene, w) or _describes(scene, w))]
        group.weapons = [w for w in group.weapons if not _stands_by(scene, w, group.weapons)]
    return found


def _describes(scene: Scene, weapon: Mark) -> bool:
    """Whether a weapon's name only tells which thing is meant: "the Shahed factory", «виробництва шахедів»."""
    if _WARE_OF.search(scene.before(weapon, _STORED)):
        return True
    words = scene.view.plain[weapon.start : weapon.end + 1]
    return words.isascii() and words.endswith(" ") and bool(scene.marks.within(weapon.start, weapon.end + 2, "object"))


def _is_aimed_at(scene: Scene, weapon: Mark) -> bool:
    """Whether a weapon is a battery or a launcher that was aimed at."""
    if weapon.head == "rocket" and weapon.start > scene.event.first and not scene.is_instrument(weapon):
        return bool(_LAUNCHER.search(scene.words(weapon.start, weapon.end)))
    return _is_battery(scene, weapon)


def harmed(scene: Scene) -> list[Mark]:
    """Aircraft that came to harm: behind a verb of harm, or in front of one in the passive, and not what did it."""
    verbs = [t for t in scene.within("trigger") if t.head in RUIN]
    if not verbs:
        return []
    planes = [w for w in scene.within("weapon") if w.head == "aircraft" and not scene.is_instrument(w)]
    planes = [w for w in planes if not scene.marks.within(w.start, w.end, "trigger")]  # "airstrike" is a deed
    return [w for w in planes if w.start > verbs[0].end or _IS_HARMED.match(scene.view.folded, w.end)]


def fired(scene: Scene) -> list[Mark]:
    """Weapons that something was hit with, not those that were hit."""
    found = [w for w in scene.within("weapon") if w.head in AIRBORNE and not _is_target(scene, w)]
    return [w for w in found if not _describes(scene, w) and not _stands_by(scene, w, found)]


def aimed_at(scene: Scene, effect: str) -> tuple[Thing, ...]:
    """The things that were aimed at; a bare "other" only where nothing else is."""
    things = [m for m in scene.within("object") if not (_is_start(scene, m) or _fires(scene, m))]
    if all(t.label == "attack:launch" for t in scene.event.triggers):
        things = [m for m in things if m.start > scene.event.first]  # what launches weapons is not aimed at
    labels = list(dict.fromkeys(m.label for m in _without_sites(scene, scene.heads(things))))
    if not labels:
        labels = _weapons_aimed_at(scene)
    return tuple(Thing(label, effect) for label in labels if label != "other" or len(labels) == 1)  # type: ignore[arg-type]


def _without_sites(scene: Scene, things: list[Mark]) -> list[Mark]:
    """Without those that only tell where another one stands: "a ferry in the port", «літак Ту-22 на аеродромі»."""
    aims = [*things, *(w for w in scene.within("weapon") if w.head == "aircraft" and _is_target(scene, w))]
    return [thing for thing in things if not any(_stands_in(scene, aim, thing) for aim in aims)]


def _stands_in(scene: Scene, aim: Mark, site: Mark) -> bool:
    words = scene.words(aim.end, site.start) if aim.end <= site.start else ""
    return len(words) < _STORED and _STANDS_IN.fullmatch(words) is not None


def _is_start(scene: Scene, thing: Mark) -> bool:
    """Whether weapons start from a thing: "launched from a warehouse hit an airfield"."""
    return scene.event.first < thing.start < scene.event.last and comes_from(scene.view, thing.start)


def _fires(scene: Scene, thing: Mark) -> bool:
    """Whether a thing in front of the verb is what did it: "tanks shelled a school"."""
    first = scene.event.first
    acts = thing.label in _ARMED and thing.end <= first and _ACTS.fullmatch(scene.words(thing.end, first))
    return bool(acts) and bool(_FIRES.match(scene.view.folded, first))


def arms(scene: Scene) -> tuple[list[Mark], ObjectType | None]:
    """Weapons that came to harm where they stood, and what sort of thing they are: "two Su-24 were damaged"."""
    found = [w for w in scene.within("weapon") if not scene.is_instrument(w)]
    found = [w for w in found if not (_PROJECTILE.fullmatch(scene.words(w.start, w.end)) or _is_deed(scene, w))]
    batteries = [w for w in found if _is_battery(scene, w)]
    if batteries:
        return batteries, "air_defence"
    heavy = [w for w in found if w.head in _HEAVY and w.label != "aircraft"] or [
        w for w in found if w.head in _HEAVY and w.number
    ]
    return heavy, "vehicle" if heavy else None


def _is_deed(scene: Scene, weapon: Mark) -> bool:
    """Whether a word for weapons is what was done with them: "the shelling destroyed"."""
    return bool(scene.marks.within(weapon.start, weapon.end, "trigger"))


def _weapons_aimed_at(scene: Scene) -> list[str]:
    weapons = scene.within("weapon")
    if any(_is_battery(scene, w) for w in weapons):
        return ["air_defence"]
    if any(_is_aimed_at(scene, w) for w in weapons):
        return ["military_site"]
    against = _struck(scene)
    if against:
        return [_ARMS.get(against[0].head, "military_site")]
    struck = scene.event.has("hit") and any(_is_target(scene, w) for w in weapons)
    return ["vehicle"] if struck or _chased(scene) else []


def _is_target(scene: Scene, weapon: Mark) -> bool:
    """Whether a weapon was hit rather than fired: a battery, or an aircraft behind the verb that nobody flew."""
    flown = weapon.head != "aircraft" or weapon.start < scene.event.first or scene.is_instrument(weapon)
    used = weapon.label == "aircraft" and not _is_struck(scene, weapon)
    return _is_aimed_at(scene, weapon) or _is_gun(scene, weapon) or not (flown or used)


def _is_gun(scene: Scene, weapon: Mark) -> bool:
    """Whether a gun stands behind a verb that tells what was hit: «уражено три гаубиці»."""
    behind = weapon.head in _GUNS and weapon.start > scene.event.last and not scene.is_instrument(weapon)
    return behind and bool(_STRUCK.match(scene.view.folded, scene.event.first))


def _stands_by(scene: Scene, plane: Mark, weapons: list[Mark]) -> bool:
    """Whether an aircraft stands before a verb of attack and weapons behind it: it was hit, or carried them."""
    if plane.head != "aircraft" or plane.start > scene.event.first or scene.is_instrument(plane):
        return False
    others = [w for w in weapons if w.head != "aircraft" and w.start > scene.event.first]
    used = [w for w in others if scene.is_instrument(w) or _DOING.search(scene.words(w.start, w.end))]
    return bool(used)


def _is_struck(scene: Scene, plane: Mark) -> bool:
    """Whether a bare "aircraft" is what was hit: no case says that it did it, or a model stands right behind it."""
    words = scene.words(plane.start, plane.end)
    if _STRUCK.match(scene.view.folded, scene.event.first) and not _DOING.search(words):
        return True
    following = scene.marks.within(plane.end, plane.end + 3, "weapon")
    return any(w.head == "aircraft" and w.sub for w in following)


def planes_struck(scene: Scene) -> Quantity | None:
    """How many aircraft were hit, where more than one are counted: «уражено чотири літаки»."""
    planes = [w for w in scene.within("weapon") if w.head == "aircraft" and w.start > scene.event.last]
    if not _STRUCK.match(scene.view.folded, scene.event.first) or not planes or not _is_target(scene, planes[0]):
        return None
    counted = scene.quantity_before(planes[0])
    count: Quantity | None = counted.value if counted is not None else None
    return count if count is not None and count != Quantity.exact(1) else None


def _is_battery(scene: Scene, weapon: Mark) -> bool:
    """Whether an air defence system is named as such, not as the missile it fired: "the S-400 position was hit"."""
    if weapon.head != "air_defence_missile" or not weapon.sub:
        return False
    if _MISSILE.search(scene.words(weapon.start, weapon.end)):
        return False
    start = max(scene.sentence.start, weapon.start - _BESIDE)
    around = scene.marks.within(start, weapon.end + _BESIDE, "weapon")
    return not any(w.head in {"missile", "air_defence_missile"} and not w.sub for w in around)
