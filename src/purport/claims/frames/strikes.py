"""Frames of weapons used on something: attacks and hits."""

import re

from purport.claims.counts import Group
from purport.claims.frames.aims import aimed_at, fired, launched, planes_struck
from purport.claims.frames.counted import counted
from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.frames.seen import sighting
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import weapons_of
from purport.claims.words import comes_from
from purport.model import Quantity, Thing, Weapon

__all__ = ["attack", "hit"]

_NONE = pattern(r"\b<none>(?: \w+)?\s$")
_OCCASION = pattern(r"\b(?:<occasion> <occasion_of>(?: [\w'’]+){0,3}|<judging_of>(?: [\w'’]+){0,3})\s$")
_OCCASION_ROOM = 60  # code points before a noun of attack in which it is told to be an occasion
_ANSWER = pattern(r"\b<answer>\s")
_ANSWER_ROOM = 40  # code points before a noun of attack in which it is told that it was answered
_OWNER = 20  # the same, in which whose attack it was is told
_AGAINST = pattern(r"\b<aimed_at> (?:<this> )?(?:\w+ )?$")
_VERB = pattern(r"\b<before_verb>(?: (?!(?:<article>|<this>|<its_or_their>)\b)\w+)?\s$")
_RANKED = pattern(r"\b(?:<was>|<occasion_in>)(?: <one_of>)? <article> (?:\w+ )?<ranked>(?: \w+){0,3}\s$")
_RANKED_BEHIND = pattern(r"(?:,|\s[–—-]) (?:<one_of> )?<the> (?:\w+ )?<ranked>(?: \w+){0,3}\s$")
_DEPLOY = pattern(r"<deploy>")
_FORGONE = pattern(r"\b<forgone>\b[^,;:.]*\b<forgone_of>(?: [\w-]+){0,3}\s$")
_GIVEN_UP = 70  # code points before strikes in which it is told that they are given up, stopped or banned
_WIELDED = pattern(r"(?:[а-яіїєґ'-]+ )*<missile_word>[а-яіїєґ]*<doing_ending>")
_TALKED_OF = pattern(r"\b<talked_of>(?: [\w'’]+){0,3}\s$")
_DEFENDS = pattern(r"\b<at_defence>\b")
_MANY_OF = pattern(r"\b<number_of>(?: [\w'’]+){0,2}\s$")
_ANSWERED = pattern(r"\b<answers>(?: [\w-]+){0,2} <answers_to>(?: [\w-]+){0,2}\s$")
_POINTING_BACK = pattern(r"\b<pointing_back>(?: \w+){0,2}\s$")
_THAT = pattern(r"<that>\s")
_IS_WHAT = pattern(r"(?:\s<strike_on>[^,;:.]{0,60}?)?\s<copula> (?:<one_of> )?<article>\s")
_SOMETHING = pattern(r"\s<article>\s")
_ACTS = pattern(r" (?:<auxiliary> )?(?:\w+ly |also |again )?")
_INTERCEPTOR = pattern(r"\b<interceptor>")
_HALTED = pattern(r"\b<halts>(?: [\w-]+){0,3}\s$")
_FELT = pattern(r"\b<feels>(?: [\w-]+){0,2}? <feels_about>(?: [\w’'-]+){0,3}\s$")
_NAME = 40  # code points of the name of who does something, at most
_IS_HIT = pattern(r"\s<was>(?: \w+)?\s<attacked>\b(?!\s<by>\b).*")
_ON = pattern(r"\s<strike_on>\b")
_VERB_OR_NOUN = pattern(r"<verb_or_noun>s?\b")
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
_HITS = pattern(r"<hits>")
_DENIED = 90  # code points before a noun in which it is denied
_USED = 40  # code points between "used" and its weapon, at most
_REPELLED = 45  # code points before counted attacks in which it is told that they were repelled
_THIRD_PERSON = pattern(r"<verb_or_noun>s")
_ONE = pattern(r"\b<one_of_many> (?:[\w-]+ ){0,2}$")
_ONE_ROOM = 30  # code points before a weapon in which its article stands
_TARGETS = pattern(r"\s(?:[\w'’-]+\s){0,5}<targets>\b[^,;:.]*")
_TARGET = 90  # code points behind a verb in which the place of the targets that were hit is told
_OBJECT = 12  # code points behind a verb in which the town that was hit may begin
_DID = pattern(r"\w(?:<past_ending>)(?:ся)?\b")
_ACTING = re.compile(r"[\"»”]?(?: \w+){0,2} ")  # between a weapon and the verb that tells what it did
_DOING = pattern(r"<doing_ending>$")
_BEHIND = 24  # code points behind a verb in which the one weapon stands that did it
_WORKS = frozenset({"industrial_site", "military_industry"})
_ISSUES = pattern(r"<issues>")
_FIRES_AT = pattern(r"<fires_at>")
_OUR_AIR_DEFENCE = pattern(r"\b<our_air_defence> (?:[\w-]+ )?$")
_TWICE = pattern(r"\b<twice>\b")
_THRICE = pattern(r"\b<thrice>\b")
_TIMES = pattern(r" <times>\b")
# What is not aimed at by armies alone.
_OF_TOWNS = frozenset({"other", "commercial_building", "office_building", "residential_building", "private_house"})
_DEBRIS = frozenset({"debris", "remains"})
_AFTER = pattern(r"\b<cause>(?: [\w-]+){0,2} $")
_WAS_USED = pattern(r"<was_used>\b")
_AIMED = pattern(r"\s<aimed_at>\s")
_HANDED_TO = pattern(r"\W+<handed_to>\b")


