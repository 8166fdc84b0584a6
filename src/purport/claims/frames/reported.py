"""Whether words of harm report harm done to somebody, or tell of nobody, of anybody, or only who somebody is."""

import re

from purport.claims.frames.assigning import is_toll
from purport.claims.frames.headcount import is_rate
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern

__all__ = ["is_general", "is_loss", "is_no_report", "is_none", "is_of_things"]

_SOUGHT = pattern(r"\b<sought>\s(?:[\w-]+\s){0,2}$")
_LEADS = pattern(r"(?:^|\b<article> |\b<the> |[.:;\"«–—-] ?)$")
_ACTS = pattern(r",? (?!<was>\b|<and>\b|\d)\w")
_DESCRIBED_AS = pattern(r" (?!<article> |<the> )(?:[\w-]+ )?")
_DESCRIBED = 24  # code points behind a word of harm in which stands whom it describes
_NO = pattern(r"\b<no>\s(?:[\w-]+\s){0,6}$")
_PREDICATE = pattern(r"[а-яіїєґ']+<short_participle>")
_THERE_IS_NONE = pattern(r"(?:\s[\w-]+){0,9}\s<there_is_none>\b")
_NOBODY = pattern(r"\s<nobody>\b")
_CONFIRMED = pattern(r"\b<confirmed> (?:<article> )?$")
_SHARE = pattern(r"(?:%|<percent>) (?:<of> (?:<the> )?)?(?:all )?$")
_WILL = pattern(r"<will_suffer>\b")
_MAY_GROW = pattern(r"(?: [\w-]+){0,2} <may_grow>\b")
_BARE = pattern(r"<harm_to_do>\b")
_KIN_OF = pattern(r"\b<kin_of> $")
_BEGINS = re.compile(r"(?:^|[–—:\"-])\s*$")
_LOSSES = pattern(r"\b<losses>\b")
_NOT = pattern(r"<not>\b")
_STRIKE = 250  # code points before losses in which the strike stands that they are of
_SUBJECT = 30  # code points before words of no harm in which their subject stands
_BLOWS = frozenset({"attack", "hit", "explosion", "explode", "impact", "destroy", "damage"})
_ONCE = frozenset({"trapped", "missing"})  # nobody is so in general
_TIMELESS = pattern(r"(?:<harm_in_general>)\b")


def is_none(scene: Scene, trigger: Mark) -> bool:
    """Whether a word of harm is told of nobody: "none of the crew was hurt", «загиблих серед персоналу немає»."""
    if trigger.sub == "none" or scene.cue("unknown"):
        return False
    folded = scene.view.folded
    if _THERE_IS_NONE.match(folded, trigger.end, scene.sentence.end) or _NOBODY.match(folded, trigger.end):
        return True
    nobody = _NO.search(folded, scene.sentence.start, trigger.start)
    return nobody is not None and not scene.marks.within(nobody.start(), trigger.start, "quantity")


def is_no_report(scene: Scene, trigger: Mark) -> bool:
    """Whether a word of harm tells of no harm done.

    Of people who are looked for, of a share of the wounded, of losses a day, of what will be or is to be done.
    """
    before = scene.before(trigger, 40)
    folded = scene.view.folded
    if is_rate(scene, trigger.end) or _WILL.match(folded, trigger.start):
        return True
    if _KIN_OF.search(before) and not scene.within("quantity", "time"):
        return True
    if trigger.number == "p" and _MAY_GROW.match(folded, trigger.end):
        return True
    if _BARE.match(folded, trigger.start) and _BEGINS.search(before):
        return True
    if is_toll(scene, trigger) and _CONFIRMED.search(before) and not scene.within("quantity"):
        return True  # "confirmed the death toll"
    if is_toll(scene, trigger) and scene.marks.cues(trigger.end, scene.event.end, "irrealis"):
        return True
    sought = _SOUGHT.search(before) and not scene.marks.within(trigger.end, trigger.end + 2, "quantity")
    return bool(sought or _SHARE.search(before)) or _only_describes(scene, trigger)


def _only_describes(scene: Scene, trigger: Mark) -> bool:
    """Whether a word of harm only tells who somebody is who does or says something: "a wounded soldier recalled".

    A Cyrillic participle in that place may be the verb itself, but for people who speak.
    """
    noun = next(iter(scene.marks.within(trigger.end, trigger.end + _DESCRIBED, "people")), None)
    if noun is None or not _DESCRIBED_AS.fullmatch(scene.view.folded[trigger.end : noun.start]):
        return False
    if scene.quantity_before(trigger) or scene.marks.within(trigger.end, noun.start, "quantity"):
        return False
    if not _LEADS.search(scene.before(trigger, 12)) or not _ACTS.match(scene.view.folded, noun.end):
        return False
    words = scene.words(trigger.start, trigger.end)
    return words.isascii() or bool(
        not _PREDICATE.fullmatch(words) and scene.marks.cues(noun.end, noun.end + _DESCRIBED, "say")
    )


def is_general(scene: Scene) -> bool:
    """Whether uncounted people are told to suffer in general, and no event is told: no blow, and nowhere and never.

    "Shelling kills civilians" is war, "civilians were killed in Bucha" an event.
    """
    if any(t.sub in _ONCE for t in scene.event.triggers):
        return False
    blow = any(t.head in _BLOWS for t in scene.sentence.triggers) or scene.around("time")
    timeless = all(_TIMELESS.match(scene.view.folded, t.start) for t in scene.event.triggers)
    return not blow and (timeless or not scene.around("place", "weapon"))


def is_loss(scene: Scene, groups: set[str | None]) -> bool:
    """Whether an army's losses are summed up, which reports no one event: «потерял до 200 военнослужащих»."""
    if not groups <= {None, "military"}:
        return False
    losses = _LOSSES.search(scene.words(scene.sentence.start, scene.sentence.end))
    return losses is not None and not (scene.is_post and _follows_a_strike(scene))


def _follows_a_strike(scene: Scene) -> bool:
    """Whether a post told of a strike right before, whose losses are summed up: «Втрати противника: 7 загиблих»."""
    told = scene.marks.within(max(0, scene.sentence.start - _STRIKE), scene.sentence.start, "trigger")
    return any(t.head in {"attack", "hit"} for t in told)


def is_of_things(scene: Scene, nobody: Mark) -> bool:
    """Whether a thing is what did not suffer: "the pipeline was not hurt"."""
    before = scene.marks.within(max(scene.event.start, nobody.start - _SUBJECT), nobody.start, "object", "people")
    return bool(before) and before[-1].type == "object" and bool(_NOT.match(scene.view.folded, nobody.start))
