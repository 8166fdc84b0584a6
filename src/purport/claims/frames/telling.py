"""Which of a sentence's words of events tell of one: some only go with another, or describe what it befell."""

import re
from itertools import pairwise, permutations

from purport.claims.frames.heads import ATTACK, INTERCEPTION, RUIN
from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["distinct", "told"]

_WHICH = pattern(r",\s<relative>\s(?:\w+\s){0,2}$")
_FATES = frozenset({"interception", "destroy", "damage", "hit"})
_BEFELL = pattern(r"\s(?:(?:<auxiliary>|<was>|<is>|<not_been>)\s){1,2}(?:\w+\s)?")
_MENDED = pattern(r"\s(?:<article> |<the> )?")
_TO = pattern(r"\s<infinitive>\s")
_WHAT_THEY = pattern(r"\b<what>(?: [\w’'.-]+){1,3} $")
_VERB = pattern(r"\b<was>\b")
_PUNCTUATED = re.compile(r"[,;:.()]")
_FIRE, _FIREFIGHTING = "damage:on_fire", "response:firefighting"
_INJURED = "casualties:injured"
_WITH_WOUND = pattern(r"\b<with_wounds>\s(?:(?!<by>\b)[\w-]+\s){0,7}$")
_WOUND = 70  # code points before a wound in which stands "with"
_BESIDE = pattern(r"\s(?:<was> |<the> |<were> )?(?:\w+ly )?")
_DEBRIS = 24  # code points between debris and the word that tells why it fell
_ORDERED = 24  # code points between words of one warning
_STOP = re.compile(r"[.;]")
_WEAPON = 30  # code points of the longest words for a weapon or place before one that joins it
_TOTAL = 60  # code points before a weapon in which a part and the whole are counted
_SENT_BY = pattern(r"[\s,\"»]*(?:<relative> (?:[\w’'-]+ ){1,4})?")
_OUT_OF = pattern(r"\s<out_of>\s(?:<the>\s)?")
# Of several kinds that the same words could tell of, the more telling one.
_ORDER = (
    "casualties",
    "interception",
    "alert",
    "response",
    "attack",
    "hit",
    "impact",
    "destroy",
    "damage",
    "explosion",
    "explode",
    "sighting",
    "statement",
)


def distinct(triggers: list[Mark]) -> list[Mark]:
    """One trigger for each stretch of words: the same words under two labels are told apart by the more telling one."""
    kept: list[Mark] = []
    for trigger in triggers:
        if not kept or trigger.start >= kept[-1].end:
            kept.append(trigger)
        elif _rank(trigger) < _rank(kept[-1]):
            kept[-1] = trigger
    return kept


def told(view: View, marks: Marks, triggers: list[Mark]) -> list[Mark]:
    """Without what only goes with another one: "threatened to strike", "debris from a downed drone".

    Where the weapons come from that a warning is of is no sighting.
    """
    helping = {
        before
        for before, after in pairwise(triggers)
        if before.head == "statement" and after.head in ATTACK and _TO.fullmatch(view.folded, before.end, after.start)
    }
    downed = {
        after
        for before, after in pairwise(triggers)
        if before.label == "impact:debris" and after.head == "interception" and _is_of(view, before, after)
    }
    coming = {
        after
        for before, after in pairwise(triggers)
        if before.head == "alert"
        and after.head == "sighting"
        and not _PUNCTUATED.search(view.folded, before.end, after.start)
    }
    mended = {after for before, after in pairwise(triggers) if _is_mended(view, before, after)}
    helpers = {before for before, after in pairwise(triggers) if _suffers(view, before, after)}
    heard = {before for before, after in pairwise(triggers) if _is_heard(view, before, after)}
    doused = {fire for pair in pairwise(triggers) if (fire := _doused(view, *pair)) is not None}
    described = {before for before, after in pairwise(triggers) if _describes_flight(view, before, after)}
    sent = {
        launch
        for pair in pairwise(triggers)
        for launch, fate in permutations(pair)
        if _describes_total(view, marks, launch, fate)
    }
    named = {t for t in triggers if t.label == "statement:name" and _is_aside(view, t)}
    aside = (
        helping
        | downed
        | coming
        | mended
        | helpers
        | heard
        | doused
        | described
        | sent
        | named
        | _wounds(view, triggers)
    )
    return [t for t in triggers if t not in aside]


