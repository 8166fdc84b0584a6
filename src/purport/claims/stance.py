"""How a document stands to a claim: asserted, unverified, denied, unknown or threatened."""

import re

from purport.claims.frames import Draft, Event
from purport.claims.marks import Mark, Marks
from purport.model import Source, Stance, View

__all__ = ["is_background", "stance"]

_OFFICIAL = frozenset({"ministry", "military", "administration", "emergency_service"})
_BULLETIN = re.compile(r"за попередн|по предварит|за уточнен")
_TOLD = frozenset(
    {
        "attack",
        "hit",
        "impact",
        "damage",
        "destroy",
        "casualties",
        "explosion",
        "explode",
        "interception",
        "response",
        "sighting",
    }
)
_PAST = re.compile(r"\s(?:not )?have\b")
_INFINITIVE = re.compile(r"\bto\s$")
_REACH = 12  # code points before a stretch in which "denied that" or "allegedly," may stand
_NEGATED = re.compile(r"(?:\b(?:not|never|n't|не|ні)(?: been| be| have| has)?)\s*$")


def stance(view: View, marks: Marks, draft: Draft, publisher: Source | None) -> Stance:
    """The stance of a draft, by the cue words around it."""
    if draft.fixed:
        return draft.stance
    start, end = draft.scope if draft.scope[1] else (draft.sentence.start, draft.sentence.end)
    start -= _REACH if draft.scope[1] else 0
    near = [c for c in marks.within(max(start, draft.sentence.start), end, "cue") if not _elsewhere(marks, draft, c)]
    if any(c.label == "deny" for c in near):
        return "denied"
    if draft.kind != "statement" and _NEGATED.search(view.folded[max(draft.sentence.start, draft.at - 14) : draft.at]):
        return "denied"
    if draft.kind in {"attack", "explosion", "damage", "casualties", "impact"} and any(
        c.label == "unknown" for c in near
    ):
        return "unknown"
    if draft.kind == "attack" and any(c.label == "threat" and c.start < draft.at for c in near):
        return "threatened"
    hedges = [c for c in near if c.label == "hedge"]
    if publisher is not None and publisher.kind in _OFFICIAL:
        hedges = [c for c in hedges if not _BULLETIN.match(view.folded, c.start)]
    return "unverified" if hedges else "asserted"


def _elsewhere(marks: Marks, draft: Draft, cue: Mark) -> bool:
    """Whether somebody else's words begin between a draft's verb and a cue behind it."""
    return cue.start > draft.until and bool(marks.cues(draft.until, cue.start, "say"))


def is_irrealis(view: View, marks: Marks, event: Event) -> bool:
    """Whether words tell what would, could or should happen, not what did; threats and warnings are told by other words."""
    head = event.triggers[0].head
    if head not in _TOLD or marks.cues(event.start, event.end, "threat"):
        return False
    near = marks.cues(max(event.start, event.first - 90), event.first, "irrealis")
    if any(not _PAST.match(view.folded, c.end) for c in near):
        return True
    return (
        head in {"attack", "hit", "damage", "casualties"}
        and bool(_INFINITIVE.search(view.folded[max(0, event.first - 4) : event.first]))
        and (event.triggers[0].number == "")
    )


def is_background(marks: Marks, draft: Draft) -> bool:
    """Whether a draft tells what happens all the time, not what happened: no report, no claim."""
    if draft.kind not in {"attack", "interception", "sighting", "impact"}:
        return False
    if draft.scope[1] and marks.cues(*draft.scope, "background"):
        return True
    return (
        bool(marks.cues(draft.sentence.start, draft.sentence.end, "background"))
        and draft.count is None
        and draft.time is None
    )
