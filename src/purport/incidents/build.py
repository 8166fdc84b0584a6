"""Groups of claims to incidents: what each slot comes to over the claims of all sides."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from purport.incidents.cells import area_of
from purport.incidents.conflicts import conflicts
from purport.incidents.facts import Facts
from purport.incidents.figures import Stated, counts, figure_of
from purport.incidents.group import Group
from purport.incidents.origins import Copies, origins_of
from purport.incidents.tree import Node, node_of
from purport.incidents.wars import opponent
from purport.incidents.windows import date_text
from purport.model import Place, Stance, Weapon
from purport.model.incident import Contradiction, Figure, Implied, Incident, ObjectState, Setting, Side, Toll, When

__all__ = ["Locate", "Relations", "incident_of"]

Locate = Callable[[str], Place | None]
"""The place of a country's code."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What a group is to others: its whole, its episode, what sums imply for it and contradict in it."""

    parent: str | None
    episode: str
    implied: Implied | None
    contradiction: Contradiction | None


def incident_of(group: Group, relations: Relations, copies: Copies, locate: Locate) -> Incident:
    """The incident that a group of claims makes."""
    members = sorted(group.members, key=lambda facts: (facts.told, facts.claim.id))
    origins = origins_of(members, copies, area_of(group.node))
    found = conflicts(members, origins)
    return Incident(
        id=group.id,
        kind=group.founder.claim.kind,
        attacker=group.attacker,
        weapon=_weapon(group),
        outcome=group.outcome,  # type: ignore[arg-type]  # a claim's own outcome
        place=_place(group, locate),
        time=_time(members),
        claims=tuple(facts.claim.id for facts in members),
        count=_count(members, origins),
        implied=relations.implied,
        people=_tolls(members, origins),
        objects=_objects(members),
        stance=_stance(members),
        sides=_sides(group, members, origins),
        origins=len(set(origins.values())),
        parent=relations.parent,
        episode=relations.episode,
        contradictions=(*found, relations.contradiction) if relations.contradiction else found,
    )


def _weapon(group: Group) -> Weapon | None:
    """The one weapon that the claims agree on, its model as the first to name it writes it."""
    if len(group.arms) != 1:
        return None
    ((kind, model),) = group.arms
    written = (weapon for facts in group.members for weapon in facts.claim.weapons if weapon.cls == kind)
    named = next((weapon.model for weapon in written if weapon.model), None) if model else None
    return Weapon(kind, named)  # type: ignore[arg-type]  # a claim's own class


def _place(group: Group, locate: Locate) -> Setting | None:
    node = group.node
    if node is None:
        return None
    places = [place for facts in group.members for place in facts.claim.places if place.role == "target"]
    here = [place for place in places if node_of(place).key == node.key]
    if here:
        return _setting(next((place for place in here if place.lat is not None), here[0]))
    return _country(node, locate)


def _country(node: Node, locate: Locate) -> Setting:
    """The country under attack, which no claim names."""
    place = locate(node.key)
    if place is not None:
        return _setting(place)
    return Setting(node.key, "target", node.country, None, None, None, None, "country")


def _setting(place: Place) -> Setting:
    return Setting(
        place.name,
        "target",
        place.country,
        place.region,
        place.settlement,
        place.lat,
        place.lon,
        place.precision,
        place.geonames,
        place.katottg,
    )


def _time(members: Sequence[Facts]) -> When | None:
    """The time as the firmest of the claims tells it; what evidence gave is marked as such."""
    told = [facts for facts in members if facts.window and not facts.window.is_loose]
    if not told:
        return None
    firmest = min(told, key=lambda facts: (facts.dated, facts.window.rank if facts.window else 9, facts.told))
    if firmest.claim.time:
        return When(firmest.claim.time.start, firmest.claim.time.end)
    window = firmest.window
    return When(date_text(window.start), date_text(window.end), "evidence") if window else None


def _count(members: Iterable[Facts], origins: dict[str, str]) -> Figure | None:
    counted = [facts for facts in members if facts.claim.stance != "denied" and len(facts.nodes) < 2]
    return figure_of(counts(counted, lambda facts: origins[facts.claim.id]))


def _tolls(members: Iterable[Facts], origins: dict[str, str]) -> tuple[Toll, ...]:
    said: dict[tuple[str, str | None], list[Stated]] = defaultdict(list)
    for facts in members:
        for people in facts.claim.people:
            stated = Stated(people.min, people.max, origins[facts.claim.id], facts.told, facts.claim.id)
            said[people.effect, people.group].append(stated)
    tolls = []
    for (effect, group), figures in said.items():
        figure = figure_of(figures, grows=True) or Figure(None, None, None, "only bounds")
        tolls.append(Toll(effect, group, figure.low, figure.best, figure.high, figure.rule))  # type: ignore[arg-type]
    return tuple(tolls)


def _objects(members: Iterable[Facts]) -> tuple[ObjectState, ...]:
    """Each kind of object with the effect told last."""
    latest = {thing.type: thing.effect for facts in members for thing in facts.claim.objects}
    return tuple(ObjectState(kind, effect) for kind, effect in latest.items())


def _stance(members: Iterable[Facts]) -> Stance:
    """Asserted where somebody asserts it and nobody denies it; contested is unverified."""
    stances = {facts.claim.stance for facts in members}
    if {"asserted", "denied"} <= stances:
        return "unverified"
    order: tuple[Stance, ...] = ("asserted", "unverified", "denied", "unknown", "threatened")
    return next(stance for stance in order if stance in stances)


def _sides(group: Group, members: Sequence[Facts], origins: dict[str, str]) -> tuple[Side, ...]:
    """Each party's version, those with most claims first."""
    told: dict[str | None, list[Facts]] = defaultdict(list)
    for facts in members:
        told[_party(facts.side, group)].append(facts)
    sides = (
        Side(
            side,
            _count(said, origins),
            _tolls(said, origins),
            _stance(said),
            tuple(facts.claim.id for facts in said),
        )
        for side, said in told.items()
    )
    return tuple(sorted(sides, key=lambda side: (-len(side.claims), side.side or "~")))


def _party(side: str | None, group: Group) -> str | None:
    """The side itself where it attacks, is attacked, or is at war; any other is a bystander."""
    here = {group.attacker, group.node.country if group.node else None}
    return side if side is None or side in here or opponent(side) else "other"
