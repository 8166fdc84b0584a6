"""Frames of harm to things."""

import re

from purport.claims.frames.aims import arms, harmed
from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.frames.supply import also_lost, supplies
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import weapons_of
from purport.model import Effect, ObjectType, Quantity, Thing

__all__ = ["damage", "destroyed", "suffered"]

_EFFECTS: dict[str, Effect] = {
    "damaged": "damaged",
    "destroyed": "destroyed",
    "on_fire": "on_fire",
    "cut_off": "cut_off",
    "not_damaged": "not_damaged",
    "destroy": "destroyed",
    "hit": "hit",
}
_BESIDE = pattern(r"\b<beside>\s+(?:<article> )?(?:[\w-]+\s)?$")
_SHARE_OF = pattern(r"\b<share> <of> (?:<article> )?(?:[\w-]+\s)?$")
_NEAR_TO = pattern(r"\b<near_thing>\s+(?:<article> )?(?:[\w-]+\s)?$")
# «Знищено», «уничтожены», «пошкоджений»: what stands beside it suffers it.
_DONE = pattern(r"\b<done>$")
_ACTIVE = pattern(r"\w+(?:<past_ending>)")
_PASSIVE = pattern(r"\b<was>\s")
_UNIT = pattern(r"\b<unit>\b")
_COST_OF = pattern(r"\b<cost_of>\s(?:[\w-]+\s)?$")
_WITHOUT = pattern(r"<without>\b")
_LEFT = pattern(r"\b<left>\b")
_THROUGH = pattern(r"\b<through>$")
_PARTED = re.compile(r"[,;:()]")
_SUFFERS = pattern(r"(?:<suffers>)")
_CUT_OFF = pattern(r"<cutting_off>\b")
_CAUSING = pattern(r"\b<causing>(?: [\w“”\"’-]+){0,3} [“\"]?$")
_SMOKE = pattern(r"<smoke>")
_NONE_OF_THEM = pattern(
    r"(?:\s(?:<and>|<or>)\s[\w-]+|\s<at>\s[\w-]+|\s<amid_it>(?:\s[\w-]+){1,5}?){0,3}\s<there_is_none>\b"
)
_NOT_WITHOUT = pattern(r"\b<not> [\w'-]+ $")
_APART = pattern(r"\s?(?:[–—-]\s?)?(?:<were> )?")
_ENDS = re.compile(r"\s?(?:$|[.,;:)(\"])")
_PLURAL = pattern(r"\w<plural_ending> $")
_NUMBER = 24  # code points around a verb of harm in which a number stands that it tells of
_DONE_TO_MANY = frozenset({"damaged", "destroyed"})
_OF_NO_ARMS = frozenset({"on_fire", "cut_off", "not_damaged"})  # what befalls places and supplies
_SUPPLYING = frozenset(
    {
        "electricity_substation",
        "power_plant",
        "power_line",
        "power_supply",
        "gas_infrastructure",
        "water_supply",
        "heat_supply",
        "railway",
        "road",
        "bridge",
        "port",
        "critical_infrastructure",
        "civilian_infrastructure",
    }
)
_KNOCKED_OUT = pattern(r"\b<knocked_out>\b")
_GLASS = pattern(r"\b<glass>\b")
_NEAR = 30  # code points before a thing in which it is told that it is only where harm was done


