"""A made world: nights of which the truth is known, and reporters who tell them as real ones do.

    world.py [--nights N] [--seed S] [--claims FILE]     make it, link it, say how well and how fast that went

What happens: every night each party attacks the other's regions with drones and missiles; some are stopped, some hit,
harm people and things; bulletins by the hour fall into the evening and the day. Reporters then round ("more than 40"),
repeat, lag, copy each other's words, contradict, forget parts and revise; each leaves out side, weapon, time or place
as its habit is. `--claims` writes the claims, for `purport link`.

Measured: B-cubed F1 of linking against the truth, beside that of grouping claims whose slots are equal; the share of
implied counts that are exact; processor time and peak memory.

2026-11-23, seeds 401 to 405: F1 0.969 (equal slots 0.525); 461 of 478 implied counts exact. `bench/otherworld.py` is
another such world, by another hand.
"""

import argparse
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from purport.incidents import link
from purport.model import Claim, People, Place, Quantity, Source, Thing, TimeSpan, Weapon
from purport.model.codec import encode_claim
from purport.model.incident import Incident

REGIONS = {
    "RU": ["Belgorod", "Kursk", "Bryansk", "Rostov", "Voronezh", "Oryol", "Tula", "Saratov", "Lipetsk", "Ryazan"],
    "UA": ["Kharkiv", "Odesa", "Sumy", "Dnipro", "Poltava", "Kherson", "Mykolaiv", "Cherkasy", "Vinnytsia", "Zhytomyr"],
}
ENEMY = {"RU": "UA", "UA": "RU"}
MODELS = {"uav": "Shahed-136/131", "cruise_missile": "Kh-101", "ballistic_missile": "Iskander-M"}
OBJECTS = ("oil_refinery", "residential_building", "electricity_substation", "port", "school")
FIRST = date(2025, 1, 6)


@dataclass(frozen=True)
class Event:
    """One thing that happened: the truth that claims are about. `region` None: the whole country's total."""

    id: int
    kind: str
    country: str
    region: int | None
    town: bool
    weapon: str
    window: tuple[str, str]
    count: int
    thing: str | None = None
    whole: int | None = None


@dataclass
class World:
    """All events, the claims about them, and for each claim the events that it is about."""

    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    about: dict[str, set[int]] = field(default_factory=dict)
    implied: dict[int, int] = field(
        default_factory=dict
    )  # parts that a total leaves exactly, told with all others, each with its place


@dataclass(frozen=True)
class Habit:
    """How often a reporter leaves out each slot, and how it handles figures."""

    side: float
    weapon: float
    time: float
    place: float
    rounds: float
    errs: float


OFFICIAL = Habit(side=0.1, weapon=0.05, time=0.1, place=0.0, rounds=0.0, errs=0.0)
LOCAL = Habit(side=0.5, weapon=0.25, time=0.3, place=0.0, rounds=0.3, errs=0.05)
OUTLET = Habit(side=0.3, weapon=0.25, time=0.35, place=0.05, rounds=0.15, errs=0.05)
CHANNEL = Habit(side=0.7, weapon=0.4, time=0.5, place=0.1, rounds=0.1, errs=0.15)


def who(name: str) -> Source | None:
    """The world's own register."""
    side = name[:2] if name[:2] in REGIONS and name[2:3] == " " else None
    return Source(name, "ministry" if side else "channel", side)


def locate(code: str) -> Place | None:
    """A country by its code."""
    return _place(code, None, town=False)


