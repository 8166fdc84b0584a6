"""What weapons were used on: the things that were aimed at, and which weapons are among them."""

from purport.claims.counts import AIRBORNE, Group, groups
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.model import Thing

__all__ = ["aimed_at", "fired", "launched"]

_BESIDE = 30  # code points around an air defence system in which its missile may be named


def launched(scene: Scene) -> list[Group]:
    """The groups of weapons that were used, without the batteries that were aimed at."""
    found = groups(scene.view, scene.marks, scene.event.start, scene.event.end)
    for group in found:
        group.weapons = [w for w in group.weapons if not _is_battery(scene, w)]
    return found


def fired(scene: Scene) -> list[Mark]:
    """Weapons that something was hit with, not those that were hit."""
    return [w for w in scene.within("weapon") if w.head in AIRBORNE and not _is_target(scene, w)]


def aimed_at(scene: Scene, effect: str) -> tuple[Thing, ...]:
    """The things that were aimed at; a bare "other" only where nothing else is."""
    labels = list(dict.fromkeys(m.label for m in scene.heads(scene.within("object"))))
    if not labels:
        labels = _weapons_aimed_at(scene)
    return tuple(Thing(label, effect) for label in labels if label != "other" or len(labels) == 1)  # type: ignore[arg-type]


def _weapons_aimed_at(scene: Scene) -> list[str]:
    weapons = scene.within("weapon")
    if any(_is_battery(scene, w) for w in weapons):
        return ["air_defence"]
    return ["vehicle"] if scene.event.has("hit") and any(_is_target(scene, w) for w in weapons) else []


def _is_target(scene: Scene, weapon: Mark) -> bool:
    """Whether a weapon was hit rather than fired: a battery, or an aircraft behind the verb that nobody flew."""
    flown = weapon.head != "aircraft" or weapon.start < scene.event.first or scene.is_instrument(weapon)
    return _is_battery(scene, weapon) or not (flown or weapon.label == "aircraft")


def _is_battery(scene: Scene, weapon: Mark) -> bool:
    """Whether an air defence system is named as such, not as the missile it fired: "the S-400 position was hit"."""
    if weapon.head != "air_defence_missile" or not weapon.sub:
        return False
    start = max(scene.sentence.start, weapon.start - _BESIDE)
    around = scene.marks.within(start, weapon.end + _BESIDE, "weapon")
    return not any(w.head in {"missile", "air_defence_missile"} and not w.sub for w in around)
