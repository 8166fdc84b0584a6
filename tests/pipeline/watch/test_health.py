"""How a feed is told to be: broken, silent, alive; what gaps there are; and what is kept of the polls."""

from datetime import datetime, timedelta

import pytest

from purport.errors import FetchError
from purport.ledger.feedrecords import FeedGap, FeedHour, FeedState
from purport.pipeline.watch.health import Mark, Step, Terms, decode_mark, encode_mark, habit_of, step, watched_until
from purport.sources.polling import Poll
from tests.pipeline.watch.time import START

TERMS = Terms("A", 600.0, None, 0.0)
WELL = Poll()


class Life:
    """A feed from poll to poll."""

    def __init__(self, terms: Terms = TERMS) -> None:
        self.terms = terms
        self.mark = Mark()
        self.states: list[FeedState] = []
        self.gaps: list[FeedGap] = []
        self.hours: list[FeedHour] = []

    def at(self, minutes: float, poll: Poll | None = WELL, items: int = 0) -> Step:
        made = step(decode_mark(encode_mark(self.mark)), self.terms, when(minutes), poll, items)
        self.mark = made.mark
        self.states += made.states
        self.gaps += made.gaps
        self.hours += made.hours
        return made

    @property
    def told(self) -> list[str]:
        return [state.state for state in self.states]


def when(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def failing(wait: float | None = None) -> Poll:
    return Poll(failure=FetchError("the server answers 500"), wait=wait, whole=None)


def due(life: Life) -> float:
    assert life.mark.due
    return (datetime.fromisoformat(life.mark.due) - START).total_seconds() / 60


def test_one_failure_is_no_state_and_no_gap() -> None:
    life = Life()
    life.at(0, items=3)
    life.at(10, failing())
    life.at(15)
    assert life.told == ["alive"]
    assert life.gaps == []


def test_two_failures_are_broken_and_a_gap() -> None:
    life = Life()
    life.at(0)
    life.at(10, failing())
    life.at(15, failing())
    assert life.told == ["alive", "broken"]
    assert life.states[-1].since == START.isoformat()
    assert "500" in life.states[-1].reason
    life.at(40)
    assert life.told == ["alive", "broken", "alive"]
    [gap] = life.gaps
    assert (gap.start, gap.end, gap.filled) == (START.isoformat(), when(40).isoformat(), True)
    assert "500" in gap.reason


def test_who_is_not_asked_again_is_broken_after_two_intervals() -> None:
    life = Life()
    life.at(0)
    life.at(10, failing(wait=7200))
    assert due(life) == 130
    assert watched_until(life.mark, TERMS) == when(20)
    life.at(20, None)
    assert life.told == ["alive", "broken"]
    assert watched_until(life.mark, TERMS) is None


def test_who_never_answered_is_broken_and_missed_from_the_first_question_on() -> None:
    life = Life()
    life.at(0, failing())
    life.at(5, failing())
    assert life.told == ["broken"]
    life.at(60)
    assert [(gap.start, gap.end) for gap in life.gaps] == [(START.isoformat(), when(60).isoformat())]


def test_failures_are_asked_again_less_and_less() -> None:
    life = Life()
    pauses = []
    for _ in range(12):
        life.at(0, failing())
        pauses.append(due(life))
    assert pauses[:4] == [5, 10, 20, 40]
    assert pauses[-1] == 60
    slow = Life(TERMS._replace(every=7200.0))
    for _ in range(5):
        slow.at(0, failing())
    assert due(slow) == 120


def test_chance_only_makes_pauses_longer() -> None:
    life = Life(TERMS._replace(jitter=1.0))
    life.at(0)
    assert due(life) == pytest.approx(11)


def test_a_time_in_which_nobody_watched_is_a_gap() -> None:
    life = Life()
    life.at(0)
    life.at(300)
    assert [(gap.reason, gap.filled) for gap in life.gaps] == [("nobody watched", True)]


def test_what_was_published_beyond_what_is_shown_is_a_hole() -> None:
    life = Life()
    life.at(0)
    life.at(10, Poll(whole=False), items=9)
    assert [(gap.start, gap.filled) for gap in life.gaps] == [(START.isoformat(), False)]
    life.at(20, Poll(whole=None, more=True), items=9)
    assert due(life) == 20
    life.at(20, Poll(whole=True), items=9)
    assert len(life.gaps) == 1, "what was paged back to is no hole"


def test_a_gap_ends_when_it_is_known_whether_it_is_filled() -> None:
    life = Life()
    life.at(0)
    life.at(10, failing())
    life.at(15, failing())
    life.at(60, Poll(whole=None, more=True), items=5)
    assert life.gaps == []
    life.at(60.5, Poll(whole=False), items=5)
    assert [(gap.start, gap.end, gap.filled) for gap in life.gaps] == [
        (START.isoformat(), when(60.5).isoformat(), False)
    ]


def test_silence_against_the_habit_is_told() -> None:
    life = Life()
    for hour in range(30):
        for part in range(6):
            life.at(60 * hour + 10 * part, items=2)
        if life.hours:
            life.mark = decode_mark(encode_mark(life.mark))
    assert habit_of(life.hours)[0] == 12.0
    from msgspec import structs

    life.mark = structs.replace(life.mark, habit=habit_of(life.hours))
    begun = 60 * 30
    quiet = [minutes for minutes in range(begun, begun + 120, 10) if life.at(minutes).states]
    assert life.told == ["alive", "silent"]
    assert quiet[0] - (begun - 10) <= 50, "twelve an hour: eight are missing after forty minutes"
    life.at(begun + 120, items=1)
    assert life.told == ["alive", "silent", "alive"]
    assert [gap.reason for gap in life.gaps] == ["nothing new for longer than is its habit"]


def test_a_feed_that_sleeps_at_night_is_not_silent_then() -> None:
    hours = [
        FeedHour("A", (START + timedelta(hours=hour)).isoformat(), 6, 0, 12 if 8 <= hour % 24 < 20 else 0)
        for hour in range(72)
    ]
    life = Life()
    life.mark = Mark(habit=habit_of(hours))
    life.at(19 * 60 + 59, items=2)
    for minutes in range(20 * 60, 32 * 60, 10):
        life.at(minutes)
    assert life.told == ["alive"]
    for minutes in range(32 * 60, 33 * 60, 10):
        life.at(minutes)
    assert life.told == ["alive", "silent"]


def test_a_habit_needs_a_day_of_hours() -> None:
    hours = [FeedHour("A", (START + timedelta(hours=hour)).isoformat(), 6, 0, 12) for hour in range(23)]
    assert habit_of(hours) == ()
    deaf = [FeedHour("A", (START + timedelta(hours=hour)).isoformat(), 6, 6, 0) for hour in range(48)]
    assert habit_of(deaf) == ()


def test_silence_may_be_set() -> None:
    life = Life(TERMS._replace(silent_after=3600.0))
    life.at(0, items=1)
    for minutes in range(10, 80, 10):
        life.at(minutes)
    assert life.told == ["alive", "silent"]
    assert life.states[-1].at == when(60).isoformat()


def test_polls_are_kept_as_sums_of_hours() -> None:
    life = Life()
    for minutes in range(0, 130, 10):
        life.at(minutes, failing() if minutes == 70 else WELL, items=0 if minutes == 70 else 1)
    assert [(hour.hour[11:16], hour.polls, hour.failed, hour.fresh) for hour in life.hours] == [
        ("00:00", 6, 0, 6),
        ("01:00", 6, 1, 5),
    ]
    life.at(30)  # a clock that was set back
    life.at(61)
    assert len({hour.hour for hour in life.hours}) == len(life.hours)
