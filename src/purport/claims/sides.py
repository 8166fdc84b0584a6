"""Whose weapons they are: who attacks, as far as the words around a claim tell."""

from purport.claims import theatres
from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.parties import Parties
from purport.claims.registry import Register
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["Sides"]

_ITSELF = pattern(r"\b<itself>(?: <auxiliary>)?(?: <carried_out>(?: [\w“\"-]+\"?){0,3})?\s$")
_DOING = pattern(r"<besides>")
_VERB_OF_SAYING = 20  # code points of a verb of saying, at most
_ITS = 60  # code points before a verb in which its subject begins: "its fighter jets struck"
_DESCRIBING = 32  # code points between a side and the weapon that it describes, at most
_SUBJECT = 90  # the same between who acts and a verb
_OBJECT = 40  # the same between a verb and who acts behind it: "by Russian forces"
# Sides that words put beside a weapon of a known model to say who fired it; others built it ("US Himars").
_FIRING = frozenset({"UA", "RU", "own", "enemy"})


class Sides:
    """Tells sides apart in one document. `own`: the side that it speaks for, against which "the enemy" is read."""

    def __init__(self, view: View, marks: Marks, register: Register, own: str | None) -> None:
        self._view, self._marks, self._own = view, marks, own
        self._parties = Parties(view, marks, register)

    @property
    def enemy(self) -> str | None:
        """Whom the document's own side fights."""
        return theatres.load().enemy(self._own)

    def attacker(self, draft: Draft) -> str | None:
        """The side whose weapons they are: named at the weapon, else as who acts; None where no words tell."""
        sides = self._parties.named(draft.sentence.start, draft.end)
        described = self._at_weapon(draft, sides)
        if described is not None:
            return self._party(described)
        acting = self._acting(draft, sides) if draft.kind in {"attack", "impact"} else self._harming(draft, sides)
        return self._party(acting) if acting else None

    def owner(self, draft: Draft) -> str | None:
        """The side that is told to own the weapons seen: «наші БПЛА»."""
        owner = self._at_weapon(draft, self._parties.named(draft.sentence.start, draft.end))
        return self._party(owner) if owner else None

    def at_work(self, start: int, end: int) -> str | None:
        """The side whose forces or weapons a stretch names: «дрони ГУР», «робота наших FPV»; None where none does."""
        if self._marks.cues(start, end, "say", "according"):
            return None
        armed = [s for s in self._parties.named(start, end) if self._is_armed(s)]
        acting = self._parties.forces(start, end) + armed
        return self._party(acting[0]) if acting else None

    def _is_armed(self, side: Mark) -> bool:
        """Whether a side stands right before a weapon, which is its own then."""
        weapon = next(iter(self._marks.within(side.end, side.end + _DESCRIBING, "weapon")), None)
        return weapon is not None and self._parties.describes(side, weapon)

    def defender(self, draft: Draft) -> str | None:
        """Who stops weapons, as the subject of the verb: "Russian air defences shot down …"."""
        sides = self._parties.named(draft.sentence.start, draft.at)
        acting = [s for s in sides if draft.at - s.end < _SUBJECT and self._parties.leads_to(s, draft)]
        acting = [s for s in acting if not self._parties.is_agent(s)]  # "of the drones launched by Russia, five …"
        return self._party(acting[0]) if acting else None

    def speaks_of_itself(self, draft: Draft) -> bool:
        """ "Russia said it hit": who attacks, or destroys things, is who speaks."""
        if draft.kind == "casualties":
            return self._says_right_before(draft) and bool(_ITSELF.search(self._before(draft)))
        if draft.kind not in {"attack", "impact"} and not (draft.kind == "damage" and self._destroys(draft)):
            return False
        said = self._marks.within(draft.at - _VERB_OF_SAYING, draft.at, "cue")
        if any(c.end == draft.at - 1 and c.label in {"say", "deny"} for c in said) and self._is_gerund(draft):
            return True
        return bool(_ITSELF.search(self._before(draft)))

    def _before(self, draft: Draft) -> str:
        return self._view.folded[max(draft.sentence.start, draft.at - _ITS) : draft.at]

    def _says_right_before(self, draft: Draft) -> bool:
        """Whether nothing else is told between a verb of saying and a draft: "said it had killed", not "it hit a bus,
        and it killed"."""
        said = self._marks.cues(max(draft.sentence.start, draft.at - _ITS), draft.at, "say")
        return bool(said) and not self._marks.within(said[-1].end, draft.at, "trigger")

    def _is_gerund(self, draft: Draft) -> bool:
        """Whether a verb tells what its sentence's subject does: "denied firing"."""
        return bool(_DOING.match(self._view.folded, draft.at, draft.until))

    def enemy_suffers(self, draft: Draft) -> bool:
        """Whether what was destroyed is told to be the enemy's: «знищено склад окупантів»."""
        return any(
            s.label == "enemy" and self._parties.is_owner(s, draft) for s in self._parties.named(draft.at, draft.end)
        )

    def names_enemy(self, draft: Draft) -> bool:
        """Whether a draft's sentence speaks of "the enemy"."""
        sides = self._marks.within(draft.sentence.start, draft.sentence.end, "side")
        return any(s.label == "enemy" for s in sides)

    def _party(self, side: Mark) -> str | None:
        if side.label == "own":
            return self._own
        return self.enemy if side.label == "enemy" else side.label

    # which of the sides in a sentence

    def _at_weapon(self, draft: Draft, sides: list[Mark]) -> Mark | None:
        """The side that a weapon's own words tell; what a strike destroyed is no weapon of its own."""
        used = {w.cls for w in draft.weapons}
        for weapon in self._marks.within(draft.start, draft.end, "weapon"):
            if draft.kind in {"attack", "damage"} and weapon.head not in used:
                continue
            if draft.kind in {"attack", "impact"} and self._parties.is_aim(weapon, draft):
                continue
            for side in reversed(sides):
                if weapon.sub and side.label not in _FIRING:
                    continue
                if weapon.start <= side.start and side.end <= weapon.end:
                    return side
                if 0 <= weapon.start - side.end < _DESCRIBING and self._parties.describes(side, weapon):
                    return side
        return None

    def _acting(self, draft: Draft, sides: list[Mark]) -> Mark | None:
        """Who does what a verb or noun of attack tells: behind it where the words say so, else before it."""
        behind = [s for s in sides if 0 <= s.start - draft.at < _OBJECT]
        doing = [s for s in behind if self._parties.is_agent(s) or self._parties.owns(s, draft)]
        doing += [s for s in behind if s.end < draft.until and self._parties.strikes(s)]  # "a target of our strikes"
        doing += [s for s in behind if s.start == draft.at and s.end < draft.until]  # "Israeli fire killed"
        if doing:
            return doing[0]
        trying = [s for s in sides if draft.at <= s.start < draft.until and self._parties.tries(s)]
        before = [s for s in sides if 0 <= draft.at - s.end < _SUBJECT and self._parties.leads_to(s, draft)]
        return next(iter(trying or before), None)

    def _harming(self, draft: Draft, sides: list[Mark]) -> Mark | None:
        """Who did the harm: whose strike its words name ("by Russian shelling"), else who destroys."""
        named = (s for s in sides if draft.start <= s.start)
        striking = next((s for s in named if self._parties.strikes(s) or self._parties.owns(s, draft)), None)
        if striking is not None or draft.kind != "damage" or not self._destroys(draft):
            return striking
        return self._acting(draft, sides)

    def _destroys(self, draft: Draft) -> bool:
        """Whether a verb tells what somebody does to a thing that stands behind it, not what becomes of a thing."""
        verbs = self._marks.within(draft.at, draft.until, "trigger")
        harms = any(t.head in {"destroy", "hit"} or t.sub in {"destroyed", "damaged"} for t in verbs)
        return harms and bool(self._marks.within(draft.until, draft.until + _OBJECT, "object", "weapon"))
