"""Frames of what an attack brings about: warnings to the public, and help."""

from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.model import Effect, Harm, People, Thing

__all__ = ["alert", "response"]

_HELPERS = frozenset({"rescuers", "medics", "police"})


def alert(scene: Scene) -> list[Draft]:
    """A warning, an alarm, a closure, an order to the public."""
    return [scene.draft("alert")]


def response(scene: Scene) -> list[Draft]:
    """Rescue, fire-fighting, investigation, evacuation, repair."""
    draft = scene.draft("response")
    sub = scene.event.triggers[0].sub
    if sub == "repair":
        draft.objects = _repaired(scene)
        return [draft] if draft.objects else []
    if sub == "investigation" and any(t.head == "statement" for t in scene.sentence.triggers):
        return []
    if sub == "rescue":
        draft.people = _people(scene, "rescued")
    if sub == "evacuation":
        draft.people = _people(scene, "evacuated")
        return [draft] if draft.people or draft.marks else []
    return [draft]


def _repaired(scene: Scene) -> tuple[Thing, ...]:
    done = any(t.number in {"s", "p"} for t in scene.event.triggers)
    effect: Effect = "restored" if done and not scene.cue("threat") else "under_repair"
    labels = dict.fromkeys(m.label for m in scene.within("object"))
    return tuple(Thing(label, effect) for label in labels)  # type: ignore[arg-type]


def _people(scene: Scene, effect: Harm) -> tuple[People, ...]:
    noun = next((p for p in scene.within("people") if p.label not in _HELPERS), None)
    if noun is None:
        return ()
    number = scene.number_of(noun)
    group = noun.label if noun.label != "people" else None
    return (People(effect, number.min if number else None, number.max if number else None, group),)
