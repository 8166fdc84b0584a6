"""The frame of harm to people: who was killed, hurt, trapped or spared, and how many."""

import re

from msgspec.structs import replace

from purport.claims.frames.assigning import assigned, is_toll
from purport.claims.frames.dealt import dealt
from purport.claims.frames.draft import Draft
from purport.claims.frames.headcount import counts_people
from purport.claims.frames.reported import is_general, is_loss, is_no_report, is_none, is_of_things
from purport.claims.frames.scene import Scene
from purport.claims.frames.toll import revised
from purport.claims.frames.victims import Victims, found_dead, victims
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.claims.weaponry import weapons_of
from purport.model import Harm, People, Quantity

__all__ = ["casualties", "slain"]

_CAUSE = 40  # code points between a weapon and the verb of what it did, at most
_SUBJECT = pattern(r" (?:<and> )?(?:[\w-]+ ){0,3}")
_WAS = pattern(r"\b(?:<was>|<not_been>|<is>)\b")
_SHARED = pattern(r"[\s,]*(?:<and>|<or>)?[\s,]*(?:<was> |<auxiliary> )?")
_THERE = pattern(r"\b<there_are>\s(?:[\w-]+\s){0,2}$")
_REPORTED = pattern(r"\s(?:<are_reported>)\b")
_A_PERSON = pattern(r"<harms_whom>(?:ed|ing) <one_person>\b")
_ONE_WAS = pattern(r"\b(?!(?:<pronoun>|<no_name>) )[^\W\d]+ <was_one>(?: \w+ly)? $")
_OVER_DAYS = pattern(r"\b<loss_period>\b")
_ELIMINATED = pattern(r"<eliminated>")
_HURT = pattern(r"<the_hurt>")
_OF_THE = pattern(r"\b<of> <the> $")
_PARTICIPLE = pattern(r"<displaced>\b")
_TITLED = pattern(r" (?:<the> |[\w-]+<possessive> |<its_own> )(?:[\w-]+ ){0,3}")
_TITLE = 40  # code points behind "killed" in which it is told what somebody was
_CAUSING = pattern(r"\b<causing> (?:[\w-]+ ){0,2}(?:\w+ <and> )?$")
_FLED = pattern(r"<auxiliary> <fled>")
_NP = pattern(r"(?: (?!<joint_when>\b|<joint>\b|as\b)[\w’'-]+){0,6} ")
_MANY_FLED = 60  # code points before "have fled" in which those are counted who have
_COUNTED = 24  # code points around a word in which those are counted whom it tells of
_KILLED = pattern(r"<killed_whom>\b")
_SUFFERED = pattern(r"\b<suffered>(?: \w+)? $")
_FULL_NAME = re.compile(r" (?:[A-Z][\w'’-]+ (?:(?:al|el|bin|ibn|abu)[ -])?){1,3}[A-Z][\w'’-]+")
_BODY = pattern(r"\b<one_body>\b")
_HIM = pattern(r"\b<him>\s(?:[\w-]+\s)?$")


def casualties(scene: Scene) -> list[Draft]:
    """People killed, hurt or spared."""
    triggers = [t for t in _told(scene) if not (is_no_report(scene, t) or is_none(scene, t) or _describes(scene, t))]
    found = victims(scene)
    whose = _whose(scene, triggers, found)
    people = _harmed(scene, triggers, whose) or ((People("any", 0, 0),) if _nobody(scene) else ())
    if not people:
        return []
    draft = scene.draft("casualties", weapons_open=True)
    draft.people = people
    draft.weapons = weapons_of(scene.view, [w for w in scene.within("weapon") if _is_cause(scene, w)])
    draft.fired = bool(draft.weapons)
    parts = dealt(scene, draft, list(zip(triggers, whose, strict=True)), found)
    return parts if len(parts) > 1 else [draft, *revised(scene, people[0])]


def _describes(scene: Scene, trigger: Mark) -> bool:
    """Whether a word only tells of whom it speaks: "tents for displaced families", "the displaced"."""
    if trigger.sub == "displaced" and _FLED.fullmatch(scene.view.folded, trigger.start, trigger.end):
        before = scene.marks.within(trigger.start - _MANY_FLED, trigger.start, "quantity")
        return not any(
            q.value is not None and counts_people(scene, q) and _NP.fullmatch(scene.words(q.end, trigger.start))
            for q in before
        )
    if trigger.sub != "displaced" or not _PARTICIPLE.match(scene.view.folded, trigger.start):
        return False
    who = scene.marks.within(trigger.end, trigger.end + 2, "people")
    return bool(who) or not scene.marks.within(trigger.start - _COUNTED, trigger.end + _COUNTED, "quantity")


