"""What passes between the frames and the reading: events as they stand in a sentence, and claims in the making."""

from msgspec import Struct, field

from purport.claims.marks import Mark
from purport.claims.segments import Sentence
from purport.model import (
    Attribution,
    Effect,
    Kind,
    Outcome,
    People,
    Place,
    Quantity,
    Stance,
    Thing,
    TimeSpan,
    Weapon,
)

__all__ = ["Draft", "Event"]


class Event(Struct):
    """One or more triggers that tell of one event, and the stretch `start:end` of their sentence that is theirs.

    `first:last` spans the triggers.
    """

    triggers: list[Mark]
    start: int
    end: int
    first: int = 0
    last: int = 0

    def __post_init__(self) -> None:
        if self.triggers:
            self.first = self.triggers[0].start
            self.last = max([t.end for t in self.triggers])

    @property
    def head(self) -> str:
        """The kind of the first trigger."""
        return self.triggers[0].head

    def has(self, *labels: str) -> bool:
        """Whether one of the triggers has one of the labels, or a label that begins with one and a colon."""
        return any(t.label in labels or t.head in labels for t in self.triggers)


class Draft(Struct):
    """A claim in the making, filled by one stage of the reading after the other; offsets are those of the view.

    Slots of the claim: `kind`, `attacker`, `weapons`, `count`, `outcome`, `places`, `time`, `objects`, `people`,
    `stance`, and its words `start:end`.

    Where it was read: `sentence`; `at:until` spans its triggers (of a counted group, its words); `scope` is the stretch
    of its event, empty where it has none; `marks` are the places told with it.

    How it may be filled:

    - `place_open`, `weapons_open`: places or weapons told before may be carried over to it.
    - `part`: it is one counted part of what its words tell, so that others' places are not its own.
    - `shared`: the same words tell of other counted parts, so that the sentence's other places are not its own either.
    - `effect`: what befell the things that its words leave unnamed.
    - `fired`: the words say that its weapons were what was used, not merely named.
    - `fixed`: `stance` is settled; elsewhere it is read from the words around.
    - `apart`: its time, or that it has none ("in recent weeks"), is neither shared by others nor taken from them.
    - `cause`: the strike that it is told to come of.
    - `chain`: who says it, where that does not stand around its own words.
    - `of_war`: it is the toll of a whole war.
    """

    kind: Kind
    start: int
    end: int
    sentence: Sentence
    at: int
    until: int = 0
    scope: tuple[int, int] = (0, 0)
    marks: list[Mark] = field(default_factory=list)
    attacker: str | None = None
    weapons: tuple[Weapon, ...] = ()
    count: Quantity | None = None
    outcome: Outcome | None = None
    places: tuple[Place, ...] = ()
    time: TimeSpan | None = None
    objects: tuple[Thing, ...] = ()
    people: tuple[People, ...] = ()
    stance: Stance = "asserted"
    place_open: bool = True
    weapons_open: bool = False
    part: bool = False
    shared: bool = False
    effect: Effect | None = None
    fired: bool = False
    fixed: bool = False
    apart: bool = False
    cause: "Draft | None" = None
    chain: tuple[Attribution, ...] = ()
    of_war: bool = False
