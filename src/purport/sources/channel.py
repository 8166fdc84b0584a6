"""The saved page of a Telegram channel (t.me/s/…): its posts."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from purport.errors import InputError, MalformedError
from purport.model import Document, Media
from purport.sources.dates import from_iso
from purport.sources.decoding import decode
from purport.sources.limits import MAX_PAGE
from purport.sources.markup import by_class, parse, text_of
from purport.sources.opening import Blob, sha256

__all__ = ["EDITED", "numbers", "read"]

# The page marks that a post was edited, and does not say when.
EDITED = "yes"

_PICTURE = re.compile(r"""background-image:\s*url\(['"]?(https?://[^'")\s]+)""")
_POST = re.compile(r"([A-Za-z0-9_]+)/(\d+)")


def read(blob: Blob, report: Callable[[InputError], None]) -> Iterator[Document]:
    """Each post that has a text, in the page's order; posts of pictures alone have none.

    Raises InputError where there is no post at all.
    """
    root = _root(blob)
    posts = root.xpath("//*[@data-post]")
    if not posts:
        raise MalformedError(
            "a Telegram page without posts", about=blob.name, cure="save t.me/s/ and the channel's name as HTML"
        )
    title = _words(root, "tgme_channel_info_header_title")
    for number, post in enumerate(posts, 1):
        place = _POST.fullmatch(post.get("data-post"))
        if not place:
            report(
                MalformedError(
                    "a post without a number", about=f"{blob.name}: post {number}", cure="save the page again"
                )
            )
        elif text := _text(post):
            yield _document(post, text, place[1], place[2], title)


def numbers(blob: Blob) -> tuple[int, ...]:
    """The numbers of all posts on the page, with a text or without, in order. Raises InputError."""
    found = (_POST.fullmatch(str(told)) for told in _root(blob).xpath("//@data-post"))
    return tuple(sorted({int(place[2]) for place in found if place}))


def _root(blob: Blob) -> Any:
    html = decode(blob.whole(MAX_PAGE, "one page"), blob.name, declares=True, repair=True)
    return parse(html, blob.name)


def _document(post: Any, text: str, channel: str, number: str, title: str | None) -> Document:
    published = _time(post)
    name = title or _words(post, "tgme_widget_message_owner_name")
    return Document(
        id=f"{channel}-{number}",
        source=f"{name} (t.me/{channel})" if name else f"t.me/{channel}",
        kind="telegram",
        url=f"https://t.me/{channel}/{number}",
        published=published,
        language=None,
        title=None,
        text=text,
        published_basis="metadata" if published else None,
        author=_words(post, "tgme_widget_message_from_author"),
        raw_hash=sha256(f"{channel}/{number}\n{published}\n{text}".encode()),
        edited=EDITED if _is_edited(post) else None,
        forwarded_from=_words(post, "tgme_widget_message_forwarded_from_name"),
        reply_to=_reply(post),
        media=tuple(_media(post)),
    )


def _words(element: Any, name: str) -> str | None:
    found = by_class(element, name)
    return " ".join(text_of(found[0]).split()) or None if found else None


def _text(post: Any) -> str:
    """The post's text: not that of the post it answers, which stands above it in a box of the same kind."""
    for element in by_class(post, "tgme_widget_message_text"):
        boxes = element.xpath("ancestor::*[contains(@class, 'tgme_widget_message_reply')]")
        if not boxes and "js-message_reply_text" not in element.get("class", ""):
            return text_of(element, keep_space=True)
    return ""


def _time(post: Any) -> str | None:
    times = post.xpath(".//*[contains(@class, 'tgme_widget_message_date')]//time/@datetime") or post.xpath(
        ".//time/@datetime"
    )
    return from_iso(times[-1]) if times else None


def _media(post: Any) -> Iterator[Media]:
    """Photos and videos of the post itself, in its order; not of what it links to or answers."""
    for element in post.iter("a", "video"):
        kinds = (element.get("class") or "").split()
        if "tgme_widget_message_photo_wrap" in kinds:
            found = _PICTURE.search(element.get("style") or "")
            yield Media(url=found[1] if found else None, kind="photo")
        elif "tgme_widget_message_video" in kinds:
            yield Media(url=str(element.get("src")) if element.get("src") else None, kind="video")
        elif "tgme_widget_message_video_player" in kinds and not by_class(element, "tgme_widget_message_video"):
            yield Media(url=None, kind="video")  # too large to be played on the page


def _is_edited(post: Any) -> bool:
    return any(re.match(r"\s*edited\b", element.text or "") for element in by_class(post, "tgme_widget_message_meta"))


def _reply(post: Any) -> str | None:
    links = [a.get("href", "") for a in by_class(post, "tgme_widget_message_reply")]
    found = re.search(r"t\.me/(?:s/)?([A-Za-z0-9_]+)/(\d+)", links[0]) if links else None
    return f"{found[1]}-{found[2]}" if found else None