def attack(scene: Scene) -> list[Draft]:
    """Weapons used: one draft for each counted kind of weapon, else one with all of them."""
    if _is_finite(scene):
        return hit(scene)
    found = [g for g in launched(scene) if g.weapons]
    if _is_air_defence(scene):
        return [_fired_at(scene, found)]
    if all(t.sub == "enter" for t in scene.event.triggers) and not _has_origin(scene):
        return sighting(scene)
    if _tells_nothing(scene, found):
        return []
    told = [i for i, g in enumerate(found) if g.counted and g.quantity is not None]
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
    draft.place_open = draft.place_open and not _is_answered(scene, scene.event.triggers[0])
    draft.count = own[0].used if own and own[0].counted else _times(scene)
    draft.count = draft.count or _strikes_launched(scene)
    draft.count = draft.count or _one(scene, draft.weapons) or _one_launched(scene, own) or _one_wielded(scene, own)
    aimed = scene.event.has("attack:target") and not scene.event.has("hit")
    draft.objects = aimed_at(scene, "targeted" if aimed or not _is_strike(scene) else "hit")
    draft.fired = any(scene.is_instrument(w) for g in found for w in g.weapons) or _tells_what_was_used(scene)
    if scene.event.has("attack:shelling") and not draft.weapons:
        draft.weapons = (Weapon("artillery"),)
    return draft


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


def _tells_nothing(scene: Scene, found: list[Group]) -> bool:
    """Whether no attack is told: foiled, echoed, a launch of nothing, or weapons that were sent to an ally."""
    event = scene.event
    if all(t.sub == "foil" for t in event.triggers) or _is_echo(scene) or _is_ground_fighting(scene, found):
        return True
    if all(t.sub == "use" for t in event.triggers):
        return not _is_used_on(scene, found)
    launch = event.has("attack:launch") and not event.has("attack:strike", "attack:shelling", "attack:target")
    if launch and (not found or _is_defence(scene, found) or _is_made(scene) or _is_posted(scene, found)):
        return True
    if _works_against(scene, found):
        return True
    heavy = any(w.head != "other" for g in found for w in g.weapons)
    if all(t.sub == "loose" for t in event.triggers) and not (heavy or _is_by_a_party(scene)):
        return True
    sent = event.has("attack:send") and not event.has("attack:strike", "attack:shelling", "hit")
    return sent and not _sent(scene, found)


def _is_made(scene: Scene) -> bool:
    """Whether works are told to have turned out weapons: «завод випустив 300 дронів»."""
    works = [m for m in scene.marks.within(scene.event.start, scene.event.first, "object") if m.label in _WORKS]
    return bool(works) and bool(_ISSUES.match(scene.view.folded, scene.event.first))


