"""A second made world, written from the two formats alone by somebody who had seen neither linker nor first world.

Whoever tunes a linker on one made world tunes it on that world's habits. This one has habits of its own: whole posts
are copied, so that what a copy leaves out it leaves out of all its claims; totals come with "the rest over X and Y"; a
night's launches are broken down by model, what was stopped by outcome; tolls grow over two days while outlets lag
behind; officials repeat, revise and deny.

What is one incident follows INCIDENTS.md: a country's total, a region's part and a town's part are three; a bulletin
with hours of its own is no part of the night's summary that begins after it; a toll that grows is one; two nights are
two. What is implied is only what follows from the figures told: a remainder with one place or kind left without a
figure, or as many places as are left over. Where a wrong figure was told of a sum, or a part of it lost its place,
nothing is asked of that sum.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

Json = dict[str, Any]

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

REGIONS = {
    "RU": {
        "RU-BEL": ("Belgorod Oblast", ("Belgorod", "Shebekino", "Valuyki", "Grayvoron"), "Belgorodsky District"),
        "RU-BRY": ("Bryansk Oblast", ("Bryansk", "Klintsy", "Novozybkov"), "Sevsky District"),
        "RU-KRS": ("Kursk Oblast", ("Kursk", "Sudzha", "Rylsk", "Kurchatov"), "Korenevsky District"),
        "RU-ROS": ("Rostov Oblast", ("Rostov-on-Don", "Morozovsk", "Taganrog", "Millerovo"), "Kamensky District"),
        "RU-VOR": ("Voronezh Oblast", ("Voronezh", "Liski", "Borisoglebsk"), "Podgorensky District"),
        "RU-KDA": ("Krasnodar Krai", ("Krasnodar", "Tuapse", "Yeysk", "Slavyansk-na-Kubani"), "Temryuksky District"),
        "RU-SAR": ("Saratov Oblast", ("Saratov", "Engels"), "Krasnokutsky District"),
        "RU-ORL": ("Oryol Oblast", ("Oryol", "Livny"), "Glazunovsky District"),
        "RU-TUL": ("Tula Oblast", ("Tula", "Yefremov", "Novomoskovsk"), "Suvorovsky District"),
    },
    "UA": {
        "UA-63": ("Kharkiv Oblast", ("Kharkiv", "Chuhuiv", "Izium", "Lozova"), "Bohodukhiv Raion"),
        "UA-51": ("Odesa Oblast", ("Odesa", "Izmail", "Chornomorsk", "Reni"), "Bilhorod-Dnistrovskyi Raion"),
        "UA-12": ("Dnipropetrovsk Oblast", ("Dnipro", "Kryvyi Rih", "Nikopol", "Pavlohrad"), "Synelnykove Raion"),
        "UA-59": ("Sumy Oblast", ("Sumy", "Shostka", "Konotop", "Okhtyrka"), "Romny Raion"),
        "UA-23": ("Zaporizhzhia Oblast", ("Zaporizhzhia", "Orikhiv", "Huliaipole"), "Polohy Raion"),
        "UA-48": ("Mykolaiv Oblast", ("Mykolaiv", "Ochakiv", "Voznesensk"), "Bashtanka Raion"),
        "UA-53": ("Poltava Oblast", ("Poltava", "Kremenchuk", "Myrhorod"), "Lubny Raion"),
        "UA-68": ("Khmelnytskyi Oblast", ("Khmelnytskyi", "Starokostiantyniv"), "Shepetivka Raion"),
    },
}
COUNTRIES = {"RU": "Russia", "UA": "Ukraine"}
SEAS = {"RU": ("Black Sea", "Sea of Azov"), "UA": ("Black Sea",)}
ENEMY = {"RU": "UA", "UA": "RU"}
MODELS = {
    "RU": (
        ("uav", "Shahed-136/131"),
        ("cruise_missile", "Kh-101"),
        ("ballistic_missile", "Iskander-M"),
        ("cruise_missile", "Kalibr"),
        ("cruise_missile", "Kh-59"),
    ),
    "UA": (("uav", None),),
}
OBJECTS = (
    *("residential_building", "private_house", "electricity_substation", "oil_depot", "oil_refinery", "school"),
    *("hospital", "warehouse", "port", "industrial_site", "railway", "military_airfield"),
)

WORDS = {
    "en": "{n} {weapon} {kind} {where}, {who} said",
    "uk": "{where}: {kind} – {n} {weapon}, повідомили {who}",
    "ru": "{who}: {kind} {where}, {n} {weapon}",
}


@dataclass(frozen=True)
class Ways:
    """How careless the reporters are: shares of posts (side, time) or of claims (the rest) that leave a slot out."""

    side: float = 0.35
    weapon: float = 0.15
    model: float = 0.5
    outcome: float = 0.35
    hours: float = 0.5
    time: float = 0.2
    place: float = 0.01
    rounded: float = 0.15
    wrong: float = 0.01
    undated: float = 0.06
    copies: tuple[int, int] = (1, 5)
    towns: int = 3
    invented: bool = False


WAYS = {
    "plain": Ways(),
    "sparse": Ways(side=0.6, weapon=0.3, time=0.4, outcome=0.5, copies=(0, 2), towns=2),
    "busy": Ways(side=0.3, copies=(3, 9), towns=5, undated=0.1),
    "wild": Ways(side=0.5, weapon=0.25, time=0.3, wrong=0.03, rounded=0.25, place=0.02, invented=True),
}


@dataclass(frozen=True)
class Reporter:
    name: str
    language: str
    side: str | None
    careless: float
    """What the shares in Ways are multiplied by: an official hardly forgets, a channel does."""


@dataclass(frozen=True)
class Event:
    """One incident as it was: the truth that reporters tell."""

    name: str
    kind: str
    attacker: str
    place: Json
    start: datetime
    end: datetime
    night: bool
    count: int | None = None
    weapon: tuple[str, str | None] | None = None
    outcome: str | None = None
    objects: tuple[tuple[str, str], ...] = ()
    tolls: tuple[tuple[datetime, int, int], ...] = ()
    weapons: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True)
class Telling:
    """What a post says in one claim: usually of one event; of several where one figure or none is given for all."""

    events: tuple[Event, ...]
    count: int | None
    stance: str = "asserted"


@dataclass(frozen=True)
class Sum:
    whole: Event
    parts: tuple[Event, ...]


@dataclass
class Made:
    """The claims with their truth."""

    claims: list[Json] = field(default_factory=list)
    truth: dict[str, tuple[str, ...]] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)

    def implied(self) -> dict[str, int]:
        """Events without an exact figure of their own whose count follows from the figures told."""
        told = self._exact()
        stated = set(told)
        sums = [s for s in self.sums if not {e.name for e in (s.whole, *s.parts)} & self.spoiled]
        while any(_solve(s, told) for s in sums):
            pass
        known = {e.name for s in sums for e in s.parts} & set(told)
        return {name: told[name] for name in sorted(known - stated) if self._is_told(name)}

    def _exact(self) -> dict[str, int]:
        told: dict[str, int] = {}
        for claim in self.claims:
            names, count = self.truth[claim["id"]], claim["count"]
            if len(names) == 1 and count and count["min"] == count["max"] and not count.get("approx"):
                told[names[0]] = count["min"]
        return told

    def _is_told(self, name: str) -> bool:
        return any(name in names for names in self.truth.values())


def _solve(one: Sum, told: dict[str, int]) -> bool:
    """Fills in what this sum leaves no choice about; whether it did."""
    open_parts = [e.name for e in one.parts if e.name not in told]
    if one.whole.name not in told or not open_parts:
        return False
    left = told[one.whole.name] - sum(told[e.name] for e in one.parts if e.name in told)
    if len(open_parts) != 1 and left != len(open_parts):
        return False
    told.update(dict.fromkeys(open_parts, left if len(open_parts) == 1 else 1))
    return True


OFFICIAL = {
    "RU": Reporter("Минобороны России", "ru", "RU", 0.1),
    "UA": Reporter("Повітряні сили ЗСУ", "uk", "UA", 0.1),
}
MINISTRY = {"RU": "Russian Ministry of Defence", "UA": "Ukrainian Air Force"}
AGENCIES = {
    "RU": (Reporter("ТАСС", "ru", "RU", 0.5), Reporter("РИА Новости", "ru", "RU", 0.5)),
    "UA": (Reporter("Укрінформ", "uk", "UA", 0.5), Reporter("Suspilne", "uk", "UA", 0.5)),
}
OUTLETS = (
    Reporter("Reuters", "en", None, 0.8),
    Reporter("The Moscow Times", "en", None, 1.0),
    Reporter("Kyiv Independent", "en", "UA", 1.0),
    Reporter("Українська правда", "uk", "UA", 1.0),
    Reporter("Медуза", "ru", None, 1.0),
    Reporter("Daily Courier", "en", None, 1.3),
)
CHANNELS = (
    Reporter("Новости у нас", "ru", None, 1.5),
    Reporter("Монітор неба", "uk", "UA", 1.5),
    Reporter("Frontline Watch", "en", None, 1.6),
)


class Maker:
    """Makes the nights one after another; everything random comes from one generator."""

    def __init__(self, seed: int, ways: Ways) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self.ways = ways
        self.made = Made()
        self.posts = 0

    def world(self, nights: int, first: datetime) -> Made:
        day = first
        for _ in range(nights):
            for attacker in ("UA", "RU"):
                if self.rng.random() < 0.8:
                    self._night(attacker, day)
            day += DAY * self.rng.choice((1, 1, 1, 2))
        return self.made

    # -- what happens

    def _night(self, attacker: str, day: datetime) -> None:
        """The night that ends on the morning of `day`, the bulletins of the evening before it and of the day after."""
        start, end = day - HOUR * self.rng.choice((1, 2)), day + HOUR * self.rng.choice((6, 7))
        country = ENEMY[attacker]
        if country == "RU":
            for hour in self.rng.sample((14, 16, 18, 20), self.rng.randint(0, 2)):
                self._bulletin(attacker, day - DAY + HOUR * hour)
            self._over_russia(attacker, start, end)
            for hour in self.rng.sample((8, 10, 12), self.rng.randint(0, 2)):
                self._bulletin(attacker, day + HOUR * hour)
        else:
            self._over_ukraine(attacker, start, end)
        self._on_the_ground(attacker, start, end)

    def event(self, kind: str, attacker: str, place: Json, span: tuple[datetime, datetime], **slots: Any) -> Event:
        night = slots.pop("night", True)
        one = Event(f"e{len(self.made.events)}", kind, attacker, place, *span, night, **slots)
        self.made.events[one.name] = one
        return one

    def _stopped(self, attacker: str, places: Sequence[Json], span: tuple[datetime, datetime], **slots: Any) -> Sum:
        """What was shot down over each place, and over the country."""
        kind = {"weapon": ("uav", None), "outcome": "destroyed", **slots}
        size = self.rng.choice((4, 9, 30))
        parts = [
            self.event("interception", attacker, p, span, count=1 + int(self.rng.random() ** 2 * size), **kind)
            for p in places
        ]
        total = sum(p.count or 0 for p in parts)
        whole = self.event("interception", attacker, _country(ENEMY[attacker]), span, count=total, **kind)
        return Sum(whole, tuple(parts))

    def _over_russia(self, attacker: str, start: datetime, end: datetime) -> None:
        places = self._places("RU", self.rng.randint(2, 6))
        one = self._stopped(attacker, places, (start, end))
        self.made.sums.append(one)
        self._summary(one, OFFICIAL["RU"], end)
        for part in one.parts:
            self._locals(part, end)
        if self.rng.random() < 0.3:
            span = (end - DAY + HOUR * 5, end + HOUR * 5)
            more = (one.whole.count or 0) + self.rng.randint(8, 60)
            day = replace(one.whole, name="", start=span[0], end=span[1], night=False, count=more)
            day = self._register(day)
            self._spread(OFFICIAL["RU"], end + HOUR * 6, [Telling((day,), more)], "RU")

    def _register(self, one: Event) -> Event:
        one = replace(one, name=f"e{len(self.made.events)}")
        self.made.events[one.name] = one
        return one

    def _locals(self, part: Event, end: datetime) -> None:
        """A governor gives his own figure of the part; a channel the figure of one town in it."""
        region = part.place["region"]
        if not region:
            return
        governor = self._governor(region)
        if self.rng.random() < 0.5:
            self._spread(governor, end + HOUR * self._lag(2), [Telling((part,), part.count)], part.place["country"])
        if (part.count or 0) > 3 and self.rng.random() < 0.4:
            inside = self._town(region) if self.rng.random() < 0.7 else _district(region)
            few = self.rng.randint(1, (part.count or 0) - 1)
            one = self._register(replace(part, place=inside, count=few))
            self._spread(governor, end + HOUR * self._lag(2), [Telling((one,), few)], part.place["country"])

    def _bulletin(self, attacker: str, start: datetime) -> None:
        """A post with hours of its own, by day or in the evening before the night's summary begins."""
        span = (start, start + HOUR * self.rng.choice((1, 1, 2)))
        one = self._stopped(attacker, self._places("RU", self.rng.choice((1, 1, 2, 3))), span, night=False)
        if len(one.parts) == 1:
            self.made.events.pop(one.whole.name)
            self._spread(OFFICIAL["RU"], span[1] + HOUR / 4, [Telling((one.parts[0],), one.parts[0].count)], "RU")
            return
        self.made.sums.append(one)
        self._summary(one, OFFICIAL["RU"], span[1])

    def _over_ukraine(self, attacker: str, start: datetime, end: datetime) -> None:
        """The air force's morning: launched by model, stopped by model and by outcome, and by region what is known."""
        span, here = (start, end), _country("UA")
        models = self.rng.sample(MODELS["RU"], self.rng.randint(1, 4))
        launched = [self.event("attack", attacker, here, span, weapon=m, count=self._many(m)) for m in models]
        tellings: list[Telling] = []
        if len(models) > 1:
            whole = self.event("attack", attacker, here, span, weapons=tuple(models), count=_total(launched))
            self.made.sums.append(Sum(whole, tuple(launched)))
            tellings += self._broken_down(self.made.sums[-1])
        else:
            tellings += [Telling((launched[0],), launched[0].count)]
        for one in launched:
            tellings += self._stopped_of(one, span)
        self._spread(OFFICIAL["UA"], end + HOUR, tellings, "UA")

    def _stopped_of(self, launched: Event, span: tuple[datetime, datetime]) -> list[Telling]:
        down = self.rng.randint(0, launched.count or 0)
        slots: Json = {"weapon": launched.weapon}
        if not down:
            return []
        place = launched.place
        if launched.weapon and launched.weapon[0] == "uav" and down > 3 and self.rng.random() < 0.5:
            lost = self.rng.randint(1, down - 1)
            parts = [
                self.event("interception", launched.attacker, place, span, outcome=o, count=n, **slots)
                for o, n in (("destroyed", down - lost), ("suppressed", lost))
            ]
            both = self.event(
                "interception", launched.attacker, place, span, outcome="intercepted", count=down, **slots
            )
            self.made.sums.append(Sum(both, tuple(parts)))
            return self._broken_down(self.made.sums[-1])
        one = self.event("interception", launched.attacker, place, span, outcome="destroyed", count=down, **slots)
        if launched.weapon and launched.weapon[0] == "uav":
            self._regions(one)
        return [Telling((one,), one.count)]

    def _regions(self, whole: Event) -> None:
        """Some governors say how many of the night's drones fell to them: parts, but not all of them."""
        left = whole.count or 0
        for place in self._places("UA", 2):
            if left < 4 or not place["region"]:
                continue
            one = self._register(replace(whole, place=place, count=self.rng.randint(1, left // 2)))
            left -= one.count or 0
            self._spread(
                self._governor(place["region"]), whole.end + HOUR * self._lag(2), [Telling((one,), one.count)], "UA"
            )

    def _on_the_ground(self, attacker: str, start: datetime, end: datetime) -> None:
        country = ENEMY[attacker]
        regions = self.rng.sample(sorted(REGIONS[country]), min(self.ways.towns, len(REGIONS[country])))
        towns = [(r, self._town(r)) for r in regions]
        if self.rng.random() < 0.5:
            second = self._town(regions[0])
            if second != towns[0][1]:
                towns.append((regions[0], second))
        for region, town in towns:
            self._town_night(attacker, region, town, (start, end))

    def _town_night(self, attacker: str, region: str, town: Json, span: tuple[datetime, datetime]) -> None:
        """What befell one town: blasts, a strike, hits, damage, harm, help; and who told it."""
        country, rng = ENEMY[attacker], self.rng
        moment = span[0] + (span[1] - span[0]) * rng.random()
        at = (moment, moment + HOUR / 2)
        weapon = rng.choice(MODELS[attacker])
        base: Json = {"weapon": weapon}
        governor = self._governor(region)
        strike = self.event("attack", attacker, town, at, **base, count=rng.choice((None, None, rng.randint(1, 6))))
        early: list[Telling] = []
        if rng.random() < 0.5:
            self._spread(
                rng.choice(CHANNELS), moment + HOUR / 6, [self._bare("sighting", attacker, town, at, base)], country
            )
        if rng.random() < 0.6:
            blast = self.event("explosion", attacker, town, at, count=rng.choice((None, None, 3, 5)))
            self._spread(rng.choice(CHANNELS), moment + HOUR / 5, [Telling((blast,), blast.count)], country)
        early.append(Telling((strike,), strike.count))
        if rng.random() < 0.5:
            early.append(self._damage(attacker, town, at, base))
        if rng.random() < 0.3:
            outcome = rng.choice(("hit", "debris"))
            early.append(self._bare("impact", attacker, town, at, {**base, "outcome": outcome}))
        if rng.random() < 0.5:
            early.append(Telling((self._harm(attacker, town, at, base),), None))
        if rng.random() < 0.3:
            early.append(self._bare("response", attacker, town, at, {}))
        told = moment + HOUR * self._lag(3)
        self._spread(governor, told, early, country)
        if rng.random() < 0.6:
            self._spread(governor, told + HOUR * rng.choice((4, 9, 26)), early[-2:], country)
        if rng.random() < 0.15:
            denial = Telling((strike,), None, "denied")
            self._spread(OFFICIAL[attacker], told + HOUR * 5, [denial], attacker)

    def _bare(self, kind: str, attacker: str, town: Json, at: tuple[datetime, datetime], base: Json) -> Telling:
        count = self.rng.choice((None, 1, 2)) if kind in ("sighting", "impact") else None
        return Telling((self.event(kind, attacker, town, at, **base, count=count),), count)

    def _damage(self, attacker: str, town: Json, at: tuple[datetime, datetime], base: Json) -> Telling:
        thing = self.rng.choice(OBJECTS)
        effect = self.rng.choice(("damaged", "on_fire", "destroyed"))
        many = self.rng.randint(2, 15) if thing == "private_house" else None
        one = self.event("damage", attacker, town, at, **base, objects=((thing, effect),), count=many)
        return Telling((one,), many)

    def _harm(self, attacker: str, town: Json, at: tuple[datetime, datetime], base: Json) -> Event:
        """A toll and how it grew."""
        killed, injured = self.rng.choice((0, 0, 1, 2)), self.rng.randint(0, 9)
        tolls = [(at[0], killed, injured)]
        for later in (4, 12, 30):
            if killed + injured and self.rng.random() < 0.4:
                injured += self.rng.randint(0, 5)
                killed += self.rng.choice((0, 0, 1))
                tolls.append((at[0] + HOUR * later, killed, injured))
        return self.event("casualties", attacker, town, at, **base, tolls=tuple(tolls))

    # -- how it is told

    def _summary(self, one: Sum, reporter: Reporter, end: datetime) -> None:
        self._spread(reporter, end + HOUR / 2, self._broken_down(one), one.whole.place["country"])

    def _broken_down(self, one: Sum) -> list[Telling]:
        """A total and its parts: all with figures, or the last ones as "the rest", with or without a joint figure."""
        whole, parts = Telling((one.whole,), one.whole.count), sorted(one.parts, key=lambda p: -(p.count or 0))
        rest = self.rng.choice((0, 0, 1, 2, 3))
        told = parts[: max(1, len(parts) - rest)]
        others = parts[len(told) :]
        tellings = [whole, *(Telling((p,), p.count) for p in told)]
        if not others:
            return tellings
        way = self.rng.random()
        if len(others) > 1 and _same_but_place(others) and way < 0.6:
            joint = sum(p.count or 0 for p in others) if way < 0.25 else None
            if joint is not None:
                self.made.sums.append(Sum(self._joint(others, joint), tuple(others)))
            return [*tellings, Telling(tuple(others), joint)]
        return [*tellings, *(Telling((p,), None) for p in others)]

    def _joint(self, others: Sequence[Event], count: int) -> Event:
        """No incident, but a figure that was told: the sum that it makes can be solved."""
        return replace(others[0], name="+".join(e.name for e in others), count=count)

    def _spread(self, reporter: Reporter, when: datetime, tellings: list[Telling], country: str) -> None:
        """The first post, and whoever takes it up."""
        rng, cited = self.rng, self._cited(reporter)
        self._post(reporter, when, tellings, ())
        if rng.random() < 0.1:
            self._post(reporter, when + HOUR * 3, tellings, ())
        for _ in range(rng.randint(*self.ways.copies)):
            kind = rng.random()
            if kind < 0.4:
                self._post(rng.choice(AGENCIES[country]), when + HOUR * self._lag(1), tellings, (cited,))
            elif kind < 0.8:
                some = tellings if rng.random() < 0.5 else tellings[: rng.randint(1, len(tellings))]
                chain = (cited, rng.choice(AGENCIES[country]).name) if rng.random() < 0.5 else (cited,)
                self._post(rng.choice(OUTLETS), when + HOUR * self._lag(10), some, chain)
            else:
                self._post(rng.choice(CHANNELS), when + HOUR * self._lag(2), tellings[:2], ())

    def _post(self, who: Reporter, when: datetime, tellings: Sequence[Telling], sources: tuple[str, ...]) -> None:
        """One document. Its side, its date and the form of its times are of the whole document."""
        self.posts += 1
        name = f"d{self.posts}"
        undated = who in OUTLETS and len(tellings) > 1 and self._skips(self.ways.undated, 1)
        side = not self._skips(self.ways.side, who.careless)
        form = self._form(who)
        offset = 0
        for number, telling in enumerate(tellings):
            claim = self._claim(telling, who, when, side)
            claim |= {"document": name, "id": f"{name}.{number}", "sources": list(sources), "publisher": who.name}
            claim["published"] = None if undated else f"{when.isoformat(timespec='minutes')}+03:00"
            claim["time"] = None if undated else _time(telling.events[0], form)
            claim |= {"quote": _quote(claim, who, sources), "start": offset}
            offset += len(claim["quote"]) + 2
            self.made.claims.append(claim)
            self.made.truth[claim["id"]] = tuple(e.name for e in telling.events)

    def _form(self, who: Reporter) -> str:
        if self._skips(self.ways.time, who.careless):
            return "none"
        if self._skips(self.ways.hours, who.careless):
            return self.rng.choice(("days", "days", "date"))
        return "hours"

    def _claim(self, telling: Telling, who: Reporter, when: datetime, side: bool) -> Json:
        event, careless = telling.events[0], who.careless
        people = _toll(event, when - HOUR * (6 * self.rng.random() if careless > 0.5 else 0))
        return {
            "kind": event.kind,
            "attacker": event.attacker if side and event.kind != "explosion" else None,
            "weapons": self._weapons(event, careless),
            "count": self._figure(telling, careless),
            "outcome": self._outcome(event, careless),
            "places": self._where(telling, careless),
            "objects": [{"type": t, "effect": e} for t, e in event.objects],
            "people": people,
            "stance": self._stance(telling, careless),
        }

    def _weapons(self, event: Event, careless: float) -> list[Json]:
        names = event.weapons or ((event.weapon,) if event.weapon else ())
        only = event.place["settlement"] or event.attacker == "UA"
        if not names or (only and self._skips(self.ways.weapon, careless)):
            return []
        short = self._skips(self.ways.model, careless) and len(names) == 1 and event.place["settlement"]
        return [{"class": c, "model": None if short else m} for c, m in names]

    def _figure(self, telling: Telling, careless: float) -> Json | None:
        count = telling.count
        if count is None:
            return None
        if count > 9 and self._skips(self.ways.rounded, careless):
            ten = count // 10 * 10
            if ten < count and self.rng.random() < 0.6:
                return {"min": ten + 1, "max": None}
            return {"min": round(count, -1), "max": round(count, -1), "approx": True}
        if careless > 0.3 and self._skips(self.ways.wrong, careless):
            self.made.spoiled.update(e.name for e in telling.events)
            count += self.rng.choice((-1, 1, 2, 10)) if count > 1 else 1
        return {"min": count, "max": count}

    def _outcome(self, event: Event, careless: float) -> str | None:
        if event.outcome == "destroyed" and event.place["region"] and self._skips(self.ways.outcome, careless):
            return "intercepted"
        return event.outcome

    def _where(self, telling: Telling, careless: float) -> list[Json]:
        event = telling.events[0]
        if self._skips(self.ways.place, careless) and len(telling.events) == 1:
            self.made.spoiled.add(event.name)
            return []
        whole = event.place["country"] and not event.place["region"]
        if whole and self.rng.random() < 0.3:
            return []
        return [e.place for e in telling.events]

    def _stance(self, telling: Telling, careless: float) -> str:
        if telling.stance == "asserted" and self._skips(0.06, careless):
            return "unverified"
        return telling.stance

    # -- helpers of both

    def _skips(self, share: float, careless: float) -> bool:
        return self.rng.random() < min(0.9, share * careless)

    def _lag(self, hours: float) -> float:
        return round(self.rng.expovariate(1 / hours) + 0.1, 1)

    def _many(self, model: tuple[str, str | None]) -> int:
        return self.rng.randint(10, 120) if model[0] == "uav" else self.rng.randint(1, 14)

    def _cited(self, reporter: Reporter) -> str:
        return next((MINISTRY[side] for side, r in OFFICIAL.items() if r == reporter), reporter.name)

    def _governor(self, region: str) -> Reporter:
        country = region[:2]
        return Reporter(f"Governor of {_region(region)['name']}", "ru" if country == "RU" else "uk", country, 0.4)

    def _places(self, country: str, number: int) -> list[Json]:
        places = [_region(r) for r in REGIONS[country]] + [_sea(s) for s in SEAS[country]]
        return self.rng.sample(places, min(number, len(places)))

    def _town(self, region: str) -> Json:
        country = region[:2]
        name = self.rng.choice(REGIONS[country][region][1])
        if self.ways.invented:
            name = f"{name[::-1].title()}"
        return {"name": name, "role": "target", "country": country, "region": region, "settlement": name}


def _total(events: Iterable[Event]) -> int:
    return sum(e.count or 0 for e in events)


def _same_but_place(events: Sequence[Event]) -> bool:
    return len({(e.weapon, e.outcome) for e in events}) == 1


def _region(code: str) -> Json:
    return _area(REGIONS[code[:2]][code][0], code[:2], code)


def _district(code: str) -> Json:
    return _area(REGIONS[code[:2]][code][2], code[:2], code)


def _country(code: str) -> Json:
    return _area(COUNTRIES[code], code, None)


def _sea(name: str) -> Json:
    return _area(name, None, None)


def _area(name: str, country: str | None, region: str | None) -> Json:
    return {"name": name, "role": "target", "country": country, "region": region, "settlement": None}


def _time(event: Event, form: str) -> Json | None:
    if form == "none":
        return None
    if form == "hours":
        return {"start": event.start.isoformat(timespec="minutes"), "end": event.end.isoformat(timespec="minutes")}
    if form == "days" and event.night:
        morning = (event.start + HOUR * 6).date()
        return {"start": (morning - DAY).isoformat(), "end": morning.isoformat()}
    return {"start": event.end.date().isoformat(), "end": event.end.date().isoformat()}


def _toll(event: Event, known: datetime) -> list[Json]:
    if not event.tolls:
        return []
    past = [t for t in event.tolls if t[0] <= known] or [event.tolls[0]]
    _, killed, injured = past[-1]
    if not killed + injured:
        return [{"effect": "any", "min": 0, "max": 0}]
    figures = (("killed", killed), ("injured", injured))
    return [{"effect": e, "min": n, "max": n} for e, n in figures if n]


def _quote(claim: Json, who: Reporter, sources: Sequence[str]) -> str:
    count = claim["count"] or {}
    weapons = " ".join(w["model"] or w["class"] for w in claim["weapons"])
    words = WORDS[who.language].format(
        n=count.get("min") or count.get("max") or "",
        weapon=weapons,
        kind=claim["kind"],
        where=", ".join(p["name"] for p in claim["places"]),
        who=sources[0] if sources else who.name,
    )
    return " ".join(words.split())


def make(nights: int = 60, seed: int = 1, ways: str = "plain") -> Made:
    return Maker(seed, WAYS[ways]).world(nights, datetime(2024, 3, 2))
