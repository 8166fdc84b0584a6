"""Event frames: from triggers to drafts of claims. `draft` is the way in."""

from purport.claims.frames import aftermath, harm, hits, people, seen, stopped, strikes
from purport.claims.frames.draft import Draft, Event
from purport.claims.frames.events import events
from purport.claims.frames.peaceful import is_peaceful
from purport.claims.frames.scene import Frame, Scene
from purport.claims.frames.stopped import listed
from purport.claims.frames.toll import goes_on

__all__ = ["Draft", "Event", "Scene", "draft", "events", "goes_on", "listed"]


def draft(scene: Scene) -> list[Draft]:
    """The drafts that a scene's event gives; none where its trigger turns out to tell of nothing."""
    frame = _FRAMES.get(scene.event.head)
    return frame(scene) if frame and not is_peaceful(scene) else []


def _destroy(scene: Scene) -> list[Draft]:
    """ "Destroyed": weapons stopped, if they flew, else people who died, or things on the ground."""
    if aftermath.puts_out(scene):
        return [scene.draft("response")]
    if stopped.flying(scene):
        return stopped.interception(scene) or harm.destroyed(scene)
    return people.slain(scene) or harm.destroyed(scene)


def _casualties(scene: Scene) -> list[Draft]:
    """People who came to harm, else things of which a verb of harm to people is said."""
    return people.casualties(scene) or harm.suffered(scene)


_FRAMES: dict[str, Frame] = {
    "attack": strikes.attack,
    "hit": hits.hit,
    "impact": seen.impact,
    "interception": stopped.interception,
    "destroy": _destroy,
    "explosion": seen.explosion,
    "explode": seen.explosion,
    "sighting": seen.sighting,
    "damage": harm.damage,
    "casualties": _casualties,
    "alert": aftermath.alert,
    "response": aftermath.response,
}