def _is_by_a_party(scene: Scene) -> bool:
    """Whether a party does what a verb tells that has another meaning, too, or what armies aim at suffers it."""
    told = any(m.label not in _OF_TOWNS for m in scene.within("object"))
    return told or bool(scene.around("side") and scene.within("place", "object"))


def _is_posted(scene: Scene, found: list[Group]) -> bool:
    """Whether aircraft are only sent to stand somewhere: "will deploy fighter jets to Poland"."""
    posted = all(_DEPLOY.match(scene.view.folded, t.start) for t in scene.event.triggers)
    weapons = [w for g in found for w in g.weapons]
    return posted and all(w.head in {"aircraft", "air_defence_missile"} and not w.sub for w in weapons)


def _is_defence(scene: Scene, found: list[Group]) -> bool:
    """Whether weapons are fired at weapons: "fired interceptors at the missiles"."""
    weapons = [w for g in found for w in g.weapons]
    if all(_INTERCEPTOR.search(scene.words(w.start, w.end)) for w in weapons):
        return True
    aimed = [(w, _AGAINST.search(scene.before(w, 20))) for w in weapons if w.start > scene.event.last]
    return any(on and not scene.marks.within(w.start - len(on[0]), w.start, "place") for w, on in aimed)


def _works_against(scene: Scene, found: list[Group]) -> bool:
    """Whether air defence is told to be at work on weapons: «ППО працює по дронах»."""
    if not _DEFENDS.search(scene.view.folded, scene.sentence.start, scene.event.first):
        return False
    return any(w.start > scene.event.last and _AGAINST.search(scene.before(w, 20)) for g in found for w in g.weapons)


def _is_used_on(scene: Scene, found: list[Group]) -> bool:
    """Whether "used" tells of weapons used on something: "used an Oreshnik missile against a plant"."""
    weapon = next((w for g in found for w in g.weapons if 0 < w.start - scene.event.last < _USED), None)
    return weapon is not None and any(m.start > weapon.end for m in scene.within("place", "object"))


def _is_ground_fighting(scene: Scene, found: list[Group]) -> bool:
    """Whether attacks of no weapon are counted as repelled, as front-line summaries do."""
    first = scene.event.first
    before = scene.marks.within(max(scene.sentence.start, first - _REPELLED), first, "trigger", "quantity")
    return not found and [m.type for m in before] == ["trigger", "quantity"] and before[0].head == "interception"


def _is_echo(scene: Scene) -> bool:
    """Whether a noun only points back to a strike told before ("at the time of the strike"), or says there was none."""
    trigger = scene.event.triggers[0]
    before = scene.before(trigger, 40)
    if trigger.label != "attack:strike" or scene.cue("deny"):
        return False
    if len(scene.event.triggers) > 1:
        return _is_talked_of(scene, before)  # "called the attack an act of terror"
    occasion = _is_occasion(scene, trigger) and not _is_answered(scene, trigger)
    if occasion or _is_felt(scene, trigger) or _is_talked_of(scene, before):
        return True
    if _is_verb(scene, trigger) or _VERB.search(before) or _is_denied(scene, trigger) or _is_done_by(scene, trigger):
        return False
    if _NONE.search(before) and (trigger.number == "p" or not _ON.match(scene.view.folded, trigger.end)):
        return True
    if _is_ranked(scene, trigger, before) or _is_judged(scene, trigger):
        return True
    if _FORGONE.search(scene.before(trigger, _GIVEN_UP)) and trigger.number == "p":
        return True
    if _ANSWERED.search(before) and not scene.within("time", "quantity"):
        return True
    pointing = _POINTING_BACK.search(before)
    if pointing is not None and trigger.number == "p" and _THAT.match(before, pointing.start()):
        return False  # "said that Israeli strikes killed": the word joins a clause
    return pointing is not None and (not _ON.match(scene.view.folded, trigger.end) or _is_called(scene, trigger))


def _is_occasion(scene: Scene, trigger: Mark) -> bool:
    """Whether a noun only tells when something else was, or what somebody gives up: "halt the strikes on Beirut"."""
    return bool(_OCCASION.search(scene.before(trigger, _OCCASION_ROOM)) or _HALTED.search(scene.before(trigger, 40)))


