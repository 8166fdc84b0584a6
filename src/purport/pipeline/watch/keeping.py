"""What a poll has brought, through the extractor and into the ledger."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import structs

from purport.ledger import Added, Entry, Failure, Ledger
from purport.ledger.feedrecords import FeedFile, FeedHour, FeedSetting, Polled
from purport.model import Claim, Document
from purport.model.codec import encode_document
from purport.pipeline.stages import NamedExtractor
from purport.pipeline.stream import checked, reason_of
from purport.pipeline.watch.health import HABIT_DAYS, Mark, Step, Terms, encode_mark, habit_of, step
from purport.sources.polling import Poll

__all__ = ["Keeper", "Kept"]


class Kept(NamedTuple):
    """The mark that a poll has left, what it added, and the step that it was; None where another watcher was faster."""

    step: Step | None
    added: Added


class Keeper:
    """Keeps polls. `jitter` gives numbers from 0 to 1."""

    def __init__(self, book: Ledger, extract: NamedExtractor, jitter: Callable[[], float]) -> None:
        self._book = book
        self._extract = extract
        self._jitter = jitter

    def keep(
        self,
        feed: FeedSetting,
        silent_after: float | None,
        mark: tuple[str | None, Mark],
        now: datetime,
        poll: Poll | None,
    ) -> Kept:
        """Keep a poll, or that time has passed without one, in one transaction. Raises LedgerError."""
        written, before = mark
        entries, fresh, failures = self._entries(poll) if poll else ([], 0, [])
        told = [_mark_of(failure) for failure in failures]
        untold = [f for f, m in zip(failures, told, strict=True) if m not in before.told]
        terms = Terms(feed.name, float(feed.every), silent_after, self._jitter())
        made = step(before, terms, now, poll, fresh, [m for m in told if m not in before.told])
        if made.hours:
            made = made._replace(mark=structs.replace(made.mark, habit=self._habit(feed.name, now, made.hours)))
        if made.mark == before:
            return Kept(made, Added())
        polled = Polled(
            feed=feed,
            at=now.isoformat(),
            before=written,
            mark=encode_mark(made.mark),
            extractor=self._extract.name,
            entries=tuple(entries),
            failures=tuple(untold),
            states=made.states,
            hours=made.hours,
            gaps=made.gaps,
        )
        added = self._book.feeds.keep(_with_posts(polled, poll) if poll else polled)
        return Kept(made, added) if added is not None else Kept(None, Added())

    def _entries(self, poll: Poll) -> tuple[list[Entry], int, list[Failure]]:
        """What the ledger lacks of a poll's documents, how many of them are news, and what could not be read."""
        failures = [Failure(error.about, reason_of(error)) for error in poll.errors]
        documents = [one for one in poll.documents if _is_storable(one, failures)]
        standings = self._book.standings(documents, self._extract.name)
        changed = [one for one, s in zip(documents, standings, strict=True) if s.status == "changed"]
        words = self._book.feeds.words(one.key for one in changed) if changed else set()
        entries: list[Entry] = []
        fresh = 0
        for document, standing in zip(documents, standings, strict=True):
            is_redated = standing.status == "changed" and (document.key, document.title, document.text) in words
            if standing.extracted or is_redated:
                continue
            claims = self._claims(document, failures)
            if claims is not None or standing.status != "known":
                entries.append(Entry(document, claims))
            fresh += standing.status != "known"
        return entries, fresh, failures

    def _claims(self, document: Document, failures: list[Failure]) -> tuple[Claim, ...] | None:
        try:
            return checked(document, self._extract)
        except Exception as error:  # the document is kept; a newer extractor may read it
            failures.append(Failure(document.id, reason_of(error)))
            return None

    def _habit(self, feed: str, now: datetime, hours: Sequence[FeedHour]) -> tuple[float, ...]:
        since = (now - timedelta(days=HABIT_DAYS)).isoformat()
        return habit_of([*self._book.feeds.hours(feed, since), *hours])


def _with_posts(polled: Polled, poll: Poll) -> Polled:
    """With what the feed shows and shows no more, and the files that it has read."""
    return structs.replace(
        polled,
        shown=_keys(poll.shown),
        gone=_keys(poll.gone),
        basis=poll.basis,
        files=tuple(FeedFile(one.name, one.size, one.modified) for one in poll.files),
    )


def _keys(urls: Iterable[str]) -> tuple[str, ...]:
    return tuple(_stub(url).key for url in urls)


def _stub(url: str) -> Document:
    """A document of which no more is known than its address, which makes its key."""
    return Document(id=url, source="", kind="telegram", url=url, published=None, language=None, title=None, text="")


def _is_storable(document: Document, failures: list[Failure]) -> bool:
    """Whether the record can be written at all: half a surrogate pair, for one, has no UTF-8."""
    try:
        encode_document(document)
    except (UnicodeError, ValueError, TypeError) as error:
        failures.append(Failure(document.id, reason_of(error)))
        return False
    return True


def _mark_of(failure: Failure) -> str:
    told = f"{failure.about}\n{failure.reason}".encode(errors="backslashreplace")
    return hashlib.sha256(told).hexdigest()[:12]
