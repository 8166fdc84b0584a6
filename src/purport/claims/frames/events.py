"""A sentence's triggers joined into events, each with its stretch of the sentence."""

import re
from itertools import pairwise

from purport.claims.frames.draft import Event
from purport.claims.frames.heads import ATTACK, INTERCEPTION, RUIN
from purport.claims.frames.joining import one
from purport.claims.frames.telling import distinct, told
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["events"]

# What parts two events, the strongest first.
_SEPARATORS = (
    re.compile(r";|:(?!\d)|\s[–—-]\s(?=\S)"),
    pattern(r",\s+<clause>\b"),
    re.compile(r",(?!\d)|\(|\)"),
    pattern(r"\s<joint_when>\s(?!<point_of_day>\b)"),
    pattern(r"\s<joint>\s"),
)
_ASIDE = pattern(r",\s+<aside>\b")
_LIES_IN = pattern(r",\s+<aside>(?: <auxiliary>)? <lies_in>\b")
_WHERE = 40  # code points behind words that tell where a thing lies in which its place begins
_CONTRAST = pattern(r",\s+<contrast>\b")
_WHEN_CLAUSE = pattern(r"\w,? (<when_clause>\b[, ])")
_DURING = pattern(r"\b<during_it>\s(?:[\w-]+\s){0,2}$")
_ASIDE_DASH = pattern(r",\s+<aside>\b|\s[–—-]\s")
_AND_DID = pattern(r"\s<and>\s(?:\w+ly\s)?")
_PATIENT = 60  # code points behind a verb in which what it befell stands
_ORDERED = 24  # code points between words of one warning
_WEAPON = 30  # code points of the longest words for a weapon or place before one that joins it
_NEXT = 2  # code points behind a comma in which the next of a list begins
_SENT = pattern(r"[\"»]?,? (?:<relative> <was> )?")
_WERE = pattern(r",?\s(?:<auxiliary>\s)?<was>\s(?:\w+\s){0,2}$|,\s(?:<was_then>\s)?$")
_HARM = frozenset({"casualties", "damage"})
_SHORT_NAME = re.compile(r"\([a-z.]{2,8}\)")  # in brackets behind the full one: "Rapid Support Forces (RSF)"
_CAUSE = frozenset({"attack", "hit", "explosion", "impact"})
_PLAIN = frozenset({"attack", "hit", "damage", "explosion"})


def events(view: View, marks: Marks, sentence: Sentence) -> list[Event]:
    """The events of a sentence in order.

    Their stretches cover it, but for asides, and overlap only where nothing separates two of them.
    """
    found = [Event(c, sentence.start, sentence.end) for c in _clusters(view, marks, sentence)]
    for before, after in pairwise(found):
        _part(view, marks, before, after)
    for before, after in reversed(list(pairwise(found))):
        before.end = min(before.end, after.end)  # what it shares with its neighbour ends where that one's does
    if found:
        found[0].start = _behind_main_clause(view, found[0])
    for i, event in enumerate(found):
        occasion = _occasion(view, event)
        if occasion is not None:
            event.start = occasion
            if i and occasion >= found[i - 1].last:
                found[i - 1].end = min(found[i - 1].end, occasion)
    for event in found:
        event.end = _without_aside(view, marks, event)
    for before, after in pairwise(found):
        if _shares_object(view, before, after):
            before.end = after.end
    return found


def _shares_object(view: View, before: Event, after: Event) -> bool:
    """Whether a strike and the harm it did are told of one thing: "struck and damaged a school"."""
    if before.head not in ATTACK or after.head not in RUIN or any(t.number for t in before.triggers):
        return False
    return bool(_AND_DID.fullmatch(view.folded, before.last, after.first))


def _behind_main_clause(view: View, event: Event) -> int:
    """Where a clause begins that tells behind another one when that happened: "…, after Ukraine struck the port"."""
    clause = _WHEN_CLAUSE.search(view.folded, event.start, event.first)
    return clause.start(1) if clause else event.start


def _occasion(view: View, event: Event) -> int | None:
    """Where an attack begins that is told as the occasion of something else: "…, during a strike on the port"."""
    noun = event.triggers[0]
    if noun.label != "attack:strike" or len(event.triggers) > 1:
        return None
    during = _DURING.search(view.folded, max(event.start, noun.start - _ORDERED), noun.start)
    return during.start() if during else None


def _clusters(view: View, marks: Marks, sentence: Sentence) -> list[list[Mark]]:
    """Triggers grouped by the event that they tell of."""
    clusters: list[list[Mark]] = []
    for trigger in told(view, marks, distinct(sentence.triggers)):
        if clusters and one(view, marks, clusters[-1], trigger):
            clusters[-1].append(trigger)
        else:
            clusters.append([trigger])
    return clusters


