"""What a text has told so far, and what of it carries over to what it tells next."""

from collections import defaultdict
from typing import TypeVar

from purport.claims import theatres
from purport.claims.arsenal import Arsenal
from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.registry import Register
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.sides import Sides
from purport.claims.syntax import pattern
from purport.claims.timing import Timing
from purport.model import Place, Quantity, Source, Thing, TimeSpan, View

__all__ = ["Context"]

_RESULT = frozenset({"damage", "casualties", "impact"})
_PLACED = frozenset({"damage", "casualties", "impact", "explosion", "response", "alert", "interception", "attack"})
_ATTACKED = frozenset({"attack", "interception", "impact", "damage", "casualties"})
_DATED = _ATTACKED | {"explosion", "sighting"}  # not what is done about a strike, which has a time of its own
_THE_STRIKE = pattern(r"\b<this> (?:\w+ )?<strike_noun>|\b<in_its_wake>\b")
_POINTS_BACK = pattern(r"<this> (?:\w+ ){0,2}(?:<strike_noun>|<projectile>)s?(?:, <relative>)?(?: \w+)? $")
_KNOWN_THING = pattern(r"\b<this> <bare_thing>$")
_ARTICLE = 6  # code points before a thing in which "this" and its like begin
_POST = 8  # sentences of a post in which harm is still that of a strike told before
_BEFORE = 40  # code points before a draft's words in which its subject may point back: "the strikes had destroyed"
_PARAGRAPH = 2  # the same in a paragraph of an article

_Slot = TypeVar("_Slot")


