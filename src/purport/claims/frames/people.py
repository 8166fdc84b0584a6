"""The frame of harm to people: who was killed, hurt, trapped or spared, and how many."""

import re
from itertools import combinations, pairwise

from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.model import Harm, People, Quantity

__all__ = ["casualties"]

_SPARE = 4  # numbers more than verbs that are looked at
_ROW = 40  # code points between two persons of one row, at most
_NUMBER_NEAR = 70  # code points between a verb and its number, at most
_NOUN_NEAR = 60  # code points between a verb and who suffered, at most
_CLOSED = pattern(r"\s*(?:[,.;)—–-]|$|<and> \d)")
_INCLUDING = pattern(r"\b<including>\W*(?:\w+\W+){0,2}$")
_JOINED = pattern(r",|\b<and>\b")
_BEHIND_NAME = pattern(r", | <and> ")
_PUNCTUATED = re.compile(r"[,.;)]")


def casualties(scene: Scene) -> list[Draft]:
    """People killed, hurt or spared."""
    draft = scene.draft("casualties", weapons_open=True)
    people: dict[Harm, People] = {}
    for trigger in scene.event.triggers:
        if trigger.sub == "none":
            draft.people = (People("any", 0, 0),)
            return [draft]
        found = _people(scene, trigger)
        if found is not None:
            people.setdefault(found.effect, found)
    draft.people = tuple(people.values())
    return [draft] if people else []


def _people(scene: Scene, trigger: Mark) -> People | None:
    effect: Harm = "any" if trigger.sub == "casualty" else trigger.sub  # type: ignore[assignment]
    counted = _quantity(scene, trigger)
    noun = _noun(scene, trigger, counted)
    group = noun.label if noun is not None and noun.label != "people" else None
    if counted is not None:
        bounds: Quantity | None = counted.value
        return People(effect, bounds.min if bounds else None, bounds.max if bounds else None, group)
    if noun is None:
        return People(effect, None, None) if scene.cue("unknown") and effect != "any" else None
    one = _singles(scene, noun) if noun.number == "s" and effect != "any" else None
    return People(effect, one, one, group)


def _singles(scene: Scene, noun: Mark) -> int:
    """How many single persons are named in a row up to one: "a woman and a girl" are two."""
    row = [p for p in scene.within("people") if p.number == "s"]
    row = row[: row.index(noun) + 1] if noun in row else []
    joined = 1
    for before, after in pairwise(row):
        between = scene.view.folded[before.end : after.start]
        joined = joined + 1 if _JOINED.search(between) and len(between) < _ROW else 1
    return joined


def _quantity(scene: Scene, trigger: Mark) -> Mark | None:
    """The number of people that a verb or noun of harm speaks of: the nearest that counts people or nothing else."""
    found = [q for q in scene.within("quantity") if _counts_people(scene, q)]
    if len(scene.event.triggers) > 1:
        ordered = _in_order(scene.event.triggers, found)
        return ordered.get(scene.event.triggers.index(trigger))
    nearest = min(found, key=lambda q: _away(q, trigger), default=None)
    return nearest if nearest is not None and _away(nearest, trigger) < _NUMBER_NEAR else None


def _in_order(triggers: list[Mark], numbers: list[Mark]) -> dict[int, Mark]:
    """The number of each of several verbs: they come in the same order, and what stands closest belongs together.

    "Two were killed and seven injured", «загинули двоє, поранено сімох», «погибли двое, пятеро ранены».
    """
    places = range(len(triggers))
    if len(numbers) < len(triggers):
        options = [dict(zip(chosen, numbers, strict=True)) for chosen in combinations(places, len(numbers))]
    else:
        near = numbers[: len(triggers) + _SPARE]
        options = [dict(zip(places, chosen, strict=True)) for chosen in combinations(near, len(triggers))]
    return min(options, key=lambda way: sum(_away(q, triggers[i]) for i, q in way.items()))


def _counts_people(scene: Scene, quantity: Mark) -> bool:
    if _INCLUDING.search(scene.before(quantity, 40)) or _is_age(scene, quantity):
        return False
    following = scene.marks.within(
        quantity.end, quantity.end + 30, "people", "weapon", "object", "trigger", "place", "quantity", "time"
    )
    if not following or following[0].type in {"people", "trigger", "quantity", "place", "time"}:
        return True
    return bool(_PUNCTUATED.search(scene.view.plain[quantity.end : following[0].start]))


def _is_age(scene: Scene, quantity: Mark) -> bool:
    """Whether a number behind a comma tells the age of the person named before it: "a man, 44"."""
    before = scene.marks.within(max(scene.sentence.start, quantity.start - 24), quantity.start, "people", "quantity")
    if not before or not scene.view.plain[quantity.start : quantity.end].isdigit():
        return False
    joined = _BEHIND_NAME.fullmatch(scene.view.plain[before[-1].end : quantity.start])
    return bool(joined) and bool(_CLOSED.match(scene.view.folded, quantity.end))


def _away(a: Mark, b: Mark) -> int:
    return b.start - a.end if a.end <= b.start else a.start - b.end + 1


def _noun(scene: Scene, trigger: Mark, counted: Mark | None) -> Mark | None:
    """The word for the people: behind the number that counts them, else nearest to the verb."""
    if counted is not None:
        return next(iter(scene.marks.within(counted.end, counted.end + 40, "people")), None)
    near = [p for p in scene.within("people") if _away(p, trigger) < _NOUN_NEAR and _suffers(scene, p)]
    return min(near, key=lambda p: _away(p, trigger), default=None)


def _suffers(scene: Scene, noun: Mark) -> bool:
    """Whether a word for people is neither told as a part of them nor itself the word of harm."""
    part = _INCLUDING.search(scene.view.folded[max(0, noun.start - 40) : noun.start])
    return not part and not any(noun.start < t.end and t.start < noun.end for t in scene.event.triggers)
