"""Episodes: the incidents of one night, or of the day before it, in one country."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from purport.incidents.group import Group
from purport.incidents.windows import night_of
from purport.model.canonical import digest
from purport.model.incident import Episode, Incident, When

__all__ = ["episode_id", "episodes_of"]


def episode_id(group: Group) -> str:
    """From noon to noon in one country, or at one sea; what has no time or place is an episode of its own."""
    node, window = group.node, group.window
    if node is None or window is None or window.is_loose:
        return digest("e", 1, [group.id])
    return digest("e", 1, [node.country or node.key, night_of(window)])


def episodes_of(incidents: Iterable[Incident]) -> list[Episode]:
    """The episodes that incidents belong to, each in order of time."""
    found: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        found[incident.episode].append(incident)
    return [_episode(id_, members) for id_, members in found.items()]


def _episode(id_: str, members: list[Incident]) -> Episode:
    members.sort(key=lambda incident: (incident.time.start if incident.time else "~", incident.id))
    times = [incident.time for incident in members if incident.time]
    span = When(min(time.start for time in times), max(time.end for time in times)) if times else None
    sides = Counter(incident.attacker for incident in members if incident.attacker)
    places = dict.fromkeys(incident.place.name for incident in members if incident.place)
    return Episode(
        id_,
        span,
        min(sides, key=lambda side: (-sides[side], side)) if sides else None,
        tuple(places),
        tuple(incident.id for incident in members),
    )
