"""The words of time in a sentence, and of which of its events they tell."""

from collections.abc import Callable
from datetime import date, timedelta

from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.model import TimeSpan, View

__all__ = ["IsTimeOfSpeech", "Moments"]

_REACH = 400  # code points of a sentence around an event in which its time is looked for
_COUNTED_SINCE = 90  # code points behind a verb in which it is told since when it is counted
_SINCE_ROOM = 56  # code points before words of time in which it is told that something has been so since then
_BEHIND = 40  # code points behind an event's words in which its time may follow
_BEFORE = 12  # the same in front of them
_ADJACENT = 30  # code points between words of time and the noun that they describe: "Monday's deadly missile attack"
_BESIDE = 90  # code points around words of time in which the event that they tell of is looked for
_SAYING = ("say", "according")
_HARM = frozenset({"casualties", "damage", "impact"})
_ELSEWHEN = frozenset({"response", "statement"})  # what is done and said about a strike has a time of its own
_SINCE = pattern(r"<since_then>\b")
_SINCE_BEFORE = pattern(r"\b(?:<since>|(?:<since>|<war_that>)\b[^,;.]{0,40}\b<began>)\s$")
_RANKED = pattern(r"\b<ranked>\b")
_SUPERLATIVE = pattern(r"\b<superlative>\b[^.;]{0,80}$")
_ANSWER_TO = pattern(r"\b<answer_to>\s(?:<article>\s)?$")
_FOLLOWING = pattern(r"\b<following>\s(?:<article>\s)?$")
_PUT_OUT = pattern(r"\b<put_out>\s(?:\w+\s)?$")
_PICTURED = pattern(r"\b<picture_of>\s$")
_BORN_BEFORE = pattern(r"\b<born>\s$")
_BORN_BEHIND = pattern(r"\W*<born>\b")
_RELATIVE = pattern(r"\b<told_of_it>\b[^,;)]*$")
_DESCRIBES = pattern(r"[^,;:.()]*$")

IsTimeOfSpeech = Callable[[Sentence, int], bool]
"""Whether words of time at an offset of a sentence tell when somebody spoke."""


