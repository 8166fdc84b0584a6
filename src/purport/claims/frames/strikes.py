"""Frames of weapons used on something: attacks and hits."""

import re

from purport.claims.counts import Group
from purport.claims.frames.aims import aimed_at, launched
from purport.claims.frames.counted import counted
from purport.claims.frames.draft import Draft
from purport.claims.frames.echoes import is_answered, tells_nothing
from purport.claims.frames.hits import hit
from purport.claims.frames.scene import Scene
from purport.claims.frames.seen import sighting
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import weapons_of
from purport.claims.words import comes_from
from purport.model import Quantity, Weapon

__all__ = ["attack"]

_WIELDED = pattern(r"(?:[а-яіїєґ'-]+ )*<missile_word>[а-яіїєґ]*<doing_ending>")
_HITS = pattern(r"<hits>")
_THIRD_PERSON = pattern(r"<verb_or_noun>s")
_ONE = pattern(r"\b<one_of_many> (?:[\w-]+ ){0,2}$")
_ONE_ROOM = 30  # code points before a weapon in which its article stands
_DID = pattern(r"\w(?:<past_ending>)(?:ся)?\b")
_ACTING = re.compile(r"[\"»”]?(?: \w+){0,2} ")  # between a weapon and the verb that tells what it did
_DOING = pattern(r"<doing_ending>$")
_BEHIND = 24  # code points behind a verb in which the one weapon stands that did it
_FIRES_AT = pattern(r"<fires_at>")
_OUR_AIR_DEFENCE = pattern(r"\b<our_air_defence> (?:[\w-]+ )?$")
_TWICE = pattern(r"\b<twice>\b")
_THRICE = pattern(r"\b<thrice>\b")
_TIMES = pattern(r" <times>\b")
_DEBRIS = frozenset({"debris", "remains"})
_AFTER = pattern(r"\b<cause>(?: [\w-]+){0,2} $")
_WAS_USED = pattern(r"<was_used>\b")


def attack(scene: Scene) -> list[Draft]:
    """Weapons used: one draft for each counted kind of weapon, else one with all of them."""
    if _is_finite(scene):
        return hit(scene)
    found = [g for g in launched(scene) if g.weapons]
    if _is_air_defence(scene):
        return [_fired_at(scene, found)]
    if all(t.sub == "enter" for t in scene.event.triggers) and not _has_origin(scene):
        return sighting(scene)
    if tells_nothing(scene, found):
        return []
    told = [i for i, g in enumerate(found) if g.counted and g.quantity is not None]
    if len(told) > 1:
        used = weapons_of(scene.view, [w for g in found for w in g.weapons])
        told = [i for i in told if not _only_carries(found[i], used)]
    return _each(scene, found, told) if len(told) > 1 else [_whole(scene, found)]


def _is_air_defence(scene: Scene) -> bool:
    """Whether air defence fires at what flies: «ППО відпрацювала по двох шахедах»."""
    fires = all(_FIRES_AT.match(scene.view.folded, t.start) for t in scene.event.triggers)
    return fires and bool(_OUR_AIR_DEFENCE.search(scene.words(scene.event.start, scene.event.first)))


def _fired_at(scene: Scene, found: list[Group]) -> Draft:
    """What air defence fires at is stopped, as far as anybody tells."""
    draft = scene.draft("interception", outcome="intercepted", weapons_open=not found)
    draft.weapons = weapons_of(scene.view, [w for g in found for w in g.weapons])
    draft.count = found[0].quantity if found else None
    return draft


def _is_finite(scene: Scene) -> bool:
    """Whether a word that is verb and noun alike tells what one weapon does: "a drone strikes the port"."""
    trigger = scene.event.triggers[0]
    if len(scene.event.triggers) > 1 or not _THIRD_PERSON.fullmatch(scene.words(trigger.start, trigger.end)):
        return False
    weapon = next((w for w in scene.within("weapon") if trigger.start - w.end == 1), None)
    return weapon is not None and weapon.number == "s" and bool(_ONE.search(scene.before(weapon, _ONE_ROOM)))


def _has_origin(scene: Scene) -> bool:
    """Whether it is told from where weapons came."""
    return any(comes_from(scene.view, m.start) for m in scene.within("place"))


def _each(scene: Scene, found: list[Group], told: list[int]) -> list[Draft]:
    drafts = [counted(scene, "attack", found, i) for i in told]
    for draft in drafts:
        draft.marks = draft.marks or scene.within("place")
    return drafts


