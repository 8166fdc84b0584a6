"""Frames of harm: to things, and to people."""

import re

from purport.claims.counts import weapons_of
from purport.claims.frames.scene import Draft, Scene
from purport.claims.marks import Mark
from purport.model import Effect, Harm, People, Quantity, Thing

__all__ = ["casualties", "damage", "destroyed"]

_EFFECTS: dict[str, Effect] = {
    "damaged": "damaged",
    "destroyed": "destroyed",
    "on_fire": "on_fire",
    "cut_off": "cut_off",
    "not_damaged": "not_damaged",
    "destroy": "destroyed",
    "hit": "hit",
}
_PAUSE = 40  # what a comma between a number and a verb weighs, in code points
_CLOSED = re.compile(r"\s*(?:[,.;)—–-]|$|(?:та|і|и|and) \d)")
_WHERE = re.compile(
    r"\b(?:at|in|on|near|of|for|inside|outside|на|в|у|біля|возле|около|поблизу|для|поряд із|поруч з)\s+(?:the |a |an )?(?:\w+\s)?$"
)
_INCLUDING = re.compile(
    r"\b(?:including|among them|of whom|of them|зокрема|серед них|в тому числі|у тому числі|у т\.ч|в т\.ч|"
    r"в том числе|среди них|из них|із них|з них|з яких)\W*(?:\w+\W+){0,2}$"
)


def damage(scene: Scene) -> list[Draft]:
    """Things damaged, destroyed, burning, cut off or spared."""
    effect = _effect(scene)
    things = _things(scene)
    start, end = scene.clause()
    draft = Draft(
        "damage",
        start,
        end,
        scene.sentence,
        scene.event.first,
        until=scene.event.last,
        scope=(scene.event.start, scene.event.end),
        weapons_open=True,
        marks=scene.within("place"),
    )
    draft.weapons = weapons_of(scene.view, [w for w in scene.within("weapon") if scene.is_instrument(w)])
    draft.effect = effect
    named = {m.label for m in things if m.label != "other"} or {m.label for m in things}
    draft.objects = tuple(Thing(label, effect) for label in dict.fromkeys(m.label for m in things) if label in named)  # type: ignore[arg-type]
    if len(named) == 1:
        draft.count = scene.number_of(next(m for m in things if m.label in named))
    elif not named and effect == "on_fire":
        draft.count = next((Quantity.exact(1) for t in scene.event.triggers if t.number == "s"), None)
    if not named and not _stands_alone(scene, effect):
        return []
    supply = next((t.sub.partition(":")[2] for t in scene.event.triggers if ":" in t.sub), None)
    if supply is not None:
        draft.objects, draft.count = (Thing(supply, effect),), None  # type: ignore[arg-type]
    return [draft]


def destroyed(scene: Scene) -> list[Draft]:
    """Things destroyed on the ground; what a short report destroys without a word of the lexicon is "other", where it says where."""
    if scene.within("object"):
        return damage(scene)
    if not scene.brief or not scene.within("place") or scene.within("people", "weapon", "quantity"):
        return []
    start, end = scene.clause()
    return [
        Draft(
            "damage",
            start,
            end,
            scene.sentence,
            scene.event.first,
            until=scene.event.last,
            scope=(scene.event.start, scene.event.end),
            objects=(Thing("other", "destroyed"),),
            weapons_open=True,
            marks=scene.within("place"),
        )
    ]


def _effect(scene: Scene) -> Effect:
    found = [_EFFECTS.get(t.sub.partition(":")[0] or t.head, "damaged") for t in scene.event.triggers]
    return "destroyed" if "destroyed" in found else found[0]


def _things(scene: Scene) -> list[Mark]:
    """The things that came to harm: not those that only tell where ("at the airfield"), nor those that describe another."""
    heads = scene.heads(scene.within("object"))
    patients = [m for m in heads if not _WHERE.search(scene.view.folded[max(0, m.start - 14) : m.start])]
    return patients or heads


def _stands_alone(scene: Scene, effect: Effect) -> bool:
    """Whether the words tell of damage though they name nothing damaged: a fire, an outage, nothing damaged, or a place in ruins."""
    noun = any(t.number in {"s", "p"} or t.label == "damage:damaged" for t in scene.event.triggers)
    return (
        effect in {"on_fire", "cut_off", "not_damaged"}
        or (noun and (scene.is_post or bool(scene.within("place"))))
        or (scene.brief and bool(scene.within("place")))
    )


