"""A sentence's triggers joined into events, each with its stretch of the sentence."""

import re

from purport.claims.frames.scene import Event
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.model import View

__all__ = ["events"]

_JOIN = re.compile(r"[\s,/\"*]*(?:and|or|і|та|й|и|или|або|чи)?[\s\"*]*(?:then )?")
_SEPARATORS = (
    re.compile(r"[;:]|\s[–—-]\s(?=\S)"),
    re.compile(
        r",\s+(?:and|but|while|as|which|who|after|though|although|when|with|leaving|causing|а|але|і|й|та|що|який|яка|які|внаслідок|після|"
        r"но|и|что|который|которая|которые|после|вследствие|в результате|при этом|при цьому|однак|однако)\b"
    ),
    re.compile(r",(?!\d)|\(|\)"),
    re.compile(
        r"\s(?:and|but|while|after|when|because|although|though|before)\s|\s(?:а|але|і|й|та|після|коли|що|и|но|после|когда|что)\s"
    ),
)
_ASIDE = re.compile(
    r",\s+(?:where|who|whose|which (?:is|was|lies|has|are)|де|где|який|яка|яке|який є|который|которая|которое|що є)\b"
)
_ASIDE_DASH = re.compile(_ASIDE.pattern + r"|\s[–—-]\s")
_HARM = frozenset({"casualties", "damage"})
_CAUSE = frozenset({"attack", "hit", "explosion", "impact"})
_INTERCEPTION = frozenset({"interception", "destroy"})


def events(view: View, marks: Marks, sentence: Sentence) -> list[Event]:
    """The events of a sentence in order; their stretches cover it, and overlap only where nothing separates two of them."""
    clusters: list[list[Mark]] = []
    for trigger in _distinct(sentence.triggers):
        if clusters and _one(view, marks, clusters[-1], trigger):
            clusters[-1].append(trigger)
        else:
            clusters.append([trigger])
    found = [Event(c, sentence.start, sentence.end) for c in clusters]
    for before, after in zip(found, found[1:], strict=False):
        cut = _cut(view, before.last, after.first)
        if cut is not None:
            before.end = after.start = cut
        elif {before.triggers[0].head, after.triggers[0].head} & _HARM and {
            before.triggers[0].head,
            after.triggers[0].head,
        } & _CAUSE:
            before.end, after.start = (
                after.end,
                before.first,
            )  # "a strike killed", "was killed in a strike": each tells of the other
        else:
            before.end, after.start = after.first, before.last
        before.end, after.start = max(before.end, before.last), min(after.start, after.first)
    for event in found:
        tells = event.triggers[0].head in {"attack", "hit", "damage", "explosion"}
        aside = (_ASIDE_DASH if tells else _ASIDE).search(view.folded, event.last, event.end)
        if aside and not marks.within(aside.end() - 1, aside.end() + 2, "place"):
            event.end = aside.start()
    return found


def _distinct(triggers: list[Mark]) -> list[Mark]:
    """One trigger for each stretch of words: the same words under two labels are told apart by the more telling one."""
    kept: list[Mark] = []
    for trigger in triggers:
        if kept and trigger.start < kept[-1].end:
            if _rank(trigger) < _rank(kept[-1]):
                kept[-1] = trigger
            continue
        kept.append(trigger)
    return kept


def _rank(trigger: Mark) -> tuple[int, int]:
    order = (
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
    return trigger.start - trigger.end, order.index(trigger.head)


def _one(view: View, marks: Marks, cluster: list[Mark], trigger: Mark) -> bool:
    """Whether a trigger tells of the event that the cluster tells of."""
    last = cluster[-1]
    gap = view.folded[last.end : trigger.start]
    counted = bool(marks.within(last.end, trigger.start, "quantity"))
    heads = {t.head for t in cluster}
    if heads <= _INTERCEPTION and trigger.head in _INTERCEPTION:
        return bool(_JOIN.fullmatch(gap)) and not counted
    if heads <= {"explosion", "explode"} and trigger.head in {"explosion", "explode"}:
        return len(gap) < 40 and not re.search(r"[.;]", gap)
    if heads <= {"attack", "hit"} and trigger.head in {"attack", "hit"}:
        return _one_attack(cluster, trigger, gap, counted)
    if heads == {"casualties"} and trigger.head == "casualties":
        return len(gap) < 110 and trigger.sub not in {t.sub for t in cluster} and not re.search(r"[;:.!?]", gap)
    if heads == {"sighting"} and trigger.head == "sighting":
        return True
    if heads == {"impact"} and trigger.head == "impact":
        return len(gap) < 20 and not counted and "," not in gap
    if heads == {trigger.head} and trigger.head in {"alert", "response", "statement"}:
        return "." not in gap and ";" not in gap and last.sub == trigger.sub
    return heads == {"damage"} and trigger.head == "damage" and len(gap) < 14 and "," not in gap


def _one_attack(cluster: list[Mark], trigger: Mark, gap: str, counted: bool) -> bool:
    if any(t.sub == "foil" for t in (*cluster, trigger)):
        return len(gap) < 160 and "." not in gap
    if trigger.sub == "target" and cluster[-1].sub == "launch":
        return len(gap) < 60 and "," not in gap
    return len(gap) < 60 and not counted and not re.search(r"[,;.:()]|\band\b|\bта\b|\bі\b|\bи\b", gap)


def _cut(view: View, start: int, end: int) -> int | None:
    """Where the stretch between two events is best cut: at the strongest separator in it, the last of its kind."""
    between = view.folded[start:end]
    for separator in _SEPARATORS:
        found = list(separator.finditer(between))
        if found:
            return start + found[-1].start() + (1 if found[-1][0].startswith((" ", ")")) else 0)
    return None