class Maker:
    """Makes a world from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.world = World()
        self._document = 0

    def make(self, nights: int) -> World:
        """So many nights, for both parties."""
        for number in range(nights):
            for country in ("RU", "UA"):
                if self.random.random() < 0.85:
                    self._night(country, FIRST + timedelta(number))
        return self.world

    def _event(self, **slots: object) -> Event:
        event = Event(id=len(self.world.events), **slots)  # type: ignore[arg-type]
        self.world.events.append(event)
        return event

    def _night(self, country: str, day: date) -> None:
        """The night that ends on `day`, and the hours around it."""
        night = ((day - timedelta(1)).isoformat(), day.isoformat())
        weapons = (
            ["uav"]
            if country == "RU" or self.random.random() < 0.5
            else ["uav", self.random.choice(["cruise_missile", "ballistic_missile"])]
        )
        for weapon in weapons:
            regions = self.random.sample(range(10), self.random.randint(2, 6))
            counts = [1 + int(self.random.expovariate(1 / (8 if weapon == "uav" else 2))) for _ in regions]
            slots = {"kind": "interception", "country": country, "town": False, "weapon": weapon, "window": night}
            total = self._event(region=None, count=sum(counts), **slots)
            parts = [
                self._event(region=r, count=c, whole=total.id, **slots) for r, c in zip(regions, counts, strict=True)
            ]
            self._tell_night(total, parts, day)
        self._tell_harm(country, night, day)
        for _ in range(self.random.randint(0, 3)):
            self._bulletin(country, day)

    def _bulletin(self, country: str, day: date) -> None:
        """A few drones at an hour of the day or evening, told by the ministry at once and by others after it."""
        hour = self.random.choice([10, 11, 13, 14, 15, 16, 19, 20, 21])
        at = f"{day.isoformat()}T{hour:02}:{self.random.choice(['00', '10', '30'])}"
        event = self._event(
            kind="interception",
            country=country,
            region=self.random.randrange(10),
            town=False,
            weapon="uav",
            window=(at, at),
            count=self.random.randint(1, 6),
        )
        moment = datetime.fromisoformat(at) + timedelta(minutes=40)
        self._document += 1
        self._claim([event], f"{country} Ministry", (), OFFICIAL, moment, keep_time=True)
        if self.random.random() < 0.6:
            self._document += 1
            self._claim(
                [event],
                "Agency",
                (f"{country} Ministry",),
                OUTLET,
                moment + timedelta(minutes=30),
                keep_time=self.random.random() < 0.5,
            )

    def _tell_night(self, total: Event, parts: list[Event], day: date) -> None:
        country = total.country
        ministry = f"{country} Ministry"
        morning = datetime(day.year, day.month, day.day, 4, 30) + timedelta(minutes=self.random.randrange(120))
        self._document += 1
        if self.random.random() < 0.7:
            self._claim([total], ministry, (), OFFICIAL, morning)
        cut = self.random.randint(1, len(parts)) if self.random.random() < 0.15 else len(parts)
        for part in parts[:cut]:
            self._claim([part], ministry, (), OFFICIAL, morning)
        for outlet in range(self.random.randint(0, 4)):
            self._outlet(
                total, parts, f"Outlet {outlet}", ministry, morning + timedelta(hours=self.random.uniform(0.3, 9))
            )
        for part in parts:
            if self.random.random() < 0.5:
                self._document += 1
                self._claim(
                    [part],
                    f"{country} Governor {part.region}",
                    (),
                    LOCAL,
                    morning + timedelta(hours=self.random.uniform(-3, 3)),
                )
            if self.random.random() < 0.35:
                self._document += 1
                self._claim(
                    [part],
                    f"Channel {self.random.randrange(6)}",
                    (),
                    CHANNEL,
                    morning + timedelta(hours=self.random.uniform(-3, 14)),
                )

    def _outlet(self, total: Event, parts: list[Event], name: str, ministry: str, moment: datetime) -> None:
        """An article after the ministry: the total, some parts with figures, the others in one breath without."""
        self._document += 1
        chain = (ministry,) if self.random.random() < 0.8 else (ministry, "Agency")
        self._claim([total], name, chain, OUTLET, moment, exact=True)
        told = self.random.randint(0, len(parts))
        listed = [self._claim([part], name, chain, OUTLET, moment, exact=True) for part in parts[:told]]
        rest = parts[told:]
        if rest and self.random.random() < 0.7:
            listed.append(self._claim(rest, name, chain, OUTLET, moment, counted=False))
            if len(rest) == 1 and told and all(claim.places for claim in listed):
                self.world.implied[rest[0].id] = rest[0].count

    def _tell_harm(self, country: str, night: tuple[str, str], day: date) -> None:
        for _ in range(self.random.randint(0, 2)):
            region = self.random.randrange(10)
            slots = {"country": country, "region": region, "town": True, "weapon": "uav", "window": night}
            thing = self.random.choice(OBJECTS)
            events = [self._event(kind="attack", count=0, thing=thing, **slots)]
            events.append(self._event(kind="damage", count=0, thing=thing, **slots))
            if self.random.random() < 0.6:
                events.append(self._event(kind="casualties", count=self.random.randint(1, 9), **slots))
            morning = datetime(day.year, day.month, day.day, 6, 0)
            voices = [
                (f"{country} Governor {region}", (), LOCAL),
                *((f"Channel {n}", (), CHANNEL) for n in range(self.random.randint(0, 3))),
                *((f"Outlet {n}", (f"{country} Governor {region}",), OUTLET) for n in range(self.random.randint(0, 3))),
            ]
            for name, chain, habit in voices:
                self._document += 1
                moment = morning + timedelta(hours=self.random.uniform(-2, 10))
                for event in events:
                    if self.random.random() < 0.7:
                        self._claim([event], name, chain, habit, moment)

    def _claim(
        self,
        events: Sequence[Event],
        publisher: str,
        sources: tuple[str, ...],
        habit: Habit,
        moment: datetime,
        *,
        counted: bool = True,
        exact: bool = False,
        keep_time: bool = False,
    ) -> Claim:
        """One claim about these events, with what its reporter leaves out."""
        first, rnd = events[0], self.random
        places = tuple(_place(e.country, e.region, town=e.town) for e in events)
        if (first.region is None and rnd.random() < 0.5) or rnd.random() < habit.place:
            places = ()
        time = None if not keep_time and rnd.random() < habit.time else _span(first.window, rnd)
        claim = Claim(
            id=f"c{len(self.world.claims):07}",
            document=f"doc-{self._document}",
            kind=first.kind,  # type: ignore[arg-type]
            quote=f"{publisher} told of {first.kind} number {len(self.world.claims)}",
            start=0,
            attacker=None if places and rnd.random() < habit.side else ENEMY[first.country],
            weapons=()
            if rnd.random() < habit.weapon
            else (Weapon(first.weapon, MODELS[first.weapon] if rnd.random() < 0.3 else None),),  # type: ignore[arg-type]
            count=self._count(first, habit, exact=exact) if counted and first.kind == "interception" else None,
            outcome=rnd.choice(["destroyed", "destroyed", "intercepted"]) if first.kind == "interception" else None,
            places=places,
            time=time,
            objects=(Thing(first.thing, "hit" if first.kind == "attack" else "damaged"),)
            if first.thing and rnd.random() < 0.8
            else (),  # type: ignore[arg-type]
            people=(People("injured", first.count, first.count),) if first.kind == "casualties" else (),
            sources=sources,
            stance="asserted",
            published=moment.isoformat() + "+03:00",
            publisher=publisher,
        )
        self.world.claims.append(claim)
        self.world.about[claim.id] = {event.id for event in events}
        return claim

    def _count(self, event: Event, habit: Habit, *, exact: bool) -> Quantity:
        n, rnd = event.count, self.random
        if exact:
            return Quantity.exact(n)
        if n > 10 and rnd.random() < habit.rounds:
            return Quantity.at_least(n // 10 * 10)
        if rnd.random() < habit.errs:
            return Quantity.exact(max(1, n + rnd.choice([-2, -1, 1, 2])))
        return Quantity.exact(n)


def _place(country: str, region: int | None, *, town: bool) -> Place:
    if region is None:
        return Place(country, "target", country, None, None, None, country, None, None, "country")
    name = REGIONS[country][region]
    code = f"{country}-{region:02}"
    if town:
        return Place(f"{name}ville", "target", country, code, f"{name}ville", None, None, None, None, "settlement")
    return Place(f"{name} Oblast", "target", country, code, None, None, code, None, None, "region")


def _span(window: tuple[str, str], rnd: random.Random) -> TimeSpan:
    """The night as a night, or by the date on which it ends; hours as hours, or by their date."""
    start, end = window
    if "T" in start:
        return TimeSpan(start, end) if rnd.random() < 0.7 else TimeSpan(start[:10], start[:10])
    return TimeSpan(start, end) if rnd.random() < 0.7 else TimeSpan(end, end)


def b_cubed(truth: dict[str, set[int]], found: dict[str, set[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1, each claim weighing the same; a claim in several groups counts with all of them."""
    return _b(found, truth), _b(truth, found), _f1(_b(found, truth), _b(truth, found))