class Moments:
    """The words of time of one document, asked for event by event."""

    def __init__(self, view: View, marks: Marks, is_time_of_speech: IsTimeOfSpeech | None) -> None:
        self._view, self._marks = view, marks
        self._is_time_of_speech = is_time_of_speech

    def own(self, draft: Draft) -> Mark | None:
        """The words of time told with a draft: beside its words, else in its event's stretch, else in its sentence."""
        found = self._of_sentence(draft)
        stretches = ((draft.start - _BEFORE, draft.end + _BEHIND), draft.scope, (draft.at - _REACH, draft.at + _REACH))
        for start, end in stretches:
            inside = [m for m in found if start <= m.start < end]
            if inside:
                return min(inside, key=lambda m: abs(m.start - draft.at))
        return None

    def since(self, draft: Draft) -> Mark | None:
        """The words of time behind a draft's verb that tell since when it is counted: "destroyed since Sunday".

        Of a whole war they may stand before it, too: "The war, which began in May, has killed ten thousand".
        """
        folded = self._view.folded
        first = draft.sentence.start if draft.of_war else draft.until
        for mark in self._marks.dated(first, min(draft.sentence.end, draft.until + _COUNTED_SINCE)):
            before = folded[first : mark.start]
            if not _RANKED.search(before) and (_SINCE.match(folded, mark.start) or _SINCE_BEFORE.search(before)):
                return mark
        return None

    def told(self, sentence: Sentence) -> list[Mark]:
        """The words of time that tell of what a sentence reports, not of when it was said."""
        found = self._marks.dated(sentence.start, sentence.end)
        return [m for m in found if not self._is_beside_the_point(m, sentence)]

    def span(self, mark: Mark, sentence: Sentence) -> TimeSpan:
        """The span of words of time; "overnight" and "in 24 hours" end on the day on which they were said."""
        span: TimeSpan = mark.value
        if self._is_time_of_speech is None or span.grain not in {"night", "day"} or "T" in span.start:
            return span
        spoken = self._spoken(sentence, mark)
        if spoken is None or span.start == span.end or span.basis != "published":
            return span
        back = date.fromisoformat(span.end) - spoken
        return _earlier(span, back) if back > timedelta(0) else span

    def _spoken(self, sentence: Sentence, mark: Mark) -> date | None:
        """The one day on which a sentence says that somebody spoke."""
        near = self._marks.dated(max(sentence.start, mark.start - _REACH), min(sentence.end, mark.end + _REACH))
        said = {m.value.end[:10] for m in near if m.value.grain in {"day", "part"} and self._is_speech(m, sentence)}
        return date.fromisoformat(said.pop()) if len(said) == 1 else None

    # which of them are whose

    def _of_sentence(self, draft: Draft) -> list[Mark]:
        start, end = max(draft.sentence.start, draft.at - _REACH), min(draft.sentence.end, draft.at + _REACH)
        found = self._marks.dated(start, end)
        spoken = draft.kind == "statement"
        return [
            m
            for m in found
            if not self._is_beside_the_point(m, draft.sentence, spoken=spoken) and not self._is_of_another(m, draft)
        ]

    def _is_beside_the_point(self, mark: Mark, sentence: Sentence, *, spoken: bool = False) -> bool:
        """Whether words of time tell of speaking, birth or a picture, or since when it had not happened."""
        folded = self._view.folded
        before = folded[max(sentence.start, mark.start - _SINCE_ROOM) : mark.start]
        if _SINCE.match(folded, mark.start) or _SINCE_BEFORE.search(before):
            return True
        ranked = mark.value.grain in {"month", "year"} and _SUPERLATIVE.search(folded, sentence.start, mark.start)
        if ranked:
            return True  # "the deadliest attack this year"
        if _PICTURED.search(before) or _BORN_BEFORE.search(before) or _BORN_BEHIND.match(folded, mark.end):
            return True
        return not spoken and self._is_speech(mark, sentence)

    def _is_speech(self, mark: Mark, sentence: Sentence) -> bool:
        """Whether words of time tell when somebody spoke: "said on Friday", whoever that was."""
        if self._is_time_of_speech is None:
            return False
        beside = self._marks.cues(max(sentence.start, mark.start - 24), mark.end + 2, *_SAYING)
        return any(c.end + 1 == mark.start or c.start == mark.end + 1 for c in beside) or self._is_time_of_speech(
            sentence, mark.start
        )

    def _is_of_another(self, mark: Mark, draft: Draft) -> bool:
        """Whether words of time tell of another event of the sentence than the draft."""
        if mark.start >= draft.until and _RELATIVE.search(self._view.folded[draft.until : mark.start]):
            return True
        return self._names_another(mark, draft) or self._tells_of_help(mark, draft)

    def _names_another(self, mark: Mark, draft: Draft) -> bool:
        """Whether they name a strike that the draft only answers: "in response to Monday's attack"."""
        noun = next(iter(self._marks.within(mark.end, mark.end + _ADJACENT, "trigger")), None)
        if noun is None or draft.at <= noun.start < draft.until:
            return False
        before = self._view.folded[max(draft.sentence.start, mark.start - 32) : mark.start]
        answers = _ANSWER_TO.search(before) or (draft.kind not in _HARM and _FOLLOWING.search(before))
        return bool(answers and _DESCRIBES.match(self._view.folded[mark.end : noun.start]))

    def _tells_of_help(self, mark: Mark, draft: Draft) -> bool:
        """Whether the event nearest to them is what was done or said about a strike, and the draft is the strike."""
        if draft.kind in _ELSEWHEN:
            return False
        if _PUT_OUT.search(self._view.folded[max(draft.sentence.start, mark.start - _ADJACENT) : mark.start]):
            return True
        start, end = max(draft.sentence.start, mark.start - _BESIDE), min(draft.sentence.end, mark.end + _BESIDE)
        near = self._marks.within(start, end, "trigger")
        nearest = min(near, key=lambda t: max(t.start - mark.end, mark.start - t.end), default=None)
        return nearest is not None and nearest.head in _ELSEWHEN and not draft.at <= nearest.start < draft.until


def _earlier(span: TimeSpan, back: timedelta) -> TimeSpan:
    start, end = (date.fromisoformat(day) - back for day in (span.start, span.end))
    return TimeSpan(start.isoformat(), end.isoformat(), span.zone, span.grain, span.basis)
