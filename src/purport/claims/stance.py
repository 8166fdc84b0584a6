"""How a document stands to a claim: asserted, unverified, denied, unknown or threatened."""

import re

from purport.claims.doubt import is_doubted
from purport.claims.frames import Draft, Event
from purport.claims.frames.heads import ATTACK, INTERCEPTION
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.model import Source, Stance, View

__all__ = [
    "is_denied",
    "is_denied_in_general",
    "is_irrealis",
    "is_of_known",
    "is_threatened",
    "stance",
]

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
_VERB_OR_NOUN = pattern(r"<verb_or_noun>")
_PAST = pattern(r"\s<perfect>\b")
_INFINITIVE = pattern(r"\b<infinitive>\s(?:\w+ly\s)?$")
_BARE = pattern(r"\w+<infinitive_ending>\b")
_FUTURE = pattern(r"(?:\w+<future_ending>|<future_verb>)\b")
_TO_STRIKE = pattern(r"\b<to_deal>(?: [\w-]+){0,3} $")
_MANAGED = pattern(r"\b<managed>\b")
_TRIED = pattern(r"\b<tried> (?:[\w-]+ ){0,3}$")
_FAILED = pattern(r"\b<not> <managed>\b")
_PURPOSE = pattern(r"\b<purpose>(?! <that_thing>\b)(?: \w+){0,3} $")
_MADE_FOR = pattern(r"\b<made_for>\b[^.;:]*$")
_USED = pattern(r"\b<used>\b")
_HABIT = pattern(r", <relative>(?: \w+){0,2} \w*$")
_PRESENT = pattern(r"[\w']+<present_ending>\b")
_SUCCEEDS = pattern(r"\b<managed> <infinitive>\s$")
_CLAUSE = re.compile(r"[,;:.]")
_WOULD_NOT = pattern(r"[^.;]{0,40}\b<would_not_have>\b")
_NONE = pattern(r"\b<none>(?: \w+)?\s$")
_BUT_NOT = pattern(r"\b<not>\b")
_TO_DO = frozenset({"attack", "hit", "damage", "destroy", "casualties", "interception"})
_THE_STRIKES = pattern(r"\b<the> (?:\w+ ){0,2}$")
_FEARED = pattern(r"\b<feared>\b[^,;:.]*\b<that>\b")
_MEANT_FOR = pattern(r"\b<relative> (?:<auxiliary> )?(?:<passive> )?(?:\w+ly )?$")
_GERUND = re.compile(r"[a-z]+ing\b")
_PURSUED = pattern(r"\b<pursued> <pursued_of>\s$")
_SUBJECT = 30  # code points before a verb in which its subject stands
_BETWEEN = frozenset({"", "обов'язково", "ще", "знову", "ще раз", "обязательно", "снова"})
_OPENING = 3  # code points at the start of a sentence in which its condition begins
_AUXILIARY = 24  # code points before a verb in which "will" or "managed to" goes with it
_OF_UNKNOWN_CAUSE = frozenset({"attack", "explosion", "damage", "casualties", "impact"})
_DEEDS = frozenset({"attack", "hit", "impact", "damage", "destroy", "interception", "explosion"})
_NEGATION = 14  # code points before a verb in which it is negated
_CONDITION = 90  # code points before a verb in which "would" or "if" governs it
_GOVERNED = 60  # code points before an infinitive in which the verb that governs it stands
_REACH = 12  # code points before a stretch in which "denied that" or "allegedly," may stand
_IS_WHAT = pattern(r"(?: [\w-]+){1,4} <is_what>\b")
_THERE_IS_NONE = pattern(r"(?: \w+)? <is_missing>\b")
_DID_NOT_COME = pattern(r"[^,;:.]{0,60}?\b<did_not_come>\b")
_CAUSED_BY = pattern(r"\b<cause> (?:[\w-]+ )?$")
_AMID = pattern(r"\b<amid>\s(?:[\w-]+\s){0,2}$")
_IN_GENERAL = pattern(r"\b<in_general>\s(?:\w+ly\s)?$")
_SOLELY = pattern(r"\b<solely>\b")
_STRIKE = pattern(r"<strike_itself>\b")
_JUDGED = pattern(r"[^,;:.!?()]{0,80}? [\"«“]?<is_judged>\b")
_UNDATED = re.compile(r"[a-z]+(?:ing|s)\b")
_KNOWN = pattern(r"\s(?:<this>|it|them)\b")
_ACCOUNT = pattern(r"\b<account_of>\s")
_NEGATED = pattern(r"\b<not>(?: <not_been>)?\s*$")


