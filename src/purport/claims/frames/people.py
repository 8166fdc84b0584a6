"""The frame of harm to people: who was killed, hurt, trapped or spared, and how many."""

from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.frames.victims import Victims, assigned, found_dead, is_toll, victims
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.model import Harm, People

__all__ = ["among_them", "casualties"]

_SHARED = pattern(r"[\s,]*(?:<and>|<or>)?[\s,]*(?:<was> |<auxiliary> )?")
_THERE = pattern(r"\b<there_are>\s(?:[\w-]+\s){0,2}$")
_REPORTED = pattern(r"\s(?:<are_reported>)\b")
_SOUGHT = pattern(r"\b<sought>\s(?:[\w-]+\s){0,2}$")
_RATE = pattern(r"(?: [\w-]+)?\s<rate>\b(?! <rate_ends>\b)")
_LEADS = pattern(r"(?:^|\b<article> |\b<the> |[.:;\"«–—-] ?)$")
_ACTS = pattern(r",? (?!<was>\b|<and>\b|\d)\w")
_DESCRIBED_AS = pattern(r" (?!<article> |<the> )(?:[\w-]+ )?")
_DESCRIBED = 24  # code points behind a word of harm in which stands whom it describes
_A_PERSON = pattern(r"(?:kill|wound|injur)(?:ed|ing) <one_person> \w")
_ONE_WAS = pattern(r"\b(?!(?:<pronoun>|<no_name>) )[^\W\d]+ <was_one>(?: \w+ly)? $")
_HIM = pattern(r"\b<him>\s(?:[\w-]+\s)?$")
_AMONG_THEM = pattern(r"[\W_]*(?:<including>|\w+ <subset>)\b")
_OPENING = 30  # code points of a sentence in which it must tell how many of them
_NO = pattern(r"\b<no>\s(?:[\w-]+\s){0,6}$")
_THERE_IS_NONE = pattern(r"(?:\s[\w-]+){0,6}\s<there_is_none>\b")
_SHARE = pattern(r"(?:%|<percent>) (?:<of> (?:<the> )?)?(?:all )?$")


def casualties(scene: Scene) -> list[Draft]:
    """People killed, hurt or spared."""
    triggers = [t for t in _told(scene) if not (_is_no_report(scene, t) or _is_none(scene, t))]
    people: dict[Harm, People] = {}
    for trigger, victim in zip(triggers, _whose(scene, triggers), strict=True):
        found = _people(scene, trigger, victim)
        if found is not None:
            people.setdefault(found.effect, found)
    if not people and _nobody(scene):
        people["any"] = People("any", 0, 0)
    draft = scene.draft("casualties", weapons_open=True)
    draft.people = tuple(people.values())
    return [draft] if people else []


def among_them(scene: Scene, before: Draft) -> list[Draft]:
    """A sentence that only tells who some of those were who came to harm before: "Two of them were children"."""
    told = [p for p in before.people if p.min is not None or p.max is not None]
    if len(told) != 1 or not _AMONG_THEM.match(scene.view.folded, scene.sentence.start):
        return []
    some, noun = next(iter(victims(scene)), None), next(iter(scene.within("people")), None)
    if some is None or noun is None or some.bounds is None or some.start > scene.sentence.start + _OPENING:
        return []
    part = scene.sentence
    draft = Draft("casualties", part.start, part.end, part, some.start, some.end, weapons_open=True)
    group = noun.label if noun.label != "people" else None
    draft.people = (People(told[0].effect, some.bounds.min, some.bounds.max, group),)
    return [draft]


def _nobody(scene: Scene) -> bool:
    """Whether it is told that nobody came to harm."""
    return any(t.sub == "none" or _is_none(scene, t) for t in scene.event.triggers)


def _is_none(scene: Scene, trigger: Mark) -> bool:
    """Whether a word of harm is told of nobody: "none of the crew was hurt", «загиблих серед персоналу немає»."""
    if trigger.sub == "none" or scene.cue("unknown"):
        return False
    if _THERE_IS_NONE.match(scene.view.folded, trigger.end, scene.event.end):
        return True
    nobody = _NO.search(scene.view.folded, scene.sentence.start, trigger.start)
    return nobody is not None and not scene.marks.within(nobody.start(), trigger.start, "quantity")


def _told(scene: Scene) -> list[Mark]:
    """The words of harm; "victim" tells who suffered, where another one tells what."""
    harm = [t for t in scene.event.triggers if t.sub != "none"]
    return [t for t in harm if t.sub != "casualty"] or harm


def _is_no_report(scene: Scene, trigger: Mark) -> bool:
    """Whether a word of harm tells of no harm done: people who are looked for, a share of the wounded, losses a day."""
    before = scene.before(trigger, 40)
    rate = _RATE.match(scene.view.folded, trigger.end)
    return bool(rate or _SOUGHT.search(before) or _SHARE.search(before)) or _only_describes(scene, trigger)


def _only_describes(scene: Scene, trigger: Mark) -> bool:
    """Whether a word of harm only tells who somebody is who does or says something: "a wounded soldier recalled".

    A Cyrillic participle in that place may be the verb itself, but for people who speak.
    """
    noun = next(iter(scene.marks.within(trigger.end, trigger.end + _DESCRIBED, "people")), None)
    if noun is None or not _DESCRIBED_AS.fullmatch(scene.view.folded[trigger.end : noun.start]):
        return False
    if scene.quantity_before(trigger) or scene.marks.within(trigger.end, noun.start, "quantity"):
        return False
    if not _LEADS.search(scene.before(trigger, 12)) or not _ACTS.match(scene.view.folded, noun.end):
        return False
    return scene.words(trigger.start, trigger.end).isascii() or bool(
        scene.marks.cues(noun.end, noun.end + _DESCRIBED, "say")
    )


def _whose(scene: Scene, triggers: list[Mark]) -> list[Victims | None]:
    """Who suffered what each word tells; words of one verb share who suffered: "has killed and maimed residents"."""
    whose = assigned(scene, triggers, victims(scene))
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
    if victim is not None:
        bounds = victim.bounds
        return People(effect, bounds.min if bounds else None, bounds.max if bounds else None, victim.group)
    if _one_unnamed(scene, trigger):
        return People(effect, 1, 1)
    uncounted = scene.cue("unknown") or is_toll(scene, trigger) or _there_are(scene, trigger)
    return People(effect, None, None) if uncounted else None


def _effect(scene: Scene, trigger: Mark) -> Harm:
    """What befell people; whose body lies under rubble is dead."""
    if trigger.sub == "trapped" and found_dead(scene):
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


def _there_are(scene: Scene, trigger: Mark) -> bool:
    """Whether words only tell that there are some: "there are wounded", «є постраждалі»."""
    behind = _REPORTED.match(scene.view.folded, trigger.end)
    return bool(behind or _THERE.search(scene.before(trigger, 30)))
