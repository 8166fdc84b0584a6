"""Where a page of a list ends, as an opaque word: what the next page begins behind."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import TypeVar

import msgspec

from purport.errors import UsageError

__all__ = ["cursor_of", "position_of"]

T = TypeVar("T")


def cursor_of(position: object) -> str:
    """The cursor of a position that JSON can write."""
    return urlsafe_b64encode(msgspec.json.encode(position)).decode().rstrip("=")


def position_of(cursor: str, form: type[T]) -> T:
    """The position that a cursor stands for; raises UsageError where it is none of this form."""
    try:
        return msgspec.json.decode(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=form)
    except (msgspec.MsgspecError, Error, ValueError, RecursionError):
        raise UsageError("this is no cursor of this list", cure="give `next` of the page before, as it was") from None