def casualties(scene: Scene) -> list[Draft]:
    """People killed, hurt or spared."""
    start, end = scene.clause()
    draft = Draft(
        "casualties",
        start,
        end,
        scene.sentence,
        scene.event.first,
        until=scene.event.last,
        scope=(scene.event.start, scene.event.end),
        weapons_open=True,
        marks=scene.within("place"),
    )
    people: list[People] = []
    for trigger in scene.event.triggers:
        if trigger.sub == "none":
            return [_with(draft, (People("any", 0, 0),))]
        found = _people(scene, trigger)
        if found is not None and found.effect not in {p.effect for p in people}:
            people.append(found)
    return [_with(draft, tuple(people))] if people else []


def _with(draft: Draft, people: tuple[People, ...]) -> Draft:
    draft.people = people
    return draft


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
    """How many single persons are named in a row: "a woman and a girl" are two."""
    row = [p for p in scene.within("people") if p.number == "s"]
    i = row.index(noun) if noun in row else 0
    joined = 1
    for before, after in zip(row[: i + 1], row[1 : i + 1], strict=False):
        between = scene.view.folded[before.end : after.start]
        joined = joined + 1 if re.search(r"\band\b|,|\bта\b|\bі\b|\bи\b", between) and len(between) < 40 else 1
    return joined


def _quantity(scene: Scene, trigger: Mark) -> Mark | None:
    """The number of people that a verb or noun of harm speaks of: the nearest one that counts people or nothing else."""
    found = [q for q in scene.within("quantity") if _counts_people(scene, q)]
    ranked = sorted((q for q in found if _nearest(scene, q) is trigger), key=lambda q: _away(q, trigger))
    return ranked[0] if ranked and _away(ranked[0], trigger) < 70 else None


def _nearest(scene: Scene, quantity: Mark) -> Mark:
    """The trigger of several that a number stands nearest to."""
    return min(scene.event.triggers, key=lambda t: _away(quantity, t) + _PAUSE * scene.gap(quantity, t).count(","))


def _counts_people(scene: Scene, quantity: Mark) -> bool:
    before = scene.view.folded[max(scene.sentence.start, quantity.start - 40) : quantity.start]
    if _INCLUDING.search(before) or _is_age(scene, quantity):
        return False
    following = scene.marks.within(
        quantity.end, quantity.end + 30, "people", "weapon", "object", "trigger", "place", "quantity", "time"
    )
    if not following or following[0].type in {"people", "trigger", "quantity"}:
        return True
    return following[0].type in {"place", "time"} or bool(
        re.search(r"[,.;)]", scene.view.plain[quantity.end : following[0].start])
    )


def _is_age(scene: Scene, quantity: Mark) -> bool:
    """Whether a number behind a comma tells the age of the person named before it: "a man, 44"."""
    before = scene.marks.within(max(scene.sentence.start, quantity.start - 24), quantity.start, "people", "quantity")
    if not before or not scene.view.plain[quantity.start : quantity.end].isdigit():
        return False
    joined = scene.view.plain[before[-1].end : quantity.start] in {", ", " та ", " і ", " и ", " and "}
    return joined and bool(_CLOSED.match(scene.view.folded, quantity.end))


def _away(a: Mark, b: Mark) -> int:
    return b.start - a.end if a.end <= b.start else a.start - b.end + 1


def _noun(scene: Scene, trigger: Mark, counted: Mark | None) -> Mark | None:
    """The word for the people: behind the number that counts them, else nearest to the verb."""
    if counted is not None:
        behind = scene.marks.within(counted.end, counted.end + 40, "people")
        return behind[0] if behind else None
    found = [
        p for p in scene.within("people") if not _INCLUDING.search(scene.view.folded[max(0, p.start - 40) : p.start])
    ]
    found = [
        p
        for p in found
        if _away(p, trigger) < 60 and not any(p.start < t.end and t.start < p.end for t in scene.event.triggers)
    ]
    return min(found, key=lambda p: _away(p, trigger), default=None)