def _b(groups: dict[str, set], other: dict[str, set]) -> float:  # type: ignore[type-arg]
    members: dict[object, list[str]] = defaultdict(list)
    for claim, names in groups.items():
        for name in names:
            members[name].append(claim)
    total = 0.0
    for claim, names in groups.items():
        near = {mate for name in names for mate in members[name]}
        total += sum(1 for mate in near if other.get(claim, set()) & other.get(mate, set())) / len(near)
    return total / len(groups)


def _f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def equal_slots(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """The peer: claims whose kind, side, weapon class, place and time are equal are one incident."""
    return {
        c.id: {repr((c.kind, c.attacker, tuple(w.cls for w in c.weapons), p, c.time and (c.time.start, c.time.end)))}
        for c in claims
        for p in [tuple(place.name for place in c.places)]
    }


def groups_of(incidents: Sequence[Incident]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for incident in incidents:
        for claim in incident.claims:
            found[claim].add(incident.id)
    return found


def implied_right(world: World, incidents: Sequence[Incident]) -> tuple[int, int]:
    """Of the counts that totals imply exactly, how many were found."""
    home: dict[int, list[Incident]] = defaultdict(list)
    for incident in incidents:
        for claim in incident.claims:
            for event in world.about[claim]:
                home[event].append(incident)
    right = 0
    for event, n in world.implied.items():
        found = [i for i in home[event] if i.implied and i.implied.min == n == i.implied.max]
        right += bool(found)
    return right, len(world.implied)


def lines(claims: Sequence[Claim]) -> Iterator[bytes]:
    return (encode_claim(claim) + b"\n" for claim in claims)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--nights", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--claims", type=Path)
    chosen = parser.parse_args()
    world = Maker(chosen.seed).make(chosen.nights)
    if chosen.claims:
        chosen.claims.write_bytes(b"".join(lines(world.claims)))
    began = time.process_time()
    linked = link(world.claims, who, locate)
    incidents = list(linked)
    spent = time.process_time() - began
    p, r, f = b_cubed(world.about, groups_of(incidents))
    _, _, peer = b_cubed(world.about, equal_slots(world.claims))
    right, asked = implied_right(world, incidents)
    print(f"{len(world.claims):,} claims about {len(world.events):,} events, linked to {len(incidents):,} incidents")
    print(f"B-cubed  P {p:.3f}  R {r:.3f}  F1 {f:.3f}    equal slots: F1 {peer:.3f}")
    print(f"implied counts exact: {right} of {asked}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{spent:.2f} s, {1e6 * spent / len(world.claims):.0f} µs a claim, peak {peak:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