def damage(scene: Scene) -> list[Draft]:
    """Things damaged, destroyed, burning, cut off or spared."""
    if _COST_OF.search(scene.before(scene.event.triggers[0], _NEAR)) or _is_driven_out(scene):
        return []
    effect = _effect(scene)
    things = _things(scene)
    armed = _armed(scene, effect) if effect not in _OF_NO_ARMS and all(_is_beside(scene, m) for m in things) else []
    if armed:
        return armed
    if effect == "cut_off" and (_is_surrounded(scene, things) or (not things and not _is_cut_off(scene))):
        return []
    if effect == "not_damaged" and _NOT_WITHOUT.search(scene.before(scene.event.triggers[0], _NEAR)):
        return []
    if _is_missing(scene, effect):
        return _spared(scene, effect)
    if not things and effect in _DONE_TO_MANY:
        more = _as_many_more(scene, effect)
        if more is not None:
            return [more]
    planes = [m for m in things if m.type == "weapon"]
    parts = _each_counted(scene, effect, planes, "vehicle") if planes == things else []
    if parts or (not things and not _stands_alone(scene, effect)):
        return parts
    draft = scene.draft("damage", weapons_open=True)
    draft.weapons = weapons_of(scene.view, [w for w in scene.within("weapon") if _did_it(scene, w, things)])
    draft.fired = bool(draft.weapons)
    draft.effect = effect
    draft.objects = tuple(Thing(label, effect) for label in dict.fromkeys(_type(m) for m in things))  # type: ignore[arg-type]
    draft.count = _count(scene, things, effect)
    supply = next((t.sub.partition(":")[2] for t in scene.event.triggers if ":" in t.sub), None)
    if supply is not None:  # the verb names what it befell: "was without power"
        lost = dict.fromkeys([supply, *also_lost(scene.words(scene.event.last, scene.event.end))])
        draft.objects, draft.count = tuple(Thing(label, effect) for label in lost), None  # type: ignore[arg-type]
    return [draft]


def _is_driven_out(scene: Scene) -> bool:
    """Whether a verb of panes is said of something else: «вибито з Покровська»."""
    told = _KNOCKED_OUT.match(scene.view.folded, scene.event.first)
    return told is not None and not _GLASS.search(scene.words(scene.event.start, scene.event.end))


def _is_missing(scene: Scene, effect: Effect) -> bool:
    """Whether it is told that there was none: «пожеж і постраждалих немає»."""
    return effect != "not_damaged" and _NONE_OF_THEM.match(scene.view.folded, scene.event.last) is not None


def _spared(scene: Scene, effect: Effect) -> list[Draft]:
    """That nothing was damaged, where a sentence does not say it of people, too."""
    if effect == "on_fire" or any(t.head == "casualties" for t in scene.sentence.triggers):
        return []
    draft = scene.draft("damage", weapons_open=True)
    draft.effect, draft.objects = "not_damaged", (Thing("other", "not_damaged"),)
    return [draft]


def _as_many_more(scene: Scene, effect: Effect) -> Draft | None:
    """Things told of by their number alone, like those before: «зруйновано два будинки, ще сім – пошкоджено»."""
    start = scene.sentence.start
    before = scene.marks.within(start, scene.event.start, "object")
    verb = scene.event.triggers[0]
    near = scene.marks.within(max(scene.event.start, verb.start - _NUMBER), verb.end + _NUMBER, "quantity")
    told = next((q for q in near if _stands_by(scene, q, verb)), None)
    harmed_before = any(
        t.head in {"damage", "destroy"} for t in scene.marks.within(start, scene.event.start, "trigger")
    )
    if told is None or told.value is None or not before or not harmed_before or scene.within("people", "weapon"):
        return None
    draft = scene.draft("damage", weapons_open=True)
    draft.start, draft.end = min(draft.start, told.start), max(draft.end, told.end)
    draft.effect, draft.count = effect, told.value
    draft.objects = (Thing(before[-1].label, effect),)  # type: ignore[arg-type]
    return draft


def _stands_by(scene: Scene, number: Mark, verb: Mark) -> bool:
    """Whether only a dash or "more" stands between a number and a verb, and no noun that it counts behind both."""
    apart = _APART.fullmatch(scene.gap(number, verb))
    behind = _ENDS.match(scene.view.folded, max(number.end, verb.end))
    return apart is not None and behind is not None


