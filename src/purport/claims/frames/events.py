"""A sentence's triggers joined into events, each with its stretch of the sentence."""

import re
from itertools import pairwise, permutations

from purport.claims.frames.draft import Event
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["events"]

_JOIN = pattern(r"[\s,/\"*]*<joins>?[\s\"*]*(?:<then> )?")
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
_DONE = pattern(r"<done>\b")
_WHEN_CLAUSE = pattern(r"\w,? (<when_clause>\b[, ])")
_DURING = pattern(r"\b<during_it>\s(?:[\w-]+\s){0,2}$")
_CAUSED_BY = pattern(r"\b<cause>(?: [\w’'-]+){0,2} $")
_WHICH = pattern(r",\s<relative>\s(?:\w+\s){0,2}$")
_FATES = frozenset({"interception", "destroy", "damage", "hit"})
_ASIDE_DASH = pattern(r",\s+<aside>\b|\s[–—-]\s")
_MANY = 12  # triggers of one event, of which the last are looked at
_LIKE = pattern(r"\s<and>\s(?:\w+\s){0,2}")
_JOINT = pattern(r"\s<and>\s")
_AND = pattern(r"[,;.:()]|\b<and>\b")
_BEFELL = pattern(r"\s(?:(?:<auxiliary>|<was>|<is>|<not_been>)\s){1,2}(?:\w+\s)?")
_MENDED = pattern(r"\s(?:<article> |<the> )?")
_TO = pattern(r"\s<infinitive>\s")
_FALL = 45  # code points between debris and its fall, at most
_AND_DID = pattern(r"\s<and>\s(?:\w+ly\s)?")
_STRIKE_NOUN = 120  # code points between a verb and the noun for the strike that it tells, at most
_STRIKES_LAUNCHED = pattern(r"(?: (?!<comes_from>\b|<aimed_at>\b|<in_which>\b|<that>\b)[\w“”’-]+,?){0,6} ")
_IN_A_STRIKE = pattern(r"\b<during_a> (?:<article> )?(?:(?!<occasion>\b|<aimed_at>\b|<of>\b)[\w-]+ ){0,4}$")
_PARTS = pattern(r"[,;:.()]|\b(?:<subordinate>|<relative>|<and>)\b")
_OF_WHICH = pattern(r"\s<of>\s[^,;:.()]{1,40}?\s(?:<was>|<not_been>|<auxiliary> been)\s")
_WHAT_THEY = pattern(r"\b<what>(?: [\w’'.-]+){1,3} $")
_STILL = pattern(r" <relative> (?:<passive>|<auxiliary>)(?: \w+)? ")
_GERUND = pattern(r"\w*(?:<doing_so>)\b")
_PARTICIPLE = re.compile(r"[a-z]+ing\b")
_MORE_CLOSELY = pattern(r", <elaborates>\b[^,]*$")
_ASIDE_CLAUSE = pattern(r", <meanwhile_clause>\b")
_SUBORDINATE = pattern(r"\s<subordinate>\s")
_PATIENT = 60  # code points behind a verb in which what it befell stands
_VERB = pattern(r"\b<was>\b")
_PUNCTUATED = re.compile(r"[,;:.()]")
_FIRE, _FIREFIGHTING = "damage:on_fire", "response:firefighting"
_INJURED = "casualties:injured"
_WITH_WOUND = pattern(r"\b<with_wounds>\s(?:(?!<by>\b)[\w-]+\s){0,7}$")
_WOUND = 70  # code points before a wound in which stands "with"
_ONE_AND_OTHER = pattern(r"\b<and>\b")
_BESIDE = pattern(r"\s(?:<was> |<the> |<were> )?(?:\w+ly )?")
_DEBRIS = 24  # code points between debris and the word that tells why it fell
_ORDERED = 24  # code points between words of one warning
_STOP = re.compile(r"[.;]")
_PAUSE = re.compile(r"[;:.!?]")
_WEAPON = 30  # code points of the longest words for a weapon or place before one that joins it
_TOTAL = 60  # code points before a weapon in which a part and the whole are counted
_NEXT = 2  # code points behind a comma in which the next of a list begins
_SENT = pattern(r"[\"»]?,? (?:<relative> <was> )?")
_WERE = pattern(r",?\s(?:<auxiliary>\s)?<was>\s(?:\w+\s){0,2}$|,\s(?:<was_then>\s)?$")
_SENT_BY = pattern(r"[\s,\"»]*(?:<relative> (?:[\w’'-]+ ){1,4})?")
_OUT_OF = pattern(r"\s<out_of>\s(?:<the>\s)?")
_HARM = frozenset({"casualties", "damage"})
_SHORT_NAME = re.compile(r"\([a-z.]{2,8}\)")  # in brackets behind the full one: "Rapid Support Forces (RSF)"
_CAUSE = frozenset({"attack", "hit", "explosion", "impact"})
_RUIN = frozenset({"damage", "destroy"})
_INTERCEPTION = frozenset({"interception", "destroy"})
_EXPLOSION = frozenset({"explosion", "explode"})
_ATTACK = frozenset({"attack", "hit"})
_TALK = frozenset({"alert", "response", "statement"})
_PLAIN = frozenset({"attack", "hit", "damage", "explosion"})
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
    if before.head not in _ATTACK or after.head not in _RUIN or any(t.number for t in before.triggers):
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
    for trigger in _told(view, marks, _distinct(sentence.triggers)):
        if clusters and _one(view, marks, clusters[-1], trigger):
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
    if len(launch.triggers) > 1 or sent.sub != "launch" or fate.head not in _INTERCEPTION:
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
    if event.head not in _ATTACK:
        return True
    noun = event.triggers[0].number != ""
    return bool(
        marks.within(event.start, end, "place", "object", *(("quantity", "time") if noun else ("weapon", "people")))
    )


