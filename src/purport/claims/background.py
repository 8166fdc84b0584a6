"""What is told as background and reports nothing: what happens all the time, and what is long past."""

from purport.claims.frames import Draft
from purport.claims.generic import is_generic
from purport.claims.marks import Marks
from purport.claims.syntax import pattern
from purport.model import TimeSpan, View

__all__ = ["is_background", "is_history"]

_EVERY = pattern(r"\b<every> (?:[\w’'-]+ ){0,2}$")
_MANY_DO = pattern(r"(?:\w+<they_do>|<strikes_now>)\b")
_HEADED = pattern(r"\w+ <heads_for> ")
_PERFECT = pattern(r"\b<auxiliary>(?: been)?(?: \w+)?\s$")
_HAS_COME = pattern(r"\b<auxiliary> <come_under>\b[^,;:.]*(?:, [^,;:.]*)?$")
_SINCE = pattern(r"\b<since>\b")
_SINCE_CLAUSE = pattern(r"\b<since> (?!<article> )(?=[^,;:.]*$)")
_WAR_HAS = pattern(r"\b<a_war>\b[^,;:.]*(?:,[^,;:.]*,)? <auxiliary> (?:\w+ly )?$")
_CLAUSE = 120  # code points of a clause before its verb of attack, at most
_FIRST = pattern(r"\b<first_time>\b")
_HISTORY = 12  # years after which what happened is history: the longest war still told of began in 2014
_SUBJECT = 20  # code points before a verb of flight in which what flies is named
_AUXILIARY = 24  # code points before a verb in which its auxiliary stands


def is_history(draft: Draft, today: TimeSpan | None) -> bool:
    """Whether what a draft tells is too long past to be a report: another war, or an anniversary."""
    if draft.time is None or today is None:
        return False
    return int(today.start[:4]) - int(draft.time.end[:4]) > _HISTORY


def is_background(view: View, marks: Marks, draft: Draft, *, brief: bool) -> bool:
    """Whether a draft tells what happens all the time, not what happened: no report, no claim.

    `brief`: in a post or a feed's item, which tells its news in the present.
    """
    if is_generic(view, marks, draft, brief=brief):
        return True
    if draft.kind == "alert":
        return bool(draft.scope[1] and marks.cues(*draft.scope, "background"))
    if draft.kind == "damage":
        return _is_since(view, marks, draft)
    if draft.kind not in {"attack", "interception", "sighting", "impact", "casualties"}:
        return False
    if (draft.scope[1] and marks.cues(*draft.scope, "background")) or _is_of_every(view, draft):
        return True
    if draft.kind == "casualties":
        counted = any(p.min is not None or p.max is not None for p in draft.people)
        return not counted and (_is_of_a_war(view, draft) or _is_fate(view, marks, draft))
    if draft.count is not None:
        return False
    if _is_since(view, marks, draft):
        return True
    if _is_lasting(view, draft):
        return True
    around = marks.cues(draft.sentence.start, draft.sentence.end, "background")
    return (bool(around) and draft.time is None) or _is_habit(view, marks, draft)


def _is_of_every(view: View, draft: Draft) -> bool:
    """Whether something is said of all strikes or hits, and none told: «кожен приліт – як востаннє»."""
    start = max(draft.sentence.start, draft.at - _AUXILIARY)
    return draft.kind in {"attack", "impact"} and bool(_EVERY.search(view.folded, start, draft.at))


def _is_lasting(view: View, draft: Draft) -> bool:
    """Whether a verb in the perfect tells what has gone on since then: "since June Ukraine has pounded depots"."""
    start, at = draft.scope[0], draft.at
    perfect = _PERFECT.search(view.folded, max(start, at - _AUXILIARY), at)
    if not perfect and not _HAS_COME.search(view.folded, max(start, at - _CLAUSE), at):
        return False
    return bool(_SINCE.search(view.folded, *draft.scope)) and not _FIRST.search(view.folded, *draft.scope)


def _is_of_a_war(view: View, draft: Draft) -> bool:
    """Whether a whole war is told to have cost lives, without a number: "the war has killed tens of thousands"."""
    return bool(_WAR_HAS.search(view.folded, max(draft.sentence.start, draft.at - _CLAUSE), draft.at))


def _is_fate(view: View, marks: Marks, draft: Draft) -> bool:
    """Whether people are told to come to harm as a rule, nowhere and by no strike: «багато хто зазнає поранень»."""
    around = draft.sentence.start, draft.sentence.end
    told = marks.within(*around, "place", "time") or marks.cues(*around, "result")
    return not told and bool(_MANY_DO.match(view.folded, draft.at))


def _is_since(view: View, marks: Marks, draft: Draft) -> bool:
    """Whether a clause only tells since when something else has been so: "since Hamas attacked Israel"."""
    start = draft.sentence.start
    clause = _SINCE_CLAUSE.search(view.folded, max(start, draft.at - _CLAUSE), draft.at)
    if clause is None or draft.kind not in {"attack", "impact", "damage"}:
        return False
    return not marks.within(clause.end(), clause.end() + 1, "time", "quantity")


def _is_habit(view: View, marks: Marks, draft: Draft) -> bool:
    """Whether many do it and go on doing it, nobody says when or where: «дрони атакують міста України»."""
    if marks.cues(draft.sentence.start, draft.at, "sometime") and _tells_of_several(marks, draft):
        return all(m.value.place.precision == "country" for m in draft.marks)
    if not _MANY_DO.match(view.folded, draft.at) or marks.within(draft.sentence.start, draft.sentence.end, "time"):
        return False
    flying = draft.kind == "sighting" and bool(marks.within(draft.at - _SUBJECT, draft.at, "weapon"))
    if flying and _HEADED.match(view.folded, draft.at):
        return False
    return all(m.value.place.precision == "country" for m in draft.marks)


def _tells_of_several(marks: Marks, draft: Draft) -> bool:
    """Whether strikes are told in the plural, of which somebody says no more than that there were some lately."""
    strikes = [t for t in marks.within(draft.at, draft.until, "trigger") if t.head == "attack"]
    return draft.kind == "attack" and any(t.number == "p" for t in strikes)
