"""What only the whole of a text tells: the one attacker of a country, the one time of a place."""

from collections import defaultdict
from typing import TypeVar

from purport.claims import theatres
from purport.claims.frames import Draft
from purport.claims.marks import Mark
from purport.claims.setting import Setting
from purport.claims.timing import Timing
from purport.model import TimeSpan

__all__ = ["settle"]

_HARMED = frozenset({"damage", "casualties", "impact"})
_STRIKES = frozenset({"attack", "impact", "interception"})
_ATTACKED = _STRIKES | _HARMED
_DATED = _ATTACKED | {"explosion", "sighting"}  # not what is done about a strike, which has a time of its own

_Slot = TypeVar("_Slot")
_Times = dict[frozenset[str], set[TimeSpan]]


def settle(drafts: list[Draft], setting: Setting, timing: Timing, sides: list[Mark]) -> None:
    """Fill the attackers and times that drafts have left open, where all that was told leaves one.

    `sides`: where the text names them.
    """
    attackers, times = _told(drafts)
    only = _only(timing.echoed.union(*times.values()))
    only = None if only is not None and setting.is_past(only) else only
    for draft in (d for d in drafts if d.kind != "statement" and d.stance != "threatened"):
        if not setting.is_post:
            _settle_attacker(draft, attackers, sides)
        if draft.attacker is None and draft.cause is not None and draft.kind in _HARMED:
            draft.attacker = draft.cause.attacker  # which may be known by now
        if draft.time is None and not draft.apart:
            draft.time = _added(draft, only, timing) if setting.is_post else _shared(draft, times, only, timing)


def _settle_attacker(draft: Draft, attackers: dict[str, set[str]], sides: list[Mark]) -> None:
    attacked = draft.kind in _STRIKES or (draft.weapons and draft.kind in _HARMED)
    if draft.attacker is None and attacked:
        here = {side for country in _countries(draft) for side in attackers[country]}
        draft.attacker = _only(here - _countries(draft) or _enemies(draft, sides))


def _enemies(draft: Draft, sides: list[Mark]) -> set[str]:
    """Who fights the countries where a draft struck, of those named elsewhere in its text.

    Of what the enemy holds, or where its own sentence names the enemy as another than who struck, that is not told.
    """
    known, part = theatres.load(), draft.sentence
    if any(p.region in known.held for p in draft.places):
        return set()
    named = {s.label for s in sides} - {s.label for s in sides if part.start <= s.start < part.end}
    return {enemy for country in _countries(draft) if (enemy := known.enemy(country)) in named}


def _added(draft: Draft, only: TimeSpan | None, timing: Timing) -> TimeSpan | None:
    """The time that a post's sentence added to the strike told before."""
    return only if timing.echoed and draft.kind in _ATTACKED else None


def _shared(draft: Draft, times: _Times, only: TimeSpan | None, timing: Timing) -> TimeSpan | None:
    """The one time of a draft's place, or of an article that tells one story."""
    here = _only(times[_names(draft)]) if draft.places else None
    return here or (only if draft.kind in _ATTACKED and timing.reach else None)


def _told(drafts: list[Draft]) -> tuple[dict[str, set[str]], _Times]:
    """Who is told to attack each country, and when something is told to have happened at each place."""
    attackers: dict[str, set[str]] = defaultdict(set)
    times: _Times = defaultdict(set)
    for draft in (d for d in drafts if d.kind != "statement"):
        if draft.attacker is not None:
            for country in _countries(draft):
                attackers[country].add(draft.attacker)
        if draft.time is not None and not draft.apart and draft.kind in _DATED:
            times[_names(draft)].add(draft.time)
    return attackers, times


def _countries(draft: Draft) -> set[str]:
    return {p.country for p in draft.places if p.country and p.role == "target"}


def _names(draft: Draft) -> frozenset[str]:
    return frozenset(p.name for p in draft.places if p.role == "target")


def _only(found: set[_Slot]) -> _Slot | None:
    return next(iter(found)) if len(found) == 1 else None
