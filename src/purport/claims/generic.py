"""Words that name a strike and tell of none: what happens as a rule, what one hides from, whom strikes tell apart."""

import re

from purport.claims.frames import Draft
from purport.claims.marks import Marks
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["is_generic"]

_OF_STRIKES = frozenset({"attack", "impact", "interception"})
_BLOWS = frozenset({"attack", "hit", "explode"})
_OF_HARM = frozenset({"casualties", "damage"})
_WHENEVER = pattern(r"\b<whenever>\b[^,;:.]*$")
_WHEN = pattern(r"\b<generic_when>\b[^,;:.]*$")
_NOW = re.compile(r"[a-z]+s\b")  # a verb in the present, "when a missile hits", or a noun in the plural
_IS_DONE = pattern(r"\b<is_now>(?: \w+ly| <again_and_again>)? $")
_EACH = pattern(r"\b<each_one> (?:\w+ )?$")
_GOING_ON = re.compile(r"[a-z]+ing\b")
_SHELTERED = pattern(r"\b<sheltering>\b[^,;:.]{0,60}?\b<sheltering_from>(?: [\w’'-]+){0,6} $")
_EVADED = pattern(r"\b<evading>(?: [\w’'-]+){0,5} $")
_WHO_STRUCK = pattern(r"\b<identified_by>(?: <auxiliary>)?(?: \w+ly)? $")
_ARE_CALLED = pattern(r"(?:\s<aimed_at>[^,;:.]{0,60}?)? <are_called>\b")
_KNOWN_BY = pattern(r"\b(?:<known_thing>|<heavily_hit>) $")
_SUFFERED = re.compile(r"[a-z]+(?:ed|en)\b")
_DESPITE = pattern(r"\b<despite>(?: [\w-]+){0,3} $")
_A_NOUN = pattern(r" (?!<and>|<by>|<aimed_at>|<in_which>)[a-z]")
_FOR_LONG = pattern(r"\b<for_long>\b")
_SO_LONG = pattern(r"\b<so_long_of>\b")
_CLAUSE = 120  # code points before a verb in which its clause begins, at most
_AUXILIARY = 24  # the same, in which its auxiliary stands


def is_generic(view: View, marks: Marks, draft: Draft, *, brief: bool) -> bool:
    """Whether a draft's words name a strike, or its harm, without telling of one.

    `brief`: in a text that tells its news in the present.
    """
    if draft.kind == "explosion":
        return bool(_EACH.search(view.folded, max(draft.sentence.start, draft.at - _AUXILIARY), draft.at))
    if draft.kind not in _OF_STRIKES | _OF_HARM:
        return False
    before = view.folded[max(draft.sentence.start, draft.at - _CLAUSE) : draft.at]
    if _WHENEVER.search(before) or (not brief and _is_whenever(view, marks, draft, before)):
        return True
    all_news = brief and len(draft.sentence.triggers) == 1  # "footage of the destroyed college" is told by nothing else
    if not all_news and _only_describes(view, marks, draft, before):
        return True
    if draft.kind in _OF_HARM:
        return False
    if _is_hidden_from(before) or _is_long_since(view, draft):
        return True
    if marks.within(draft.scope[0], draft.until, "time", "quantity"):
        return False
    if _are_judged(view, marks, draft, before):
        return True
    dated = marks.within(*draft.scope, "time", "quantity")
    return not dated and (_tells_who(before) or _is_rule(view, draft, before, brief))


def _is_whenever(view: View, marks: Marks, draft: Draft, before: str) -> bool:
    """Whether a clause tells what happens each time, in the present: "when a missile hits a substation"."""
    verb = next(iter(marks.within(draft.at, draft.until, "trigger")), None)
    present = (
        verb is not None
        and verb.head in _BLOWS
        and verb.number != "p"
        and bool(_NOW.fullmatch(view.folded, verb.start, verb.end))
    )
    return present and bool(_WHEN.search(before))


def _is_rule(view: View, draft: Draft, before: str, brief: bool) -> bool:
    """Whether a passive in the present tells what happens as a rule: "why a school is hit and a depot spared"."""
    told = not brief and view.plain[draft.sentence.end - 1] in '.!?”"'
    done = not _GOING_ON.match(view.folded, draft.at)
    return told and done and bool(_IS_DONE.search(before[-_AUXILIARY:]))


def _only_describes(view: View, marks: Marks, draft: Draft, before: str) -> bool:
    """Whether a participle only tells which known thing or town is meant: "his damaged flat", "the bombed market"."""
    if draft.kind == "casualties" or not _KNOWN_BY.search(before):
        return False
    verbs = marks.within(draft.at, draft.until, "trigger")
    alone = len(verbs) == 1 and _SUFFERED.fullmatch(view.folded, verbs[0].start, verbs[0].end)
    return bool(alone) and bool(_A_NOUN.match(view.folded, draft.until))


def _is_hidden_from(before: str) -> bool:
    """Whether strikes are only what somebody or something is kept from: "nets against drone attacks"."""
    return bool(_SHELTERED.search(before) or _EVADED.search(before))


def _tells_who(before: str) -> bool:
    """Whether a strike only tells which soldiers or state are meant: "the army that bombed schools"."""
    return bool(_WHO_STRUCK.search(before))


def _are_judged(view: View, marks: Marks, draft: Draft, before: str) -> bool:
    """Whether strikes in the plural are but the subject of what is said of them, or what somebody braves."""
    strike = next(iter(marks.within(draft.at, draft.until, "trigger")), None)
    if strike is None or not _NOW.fullmatch(view.folded, strike.start, strike.end):
        return False
    return bool(_ARE_CALLED.match(view.folded, draft.until) or _DESPITE.search(before))


def _is_long_since(view: View, draft: Draft) -> bool:
    """Whether strikes on no place but a country are told of years or seasons: "for years Russia has struck"."""
    if draft.count is not None and draft.count.min != 1:
        return False
    told = draft.sentence.start, max(draft.scope[1], draft.until)
    lasting = _FOR_LONG.search(view.folded, *told) or _SO_LONG.search(view.folded, *told)
    return bool(lasting) and all(m.value.place.precision == "country" for m in draft.marks)
