"""How a feed is: from one poll to the next, with nothing but its mark in between."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec
from msgspec import Struct, structs

from purport.ledger.feedrecords import FeedGap, FeedHour, FeedState, State
from purport.sources.polling import Poll

__all__ = ["HABIT_DAYS", "Mark", "Step", "Terms", "decode_mark", "encode_mark", "habit_of", "step", "watched_until"]

HABIT_DAYS = 14
"""Days back from which a feed's habit is told."""

_RETOLD = 50  # failures of items that are remembered, so that each is told once
_LONGEST = 3600.0  # seconds between two polls of a feed that fails, where `every` is less
_LONGEST_WAIT = 24 * 3600.0  # of what a server may ask for
_JITTER = 0.1
_OVERDUE = 2.0  # intervals without a success until a feed is broken
_MISSED = 2.5  # intervals between two successes from which on there is a gap, whatever the reason
_EXPECTED = 8.0  # items that the habit lets expect in a silence: by chance there is none once in 3,000 times
_TOO_MUCH = "more was published than the feed shows at a time"
_ENOUGH = 24  # hours of record without which there is no habit


class Mark(Struct, frozen=True, omit_defaults=True):
    """How far the watching of one feed has come. Moments are ISO 8601 in UTC.

    `polled`, `succeeded`, `fresh`: the last poll, the last that was answered, the last that brought something new.
    `begun`: the first poll. `due`: the next; `free`: when the feed's host may be asked again. `gap`: the beginning of a
    gap that is being filled, and its reason. `hour`: the one that `polls`, `failed` and `items` are of. `told`: hashes
    of failures that are in the book. `habit`: items expected in each hour of the day; empty: not known.
    """

    cursor: str = ""
    begun: str | None = None
    polled: str | None = None
    succeeded: str | None = None
    fresh: str | None = None
    due: str | None = None
    free: str | None = None
    failures: int = 0
    state: State | None = None
    reason: str = ""
    gap: tuple[str, str] | None = None
    hour: str | None = None
    polls: int = 0
    failed: int = 0
    items: int = 0
    told: tuple[str, ...] = ()
    habit: tuple[float, ...] = ()


class Terms(NamedTuple):
    """What a feed is held to; seconds. `jitter`: a number from 0 to 1."""

    name: str
    every: float
    silent_after: float | None
    jitter: float


class Step(NamedTuple):
    """A mark, with what there is to be told and kept of the way to it."""

    mark: Mark
    states: tuple[FeedState, ...] = ()
    gaps: tuple[FeedGap, ...] = ()
    hours: tuple[FeedHour, ...] = ()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Mark)


def encode_mark(mark: Mark) -> str:
    """The mark as the ledger keeps it."""
    return _encoder.encode(mark).decode()


def decode_mark(told: str | None) -> Mark:
    """The mark that the ledger kept; a new one where it kept none."""
    return _decoder.decode(told) if told else Mark()


def step(mark: Mark, terms: Terms, now: datetime, poll: Poll | None, items: int = 0, told: Sequence[str] = ()) -> Step:
    """What becomes of a mark with a poll (None: time has passed, that is all) that brought so many new items."""
    hours: tuple[FeedHour, ...] = ()
    gaps: tuple[FeedGap, ...] = ()
    after = mark
    if poll is not None:
        after, hours = _counted(mark, terms, now, poll, items)
        after = structs.replace(after, told=(*told, *mark.told)[:_RETOLD], begun=mark.begun or now.isoformat())
        after, gaps = _failed(after, terms, now, poll) if poll.failure else _succeeded(after, terms, now, poll, items)
    after, states = _judged(after, terms, now)
    return Step(after, states, gaps, hours)


def watched_until(mark: Mark, terms: Terms) -> datetime | None:
    """When a feed that is well is overdue, if nothing is heard of it until then."""
    last = mark.succeeded or mark.begun
    if mark.state == "broken" or last is None:
        return None
    return datetime.fromisoformat(last) + timedelta(seconds=_OVERDUE * terms.every)


def habit_of(hours: Iterable[FeedHour]) -> tuple[float, ...]:
    """The items that each hour of the day has brought on average, where it was heard; empty: too little is known."""
    heard = [one for one in hours if one.polls > one.failed]
    if len(heard) < _ENOUGH:
        return ()
    by_hour: list[list[int]] = [[] for _ in range(24)]
    for one in heard:
        by_hour[datetime.fromisoformat(one.hour).hour].append(one.fresh)
    return tuple(round(sum(found) / len(found), 3) if found else 0.0 for found in by_hour)


