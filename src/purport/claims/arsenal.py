"""The weapons of the strikes that a text tells of, and what of them its other words take up."""

from purport.claims.frames import Draft
from purport.claims.marks import Marks
from purport.claims.syntax import pattern
from purport.model import View, Weapon

__all__ = ["Arsenal"]

_RESULT = frozenset({"impact", "damage", "casualties"})
_MISSILES = frozenset({"missile", "cruise_missile", "ballistic_missile", "air_defence_missile"})
_UNITS = {"uav": pattern(r"\b<drone_force>\b"), "aircraft": pattern(r"\b<air_force>\b")}
_SAYING = ("say", "according")
_SUBJECT = 200  # code points before a verb of attack in which the unit that attacks is named
_ATTRIBUTED = 24  # code points before a unit in which "according to" may stand
_DEFINITE = pattern(r"\b<definite>\s(?:\w+\s){0,2}$")
_KNOWN = 32  # code points before a weapon in which words say that it is one told before
_SOON = 2  # sentences behind an attack in which it may be told what it was done with


class Arsenal:
    """The weapons told so far. One for each document, fed in the order of its words."""

    def __init__(self, view: View, marks: Marks, *, is_post: bool) -> None:
        self._view, self._marks, self._is_post = view, marks, is_post
        self._told: dict[Weapon, None] = {}
        self._last: list[Draft] = []  # the counted parts of the strike told last
        self._bare: Draft | None = None  # the attack told last, where nobody has said with what

    def remember(self, draft: Draft) -> None:
        """Take in a strike, with weapons or without."""
        if draft.weapons and self._last and _is_part_of(draft, self._last[-1]):
            self._last.append(draft)
        else:
            self._last = [draft]
        self._told |= dict.fromkeys(draft.weapons)
        self._bare = draft if draft.kind == "attack" and not draft.weapons else None

    def of(self, strike: Draft) -> tuple[Weapon, ...]:
        """The weapons of a strike: of one told last in several counted parts, those of all of them."""
        parts = self._last if strike in self._last else [strike]
        return tuple(dict.fromkeys(w for part in parts for w in part.weapons))

    def equip(self, draft: Draft) -> None:
        """What a draft's own words say of its weapons without naming them: the unit that attacks, "the missile"."""
        if draft.kind == "attack" and not draft.weapons:
            draft.weapons = self._of_unit(draft)
        elif len(draft.weapons) == 1 and self._is_known(draft):
            draft.weapons = (self._meant(draft.weapons[0]),)

    def explain(self, draft: Draft) -> None:
        """Give an attack told just before the weapons that its result names: "A strike on Sumy … A drone hit a car"."""
        bare = self._bare
        if bare is None or not draft.weapons or not (draft.kind in _RESULT or _goes_on(draft)):
            return
        apart = draft.sentence.paragraph - bare.sentence.paragraph
        if draft.sentence.index - bare.sentence.index <= _SOON and (self._is_post or apart == 0):
            bare.weapons, self._bare = draft.weapons, None

    def _of_unit(self, draft: Draft) -> tuple[Weapon, ...]:
        start = max(draft.sentence.start, draft.at - _SUBJECT)
        for cls, unit in _UNITS.items():
            found = unit.search(self._view.folded, start, draft.at)
            if found and not self._speaks(found.start(), found.end(), draft.at):
                return (Weapon(cls),)  # type: ignore[arg-type]
        return ()

    def _speaks(self, start: int, end: int, at: int) -> bool:
        """Whether a unit in front of a verb of attack only tells of it."""
        return bool(self._marks.cues(end, at, *_SAYING) or self._marks.cues(start - _ATTRIBUTED, start, "according"))

    def _is_known(self, draft: Draft) -> bool:
        """Whether words point back to weapons told before: "the missile", «обе ракеты», «один із дронів»."""
        named = next(iter(self._marks.within(draft.start, draft.end, "weapon")), None)
        if named is None or named.sub:
            return False
        return bool(_DEFINITE.search(self._view.folded[max(draft.sentence.start, named.start - _KNOWN) : named.start]))

    def _meant(self, bare: Weapon) -> Weapon:
        """The one weapon told before that bare words can mean; themselves where there are several, or none."""
        kin = _MISSILES if bare.cls == "missile" else {bare.cls}
        known = [w for w in self._told if w.cls in kin and w != bare and bare.model is None]
        return known[0] if len(known) == 1 else bare


def _goes_on(draft: Draft) -> bool:
    """Whether an attack adds nothing but its weapons to the one before: "the drone strike", "a drone hit it"."""
    if draft.kind != "attack" or draft.marks:
        return False
    return draft.outcome == "hit" or (draft.count is None and not draft.objects)


def _is_part_of(draft: Draft, other: Draft) -> bool:
    same = draft.sentence.index == other.sentence.index and draft.kind == other.kind
    return same and draft.scope == other.scope and draft.scope[1] > 0