def stance(view: View, marks: Marks, draft: Draft, publisher: Source | None) -> Stance:
    """The stance of a draft, by the cue words around it; that a position was voiced is always asserted."""
    if draft.fixed or draft.kind == "statement":
        return draft.stance
    near = _near(marks, draft)
    if any(c.label == "deny" and not _is_of_an_account(view, c, draft.at) for c in near) or _is_negated(view, draft):
        return "denied"
    own = {c.label for c in near if c.start >= draft.scope[0]}
    if "unknown" in own and draft.kind in _OF_UNKNOWN_CAUSE:
        return "unknown"
    official = publisher is not None and publisher.kind in _OFFICIAL
    near = [c for c in near if not (official and _BULLETIN.match(view.folded, c.start))]
    return "unverified" if is_doubted(view, marks, draft, near) else "asserted"


def _near(marks: Marks, draft: Draft) -> list[Mark]:
    """The cues that govern a draft: those of its event's stretch, else of its sentence."""
    start, end = draft.scope if draft.scope[1] else (draft.sentence.start, draft.sentence.end)
    start -= _REACH if draft.scope[1] else 0
    cues = marks.within(max(start, draft.sentence.start), end, "cue")
    said = next((c.start for c in cues if c.label == "say" and c.start >= draft.until), end)
    return [c for c in cues if c.start <= said]  # behind it somebody else's words begin


def _is_of_an_account(view: View, denial: Mark, at: int) -> bool:
    """Whether what is denied is what somebody tells of a strike, not the strike: "disputes Russia's account of"."""
    return bool(_ACCOUNT.search(view.folded, denial.end, max(denial.end, at)))


def _is_negated(view: View, draft: Draft) -> bool:
    """Whether a verb stands behind "not"; that nobody was hurt says so itself, and is asserted."""
    if draft.people and all(p.max == 0 for p in draft.people):
        return False
    return bool(_NEGATED.search(view.folded[max(draft.sentence.start, draft.at - _NEGATION) : draft.at]))


def is_threatened(view: View, marks: Marks, sentence: Sentence, event: Event) -> bool:
    """Whether an attack is one to come: threatened, planned or warned of."""
    if event.head not in ATTACK:
        return False
    if marks.cues(sentence.start, event.first, "deny"):
        return False
    start = max(sentence.start, event.first - _CONDITION)
    if _CAUSED_BY.search(view.folded, start, event.first):
        return False  # «пригрозив санкціями через атаки»
    cues = [c for c in marks.cues(start, event.first, "threat") if not _describes(view, c)]
    announced = [c for c in cues if _governs(view, marks, c, event)]
    return bool(announced) or _is_to_come(view, marks, sentence, event)


def _describes(view: View, threat: Mark) -> bool:
    """Whether a plan only tells who or what is meant: "missiles that had been prepared to attack ships"."""
    return bool(_MEANT_FOR.search(view.folded, max(0, threat.start - _AUXILIARY), threat.start))


def is_denied(view: View, marks: Marks, sentence: Sentence, event: Event) -> bool:
    """Whether one strike is denied: "denied that it hit", "rejects responsibility for the attack", "no attack on"."""
    if event.triggers[0].label.startswith("damage:cut_off"):
        return _THERE_IS_NONE.match(view.folded, event.last) is not None
    if event.head not in ATTACK:
        return False
    denied = marks.cues(max(sentence.start, event.first - _CONDITION), event.first, "deny")
    none = _NONE.search(view.folded[max(sentence.start, event.first - 24) : event.first])
    return bool(none or _did_not_come(view, marks, event)) or any(
        _governs(view, marks, cue, event) and not _is_of_an_account(view, cue, event.first) for cue in denied
    )


def _did_not_come(view: View, marks: Marks, event: Event) -> bool:
    """Whether a noun of attack is told not to have come: «пусків цих ракет не було»."""
    noun = event.triggers[-1]
    missing = _DID_NOT_COME.match(view.folded, noun.end, event.end)
    if missing is None or _AMID.search(view.folded, max(event.start, noun.start - _AUXILIARY), noun.start):
        return False
    return not marks.within(noun.end, missing.end(), "people", "trigger")


