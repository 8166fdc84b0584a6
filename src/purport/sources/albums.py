"""Albums of a Telegram export: each picture is a message of its own there, and only one of them has the words."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from purport.model import Document, Media

__all__ = ["Message", "joined"]


class Message(Struct, frozen=True):
    """A message of an export: its document, where it has words; its media; and the second in which it was sent."""

    document: Document | None
    media: tuple[Media, ...]
    sent: str | None


def joined(messages: Iterable[Message]) -> Iterator[Document]:
    """The documents, each with its own media and those of wordless messages beside it that were sent in one second."""
    waiting: list[Message] = []
    for message in messages:
        if waiting and (message.sent is None or message.sent != waiting[0].sent or _spoken(waiting, message)):
            yield from _album(waiting)
            waiting = []
        waiting.append(message)
    yield from _album(waiting)


def _spoken(waiting: list[Message], message: Message) -> bool:
    return message.document is not None and any(one.document for one in waiting)


def _album(messages: list[Message]) -> Iterator[Document]:
    media = tuple(media for message in messages for media in message.media)
    for message in messages:
        if message.document is not None:
            yield replace(message.document, media=media) if media else message.document
