"""How a document stands to a claim: asserted, unverified, denied, unknown or threatened."""

from purport.claims.frames import Draft, Event
from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.model import Source, Stance, View

__all__ = ["is_background", "is_irrealis", "stance"]

_OFFICIAL = frozenset({"ministry", "military", "administration", "emergency_service"})
_BULLETIN = pattern(r"<preliminary>")
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
_PAST = pattern(r"\s<perfect>\b")
_INFINITIVE = pattern(r"\b<infinitive>\s$")
_OF_UNKNOWN_CAUSE = frozenset({"attack", "explosion", "damage", "casualties", "impact"})
_NEGATION = 14  # code points before a verb in which it is negated
_CONDITION = 90  # code points before a verb in which "would" or "if" governs it
_REACH = 12  # code points before a stretch in which "denied that" or "allegedly," may stand
_NEGATED = pattern(r"\b<not>(?: <not_been>)?\s*$")


def stance(view: View, marks: Marks, draft: Draft, publisher: Source | None) -> Stance:
    """The stance of a draft, by the cue words around it."""
    if draft.fixed:
        return draft.stance
    near = _near(marks, draft)
    labels = {c.label for c in near}
    if "deny" in labels or (draft.kind != "statement" and _is_negated(view, draft)):
        return "denied"
    if "unknown" in labels and draft.kind in _OF_UNKNOWN_CAUSE:
        return "unknown"
    if draft.kind == "attack" and any(c.label == "threat" and c.start < draft.at for c in near):
        return "threatened"
    official = publisher is not None and publisher.kind in _OFFICIAL
    hedges = [c for c in near if c.label == "hedge" and not (official and _BULLETIN.match(view.folded, c.start))]
    return "unverified" if hedges else "asserted"


def _near(marks: Marks, draft: Draft) -> list[Mark]:
    """The cues that govern a draft: those of its event's stretch, else of its sentence."""
    start, end = draft.scope if draft.scope[1] else (draft.sentence.start, draft.sentence.end)
    start -= _REACH if draft.scope[1] else 0
    cues = marks.within(max(start, draft.sentence.start), end, "cue")
    said = next((c.start for c in cues if c.label == "say" and c.start >= draft.until), end)
    return [c for c in cues if c.start <= said]  # behind it somebody else's words begin


def _is_negated(view: View, draft: Draft) -> bool:
    return bool(_NEGATED.search(view.folded[max(draft.sentence.start, draft.at - _NEGATION) : draft.at]))


def is_irrealis(view: View, marks: Marks, event: Event) -> bool:
    """Whether words tell what would, could or should happen, not what did; threats are told by other words."""
    head = event.triggers[0].head
    if head not in _TOLD or marks.cues(event.start, event.end, "threat"):
        return False
    near = marks.cues(max(event.start, event.first - _CONDITION), event.first, "irrealis")
    if any(not _PAST.match(view.folded, c.end) for c in near):
        return True
    bare = head in {"attack", "hit", "damage", "casualties"} and event.triggers[0].number == ""
    return bare and bool(_INFINITIVE.search(view.folded[max(0, event.first - 4) : event.first]))


def is_background(marks: Marks, draft: Draft) -> bool:
    """Whether a draft tells what happens all the time, not what happened: no report, no claim."""
    if draft.kind not in {"attack", "interception", "sighting", "impact"}:
        return False
    if draft.scope[1] and marks.cues(*draft.scope, "background"):
        return True
    around = marks.cues(draft.sentence.start, draft.sentence.end, "background")
    return bool(around) and draft.count is None and draft.time is None
