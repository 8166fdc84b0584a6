"""What a file is, told from its first bytes: never from its name."""

import codecs
import re
from enum import Enum
from typing import Any

import msgspec

from purport.errors import MalformedError, UnreadableError
from purport.sources.decoding import decode_json
from purport.sources.limits import HEAD

__all__ = ["Form", "recognise"]


class Form(Enum):
    """The forms that are read, by what a person would call them."""

    TEXT = "plain text"
    PAGE = "saved web page"
    CHANNEL = "saved page of a Telegram channel"
    FEED = "RSS or Atom feed"
    DOCUMENTS = "documents in JSON Lines"
    EXPORT = "Telegram Desktop export"
    EXPORT_PAGE = "Telegram Desktop export as HTML"
    PARQUET = "documents in Parquet"
    TABLE = "table"
    SHEETS = "spreadsheet"
    MAIL = "mail"
    PDF = "PDF"


_ARCHIVE = "`purport archive FILE --to DIR` reads it, and then `purport read DIR`"
_AS_TEXT = "save its text as .txt or .html"
_UNPACK = "unpack it first"
# How forms that are not read begin, what they are, and what to do.
_REFUSED = (
    (b"WARC/", "a WARC archive", _ARCHIVE),
    (b"{\\rtf", "an RTF file", _AS_TEXT),
    (b"\x89PNG", "a picture", ""),
    (b"\xff\xd8\xff", "a picture", ""),
    (b"GIF8", "a picture", ""),
    (b"RIFF", "a picture or a recording", ""),
    (b"II*\x00", "a picture", ""),
    (b"MM\x00*", "a picture", ""),
    (b"OggS", "a recording", ""),
    (b"ID3", "a recording", ""),
    (b"\x1f\x8b", "a gzip file inside a gzip file", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an XZ archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"7z\xbc\xaf", "a 7-Zip archive", _UNPACK),
    (b"SQLite format 3\x00", "a database", "give a ledger with --ledger"),
)

