"""What a depot or a plant is by what it holds or makes: "a warehouse of ammunition", "a plant that makes drones"."""

from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["by_their_wares"]

_ROOM = 70  # code points behind a depot or a plant in which its ware is named
# Bare words behind a depot tell what it is for in the genitive; an instrumental would be what it was hit with.
_HOLDS = r"\s(?:<ware_joint> (?:[\w-]+ ){0,3}?|(?:(?!<preposition>\b)[\w-]{4,} ){0,2}?(?!\w+<doing_ending>\b))"
_ARMS = pattern(_HOLDS + r"<arms_ware>")
_FUEL = pattern(_HOLDS + r"<fuel_ware>")
_MAKES_ARMS = pattern(r"[^.;:]{0,40}?\b<makes_ware> (?:[\w-]+ ){0,3}?<arms_ware>")


def by_their_wares(view: View, marks: list[Mark]) -> list[Mark]:
    """The marks, those of warehouses and plants with the type that their wares tell."""
    return [_of(view, m) if m.type == "object" else m for m in marks]


def _of(view: View, thing: Mark) -> Mark:
    end = thing.end + _ROOM
    if thing.label == "warehouse":
        if _ARMS.match(view.folded, thing.end, end):
            return _named(thing, "military_depot")
        return _named(thing, "oil_depot") if _FUEL.match(view.folded, thing.end, end) else thing
    makes = thing.label == "industrial_site" and _MAKES_ARMS.match(view.folded, thing.end, end)
    return _named(thing, "military_industry") if makes else thing


def _named(thing: Mark, label: str) -> Mark:
    return Mark(thing.start, thing.end, thing.type, label, thing.value, thing.number)
