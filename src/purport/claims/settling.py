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
_Attackers = dict[str, set[str]]


def settle(drafts: list[Draft], setting: Setting, timing: Timing, sides: list[Mark]) -> None:
    """Fill the attackers and times that drafts have left open, where all that was told leaves one.

    `sides`: where the text names them.
    """
    for draft in drafts:
        _name_movement(draft, {s.label for s in sides})
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


def _name_movement(draft: Draft, named: set[str]) -> None:
    """What a text tells to come from a country is a movement's in it, where the text names that."""
    known = theatres.load().movements
    fired_from = {p.country for p in draft.places if p.role == "origin"} | {draft.attacker}
    movement = next((known[c] for c in fired_from if c in known and known[c] in named), None)
    if movement is not None and draft.kind in _ATTACKED and draft.attacker in {None, *fired_from}:
        draft.attacker = movement


def _settle_attacker(draft: Draft, attackers: _Attackers, sides: list[Mark]) -> None:
    """Fill in whose weapons they are: of who alone is told to strike there; of a strike, else of a known enemy."""
    if draft.attacker is not None or draft.kind not in _ATTACKED:
        return
    if draft.kind in _STRIKES or draft.weapons:
        draft.attacker = _only(_strikers(draft, attackers) or _enemies(draft, sides))
    elif not draft.of_war:
        where = _countries(draft) if draft.kind == "casualties" else _areas(draft)
        draft.attacker = _only({side for name in where for side in attackers.get(name, ())} - _countries(draft))


def _strikers(draft: Draft, attackers: _Attackers) -> set[str]:
    """Who is told to strike the countries of a draft, or anywhere where it names none; no side strikes its own."""
    here = _countries(draft)
    if not here and draft.kind in _STRIKES:
        return {side for where, struck_by in attackers.items() for side in struck_by if not where.startswith(side)}
    return {side for country in here for side in attackers.get(country, ())} - here


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


def _told(drafts: list[Draft]) -> tuple[_Attackers, _Times]:
    """Who is told to attack each country and area, and when something is told to have happened at each place."""
    attackers: _Attackers = defaultdict(set)
    times: _Times = defaultdict(set)
    for draft in (d for d in drafts if d.kind != "statement"):
        if draft.attacker is not None and not draft.fixed:
            for where in _countries(draft) | _areas(draft):
                attackers[where].add(draft.attacker)
        if draft.time is not None and not draft.apart and draft.kind in _DATED:
            times[_names(draft)].add(draft.time)
    return attackers, times


def _countries(draft: Draft) -> set[str]:
    return {p.country for p in draft.places if p.country and p.role == "target"}


def _areas(draft: Draft) -> set[str]:
    """The regions of a draft, and the names of places that lie in none."""
    return {p.region or p.name for p in draft.places if p.role == "target"}


def _names(draft: Draft) -> frozenset[str]:
    return frozenset(p.name for p in draft.places if p.role == "target")


def _only(found: set[_Slot]) -> _Slot | None:
    return next(iter(found)) if len(found) == 1 else None
