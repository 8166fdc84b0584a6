"""Frames of what follows an attack, or is said of it: alert, response, statement."""

from purport.claims.frames.scene import Draft, Scene
from purport.claims.marks import Mark
from purport.model import Effect, Harm, People, Thing

__all__ = ["alert", "response"]


def alert(scene: Scene) -> list[Draft]:
    """A warning, an alarm, a closure, an order to the public."""
    start, end = scene.clause()
    return [
        Draft(
            "alert",
            start,
            end,
            scene.sentence,
            scene.event.first,
            until=scene.event.last,
            scope=(scene.event.start, scene.event.end),
            marks=scene.within("place"),
        )
    ]


def response(scene: Scene) -> list[Draft]:
    """Rescue, fire-fighting, investigation, evacuation, repair."""
    start, end = scene.clause()
    sub = scene.event.triggers[0].sub
    draft = Draft(
        "response",
        start,
        end,
        scene.sentence,
        scene.event.first,
        until=scene.event.last,
        scope=(scene.event.start, scene.event.end),
        marks=scene.within("place"),
    )
    if sub == "repair":
        draft.objects = _repaired(scene)
        if not draft.objects:
            return []
    if sub == "investigation" and any(t.head == "statement" for t in scene.sentence.triggers):
        return []
    if sub in {"evacuation", "rescue"}:
        draft.people = _people(scene, "evacuated" if sub == "evacuation" else "rescued")
    if sub == "evacuation" and not draft.people and not scene.within("place"):
        return []
    return [draft]


def _repaired(scene: Scene) -> tuple[Thing, ...]:
    done = any(t.number in {"s", "p"} for t in scene.event.triggers)
    effect: Effect = "restored" if done and not scene.cue("threat") else "under_repair"
    return tuple(Thing(label, effect) for label in dict.fromkeys(m.label for m in scene.within("object")))  # type: ignore[arg-type]


def _people(scene: Scene, effect: Harm) -> tuple[People, ...]:
    found = [p for p in scene.within("people") if p.label not in {"rescuers", "medics", "police"}]
    if not found:
        return ()
    noun: Mark = found[0]
    number = scene.number_of(noun)
    group = noun.label if noun.label != "people" else None
    return (People(effect, number.min if number else None, number.max if number else None, group),)
