"""A ledger as large as the desk has to bear: the made world, on a map, in words that can be searched.

    million.py LEDGER [--nights N]

20,900 nights make a million claims. The world's own claims have no points on a map, few towns and one sentence: here
each region lies where it lies, each has 400 towns, and quotes have words of three languages, some of them frequent and
most of them rare.
"""

import argparse
import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from keeping import add, entries, update
from purport.ledger import open_ledger
from purport.model import Claim, Place
from world import REGIONS, Maker

CODES = {
    "RU": ["RU-BEL", "RU-KRS", "RU-BRY", "RU-ROS", "RU-VOR", "RU-ORL", "RU-TUL", "RU-SAR", "RU-LIP", "RU-RYA"],
    "UA": ["UA-63", "UA-51", "UA-59", "UA-12", "UA-53", "UA-65", "UA-48", "UA-71", "UA-05", "UA-18"],
}
CENTRES = {
    "RU": [
        (50.8, 37.5),
        (51.7, 36.2),
        (53.1, 33.3),
        (47.8, 41.2),
        (51.0, 40.1),
        (52.9, 36.4),
        (54.0, 37.5),
        (51.6, 46.9),
        (52.7, 39.1),
        (54.4, 40.5),
    ],
    "UA": [
        (49.6, 36.4),
        (46.8, 30.2),
        (51.0, 34.0),
        (48.4, 35.0),
        (49.6, 33.8),
        (46.6, 33.2),
        (47.4, 31.8),
        (49.3, 31.4),
        (49.0, 28.7),
        (50.6, 28.5),
    ],
}
COUNTRIES = {"RU": ("Russia", 55.0, 45.0), "UA": ("Ukraine", 49.3, 30.8)}
TOWNS = 400
SYLLABLES = ["ка", "ро", "ни", "ве", "со", "ль", "да", "ту", "ма", "ko", "ran", "vel", "tis", "bor", "lan", "mer"]
SAID = [
    "{n} drones were shot down over {place}, {who} said",
    "силы ПВО сбили {n} беспилотников над {place}, сообщает {who}",
    "ворог атакував {place}, збито {n} дронів, повідомляє {who}",
    "debris fell on {place} overnight, according to {who}: {n}",
]


class Dresser:
    """Gives claims of the made world points, towns and words."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.words = ["".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 5))) for _ in range(30_000)]

    def dressed(self, claim: Claim, event: int) -> Claim:
        """A claim about this event of the world."""
        places = tuple(self._placed(place, event) for place in claim.places)
        number = claim.count.min if claim.count else self.random.randint(2, 90)
        name = places[0].name if places else "the country"
        said = self.random.choice(SAID).format(n=number, place=name, who=claim.publisher)
        quote = " ".join([said, *self._words(), claim.id])
        return replace(claim, places=places, quote=quote)

    def _words(self) -> Iterator[str]:
        """A dozen words, as often as words are used: the tenth a tenth as often as the first."""
        top = len(self.words)
        return (self.words[int(top ** self.random.random()) - 1] for _ in range(12))

    def _placed(self, place: Place, event: int) -> Place:
        country = place.country or ""
        if place.region is None:
            name, lat, lon = COUNTRIES[country]
            return replace(place, name=name, lat=lat, lon=lon)
        number = int(place.region[3:])
        region, (lat, lon) = CODES[country][number], CENTRES[country][number]
        if place.settlement is None:
            return replace(place, region=region, code=region, lat=lat, lon=lon)
        town = event % TOWNS
        chance = random.Random(f"{region} {town}")  # noqa: S311
        name = f"{REGIONS[country][number]}ville-{town}"
        lat, lon = round(lat + chance.uniform(-0.9, 0.9), 4), round(lon + chance.uniform(-1.4, 1.4), 4)
        return replace(place, name=name, settlement=name, region=region, lat=lat, lon=lon)


def claims(nights: int) -> Iterable[Claim]:
    """The dressed claims of so many nights."""
    world, dresser = Maker(1).make(nights), Dresser(1)
    harms = {event.id: event.id for event in world.events}
    first = 0
    for event in world.events:  # an attack with its damage and its casualties: one town
        first = event.id if event.kind == "attack" else first
        harms[event.id] = first
    for claim in world.claims:
        yield dresser.dressed(claim, harms[min(world.about[claim.id])])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--nights", type=int, default=20_900)
    chosen = parser.parse_args()
    began = time.perf_counter()
    listed = entries(claims(chosen.nights))
    print(f"{len(listed):,} documents made in {time.perf_counter() - began:.0f} s", flush=True)
    with open_ledger(chosen.ledger) as book:
        add(book, listed)
        print(f"added after {time.perf_counter() - began:.0f} s", flush=True)
        update(book)
        print(f"linked after {time.perf_counter() - began:.0f} s: {book.count_claims():,} claims", flush=True)


if __name__ == "__main__":
    main()
