"""What comes of a strike: which strike told before it is, and what of that it shares."""

from purport.claims.arsenal import Arsenal
from purport.claims.frames import Draft
from purport.claims.marks import Marks
from purport.claims.setting import Setting
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["Causes", "is_near", "is_same_area"]

_RESULT = frozenset({"damage", "casualties", "impact"})
_STRIKES = frozenset({"attack", "interception", "impact"})
_THE_STRIKE = pattern(r"\b<this> (?:\w+ )?<strike_noun>|\b<in_its_wake>\b")
_THE_SAME = pattern(r"\b<this> (?:\w+ )?<strike_noun>")
_POINTS_BACK = pattern(r"<this> (?:\w+ ){0,2}(?:<strike_noun>|<projectile>)s?(?:, <relative>)?(?: \w+)? $")
_POST = 8  # sentences of a post in which harm is still that of a strike told before
_PARAGRAPH = 2  # the same in a paragraph of an article
_BEFORE = 40  # code points before a draft's words in which its subject may point back: "the strikes had destroyed"


class Causes:
    """The strikes of one document, fed in the order of its words.

    `reach`: over how many paragraphs it still tells of the same.
    """

    def __init__(self, view: View, marks: Marks, setting: Setting, reach: int) -> None:
        self._view, self._marks, self._is_post, self._reach = view, marks, setting.is_post, reach
        self._arsenal = Arsenal(view, marks, is_post=setting.is_post)
        self._attack: Draft | None = None  # told last
        self.strike: Draft | None = None
        """The strike told last with weapons or an attacker."""

    def take_up(self, draft: Draft, *, same_place: bool) -> Draft | None:
        """The strike that a draft comes of, which shares its weapons and attacker with it.

        `same_place`: whether it tells of no other place than what was told before.
        """
        self._arsenal.equip(draft)
        self._arsenal.explain(draft)
        if self._is_second_hit(draft):
            draft.kind = "impact"
        cause = draft.cause = draft.cause or self._cause(draft, same_place=same_place)
        if self._takes_weapons(draft, cause):
            self._share(draft)
        return cause

    def remember(self, draft: Draft) -> None:
        """Take in a strike."""
        if draft.kind in _STRIKES:
            self._arsenal.remember(draft)
            self._attack = draft
            self.strike = draft if draft.weapons or draft.attacker else self.strike

    def _share(self, draft: Draft) -> None:
        before = self.strike
        if before is None:
            return
        stopped = draft.kind not in _RESULT
        if not (stopped and self._is_post and self._counts_targets(draft)):
            draft.weapons = self._arsenal.of(before)
        draft.attacker = draft.attacker or before.attacker

    def _takes_weapons(self, draft: Draft, cause: Draft | None) -> bool:
        before = self.strike
        if before is None or draft.weapons:
            return False
        if draft.kind == "attack" and self._is_same_strike(draft, before):
            return True
        if not draft.weapons_open or (_is_hit(draft) and not _is_of_one_attacker(draft, before)):
            return False
        # An attack's weapons are open where "of them" stands for them.
        return cause is not None or draft.kind in {"interception", "attack"}

    def _is_same_strike(self, draft: Draft, before: Draft) -> bool:
        """Whether an attack is the one told before: "claiming it had targeted tanks", "the attack was on a base"."""
        if draft.marks or not is_same_area(draft, before) or draft.attacker not in {None, before.attacker}:
            return False
        if before.kind == "attack" and draft.sentence.index == before.sentence.index:
            return True
        return bool(_THE_SAME.match(self._view.folded, draft.start))

    def _counts_targets(self, draft: Draft) -> bool:
        """Whether a bulletin counts "targets" of all kinds, which are no weapon told before."""
        return any(w.head == "target" for w in self._marks.within(draft.start, draft.end, "weapon"))

    def _cause(self, draft: Draft, *, same_place: bool) -> Draft | None:
        """The strike that harm is the result of: close by, or by words that point to it."""
        strike = self.strike
        if strike is None or draft.kind not in _RESULT or draft.of_war or not is_same_area(draft, strike):
            return None
        if draft.sentence.index == strike.sentence.index:
            return strike
        follows = draft.sentence.paragraph - strike.sentence.paragraph <= self._reach
        if is_near(draft, strike, is_post=self._is_post) or (follows and same_place):
            reach = _POST if self._is_post else _PARAGRAPH
            again = self._names_it_again(draft, strike)
            return strike if again or draft.sentence.index - strike.sentence.index <= reach else None
        start = max(draft.sentence.start, draft.start - _BEFORE)
        return strike if _THE_STRIKE.search(self._view.folded[start : draft.end]) else None

    def _names_it_again(self, draft: Draft, strike: Draft) -> bool:
        """Whether harm is told as that of a strike where the one before was: "strikes in Odesa that killed ten"."""
        here = {p.name for p in draft.places} & {p.name for p in strike.places}
        named = self._marks.within(*draft.scope, "trigger") if here else []
        return any(t.head == "attack" and t.number for t in named)

    def _is_second_hit(self, draft: Draft) -> bool:
        """Whether "was hit" tells the impact of an attack that has been stated already."""
        before = self._attack
        if before is None or before.kind != "attack" or draft.fixed or not _is_hit(draft):
            return False
        if not is_near(draft, before, is_post=self._is_post) and not self._points_back(draft):
            return False
        return (
            _is_of_one_attacker(draft, before)
            and _is_with_one_weapon(draft, before)
            and not _is_elsewhere(draft, before)
        )

    def _points_back(self, draft: Draft) -> bool:
        """Whether what hit was told before: "the rockets hit", "the strike, which hit"."""
        start = max(draft.sentence.start, draft.at - _BEFORE)
        return bool(_POINTS_BACK.search(self._view.folded[start : draft.at]))


def is_near(draft: Draft, before: Draft, *, is_post: bool) -> bool:
    """Whether two drafts stand in one post, or in one paragraph of an article."""
    return is_post or draft.sentence.paragraph == before.sentence.paragraph


def is_same_area(draft: Draft, strike: Draft) -> bool:
    """Whether two drafts can be of one place: a region of both, or none told."""
    mine, theirs = {p.region for p in draft.places if p.region}, {p.region for p in strike.places if p.region}
    return not mine or not theirs or bool(mine & theirs)


def _is_hit(draft: Draft) -> bool:
    """Whether an attack is told as "hit": the first report of it, or the impact of one that was told before."""
    return draft.kind == "attack" and draft.outcome == "hit"


def _is_of_one_attacker(draft: Draft, strike: Draft) -> bool:
    """Whether a hit can be one of a strike told before: in its area, and by who struck."""
    return draft.attacker in {None, strike.attacker} and is_same_area(draft, strike)


def _is_with_one_weapon(draft: Draft, strike: Draft) -> bool:
    """Whether nobody says that two strikes were made with different weapons; "missile" is said of all kinds."""
    mine, theirs = ({w.cls.rpartition("_")[2] for w in d.weapons} for d in (draft, strike))
    return not mine or not theirs or bool(mine & theirs) or "unknown" in mine | theirs


def _is_elsewhere(draft: Draft, strike: Draft) -> bool:
    """Whether two strikes are told to be on different towns."""
    mine, theirs = ({p.settlement for p in d.places} for d in (draft, strike))
    return all(mine) and all(theirs) and not mine & theirs and bool(mine) and bool(theirs)
