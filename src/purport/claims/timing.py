"""When it happened: a claim's own words of time, else those that govern its text."""

from itertools import groupby

from purport.claims import theatres
from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.moments import IsTimeOfSpeech, Moments
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.syntax import pattern
from purport.model import TimeSpan, View

__all__ = ["Timing", "zoned"]

_OFFICIAL = frozenset({"ministry", "military"})
_HAS = pattern(r"\b<has>(?: \w+)?\s$")
_AUXILIARY = 24  # code points before a verb in which "have" goes with it
_LONG = frozenset({"month", "year"})  # grains that tell of a post's subject, not of its day
_STRIKES = frozenset({"attack", "explosion"})
_EARLIER = pattern(r"\b<earlier_clause>\b[^,;:]*$")
_REACH = 24  # code points before a draft's words in which "a day after" may stand
_TOP = 2  # sentences that tell of events, among which the time of an article's story is told
_OF_STORY = frozenset({"interception", "impact", "damage", "casualties", "explosion"})
_AT_ONCE = frozenset({"sighting", "alert"})  # what a post tells while it happens
_AROUND = 160  # code points around the words of an event in which others say of what time it is
_FEW = 2  # paragraphs of more than one sentence, of which a digest has more
_STORIES = 0.7  # their share of all paragraphs, of which a digest has more
_COUNTED = frozenset({"attack", "interception", "casualties", "damage"})
_GOES_ON = frozenset({"damage", "explosion"})  # what may last till it is told
_SPARE = 3  # letters beside its day that a heading may hold
_RIGHT_NOW = pattern(r"\b<right_now>\b")


