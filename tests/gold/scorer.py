"""How near claims come to the gold, as a person would check them: which are there, and which of their slots are right.

A claim is paired with at most one claim of the gold: their quotes overlap, and their kinds are the same or both tell of
a blow ("hit" is an attack to one reader and an impact to the next). Each slot gives the share of its values that both
have; slots that both leave empty say nothing. `soft` counts a pair by the mean of its slots, `found` as one, `exact` as
one where every slot is wholly right. Each is an F1, between 0 and 1.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["SLOTS", "Figures", "Pair", "pair_up", "score", "slots"]

Claim = Mapping[str, Any]
Values = frozenset[Any]

BLOWS = {"attack", "impact", "damage", "explosion"}
SLOTS = (
    "kind", "attacker", "weapons", "count", "outcome", "places", "time", "objects", "people", "source", "stance",
)  # fmt: skip
# Words that names of places and offices carry or leave out.
GENERIC = {"and", "district", "krai", "oblast", "of", "peninsula", "raion", "region", "republic", "the"}


class Pair(NamedTuple):
    """A claim of the gold and the claim taken for it, with how alike they are, slot by slot."""

    gold: Claim
    told: Claim
    slots: dict[str, float]

    @property
    def likeness(self) -> float:
        """The mean of the slots."""
        return sum(self.slots.values()) / len(self.slots)


class Figures(NamedTuple):
    """F1 of each kind, between 0 and 1."""

    soft: float
    found: float
    exact: float


def score(gold: Mapping[str, Sequence[Claim]], told: Mapping[str, Sequence[Claim]]) -> Figures:
    """The figures over all documents of `gold`; what is told of others is left out."""
    pairs = [pair for name in gold for pair in pair_up(gold[name], told.get(name, []))]
    claims = sum(len(gold[name]) + len(told.get(name, [])) for name in gold)
    return Figures(
        soft=_f1(sum(pair.likeness for pair in pairs), claims),
        found=_f1(len(pairs), claims),
        exact=_f1(sum(pair.likeness == 1.0 for pair in pairs), claims),
    )


def pair_up(gold: Sequence[Claim], told: Sequence[Claim]) -> list[Pair]:
    """Pairs of one document, the most alike first taken."""
    candidates = [Pair(g, t, slots(g, t)) for g in gold for t in told if _may_be_one(g, t)]
    candidates.sort(key=lambda pair: -pair.likeness)
    taken: set[int] = set()
    pairs = []
    for pair in candidates:
        if not {id(pair.gold), id(pair.told)} & taken:
            taken |= {id(pair.gold), id(pair.told)}
            pairs.append(pair)
    return pairs


def slots(gold: Claim, told: Claim) -> dict[str, float]:
    """How alike each slot is that at least one of the two fills."""
    ours, theirs = _values(gold), _values(told)
    return {slot: _shared(slot, ours[slot], theirs[slot]) for slot in SLOTS if ours[slot] or theirs[slot]}


def _f1(hits: float, claims: int) -> float:
    return 2 * hits / claims if claims else 1.0


def _may_be_one(gold: Claim, told: Claim) -> bool:
    alike = gold["kind"] == told["kind"] or {gold["kind"], told["kind"]} <= BLOWS
    return alike and _end(told) > gold["start"] and _end(gold) > told["start"]


def _end(claim: Claim) -> int:
    return int(claim["start"]) + len(claim["quote"])


def _shared(slot: str, ours: Values, theirs: Values) -> float:
    if slot == "source":  # "Mayor" and "Mayor of Poltava" are one
        return float(bool(ours and theirs) and (ours <= theirs or theirs <= ours))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _values(claim: Claim) -> dict[str, Values]:
    return {
        "kind": frozenset({claim["kind"]}),
        "attacker": _some(claim["attacker"]),
        "weapons": frozenset((w["class"], _model(w["model"])) for w in claim["weapons"]),
        "count": _some(_bounds(claim["count"])),
        "outcome": _some(claim["outcome"]),
        "places": frozenset(map(_place, claim["places"])),
        "time": _some((claim["time"]["start"], claim["time"]["end"]) if claim["time"] else None),
        "objects": frozenset((thing["type"], thing["effect"]) for thing in claim["objects"]),
        "people": frozenset((harm["effect"], harm["min"], harm["max"]) for harm in claim["people"]),
        "source": _stems(claim["sources"][0]) if claim["sources"] else frozenset(),
        "stance": frozenset({claim["stance"]}),
    }


def _some(value: object) -> Values:
    return frozenset() if value is None else frozenset({value})


def _bounds(count: Mapping[str, Any] | None) -> tuple[Any, ...] | None:
    return (count["min"], count["max"], count.get("approx", False)) if count else None


def _place(place: Mapping[str, Any]) -> tuple[Any, ...]:
    name = place["settlement"] or place["name"]
    return place["role"], place["country"], place["region"], bool(place["settlement"]), _stems(name)


def _model(name: str | None) -> str:
    return re.sub(r"\W", "", (name or "").casefold())


def _stems(name: str) -> Values:
    """The beginnings of a name's own words: spellings of one name differ further back."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return frozenset(_beginnings(re.findall(r"\w+", plain)))


def _beginnings(words: Iterable[str]) -> list[str]:
    return [word[:5] for word in words if word not in GENERIC]
