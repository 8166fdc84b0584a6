"""`result.json` as Telegram Desktop exports it: one chat, or a whole account."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import msgspec
from msgspec import Raw, Struct, field

from purport.errors import InputError, MalformedError, TooLargeError, UnreadableError
from purport.model import Document, Media, MediaKind
from purport.model.canonical import encode
from purport.sources.albums import Message, joined
from purport.sources.dates import from_iso, from_unix
from purport.sources.decoding import decode_json
from purport.sources.limits import MAX_EXPORT
from purport.sources.opening import Blob, sha256

__all__ = ["read"]

_AGAIN = "export the chat again"
# In the export of a whole account only what is published to many is read; one's own letters are nobody's claims.
_PUBLISHED = frozenset(
    {"public_channel", "private_channel", "public_supergroup", "private_supergroup", "private_group"}
)
# What a message's `media_type` says of moving pictures.
_VIDEOS = frozenset({"video_file", "video_message", "animation"})


class _Part(Struct):
    """A piece of rich text: a link, bold words, a custom emoji."""

    text: str


class _Message(Struct):
    id: int
    type: str = "message"
    date: str | None = None
    date_unixtime: str | int | None = None
    edited: str | None = None
    edited_unixtime: str | int | None = None
    author: str | None = None
    forwarded_from: str | None = None
    forwarded_from_id: str | int | None = None
    photo: str | None = None
    file: str | None = None
    media_type: str | None = None
    mime_type: str | None = None
    reply_to_message_id: int | None = None
    reply_to_peer_id: str | int | None = None
    text: str | list[str | _Part] = ""
    text_entities: list[_Part] = []


class _Chat(Struct):
    messages: list[Raw]
    id: int | str | None = None
    name: str | None = None
    username: str | None = None
    type: str | None = None


class _Chats(Struct):
    chats: list[_Chat] = field(default_factory=list, name="list")


class _Account(Struct):
    """A whole account (`chats`, and `left_chats` for those left), or else one chat."""

    chats: _Chats | None = None
    left_chats: _Chats | None = None


def read(blob: Blob, report: Callable[[InputError], None]) -> Iterator[Document]:
    """Each message that has a text; service messages, polls and bare pictures have none.

    A broken message is reported, and the rest is read.
    """
    data = blob.whole(MAX_EXPORT, "a Telegram export").removeprefix(b"\xef\xbb\xbf")
    account = _decode(data, _Account, blob.name)
    chats = [chat for group in (account.chats, account.left_chats) if group for chat in group.chats]
    if not chats:
        chats = [_decode(data, _Chat, blob.name)]
    elif private := [chat for chat in chats if chat.type not in _PUBLISHED]:
        reason = f"{len(private)} personal chats of a whole account are not read"
        report(UnreadableError(reason, about=blob.name, cure="export such a chat alone if it is to be read"))
        chats = [chat for chat in chats if chat.type in _PUBLISHED]
    for chat in chats:
        yield from _chat(chat, blob, report)


def _decode(data: bytes, form: type[Any], about: str) -> Any:
    try:
        return decode_json(data, partial(msgspec.json.decode, type=form))
    except RecursionError as error:
        raise TooLargeError("nested too deep", about=about, cure=_AGAIN) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise MalformedError(f"broken Telegram export: {error}", about=about, cure=_AGAIN) from error


def _chat(chat: _Chat, blob: Blob, report: Callable[[InputError], None]) -> Iterator[Document]:
    return joined(_messages(chat, blob, report))


def _messages(chat: _Chat, blob: Blob, report: Callable[[InputError], None]) -> Iterator[Message]:
    for number, raw in enumerate(chat.messages, 1):
        about = f"{blob.name}: message {number} of {chat.name or chat.id or 'the chat'}"
        try:
            message = _decode(bytes(raw), _Message, about)
            document = _document(message, raw, chat, blob.stem)
        except InputError as error:
            report(error)
            continue
        sent = str(message.date_unixtime) if message.date_unixtime is not None else message.date
        yield Message(document, tuple(_media(message)), sent)


def _media(message: _Message) -> Iterator[Media]:
    """The photo or video of a message; in place of what was not exported stands a note in brackets."""
    if message.photo is not None:
        yield Media(url=_path(message.photo), kind="photo")
    elif message.file is not None:
        kind = _kind(message)
        if kind:
            yield Media(url=_path(message.file), kind=kind)


def _path(told: str) -> str | None:
    return None if not told or told.startswith("(") else told


def _kind(message: _Message) -> MediaKind | None:
    if message.media_type in _VIDEOS or (message.mime_type or "").startswith("video/"):
        return "video"
    return "photo" if message.media_type is None and (message.mime_type or "").startswith("image/") else None


def _document(message: _Message, raw: Raw, chat: _Chat, stem: str) -> Document | None:
    text = _text(message)
    if message.type != "message" or not text.strip():
        return None
    channel = chat.username or chat.id or stem
    published = from_unix(message.date_unixtime) or from_iso(message.date)
    return Document(
        id=f"{channel}-{message.id}",
        source=_source(chat),
        kind="telegram",
        url=f"https://t.me/{chat.username}/{message.id}" if chat.username else None,
        published=published,
        language=None,
        title=None,
        text=text,
        published_basis="export" if published else None,
        author=message.author,
        raw_hash=sha256(encode(decode_json(bytes(raw), msgspec.json.decode))),
        edited=from_unix(message.edited_unixtime) or from_iso(message.edited),
        forwarded_from=None if _is_person(message.forwarded_from_id) else message.forwarded_from,
        reply_to=_reply(message, channel),
    )


def _is_person(peer: str | int | None) -> bool:
    return str(peer or "").startswith("user")


def _source(chat: _Chat) -> str:
    if chat.username:
        return f"{chat.name} (t.me/{chat.username})" if chat.name else f"t.me/{chat.username}"
    return chat.name or f"Telegram chat {chat.id}"


def _reply(message: _Message, channel: str | int) -> str | None:
    if message.reply_to_message_id is None or message.reply_to_peer_id is not None:
        return None
    return f"{channel}-{message.reply_to_message_id}"


def _text(message: _Message) -> str:
    text = message.text
    if isinstance(text, str) and text:
        return text
    return "".join(part if isinstance(part, str) else part.text for part in text or message.text_entities)
