"""What linking needs of a claim, and no more: a million of these fit into memory."""

from collections.abc import Callable
from dataclasses import dataclass
from sys import intern
from zlib import crc32

from purport.incidents.tree import Node, country_node, node_of, under_attack
from purport.incidents.wars import is_contested, opponent, user_of
from purport.incidents.weapons import Arms, arms_of
from purport.incidents.windows import Window, moment_of, window_of
from purport.model import Claim, Source

__all__ = ["OBJECTS", "Facts", "Origins", "facts_of"]

_DEFENDING = frozenset({"interception", "alert"})  # whose claimant speaks of its own sky
_VAGUE = frozenset({"other", "civilian_infrastructure", "critical_infrastructure"})
_LIVE = frozenset({"sighting", "explosion", "alert"})  # told by a witness, or by who passes it on at once
_NOTHING: frozenset[str] = frozenset()
OBJECTS = 1_000_000  # marks from here on are of things; no figure is so large
_LAST = 1 << 40  # after every moment: when what has no date of publication was published
Look = Callable[[str], Source | None]


@dataclass(slots=True, eq=False)
class Facts:
    """A claim made comparable.

    `nodes`: where it happened, several where it names several; one where it names none (then it is not `placed`) but
    the side tells the country under attack; empty where nothing tells. `low`, `high`: the bounds of its count in each
    of them; `about`: a round figure. `speaker`: the nearest source, else the publisher, by the name that it is known
    by; `voice`: whether that is the publisher itself. `told`: the minute of publication. `objects`: the kinds of thing
    that tell one from another. `dated`: whether evidence, and not its own words, gave it its time. `said`: the window
    that its own words leave, where a text that it repeats has narrowed it.
    """

    claim: Claim
    nodes: tuple[Node, ...]
    placed: bool
    attacker: str | None
    arms: Arms
    low: int | None
    high: int | None
    about: bool
    window: Window | None
    speaker: str
    voice: bool
    side: str | None
    told: int
    objects: frozenset[str]
    dated: bool = False
    said: Window | None = None

    @property
    def is_threat(self) -> bool:
        """Whether it tells of what has not happened: that is never one with what has."""
        return self.claim.stance == "threatened"

    @property
    def figure(self) -> int | None:
        """The one number that is stated, if one is."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def mark(self) -> int | None:
        """A number that it can be recognised by: its figure or its toll; above `OBJECTS`, the kind of thing in it.

        Of a town, that something of this kind befell it is a mark too: 0.
        """
        if self.claim.people:
            return sum(one.min or 0 for one in self.claim.people)
        if self.figure is not None or not self.nodes:
            return self.figure
        if self.objects:
            return OBJECTS + crc32(min(self.objects).encode()) % OBJECTS
        return 0 if "/" in self.nodes[0].key else None


class Origins:
    """Names of speakers and publishers to those that they are known by, each looked up once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._known: dict[str, tuple[str, str | None]] = {}

    def __call__(self, name: str) -> tuple[str, str | None]:
        """The name that a source is known by, and its side."""
        found = self._known.get(name)
        if found is None:
            source = self._look(name)
            found = (intern(source.name), source.side) if source else (intern(" ".join(name.split())), None)
            self._known[name] = found
        return found


def facts_of(claim: Claim, origins: Origins) -> Facts:
    """A claim's facts; places count only where they are targets."""
    speaker, side = origins(claim.sources[0] if claim.sources else claim.publisher)
    if side is None and claim.attribution:
        side = claim.attribution[0].source.side
    nodes = tuple(dict.fromkeys(node_of(place) for place in claim.places if place.role == "target"))
    arms = arms_of(claim.weapons)
    attacker = claim.attacker or _implied_attacker(claim, nodes, side)
    placed = bool(nodes)
    if not nodes:
        node = under_attack(attacker or _user(arms)) or _home(attacker, side)
        nodes = (node,) if node else ()
    low, high = _bounds(claim, nodes)
    return Facts(
        claim,
        nodes,
        placed,
        attacker,
        arms,
        low,
        high,
        claim.count is not None and claim.count.approx,
        window_of(claim.time, claim.published, live=claim.kind in _LIVE and not claim.sources),
        speaker,
        not claim.sources,
        side,
        moment_of(claim.published) if claim.published else _LAST,
        frozenset(thing.type for thing in claim.objects if thing.type not in _VAGUE) if claim.objects else _NOTHING,
    )


def _bounds(claim: Claim, nodes: tuple[Node, ...]) -> tuple[int | None, int | None]:
    """The count's bounds for each place: of several together only that none has more than all."""
    if claim.count is None:
        return None, None
    if len(nodes) > 1:
        return None, claim.count.max
    return claim.count.min, claim.count.max


def _home(attacker: str | None, side: str | None) -> Node | None:
    """The country of who speaks: what he tells without an attacker or a place befell his own."""
    return country_node(side) if side and not attacker else None


def _user(arms: Arms) -> str | None:
    """The party that alone uses the weapons named."""
    users = {user for _, model in arms if (user := user_of(model))}
    return users.pop() if len(users) == 1 else None


def _implied_attacker(claim: Claim, nodes: tuple[Node, ...], side: str | None) -> str | None:
    """Who attacks where nobody says so: the only opponent of who speaks of its own sky, or of the country below it."""
    if claim.kind not in _DEFENDING:
        return None
    countries = {node.country for node in nodes}
    if side and opponent(side):
        return opponent(side)
    if len(countries) == 1 and not any(is_contested(node.region) for node in nodes):
        return opponent(next(iter(countries)))
    return None