def _counted(mark: Mark, terms: Terms, now: datetime, poll: Poll, items: int) -> tuple[Mark, tuple[FeedHour, ...]]:
    hour = now.replace(minute=0, second=0, microsecond=0).isoformat()
    hours: tuple[FeedHour, ...] = ()
    if mark.hour is not None and hour > mark.hour:
        hours = (FeedHour(terms.name, mark.hour, mark.polls, mark.failed, mark.items),)
        mark = structs.replace(mark, polls=0, failed=0, items=0)
    current = hour if mark.hour is None else max(hour, mark.hour)  # a clock that is set back opens no hour anew
    sums = {"polls": mark.polls + 1, "failed": mark.failed + bool(poll.failure), "items": mark.items + items}
    return structs.replace(mark, hour=current, polled=now.isoformat(), **sums), hours


def _failed(mark: Mark, terms: Terms, now: datetime, poll: Poll) -> tuple[Mark, tuple[FeedGap, ...]]:
    failures = mark.failures + 1
    pause = min(terms.every * 2.0 ** min(failures - 2, 20), max(terms.every, _LONGEST))  # once soon, then less and less
    due = now + timedelta(seconds=pause * (1 + _JITTER * terms.jitter))
    free = now + timedelta(seconds=min(poll.wait, _LONGEST_WAIT)) if poll.wait else None
    after = structs.replace(
        mark,
        failures=failures,
        reason=str(poll.failure),
        due=max(due, free or due).isoformat(),
        free=free.isoformat() if free else None,
    )
    return after, ()


def _succeeded(mark: Mark, terms: Terms, now: datetime, poll: Poll, items: int) -> tuple[Mark, tuple[FeedGap, ...]]:
    gap = mark.gap or _missed(mark, terms, now, poll, items)
    gaps: tuple[FeedGap, ...] = ()
    if gap and poll.whole is not None:
        is_hole = not poll.whole or gap[1] != _TOO_MUCH
        gaps = (FeedGap(terms.name, gap[0], now.isoformat(), gap[1], filled=poll.whole),) if is_hole else ()
        gap = None
    pause = 0.0 if poll.more else terms.every * (1 + _JITTER * terms.jitter)
    after = structs.replace(
        mark,
        cursor=poll.cursor,
        succeeded=now.isoformat(),
        fresh=now.isoformat() if items or mark.fresh is None else mark.fresh,
        due=(now + timedelta(seconds=pause)).isoformat(),
        free=None,
        failures=0,
        reason="; ".join(str(error) for error in poll.errors[:1]),
        gap=gap,
    )
    return after, gaps


def _missed(mark: Mark, terms: Terms, now: datetime, poll: Poll, items: int) -> tuple[str, str] | None:
    """The beginning and the reason of the time in which a feed that is heard again was not."""
    if mark.succeeded is None:
        return (mark.begun, mark.reason) if mark.state == "broken" and mark.begun else None
    if mark.state == "broken" and mark.failures:
        return mark.succeeded, mark.reason
    if (now - datetime.fromisoformat(mark.succeeded)).total_seconds() > _MISSED * terms.every:
        return mark.succeeded, mark.reason if mark.failures else "nobody watched"
    if poll.whole is not True:
        return mark.succeeded, _TOO_MUCH
    if mark.state == "silent" and items and mark.fresh:
        return mark.fresh, mark.reason or "nothing new for longer than is its habit"
    return None


def _judged(mark: Mark, terms: Terms, now: datetime) -> tuple[Mark, tuple[FeedState, ...]]:
    """The mark with the state that the feed is in, and that state where it is another one."""
    state, since, reason = _state(mark, terms, now)
    if state is None or state == mark.state:
        return mark, ()
    told = FeedState(terms.name, now.isoformat(), state, since, reason)
    return structs.replace(mark, state=state), (told,)


def _state(mark: Mark, terms: Terms, now: datetime) -> tuple[State | None, str | None, str]:
    since = mark.succeeded or mark.begun
    if since is None:
        return None, None, ""
    until = datetime.fromisoformat(since) + timedelta(seconds=_OVERDUE * terms.every)
    if mark.failures >= _OVERDUE or (now >= until and mark.polled != mark.succeeded):
        return "broken", since, mark.reason or "no answer"
    if mark.succeeded is None or mark.failures:
        return mark.state, None, ""  # one failure is no state
    if mark.fresh and _is_silent(mark, terms, now):
        return "silent", mark.fresh, "nothing new for longer than is its habit"
    return "alive", mark.fresh, ""


def _is_silent(mark: Mark, terms: Terms, now: datetime) -> bool:
    last = datetime.fromisoformat(mark.fresh or now.isoformat())
    if terms.silent_after is not None:
        return (now - last).total_seconds() >= terms.silent_after
    return bool(mark.habit) and _expected(mark.habit, last, now) >= _EXPECTED


def _expected(habit: Sequence[float], last: datetime, now: datetime) -> float:
    """How many items the habit lets expect between two moments."""
    total = 0.0
    at = last
    while at < now and total < _EXPECTED:
        until = min(now, at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1))
        total += habit[at.hour] * (until - at).total_seconds() / 3600
        at = until
    return total
