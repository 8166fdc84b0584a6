"""Text of strangers on its way to a terminal or a spreadsheet.

A document may hold characters that steer a terminal (escape sequences) or turn the order of what is seen (bidirectional
controls). They are shown, never obeyed.
"""

import re
import unicodedata

__all__ = ["escape_json", "inert_cell", "visible"]

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def visible(text: str) -> str:
    """The text with a picture in place of each steering character; its length is kept. Line breaks and tabs stay."""
    return _STEERING.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def escape_json(line: bytes) -> bytes:
    """The same JSON value, with steering characters that JSON lets stand written as escapes."""
    text = line.decode()
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode()


def inert_cell(text: str) -> str:
    """A cell without steering characters that no spreadsheet takes for a formula: `'` goes before what begins so."""
    shown = visible(text)
    first = next((char for char in text if unicodedata.category(char) not in {"Cf", "Zs"}), "")
    return f"'{shown}" if first in _FORMULA and first else shown