def destroyed(scene: Scene) -> list[Draft]:
    """Things destroyed on the ground.

    What a short report destroys without a word of the lexicon is "other", where it says where.
    """
    if scene.within("object") or harmed(scene):
        return damage(scene)
    armed = _armed(scene, "destroyed")
    if armed:
        return armed
    more = _as_many_more(scene, "destroyed")
    if more is not None:
        return [more]
    if not scene.brief or not scene.within("place") or scene.within("people", "weapon", "quantity"):
        return []
    verbs = (scene.words(t.start, t.end) for t in scene.event.triggers)
    if any(_ACTIVE.fullmatch(verb) and not _DONE.search(verb) for verb in verbs):
        return []  # «розбили на Харківщині» is fighting
    if _UNIT.search(scene.words(scene.event.first, scene.event.end)):
        return []  # ground fighting
    draft = scene.draft("damage", weapons_open=True)
    draft.objects = (Thing("other", "destroyed"),)
    return [draft]


def suffered(scene: Scene) -> list[Draft]:
    """Things told to have suffered, by a verb that is said of people, too: «постраждала школа»."""
    verb = scene.event.triggers[0]
    if len(scene.event.triggers) > 1 or not _SUFFERS.fullmatch(scene.words(verb.start, verb.end)):
        return []
    near = scene.marks.within(
        max(scene.event.start, verb.start - _NEAR), min(verb.end + _NEAR, scene.event.end), "object"
    )
    things = [m for m in near if not _is_beside(scene, m)]
    return damage(scene) if things else []


def _armed(scene: Scene, effect: Effect) -> list[Draft]:
    """Aircraft, guns and batteries that came to harm where they stood: a draft for each model that is counted."""
    weapons, kind = arms(scene)
    if kind is None:
        return []
    return _each_counted(scene, effect, weapons, kind) or [_arm(scene, effect, weapons, kind)]


def _each_counted(scene: Scene, effect: Effect, weapons: list[Mark], kind: ObjectType) -> list[Draft]:
    """A draft for each of several models, where each has its own count: "two Su-34, three Mi-8"."""
    numbers = [scene.quantity_before(w) for w in weapons]
    counted = [(number, weapon) for number, weapon in zip(numbers, weapons, strict=True) if number is not None]
    if len(counted) < 2:
        return []
    parts = [_arm(scene, effect, [weapon], kind) for _, weapon in counted]
    for part, (number, weapon) in zip(parts[1:], counted[1:], strict=True):
        part.start = part.at = min(weapon.start, number.start)
    for part, (_, weapon) in zip(parts[:-1], counted[:-1], strict=True):
        part.until = part.end = max(weapon.end, part.until)
    return parts


def _arm(scene: Scene, effect: Effect, weapons: list[Mark], kind: ObjectType) -> Draft:
    draft = scene.draft("damage", weapons_open=True)
    draft.effect, draft.objects = effect, (Thing(kind, effect),)
    draft.weapons = weapons_of(scene.view, [w for w in scene.within("weapon") if scene.is_instrument(w)])
    draft.fired = bool(draft.weapons)
    draft.count = scene.number_of(weapons[0]) or _one_of_a_model(scene, weapons)
    return draft


def _one_of_a_model(scene: Scene, weapons: list[Mark]) -> Quantity | None:
    """One, where a single model is named ("a Su-34 was destroyed") and no word speaks of several."""
    beside = scene.marks.within(max(scene.sentence.start, weapons[0].start - _NEAR), weapons[0].start, "weapon")
    several = any(m.number == "p" for m in (*beside, *weapons, *scene.event.triggers))
    return Quantity.exact(1) if weapons[0].sub and len(weapons) == 1 and not several else None


def _one_by_initials(scene: Scene, thing: Mark) -> Quantity | None:
    """One, where a thing is named by initials, which have no plural, and no word before them has one: «знищено РЛС»."""
    words = scene.view.plain[thing.start : thing.end]
    several = any(t.number == "p" for t in scene.event.triggers) or _PLURAL.search(scene.before(thing, _NEAR))
    return Quantity.exact(1) if words.isupper() and words.isalpha() and not several else None


def _effect(scene: Scene) -> Effect:
    found = [_EFFECTS.get(t.sub.partition(":")[0] or t.head, "damaged") for t in scene.event.triggers]
    return "destroyed" if "destroyed" in found else found[0]


