"""Who is told to have come to harm: phrases for people with their numbers, and to which of several verbs each is."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, structs

from purport.claims.frames.headcount import BREAK, counts_people
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.model import Quantity

__all__ = ["Victims", "found_dead", "is_revised", "victims"]

_INCLUDING = pattern(r"\b<including>\W*(?:\w+\W+){0,2}$")
_OF_THEM = pattern(r"\s(?:[\w-]+ )?<subset>\b")
_AGED = pattern(r",? (?:<aged> )?\d{1,3}(?:, \d{1,3})*,? <and> \d{1,3}\b")
_REVISED = pattern(r"\b<revised>(?: to)?\s$")
_AGENT = pattern(r"\b(?:<by>|<sought>)\s(?:[\w-]+\s){0,2}$")
_POSSESSIVE = pattern(r"<possessive>")
_COLLECTIVE = pattern(r"(?:[\w-]+ )*<collective>")
_LEAD = re.compile(r"[^.,;:]*$")
_BODY = pattern(r"\b<body>\b")
_COUPLE = pattern(r"<couple>")
_AT_ONE = pattern(r"\b<at_one> $")  # before a genitive that is one's alone: «у жінки», beside «у жінок»
_NUMBER = re.compile(r"\d+")
_AND = pattern(r"\b<and>\b|\+")
_BESIDE = pattern(r", | <and> ")
_ROW = re.compile(r"[\w\s,'+-]{0,40}")
_OTHER_VERB = pattern(r"\b<leaving>\b")
# Between two phrases for people: one suffers what a verb tells that is no word of harm ("18 were seized and 37 …").
_UNKNOWN_VERB = pattern(
    r"\b(?:<was>|<auxiliary>) (?:\w+ly )?\w+(?:ed|en|wn|t) (?:\w+ ){0,2}<and>\b|\b<and> \w+ed (?:\w+ ){0,2}$"
)
_APPOSED = re.compile(r"\s?[,:(–—-]\s?")

_ONE_BY_ONE = frozenset({"men", "women", "children", "elderly"})
_NOUN_REACH = 40  # code points between a number and the word for who it counts, at most
_ROOM = 4  # code points before a noun in which its preposition stands
_CLOSE = 3  # code points behind people in which a word of harm is theirs: "and 20 wounded"
_VERB = 24  # code points before a number in which a verb tells that a toll has come to it


class Victims(Struct, frozen=True, gc=False):
    """A phrase for people, `plain[start:end]`: how many they are, where that is told, and the word for them.

    `counted`: a number stands with them, if only "dozens". `part`: they are part of those told before.
    """

    start: int
    end: int
    bounds: Quantity | None
    counted: bool
    nouns: tuple[Mark, ...]
    part: bool = False

    @property
    def group(self) -> str | None:
        """The one group that all of them are told to be of."""
        labels = {n.label for n in self.nouns}
        return next(iter(labels)) if len(labels) == 1 and labels != {"people"} else None


def victims(scene: Scene) -> list[Victims]:
    """The phrases for people of an event's stretch that may tell who came to harm, in order."""
    nouns = [p for p in scene.within("people") if not _is_harm(scene, p)]
    numbers = [q for q in scene.within("quantity") if counts_people(scene, q)]
    found = []
    for number in numbers:
        noun = _counted_noun(scene, number, nouns)
        found.append(_counted(scene, number, noun))
        nouns = [n for n in nouns if n is not noun]
    found += [_bare(scene, n) for n in nouns if _suffers(scene, n)]
    return _rows(scene, _with_parts(scene, sorted(found, key=lambda v: v.start)))


def _with_parts(scene: Scene, found: list[Victims]) -> list[Victims]:
    """The phrases, with what is joined to a part being a part, too: "including a doctor and two nurses"."""
    for i in range(1, len(found)):
        before, after = found[i - 1 : i + 1]
        if before.part and after.nouns and _BESIDE.fullmatch(scene.view.folded, before.end, after.start):
            harmed = scene.marks.within(after.end, after.end + _CLOSE, "trigger")
            found[i] = structs.replace(after, part=after.part or not harmed)
    return found


# single phrases


def _is_harm(scene: Scene, noun: Mark) -> bool:
    """Whether a word for people is itself the word of harm: "the wounded"."""
    return any(noun.start < t.end and t.start < noun.end for t in scene.event.triggers)


def _counted(scene: Scene, number: Mark, noun: Mark | None) -> Victims:
    part = bool(_INCLUDING.search(scene.before(number, 40)) or _OF_THEM.match(scene.view.folded, number.end))
    nouns = (noun,) if noun is not None else ()
    return Victims(number.start, noun.end if noun else number.end, _bounds(scene, number), True, nouns, part)


def _bare(scene: Scene, noun: Mark) -> Victims:
    part = bool(_INCLUDING.search(scene.before(noun, 40)))
    if _COUPLE.match(scene.view.folded, noun.start):
        return Victims(noun.start, noun.end, Quantity.exact(2), False, (noun,), part)
    if noun.number == "s" or (not noun.number and _AT_ONE.search(scene.before(noun, _ROOM))):
        together = _COLLECTIVE.fullmatch(scene.words(noun.start, noun.end))
        return Victims(noun.start, noun.end, None if together else Quantity.exact(1), False, (noun,), part)
    aged = _AGED.match(scene.view.folded, noun.end)
    if aged:  # "the men, 36 and 44"
        return Victims(noun.start, aged.end(), Quantity.exact(len(_NUMBER.findall(aged[0]))), True, (noun,), part)
    return Victims(noun.start, noun.end, None, False, (noun,), part)


