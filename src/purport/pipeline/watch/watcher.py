"""The loop: who is due is asked in a thread of its own; what comes back is kept by one thread, one after the other."""

import logging
import queue
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import Struct

from purport.errors import InputError, LedgerError
from purport.ledger import Ledger
from purport.ledger.feedrecords import FeedSetting
from purport.ledger.polling import mark_of
from purport.pipeline.linking import Linker, bring_up_to_date
from purport.pipeline.watch.clock import Clock
from purport.pipeline.watch.health import Mark, Step, Terms, decode_mark, watched_until
from purport.pipeline.watch.keeping import Keeper
from purport.pipeline.watch.telling import Teller
from purport.sources.polling import Poll, Pollable

__all__ = ["Told", "Watched", "Watcher"]

_log = logging.getLogger("purport.watch")

_AT_ONCE = 8  # feeds that are asked at the same time
_LONGEST = 60.0  # seconds until the loop looks around, whatever is due
_FARTHEST = 24 * 3600.0  # seconds that no feed is left alone beyond, whatever it asks for
_RETRY = 5.0  # seconds until a ledger that somebody else is writing to is tried again


class Watched(Struct, frozen=True):
    """A feed with what it is held to."""

    setting: FeedSetting
    source: Pollable
    silent_after: float | None = None


class Told(Struct):
    """What the watching has come to so far."""

    polls: int = 0
    failed: int = 0
    new: int = 0
    changed: int = 0
    claims: int = 0


class _Answer(NamedTuple):
    feed: Watched
    poll: Poll