def _governs(view: View, marks: Marks, cue: Mark, event: Event) -> bool:
    """Whether a cue before an event tells of it: nothing else is told in between."""
    if _CLAUSE.search(view.folded[cue.end : event.first]):
        return False
    return all(t.head == "statement" for t in marks.within(cue.end, event.first, "trigger"))


def _is_to_come(view: View, marks: Marks, sentence: Sentence, event: Event) -> bool:
    """Whether a verb stands in the future, "would" only as somebody's words: "said that it would strike"."""
    if _will(view, marks, sentence, event):
        return True
    near = marks.cues(max(sentence.start, event.first - _AUXILIARY), event.first, "future")
    if not near or _PAST.match(view.folded, near[-1].end) or _BUT_NOT.search(view.folded[near[-1].end : event.first]):
        return False
    if marks.cues(max(sentence.start, near[-1].start - _CONDITION), near[-1].start, "condition"):
        return False
    if _FEARED.search(view.folded, max(sentence.start, near[-1].start - _CONDITION), near[-1].start):
        return False
    said = marks.cues(sentence.start, near[-1].start, "say") or [t for t in sentence.triggers if t.head == "statement"]
    return bool(said) or not marks.cues(near[-1].start, near[-1].end, "irrealis")


def _will(view: View, marks: Marks, sentence: Sentence, event: Event) -> bool:
    """Whether a verb in the future tells what a side right before it is to do: «Україна вдарить по складах»."""
    if not _FUTURE.match(view.folded, event.first) or marks.cues(sentence.start, event.first, "condition", "irrealis"):
        return False
    sides = marks.within(event.first - _SUBJECT, event.first + 1, "side")
    return bool(sides) and view.folded[sides[-1].end : event.first].strip() in _BETWEEN


def is_of_known(view: View, trigger: Mark) -> bool:
    """Whether a participle of attack is of what was told before: "striking the area", "hitting it"."""
    undated = _UNDATED.match(view.folded, trigger.start) if not trigger.number else None
    return undated is not None and bool(_KNOWN.match(view.folded, undated.end()))


def is_denied_in_general(view: View, marks: Marks, sentence: Sentence, event: Event) -> bool:
    """Whether not one strike is denied but all of them: "we never hit civilians", "denied targeting hospitals"."""
    if event.head not in ATTACK:
        return False
    if _IN_GENERAL.search(view.folded, max(sentence.start, event.first - _NEGATION), event.first):
        return True
    if _only_military(view, marks, event) or _is_judged(view, marks, event):
        return True
    denied = marks.cues(max(sentence.start, event.first - _CONDITION), event.first, "deny")
    undated = event.triggers[0].number == "" and _UNDATED.match(view.folded, event.first)
    if is_of_known(view, event.triggers[0]) or _THE_STRIKES.search(
        view.folded, max(event.start, event.first - _SUBJECT), event.first
    ):
        return False  # "denied targeting the hospital" is of the strike that is told
    strikes = event.triggers[0].number == "p" and not marks.within(event.start, event.end, "quantity", "weapon")
    one = any(m.number == "s" for m in marks.within(event.first, event.end, "object"))
    if one or marks.within(event.first, event.end, "time"):
        return False
    places = (m for m in marks.within(event.first, event.end, "place") if m.value.place.precision != "country")
    return bool(denied and (undated or strikes)) and not any(places)


def _only_military(view: View, marks: Marks, event: Event) -> bool:
    """Whether somebody tells whom their strikes hit as a rule: "we only strike military targets"."""
    if marks.within(event.start, event.end, "place", "time", "quantity", "weapon"):
        return False
    aims = marks.within(event.last, event.end, "object")
    military = bool(aims) and aims[0].label == "military_site"
    return military and bool(_SOLELY.search(view.folded, max(event.start, event.first - _NEGATION), aims[0].start))


def _is_judged(view: View, marks: Marks, event: Event) -> bool:
    """Whether a strike is but the subject of what is said of it: «удар по місту є злочином»."""
    if not _STRIKE.match(view.folded, event.first) or marks.within(event.start, event.end, "time", "quantity"):
        return False
    if marks.cues(max(event.start, event.first - _AUXILIARY), event.first, "result"):
        return False
    return _JUDGED.match(view.folded, event.last) is not None


