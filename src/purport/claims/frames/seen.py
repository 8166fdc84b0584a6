"""Frames of weapons seen, heard and come down: sightings, blasts, impacts."""

import re

from purport.claims.frames.aims import aimed_at
from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import AIRBORNE, weapons_of
from purport.model import Quantity

__all__ = ["explosion", "impact", "sighting"]

_SHORT = 60  # code points of a sentence that says little else than its one noun
_DEBRIS = frozenset({"debris", "fall", "remains"})
_ON_THE_GROUND = frozenset({"artillery", "other", "unknown", "air_defence_missile", "rocket"})
_REMAINS = frozenset({"debris", "remains"})
_FALLING = pattern(r"<falling>")
_MEANWHILE = pattern(r", <besides_seen>\b")
_FLIES = pattern(r"\w+<present_ending>\b")
_HEADED = pattern(r" <heads_for> (?!\d|<flight_measure>\b)")
_CRASHES = pattern(r"<crashes>")
_IT = pattern(r"\b(?:<pronoun>|<relative>)(?: \w+)?\s$")
_LANDS = pattern(r"<lands>\w*\b")
_SUBJECT = 40  # code points between debris and the verb of the harm that it did, at most
_NONE_CAME = pattern(r"(?:\s[\w'-]+){0,6}\s<there_is_none>\b")
_HEARD = pattern(r"\b<heard>\b")
_REPORTED = pattern(r"\b<reported>\b[^,;:.]*$")
_EARSHOT = 60  # code points before blasts in which it is told that they were heard
_PUNCTUATED = re.compile(r"[,;:.()]")


def impact(scene: Scene) -> list[Draft]:
    """Weapons or debris that came down."""
    subs = {t.sub for t in scene.event.triggers}
    stopped = any(t.head == "interception" for t in scene.sentence.triggers)
    weapons = _airborne(scene.within("weapon")) or (_airborne(scene.around("weapon")) if stopped else [])
    if not weapons and (("debris" not in subs and subs & _DEBRIS) or _is_of_anything(scene)):
        return []  # something fell, nobody says that it was a weapon
    if weapons and all(w.head == "aircraft" for w in weapons) and _LANDS.match(scene.view.folded, scene.event.first):
        return []  # which it does where it is at home
    debris = bool(subs & _REMAINS) or ("fall" in subs and (stopped or not weapons))
    if _NONE_CAME.match(scene.view.folded, scene.event.last):
        return []
    if subs == {"debris"} and (_only_did_harm(scene) or not _came_down(scene)):
        return []
    things = aimed_at(scene, "damaged" if debris else "hit")
    counted = next((q for q in scene.within("quantity") if not _counts_people(scene, q)), None)
    hit = scene.is_post and any(t.label == "impact:hit" for t in scene.event.triggers)
    if not (weapons or things or counted or hit or scene.within("place")):
        return []
    draft = scene.draft("impact", outcome="debris" if debris else "hit", weapons_open=not weapons)
    draft.weapons = weapons_of(scene.view, weapons)
    draft.objects = things
    draft.effect = "damaged" if debris else "hit"
    draft.count = counted.value if counted else _one(scene, weapons, debris=debris)
    return [draft]


def _is_of_anything(scene: Scene) -> bool:
    """Whether a verb of all that crashes or bursts has a subject that is no weapon told before: "prices exploded"."""
    first = scene.event.triggers[0]
    if not _CRASHES.match(scene.view.folded, first.start):
        return False
    return not (_IT.search(scene.before(first, _EARSHOT)) or scene.cue("of_them", "others"))


def _one(scene: Scene, weapons: list[Mark], *, debris: bool) -> Quantity | None:
    """One, where a weapon or the thing that it hit is named in the singular, and nothing speaks of several hits."""
    if debris or any(t.number == "p" for t in scene.event.triggers) or any(w.number == "p" for w in weapons):
        return None
    noun = weapons[:1] and any(t.number == "s" and t.sub == "hit" for t in scene.event.triggers)
    if noun and len(weapons) == 1:
        return Quantity.exact(1)
    struck = scene.heads(scene.within("object")) if not weapons else weapons[:1]
    return Quantity.exact(1) if len(weapons) < 2 and any(m.number == "s" for m in struck[:1]) else None


