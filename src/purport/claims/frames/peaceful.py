"""Words of war in sentences that tell of none: weather and accidents, exercises, sport, prices."""

from purport.claims.frames.heads import ATTACK
from purport.claims.frames.scene import Scene
from purport.claims.syntax import pattern

__all__ = ["is_peaceful"]

_LIKE_IT = pattern(r"\b<like_it> $")
_HARM = frozenset({"damage", "destroy", "casualties", "explosion", "explode", "impact"})
_CLOSINGS = frozenset({"alert"})
_FOR_PRACTICE = frozenset({"sighting", "alert", "response"})
_OF_WAR = frozenset({"attack", "hit", "impact", "interception"})


def is_peaceful(scene: Scene) -> bool:
    """Whether something else than a war is told to have done it, or nobody did it in earnest."""
    head = scene.event.head
    start, end = scene.sentence.start, scene.sentence.end
    if head in ATTACK | _HARM | _FOR_PRACTICE and scene.marks.cues(start, end, "exercise"):
        return True
    if head not in ATTACK | _HARM | _CLOSINGS:
        return False
    found = scene.marks.cues(start, end, "peace" if head in ATTACK else "mishap")
    found = [c for c in found if not _LIKE_IT.search(scene.before(c, 12))]  # "felt like an earthquake"
    if not found or scene.around("weapon"):
        return False
    beside = [t for t in scene.sentence.triggers if not any(c.start <= t.start < c.end for c in found)]
    return head in ATTACK or not any(t.head in _OF_WAR for t in beside)