def _wounds(view: View, triggers: list[Mark]) -> set[Mark]:
    """The wounds of people of whom other words tell that they came to harm: «пострадавший с ранениями ног»."""
    found = {
        t
        for t in triggers
        if t.label == _INJURED and _WITH_WOUND.search(view.folded, max(0, t.start - _WOUND), t.start)
    }
    return found if any(t.head == "casualties" and t not in found for t in triggers) else set()


def _is_aside(view: View, naming: Mark) -> bool:
    """Whether somebody's name for a thing stands beside it, and is no position: "targeting what it called a base"."""
    return bool(_WHAT_THEY.search(view.folded, max(0, naming.start - _ORDERED), naming.start))


def _describes_flight(view: View, flight: Mark, fate: Mark) -> bool:
    """Whether a clause only tells which aircraft was meant: "the jet, which flew to Kyiv, was shot down"."""
    if flight.head != "sighting" or fate.head not in _FATES:
        return False
    which = _WHICH.search(view.folded, max(0, flight.start - _DEBRIS), flight.start)
    return which is not None and "," in view.folded[flight.end : fate.start]


def _suffers(view: View, help_: Mark, harm: Mark) -> bool:
    """Whether those who help only are who came to harm: "five rescue workers were killed"."""
    befell = help_.label == "response:rescue" and harm.head == "casualties"
    return befell and bool(_BEFELL.fullmatch(view.folded, help_.end, harm.start))


def _is_mended(view: View, repair: Mark, damage: Mark) -> bool:
    """Whether a word of harm only tells what is repaired: "are repairing damaged power lines"."""
    alike = repair.label == "response:repair" and damage.head in RUIN
    return alike and bool(_MENDED.fullmatch(view.folded, repair.end, damage.start))


def _describes_total(view: View, marks: Marks, launch: Mark, fate: Mark) -> bool:
    """Whether a launch only tells what a part was stopped of: "53 of 67 drones launched by Russia were downed".

    Or of "shot down five of nine missiles that Russia fired".
    """
    if launch.sub != "launch" or fate.head not in INTERCEPTION:
        return False
    first, second = sorted((launch, fate), key=lambda t: t.start)
    weapons = marks.within(launch.start - _WEAPON, launch.start, "weapon")
    if not weapons or _STOP.search(view.folded, first.end, second.start):
        return False
    if not _SENT_BY.fullmatch(view.folded, weapons[-1].end, launch.start):
        return False
    numbers = marks.within(max(0, weapons[-1].start - _TOTAL), weapons[-1].start, "quantity")
    if len(numbers) < 2 or (first is launch and marks.within(launch.end, fate.start, "quantity")):
        return False
    return bool(_OUT_OF.fullmatch(view.folded, numbers[-2].end, numbers[-1].start))


def _is_heard(view: View, verb: Mark, strike: Mark) -> bool:
    """Whether a verb of noise only tells that a strike came: «прогримів ще один удар»."""
    if verb.head != "explode" or strike.label != "attack:strike" or strike.number != "s":
        return False
    gap = view.folded[verb.end : strike.start]
    return len(gap) < _DEBRIS and not _PUNCTUATED.search(gap)


def _doused(view: View, before: Mark, after: Mark) -> Mark | None:
    """The fire right beside the word that tells that it was put out: «загасити пожежу», «тушение пожара»."""
    fire, verb = (after, before) if after.label == _FIRE else (before, after)
    if fire.label != _FIRE or not fire.number or verb.label != _FIREFIGHTING:
        return None
    return fire if _BESIDE.fullmatch(view.folded, before.end, after.start) else None


def _is_of(view: View, debris: Mark, downed: Mark) -> bool:
    """Whether "downed" only describes what the debris is of."""
    between = view.folded[debris.end : downed.start]
    return len(between) < _DEBRIS and not _PUNCTUATED.search(between) and not _VERB.search(between)


def _rank(trigger: Mark) -> tuple[int, int]:
    return trigger.start - trigger.end, _ORDER.index(trigger.head)