_MAGIC = ((b"PAR1", Form.PARQUET), (b"%PDF-", Form.PDF))
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What archives of office files have in them near their beginning.
_SHEETS = (b"xl/", b"application/vnd.oasis.opendocument.spreadsheet", "Workbook".encode("utf-16-le"))
_LETTERS = (b"word/", b"application/vnd.oasis.opendocument.text", "WordDocument".encode("utf-16-le"))
# Headers with which mails begin, and how many of them there are at least.
_MAIL = re.compile(
    r"^(?:from|to|date|subject|message-id|mime-version|return-path|received|delivered-to|list-id|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_HEADERS = re.compile(r"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MAIL_HEADERS = 3

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_FURNITURE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*", re.IGNORECASE | re.DOTALL)
_HTML = re.compile(
    r"<!DOCTYPE\s+html|<(?:html|head|body|article|main|section|div|p|h1|meta|title|span|table)[\s>]", re.IGNORECASE
)
_TELEGRAM_PAGE = re.compile(r"""tgme_widget_message|<main[^>]+tgme_main|tgme_channel_info""")
_TELEGRAM_EXPORT_PAGE = re.compile(
    r"""<div class="page_wrap">.{0,4000}?<div class="(?:history|page_header|page_body)""", re.DOTALL
)
_TELEGRAM_JSON = re.compile(r'"(?:messages"\s*:\s*\[|chats"\s*:\s*\{|personal_information"\s*:\s*\{)')
_NESTED = re.compile(r"(?:[\[{]\s*){3}|\[\s*\{")
_OBJECT = re.compile(r'\{\s*(?:"|\}|$)')
_OPENS_JSON = re.compile(r"\{\s*$|.*[,\[{]\s*$")
_SNIFFED = 20


def recognise(head: bytes, name: str) -> Form:
    """The form of the file called `name` that begins with `head`.

    Raises UnreadableError or MalformedError where it is none of those read.
    """
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    if head.startswith((_ZIP, _OLD_OFFICE)):
        return _office(head, name)
    for magic, what, cure in _REFUSED:
        if head.startswith(magic):
            raise UnreadableError(f"{what}, which is not a form read here", about=name, cure=cure)
    if head[4:8] == b"ftyp":
        raise UnreadableError("a video, which is not a form read here", about=name)
    text = _glance(head, name)
    if not text.strip():
        raise MalformedError(
            "empty" if not head else "nothing but white space at its start", about=name, cure="get the file again"
        )
    start = text.lstrip()
    if start.startswith("<"):
        return _markup(start, name)
    return _json(start, head, name) or _text(start, head)


def _glance(head: bytes, name: str) -> str:
    """The head as text that is good enough to look for ASCII in."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    if head.startswith(codecs.BOM_UTF32_LE):
        return head.decode("utf-32", "replace")
    if b"\x00" in head:
        raise UnreadableError("binary data, no text", about=name, cure="give text, pages, feeds or exports")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _markup(start: str, name: str) -> Form:
    root = start[_FURNITURE.match(start).end() :]  # type: ignore[union-attr]
    if _FEED.match(root):
        return Form.FEED
    if not _HTML.search(start):
        if re.match(r"<[?!A-Za-z]", start) and re.match(r"<[A-Za-z][\w:.-]*[\s/>]", root):
            raise UnreadableError("XML, but no feed and no page", about=name, cure="give RSS, Atom or HTML")
        return Form.TEXT
    if _TELEGRAM_EXPORT_PAGE.search(start):
        return Form.EXPORT_PAGE
    return Form.CHANNEL if _TELEGRAM_PAGE.search(start) else Form.PAGE


def _json(start: str, head: bytes, name: str) -> Form | None:
    """The form of JSON; None where it is no JSON."""
    looks = _OBJECT.match(start[:2000]) or _NESTED.match(start[:2000])
    records = _records(head)
    if not looks and not records:
        return None
    if not head.removeprefix(codecs.BOM_UTF8).isascii() and head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise MalformedError("JSON in UTF-16", about=name, cure="save it as UTF-8")
    if any(isinstance(record.get("text"), str) for record in records):
        return Form.DOCUMENTS
    if _TELEGRAM_JSON.search(start):
        return Form.EXPORT
    if not records and _could_be_lines(start):
        return Form.DOCUMENTS
    raise _no_documents(records, name)


def _records(head: bytes) -> list[dict[str, Any]]:
    """The JSON objects that stand on whole lines of their own, where most lines hold one."""
    lines = [line for line in head.removeprefix(codecs.BOM_UTF8).split(b"\n") if line.strip()][:_SNIFFED]
    records = []
    for line in lines:
        try:
            record = decode_json(line, msgspec.json.decode)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
        if isinstance(record, dict):
            records.append(record)
    return records if 2 * len(records) >= len(lines) else []


def _could_be_lines(start: str) -> bool:
    """Whether this begins with an object that its line does not break off in the way indented JSON does."""
    first, whole, _ = start.partition("\n")
    return bool(_OBJECT.match(first[:2000])) and not (whole and _OPENS_JSON.fullmatch(first))


def _no_documents(records: list[dict[str, Any]], name: str) -> UnreadableError:
    if records and any("quote" in record and "document" in record for record in records):
        return UnreadableError(
            "claims, no documents", about=name, cure="give the documents that the claims were read from"
        )
    if records:
        keys = ", ".join(sorted(map(str, records[0]))[:8])
        return UnreadableError(
            f"JSON Lines without texts (keys: {keys})", about=name, cure='each line needs "id", "source" and "text"'
        )
    return UnreadableError(
        "JSON, but neither documents (one object a line) nor a Telegram export",
        about=name,
        cure="write one document a line, without indents",
    )


def _office(head: bytes, name: str) -> Form:
    if any(mark in head for mark in _SHEETS):
        return Form.SHEETS
    if any(mark in head for mark in _LETTERS):
        raise UnreadableError("a text of an office program, which is not a form read here", about=name, cure=_AS_TEXT)
    if "EncryptedPackage".encode("utf-16-le") in head:
        raise UnreadableError("an office file locked by a password", about=name, cure="save it without one")
    if "__substg1.0_".encode("utf-16-le") in head:
        raise UnreadableError("a message of Outlook, which is not a form read here", about=name, cure="save it as .eml")
    if head.startswith(_ZIP):
        cure = "unpack it, or save its text as .txt or .html"
        raise UnreadableError("a ZIP archive or an office file, which is not a form read here", about=name, cure=cure)
    raise UnreadableError(
        "an old office file, which is not a form read here", about=name, cure="save it anew, as .xlsx"
    )


def _text(start: str, head: bytes) -> Form:
    headers = _HEADERS.match(start.replace("\r\n", "\n"))
    if headers and len({found.lower() for found in _MAIL.findall(headers[0])}) >= _MAIL_HEADERS:
        return Form.MAIL
    from purport.sources.tables import delimiter_of

    is_table = delimiter_of(_lettered(start, head), whole=len(head) < HEAD) is not None
    return Form.TABLE if is_table else Form.TEXT


def _lettered(start: str, head: bytes) -> str:
    """The head with its letters as they probably are, so that names of columns can be told."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)):
        return start
    text = head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    return text if text.count("\ufffd") <= 1 else head.decode("cp1251", "replace")
