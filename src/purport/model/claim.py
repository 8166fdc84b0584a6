"""A claim: one thing that one source is reported to have said about what happened."""

from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec import Struct, field
from msgspec.structs import force_setattr

from purport.errors import ClaimError
from purport.model.canonical import digest
from purport.model.document import Document
from purport.model.place import Place
from purport.model.quantity import Quantity
from purport.model.source import Attribution
from purport.model.time import TimeSpan

__all__ = [
    "KINDS",
    "Claim",
    "Effect",
    "Harm",
    "Kind",
    "ObjectType",
    "Outcome",
    "People",
    "Stance",
    "Thing",
    "Weapon",
    "WeaponClass",
]

Kind = Literal[
    "attack",
    "interception",
    "impact",
    "explosion",
    "damage",
    "casualties",
    "sighting",
    "alert",
    "response",
    "statement",
]
KINDS: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]
Outcome = Literal["destroyed", "suppressed", "intercepted", "hit", "debris"]
Stance = Literal["asserted", "unverified", "denied", "unknown", "threatened"]
WeaponClass = Literal[
    "uav",
    "cruise_missile",
    "ballistic_missile",
    "missile",
    "guided_bomb",
    "rocket",
    "artillery",
    "naval_drone",
    "aircraft",
    "air_defence_missile",
    "other",
    "unknown",
]
ObjectType = Literal[
    "residential_building",
    "private_house",
    "commercial_building",
    "office_building",
    "industrial_site",
    "warehouse",
    "electricity_substation",
    "power_plant",
    "power_line",
    "power_supply",
    "oil_refinery",
    "oil_depot",
    "gas_infrastructure",
    "water_supply",
    "heat_supply",
    "railway",
    "road",
    "bridge",
    "port",
    "airport",
    "vessel",
    "vehicle",
    "hospital",
    "school",
    "place_of_worship",
    "cultural_site",
    "public_building",
    "agriculture",
    "military_airfield",
    "military_depot",
    "military_site",
    "air_defence",
    "command_post",
    "military_industry",
    "civilian_infrastructure",
    "critical_infrastructure",
    "other",
]
Effect = Literal[
    "damaged",
    "destroyed",
    "on_fire",
    "hit",
    "cut_off",
    "targeted",
    "not_damaged",
    "under_repair",
    "restored",
]
Harm = Literal[
    "killed",
    "injured",
    "hospitalised",
    "poisoned",
    "trapped",
    "missing",
    "rescued",
    "evacuated",
    "displaced",
    "any",
]
_NOT_HASHED = frozenset({"id", "published", "publisher", "document", "x_extractor", "x_attribution"})


class Weapon(Struct, frozen=True, gc=False):
    """A class from the format's list, and the model as the field names it, or None."""

    cls: WeaponClass = field(name="class")
    model: str | None = None


class Thing(Struct, frozen=True, gc=False):
    """What was damaged, aimed at, hit or repaired, and what is said to have happened to it."""

    type: ObjectType
    effect: Effect


class People(Struct, frozen=True, gc=False):
    """How many people came to what harm; both bounds None where no number is said."""

    effect: Harm
    min: int | None
    max: int | None
    group: str | None = None


class Claim(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A claim in the form of the interchange format. `Claim.of` builds one: it checks its words and gives it its id.

    `document` is the document's id as its file has it, `document_key` the identity that holds across files. `start` is
    the offset of `quote` in the document's text, in code points. `attribution` tells more of `sources`, link by link.
    """

    id: str
    document: str
    kind: Kind
    quote: str
    start: int
    attacker: str | None
    weapons: tuple[Weapon, ...]
    count: Quantity | None
    outcome: Outcome | None
    places: tuple[Place, ...]
    time: TimeSpan | None
    objects: tuple[Thing, ...]
    people: tuple[People, ...]
    sources: tuple[str, ...]
    stance: Stance
    published: str | None
    publisher: str
    document_key: str = field(default="", name="x_document_key")
    attribution: tuple[Attribution, ...] = field(default=(), name="x_attribution")
    extractor: str = field(default="", name="x_extractor")

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        kind: Kind,
        start: int,
        end: int,
        attacker: str | None = None,
        weapons: tuple[Weapon, ...] = (),
        count: Quantity | None = None,
        outcome: Outcome | None = None,
        places: tuple[Place, ...] = (),
        time: TimeSpan | None = None,
        objects: tuple[Thing, ...] = (),
        people: tuple[People, ...] = (),
        attribution: tuple[Attribution, ...] = (),
        stance: Stance = "asserted",
        extractor: str = "",
    ) -> "Claim":
        """A claim of `document` whose words are `text[start:end]`; raises ClaimError where no such words are."""
        if not 0 <= start < end <= len(document.text):
            reason = f"no words at {start}:{end} of a text of {len(document.text)} code points"
            raise ClaimError(reason, about=document.id)
        draft = cls(
            id="",
            document=document.id,
            kind=kind,
            quote=document.text[start:end],
            start=start,
            attacker=attacker,
            weapons=weapons,
            count=count,
            outcome=outcome,
            places=places,
            time=time,
            objects=objects,
            people=people,
            sources=tuple(a.source.name for a in attribution),
            stance=stance,
            published=document.published,
            publisher=document.source,
            document_key=document.key,
            attribution=attribution,
            extractor=extractor,
        )
        force_setattr(draft, "id", claim_id(draft))  # nobody has it yet
        return draft

    @property
    def end(self) -> int:
        """The offset behind the quote's last code point."""
        return self.start + len(self.quote)

    def check(self, text: str) -> None:
        """Raise ClaimError unless the quote stands in `text` at its offset."""
        if text[self.start : self.end] != self.quote:
            raise ClaimError("the quote is not in the text at its offset", about=self.id or self.document)


def claim_id(claim: Claim) -> str:
    """The id: a hash of what is claimed, where and in which words; who published it when plays no part."""
    hashed = {key: getattr(claim, name) for key, name in _HASHED.items()}
    if not claim.document_key:
        del hashed["x_document_key"]  # as a default is left out in the interchange format
    return digest("c", 1, msgspec.Raw(_in_order.encode(hashed)))


# The hashed fields by their names in the interchange format; records within them have their keys in order, too.
_HASHED = {f.encode_name: f.name for f in msgspec.structs.fields(Claim) if f.encode_name not in _NOT_HASHED}
_in_order = msgspec.json.Encoder(order="sorted")

Extractor = Callable[[Document], list[Claim]]
"""What turns a document into claims; any function of this shape can be plugged in."""
