"""Bytes to text: a mark at the start, then UTF-8, then what the file declares, then what its letters look like."""

import codecs
import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

import msgspec

from purport.errors import MalformedError

__all__ = ["declared", "decode", "decode_json"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*["']?|<\?xml[^>]{0,100}encoding\s*=\s*["'])\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_Told = TypeVar("_Told")
# An escape in JSON: a character of two, half of one, or any other.
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_SAVE = "save it as UTF-8"
# UTF-8 with a few broken bytes has many more whole characters than broken ones; other encodings have hardly any.
_MOSTLY = 10


def decode(data: bytes, about: str, *, declares: bool = False, repair: bool = False, charset: str | None = None) -> str:
    """The text of these bytes, less a byte order mark (which says how to read and is no part of the text).

    `declares`: the bytes may name their encoding themselves, as pages do. `repair`: UTF-8 that is broken here and there
    is read with U+FFFD in place of what is broken. `charset`: what a server said. Raises MalformedError.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, about)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other(data, about, error, declares=declares, repair=repair, charset=charset)


def _strict(data: bytes, encoding: str, about: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise MalformedError(f"broken {encoding.upper()} at byte {error.start}", about=about, cure=_SAVE) from error


def _other(
    data: bytes, about: str, error: UnicodeDecodeError, *, declares: bool, repair: bool, charset: str | None
) -> str:
    lossy = data.decode("utf-8", "replace")
    broken = lossy.count("�")
    whole = len(lossy) - len(lossy.encode("ascii", "ignore")) - broken
    if whole >= _MOSTLY * broken:
        if repair:
            return lossy
        raise MalformedError(
            f"cut off or broken UTF-8 at byte {error.start}",
            about=about,
            cure="get the file again, or save it as UTF-8",
        )
    for encoding in (charset, declared(data) if declares else None):
        text = _try(data, encoding)
        if text is not None:
            return text
    text = _try(data, _guessed(data))
    if text is not None:
        return text
    raise MalformedError("in no encoding that could be recognised", about=about, cure=_SAVE)


def decode_json(data: bytes, decoder: Callable[[bytes], _Told]) -> _Told:
    """What `decoder` reads in JSON, with U+FFFD for halves of a character, which programs write where one was cut."""
    try:
        return decoder(data)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        mended = _ESCAPE.sub(_mended, data)
        if mended == data:
            raise
        return decoder(mended)


def _mended(escape: re.Match[bytes]) -> bytes:
    return rb"\ufffd" if escape["half"] else escape[0]


def declared(data: bytes) -> str | None:
    """The encoding that a page or XML names in its head."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else None


def _guessed(data: bytes) -> str | None:
    from resiliparse.parse.encoding import detect_encoding

    guess = detect_encoding(data)
    return guess if isinstance(guess, str) else None


def _try(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if isinstance(text, str) and _reads_like_text(text) else None


def _reads_like_text(text: str) -> bool:
    """Wrong guesses give control characters and symbols amid letters."""
    sample = text[:20000]
    odd = {c for c in set(sample) if unicodedata.category(c) in {"Cc", "Cn", "Co", "Cs"} and c not in "\t\n\r\f"}
    return sum(map(sample.count, odd)) * 200 <= len(sample)
