"""Whom claims go back to: ten outlets that quote one ministry, or copy one text, are one origin."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz

from purport.incidents.cells import area_of
from purport.incidents.facts import Facts
from purport.incidents.group import Group

__all__ = ["Copies", "origins_of", "origins_within"]

_ALIKE = 90  # per cent of two texts' words, in any order, that make one a copy of the other
_TELLING = 40  # code points from which on the same words are no accident
_MOST = 40  # voices of one incident that are compared with each other
_SAME_SET = 3  # figures that two documents share and that are all they tell: one is taken from the other

_Part = tuple[str, str, str, int | None]
_Told = tuple[str, int]


class Copies:
    """Documents that tell exactly what an earlier one told, in whatever language: all go back to the earliest.

    They are compared by what each tells of one kind in one area at one time, so that a neighbourhood tells its copies.
    """

    def __init__(self, facts: Iterable[Facts]) -> None:
        told: dict[_Part, set[_Told]] = defaultdict(set)
        voices: dict[_Part, tuple[int, str]] = {}
        for one in facts:
            if one.voice and one.figure is not None:
                for node in one.nodes:
                    part = _part(one, area_of(node))
                    told[part].add((node.key, one.figure))
                    voices[part] = min((one.told, one.speaker), voices.get(part, (one.told, one.speaker)))
        self._origin = _earliest(told, voices)

    def origin(self, facts: Facts, area: str) -> str:
        """Whom a claim goes back to, as far as its attribution and its document tell."""
        return self._origin.get(_part(facts, area), facts.speaker) if facts.voice else facts.speaker


def _part(facts: Facts, area: str) -> _Part:
    """What a document tells of one kind in one area at one time: so much of it is compared with others."""
    window = facts.said or facts.window
    return facts.claim.document, facts.claim.kind, area, window.core_start if window else None


def _earliest(told: dict[_Part, set[_Told]], voices: dict[_Part, tuple[int, str]]) -> dict[_Part, str]:
    """For each part of a document that another one tells in the same way: the speaker of the earliest of them."""
    alike: dict[tuple[object, ...], list[_Part]] = defaultdict(list)
    for part, figures in told.items():
        if len(figures) >= _SAME_SET:
            alike[(*part[1:], frozenset(figures))].append(part)
    return {
        part: min(voices[other] for other in parts)[1] for parts in alike.values() if len(parts) > 1 for part in parts
    }


def origins_of(members: Iterable[Facts], copies: Copies, area: str) -> dict[str, str]:
    """The origin of each claim of one incident, by claim id; near-copies of a voice go back to the earliest."""
    ordered = sorted(members, key=lambda facts: (facts.told, facts.claim.id))
    origins: dict[str, str] = {}
    voices: list[Facts] = []
    for facts in ordered:
        origin = copies.origin(facts, area)
        if facts.voice:
            earlier = _copied(facts, voices)
            origin = origins[earlier.claim.id] if earlier else origin
            voices.append(facts)
        origins[facts.claim.id] = origin
    return origins


def origins_within(group: Group) -> dict[str, str]:
    """The origin of each claim of an incident, as far as its claims alone tell which of them are copies."""
    return origins_of(group.members, Copies(group.members), area_of(group.node))


def _copied(facts: Facts, voices: list[Facts]) -> Facts | None:
    """The earlier voice of another speaker whose words these are."""
    words = facts.claim.quote
    if len(words) < _TELLING:
        return None
    others = (
        voice for voice in voices[:_MOST] if voice.speaker != facts.speaker and len(voice.claim.quote) >= _TELLING
    )
    return next((v for v in others if fuzz.token_sort_ratio(words, v.claim.quote, score_cutoff=_ALIKE)), None)
