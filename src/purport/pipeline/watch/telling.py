"""Who is told what is new: the ledger's alerts, from them a file of Atom and a webhook."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from purport.errors import LedgerError
from purport.ledger import Ledger
from purport.ledger.feedrecords import Alert, FeedState
from purport.pipeline.changes import compare
from purport.pipeline.watch.alerts import alert_of_feed, alerts_of
from purport.pipeline.watch.atom import write_atom
from purport.pipeline.watch.webhook import Hook

__all__ = ["AtomFile", "Teller"]

_log = logging.getLogger("purport.watch")

_MARK = "alerts"


class AtomFile(Struct, frozen=True):
    """Where the last so many alerts go."""

    path: Path
    title: str
    entries: int


class Teller:
    """Makes alerts of what linkings have changed, `delay` seconds after they were, and hands them on.

    What was in the book before anybody watched is no news.
    """

    def __init__(self, book: Ledger, delay: float, hook: Hook | None, atom: AtomFile | None) -> None:
        self._book = book
        self._delay = timedelta(seconds=delay)
        self._hook = hook
        self._atom = atom
        self._shown = -1  # the last alert in the file
        self._failure: str | None = None

    def begin(self) -> None:
        """From now on, what is new is told."""
        if self._is_idle:
            return
        if self._book.feeds.mark(_MARK) is None:
            self._book.feeds.keep_alerts(_MARK, None, str(self._book.last_linking()))
        if self._hook:
            self._hook.begin()

    @property
    def _is_idle(self) -> bool:
        return self._hook is None and self._atom is None

    def feed(self, state: FeedState) -> None:
        """Tell that a feed has come to be silent or broken, or alive again."""
        mark = self._book.feeds.mark(_MARK)
        if not self._is_idle and mark is not None:
            self._book.feeds.keep_alerts(_MARK, mark, mark, [alert_of_feed(state)])

    def moments(self) -> Iterator[datetime]:
        """When something is to be done though nothing happens."""
        if self._hook and (due := self._hook.due()):
            yield due

    def look(self, now: datetime) -> None:
        """Make alerts of what is new, and hand on what has not been taken."""
        if self._is_idle:
            return
        try:
            self._collect(now)
            if self._atom:
                self._write(self._atom, now)
            if self._hook:
                self._send(self._hook, now)
        except LedgerError as error:
            if not error.retry:
                raise
            _log.warning("%s; alerts will be told later", error)

    def _collect(self, now: datetime) -> None:
        mark = self._book.feeds.mark(_MARK)
        since = int(mark or 0)
        until = self._book.last_linking(now - self._delay if self._delay else None)
        if until <= since:
            return
        made: list[Alert] = list(alerts_of(compare(*self._book.changed_between(since, until)), now.isoformat()))
        self._book.feeds.keep_alerts(_MARK, mark, str(until), made)

    def _write(self, atom: AtomFile, now: datetime) -> None:
        last = self._book.feeds.last_alert()
        if last == self._shown:
            return
        try:
            write_atom(atom.path, atom.title, self._book.feeds.alerts(last=atom.entries), now.isoformat())
            self._shown = last
        except OSError as error:
            _log.warning("%s: alerts cannot be written: %s", atom.path, error.strerror or error)

    def _send(self, hook: Hook, now: datetime) -> None:
        failure = hook.send(now)
        if failure is not None and failure != self._failure:
            _log.warning("the webhook does not take alerts: %s; they will be sent again", failure)
        self._failure = failure
