"""Words that mark what is told as unconfirmed: hedges, and that nobody could verify it."""

from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["is_doubted"]

_BESIDES = pattern(r"\s<besides>\b")
_PURPORTED = pattern(r"<purported>")


def is_doubted(view: View, marks: Marks, draft: Draft, near: list[Mark]) -> bool:
    """Whether a draft is told as unconfirmed. `near`: the cues that govern it."""
    hedges = [c for c in near if c.label == "hedge" and not _is_of_an_aside(view, c, draft)]
    return bool(hedges) or _is_purported(view, marks, draft) or _is_unverifiable(marks, draft)


def _is_of_an_aside(view: View, hedge: Mark, draft: Draft) -> bool:
    """Whether a hedge weakens only what follows from it: "…, apparently heading for Kyiv"."""
    if hedge.start < draft.at or not _BESIDES.match(view.folded, hedge.end):
        return False
    return view.plain[max(0, hedge.start - 2) : hedge.start] == ", "


def _is_purported(view: View, marks: Marks, draft: Draft) -> bool:
    """Whether words of saying are themselves a doubt: "images purported to show"."""
    said = marks.cues(draft.sentence.start, draft.at, "say")
    return bool(said) and bool(_PURPORTED.match(view.folded, said[-1].start))


def _is_unverifiable(marks: Marks, draft: Draft) -> bool:
    """Whether its sentence goes on to say that nobody could verify it."""
    return bool(marks.cues(draft.until, draft.sentence.end, "unverifiable"))