class Timing:
    """The times of one document, asked for in the order of its text."""

    def __init__(
        self, view: View, marks: Marks, setting: Setting, parts: list[Sentence], is_time_of_speech: IsTimeOfSpeech
    ) -> None:
        self._view, self._marks, self._setting = view, marks, setting
        self._moments = Moments(view, marks, None if setting.is_post else is_time_of_speech)
        self._last: tuple[Sentence, TimeSpan] | None = None  # the time told last, and where
        self._apart = -1  # the sentence of the attack told last that has no time to share
        self._lead: TimeSpan | None = None  # told at the top of an article that tells one story
        telling = [part.index for part in parts if part.triggers]
        self._top = telling[:_TOP][-1] if telling else 0
        self.echoed: set[TimeSpan] = set()
        """The times that sentences gave to strikes which others tell."""
        self.reach = 0 if _is_digest(parts) else 1
        """Over how many paragraphs an article still tells of the same."""
        brief = setting.is_post or setting.is_feed
        self._window = self._governing(parts) if brief and parts else None
        self._days = {} if brief else self._headed(parts)

    def of(self, draft: Draft, *, same_place: bool, strike: Draft | None) -> TimeSpan | None:
        """The time of a draft.

        `same_place`: whether it tells of no other place than what was told before. `strike`: what it is the result of.
        """
        if draft.of_war:
            return self._since(draft)
        draft.apart = self._is_earlier(draft)
        own = self._own(draft)
        if own is not None:
            if draft.kind != "response" and not draft.apart and own.grain not in _LONG:
                self._last = (draft.sentence, own)
                if self._lead is None and draft.sentence.index <= self._top and not self._setting.is_past(own):
                    self._lead = own
            return own
        draft.apart = draft.apart or self._is_long_ago(draft) or self._comes_of_apart(draft)
        if draft.kind == "attack" and draft.apart:
            self._apart = draft.sentence.index
        if draft.kind == "statement" or draft.apart:
            return None
        if draft.sentence.index in self._days:
            return self._days[draft.sentence.index]
        told = self._told(draft, strike, same_place=same_place)
        if self._is_now(draft, told) or self._is_right_now(draft):
            draft.apart = True
            return self._setting.today
        return _day_after(told) if told is not None and draft.kind == "response" else told

    def _headed(self, parts: list[Sentence]) -> dict[int, TimeSpan]:
        """The day under whose heading each sentence stands, as in accounts told day by day: "October 4"."""
        days: dict[int, TimeSpan] = {}
        day: TimeSpan | None = None
        for part in parts:
            named = self._marks.dated(part.start, part.end)
            if named and not part.triggers and (self._is_only_a_date(part, named) or _opens_a_list(part, named)):
                day = _day_of(named[0].value)
            elif day is not None:
                days[part.index] = day
        return days

    def _is_only_a_date(self, part: Sentence, named: list[Mark]) -> bool:
        """Whether a line holds nothing but a day, and perhaps its hour."""
        day = named[0].value
        rest = self._view.plain[part.start : named[0].start] + self._view.plain[named[-1].end : part.end]
        return day.start[:10] == day.end[:10] and sum(c.isalpha() for c in rest) <= _SPARE

    def echo(self, part: Sentence) -> None:
        """Remember the time that a sentence adds to a strike told before: "The attack took place at 8 a.m."."""
        told = self._moments.told(part)
        if told and any(t.head in _STRIKES for t in part.triggers):
            span = self._moments.span(told[0], part)
            if span.grain in _LONG:
                return  # a count of many strikes, and no time of this one
            self.echoed.add(span)
            self._last = (part, span)

    def _told(self, draft: Draft, strike: Draft | None, *, same_place: bool) -> TimeSpan | None:
        """The time that what was told before gives to a draft without words of time."""
        if self._window is not None:
            return self._window
        if self._setting.is_feed:
            return self._setting.today
        if strike is not None and strike.time is not None:
            return strike.time
        return self._carried(draft, same_place=same_place)

    def _carried(self, draft: Draft, *, same_place: bool) -> TimeSpan | None:
        """The time told last, where a draft goes on from there; else that of the story's top."""
        if self._last is None:
            return None
        before, span = self._last
        apart = draft.sentence.paragraph - before.paragraph
        if apart == 0 and before.index + 1 >= draft.sentence.index:
            return span
        lead = self._lead if self._is_of_story(draft, same_place=same_place) else None
        if same_place and apart <= self.reach and (lead is None or span.end[:10] >= lead.start[:10]):
            return span
        return lead

    def _is_of_story(self, draft: Draft, *, same_place: bool) -> bool:
        """Whether a draft belongs to the one story of an article; an attack may be another one."""
        if self._setting.is_post or not self.reach:
            return False
        if draft.kind == "casualties" and self._is_running(draft):
            return False
        return draft.kind in _OF_STORY or (draft.kind == "attack" and same_place)

    def _is_running(self, draft: Draft) -> bool:
        """Whether people are told to have come to harm in a whole country up to now: "have killed 3,700 in Lebanon"."""
        national = bool(draft.marks) and all(m.value.place.precision == "country" for m in draft.marks)
        before = self._view.folded[max(draft.sentence.start, draft.at - _AUXILIARY) : draft.at]
        return national and bool(_HAS.search(before))

    def _is_long_ago(self, draft: Draft) -> bool:
        """Whether a draft's words put it at no certain time, or name a strike only as that whose toll has grown."""
        vague = ("sometime", "toll_revised") if draft.kind == "attack" else ("sometime",)
        return bool(self._marks.cues(*_stretch(draft), *vague))

    def _comes_of_apart(self, draft: Draft) -> bool:
        """Whether a draft tells what came of a strike in its sentence that has no time to share."""
        return draft.kind in _OF_STORY and self._apart == draft.sentence.index

    def _is_earlier(self, draft: Draft) -> bool:
        """Whether a draft tells what was before the news: "a day after Hezbollah fired rockets"."""
        return bool(_EARLIER.search(self._view.folded[max(draft.sentence.start, draft.start - _REACH) : draft.at]))

    def _is_now(self, draft: Draft, told: TimeSpan | None) -> bool:
        """Whether a draft tells what lasts while it is told; `told`: the time that it has from elsewhere."""
        if draft.kind in _AT_ONCE:
            return told is None and self._setting.is_post
        lasts = draft.kind == "response" or (draft.kind in _GOES_ON and told is None)
        return lasts and bool(self._marks.cues(*_stretch(draft), "ongoing"))

    def _is_right_now(self, draft: Draft) -> bool:
        """Whether a post says that something happens as it is written: «прямо зараз»."""
        part = draft.sentence
        return self._setting.is_post and bool(_RIGHT_NOW.search(self._view.folded, part.start, part.end))

    # the time of a whole text

    def _governing(self, parts: list[Sentence]) -> TimeSpan | None:
        """The span that a post's heading, date line or first report gives to all that it tells."""
        head = parts if self._is_official() else self._head(parts)
        spans = [m.value for part in head for m in self._moments.told(part)]
        spans = [s for s in spans if not self._setting.is_past(s)]
        whole: TimeSpan | None = next((s for s in spans if s.basis != "as-of" and s.grain not in _LONG), None)
        later = self._marks.dated(0, parts[-1].end)
        as_of: TimeSpan | None = next((m.value for m in later if m.value.basis == "as-of"), None)
        if whole is not None:
            return _up_to(whole, as_of) if as_of is not None else whole
        if as_of is not None:
            return _day_of(as_of)
        return self._setting.today if self._tells_the_day(parts[0]) else None

    def _head(self, parts: list[Sentence]) -> list[Sentence]:
        """The sentences of a text up to the first that tells of an event; behind a headline, up to the next."""
        telling = [i for i, part in enumerate(parts) if part.triggers][:2] or [len(parts)]
        headline = len(telling) > 1 and parts[telling[0]].end in self._view.breaks
        return parts[: (telling[1] if headline else telling[0]) + 1]

    def _tells_the_day(self, head: Sentence) -> bool:
        """Whether a post says that it sums up its day, or is an official's statement on it."""
        if self._marks.cues(head.start, head.end, "today"):
            return True
        return self._is_official() and bool(self._marks.cues(head.start, head.end, "title"))

    def _is_official(self) -> bool:
        """Whether a ministry or a command publishes the text: its bulletins are of one day or night."""
        publisher = self._setting.publisher
        return publisher is not None and publisher.kind in _OFFICIAL

    # the time of one claim

    def _own(self, draft: Draft) -> TimeSpan | None:
        """The span told with the draft: in its words, else in its sentence."""
        nearest = self._moments.own(draft)
        counted = self._since(draft) if nearest is None else None
        if counted is not None:
            draft.apart = True
            return counted
        if nearest is None or (draft.apart and nearest.start < draft.start):
            return None
        span = self._moments.span(nearest, draft.sentence)
        window = self._window
        if span.basis == "as-of":
            within = window is not None and span.start[:10] in {window.start[:10], window.end[:10]}
            if draft.kind != "sighting":  # what stood at a moment was done by then
                return window if window is not None and within else _day_of(span)
            if within:
                return span
        return window if window is not None and self._opens(nearest) else span

    def _since(self, draft: Draft) -> TimeSpan | None:
        """From when to the day of the text a count runs: "36,096 have been killed since October 7"."""
        counts = draft.of_war or draft.count is not None or any(p.min or p.max for p in draft.people)
        mark = self._moments.since(draft) if counts and draft.kind in _COUNTED else None
        today = self._setting.today
        if mark is None or today is None or mark.value.start > today.end:
            return None
        return TimeSpan(mark.value.start, today.end, mark.value.zone, "range", mark.value.basis)

    def _opens(self, mark: Mark) -> bool:
        """Whether words of time are those that a post's window begins with; the window then says more."""
        window = self._window
        if window is None or (window.grain == "range" and "T" not in window.start):
            return False  # of several days, one is what it says
        first = self._marks.dated(0, mark.end)
        return all(m.value.basis == "as-of" or m.value.start[:10] in window.start for m in first)


