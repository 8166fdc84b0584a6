"""Harm told place by place: "three were killed in Kyiv and ten injured in Kharkiv" are two claims."""

import re
from itertools import pairwise

from msgspec import structs

from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.frames.victims import Victims
from purport.claims.marks import Mark
from purport.model import Harm, People

__all__ = ["dealt"]

_TAIL = re.compile(r"[\s,;:–—-]*(?:\b\w{1,4}\s)?$")
_BESIDE = 14  # code points between a count and its place, where no verb ties them

Told = list[tuple[Victims, Harm]]
"""Counted people in order, each with what befell them."""


def dealt(scene: Scene, draft: Draft, whose: list[tuple[Mark, Victims | None]], found: list[Victims]) -> list[Draft]:
    """A draft for each of several counts of people, where each has a place of its own; else the one that there is."""
    told = _told(scene, draft, whose, found)
    if len(told) < 2:
        return [draft]
    places = next((p for p in (_behind(scene, told), _before(scene, told)) if all(p) and _differ(p)), None)
    if places is None:
        return [draft]
    starts = [
        min([v.start, *(m.start for m in own if m.start < v.start)]) for (v, _), own in zip(told, places, strict=True)
    ]
    starts[0] = min(starts[0], draft.start)
    return [
        _part(scene, draft, one, own, (start, end))
        for one, own, start, end in zip(told, places, starts, [*starts[1:], draft.end], strict=True)
    ]


def _told(scene: Scene, draft: Draft, whose: list[tuple[Mark, Victims | None]], found: list[Victims]) -> Told:
    """The counts of people; one without a verb goes on from the last, where a place stands right beside it."""
    known = {p.effect for p in draft.people}
    effects: dict[int, Harm] = {v.start: t.sub for t, v in whose if v is not None and t.sub in known}
    told: Told = []
    for victim in found:
        effect = effects.get(victim.start) or (told[-1][1] if told and _is_placed(scene, victim) else None)
        if effect is not None and victim.counted and not victim.part:
            told.append((victim, effect))
    return told


def _is_placed(scene: Scene, victim: Victims) -> bool:
    near = scene.marks.within(victim.start - _BESIDE, victim.end + _BESIDE, "place")
    return any(m.end <= victim.start or m.start >= victim.end for m in near)


def _behind(scene: Scene, told: Told) -> list[list[Mark]]:
    """The places behind each count, up to the next one."""
    ends = [v.start for v, _ in told[1:]] + [scene.event.end]
    return [scene.marks.within(v.end, end, "place") for (v, _), end in zip(told, ends, strict=True)]


def _before(scene: Scene, told: Told) -> list[list[Mark]]:
    """The places before each count, from the last one on."""
    starts = [scene.event.start] + [v.end for v, _ in told]
    return [scene.marks.within(start, v.start, "place") for (v, _), start in zip(told, starts, strict=False)]


def _differ(places: list[list[Mark]]) -> bool:
    """Whether no two neighbours share a place."""
    names = [{m.label for m in own} for own in places]
    return all(not a & b for a, b in pairwise(names))


def _part(scene: Scene, draft: Draft, one: tuple[Victims, Harm], own: list[Mark], span: tuple[int, int]) -> Draft:
    victim, effect = one
    start, end = span
    tail = _TAIL.search(scene.view.folded, start, end)
    end = tail.start() if tail and tail.start() > victim.start else end
    bounds = victim.bounds
    people = People(effect, bounds.min if bounds else None, bounds.max if bounds else None, victim.group)
    return structs.replace(draft, start=start, end=end, at=victim.start, marks=own, people=(people,), part=True)
