"""A picture or video of a document: where it is and what is written under it, never what it shows."""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from purport.model.canonical import digest
from purport.model.place import Place
from purport.model.time import TimeSpan

if TYPE_CHECKING:
    from purport.model.document import Document

__all__ = ["Finding", "Media", "MediaKind", "media_id", "media_ids"]

MediaKind = Literal["photo", "video"]


class Media(Struct, frozen=True, omit_defaults=True):
    """A picture or video: kept with its document, never read as a claim, and never fetched unless somebody asks.

    `url` is a web address, or a path in the export that the document came in; None where the document tells of a
    picture that nobody has saved, or of a caption whose picture it does not name. `sha256` is that of the file's
    bytes, where somebody has fetched it.
    """

    caption: str | None = None
    url: str | None = None
    kind: MediaKind | None = None
    credit: str | None = None
    sha256: str | None = None


class Finding(Struct, frozen=True, omit_defaults=True):
    """What a person has verified of a picture or video, by its id: what it shows, where and when; None: nothing.

    `genuine`: whether it shows what it is told to show, and is not staged, altered, or of another time or place.
    """

    media: str
    genuine: bool | None = None
    place: Place | None = None
    time: TimeSpan | None = None

    def __post_init__(self) -> None:
        if self.genuine is None and self.place is None and self.time is None:
            raise ValueError("nothing was found")


def media_ids(document: "Document") -> list[str]:
    """An id for each of a document's media, in their order.

    What has a web address is known by it, in whichever document it stands. What has none, and that of a Telegram post,
    whose files change their addresses each day, is known by its document and its place in it.
    """
    return [media_id(document, at, one) for at, one in enumerate(document.media)]


def media_id(document: "Document", at: int, one: Media) -> str:
    """The id of one of a document's media, by its place in it from 0 on."""
    if one.url and document.kind != "telegram" and one.url.startswith(("http://", "https://")):
        return digest("m", 1, ["url", one.url.split("#", 1)[0]])
    return digest("m", 1, ["document", document.key, at])