def _bounds(scene: Scene, number: Mark) -> Quantity | None:
    """How many; what a toll rose to («зросла до 12») is no upper bound."""
    bounds: Quantity | None = number.value
    if bounds is None or bounds.max is None or bounds.min == bounds.max:
        return bounds
    return Quantity.exact(bounds.max) if is_revised(scene, number.start) is not None else bounds


def _counted_noun(scene: Scene, number: Mark, nouns: Sequence[Mark]) -> Mark | None:
    """The word for those whom a number counts: behind it, in the same breath."""
    behind = next((n for n in nouns if number.end <= n.start < number.end + _NOUN_REACH), None)
    if behind is None or BREAK.search(scene.view.folded[number.end : behind.start]):
        return None
    return None if scene.marks.within(number.end, behind.start, "quantity") else behind


def _suffers(scene: Scene, noun: Mark) -> bool:
    """Whether a word for people can tell who suffered: not who did it, who is looked for, who speaks, whose it is."""
    if _AGENT.search(scene.before(noun, 40)) or _POSSESSIVE.match(scene.view.folded, noun.end):
        return False
    return not any(c.start - noun.end < 2 for c in scene.marks.cues(noun.end, noun.end + 2, "say"))


# several of them


def _rows(scene: Scene, found: list[Victims]) -> list[Victims]:
    """Phrases with what stands in one row made one: "a woman and two girls" are three, "two people, a woman and a man"
    are two."""
    rows: list[list[Victims]] = []
    for victim in found:
        if rows and _joined(scene, rows[-1][-1], victim):
            rows[-1].append(victim)
        else:
            rows.append([victim])
    return [victim for row in rows for victim in _parted(scene, row)]


def _joined(scene: Scene, before: Victims, after: Victims) -> bool:
    between = scene.view.folded[before.end : after.start]
    if scene.marks.within(before.end, after.start, "trigger", "place") or before.part != after.part:
        return False
    if (
        _OTHER_VERB.search(between)
        or _UNKNOWN_VERB.search(between)
        or (not _AND.search(between) and _has_verb(scene, after))
    ):
        return False
    return after.start >= before.end and bool(_ROW.fullmatch(between) or _APPOSED.fullmatch(between))


def _has_verb(scene: Scene, victim: Victims) -> bool:
    """Whether people have a word of harm right behind them: "12 people, another 43 wounded" are no row."""
    near = (t.start for t in scene.event.triggers if victim.end <= t.start < victim.end + _VERB)
    first = next(near, None)
    return first is not None and not BREAK.search(scene.view.folded[victim.end : first])


def _parted(scene: Scene, row: list[Victims]) -> list[Victims]:
    """A row as one phrase, up to its last "and"; what commas alone add to it stays apart."""
    joints = [scene.view.folded[a.end : b.start] for a, b in pairwise(row)]
    if joints and _is_apposed(row[0], joints[0], row[1:]):
        return [structs.replace(row[0], end=row[-1].end)]
    last = max((i + 1 for i, joint in enumerate(joints) if _AND.search(joint)), default=0)
    return [_one(row[: last + 1]), *row[last + 1 :]]


def _one(row: list[Victims]) -> Victims:
    if len(row) == 1:
        return row[0]
    nouns = tuple(n for v in row for n in v.nouns)
    return Victims(row[0].start, row[-1].end, _sum(row), any(v.counted for v in row), nouns, row[0].part)


def _is_apposed(head: Victims, joint: str, rest: list[Victims]) -> bool:
    """Whether the rest of a row only tells who the first of it are: "two people, a woman and her son"."""
    if not head.counted or head.group in _ONE_BY_ONE or not _APPOSED.match(joint):
        return False
    told = _sum(rest)
    return told is None or head.bounds is None or head.bounds.max is None or (told.max or 0) <= head.bounds.max


def _sum(row: list[Victims]) -> Quantity | None:
    """How many all of a row are; at least so many where only some of them are counted."""
    told = [v.bounds for v in row if v.bounds is not None]
    if len(told) == len(row) and all(q.is_exact for q in told):
        return Quantity.exact(sum(q.max or 0 for q in told))
    least = sum(q.min or 0 for q in told)
    return Quantity.at_least(least) if least else None


def found_dead(scene: Scene) -> bool:
    """Whether those who were found are told as bodies."""
    lead = _LEAD.search(scene.view.folded, max(scene.sentence.start, scene.event.start - 40), scene.event.start)
    return bool(_BODY.search(scene.words(lead.start() if lead else scene.event.start, scene.event.end)))


def is_revised(scene: Scene, at: int) -> int | None:
    """Where the verb stands that tells that a toll is now the number at an offset, if one does."""
    verb = _REVISED.search(scene.view.folded, max(scene.sentence.start, at - _VERB), at)
    return verb.start() if verb else None