def _is_ranked(scene: Scene, trigger: Mark, before: str) -> bool:
    """Whether words only rank what was told before: "in the largest attack since May", "…, the deadliest since"."""
    if _RANKED.search(before):
        return not scene.marks.within(trigger.start, scene.event.end, "quantity")
    told = scene.marks.within(scene.sentence.start, trigger.start, "trigger")
    behind = scene.marks.within(trigger.end, scene.event.end, "quantity", "trigger")
    return bool(told and _RANKED_BEHIND.search(before)) and not behind


def _is_talked_of(scene: Scene, before: str) -> bool:
    """Whether something is said of strikes, and none told: "called the attack terror", «збільшити кількість атак»."""
    return bool(_TALKED_OF.search(before) or (_MANY_OF.search(before) and not scene.within("quantity")))


def _is_called(scene: Scene, trigger: Mark) -> bool:
    """Whether words only tell what sort of strike it was: "the raid was the heaviest", "these attacks are a crime"."""
    what = _IS_WHAT.match(scene.view.folded, trigger.end)
    return what is not None and not scene.marks.within(trigger.end, what.end(), "time", "place", "quantity")


def _is_answered(scene: Scene, trigger: Mark) -> bool:
    """Whether a strike is the occasion of another, told with who struck what ("for US strikes on Iran")."""
    owners = scene.marks.within(max(scene.sentence.start, trigger.start - _OWNER), trigger.start, "side")
    answered = bool(_ANSWER.search(scene.before(trigger, _ANSWER_ROOM)))
    return answered and bool(owners) and bool(_ON.match(scene.view.folded, trigger.end))


def _is_verb(scene: Scene, trigger: Mark) -> bool:
    """Whether a word is a verb only, and tells for itself."""
    return trigger.number == "" and not _VERB_OR_NOUN.match(scene.view.folded, trigger.start)


def _is_done_by(scene: Scene, trigger: Mark) -> bool:
    """Whether a word that is verb and noun alike tells what those do who stand before it: "the US strikes a base"."""
    actors = scene.marks.within(trigger.start - _NAME, trigger.start, "place", "source")
    named = any(trigger.start - m.end == 1 for m in actors)
    first = scene.marks.within(trigger.end + 1, trigger.end + 2, "quantity", "side", "object", "place")
    return named and bool(first or _SOMETHING.match(scene.view.folded, trigger.end))


def _is_denied(scene: Scene, trigger: Mark) -> bool:
    """Whether what a noun names is denied in the words before it: that is told of this strike, and none before."""
    return bool(scene.marks.cues(max(scene.sentence.start, trigger.start - _DENIED), trigger.start, "deny"))


def _is_judged(scene: Scene, trigger: Mark) -> bool:
    """Whether a position is voiced on attacks, and no attack told: "accused Russia of attacks"."""
    near = scene.marks.within(max(scene.sentence.start, trigger.start - 110), trigger.start, "trigger")
    voiced = any(t.head == "statement" and 0 < trigger.start - t.end < 90 for t in near)
    return voiced and not scene.marks.within(trigger.start, scene.event.end, "time", "quantity")


def _is_felt(scene: Scene, trigger: Mark) -> bool:
    """Whether it is only told what somebody feels about a strike: "was appalled by the raid on Rafah"."""
    told = scene.brief or scene.marks.within(trigger.start, scene.event.end, "time", "quantity")
    return not told and bool(_FELT.search(scene.before(trigger, _GIVEN_UP)))


def _is_strike(scene: Scene) -> bool:
    """A "strike" hits; an "attack" aims."""
    return scene.event.has("hit") or bool(_HITS.search(scene.words(scene.event.first, scene.event.last)))


def _sent(scene: Scene, found: list[Group]) -> bool:
    """Whether weapons are sent at something, or counted ones by a side ("Russia sent 88 drones"), not to an ally."""
    if _HANDED_TO.match(scene.view.folded, scene.event.last):
        return False
    first = scene.event.first
    before = scene.marks.within(max(scene.sentence.start, first - 30), first, "side")
    if found and before and _AIMED.match(scene.view.folded, scene.event.last):
        return True  # "sent at the town two drones"
    aimed = any(_AIMED.match(scene.view.folded, w.end) for g in found for w in g.weapons if w.start > first)
    return aimed or (any(g.counted for g in found) and any(first - s.end < 8 for s in before))