def _is_digest(parts: list[Sentence]) -> bool:
    """Whether the items or paragraphs of an article tell a story each, so that the time of one is not another's."""
    if sum(part.item for part in parts) > 1:
        return True
    lengths = [len(list(inside)) for _, inside in groupby(part.paragraph for part in parts)]
    stories = sum(length > 1 for length in lengths)
    return stories > _FEW and stories > _STORIES * len(lengths)


def _opens_a_list(part: Sentence, named: list[Mark]) -> bool:
    """Whether the top of an article tells the day of the list below it: "Here is where things stand on Monday:"."""
    return part.heading and part.index <= _TOP and named[0].value.grain == "day"


def _stretch(draft: Draft) -> tuple[int, int]:
    """The words of a draft's event; of one that has no event, its own."""
    start, end = draft.scope if draft.scope[1] else (draft.start, draft.end)
    return max(start, draft.at - _AROUND), min(end, draft.until + _AROUND)


def _day_after(span: TimeSpan) -> TimeSpan:
    """The day on which a night ends: what is done about a strike is done behind it."""
    return _day_of(span) if span.grain == "night" else span


def _up_to(whole: TimeSpan, as_of: TimeSpan) -> TimeSpan:
    """From the start of a span to the moment of the report, where that lies on its last day."""
    if as_of.start[:10] != whole.end[:10] or "T" not in whole.start or "T" not in as_of.start:
        return whole
    return TimeSpan(whole.start, max(whole.start, as_of.end), whole.zone, "range", whole.basis)


def _day_of(as_of: TimeSpan) -> TimeSpan:
    day = as_of.end[:10]
    return TimeSpan(day, day, as_of.zone, "day", as_of.basis)


def zoned(draft: Draft) -> TimeSpan | None:
    """A draft's time with the zone of its place, where the words name none."""
    time = draft.time
    if time is None or time.zone:
        return time
    country = next((p.country for p in draft.places if p.role == "target" and p.country), None)
    zone = theatres.load().zone(country)
    return TimeSpan(time.start, time.end, zone, time.grain, time.basis) if zone else time