def is_irrealis(view: View, marks: Marks, sentence: Sentence, event: Event) -> bool:
    """Whether words tell what would, could or should happen, not what did; what is threatened is asked before."""
    head = event.triggers[0].head
    if head not in _TOLD:
        return False
    if marks.cues(sentence.start, sentence.start + _OPENING, "condition"):
        return True  # "if drones hit the grid, the outage will last"
    if _WOULD_NOT.match(view.folded, event.last, sentence.end):
        return True
    near = marks.cues(max(event.start, event.first - _CONDITION), event.first, "irrealis")
    near += marks.cues(max(event.start, event.first - _AUXILIARY), event.first, "future")
    if any(not _PAST.match(view.folded, c.end) for c in near):
        return not (head == "casualties" and marks.cues(event.start, event.end, "unknown"))
    if head in ATTACK and _PURSUED.search(view.folded, max(event.start, event.first - _AUXILIARY), event.first):
        return bool(_GERUND.match(view.folded, event.first))
    if (head in ATTACK and _is_purpose(view, marks, event)) or (head in _TO_DO and _is_intended(view, event)):
        return True
    missed = head == "interception" and _is_missed(view, event)
    if head in INTERCEPTION and _IS_WHAT.match(view.folded, event.last):
        return True  # «знищення бомбардувальників – це завдання»
    before = view.folded[max(event.start, event.first - _GOVERNED) : event.first]
    if head == "damage" and _TRIED.search(before):
        return True
    if head == "damage" and marks.cues(event.start, event.end, "unknown"):
        return False  # it is not told what was done, and not that nothing was
    return head in _DEEDS and (missed or _is_undone(view, event) or _is_general(view, event))


def _is_purpose(view: View, marks: Marks, event: Event) -> bool:
    """Whether a plan before an attack only tells what something or somebody was meant for."""
    planned = marks.cues(max(event.start, event.first - _CONDITION), event.first, "threat")
    return any(_describes(view, cue) for cue in planned)


def _is_missed(view: View, event: Event) -> bool:
    """Whether it is told that nothing was stopped."""
    return bool(_NEGATED.search(view.folded[max(0, event.first - _NEGATION) : event.first]))


def _is_verb(view: View, trigger: Mark) -> bool:
    """Whether a word of harm is a verb, or can be one, as "strike" can behind "to"."""
    return trigger.number == "" or bool(_VERB_OR_NOUN.fullmatch(view.folded, trigger.start, trigger.end))


def _is_intended(view: View, event: Event) -> bool:
    """Whether "to" stands before a verb, and nobody managed it or used weapons for it: "used missiles to hit"."""
    before = view.folded[max(event.start, event.first - _CONDITION) : event.first]
    if not _is_verb(view, event.triggers[0]) or not _INFINITIVE.search(before) or _SUCCEEDS.search(before):
        return False
    return not _USED.search(_CLAUSE.split(before)[-1])


def _is_undone(view: View, event: Event) -> bool:
    """Whether the verb is an infinitive or a future («завдавати ударів») of what nobody managed or tried."""
    if any(_FUTURE.match(view.folded, t.start) for t in event.triggers):
        return True
    before = view.folded[max(event.start, event.first - _GOVERNED) : event.first]
    bare = all(t.number == "" and _BARE.match(view.folded, t.start) for t in event.triggers)
    if not bare and not _TO_STRIKE.search(before):
        return False
    if event.head in INTERCEPTION and _TRIED.search(before):
        return True
    return not _MANAGED.search(before) or bool(_FAILED.search(before))


def _is_general(view: View, event: Event) -> bool:
    """Whether a noun names what something is for or can do («для ураження цілей»), or a clause what it always does."""
    before = view.folded[max(event.start, event.first - _GOVERNED) : event.first]
    if event.head in ATTACK and _MADE_FOR.search(view.folded, max(event.start - _CONDITION, 0), event.first):
        return True
    if _PURPOSE.search(before):
        return not _USED.search(view.folded, max(event.start, event.first - _CONDITION), event.first)
    return bool(_HABIT.search(before)) and bool(_PRESENT.match(view.folded, event.first))