def _part(view: View, marks: Marks, before: Event, after: Event) -> None:
    """Part two neighbours: at what separates them, else each has the words up to the other."""
    sent = _sent(view, marks, before, after)
    cut = _cut(view, marks, before.last, after.first)
    if sent is not None:
        before.end, after.start = sent, before.start
    elif cut is not None:
        before.end = after.start = cut
    elif {before.head, after.head} & _CAUSE and (before.head in _HARM or _harms(marks, after)):
        # "a strike killed", "was killed in a strike": each tells of the other
        before.end, after.start = after.end, before.start if before.head in _CAUSE else before.first
    else:
        before.end, after.start = after.first, before.last
    before.end, after.start = max(before.end, before.last), min(after.start, after.first)


def _sent(view: View, marks: Marks, launch: Event, fate: Event) -> int | None:
    """Where the words end that only tell how weapons came whose fate follows: "missiles fired from Yemen were downed".

    The weapons and their number are those of both. None where that is not how it is told.
    """
    sent = launch.triggers[0]
    if len(launch.triggers) > 1 or sent.sub != "launch" or fate.head not in INTERCEPTION:
        return None
    weapons = marks.within(sent.start - _WEAPON, sent.start, "weapon")
    if not weapons or not _SENT.fullmatch(view.folded, weapons[-1].end, sent.start):
        return None
    behind = _WERE.search(view.folded, sent.end, fate.first)
    if behind is None or marks.within(sent.end, fate.first, "quantity", "weapon"):
        return None
    return behind.start()


def _harms(marks: Marks, event: Event) -> bool:
    """Whether an event tells of harm to people or things; what flies is destroyed in defence."""
    if event.head != "destroy":
        return event.head in _HARM
    following = marks.within(event.last, event.last + _PATIENT, "object", "weapon")
    return bool(following) and following[0].type == "object"


def _cut(view: View, marks: Marks, start: int, end: int) -> int | None:
    """Where the stretch between two events is best cut: at the strongest separator in it, the last of its kind."""
    between = _SHORT_NAME.sub(lambda name: "_" * len(name[0]), view.folded[start:end])
    for separator in _SEPARATORS:
        spans = [(start + f.start(), start + f.end()) for f in separator.finditer(between)]
        found = [s for s in spans if not _joins_alike(marks, *s) and not (s[1] == end and _counts(marks, s[0]))]
        if found:
            at = found[-1][0]
            return at + (between[at - start] in " )")
    return None


def _counts(marks: Marks, at: int) -> bool:
    """Whether a number ends here, which a dash behind it parts from its verb: «ще 40 – локаційно втрачено»."""
    return any(m.end == at for m in marks.within(at - _WEAPON, at, "quantity"))


def _joins_alike(marks: Marks, start: int, end: int) -> bool:
    """Whether what separates stands in a list: "in a missile and drone attack", "in Kyiv, Odesa and Sumy regions"."""
    return any(
        before.end >= start and any(m.type == before.type for m in marks.within(end, end + _NEXT, before.type))
        for before in marks.within(start - _WEAPON, start, "weapon", "place")
    )


def _without_aside(view: View, marks: Marks, event: Event) -> int:
    """The end of an event's stretch before what is told about a name in it, or against what it tells."""
    contrast = _CONTRAST.search(view.folded, event.last, event.end)
    if contrast is not None and not marks.within(contrast.end(), event.end, "place", "time", "quantity"):
        event.end = contrast.start()
    for aside in (_ASIDE_DASH if event.head in _PLAIN else _ASIDE).finditer(view.folded, event.last, event.end):
        before = view.folded[event.last : aside.start()]
        bracketed = before.count("(") > before.count(")")
        if bracketed or marks.within(aside.end() - 1, aside.end() + 2, "place"):
            continue
        lies = _LIES_IN.match(view.folded, aside.start())
        if lies and marks.within(lies.end(), lies.end() + _WHERE, "place"):
            continue
        if "," in aside[0] or _tells(marks, event, aside.start()):
            return aside.start()
    return event.end


def _tells(marks: Marks, event: Event, end: int) -> bool:
    """Whether an event tells where or what it was before a dash: else that stands behind it («удар БПЛА – НПЗ»)."""
    if event.head not in ATTACK:
        return True
    noun = event.triggers[0].number != ""
    return bool(
        marks.within(event.start, end, "place", "object", *(("quantity", "time") if noun else ("weapon", "people")))
    )