def _things(scene: Scene) -> list[Mark]:
    """The things that came to harm: not where it was done ("at the airfield"), nor what describes another."""
    heads = scene.heads(scene.within("object"))
    heads = [m for m in heads if not _NEAR_TO.search(scene.before(m, _NEAR))] or heads
    patients = [m for m in heads if not _is_beside(scene, m)]
    patients = sorted(patients + harmed(scene), key=lambda m: m.start) or heads
    return [m for m in patients if m.label != "other"] or patients


def _type(thing: Mark) -> str:
    """The type of a thing that came to harm; an aircraft is a vehicle then."""
    return thing.label if thing.type == "object" else "vehicle"


def _did_it(scene: Scene, weapon: Mark, things: list[Mark]) -> bool:
    """Whether harm was done with a weapon: the words say "by" or "with" it, or it is who does what the verb tells."""
    if scene.is_instrument(weapon):
        return True
    verb = scene.event.triggers[0]
    if weapon.head == "aircraft" and _DONE.search(scene.words(verb.start, verb.end)):
        return False
    acts = weapon.end <= scene.event.first and not _PASSIVE.search(scene.words(weapon.end, scene.event.first))
    return acts and weapon not in things and not _PARTED.search(scene.words(weapon.end, scene.event.first))


def _is_beside(scene: Scene, thing: Mark) -> bool:
    before = scene.view.folded[max(0, thing.start - _NEAR) : thing.start]
    return bool(_BESIDE.search(before)) and not _SHARE_OF.search(before)


def _count(scene: Scene, things: list[Mark], effect: Effect) -> Quantity | None:
    """How many things, where they are of one type; of fires, one where the word is singular."""
    if things:
        if len({_type(m) for m in things}) > 1:
            return None
        arms = [m for m in things if m.type == "weapon"]
        told = scene.number_of(things[0]) or _one_by_initials(scene, things[0])
        return told or (_one_of_a_model(scene, arms) if arms == things else None)
    fires = [t for t in scene.event.triggers if not _SMOKE.match(scene.view.folded, t.start)]
    one = effect == "on_fire" and any(t.number == "s" for t in fires)
    return Quantity.exact(1) if one else None


def _is_surrounded(scene: Scene, things: list[Mark]) -> bool:
    """Whether a town or troops are cut off, by an army, or a picture is: "has cut off the city of Kherson"."""
    if any(m.label in _SUPPLYING for m in things):
        return False
    bare = all(t.label == "damage:cut_off" for t in scene.event.triggers)
    cut = all(_CUT_OFF.match(scene.view.folded, t.start) for t in scene.event.triggers)
    return bare and cut and not supplies(scene.words(scene.event.start, scene.event.end))


def _is_cut_off(scene: Scene) -> bool:
    """Whether "without water" tells of an outage: whom or what it befell is told, or a verb tells that it came."""
    if not _WITHOUT.match(scene.view.folded, scene.event.first):
        return True
    left = _LEFT.search(scene.view.folded, scene.sentence.start, scene.sentence.end)
    return bool(left or scene.around("place", "quantity", "people", "side"))


def _stands_alone(scene: Scene, effect: Effect) -> bool:
    """Whether words tell of damage though they name nothing damaged: a fire, an outage, a place in ruins, or none."""
    if effect in {"on_fire", "cut_off", "not_damaged"}:
        return True
    told = [t for t in scene.event.triggers if not _THROUGH.search(scene.words(t.start, t.end))]
    noun = any(t.number in {"s", "p"} or t.label == "damage:damaged" for t in told)
    placed = bool(scene.within("place"))
    return (noun and (scene.is_post or placed or _is_of_a_strike(scene))) or (scene.brief and placed)


def _is_of_a_strike(scene: Scene) -> bool:
    """Whether a participle tells that a strike told before it did damage: ", causing limited damage"."""
    struck = any(t.head in {"attack", "hit"} and t.start < scene.event.first for t in scene.sentence.triggers)
    return struck and bool(_CAUSING.search(scene.before(scene.event.triggers[0], 40)))