def slain(scene: Scene) -> list[Draft]:
    """People "destroyed" by a strike that their sentence tells of, or "eliminated" as a post tells: its dead."""
    struck = any(t.head in {"attack", "hit"} for t in scene.sentence.triggers)
    dead = next((v for v in victims(scene) if v.nouns), None)
    if dead is None or not (struck or (scene.is_post and _is_eliminated(scene))) or scene.within("object"):
        return []
    draft = scene.draft("casualties", weapons_open=True)
    bounds = dead.bounds
    draft.people = (People("killed", bounds.min if bounds else None, bounds.max if bounds else None, dead.group),)
    return [draft]


def _is_eliminated(scene: Scene) -> bool:
    """Whether a verb is said of people only, who are no sum of losses."""
    eliminated = all(_ELIMINATED.match(scene.view.folded, t.start) for t in scene.event.triggers)
    return (
        eliminated
        and not is_loss(scene, {"military"})
        and not _OVER_DAYS.search(scene.words(scene.event.start, scene.event.end))
    )


def _harmed(scene: Scene, triggers: list[Mark], whose: list[Victims | None]) -> tuple[People, ...]:
    """How many came to each harm that the event's words tell of."""
    people: dict[Harm, People] = {}
    for trigger, victim in zip(triggers, whose, strict=True):
        found = _people(scene, trigger, victim)
        if found is not None and victim is not None and victim.counted and whose.count(victim) > 1:
            found = replace(found, effect="any")  # "200 were killed or wounded": nobody knows how many of each
        if found is not None:
            people.setdefault(found.effect, found)
    named = [v for v in whose if v is not None]
    if is_loss(scene, {p.group for p in people.values()}):
        return ()
    if named and not any(v.counted or v.bounds for v in named) and is_general(scene):
        return ()
    return tuple(people.values())


def _is_cause(scene: Scene, weapon: Mark) -> bool:
    """Whether a weapon is what the harm was done with: "killed by a missile", "a missile killed"."""
    if scene.is_instrument(weapon):
        return True
    first = scene.event.first
    between = scene.view.folded[weapon.end : first]
    return 0 < first - weapon.end < _CAUSE and bool(_SUBJECT.fullmatch(between)) and not _is_passive(scene, first)


def _is_passive(scene: Scene, at: int) -> bool:
    return bool(_WAS.search(scene.view.folded[max(scene.sentence.start, at - _CAUSE) : at]))


def _nobody(scene: Scene) -> bool:
    """Whether it is told that nobody came to harm."""
    return any((t.sub == "none" and not is_of_things(scene, t)) or is_none(scene, t) for t in scene.event.triggers)


def _told(scene: Scene) -> list[Mark]:
    """The words of harm; "victim" tells who suffered, where another one tells what."""
    harm = [t for t in scene.event.triggers if t.sub != "none"]
    harm = [t for t in harm if not _is_of_the_hurt(scene, t, harm)]
    hurt = _the_hurt(scene)
    return [t for t in harm if t.sub != "casualty" and t is not hurt] or harm


def _is_of_the_hurt(scene: Scene, trigger: Mark, harm: list[Mark]) -> bool:
    """Whether a word only tells of whom some came to worse: "one of the injured later died"."""
    worse = any(t.sub != trigger.sub and t.start > trigger.end for t in harm)
    the_hurt = worse and _HURT.fullmatch(scene.view.folded, trigger.start, trigger.end)
    return bool(the_hurt) and bool(_OF_THE.search(scene.before(trigger, 24)))


def _the_hurt(scene: Scene) -> Mark | None:
    """The word for those who were hurt, where another one tells what befell them: «постраждалого госпіталізували»."""
    taken = any(t.sub == "hospitalised" for t in scene.event.triggers)
    hurt = [t for t in scene.event.triggers if t.sub == "injured" and _HURT.match(scene.view.folded, t.start)]
    if not taken or len(hurt) != 1:
        return None
    others = [p for p in scene.within("people") if p.end <= hurt[0].start or hurt[0].end + 1 < p.start]
    return None if others else hurt[0]