def _distinct(triggers: list[Mark]) -> list[Mark]:
    """One trigger for each stretch of words: the same words under two labels are told apart by the more telling one."""
    kept: list[Mark] = []
    for trigger in triggers:
        if not kept or trigger.start >= kept[-1].end:
            kept.append(trigger)
        elif _rank(trigger) < _rank(kept[-1]):
            kept[-1] = trigger
    return kept


def _told(view: View, marks: Marks, triggers: list[Mark]) -> list[Mark]:
    """Without what only goes with another one: "threatened to strike", "debris from a downed drone".

    Where the weapons come from that a warning is of is no sighting.
    """
    helping = {
        before
        for before, after in pairwise(triggers)
        if before.head == "statement" and after.head in _ATTACK and _TO.fullmatch(view.folded, before.end, after.start)
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
    alike = repair.label == "response:repair" and damage.head in _RUIN
    return alike and bool(_MENDED.fullmatch(view.folded, repair.end, damage.start))


def _describes_total(view: View, marks: Marks, launch: Mark, fate: Mark) -> bool:
    """Whether a launch only tells what a part was stopped of: "53 of 67 drones launched by Russia were downed".

    Or of "shot down five of nine missiles that Russia fired".
    """
    if launch.sub != "launch" or fate.head not in _INTERCEPTION:
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


def _one(view: View, marks: Marks, cluster: list[Mark], trigger: Mark) -> bool:
    """Whether a trigger tells of the event that the cluster tells of."""
    last = cluster[-1]
    gap = _SHORT_NAME.sub("", view.folded[last.end : trigger.start])
    counted = bool(marks.within(last.end, trigger.start, "quantity"))
    heads = {t.head for t in cluster[-_MANY:]}
    together = heads | {trigger.head}
    if together <= _INTERCEPTION:
        return bool(_JOIN.fullmatch(gap)) and not counted
    if last.label == "impact:debris" and trigger.head == "hit":
        return len(gap) < _DEBRIS and not _PUNCTUATED.search(gap)
    if together == _RUIN:
        return bool(_JOIN.fullmatch(gap)) and not marks.within(trigger.end, trigger.end + _ORDERED, "people")
    if together <= _EXPLOSION:
        return len(gap) < 40 and not _STOP.search(gap)
    if together <= _ATTACK:
        between = marks.within(last.end, trigger.start, "place", "object", "people", "side", "quantity", "time")
        alike = bool(last.number) == bool(trigger.number)
        if not between and alike and (_LIKE if last.number else _JOINT).fullmatch(gap):
            return True  # "shelling and air strikes", "attacked and hit"
        return _one_attack(view, cluster, trigger, gap, counted=counted)
    placed = bool(marks.within(last.end, trigger.start, "place"))
    return len(together) == 1 and _one_of_kind(cluster, trigger, gap, counted=counted, placed=placed)


def _one_attack(view: View, cluster: list[Mark], trigger: Mark, gap: str, *, counted: bool) -> bool:
    if any(t.sub == "foil" for t in (*cluster, trigger)):
        return len(gap) < 160 and "." not in gap
    last = cluster[-1]
    done = _DONE.match(view.folded, trigger.start)
    if (
        done
        and trigger.head == "hit"
        and last.head == "attack"
        and _CAUSED_BY.search(view.folded, max(0, last.start - _ORDERED), last.start)
    ):
        return False  # «внаслідок ударів уражено літаки»: the strikes are but the cause
    if trigger.sub == "target" and cluster[-1].sub == "launch":
        return len(gap) < 60 and "," not in gap
    if _is_its_noun(cluster, trigger, gap):
        return True
    if _goes_on(view, trigger, gap) or (trigger.sub == "launch" and _OF_WHICH.fullmatch(gap)):
        return True
    return len(gap) < 60 and not counted and not _AND.search(gap) and not _SUBORDINATE.search(gap)


def _is_its_noun(cluster: list[Mark], trigger: Mark, gap: str) -> bool:
    """Whether a noun names the strike that a verb tells: "launched 10 air strikes", "hit Odesa in a drone attack"."""
    if trigger.label != "attack:strike" or len(gap) > _STRIKE_NOUN:
        return False
    if cluster[-1].sub == "launch":
        return bool(_STRIKES_LAUNCHED.fullmatch(gap))
    verb = len(cluster) == 1 and not cluster[0].number
    return verb and not _PARTS.search(gap) and bool(_IN_A_STRIKE.search(gap))


def _goes_on(view: View, trigger: Mark, gap: str) -> bool:
    """Whether an attack is told more closely: ", targeting a port", ", with missiles striking", «, скинувши бомби»."""
    if _GERUND.match(view.folded, trigger.start) and not _PAUSE.search(gap):
        return True
    if not _PARTICIPLE.match(view.folded, trigger.start) or _PAUSE.search(gap):
        return False
    return (trigger.sub == "target" and gap.endswith(", ")) or bool(_MORE_CLOSELY.search(gap))


def _is_another_harm(before: Mark, trigger: Mark, gap: str) -> bool:
    """Whether a fire and other harm are told one after the other: «виникла пожежа та пошкоджено дах»."""
    apart = before.sub != trigger.sub and _FIRE in {before.label, trigger.label}
    return apart and _ONE_AND_OTHER.search(gap) is not None


def _one_of_kind(cluster: list[Mark], trigger: Mark, gap: str, *, counted: bool, placed: bool) -> bool:
    """The same for triggers that are all of one kind."""
    match trigger.head:
        case "casualties":
            apart = _PAUSE.search(gap) or _ASIDE_CLAUSE.search(gap)
            return len(gap) < 110 and trigger.sub not in {t.sub for t in cluster} and not apart
        case "sighting":
            return True
        case "impact":
            if cluster[-1].sub == "debris" and trigger.sub == "fall":
                return len(gap) < _FALL and not _PUNCTUATED.search(gap)  # what is counted is what the debris is of
            return len(gap) < (_FALL if trigger.sub == "fall" else 20) and not counted and "," not in gap
        case "damage":
            near = len(gap) < 14 and "," not in gap and not _is_another_harm(cluster[-1], trigger, gap)
            return near or (trigger.sub == cluster[-1].sub and bool(_STILL.fullmatch(gap)))
        case "alert" if len(gap) < _ORDERED and not _PUNCTUATED.search(gap):
            return True
        case "alert" if placed and _PUNCTUATED.search(gap):
            return False  # each where it is raised
        case _:
            return trigger.head in _TALK and not _STOP.search(gap) and cluster[-1].sub == trigger.sub