class Watcher:
    """Watches feeds until it is stopped. `pause`: seconds that each host is left alone after a question.

    Nothing that matters is in its memory: what is kept is kept with its mark in one transaction, so that one that is
    killed goes on where it was, and two that watch the same do no harm.
    """

    def __init__(
        self,
        book: Ledger,
        feeds: Sequence[Watched],
        keeper: Keeper,
        teller: Teller,
        clock: Clock,
        *,
        linker: Linker | None,
        pause: float,
    ) -> None:
        self._book = book
        self._feeds = {feed.setting.name: feed for feed in feeds}
        self._keeper = keeper
        self._teller = teller
        self._clock = clock
        self._linker = linker
        self._pause = pause
        self._inbox: queue.SimpleQueue[_Answer | None] = queue.SimpleQueue()
        self._flying: dict[str, str] = {}  # feed: host
        self._free: dict[str, datetime] = {}  # host: when it may be asked again
        self._marks: dict[str, tuple[str | None, Mark]] = {}
        self._stopped = threading.Event()
        self._unlinked = True
        self.told = Told()

    def stop(self) -> None:
        """End the watching as soon as what is being kept is kept; a signal's handler may call it."""
        self._stopped.set()
        self._inbox.put(None)

    def run(self) -> None:
        """Watch until stopped. Raises LedgerError where the ledger cannot be used at all."""
        self._begin()
        while not self._stopped.is_set():
            self._ask_due({name: self._due(name) for name in self._feeds})
            self._take(self._clock.wait(self._inbox, self._idle(), busy=bool(self._flying)))
            self._look_around()

    def once(self) -> None:
        """Poll every feed once, with what follows from that at once, and end; whoever asks to be left alone is left."""
        self._begin()
        left: dict[str, datetime] = {}
        for name, (_, mark) in self._marks.items():
            free = datetime.fromisoformat(mark.free) if mark.free else None
            if free and free > self._clock.now():
                _log.warning("%s: asks to be left alone until %s", name, mark.free)
            else:
                left[name] = self._clock.now()
        while (left or self._flying) and not self._stopped.is_set():
            self._ask_due({name: max(at, self._host_free(name)) for name, at in left.items()})
            left = {name: at for name, at in left.items() if name not in self._flying}
            wait = (min(map(self._host_free, left), default=self._clock.now()) - self._clock.now()).total_seconds()
            answer = self._clock.wait(self._inbox, wait if left and wait > 0 else _LONGEST, busy=bool(self._flying))
            if self._take(answer) and answer and answer.poll.more:
                left[answer.feed.setting.name] = self._clock.now()
        self._look_around()

    def _begin(self) -> None:
        self._teller.begin()
        for name in self._feeds:
            self._reload(name)
        self._look_around()

    def _reload(self, name: str) -> None:
        written = self._book.feeds.mark(mark_of(name))
        self._marks[name] = (written, decode_mark(written))

    def _due(self, name: str) -> datetime:
        mark, now = self._marks[name][1], self._clock.now()
        due = datetime.fromisoformat(mark.due) if mark.due else now
        if (due - now).total_seconds() > _FARTHEST + 2 * self._feeds[name].setting.every:
            due = now  # the clock has been set back since
        return max(due, self._host_free(name))

    def _host_free(self, name: str) -> datetime:
        host = self._feeds[name].source.host
        return self._free.get(host) or self._clock.now()

    def _ask_due(self, due: dict[str, datetime]) -> None:
        now = self._clock.now()
        for name, at in sorted(due.items(), key=lambda one: (one[1], one[0])):
            host = self._feeds[name].source.host
            if len(self._flying) >= _AT_ONCE or at > now:
                return
            if name not in self._flying and host not in self._flying.values():
                self._flying[name] = host
                ask = (self._feeds[name], self._marks[name][1].cursor)
                threading.Thread(target=self._ask, args=ask, name=f"feed {name}", daemon=True).start()

    def _ask(self, feed: Watched, cursor: str) -> None:
        try:
            poll = feed.source.poll(cursor)
        except Exception as error:  # whatever a feed does, the others are watched on
            _log.exception("%s", feed.setting.name)
            poll = Poll(cursor=cursor, failure=InputError(f"{type(error).__name__}: {error}"), whole=None)
        self._inbox.put(_Answer(feed, poll))

    def _idle(self) -> float:
        """Seconds until something has to be done if nothing comes in."""
        now = self._clock.now()
        waiting = [self._due(name) for name in self._feeds if name not in self._flying]
        overdue = [at for name in self._feeds if (at := self._overdue(name)) is not None]
        moments = [*waiting, *overdue, *self._teller.moments(), now + timedelta(seconds=_LONGEST)]
        later = [at for at in moments if at > now]
        is_full = len(self._flying) >= _AT_ONCE
        if any(at <= now for at in waiting) and not is_full and not self._flying:
            return 0.0
        return (min(later) - now).total_seconds()

    def _overdue(self, name: str) -> datetime | None:
        feed = self._feeds[name]
        return watched_until(self._marks[name][1], Terms(name, feed.setting.every, feed.silent_after, 0.0))

    def _take(self, answer: _Answer | None) -> bool:
        """Keep what has come in; whether it could be kept."""
        if answer is None:
            return False
        name = answer.feed.setting.name
        host = self._flying.pop(name)
        pause = max(self._pause, answer.feed.source.pause)
        self._free[host] = self._clock.now() + timedelta(seconds=pause)
        return self._keep(answer.feed, answer.poll)

    def _keep(self, feed: Watched, poll: Poll | None) -> bool:
        name = feed.setting.name
        now = self._clock.now()
        is_first = self._marks[name][1].state is None
        try:
            kept = self._keeper.keep(feed.setting, feed.silent_after, self._marks[name], now, poll)
            self._reload(name)
        except LedgerError as error:
            if not error.retry:
                raise
            _log.warning("%s: %s; it will be asked again", name, error)
            self._free[feed.source.host] = now + timedelta(seconds=_RETRY)
            return False
        if kept.step is None:
            return False
        self.told.polls += poll is not None
        self.told.failed += bool(poll and poll.failure)
        self.told.new += kept.added.new
        self.told.changed += kept.added.changed
        self.told.claims += kept.added.claims
        self._unlinked = self._unlinked or bool(kept.added.new or kept.added.changed or kept.added.claims)
        self._tell(name, kept.step, poll, is_first=is_first)
        return True

    def _tell(self, name: str, made: Step, poll: Poll | None, *, is_first: bool) -> None:
        if poll and poll.failure:
            _log.info("%s: %s", name, poll.failure)
        for state in made.states:
            since = f" since {state.since}" if state.since and state.state != "alive" else ""
            level = logging.INFO if state.state == "alive" else logging.WARNING
            _log.log(level, "feed %s is %s%s%s", name, state.state, since, f": {state.reason}" if state.reason else "")
            if not (is_first and state.state == "alive"):
                self._teller.feed(state)
        for gap in made.gaps:
            had = "had since" if gap.filled else "not had"
            _log.warning(
                "feed %s was not heard from %s to %s (%s); what it told meanwhile is %s",
                name,
                gap.start,
                gap.end,
                gap.reason,
                had,
            )

    def _look_around(self) -> None:
        """What is to be done beside the polls: tell who is overdue, link what is new, and tell of it."""
        now = self._clock.now()
        for name, feed in self._feeds.items():
            at = self._overdue(name)
            if at is not None and at <= now:
                self._keep(feed, None)
        if self._inbox.empty():
            self._link()
        self._teller.look(now)

    def _link(self) -> None:
        if not self._unlinked or self._linker is None:
            return
        try:
            bring_up_to_date(self._book, self._linker, cause="watching", clock=self._clock.now)
            self._unlinked = False
        except LedgerError as error:
            if not error.retry:
                raise
            _log.warning("%s; what is new will be linked later", error)