def _came_down(scene: Scene) -> bool:
    """Whether debris is told to have come down, and not only to have been seen: it falls, or lies somewhere."""
    falls = any(_FALLING.match(scene.view.folded, t.start) for t in scene.event.triggers)
    return falls or bool(scene.within("place"))


def _only_did_harm(scene: Scene) -> bool:
    """Whether debris is only named as what did harm: "fragments of a drone damaged a pipeline"."""
    following = scene.marks.within(scene.event.last, scene.event.last + _SUBJECT, "trigger")
    harm = next((t for t in following if t.head in {"damage", "casualties"}), None)
    return harm is not None and not _PUNCTUATED.search(scene.words(scene.event.last, harm.start))


def explosion(scene: Scene) -> list[Draft]:
    """A blast whose cause the words do not name."""
    if any(not _is_elsewhere(scene, w) for w in scene.within("weapon")):
        return []
    if all(t.sub == "noise" for t in scene.event.triggers) and not _is_all_it_says(scene):
        return []
    noun = next((t for t in scene.event.triggers if t.head == "explosion"), None)
    draft = scene.draft("explosion")
    if noun is not None and noun.sub == "boom":
        return [draft] if draft.marks or (scene.is_post and _is_short(scene)) else []
    if noun is None:
        things = [m for m in scene.within("object") if m.label != "air_defence"]  # which "goes off" when it fires
        return [draft] if things and (draft.marks or scene.is_post) else []
    counted = scene.quantity_before(noun)
    if counted is None and noun.number != "s" and not _reports(scene, draft):
        return []
    draft.count = scene.number_of(noun)
    return [draft]


def _is_elsewhere(scene: Scene, weapon: Mark) -> bool:
    """Whether another clause tells of a weapon: "blasts were heard, while videos showed missiles"."""
    last = scene.event.last
    return weapon.start > last and bool(_MEANWHILE.search(scene.words(last, weapon.start)))


def _is_all_it_says(scene: Scene) -> bool:
    """Whether a line of a post says only that it is loud somewhere."""
    return scene.is_post and bool(scene.within("place")) and _is_short(scene)


def _is_short(scene: Scene) -> bool:
    return scene.sentence.end - scene.sentence.start < _SHORT


def sighting(scene: Scene) -> list[Draft]:
    """Weapons in flight; aircraft parts and talk of flying without a weapon are nothing."""
    weapons = _airborne(scene.around("weapon"))
    if not weapons or _is_only_talk(scene, weapons):
        return []
    draft = scene.draft("sighting")
    draft.start = min(draft.start, weapons[0].start)
    draft.end = max(draft.end, weapons[-1].end)
    draft.weapons = weapons_of(scene.view, weapons)
    draft.count = scene.number_of(weapons[0])
    draft.marks = scene.around("place")
    flies = _FLIES.match(scene.view.folded, scene.event.first) and not scene.around("time")
    flies = flies and not _HEADED.match(scene.view.folded, scene.event.last)
    return [] if flies and not draft.marks else [draft]  # how high it flies, not that it does


def _is_only_talk(scene: Scene, weapons: list[Mark]) -> bool:
    """Whether words of many meanings tell of no flight: nothing that flies is counted, and no town or region named."""
    if any(t.sub != "loose" for t in scene.event.triggers):
        return False
    flying = [w for w in weapons if w.head not in _ON_THE_GROUND]
    placed = any(m.value.place.precision != "country" for m in scene.around("place"))
    return not flying or not (placed or any(scene.quantity_before(w) for w in flying))


def _airborne(weapons: list[Mark]) -> list[Mark]:
    return [w for w in weapons if w.head in AIRBORNE]


def _reports(scene: Scene, draft: Draft) -> bool:
    """Whether blasts are told as news: with a place or a verb of their own, or in a post that says little else.

    They also are where somebody heard them at a thing or at a time that is told.
    """
    if draft.marks or len(scene.event.triggers) > 1 or (scene.is_post and _is_short(scene)):
        return True
    if _REPORTED.search(scene.before(scene.event.triggers[0], _EARSHOT)):
        return True
    told = scene.words(scene.event.start, scene.event.end)
    return bool(scene.within("object", "time")) and bool(_HEARD.search(told))


def _counts_people(scene: Scene, quantity: Mark) -> bool:
    following = scene.marks.within(quantity.end, quantity.end + 40, "people", "weapon", "object")
    if not following or _PUNCTUATED.search(scene.words(quantity.end, following[0].start)):
        return False
    return following[0].type == "people"