def _whole(scene: Scene, found: list[Group]) -> Draft:
    own = [g for g in found if not g.counted or g.quantity is not None] or found
    draft = scene.draft("attack")
    draft.weapons = weapons_of(scene.view, [w for g in own for w in g.weapons] or _left_behind(scene))
    draft.part = _stands_for_weapons(scene)
    draft.weapons_open = not draft.weapons and draft.part
    draft.place_open = draft.place_open and not is_answered(scene, scene.event.triggers[0])
    lead = next((g for g in own if not _only_carries(g, draft.weapons)), None)
    draft.count = lead.used if lead is not None and lead.counted else _times(scene)
    draft.count = draft.count or _strikes_launched(scene)
    draft.count = draft.count or _one(scene, draft.weapons) or _one_launched(scene, own) or _one_wielded(scene, own)
    aimed = scene.event.has("attack:target") and not scene.event.has("hit")
    draft.objects = aimed_at(scene, "targeted" if aimed or not _is_strike(scene) else "hit")
    draft.fired = any(scene.is_instrument(w) for g in found for w in g.weapons) or _tells_what_was_used(scene)
    if scene.event.has("attack:shelling") and not draft.weapons:
        draft.weapons = (Weapon("artillery"),)
    return draft


def _only_carries(group: Group, weapons: tuple[Weapon, ...]) -> bool:
    """Whether a group counts the aircraft that the weapons were dropped or fired from."""
    carriers = bool(group.weapons) and group.weapons[0].head == "aircraft"
    return carriers and bool(weapons) and all(w.cls != "aircraft" for w in weapons)


def _strikes_launched(scene: Scene) -> Quantity | None:
    """How many strikes are told to have been launched: "launched 10 air strikes"."""
    if not scene.event.has("attack:launch"):
        return None
    noun = next((t for t in scene.event.triggers if t.label == "attack:strike" and t.number == "p"), None)
    told = scene.quantity_before(noun) if noun is not None else None
    count: Quantity | None = told.value if told is not None else None
    return count


def _times(scene: Scene) -> Quantity | None:
    """How often a place was attacked: «обстріляли місто 12 разів», «дважды»."""
    words = scene.words(scene.event.start, scene.event.end)
    if _TWICE.search(words) or _THRICE.search(words):
        return Quantity.exact(2 if _TWICE.search(words) else 3)
    often = (q for q in scene.within("quantity") if _TIMES.match(scene.view.folded, q.end))
    told = next(often, None)
    count: Quantity | None = told.value if told is not None else None
    return count


def _left_behind(scene: Scene) -> list[Mark]:
    """The weapons whose debris is told to have been found after an attack: they were used in it."""
    start, first = scene.sentence.start, scene.event.first
    debris = next((t for t in scene.marks.within(start, first, "trigger") if t.sub in _DEBRIS), None)
    after = _AFTER.search(scene.view.folded, start, first)
    return scene.marks.within(debris.end, after.start(), "weapon") if debris is not None and after else []


def _tells_what_was_used(scene: Scene) -> bool:
    """Whether a passive tells what was used: «було застосовано дрони та ракети»."""
    return any(_WAS_USED.match(scene.view.folded, t.start) for t in scene.event.triggers)


def _one(scene: Scene, weapons: tuple[Weapon, ...]) -> Quantity | None:
    """One, where one weapon in the singular does what a verb in the singular tells: «дрон атакував автівку»."""
    verb = scene.event.triggers[0]
    if len(weapons) != 1 or verb.number != "s" or not _DID.search(scene.words(verb.start, verb.end)):
        return None
    before = scene.marks.within(scene.event.start, verb.start, "weapon")
    acting = bool(before) and _ACTING.fullmatch(scene.words(before[-1].end, verb.start)) is not None
    behind = scene.marks.within(verb.end, verb.end + _BEHIND, "weapon")
    acts = bool(behind) and behind[0].number == "s" and not scene.is_instrument(behind[0])
    acts = acts and not _DOING.search(scene.words(behind[0].start, behind[0].end))
    return Quantity.exact(1) if (acting and before[-1].number != "p") or acts else None


def _one_launched(scene: Scene, own: list[Group]) -> Quantity | None:
    """One, where it is told that one was launched: "fired a missile at the port", "a missile was fired from Yemen"."""
    weapons = [w for g in own for w in g.weapons]
    launched = scene.event.has("attack:launch") and not scene.event.has("attack:strike", "attack:shelling")
    if not launched or len(weapons) != 1 or weapons[0].number != "s":
        return None
    return Quantity.exact(1) if _ONE.search(scene.before(weapons[0], _ONE_ROOM)) else None


def _one_wielded(scene: Scene, own: list[Group]) -> Quantity | None:
    """One, where a weapon in the singular is told to have been used: «завдала удару балістичною ракетою»."""
    weapons = [w for g in own for w in g.weapons]
    if not weapons or any(w.number == "p" for w in weapons) or any(t.number == "p" for t in scene.event.triggers):
        return None
    named = scene.words(weapons[0].start, weapons[0].end)
    return Quantity.exact(1) if weapons[0].number == "s" and _WIELDED.fullmatch(named) else None


def _stands_for_weapons(scene: Scene) -> bool:
    """Whether words in front of an attack stand for weapons told before: "others struck"."""
    return bool(scene.marks.cues(scene.event.start, scene.event.first, "of_them", "others"))


def _is_strike(scene: Scene) -> bool:
    """A "strike" hits; an "attack" aims."""
    return scene.event.has("hit") or bool(_HITS.search(scene.words(scene.event.first, scene.event.last)))
