"""`messages.html` as Telegram Desktop exports it: the messages of one chat, a thousand a file."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from purport.errors import InputError, MalformedError, UnreadableError
from purport.model import Document, Media, MediaKind
from purport.model.canonical import encode
from purport.sources.albums import Message, joined
from purport.sources.channel import EDITED
from purport.sources.decoding import decode
from purport.sources.limits import MAX_EXPORT_PAGE
from purport.sources.markup import by_class, parse, text_of
from purport.sources.opening import Blob, sha256

__all__ = ["read"]

_AGAIN = "export the chat again"
_NUMBER = re.compile(r"message(\d+)")
_ANSWERED = re.compile(r"#go_to_message(\d+)")
_TIME = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")
_LISTS = "lists/chats.html"
_PUBLISHED = frozenset({"group", "channel"})
# Classes of what leads to a picture or a video, whether its file was exported or not.
_KINDS: dict[str, MediaKind] = {
    "photo_wrap": "photo",
    "media_photo": "photo",
    "video_file_wrap": "video",
    "animated_wrap": "video",
    "media_video": "video",
}


class _Chat(Struct):
    """The chat, and whence the message before was forwarded: what follows it soon after does not repeat that.

    `is_channel`: nobody but the chat itself writes in it, so that none of its names are those of private people.
    """

    name: str
    is_channel: bool
    forwarded_from: str | None = None


def read(blob: Blob, report: Callable[[InputError], None]) -> Iterator[Document]:
    """Each message that has a text; service messages, polls and bare pictures have none.

    Who wrote in a group, and whose words somebody forwarded there, is not kept. Raises InputError, also for a personal
    chat of a whole account's export, and for its lists of contacts, sessions and calls.
    """
    html = decode(blob.whole(MAX_EXPORT_PAGE, "a page of a Telegram export"), blob.name, declares=True, repair=True)
    root = parse(html, blob.name, elements=None)
    history = by_class(root, "history")
    if not history:
        cure = "give messages.html, or the folder that it is in"
        raise UnreadableError("a page of a Telegram export without messages", about=blob.name, cure=cure)
    _check_published(root, blob)
    yield from joined(_messages(history[0], _chat(root, blob.stem), blob, report))


def _chat(root: Any, stem: str) -> _Chat:
    headers = by_class(root, "page_header")
    name = _words(headers[0]) if headers else stem
    writers = {
        _words(one) for one in by_class(root, "from_name") if not one.xpath("ancestor::*[@class='forwarded body']")
    }
    return _Chat(name, is_channel=writers <= {name})


def _words(element: Any) -> str:
    return " ".join(text_of(element).split())


def _messages(history: Any, chat: _Chat, blob: Blob, report: Callable[[InputError], None]) -> Iterator[Message]:
    for at, element in enumerate(by_class(history, "message"), 1):
        kinds = element.get("class", "").split()
        if "default" not in kinds:
            continue
        number = _NUMBER.fullmatch(element.get("id") or "")
        if not number:
            about = f"{blob.name}: message {at}"
            report(MalformedError("a message without a number", about=about, cure=_AGAIN))
            continue
        _follow_forward(element, chat, joins="joined" in kinds)
        yield _message(element, int(number[1]), chat)


def _follow_forward(element: Any, chat: _Chat, *, joins: bool) -> None:
    """A forward that joins the one before it does not name its source again."""
    forwarded = by_class(element, "forwarded")
    names = [name for body in forwarded for name in by_class(body, "from_name")]
    if names:
        for date in by_class(names[0], "date"):
            date.drop_tree()
        chat.forwarded_from = _words(names[0]) or None
    elif not (forwarded and joins):
        chat.forwarded_from = None


def _message(element: Any, number: int, chat: _Chat) -> Message:
    text = next((text_of(words, keep_space=True) for words in by_class(element, "text")), "")
    dates = by_class(element, "date")
    sent = dates[0].get("title") if dates else None
    media = tuple(_media(element))
    if not text.strip():
        return Message(None, media, sent)
    published = _time(sent)
    document = Document(
        id=f"{chat.name}-{number}",
        source=chat.name,
        kind="telegram",
        url=None,
        published=published,
        language=None,
        title=None,
        text=text,
        published_basis="export" if published else None,
        author=next((_words(name) or None for name in by_class(element, "signature")), None),
        raw_hash=sha256(encode([chat.name, number, sent, text])),
        edited=EDITED if dates and "edited" in text_of(dates[0]) else None,
        forwarded_from=chat.forwarded_from if chat.is_channel else None,
        reply_to=_reply(element, chat),
    )
    return Message(document, media, sent)


def _time(told: str | None) -> str | None:
    """The time of a message in its own offset; exports of old write none, and then its day is all that it says."""
    found = _TIME.fullmatch((told or "").strip())
    if not found:
        return None
    day, month, year, clock, offset = found.groups()
    try:
        when = datetime.fromisoformat(f"{year}-{month}-{day}T{clock}{offset or ''}")
    except ValueError:
        return None
    return when.isoformat() if offset else when.date().isoformat()


def _reply(element: Any, chat: _Chat) -> str | None:
    links = [link for box in by_class(element, "reply_to") for link in box.xpath(".//a/@href")]
    found = _ANSWERED.search(links[0]) if links else None
    return f"{chat.name}-{found[1]}" if found else None


def _media(element: Any) -> Iterator[Media]:
    for name, kind in _KINDS.items():
        for link in by_class(element, name):
            yield Media(url=str(link.get("href")) if link.get("href") else None, kind=kind)


def _check_published(root: Any, blob: Blob) -> None:
    """Of a whole account's export only what is published to many is read; one's own letters are nobody's claims."""
    back = [link for header in by_class(root, "page_header") for link in header.xpath("./a/@href")]
    if not back or not back[0].endswith(_LISTS):
        return  # this chat was exported alone
    lists = Path(blob.name).parent / back[0]
    if _kind_of_chat(lists, Path(blob.name)) not in _PUBLISHED:
        reason = "a personal chat of a whole account, which is not read"
        raise UnreadableError(reason, about=blob.name, cure="export such a chat alone if it is to be read")


def _kind_of_chat(lists: Path, file: Path) -> str | None:
    """What the account's list of chats says that the chat in a file's folder is; None where it says nothing."""
    try:
        root = parse(lists.read_text("utf-8", "replace"), str(lists), elements=None)
    except (OSError, InputError):
        return None
    for entry in root.xpath("//a[contains(@class, 'entry')]"):
        if f"/{file.parent.name}/" in (entry.get("href") or ""):
            told = by_class(entry, "info")
            return text_of(told[0]).strip() if told else None
    return None
