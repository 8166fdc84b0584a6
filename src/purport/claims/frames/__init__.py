"""Event frames: from triggers to drafts of claims. `draft` is the way in."""

from purport.claims.frames import harm, other, weapons
from purport.claims.frames.events import events
from purport.claims.frames.scene import Draft, Event, Frame, Scene

__all__ = ["Draft", "Event", "Scene", "draft", "events", "listed"]

_FRAMES: dict[str, Frame] = {
    "attack": weapons.attack,
    "hit": weapons.hit,
    "impact": weapons.impact,
    "interception": weapons.interception,
    "explosion": weapons.explosion,
    "explode": weapons.explosion,
    "sighting": weapons.sighting,
    "damage": harm.damage,
    "casualties": harm.casualties,
    "alert": other.alert,
    "response": other.response,
}

listed = weapons.listed


def draft(scene: Scene) -> list[Draft]:
    """The drafts that a scene's event gives; none where its trigger turns out to tell of nothing."""
    head = scene.event.triggers[0].head
    if head == "destroy":
        return weapons.destroy(scene) or harm.destroyed(scene)
    frame = _FRAMES.get(head)
    return frame(scene) if frame else []
