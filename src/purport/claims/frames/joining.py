"""Whether two words of events tell of one event: "attacked and hit", "a blast was heard"."""

import re

from purport.claims.frames.heads import ATTACK, INTERCEPTION, RUIN
from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["one"]

_JOIN = pattern(r"[\s,/\"*]*<joins>?[\s\"*]*(?:<then> )?")
_DONE = pattern(r"<done>\b")
_CAUSED_BY = pattern(r"\b<cause>(?: [\w’'-]+){0,2} $")
_MANY = 12  # triggers of one event, of which the last are looked at
_LIKE = pattern(r"\s<and>\s(?:\w+\s){0,2}")
_JOINT = pattern(r"\s<and>\s")
_AND = pattern(r"[,;.:()]|\b<and>\b")
_FALL = 45  # code points between debris and its fall, at most
_STRIKE_NOUN = 120  # code points between a verb and the noun for the strike that it tells, at most
_STRIKES_LAUNCHED = pattern(r"(?: (?!<comes_from>\b|<aimed_at>\b|<in_which>\b|<that>\b)[\w“”’-]+,?){0,6} ")
_IN_A_STRIKE = pattern(r"\b<during_a> (?:<article> )?(?:(?!<occasion>\b|<aimed_at>\b|<of>\b)[\w-]+ ){0,4}$")
_PARTS = pattern(r"[,;:.()]|\b(?:<subordinate>|<relative>|<and>)\b")
_OF_WHICH = pattern(r"\s<of>\s[^,;:.()]{1,40}?\s(?:<was>|<not_been>|<auxiliary> been)\s")
_STILL = pattern(r" <relative> (?:<passive>|<auxiliary>)(?: \w+)? ")
_GERUND = pattern(r"\w*(?:<doing_so>)\b")
_PARTICIPLE = re.compile(r"[a-z]+ing\b")
_MORE_CLOSELY = pattern(r", <elaborates>\b[^,]*$")
_ASIDE_CLAUSE = pattern(r", <meanwhile_clause>\b")
_SUBORDINATE = pattern(r"\s<subordinate>\s")
_PUNCTUATED = re.compile(r"[,;:.()]")
_FIRE, _FIREFIGHTING = "damage:on_fire", "response:firefighting"
_ONE_AND_OTHER = pattern(r"\b<and>\b")
_DEBRIS = 24  # code points between debris and the word that tells why it fell
_ORDERED = 24  # code points between words of one warning
_STOP = re.compile(r"[.;]")
_PAUSE = re.compile(r"[;:.!?]")
_SHORT_NAME = re.compile(r"\([a-z.]{2,8}\)")  # in brackets behind the full one: "Rapid Support Forces (RSF)"
_EXPLOSION = frozenset({"explosion", "explode"})
_TALK = frozenset({"alert", "response", "statement"})


def one(view: View, marks: Marks, cluster: list[Mark], trigger: Mark) -> bool:
    """Whether a trigger tells of the event that the cluster tells of."""
    last = cluster[-1]
    gap = _SHORT_NAME.sub("", view.folded[last.end : trigger.start])
    counted = bool(marks.within(last.end, trigger.start, "quantity"))
    heads = {t.head for t in cluster[-_MANY:]}
    together = heads | {trigger.head}
    if together <= INTERCEPTION:
        return bool(_JOIN.fullmatch(gap)) and not counted
    if last.label == "impact:debris" and trigger.head == "hit":
        return len(gap) < _DEBRIS and not _PUNCTUATED.search(gap)
    if together == RUIN:
        return bool(_JOIN.fullmatch(gap)) and not marks.within(trigger.end, trigger.end + _ORDERED, "people")
    if together <= _EXPLOSION:
        return len(gap) < 40 and not _STOP.search(gap)
    if together <= ATTACK:
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