class Context:
    """Carries weapons, attacker, place and time from one draft to the next. One for each document, fed in order."""

    def __init__(self, view: View, marks: Marks, setting: Setting, timing: Timing, register: Register) -> None:
        self._view, self._marks, self._setting, self._timing = view, marks, setting, timing
        self._sides = Sides(view, marks, register, setting.side)
        self._arsenal = Arsenal(view, marks, is_post=setting.is_post)
        self._strike: Draft | None = None  # told last, with weapons or an attacker
        self._attack: Draft | None = None  # told last
        self._harmed: Draft | None = None  # told last with things that came to harm
        self._placed: Draft | None = None  # told last with a place

    def complete(self, draft: Draft, speaker: Source | None, home: Place | None) -> None:
        """Fill a draft's open slots from what was told before, and remember what it tells.

        `home`: the place that its speaker's office is for.
        """
        draft.attacker = draft.attacker or self._attacker(draft, speaker)
        self._arsenal.equip(draft)
        self._arsenal.explain(draft)
        if self._is_second_hit(draft):
            draft.kind = "impact"
        self._carry_weapons(draft)
        self._carry_objects(draft)
        self._carry_place(draft, home)
        draft.time = self._timing.of(draft, same_place=self._is_same_place(draft), strike=self._cause(draft))
        self._remember(draft)

    def settle(self, drafts: list[Draft]) -> None:
        """What only the whole of an article tells: the one attacker of a country, the one time of a place."""
        attackers, times = _told(drafts)
        only_time = _only(self._timing.echoed.union(*times.values()))
        for draft in (d for d in drafts if d.kind != "statement" and d.stance != "threatened"):
            if not self._setting.is_post:
                self._settle_attacker(draft, attackers)
            if draft.time is None and not draft.apart:
                draft.time = self._settled_time(draft, times, only_time)

    def _settle_attacker(self, draft: Draft, attackers: dict[str, set[str]]) -> None:
        attacked = draft.kind in {"attack", "impact", "interception"} or (draft.weapons and draft.kind in _RESULT)
        if draft.attacker is None and attacked:
            here = {side for country in _countries(draft) for side in attackers[country]}
            draft.attacker = _only(here - _countries(draft))

    def _settled_time(
        self, draft: Draft, times: dict[frozenset[str], set[TimeSpan]], only_time: TimeSpan | None
    ) -> TimeSpan | None:
        """The one time of a draft's place, or of a text that tells one story; of a post, only what adds to a strike."""
        if self._setting.is_post:
            return only_time if self._timing.echoed and draft.kind in _ATTACKED else None
        here = _only(times[_names(draft)]) if draft.places else None
        return here or (only_time if draft.kind in _ATTACKED and self._timing.reach else None)

    def set_scene(self, scene: Draft) -> None:
        """A line that only names a place and a thing: what follows happened there and to it."""
        self._placed = scene
        self._harmed = scene if scene.objects else self._harmed

    def echo(self, part: Sentence) -> None:
        """Take note of a sentence that adds to what was told and is no claim by itself."""
        self._timing.echo(part)

    def _remember(self, draft: Draft) -> None:
        if draft.stance in {"threatened", "denied"}:
            return  # it brought nothing about
        if draft.kind in {"attack", "interception", "impact"}:
            self._arsenal.remember(draft)
            self._attack = draft
            self._strike = draft if draft.weapons or draft.attacker else self._strike
        if draft.kind in {"attack", "damage", "impact"} and draft.objects:
            self._harmed = draft
        if any(p.role == "target" for p in draft.places):
            self._placed = draft

    # weapons and attacker

    def _attacker(self, draft: Draft, speaker: Source | None) -> str | None:
        side = self._sides.attacker(draft) if draft.kind in _ATTACKED else None
        if side is not None:
            return side
        if draft.kind == "interception":
            return self._stopped(draft, speaker)
        if draft.kind in {"impact", "sighting"} and self._sides.names_enemy(draft):
            return self._sides.enemy
        if speaker is not None and self._sides.speaks_of_itself(draft):
            return speaker.side
        if draft.kind != "attack":
            return None
        return self._strike.attacker if self._strike and self._setting.is_post and self._setting.publisher else None

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
        before = self._strike
        return before.attacker if before is not None and before.attacker and _is_same_area(draft, before) else None

    def _cause(self, draft: Draft) -> Draft | None:
        """The strike told before that a draft tells the result of."""
        before = self._strike
        return before if before is not None and draft.kind in _RESULT and self._is_result(draft, before) else None

    def _carry_weapons(self, draft: Draft) -> None:
        before = self._strike
        if before is None or not draft.weapons_open or draft.weapons:
            return
        if _is_hit(draft) and not _is_of_one_attacker(draft, before):
            return
        # An attack's weapons are open where "of them" stands for them.
        stopped = draft.kind in {"interception", "attack"}
        if stopped or self._cause(draft) is not None:
            if not (stopped and self._setting.is_post and self._counts_targets(draft)):
                draft.weapons = self._arsenal.of(before)
            draft.attacker = draft.attacker or before.attacker

    def _counts_targets(self, draft: Draft) -> bool:
        """Whether a bulletin counts "targets" of all kinds, which are no weapon told before."""
        return any(w.head == "target" for w in self._marks.within(draft.start, draft.end, "weapon"))

    def _is_result(self, draft: Draft, strike: Draft) -> bool:
        """Whether harm is the result of a strike told before: close by, or by words that point to it."""
        if not _is_same_area(draft, strike):
            return False
        if draft.sentence.index == strike.sentence.index:
            return True
        follows = draft.sentence.paragraph - strike.sentence.paragraph <= self._timing.reach
        if self._is_near(draft, strike) or (follows and self._is_same_place(draft)):
            reach = _POST if self._setting.is_post else _PARAGRAPH
            return draft.sentence.index - strike.sentence.index <= reach
        start = max(draft.sentence.start, draft.start - _BEFORE)
        return bool(_THE_STRIKE.search(self._view.folded[start : draft.end]))

    def _carry_objects(self, draft: Draft) -> None:
        """Damage that names nothing damaged ("a fire broke out at the site") befell what was told to be hit before."""
        before = self._harmed
        if before is None or draft.kind not in {"damage", "impact"} or not draft.weapons_open or not draft.effect:
            return
        if self._is_unnamed(draft) and self._is_near(draft, before) and _is_same_area(draft, before):
            draft.objects = tuple(Thing(t.type, draft.effect) for t in before.objects)
            draft.count = None

    def _is_unnamed(self, draft: Draft) -> bool:
        """Whether a draft leaves open what came to harm, or only points to what was told before: "the depot"."""
        if _counts_several(draft):
            return False
        things = self._marks.within(draft.start, draft.end, "object")
        return all(t.type == "other" for t in draft.objects) or all(self._is_known(thing) for thing in things)

    def _is_known(self, thing: Mark) -> bool:
        words = self._view.folded[max(0, thing.start - _ARTICLE) : thing.end]
        return bool(_KNOWN_THING.search(words))

    def _is_near(self, draft: Draft, before: Draft) -> bool:
        return self._setting.is_post or draft.sentence.paragraph == before.sentence.paragraph

    def _is_second_hit(self, draft: Draft) -> bool:
        """Whether "was hit" tells the impact of an attack that has been stated already."""
        before = self._attack
        if before is None or before.kind != "attack" or draft.fixed or not _is_hit(draft):
            return False
        if not self._is_near(draft, before) and not self._points_back(draft):
            return False
        return _is_of_one_attacker(draft, before) and _is_with_one_weapon(draft, before)

    def _points_back(self, draft: Draft) -> bool:
        """Whether what hit was told before: "the rockets hit", "the strike, which hit"."""
        start = max(draft.sentence.start, draft.at - _BEFORE)
        return bool(_POINTS_BACK.search(self._view.folded[start : draft.at]))

    # place

    def _carry_place(self, draft: Draft, home: Place | None) -> None:
        if draft.places or not draft.place_open or draft.kind not in _PLACED:
            return
        before = self._placed
        if home is not None and not (_lies_in(before, home) and before is not None and self._goes_on(draft, before)):
            draft.places = (home,)
        elif before is not None and self._goes_on(draft, before):
            kept = tuple(p for p in before.places if p.role == "target")
            if draft.kind == "interception" or self._strikes_there(draft, before, kept):
                draft.places = kept

    def _strikes_there(self, draft: Draft, before: Draft, places: tuple[Place, ...]) -> bool:
        """Whether a draft's attacker struck where was told before: nobody strikes its own towns, unless told to."""
        strike = self._strike
        told = {None, before.attacker} | ({strike.attacker} if strike and _is_same_area(before, strike) else set())
        return draft.attacker in told or all(p.country != draft.attacker for p in places)

    def _goes_on(self, draft: Draft, before: Draft) -> bool:
        """Whether a draft still tells of the place told before."""
        if draft.kind == "interception" and not self._sets_the_scene(before):
            return False
        return self._setting.is_post or draft.sentence.paragraph - before.sentence.paragraph <= self._timing.reach

    def _sets_the_scene(self, before: Draft) -> bool:
        """Whether a post opened with an attack on one place, which its interceptions then belong to."""
        one = len(before.places) == 1 and before.places[0].role == "target"
        return one and self._setting.is_post and before.kind == "attack"

    def _is_same_place(self, draft: Draft) -> bool:
        before = self._placed
        return before is None or {p.name for p in draft.places} <= {p.name for p in before.places}


