"""When it happened: a claim's own words of time, else those that govern its text."""

from collections.abc import Callable

from purport.claims import theatres
from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.syntax import pattern
from purport.model import TimeSpan, View

__all__ = ["Timing", "zoned"]

_SINCE = pattern(r"<since_then>\b")
_SINCE_BEFORE = pattern(r"\b<since>\s$")
_OFFICIAL = frozenset({"ministry", "military"})
_LONG = frozenset({"month", "year"})  # grains that tell of a post's subject, not of its day

IsTimeOfSpeech = Callable[[Sentence, int], bool]
"""Whether words of time at an offset of a sentence tell when somebody spoke."""


class Timing:
    """The times of one document, asked for in the order of its text."""

    def __init__(
        self, view: View, marks: Marks, setting: Setting, parts: list[Sentence], is_time_of_speech: IsTimeOfSpeech
    ) -> None:
        self._view, self._marks, self._setting = view, marks, setting
        self._is_time_of_speech = is_time_of_speech
        self._last: tuple[int, TimeSpan] | None = None  # the paragraph of the time told last, and that time
        brief = setting.is_post or setting.is_feed
        self._window = self._governing(parts) if brief and parts else None

    def of(self, draft: Draft, *, same_place: bool) -> TimeSpan | None:
        """The time of a draft. `same_place`: whether it tells of no other place than what was told before."""
        own = self._own(draft)
        if own is not None:
            self._last = (draft.sentence.paragraph, own)
            return own
        if draft.kind == "statement":
            return None
        if self._window is not None:
            return self._window
        today = self._setting.today
        if today is not None and (self._setting.is_feed or draft.kind == "sighting"):
            return today
        if self._setting.is_post or self._last is None or not same_place:
            return None
        return self._last[1] if self._last[0] == draft.sentence.paragraph else None

    # the time of a whole text

    def _governing(self, parts: list[Sentence]) -> TimeSpan | None:
        """The span that a post's heading or date line gives to all that it tells."""
        spans: list[TimeSpan] = [m.value for m in self._marks.within(0, parts[-1].end, "time")]
        whole = next((s for s in spans if s.basis != "as-of" and s.grain not in _LONG), None)
        as_of = next((s for s in spans if s.basis == "as-of"), None)
        if whole is not None:
            return _up_to(whole, as_of) if as_of is not None else whole
        if as_of is not None:
            return _day_of(as_of)
        return self._setting.today if self._tells_the_day(parts[0]) else None

    def _tells_the_day(self, head: Sentence) -> bool:
        """Whether a post says that it sums up its day, or is an official's statement on it."""
        if self._marks.cues(head.start, head.end, "today"):
            return True
        publisher = self._setting.publisher
        official = publisher is not None and publisher.kind in _OFFICIAL
        return official and bool(self._marks.cues(head.start, head.end, "title"))

    # the time of one claim

    def _own(self, draft: Draft) -> TimeSpan | None:
        """The span told with the draft: in its words, else in its sentence."""
        inside = self._marks_of_time(draft.start - 12, draft.end + 40, draft.sentence)
        found = inside or self._marks_of_time(draft.sentence.start, draft.sentence.end, draft.sentence)
        if not found:
            return None
        nearest = min(found, key=lambda m: abs(m.start - draft.at))
        span: TimeSpan = nearest.value
        window = self._window
        if span.basis == "as-of":
            within = window is not None and span.start[:10] in {window.start[:10], window.end[:10]}
            if draft.kind != "sighting":  # what stood at a moment was done by then
                return window if window is not None and within else _day_of(span)
            if within:
                return span
        return window if window is not None and self._opens(nearest) else span

    def _opens(self, mark: Mark) -> bool:
        """Whether words of time are those that a post's window begins with; the window then says more."""
        first = self._marks.within(0, mark.end, "time")
        return self._window is not None and all(
            m.value.basis == "as-of" or m.value.start[:10] in self._window.start for m in first
        )

    def _marks_of_time(self, start: int, end: int, sentence: Sentence) -> list[Mark]:
        found = self._marks.within(max(start, sentence.start), min(end, sentence.end), "time")
        return [m for m in found if not self._is_beside_the_point(m, sentence)]

    def _is_beside_the_point(self, mark: Mark, sentence: Sentence) -> bool:
        """Whether words of time tell when somebody spoke, or since when it had not happened."""
        before = self._view.folded[max(0, mark.start - 8) : mark.start]
        if _SINCE.match(self._view.folded, mark.start) or _SINCE_BEFORE.search(before):
            return True
        return not self._setting.is_post and self._is_time_of_speech(sentence, mark.start)


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
