"""What a text has told so far, and what of it carries over to what it tells next."""

from purport.claims import theatres
from purport.claims.causes import Causes, is_near, is_same_area
from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.registry import Register
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.sides import Sides
from purport.claims.syntax import pattern
from purport.claims.timing import Timing
from purport.claims.weaponry import weapons_of
from purport.model import Place, Quantity, Source, Thing, View

__all__ = ["Context"]

_PLACED = frozenset({"damage", "casualties", "impact", "explosion", "response", "alert", "interception", "attack"})
_ATTACKED = frozenset({"attack", "interception", "impact", "damage", "casualties"})
_KNOWN_THING = pattern(r"\b<this> <bare_thing>$")
_POINTED_TO = pattern(r"\b<this> $")
_ARTICLE = 6  # code points before a thing in which "this" and its like begin
_HELD = pattern(r"<held>\b[^,.;]{0,24}$")
_TITLE = 40  # code points before a place in which it is told who holds it
_FAR = 3  # times as far a place reaches where no other one is named in between


class Context:
    """Carries weapons, attacker, place and time from one draft to the next. One for each document, fed in order."""

    def __init__(self, view: View, marks: Marks, setting: Setting, timing: Timing, register: Register) -> None:
        self._view, self._marks, self._setting, self._timing = view, marks, setting, timing
        self._sides = Sides(view, marks, register, setting.side)
        self._causes = Causes(view, marks, setting, timing.reach)
        self._harmed: Draft | None = None  # told last with things that came to harm
        self._placed: Draft | None = None  # told last with a place
        self._whole: Draft | None = None  # the same, and no part of what was told ("most of them hit the south")
        self._where: dict[str, Draft] = {}  # told last with a town and a thing of each type

    def complete(self, draft: Draft, speaker: Source | None, home: Place | None) -> None:
        """Fill a draft's open slots from what was told before, and remember what it tells.

        `home`: the place that its speaker's office is for.
        """
        draft.attacker = draft.attacker or self._attacker(draft, speaker)
        cause = self._causes.take_up(draft, same_place=self._is_same_place(draft))
        self._carry_objects(draft)
        self._carry_place(draft, home)
        draft.time = self._timing.of(draft, same_place=self._is_same_place(draft), strike=cause)
        self._remember(draft)

    def set_scene(self, scene: Draft) -> None:
        """A line that only names a place and a thing: what follows happened there and to it."""
        self._placed = self._whole = scene
        self._harmed = scene if scene.objects else self._harmed

    def set_to_work(self, part: Sentence) -> None:
        """A sentence that tells of no strike but who is at work, and with what: what a post tells then, they did."""
        side = self._sides.at_work(part.start, part.end) if self._causes.strike is None else None
        if side is None or not self._setting.is_post:
            return
        work = Draft("attack", part.start, part.end, part, part.end, attacker=side)
        weapons = self._marks.within(part.start, part.end, "weapon")
        work.weapons = weapons_of(self._view, [w for w in weapons if w.head != "aircraft"])
        self._causes.strike = work

    @property
    def is_placed(self) -> bool:
        """Whether a place has been told yet."""
        return self._placed is not None

    def echo(self, part: Sentence) -> None:
        """Take note of a sentence that adds to what was told and is no claim by itself."""
        self._timing.echo(part)

    def _remember(self, draft: Draft) -> None:
        if draft.stance in {"threatened", "denied"} or (draft.apart and draft.kind == "attack"):
            return  # it brought nothing about, or not what follows
        self._causes.remember(draft)
        if draft.kind in {"attack", "damage", "impact"} and draft.objects:
            self._harmed = draft
        if any(p.role == "target" for p in draft.places) and not (draft.part and draft.kind == "interception"):
            self._placed = draft
            self._whole = self._whole if draft.part else draft
            self._where |= {t.type: draft for t in draft.objects if any(p.settlement for p in draft.places)}

    # weapons and attacker

    def _attacker(self, draft: Draft, speaker: Source | None) -> str | None:
        if draft.kind == "attack" and self._is_stopped(draft):
            return self._stopped(draft, speaker)
        side = self._sides.attacker(draft) if draft.kind in _ATTACKED else None
        if side is not None:
            return side
        if draft.kind == "interception":
            return self._stopped(draft, speaker)
        if draft.kind in {"impact", "sighting"} and self._sides.names_enemy(draft):
            return self._sides.enemy
        if draft.kind == "sighting":
            return self._sides.owner(draft)
        if speaker is not None and self._sides.speaks_of_itself(draft):
            return speaker.side
        if draft.kind == "damage" and self._setting.is_post and self._sides.enemy_suffers(draft):
            return self._setting.side
        if draft.kind != "attack":
            return None
        before = self._causes.strike
        return before.attacker if before and self._setting.is_post and self._setting.publisher else None

    def _is_stopped(self, draft: Draft) -> bool:
        """Whether an attack is but the number of which some were stopped: "downed 11 of 16 drones"."""
        told = self._marks.within(*draft.scope, "trigger") if draft.scope[1] else []
        return bool(told) and all(t.head in {"interception", "destroy"} for t in told)

    def _stopped(self, draft: Draft, speaker: Source | None) -> str | None:
        """Who stops weapons tells whose they are: the enemy of who publishes, of who stops them, of who tells of it.

        Else they are of who was told to attack there.
        """
        if self._sides.names_enemy(draft) or (self._setting.side and self._setting.is_post):
            return self._sides.enemy
        stopping = self._sides.defender(draft) or (speaker.side if speaker else None)
        enemy = theatres.load().enemy(stopping)
        if enemy is not None:
            return enemy
        before = self._causes.strike
        return before.attacker if before is not None and before.attacker and is_same_area(draft, before) else None

    def _carry_objects(self, draft: Draft) -> None:
        """Damage that names nothing damaged ("a fire broke out at the site") befell what was told to be hit before."""
        before = self._harmed
        if before is None or draft.kind not in {"damage", "impact"} or not draft.weapons_open or not draft.effect:
            return
        near = is_near(draft, before, is_post=self._setting.is_post) and is_same_area(draft, before)
        here = {p.name for p in draft.places} <= {p.name for p in before.places} or not before.places
        if near and here and self._is_unnamed(draft):
            draft.objects = tuple(Thing(t.type, draft.effect) for t in before.objects)
            counted = self._setting.is_post and self._marks.within(draft.start, draft.end, "object", "quantity")
            draft.count = draft.count if counted else None

    def _is_unnamed(self, draft: Draft) -> bool:
        """Whether a draft leaves open what came to harm, or only points to what was told before: "the depot"."""
        if _counts_several(draft):
            return False
        things = self._marks.within(draft.start, draft.end, "object")
        known = bool(things) and all(self._is_known(thing) for thing in things)
        return known or all(t.type == "other" for t in draft.objects)

    def _is_known(self, thing: Mark) -> bool:
        words = self._view.folded[max(0, thing.start - _ARTICLE) : thing.end]
        return bool(_KNOWN_THING.search(words))

    # place

    def _carry_place(self, draft: Draft, home: Place | None) -> None:
        if draft.places or not draft.place_open or draft.kind not in _PLACED:
            return
        whole = draft.kind == "attack" and not draft.part
        before = self._site(draft) or (self._whole if whole else self._placed)
        if home is not None and not (_lies_in(before, home) and before is not None and self._goes_on(draft, before)):
            draft.places = (home,)
        elif before is not None and self._goes_on(draft, before):
            kept = tuple(p for p in before.places if p.role == "target")
            if draft.kind == "interception" or self._strikes_there(draft, before, kept):
                draft.places = kept

    def _site(self, draft: Draft) -> Draft | None:
        """What was told last of the thing that a draft's words only point to: "the hospital's windows" are there."""
        if self._setting.is_post or draft.kind not in {"damage", "casualties", "response"}:
            return None
        things = self._marks.within(draft.start, draft.end, "object")
        return next((self._where[m.label] for m in things if m.label in self._where and self._is_pointed_to(m)), None)

    def _is_pointed_to(self, thing: Mark) -> bool:
        return bool(_POINTED_TO.search(self._view.folded[max(0, thing.start - _ARTICLE) : thing.start]))

    def _strikes_there(self, draft: Draft, before: Draft, places: tuple[Place, ...]) -> bool:
        """Whether a draft's attacker struck where was told before: nobody strikes its own towns, unless told to."""
        strike = self._causes.strike
        told = {None, before.attacker} | ({strike.attacker} if strike and is_same_area(before, strike) else set())
        return draft.attacker in told or all(p.country != draft.attacker or self._is_held(p) for p in places)

    def _is_held(self, place: Place) -> bool:
        """Whether the enemy holds a place, as is known or as the text says."""
        if place.region in theatres.load().held:
            return True
        named = (m for m in self._marks.within(0, len(self._view.plain), "place") if m.label == place.name)
        return any(_HELD.search(self._view.folded[max(0, m.start - _TITLE) : m.start]) for m in named)

    def _goes_on(self, draft: Draft, before: Draft) -> bool:
        """Whether a draft still tells of the place told before."""
        if draft.kind == "interception" and not self._sets_the_scene(before):
            return False
        away = draft.sentence.paragraph - before.sentence.paragraph
        if self._setting.is_post or away <= self._timing.reach:
            return True
        return away <= self._timing.reach * _FAR and not self._names_another(before, draft)

    def _names_another(self, before: Draft, draft: Draft) -> bool:
        """Whether another place is named between two drafts, or in the words of the second."""
        told = {p.name for p in before.places} | {p.settlement for p in before.places}
        between = self._marks.within(before.sentence.end, draft.sentence.end, "place")
        return any(m.label not in told and m.value.place.precision != "country" for m in between)

    def _sets_the_scene(self, before: Draft) -> bool:
        """Whether a post opened with an attack on one place, which its interceptions then belong to."""
        one = len(before.places) == 1 and before.places[0].role == "target"
        return one and self._setting.is_post and before.kind == "attack"

    def _is_same_place(self, draft: Draft) -> bool:
        before = self._placed
        if before is None or {p.name for p in draft.places} <= {p.name for p in before.places}:
            return True
        mine, theirs = ({p.settlement for p in d.places if p.settlement} for d in (draft, before))
        return bool(mine) and mine <= theirs  # a district of the town


def _counts_several(draft: Draft) -> bool:
    """Whether a draft counts things of its own, which are none of those told before."""
    return draft.count is not None and draft.count != Quantity.exact(1)


def _lies_in(before: Draft | None, home: Place) -> bool:
    return before is not None and any(
        p.region == home.region and (home.settlement in {None, p.settlement}) for p in before.places
    )
