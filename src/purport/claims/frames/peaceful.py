"""Words of war in sentences that tell of none: weather and accidents, exercises, sport, prices."""

from purport.claims.frames.scene import Scene

__all__ = ["is_peaceful"]

_BLOWS = frozenset({"attack", "hit"})
_HARM = frozenset({"damage", "destroy", "casualties", "explosion", "explode"})
_OF_WAR = frozenset({"attack", "hit", "impact", "interception"})


def is_peaceful(scene: Scene) -> bool:
    """Whether something else than a war is told to have done it, or nobody did it in earnest."""
    head = scene.event.head
    if head not in _BLOWS | _HARM:
        return False
    start, end = scene.sentence.start, scene.sentence.end
    if scene.marks.cues(start, end, "exercise"):
        return True
    if not scene.marks.cues(start, end, "mishap" if head in _HARM else "peace") or scene.around("weapon"):
        return False
    return head in _BLOWS or not any(t.head in _OF_WAR for t in scene.sentence.triggers)
