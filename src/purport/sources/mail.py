"""A mail, as programs save it (.eml): a newsletter, a press release, a digest; and the mails inside of it."""

import re
from collections.abc import Callable, Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr

from purport.errors import InputError, MalformedError, TooLargeError, UnreadableError
from purport.model import Document, Media
from purport.sources.addresses import host_of, is_web
from purport.sources.dates import from_mail
from purport.sources.decoding import decode
from purport.sources.knowledge import table
from purport.sources.limits import MAX_MAIL_DEPTH, MAX_PAGE
from purport.sources.opening import Blob, sha256
from purport.sources.texts import UNKNOWN_SOURCE, check_text

__all__ = ["read"]

_AGAIN = "save the mail again, or its text as .txt"
_LIST = re.compile(r"(?:\"?(?P<name>[^<\"]*)\"?\s*)<(?P<id>[^<>]+)>")
# A plain part this much shorter than the page beside it only says where the page is.
_POINTER = 4


def read(blob: Blob, report: Callable[[InputError], None]) -> Iterator[Document]:
    """The mail's document, and those of mails attached to it; other attachments are told, and not read.

    Who sends it is its source where that is an office or a list; a private person's name and address are not kept.
    Raises InputError.
    """
    data = blob.whole(MAX_PAGE, "one mail")
    try:
        mail = BytesParser(policy=policy.default).parsebytes(data)
    except (RecursionError, MessageError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise MalformedError(f"a mail that cannot be read: {error!r:.200}", about=blob.name, cure=_AGAIN) from error
    yield from _mails(mail, blob, blob.name, report, depth=0)


def _mails(
    mail: EmailMessage, blob: Blob, about: str, report: Callable[[InputError], None], *, depth: int
) -> Iterator[Document]:
    if depth > MAX_MAIL_DEPTH:
        report(TooLargeError("mails inside of mails, too deep", about=about, cure="save the inner ones by themselves"))
        return
    try:
        document = _document(mail, blob, about)
        attached = list(mail.iter_attachments()) if mail.is_multipart() else []
    except InputError as error:
        report(error)
        return
    except (RecursionError, MessageError, LookupError, ValueError, AttributeError, TypeError) as error:
        report(MalformedError(f"a mail that cannot be read: {error!r:.200}", about=about, cure=_AGAIN))
        return
    yield document
    for at, part in enumerate(attached, 1):
        yield from _attached(part, blob, f"{about}: attachment {at}", report, depth=depth)


def _attached(
    part: EmailMessage, blob: Blob, about: str, report: Callable[[InputError], None], *, depth: int
) -> Iterator[Document]:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        if isinstance(inner, EmailMessage):
            yield from _mails(inner, blob, about, report, depth=depth + 1)
    elif part.get("Content-ID") is None:  # pictures that the page of the mail shows
        told = f"an attachment, which is not read: {part.get_filename() or part.get_content_type()!s:.80}"
        report(UnreadableError(told, about=about, cure="save it and give it by itself"))


def _document(mail: EmailMessage, blob: Blob, about: str) -> Document:
    text, media = _text(mail, about)
    check_text(text, about)
    published = from_mail(_header(mail, "Date"))
    number = _header(mail, "Message-ID")
    url = _header(mail, "Archived-At").strip("<> ")
    return Document(
        # The id of a mail may name the machine of who wrote it; its hash is as good.
        id=f"mail-{sha256(number.encode(errors='replace'))[:16]}" if number else blob.stem,
        source=_source(mail),
        kind="article",
        url=url if is_web(url) else None,
        published=published,
        language=None,
        title=" ".join(_header(mail, "Subject").split()) or None,
        text=text,
        published_basis="metadata" if published else None,
        raw_hash=sha256(mail.as_bytes(policy=policy.compat32)),
        media=media,
    )


def _header(mail: EmailMessage, name: str) -> str:
    """What a header says; one that breaks the rules for it says nothing."""
    try:
        return str(mail.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _text(mail: EmailMessage, about: str) -> tuple[str, tuple[Media, ...]]:
    """The text of the mail: its plain part, unless that only leads to the page beside it; and the page's pictures."""
    plain, page = (mail.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    words = _decoded(plain, about).strip() if plain else ""
    shown, media = _page(_decoded(page, about), about) if page else ("", ())
    return (words if words and len(words) * _POINTER >= len(shown) else shown), media


def _decoded(part: MIMEPart, about: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    is_page = part.get_content_subtype() == "html"
    text = decode(data, about, declares=is_page, repair=True, charset=part.get_content_charset())
    return text.replace("\r\n", "\n")


def _page(html: str, about: str) -> tuple[str, tuple[Media, ...]]:
    from purport.sources.markup import parse, text_of
    from purport.sources.pictures import take_media

    if not html.strip():
        return "", ()
    root = parse(html, about)
    media = take_media(root, None)
    body = root.find("body")
    return text_of(body if body is not None else root), media


def _source(mail: EmailMessage) -> str:
    """The list that it came by, or the office or house that sent it; nobody who may be a private person."""
    listed = _LIST.fullmatch(_header(mail, "List-Id").strip())
    if listed and listed["name"].strip():
        return f"{listed['name'].strip()} ({listed['id'].strip()})"
    name, address = parseaddr(_header(mail, "From"))
    local, at, host = address.rpartition("@")
    host = (at and host_of(f"https://{host}")) or ""
    if listed and not host:
        return listed["id"].strip()
    if not host or host in table("mail")["private"]:
        return UNKNOWN_SOURCE
    is_office = bool(set(re.split(r"[^a-z]+", local.lower())) & set(table("mail")["offices"]))
    return f"{' '.join(name.split())} ({host})" if is_office and name.strip() else host
