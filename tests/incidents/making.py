"""Claims for tests, in as few words as a test needs."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from purport.incidents import Linked, link
from purport.model import Claim, People, Place, Quantity, Source, Thing, TimeSpan, Weapon
from purport.model.incident import Incident, Judgement

_numbers = count()

ROSTOV, KURSK, SARATOV = ("RU-ROS", "Rostov Oblast"), ("RU-KRS", "Kursk Oblast"), ("RU-SAR", "Saratov Oblast")
RUSSIA = ("RU", "Russia")
NIGHT, NEXT_NIGHT = ("2025-03-04", "2025-03-05"), ("2025-03-05", "2025-03-06")


def region(place: tuple[str, str]) -> Place:
    """A region, or a country, by its code and name."""
    code, name = place
    whole = "country" if len(code) == 2 else "region"
    return Place(name, "target", code[:2], code if "-" in code else None, None, None, code, 50.0, 40.0, whole)  # type: ignore[arg-type]


def town(name: str, code: str, part: str | None = None) -> Place:
    """A town of a region, or a part of it."""
    precision = "district" if part else "settlement"
    return Place(part or name, "target", code[:2], code, name, None, None, 50.0, 40.0, precision)  # type: ignore[arg-type]


def claim(
    kind: str = "interception",
    *places: tuple[str, str] | Place,
    n: int | Quantity | None = None,
    time: tuple[str, str] | str | None = NIGHT,
    by: str = "Ministry",
    publisher: str = "",
    document: str = "",
    published: str | None = "2025-03-05T09:00:00+03:00",
    attacker: str | None = "UA",
    weapon: str | None = "uav",
    **slots: Any,
) -> Claim:
    """A claim with an id of its own; `by` "" lets the publisher speak itself."""
    number = next(_numbers)
    span = (time, time) if isinstance(time, str) else time
    model = slots.pop("model", None)
    return Claim(
        id=slots.pop("id", f"c{number:06}"),
        document=document or f"document {number}",
        kind=kind,  # type: ignore[arg-type]
        quote=slots.pop("quote", f"words {number}"),
        start=0,
        attacker=attacker,
        weapons=(Weapon(weapon, model),) if weapon else (),  # type: ignore[arg-type]
        count=Quantity.exact(n) if isinstance(n, int) else n,
        outcome=slots.pop("outcome", None),
        places=tuple(place if isinstance(place, Place) else region(place) for place in places),
        time=TimeSpan(*span) if span else None,
        objects=tuple(Thing(*thing) for thing in slots.pop("objects", ())),
        people=tuple(People(*people) for people in slots.pop("people", ())),
        sources=slots.pop("sources", (by,) if by else ()),
        stance=slots.pop("stance", "asserted"),
        published=published,
        publisher=publisher or by or "Publisher",
        **slots,
    )


def who(name: str) -> Source | None:
    """A register of a few: ministry and governor are of one side, the staff of the other, the emirate of none."""
    sides = {"Ministry": "RU", "Governor": "RU", "Staff": "UA", "Emirate": "QA"}
    return Source(name, "ministry", sides[name]) if name in sides else None


def locate(code: str) -> Place | None:
    """A gazetteer of one country."""
    return region(RUSSIA) if code == "RU" else None


def linked(claims: Iterable[Claim], judgements: Iterable[Judgement] = ()) -> Linked:
    """What the claims add up to."""
    return link(claims, who, locate, tuple(judgements))


def incidents(*claims: Claim) -> list[Incident]:
    """The incidents that the claims make."""
    return list(linked(claims))


def together(*claims: Claim) -> bool:
    """Whether the claims are about one thing."""
    return len(incidents(*claims)) == 1
