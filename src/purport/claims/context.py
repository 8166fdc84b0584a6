"""What a text has told so far, and what of it carries over to what it tells next."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.words import is_locative
from purport.model import Place, Source, Thing, TimeSpan, View

__all__ = ["Context"]

_OPPONENT = {"UA": "RU", "RU": "UA"}
_SELF = re.compile(
    r"\b(?:it|its (?:\w+ )?(?:forces|troops|army|military|jets|aircraft)|we|our (?:\w+ )?(?:forces|troops)|ми|мы)(?: (?:has|have|had))?\s$"
)
_ADJECTIVE = re.compile(r"(?:an|eli|ish|ese|i|ськ\w+|ск\w+)$")
_LAND = re.compile(
    r"\s(?:\w+ )?(?:cit\w+|towns?|capital|regions?|province|territory|soil|ports?|villages?|side|civilians?|міст\w+|област\w+|територ\w+|столиц\w+|город\w*|территор\w+)\b"
)
_SINCE = re.compile(r"since\b|відтоді|с тех пор")
_SINCE_BEFORE = re.compile(r"\bsince\s$")
_RESULT = frozenset({"damage", "casualties", "impact"})
_PLACED = frozenset({"damage", "casualties", "impact", "explosion", "response", "alert", "interception", "attack"})
_THE_ATTACK = re.compile(
    r"\b(?:the|this|that) (?:\w+ )?(?:attack|strike|shelling|blast|explosion|raid|bombardment|incident)|\bafter the|"
    r"(?:внаслідок|унаслідок|в результаті|у результаті|після|вследствие|в результате|после|через)\b"
)


@dataclass(slots=True)
class Context:
    """Carries weapons, attacker, place and time from one draft to the next. One for each document, fed in order."""

    view: View
    marks: Marks
    publisher: Source | None
    is_post: bool
    is_feed: bool
    own_side: str | None
    today: TimeSpan | None
    is_time_of_speech: Callable[[Sentence, int], bool]
    _strike: Draft | None = None
    _placed: Draft | None = None
    _harmed: Draft | None = None
    _timed: tuple[int, TimeSpan] | None = None
    _window: TimeSpan | None = None

    def complete(self, draft: Draft, speaker: Source | None, home: Place | None) -> None:
        """Fill a draft's open slots from what was told before, and remember what it tells. `home`: where its speaker's office is."""
        draft.attacker = draft.attacker or self._attacker(draft)
        if draft.attacker is None and draft.kind == "attack" and speaker is not None and self._speaks_of_self(draft):
            draft.attacker = speaker.side
        self._carry_weapons(draft)
        self._carry_objects(draft)
        self._second_hit(draft)
        self._carry_place(draft, home)
        draft.time = self._time(draft)
        if draft.kind in {"attack", "interception", "impact"} and (draft.weapons or draft.attacker):
            self._strike = draft
        if draft.objects and draft.kind in {"attack", "impact", "damage"}:
            self._harmed = draft
        if draft.places and any(p.role == "target" for p in draft.places):
            self._placed = draft

    def settle(self, drafts: list[Draft]) -> None:
        """What only the whole of an article tells: the one attacker of a country, the one time of a place."""
        if self.is_post:
            return
        for draft in drafts:
            if draft.attacker is None and (
                draft.kind in {"attack", "impact"} or (draft.weapons and draft.kind in _RESULT)
            ):
                draft.attacker = self._only(
                    {d.attacker for d in drafts if d.attacker and _countries(d) & _countries(draft)} - _countries(draft)
                )
            if draft.time is None and draft.kind != "statement" and draft.places:
                draft.time = self._only(
                    {d.time for d in drafts if d.time and d.kind != "statement" and _names(d) == _names(draft)}
                )

    @staticmethod
    def _only(found: set[Any]) -> Any:
        return found.pop() if len(found) == 1 else None

    # weapons and attacker

    def _carry_weapons(self, draft: Draft) -> None:
        before = self._strike
        if before is None or not draft.weapons_open or draft.weapons:
            return
        if draft.kind == "interception" or (draft.kind in _RESULT and self._results(draft, before)):
            if draft.kind != "interception" or not self.is_post or not self._counts_targets(draft):
                draft.weapons = before.weapons
            draft.attacker = draft.attacker or before.attacker

    def _carry_objects(self, draft: Draft) -> None:
        """Damage that names nothing damaged ("a fire broke out at the site") befell what was told to be hit before."""
        before = self._harmed
        if (
            before is None
            or draft.kind not in {"damage", "impact"}
            or not draft.weapons_open
            or not self._near(draft, before)
        ):
            return
        if any(t.type != "other" for t in draft.objects) or not self._same_area(draft, before) or not draft.effect:
            return
        draft.objects = tuple(Thing(t.type, draft.effect) for t in before.objects)
        draft.count = None

    def _near(self, draft: Draft, before: Draft) -> bool:
        return self.is_post or draft.sentence.paragraph == before.sentence.paragraph

    def _second_hit(self, draft: Draft) -> None:
        """ "Was hit" tells an impact where the attack has been stated already."""
        before = self._strike
        if (
            draft.kind == "attack"
            and draft.outcome == "hit"
            and before is not None
            and before.kind == "attack"
            and self._near(draft, before)
        ):
            draft.kind = "impact"

    def _counts_targets(self, draft: Draft) -> bool:
        """Whether a bulletin counts "targets" of all kinds, which are no weapon told before."""
        return any(w.head == "target" for w in self.marks.within(draft.start, draft.end, "weapon"))

    def _results(self, draft: Draft, strike: Draft) -> bool:
        """Whether harm is told as the result of a strike told before: in its sentence, in the next, or by words that point to it."""
        if not self._same_area(draft, strike):
            return False
        if draft.sentence.index == strike.sentence.index:
            return True
        if self.is_post or draft.sentence.paragraph == strike.sentence.paragraph:
            return draft.sentence.index - strike.sentence.index <= (8 if self.is_post else 2)
        return bool(_THE_ATTACK.search(self.view.folded[draft.start : draft.end]))

    @staticmethod
    def _same_area(draft: Draft, strike: Draft) -> bool:
        mine, theirs = {p.region for p in draft.places if p.region}, {p.region for p in strike.places if p.region}
        return not mine or not theirs or bool(mine & theirs)

    def _attacker(self, draft: Draft) -> str | None:
        if draft.kind not in {"attack", "interception", "impact", "damage", "casualties"}:
            return None
        side = self._side(draft)
        if side is None and draft.kind == "interception":
            return self._opponent(draft)
        if (
            side is None
            and draft.kind == "attack"
            and self.is_post
            and self.publisher is not None
            and self._strike is not None
        ):
            return self._strike.attacker
        return side

    def _side(self, draft: Draft) -> str | None:
        """The side whose weapons they are: named at the weapon, else as who acts."""
        weapons = self.marks.within(draft.start, draft.end, "weapon")
        sides = [s for s in self.marks.within(draft.sentence.start, draft.end, "side") if not self._is_place(s)]
        for weapon in weapons:
            for side in reversed(sides):
                if weapon.sub and side.label not in {"UA", "RU", "own", "enemy"}:
                    continue  # "US Himars": who made it, not who fired it
                if weapon.start <= side.start and side.end <= weapon.end:
                    return self._party(side)
                if 0 <= weapon.start - side.end < 32 and self._describes(side, weapon):
                    return self._party(side)
        if draft.kind not in {"attack", "impact"}:
            beside = [s for s in sides if self._acts(s, draft)]
            return self._party(beside[0]) if beside else None
        inside = [s for s in sides if draft.at <= s.start < draft.until and self._tried(s)]
        actors = inside or [s for s in sides if 0 <= draft.at - s.end < 90 and self._leads_to(s, draft)]
        behind = [s for s in sides if 0 <= s.start - draft.at < 40 and (self._agent(s) or self._owns(s))]
        chosen = behind or actors[:1]
        return self._party(chosen[0]) if chosen else None

    def _speaks_of_self(self, draft: Draft) -> bool:
        """ "Russia said it hit": who attacks is who speaks."""
        return bool(_SELF.search(self.view.folded[max(draft.sentence.start, draft.at - 24) : draft.at]))

    def _is_place(self, side: Mark) -> bool:
        """Whether a side's words are part of a place, or tell where: "southern Russia", "over Ukraine"."""
        around = [
            m
            for m in self.marks.within(side.start - 30, side.end, "place")
            if m.start <= side.start and side.end <= m.end
        ]
        return any(
            m.end - m.start > side.end - side.start + 2 or is_locative(self.view, m) or self._in_apposition(m)
            for m in around
        )

    def _in_apposition(self, place: Mark) -> bool:
        """Whether a country stands behind a comma to tell where the place before it lies: "Kyiv, Ukraine"."""
        before = self.marks.within(max(0, place.start - 40), place.start, "place")
        return bool(before) and self.view.plain[before[-1].end : place.start].strip() == ","

    def _describes(self, side: Mark, weapon: Mark) -> bool:
        """Whether only describing words stand between a side and a weapon."""
        between = self.view.folded[side.end : weapon.start]
        return not re.search(r"[,.;:]|\b(?:with|by|in|on|has|have|had|was|were)\b", between) and not self.marks.within(
            side.end, weapon.start, "trigger"
        )

    def _acts(self, side: Mark, draft: Draft) -> bool:
        """Whether a side is named at a strike within the words of the harm it did: "by Russian shelling"."""
        following = self.marks.within(side.end, side.end + 30, "trigger")
        return draft.start <= side.start and any(t.head in {"attack", "hit"} for t in following)

    def _leads_to(self, side: Mark, draft: Draft) -> bool:
        """Whether a side before a verb or noun of attack can be who does it: no other clause and no verb of saying between."""
        between = self.view.plain[side.end : draft.at]
        if re.search(r"[;:.]", between) or self.marks.cues(side.end, draft.at, "say", "according"):
            return False
        return not _ADJECTIVE.search(self.view.folded[side.start : side.end]) or not _LAND.match(
            self.view.folded, side.end
        )

    def _agent(self, side: Mark) -> bool:
        return bool(re.search(r"\bby(?: the)?\s*$", self.view.folded[max(0, side.start - 12) : side.start]))

    def _owns(self, side: Mark) -> bool:
        """Whether a side stands right behind a noun of attack: «атака ворога», «обстріл російської армії»."""
        before = self.marks.within(max(0, side.start - 30), side.start, "trigger")
        return any(t.end == side.start - 1 and t.head == "attack" and t.number for t in before)

    def _tried(self, side: Mark) -> bool:
        """Whether a side stands behind an attempt: "an attempt of the Kyiv regime to attack"."""
        before = self.marks.within(max(0, side.start - 40), side.start, "trigger")
        return any(t.sub == "foil" for t in before)

    def _party(self, side: Mark) -> str | None:
        if side.label == "own":
            return self.own_side
        if side.label == "enemy":
            return _OPPONENT.get(self.own_side or "")
        return side.label

    def _opponent(self, draft: Draft) -> str | None:
        """Who stops weapons tells whose they are: the enemy of who publishes, else of the country they were stopped over."""
        enemies = [s for s in self.marks.within(draft.sentence.start, draft.sentence.end, "side") if s.label == "enemy"]
        if enemies or (self.own_side and self.is_post):
            return _OPPONENT.get(self.own_side or "")
        if self._strike is not None and self._strike.attacker and self._same_area(draft, self._strike):
            return self._strike.attacker
        return None

    # place

    def _carry_place(self, draft: Draft, home: Place | None) -> None:
        before = self._placed
        if (
            not draft.places
            and draft.place_open
            and home is not None
            and draft.kind in _PLACED
            and not self._lies_in(before, home)
        ):
            draft.places = (home,)
        if draft.places or not draft.place_open or before is None or draft.kind not in _PLACED:
            return
        if draft.kind == "interception" and not self._sets_the_scene(before):
            return
        if not self.is_post and draft.sentence.paragraph - before.sentence.paragraph > 1:
            return
        kept = tuple(p for p in before.places if p.role == "target")
        if draft.kind == "interception" or draft.attacker is None or all(p.country != draft.attacker for p in kept):
            draft.places = kept

    @staticmethod
    def _lies_in(before: Draft | None, home: Place) -> bool:
        return before is not None and any(
            p.region == home.region and (home.settlement in {None, p.settlement}) for p in before.places
        )

    def _sets_the_scene(self, before: Draft) -> bool:
        """Whether a post opened with an attack on one place, which its interceptions then belong to."""
        return (
            self.is_post and before.kind == "attack" and len(before.places) == 1 and before.places[0].role == "target"
        )

    # time

    def set_window(self, sentences: list[Sentence]) -> None:
        """The span that a post's heading or date line gives to all that it tells."""
        if not (self.is_post or self.is_feed) or not sentences:
            return
        spans: list[TimeSpan] = [m.value for m in self.marks.within(0, sentences[-1].end, "time")]
        whole = [s for s in spans if s.basis != "as-of" and s.grain not in {"month", "year"}]
        as_of = [s for s in spans if s.basis == "as-of"]
        if (
            whole
            and as_of
            and as_of[0].start[:10] == whole[0].end[:10]
            and "T" in whole[0].start
            and "T" in as_of[0].start
        ):
            self._window = TimeSpan(
                whole[0].start, max(whole[0].start, as_of[0].end), whole[0].zone, "range", whole[0].basis
            )
        elif whole:
            self._window = whole[0]
        elif as_of:
            day = as_of[0].end[:10]
            self._window = TimeSpan(day, day, as_of[0].zone, "day", as_of[0].basis)
        elif self._tells_the_day(sentences[0]):
            self._window = self.today

    def _tells_the_day(self, head: Sentence) -> bool:
        """Whether a post says that it sums up its day, or is an official's statement on it."""
        if self.marks.cues(head.start, head.end, "today"):
            return True
        official = self.publisher is not None and self.publisher.kind in {"ministry", "military"}
        return official and bool(self.marks.cues(head.start, head.end, "title"))

    def _time(self, draft: Draft) -> TimeSpan | None:
        own = self._own_time(draft)
        if own is not None:
            self._timed = (draft.sentence.paragraph, own)
            return own
        if draft.kind == "statement":
            return None
        if self._window is not None:
            return self._window
        if self.today is not None and (self.is_feed or draft.kind == "sighting"):
            return self.today
        if (
            self._timed
            and not self.is_post
            and self._timed[0] == draft.sentence.paragraph
            and self._shares_place(draft)
        ):
            return self._timed[1]
        return None

    def _shares_place(self, draft: Draft) -> bool:
        before = self._placed
        return before is None or draft is before or {p.name for p in draft.places} <= {p.name for p in before.places}

    def _own_time(self, draft: Draft) -> TimeSpan | None:
        """The span told with the draft: in its words, else in its sentence where that tells only one."""
        inside = self._spans(draft.start - 12, draft.end + 40, draft.sentence)
        around = self._spans(draft.sentence.start, draft.sentence.end, draft.sentence)
        found = inside or around
        if not found:
            return None
        nearest = min(found, key=lambda m: abs(m.start - draft.at))
        span: TimeSpan = nearest.value
        if (
            self._window is not None
            and span.start[:10] in {self._window.start[:10], self._window.end[:10]}
            and span.basis == "as-of"
        ):
            return self._window if draft.kind != "sighting" else span
        if span.basis == "as-of" and draft.kind != "sighting":
            return TimeSpan(span.end[:10], span.end[:10], span.zone, "day", span.basis)
        return self._window if self._window is not None and self._opens(nearest) else span

    def _opens(self, mark: Mark) -> bool:
        """Whether words of time are those that a post's window begins with; the window then says more."""
        first = self.marks.within(0, mark.end, "time")
        return self._window is not None and all(
            m.value.basis == "as-of" or m.value.start[:10] in self._window.start for m in first
        )

    def _spans(self, start: int, end: int, sentence: Sentence) -> list[Mark]:
        found = self.marks.within(max(start, sentence.start), min(end, sentence.end), "time")
        return [m for m in found if not self._is_beside_the_point(m, sentence)]

    def _is_beside_the_point(self, mark: Mark, sentence: Sentence) -> bool:
        """Whether words of time tell when somebody spoke, or since when it had not happened."""
        if _SINCE.match(self.view.folded, mark.start) or _SINCE_BEFORE.search(
            self.view.folded[max(0, mark.start - 8) : mark.start]
        ):
            return True
        return not self.is_post and self.is_time_of_speech(sentence, mark.start)


def _countries(draft: Draft) -> set[str]:
    return {p.country for p in draft.places if p.country and p.role == "target"}


def _names(draft: Draft) -> frozenset[str]:
    return frozenset(p.name for p in draft.places if p.role == "target")