def _is_hit(draft: Draft) -> bool:
    """Whether an attack is told as "hit": the first report of it, or the impact of one that was told before."""
    return draft.kind == "attack" and draft.outcome == "hit"


def _is_of_one_attacker(draft: Draft, strike: Draft) -> bool:
    """Whether a hit can be one of a strike told before: in its area, and by who struck."""
    return draft.attacker in {None, strike.attacker} and _is_same_area(draft, strike)


def _is_with_one_weapon(draft: Draft, strike: Draft) -> bool:
    """Whether nobody says that two strikes were made with different weapons; "missile" is said of all kinds."""
    mine, theirs = ({w.cls.rpartition("_")[2] for w in d.weapons} for d in (draft, strike))
    return not mine or not theirs or bool(mine & theirs)


def _counts_several(draft: Draft) -> bool:
    """Whether a draft counts things of its own, which are none of those told before."""
    return draft.count is not None and draft.count != Quantity.exact(1)


def _is_same_area(draft: Draft, strike: Draft) -> bool:
    mine, theirs = {p.region for p in draft.places if p.region}, {p.region for p in strike.places if p.region}
    return not mine or not theirs or bool(mine & theirs)


def _lies_in(before: Draft | None, home: Place) -> bool:
    return before is not None and any(
        p.region == home.region and (home.settlement in {None, p.settlement}) for p in before.places
    )


def _told(drafts: list[Draft]) -> tuple[dict[str, set[str]], dict[frozenset[str], set[TimeSpan]]]:
    """Who is told to attack each country, and when something is told to have happened at each place."""
    attackers: dict[str, set[str]] = defaultdict(set)
    times: dict[frozenset[str], set[TimeSpan]] = defaultdict(set)
    for draft in (d for d in drafts if d.kind != "statement"):
        if draft.attacker is not None:
            for country in _countries(draft):
                attackers[country].add(draft.attacker)
        if draft.time is not None and not draft.apart and draft.kind in _DATED:
            times[_names(draft)].add(draft.time)
    return attackers, times


def _countries(draft: Draft) -> set[str]:
    return {p.country for p in draft.places if p.country and p.role == "target"}


def _names(draft: Draft) -> frozenset[str]:
    return frozenset(p.name for p in draft.places if p.role == "target")


def _only(found: set[_Slot]) -> _Slot | None:
    return next(iter(found)) if len(found) == 1 else None
