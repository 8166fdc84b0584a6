"""What is known of a document before its words are read: who publishes it, when, for whom, as what sort of text."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from purport.claims import theatres
from purport.model import Document, Source, TimeSpan

__all__ = ["Setting", "setting_of"]

_NEWS = 10  # days for which an article still tells of something as news
_POSTS = frozenset({"telegram", "statement"})


class Setting(Struct, frozen=True, gc=False):
    """Where a text stands.

    `is_post`: a channel's post or an official statement, which tells one thing after the other. `is_feed`: an item of a
    feed. `is_brief`: either of them, in which every word is a report. `side`: the party it speaks for.
    `language`: its code. `published`: when, as the document has it. `today`: that day in the publisher's zone.
    """

    publisher: Source | None
    is_post: bool
    is_feed: bool
    is_brief: bool
    side: str | None
    language: str | None
    published: str | None
    today: TimeSpan | None

    def is_past(self, span: TimeSpan) -> bool:
        """Whether what happened then is no news any more in a text that is."""
        if self.today is None or self.is_post:
            return False
        return (date.fromisoformat(self.today.start) - date.fromisoformat(span.end[:10])).days > _NEWS


def setting_of(document: Document, publisher: Source | None, zone: str | None) -> Setting:
    """The setting of a document. `zone`: the IANA zone in which its publisher tells the time."""
    side = publisher.side if publisher and publisher.side else theatres.load().side(document)
    return Setting(
        publisher=publisher,
        is_post=document.kind in _POSTS,
        is_feed=document.kind == "feed",
        is_brief=document.kind != "article",
        side=side,
        language=document.language,
        published=document.published,
        today=_today(document.published, zone),
    )


def _today(published: str | None, zone: str | None) -> TimeSpan | None:
    """The day of publication, for texts whose words put what they tell at the moment of speaking."""
    if not published or len(published) < len("2024-01-01"):
        return None
    day = _local_day(published, zone)
    return TimeSpan(day, day, zone, "day", "published")


def _local_day(published: str, zone: str | None) -> str:
    if len(published) == len("2024-01-01") or zone is None:
        return published[:10]
    return datetime.fromisoformat(published).astimezone(ZoneInfo(zone)).date().isoformat()