def _whose(scene: Scene, triggers: list[Mark], found: list[Victims]) -> list[Victims | None]:
    """Who suffered what each word tells; words of one verb share who suffered: "has killed and maimed residents"."""
    whose = assigned(scene, triggers, found)
    for i, victim in enumerate(whose):
        if victim is None:
            whose[i] = next((whose[j] for j in (i - 1, i + 1) if _shares(scene, triggers, whose, i, j)), None)
    return whose


def _shares(scene: Scene, triggers: list[Mark], whose: list[Victims | None], i: int, j: int) -> bool:
    if not 0 <= j < len(whose):
        return False
    other = whose[j]
    if other is None:
        return False
    if other.bounds is None or other.bounds.max == 1:
        return other.bounds is None or triggers[j].sub != "killed"
    return bool(_SHARED.fullmatch(scene.gap(triggers[i], triggers[j])))


def _people(scene: Scene, trigger: Mark, victim: Victims | None) -> People | None:
    effect = _effect(scene, trigger)
    if victim is not None and (victim.bounds or effect != "any"):
        bounds = victim.bounds or _one_body(scene, trigger)
        return People(effect, bounds.min if bounds else None, bounds.max if bounds else None, victim.group)
    if _one_unnamed(scene, trigger) or _one_named(scene, trigger):
        return People(effect, 1, 1)
    hurt = _the_hurt(scene)
    if hurt is not None:
        one = 1 if hurt.number == "s" else None
        return People(effect, one, one)
    there_are = _there_are(scene, trigger)
    if there_are and trigger.number == "s":
        return People(effect, 1, 1)
    uncounted = there_are or scene.cue("unknown") or is_toll(scene, trigger) or _caused(scene, trigger)
    return People(effect, None, None) if uncounted else None


def _one_body(scene: Scene, trigger: Mark) -> Quantity | None:
    """One, where one body is told to have been found."""
    if _effect(scene, trigger) != "killed":
        return None
    return Quantity.exact(1) if _BODY.search(scene.words(trigger.start, scene.event.end)) else None


def _effect(scene: Scene, trigger: Mark) -> Harm:
    """What befell people; whose body lies under rubble or is brought to a hospital is dead."""
    if trigger.sub in {"trapped", "hospitalised"} and found_dead(scene):
        return "killed"
    return "any" if trigger.sub == "casualty" else trigger.sub  # type: ignore[return-value]


def _one_unnamed(scene: Scene, trigger: Mark) -> bool:
    """Whether a verb's own form tells of one person whom no word of the lexicon names: "killed a producer"."""
    if trigger.number or not scene.around("place", "time"):
        return False
    before = scene.before(trigger, 24)
    if _A_PERSON.match(scene.view.folded, trigger.start) or _ONE_WAS.search(before):
        return True
    return bool(_HIM.search(before))


def _one_named(scene: Scene, trigger: Mark) -> bool:
    """Whether a verb tells of one person by name, in an active clause: "has killed Ali Rezaei, the chief of staff"."""
    if not _KILLED.match(scene.view.folded, trigger.start) or _SUFFERED.search(scene.before(trigger, 24)):
        return False
    if _kills_leader(scene, trigger):
        return True
    name = _FULL_NAME.match(scene.view.plain, trigger.end)
    if name is None or (" and " in name[0]):
        return False
    return not scene.marks.within(trigger.end, name.end() + 2, "place", "side", "source", "quantity", "people")


def _caused(scene: Scene, trigger: Mark) -> bool:
    """Whether a strike is told to have caused deaths that nobody counts: ", causing deaths and injuries"."""
    struck = any(t.head in {"attack", "hit"} and t.start < trigger.start for t in scene.sentence.triggers)
    return struck and trigger.number == "p" and bool(_CAUSING.search(scene.before(trigger, 40)))


def _kills_leader(scene: Scene, trigger: Mark) -> bool:
    """Whether one person is told to have been killed by what they were: "killed the leader of Hezbollah"."""
    role = next(iter(scene.marks.within(trigger.end, trigger.end + _TITLE, "role")), None)
    if role is None or scene.words(role.start, role.end).endswith("s"):
        return False
    parted = scene.marks.within(trigger.end, role.start, "quantity", "trigger")
    return not parted and bool(_TITLED.fullmatch(scene.words(trigger.end, role.start)))


def _there_are(scene: Scene, trigger: Mark) -> bool:
    """Whether words only tell that there are some: "there are wounded", «є постраждалі»."""
    behind = _REPORTED.match(scene.view.folded, trigger.end)
    return bool(behind or _THERE.search(scene.before(trigger, 30)))
