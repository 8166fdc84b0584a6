"""An incident: what a set of claims is about, with what the claims of all sides add up to."""

from typing import Any, Literal, Protocol

from msgspec import Struct, field

from purport.model.canonical import digest
from purport.model.claim import Effect, Harm, Kind, ObjectType, Outcome, Stance, Weapon
from purport.model.place import Precision, Role
from purport.model.source import Source

__all__ = [
    "Contradiction",
    "Dating",
    "Episode",
    "Figure",
    "Implied",
    "Incident",
    "Judgement",
    "ObjectState",
    "Setting",
    "Side",
    "Toll",
    "Verdict",
    "When",
    "Who",
    "incident_id",
]

Rule = Literal["agreed", "most origins", "latest", "only bounds"]
Verdict = Literal[
    "same",
    "different",
    "place",
    "count",
    "attacker",
    "weapons",
    "outcome",
    "time",
    "stance",
    "people",
    "rejected",
    "accepted",
    "note",
    "media",
    "undo",
]


class Figure(Struct, frozen=True):
    """How many, over the claims of all sides: the least and most that they leave open, and the likeliest.

    `rule` names what chose `best`: "agreed" (all claims leave one number), "most origins" (of the numbers stated, the
    one with most independent origins), "latest" (of those that tie, the one published last), "only bounds" (no number
    is stated: the least that is, or None).
    """

    low: int | None
    best: int | None
    high: int | None
    rule: Rule


class Toll(Struct, frozen=True):
    """People who came to one harm; `group` as in claims."""

    effect: Harm
    group: str | None
    low: int | None
    best: int | None
    high: int | None
    rule: Rule


class Implied(Struct, frozen=True):
    """The bounds that totals and other parts put on a count, and the claims they come from."""

    min: int | None
    max: int | None
    by: tuple[str, ...]


class ObjectState(Struct, frozen=True):
    """A kind of object, and the latest effect told of it."""

    type: ObjectType
    effect: Effect
    name: str | None = None


class Side(Struct, frozen=True):
    """The version of one party (`UA`, `RU`, …, `other`, None where not known): its figures, stance and claims."""

    side: str | None
    count: Figure | None
    people: tuple[Toll, ...]
    stance: Stance
    claims: tuple[str, ...]


class Contradiction(Struct, frozen=True):
    """A smallest set of claims that cannot all be true, and the slot they differ in."""

    claims: tuple[str, ...]
    about: str


class Setting(Struct, frozen=True, omit_defaults=True):
    """One place, as in claims; an area's point only represents it, as `precision` says.

    `geonames` is its GeoNames id; `katottg`, in Ukraine, its code in the register of settlements.
    """

    name: str
    role: Role
    country: str | None
    region: str | None
    settlement: str | None
    lat: float | None
    lon: float | None
    precision: Precision | None
    geonames: int | None = field(default=None, name="x_geonames")
    katottg: str | None = field(default=None, name="x_katottg")


class When(Struct, frozen=True, omit_defaults=True):
    """Local dates or date-times, closed; `basis` is "evidence" where other claims have dated it."""

    start: str
    end: str
    basis: str | None = field(default=None, name="x_basis")


class Incident(Struct, frozen=True, kw_only=True):
    """One kind of thing, one side, one place, one span of time; see the format's page for each key."""

    id: str
    kind: Kind
    attacker: str | None
    weapon: Weapon | None
    outcome: Outcome | None
    place: Setting | None
    time: When | None
    claims: tuple[str, ...]
    count: Figure | None
    implied: Implied | None
    people: tuple[Toll, ...]
    objects: tuple[ObjectState, ...]
    stance: Stance
    sides: tuple[Side, ...]
    origins: int
    parent: str | None
    episode: str
    contradictions: tuple[Contradiction, ...]


class Episode(Struct, frozen=True):
    """Incidents that belong together: one attack or night in one country, in order of time."""

    id: str
    time: When | None
    attacker: str | None
    places: tuple[str, ...]
    incidents: tuple[str, ...]


class Dating(Struct, frozen=True):
    """An undated document, the time that evidence gives it, how sure that is (0 to 1), and the claims that match."""

    document: str
    time: When
    confidence: float
    by: tuple[str, ...]


class Judgement(Struct, frozen=True, kw_only=True):
    """What a person decided, kept as a record of its own.

    `verdict`: "same" and "different" are about all of `claims` together; "place", "count" and the names of other slots
    put `value` (in the form that claims have it in) in the place of what each of them says; "rejected" takes them out;
    "media" is about a picture or video, and `value` says what was found of it (a `Finding`). "undo" withdraws the
    judgement whose id is `value`. "accepted" (a person has checked them) and "note" (the reason is
    words to be kept with them) change nothing. `at`: ISO 8601.
    """

    verdict: Verdict
    claims: tuple[str, ...]
    author: str
    reason: str
    at: str
    value: Any = None

    @property
    def id(self) -> str:
        """A hash of all that it says."""
        return digest("j", 1, self)


class Who(Protocol):
    """Looks a speaker or publisher up by name."""

    def __call__(self, name: str) -> Source | None:
        """The source as it is known, or None."""
        ...


def incident_id(claim: str, place: str) -> str:
    """The id of the incident that a claim founded at a place (its key in the place tree, or "")."""
    return digest("i", 1, [claim, place])
