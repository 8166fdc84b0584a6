"""What is told on about people who came to harm: who some of them were, how many they are by now."""

import re

from purport.claims.frames.assigning import is_toll
from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.frames.victims import Victims, is_revised, victims
from purport.claims.syntax import pattern
from purport.model import Harm, People

__all__ = ["goes_on", "revised"]

_AMONG_THEM = pattern(r"[\W_]*(?:<including>|\w+ <subset>)\b")
_THE_COUNT = pattern(r"\b<the_count>(?: [\w-]+){0,2} $")
_CLAUSE = re.compile(r"[,;:–—] (?:[\w-]+ )?|\bbut ")
_ALL_OF_THEM = pattern(r"\b<all_of_them>\b")
_OPENING = 30  # code points of a sentence in which it must tell how many of them


def goes_on(scene: Scene, before: Draft) -> list[Draft]:
    """A sentence without a word of harm that goes on from one: "Two of them were children", "It later rose to 12"."""
    told = [p for p in before.people if p.min is not None or p.max is not None]
    if scene.event.triggers:
        return _taken(scene, told)
    if len(told) != 1:
        return []
    if _AMONG_THEM.match(scene.view.folded, scene.sentence.start):
        return _among_them(scene, told[0].effect)
    return _counted_again(scene, scene.sentence.start, told[0].effect)


def revised(scene: Scene, told: People) -> list[Draft]:
    """The newer figure of a sentence that tells a toll twice: "put at five, but had risen to seven"."""
    toll = next((t for t in scene.event.triggers if is_toll(scene, t)), None)
    if toll is None or told.min is None:
        return []
    return [d for d in _counted_again(scene, toll.end, told.effect) if d.people[0].min != told.min]


def _taken(scene: Scene, told: list[People]) -> list[Draft]:
    """All those who were hurt, taken to hospital: «їх госпіталізували», «все доставлены в больницу»."""
    hurt = next((p for p in told if p.effect in {"injured", "any"} and p.max != 0), None)
    if hurt is None or not _ALL_OF_THEM.search(scene.view.folded, scene.sentence.start, scene.sentence.end):
        return []
    draft = scene.draft("casualties", weapons_open=True)
    draft.people = (People("hospitalised", hurt.min, hurt.max, hurt.group),)
    return [draft]


def _among_them(scene: Scene, effect: Harm) -> list[Draft]:
    some, noun = next(iter(victims(scene)), None), next(iter(scene.within("people")), None)
    if some is None or noun is None or some.bounds is None or some.start > scene.sentence.start + _OPENING:
        return []
    return [_draft(scene, some, effect, noun.label if noun.label != "people" else None, scene.sentence.start)]


def _counted_again(scene: Scene, start: int, effect: Harm) -> list[Draft]:
    """The number that a pronoun's toll "rose to", behind an offset."""
    for some in victims(scene):
        verb = is_revised(scene, some.start)
        if verb is not None and verb > start and _THE_COUNT.search(scene.view.folded, start, verb):
            clauses = [c.end() for c in _CLAUSE.finditer(scene.view.folded, start, verb)]
            return [_draft(scene, some, effect, some.group, clauses[-1] if clauses else start)]
    return []


def _draft(scene: Scene, some: Victims, effect: Harm, group: str | None, start: int) -> Draft:
    part = scene.sentence
    draft = Draft("casualties", start, part.end, part, some.start, some.end, weapons_open=True)
    if some.bounds is not None:
        draft.people = (People(effect, some.bounds.min, some.bounds.max, group),)
    return draft
